import type { Bead } from '../../../editing.ts'
import type { PartProps } from '../part.ts'
import { useState } from '../preact.ts'
import { DialogFrame } from './frame.tsx'
import { KeepingActions, onKeepingKey } from './keeping.tsx'

/** A note on a bead. */
export function CommentDialog({ store, t, bead }: PartProps & { readonly bead: Bead }) {
  // What others write meanwhile is not undone by who writes nothing.
  const [before] = useState(bead.comment ?? '')
  const [note, setNote] = useState(before)
  const close = (): void => store.open(undefined)
  const keep = (): void => {
    close()
    if (note.trim() !== before) store.edit({ edit: 'comment', bead: bead.id, note: note.trim() })
  }
  return (
    <DialogFrame title={t('comment.title')} closeLabel={t('dialog.close')} onClose={close}>
      <form
        class="dialog__body"
        onSubmit={(event) => {
          event.preventDefault()
          keep()
        }}
      >
        <label class="field">
          <span class="field__label">{t('comment.label')}</span>
          <textarea
            class="field__input field__input--text"
            rows={4}
            value={note}
            onInput={({ currentTarget }) => setNote(currentTarget.value)}
            onKeyDown={onKeepingKey(keep)}
          />
        </label>
        <KeepingActions t={t} onCancel={close} />
      </form>
    </DialogFrame>
  )
}
