import { noteLanguage } from '../../locales/locales.ts'
import { DialogFrame } from '../dialogs/frame.tsx'
import type { PartProps } from '../part.ts'
import { useState } from '../preact.ts'

type Mode = 'auto' | 'parallel' | 'comparable'
const modes: readonly Mode[] = ['auto', 'parallel', 'comparable']

/** Asks how the texts relate and has them aligned again; decisions stay. */
export function RerunDialog({ state, store, t }: PartProps) {
  const { mode: now = state.sheet.mode, modeReason = state.sheet.modeReason } = state.editing.pair
  const [mode, setMode] = useState<Mode>(now === 'parallel' ? 'comparable' : 'parallel')
  const [isBusy, setBusy] = useState(false)
  const { accepted, rejected, edited } = state.counts
  const close = (): void => store.open(undefined)
  return (
    <DialogFrame title={t('rerun.title')} closeLabel={t('dialog.close')} onClose={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          setBusy(true)
          void store.rerun(mode).finally(close)
        }}
      >
        <div class="dialog__body">
          <p class="notice">
            {t('rerun.now', { mode: t(`header.mode.${now}`) })} <span lang={noteLanguage}>{modeReason}</span>
          </p>
          <fieldset class="options">
            <legend class="form__legend">{t('rerun.mode')}</legend>
            {modes.map((name) => (
              <label key={name} class="option">
                <input
                  class="choice__input"
                  type="radio"
                  name="rerun-mode"
                  checked={mode === name}
                  onChange={() => setMode(name)}
                />
                <span>
                  <span class="option__name">{t(`rerun.${name}`)}</span>
                  <span class="option__note">{t(`rerun.${name}.note`)}</span>
                </span>
              </label>
            ))}
          </fieldset>
          <p class="field__hint">{t('rerun.kept', { count: accepted + rejected + edited })}</p>
        </div>
        <div class="dialog__actions">
          <button type="button" class="button" onClick={close}>
            {t('dialog.cancel')}
          </button>
          <button type="submit" class="button button--main" disabled={isBusy}>
            {t(isBusy ? 'rerun.busy' : 'rerun.go')}
          </button>
        </div>
      </form>
    </DialogFrame>
  )
}
