import { DialogFrame } from '../dialogs/frame.tsx'
import { placeOfSegment } from '../find/selection.ts'
import type { PartProps } from '../part.ts'
import { useState } from '../preact.ts'
import { Radio } from './fields.tsx'

type Side = 'source' | 'target'

/** Asks for the number of a segment and goes to the bead that holds it. */
export function JumpDialog({ state, store, t }: PartProps) {
  const [side, setSide] = useState<Side>('source')
  const [typed, setTyped] = useState('')
  const { pair } = state.editing
  const segments = pair[side].segments
  const number = Number.parseInt(typed, 10)
  const place = number >= 1 && number <= segments.length ? placeOfSegment(pair.beads, side, number - 1) : -1
  const span = segments[number - 1]?.span
  const close = (): void => store.open(undefined)
  return (
    <DialogFrame title={t('jump.title')} closeLabel={t('dialog.close')} onClose={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (place < 0) return
          close()
          store.moveTo(place)
        }}
      >
        <div class="dialog__body">
          <div class="field">
            <label class="field__label" for="jump-number">
              {t('jump.number', { count: segments.length })}
            </label>
            <input
              id="jump-number"
              class="field__input"
              inputMode="numeric"
              autocomplete="off"
              value={typed}
              aria-describedby="jump-shows"
              onInput={(event) => setTyped(event.currentTarget.value)}
            />
            <p id="jump-shows" class={place < 0 && typed !== '' ? 'field__error' : 'field__hint'} aria-live="polite">
              {place >= 0 && span !== undefined && (
                <span lang={state.sheet[side].language} dir={state.sheet[side].direction}>
                  {pair[side].text.slice(span.start, Math.min(span.end, span.start + 120))}
                </span>
              )}
              {place < 0 && typed !== '' && t('jump.outside', { number: typed })}
            </p>
          </div>
          <fieldset>
            <legend class="form__legend">{t('jump.side')}</legend>
            <div class="form__choices">
              {(['source', 'target'] as const).map((name) => (
                <Radio key={name} group="jump-side" isOn={side === name} choose={() => setSide(name)}>
                  {t(`jump.${name}`)}
                </Radio>
              ))}
            </div>
          </fieldset>
        </div>
        <div class="dialog__actions">
          <button type="button" class="button" onClick={close}>
            {t('dialog.cancel')}
          </button>
          <button type="submit" class="button button--main" disabled={place < 0}>
            {t('jump.go')}
          </button>
        </div>
      </form>
    </DialogFrame>
  )
}
