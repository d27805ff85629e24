import { DialogFrame } from '../dialogs/frame.tsx'
import { isOpen } from '../find/filter.ts'
import { acceptableBeads, samplePlaces } from '../find/selection.ts'
import type { PartProps } from '../part.ts'
import { useMemo, useState } from '../preact.ts'
import { isSearching } from '../store/page-state.ts'
import { textOfSide } from '../text/side-text.ts'
import { Checkbox, PercentField } from './fields.tsx'

const sampleSize = 6
const usualLeast = 0.9

/** Accepts all open pairs above a confidence that failed no check, after showing how many and some of them. */
export function AcceptAllDialog(props: PartProps) {
  const { state, store, t } = props
  const [least, setLeast] = useState(usualLeast)
  const [isAmongShown, setAmongShown] = useState(true)
  const { beads } = state.editing.pair
  const isFiltered = !isOpen(state.filter)
  const isReady = state.isChecked && !isSearching(state)
  const among = isFiltered && isAmongShown ? state.shown : undefined
  const places = useMemo(() => acceptableBeads(beads, state.failed, least, among), [beads, state.failed, least, among])
  const close = (): void => store.open(undefined)
  return (
    <DialogFrame title={t('acceptAll.title')} closeLabel={t('dialog.close')} class="dialog--wide" onClose={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (isSearching(store.state())) return
          close()
          store.edit({ edit: 'accept', beads: places.flatMap((place) => beads[place]?.id ?? []) })
        }}
      >
        <div class="dialog__body">
          <PercentField id="accept-least" label={t('acceptAll.least')} value={least} change={setLeast} />
          {isFiltered && (
            <Checkbox isOn={isAmongShown} toggle={setAmongShown}>
              {t('acceptAll.amongShown')}
            </Checkbox>
          )}
          {!state.isChecked && <p class="notice notice--warning">{t('acceptAll.unchecked')}</p>}
          {isSearching(state) ? (
            <p role="status">{t('find.searching')}</p>
          ) : (
            <Outcome {...props} places={places} least={least} />
          )}
        </div>
        <div class="dialog__actions">
          <span class="field__hint">{t('acceptAll.undo')}</span>
          <button type="button" class="button" onClick={close}>
            {t('dialog.cancel')}
          </button>
          <button type="submit" class="button button--main" disabled={places.length === 0 || !isReady}>
            {t('acceptAll.go', { count: places.length })}
          </button>
        </div>
      </form>
    </DialogFrame>
  )
}

function Outcome(props: PartProps & { readonly places: readonly number[]; readonly least: number }) {
  const { state, t, places, least } = props
  const percent = formatPercent(least, state.locale)
  if (places.length === 0) return <p role="status">{t('acceptAll.none')}</p>
  return (
    <>
      <p class="dialog__figure" role="status">
        <strong>{new Intl.NumberFormat(state.locale).format(places.length)}</strong>{' '}
        {t('acceptAll.count', { count: places.length, percent })}
      </p>
      <Sample {...props} />
    </>
  )
}

function Sample({ state, t, places }: PartProps & { readonly places: readonly number[] }) {
  const { pair } = state.editing
  const { source, target } = state.sheet
  return (
    <table class="sample">
      <caption class="form__legend sample__caption">{t('acceptAll.sample')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('acceptAll.number')}</th>
          <th scope="col">{t('acceptAll.source')}</th>
          <th scope="col">{t('acceptAll.target')}</th>
          <th scope="col">{t('acceptAll.confidence')}</th>
        </tr>
      </thead>
      <tbody>
        {samplePlaces(pair.beads, places, sampleSize).map((place) => {
          const bead = pair.beads[place]
          if (bead === undefined) return null
          return (
            <tr key={bead.id}>
              <td class="sample__number">{place + 1}</td>
              <td lang={source.language} dir={source.direction}>
                {textOfSide(pair, bead, 'source', source.joiner)}
              </td>
              <td lang={target.language} dir={target.direction}>
                {textOfSide(pair, bead, 'target', target.joiner)}
              </td>
              <td class="sample__percent">{formatPercent(bead.confidence, state.locale)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function formatPercent(probability: number, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'percent' }).format(probability)
}
