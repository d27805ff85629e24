import type { PartProps } from '../part.ts'
import type { Linking } from '../store/types.ts'

/** Tells what is being linked, with fields for the numbers; over the rows while a link is made. */
export function LinkBar({ state, store, t, linking }: PartProps & { readonly linking: Linking }) {
  return (
    <form
      class="linking"
      aria-label={t('link.title')}
      onSubmit={(event) => {
        event.preventDefault()
        store.link()
      }}
    >
      <strong class="linking__title">{t('link.title')}</strong>
      <LinkSide side="source" most={state.editing.pair.source.segments.length} {...{ store, t, linking }} />
      <LinkSide side="target" most={state.editing.pair.target.segments.length} {...{ store, t, linking }} />
      <span class="linking__help">{t(linking.side === 'source' ? 'link.helpSource' : 'link.helpTarget')}</span>
      <span class="linking__actions">
        <button type="button" class="button button--quiet" onClick={() => store.setLinking(undefined)}>
          {t('link.cancel')} <kbd class="key">Esc</kbd>
        </button>
        <button type="submit" class="button button--main">
          {t('link.make')} <kbd class="key">⏎</kbd>
        </button>
      </span>
    </form>
  )
}

interface LinkSideProps extends Pick<PartProps, 'store' | 't'> {
  readonly linking: Linking
  readonly side: 'source' | 'target'
  readonly most: number
}

function LinkSide({ store, t, linking, side, most }: LinkSideProps) {
  const range = linking[side]
  const set = (from: number, to: number): void => {
    if (Number.isNaN(from) || Number.isNaN(to)) return
    const first = clamp(from, 0, most - 1)
    store.setLinking({ ...linking, side, [side]: { from: first, to: clamp(to, first + 1, most) } })
  }
  const name = t(side === 'source' ? 'row.source' : 'row.target')
  return (
    <span class={`linking__side${linking.side === side ? ' linking__side--on' : ''}`}>
      <button
        type="button"
        class="button button--quiet"
        aria-pressed={linking.side === side}
        onClick={() => store.setLinking({ ...linking, side })}
      >
        {name}
      </button>
      <input
        class="field__input linking__number"
        type="number"
        min={1}
        max={most}
        value={range.from + 1}
        aria-label={t('link.from', { side: name })}
        onChange={({ currentTarget }) =>
          set(currentTarget.valueAsNumber - 1, Math.max(currentTarget.valueAsNumber, range.to))
        }
      />
      –
      <input
        class="field__input linking__number"
        type="number"
        min={1}
        max={most}
        value={range.to}
        aria-label={t('link.to', { side: name })}
        onChange={({ currentTarget }) => set(range.from, currentTarget.valueAsNumber)}
      />
    </span>
  )
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value))
}
