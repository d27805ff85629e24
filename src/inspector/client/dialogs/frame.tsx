import { type ComponentChildren, useLayoutEffect, useRef } from '../preact.ts'

export interface DialogFrameProps {
  readonly title: string
  readonly closeLabel: string
  /** Closed by Escape, by the cross, or by a click beside it. */
  onClose(): void
  readonly children: ComponentChildren
  /** `dialog--wide` and the like. */
  readonly class?: string
}

/** Where the focus goes at first: to what is marked as first, or to what is filled in, not to the cross. */
const firstFields = ['[data-first]', '.dialog__body :is(input, select, textarea, [tabindex="0"])']

/** A window over the page. The browser keeps the focus inside, and gives it back after. */
export function DialogFrame({ title, closeLabel, onClose, children, class: name = '' }: DialogFrameProps) {
  const frame = useRef<HTMLDialogElement>(null)
  // At once: what is typed next is meant for the dialog.
  useLayoutEffect(() => {
    const before = document.activeElement
    frame.current?.showModal()
    firstFields
      .map((place) => frame.current?.querySelector<HTMLElement>(place))
      .find(Boolean)
      ?.focus()
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
