import type { Store } from '../store/types.ts'
import { createEarlyKeys } from './early-keys.ts'
import { type KeyPress, nameKey } from './keys.ts'
import { takeLinkingKey } from './linking.ts'
import { commandOfKey, isOffered } from './table.ts'

/** The field in which is searched. */
const searchField = 'input[type=search]'

/** Makes the keys of all commands work on the whole page, but in fields and open dialogs; gives back what ends that. */
export function listenToKeys(page: Document, store: Store): () => void {
  const press = (key: string): boolean => takeLinkingKey(store, key) || runKey(page, store, key)
  const keepEarly = createEarlyKeys(store, press)
  const pressed = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing) return
    const key = nameKey(pressOf(event))
    if (store.state().dialog || isTyping(event.target)) return
    if (isOnButton(event.target) && (key === 'Enter' || key === ' ')) return
    if (keepEarly(key) || press(key)) event.preventDefault()
  }
  page.addEventListener('keydown', pressed)
  return () => page.removeEventListener('keydown', pressed)
}

function pressOf(event: KeyboardEvent): KeyPress {
  const { key, code, ctrlKey, metaKey, altKey, shiftKey } = event
  return { key, code, ctrlKey, metaKey, altKey, shiftKey, isThirdLevel: event.getModifierState('AltGraph') }
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches('textarea, select, input:not([type=checkbox], [type=radio], [type=button])'))
  )
}

function isOnButton(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('button, a, summary, input')
}

function runKey(page: Document, store: Store, key: string): boolean {
  const state = store.state()
  if (key === 'Escape') return giveUp(store)
  const command = commandOfKey(key)
  if (!command || !isOffered(command, state)) return command !== undefined
  command.run(store)
  // The field is drawn in this very turn when its panel was closed.
  if (command.name === 'command.search') queueMicrotask(() => page.querySelector<HTMLElement>(searchField)?.focus())
  return true
}

/** Escape takes back what was selected last. */
function giveUp(store: Store): boolean {
  const state = store.state()
  if (state.selected.size === 0) return false
  store.clearSelected()
  return true
}
