import type { TextKey } from '../../locales/en.ts'
import { isWhole } from '../store/early.ts'
import { isSearching } from '../store/page-state.ts'
import { indexIn } from '../store/places.ts'
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
/** What goes by the rows that are shown. */
const byRows: ReadonlySet<TextKey> = new Set([
  'command.next',
  'command.previous',
  'command.pageDown',
  'command.pageUp',
  'command.first',
  'command.last',
  'command.doubtful',
  'command.extendDown',
  'command.extendUp',
])
/** No command of those that are ready goes further at once. */
const rowsAhead = 10

/**
 * Keeps the keys that come too early, with all behind them, and presses them once they can act: when the whole sheet is there,
 * and what is searched is found. Gives back whether a key was kept. They are given up when the page stands on another bead once
 * all is there, or when one of them opens something that would take the next ones.
 */
export function createEarlyKeys(store: Store, press: (key: string) => unknown): (key: string) => boolean {
  let waiting: string[] = []
  const pressAll = (begun: PageState): void => {
    const keys = waiting
    waiting = []
    let pressed = 0
    if (isWhole(begun) || isSamePlace(begun, store.state()))
      for (const key of keys) {
        press(key)
        pressed++
        if (takesKeys(store.state()) || commandOfKey(key)?.name === 'command.search') break
      }
    if (pressed < keys.length) store.say('said.tooEarly', { count: keys.length - pressed })
  }
  const begin = (begun: PageState): void => {
    const end = store.subscribe(() => {
      if (!isWhole(store.state()) || isSearching(store.state())) return
      end()
      queueMicrotask(() => pressAll(begun))
    })
    if (!isWhole(begun)) store.say('said.early')
  }
  return (key) => {
    const state = store.state()
    if (waiting.length === 0) {
      if (isReady(state, key)) return false
      begin(state)
    }
    waiting.push(key)
    return true
  }
}

function isReady(state: PageState, key: string): boolean {
  const name = commandOfKey(key)?.name
  if (name === undefined) return true
  if (isSearching(state) && !state.linking && byRows.has(name)) return false
  const isAhead = indexIn(state.shown, state.current) + rowsAhead < state.shown.length
  return isWhole(state) || (ready.has(name) && (isAhead || (name !== 'command.next' && name !== 'command.pageDown')))
}

function isSamePlace(before: PageState, now: PageState): boolean {
  const id = ({ editing, current }: PageState): string | undefined => editing.pair.beads[current]?.id
  return id(before) === id(now) && before.editing.records === now.editing.records
}

const takesKeys = ({ dialog, linking }: PageState): boolean => dialog !== undefined || linking !== undefined
