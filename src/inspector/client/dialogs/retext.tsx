import type { Bead } from '../../../editing.ts'
import type { PartProps } from '../part.ts'
import { useState } from '../preact.ts'
import { beadText } from '../text/bead-text.ts'
import { DialogFrame } from './frame.tsx'
import { KeepingActions, onKeepingKey } from './keeping.tsx'

/** Puts another text in place of a side of a bead; the document keeps its own. */
export function RetextDialog({ state, store, t, bead }: PartProps & { readonly bead: Bead }) {
  const own = { source: ownOf(state, bead, 'source'), target: ownOf(state, bead, 'target') }
  const now = { source: bead.text?.source ?? own.source, target: bead.text?.target ?? own.target }
  // What others write meanwhile on a side is not undone by who leaves it as it was.
  const [before] = useState(now)
  const [texts, setTexts] = useState(now)
  const close = (): void => store.open(undefined)
  const keep = (): void => {
    close()
    for (const side of ['target', 'source'] as const) {
      const text = texts[side]
      if (text === before[side]) continue
      store.edit({ edit: 'retext', bead: bead.id, side, ...(text === own[side] ? {} : { text }) })
    }
  }
  return (
    <DialogFrame title={t('retext.title')} closeLabel={t('dialog.close')} onClose={close} class="dialog--wide">
      <form
        class="dialog__body"
        onSubmit={(event) => {
          event.preventDefault()
          keep()
        }}
      >
        {(['source', 'target'] as const).map((side) => (
          <label key={side} class="field">
            <span class="field__label">{t(side === 'source' ? 'row.source' : 'row.target')}</span>
            <textarea
              class="field__input field__input--text"
              rows={4}
              lang={state.sheet[side].language}
              dir={state.sheet[side].direction}
              value={texts[side]}
              onInput={({ currentTarget }) => setTexts({ ...texts, [side]: currentTarget.value })}
              onKeyDown={onKeepingKey(keep)}
            />
            {texts[side] === own[side] ? null : (
              <button
                type="button"
                class="button button--quiet"
                onClick={() => setTexts({ ...texts, [side]: own[side] })}
              >
                {t('retext.own')}
              </button>
            )}
          </label>
        ))}
        <KeepingActions t={t} onCancel={close} />
      </form>
    </DialogFrame>
  )
}

function ownOf({ editing, sheet }: PartProps['state'], bead: Bead, side: 'source' | 'target'): string {
  return beadText(editing.pair[side], bead[side], sheet[side].joiner)
}
