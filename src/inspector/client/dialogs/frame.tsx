import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

export interface DialogFrameProps {
  readonly title: string
  readonly closeLabel: string
  /** Closed by Escape, by the cross, or by a click beside it. */
  onClose(): void
  readonly children: ComponentChildren
  /** `dialog--wide` and the like. */
  readonly class?: string
}

/** A window over the page. The browser keeps the focus inside, and gives it back after. */
export function DialogFrame({ title, closeLabel, onClose, children, class: name = '' }: DialogFrameProps) {
  const frame = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const before = document.activeElement
    frame.current?.showModal()
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
    }
  }, [])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it too, by the browser.
    <dialog
      ref={frame}
      class={`dialog ${name}`}
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClick={(event) => {
        if (event.target === frame.current) onClose()
      }}
    >
      <div class="dialog__inside">
        <div class="dialog__head">
          <h2 class="dialog__title">{title}</h2>
          <button type="button" class="button button--quiet dialog__close" aria-label={closeLabel} onClick={onClose}>
            ×
          </button>
        </div>
        {children}
      </div>
    </dialog>
  )
}
