import { nameKey } from '../../commands/keys.ts'
import type { MemoryStore } from '../store/types.ts'
import { memoryCommandOfKey, searchFieldOf } from './table.ts'

const fields = 'textarea, select, input:not([type=checkbox], [type=radio], [type=button])'

/** Makes the keys of all commands work on the whole page, but in fields and open dialogs. */
export function listenToMemoryKeys(page: Document, store: MemoryStore): void {
  page.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing || store.state().dialog) return
    const { target } = event
    const { key, code, ctrlKey, metaKey, altKey, shiftKey } = event
    const isThirdLevel = event.getModifierState('AltGraph')
    const name = nameKey({ key, code, ctrlKey, metaKey, altKey, shiftKey, isThirdLevel })
    if (target instanceof HTMLElement && target.matches(fields)) {
      if (name === 'Escape' || (name === 'ArrowDown' && target.matches('[data-leads]'))) leave(page, target, event)
      return
    }
    if (target instanceof HTMLElement && target.matches('button, a, summary, input') && isPress(name)) return
    if (name === 'Escape') return store.clearSelected()
    const command = memoryCommandOfKey(name)
    if (command === undefined) return
    event.preventDefault()
    if (!command.isAble(store.state())) return
    command.run(store)
    if (command.name === 'memory.command.search')
      queueMicrotask(() => page.getElementById(searchFieldOf(store.state().tab))?.focus())
  })
}

const isPress = (name: string): boolean => name === 'Enter' || name === ' '

/** From a search field to what was found. */
function leave(page: Document, field: HTMLElement, event: Event): void {
  const row = page.querySelector<HTMLElement>('.row--current')
  if (row === null) field.blur()
  else row.focus()
  event.preventDefault()
}
