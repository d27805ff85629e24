import type { PageState } from './types.ts'

/** Holds the state of the page and tells who listens when it is another one. */
export interface Cell {
  get(): PageState
  set(next: PageState): void
  /** Says something in the live region. */
  say(key: NonNullable<PageState['said']>['key'], values?: NonNullable<PageState['said']>['values']): void
  subscribe(changed: () => void): () => void
}

/** A cell with this state in it. */
export function createCell(first: PageState): Cell {
  const listeners = new Set<() => void>()
  let state = first
  const set = (next: PageState): void => {
    if (next === state) return
    state = next
    for (const listener of listeners) listener()
  }
  return {
    get: () => state,
    set,
    say: (key, values = {}) => set({ ...state, said: { key, values } }),
    subscribe: (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
  }
}
