import type { PartProps } from '../part.ts'

interface KeepingProps extends Pick<PartProps, 't'> {
  onCancel(): void
}

/** The buttons of a dialog in which text is written. */
export function KeepingActions({ t, onCancel }: KeepingProps) {
  return (
    <div class="dialog__actions">
      <button type="button" class="button button--quiet" onClick={onCancel}>
        {t('dialog.cancel')}
      </button>
      <button type="submit" class="button button--main">
        {t('dialog.keep')} <kbd class="key">Ctrl ⏎</kbd>
      </button>
    </div>
  )
}

/** Keeps what was written at Ctrl and Enter, where Enter alone begins a line. */
export const onKeepingKey =
  (keep: () => void) =>
  ({ key, ctrlKey, metaKey }: KeyboardEvent): void => {
    if (key === 'Enter' && (ctrlKey || metaKey)) keep()
  }
