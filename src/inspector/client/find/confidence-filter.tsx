import type { PartProps } from '../part.ts'
import type { Counts } from './filter.ts'

/** A range of confidence, over a picture of how the pairs lie. */
export function ConfidenceFilter({ state, store, t, counts }: PartProps & { readonly counts: Counts | undefined }) {
  const [least, most] = state.filter.confidence
  const bins = counts?.confidence ?? []
  const highest = Math.max(1, ...bins)
  const percent = new Intl.NumberFormat(state.locale, { style: 'percent' })
  const fullest = bins.length === 0 ? 0 : (bins.indexOf(highest) + 0.5) / bins.length
  return (
    <fieldset class="find__group">
      <legend class="find__legend">{t('find.confidence')}</legend>
      <svg
        class="histogram"
        viewBox={`0 0 ${Math.max(1, bins.length)} 10`}
        preserveAspectRatio="none"
        role="img"
        aria-label={t('find.histogram', { percent: percent.format(fullest) })}
      >
        {bins.map((count, bin) => {
          const middle = (bin + 0.5) / bins.length
          const height = count === 0 ? 0 : Math.max(0.3, (10 * count) / highest)
          const isIn = least <= middle && middle <= most
          return (
            <rect
              key={middle}
              class={isIn ? 'histogram__bar histogram__bar--in' : 'histogram__bar'}
              x={bin + 0.06}
              y={10 - height}
              width={0.88}
              height={height}
            />
          )
        })}
      </svg>
      <div class="find__range">
        <Bound
          id="find-least"
          label={t('find.least')}
          value={least}
          change={(to) => store.setFilter({ confidence: [to, most] })}
        />
        <Bound
          id="find-most"
          label={t('find.most')}
          value={most}
          change={(to) => store.setFilter({ confidence: [least, to] })}
        />
      </div>
    </fieldset>
  )
}

interface BoundProps {
  readonly id: string
  readonly label: string
  readonly value: number
  change(value: number): void
}

function Bound({ id, label, value, change }: BoundProps) {
  return (
    <div class="field">
      <label class="field__label" for={id}>
        {label}
      </label>
      <input
        id={id}
        class="field__input"
        type="number"
        min="0"
        max="100"
        step="5"
        inputMode="numeric"
        value={Math.round(value * 100)}
        onChange={(event) => {
          const percent = Number.parseFloat(event.currentTarget.value)
          if (Number.isFinite(percent)) change(Math.min(100, Math.max(0, percent)) / 100)
        }}
      />
    </div>
  )
}
