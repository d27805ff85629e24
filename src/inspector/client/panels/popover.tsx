import { type ComponentChildren, useEffect, useRef } from '../preact.ts'

/** Space in pixels between a popover and what it belongs to, and the edge of the window. */
const gap = 4

interface PopoverProps {
  readonly id: string
  /** Class of the button. */
  readonly class: string
  /** What the button shows. */
  readonly face: ComponentChildren
  readonly label?: string
  readonly role: 'menu' | 'dialog'
  /** Class of what opens. */
  readonly insideClass: string
  readonly insideLabel: string
  readonly children: ComponentChildren
}

/** A button with something that opens below it; Escape or a click beside it closes it, by the browser. */
export function Popover({ id, class: ownClass, face, label, role, insideClass, insideLabel, children }: PopoverProps) {
  const button = useRef<HTMLButtonElement>(null)
  const inside = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const [opener, opened] = [button.current, inside.current]
    if (opener === null || opened === null) return undefined
    const toggled = (event: Event): void => {
      const isOpen = 'newState' in event && event.newState === 'open'
      opener.setAttribute('aria-expanded', String(isOpen))
      if (isOpen) standBelow(opener, opened)
      if (isOpen) focusFirst(opened)
    }
    opened.addEventListener('toggle', toggled)
    return () => opened.removeEventListener('toggle', toggled)
  }, [])
  return (
    <>
      <button
        ref={button}
        type="button"
        class={ownClass}
        popovertarget={id}
        aria-haspopup={role}
        aria-expanded={false}
        aria-label={label}
        title={label}
      >
        {face}
      </button>
      {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: its role, a menu or a dialog, is always given. */}
      <div ref={inside} id={id} popover="auto" role={role} aria-label={insideLabel} class={`menu ${insideClass}`}>
        {children}
      </div>
    </>
  )
}

/** Closes the popover around an element. */
export function closePopover(element: Element): void {
  const opened = element.closest('[popover]')
  if (opened instanceof HTMLElement) opened.hidePopover()
}

function standBelow(opener: HTMLElement, opened: HTMLElement): void {
  const at = opener.getBoundingClientRect()
  const isRightToLeft = getComputedStyle(opener).direction === 'rtl'
  const wanted = isRightToLeft ? at.right - opened.offsetWidth : at.left
  const most = document.documentElement.clientWidth - opened.offsetWidth - gap
  opened.style.left = `${Math.max(gap, Math.min(wanted, most))}px`
  opened.style.top = `${at.bottom + gap}px`
}

function focusFirst(opened: HTMLElement): void {
  const first = opened.querySelector('[role=menuitem], input:checked, input, button, a[href]')
  if (first instanceof HTMLElement) first.focus()
}
