import type { TextKey } from '../../locales/en.ts'
import { isWhole } from '../store/early.ts'
import type { PageState, Store } from '../store/types.ts'
import { commandOfKey } from './table.ts'

/** What can be done while only the first beads are there. */
const ready: ReadonlySet<TextKey> = new Set([
  'command.next',
  'command.previous',
  'command.pageDown',
  'command.pageUp',
  'command.first',
  'command.why',
  'command.search',
  'command.side',
  'command.help',
])
/** No command of these goes further at once. */
const rowsAhead = 10

/**
 * Keeps the keys that come too early, with all behind them, and presses them once the whole sheet is there; gives back whether
 * a key was kept. They are given up when the page stands on another bead by then, or when one of them opens something that
 * would take the next ones.
 */
export function createEarlyKeys(store: Store, press: (key: string) => unknown): (key: string) => boolean {
  let waiting: string[] = []
  let begun = store.state()
  const pressAll = (): void => {
    const keys = waiting
    waiting = []
    let pressed = 0
    if (isSamePlace(begun, store.state()))
      for (const key of keys) {
        press(key)
        pressed++
        if (takesKeys(store.state()) || commandOfKey(key)?.name === 'command.search') break
      }
    if (pressed < keys.length) store.say('said.tooEarly', { count: keys.length - pressed })
  }
  const begin = (): void => {
    begun = store.state()
    const end = store.subscribe(() => {
      if (!isWhole(store.state())) return
      end()
      queueMicrotask(pressAll)
    })
    store.say('said.early')
  }
  return (key) => {
    const state = store.state()
    const isWaiting = waiting.length > 0
    if (!isWaiting && (isWhole(state) || isReady(state, key))) return false
    if (!isWaiting) begin()
    waiting.push(key)
    return true
  }
}

function isReady(state: PageState, key: string): boolean {
  const name = commandOfKey(key)?.name
  if (name === undefined) return true
  const isAhead = state.current + rowsAhead < (state.shown.at(-1) ?? 0)
  return ready.has(name) && (isAhead || (name !== 'command.next' && name !== 'command.pageDown'))
}

function isSamePlace(before: PageState, now: PageState): boolean {
  const id = ({ editing, current }: PageState): string | undefined => editing.pair.beads[current]?.id
  return id(before) === id(now) && before.editing.records === now.editing.records
}

const takesKeys = ({ dialog, linking }: PageState): boolean => dialog !== undefined || linking !== undefined
