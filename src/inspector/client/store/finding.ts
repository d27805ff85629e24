import type { Search } from '../find/search.ts'
import { findShownInPieces } from '../find/shown.ts'
import { createSlices, type Later } from '../work.ts'
import type { Cell } from './cell.ts'
import { isWhole } from './early.ts'
import { isSearching, withFound } from './page-state.ts'
import type { Filter, PageState } from './types.ts'

/** Finds what the filter of a page lets pass, a slice at a time: no key waits for it. */
export interface Finding {
  setFilter(part: Partial<Filter>): void
  /** Does what goes by the rows: now, or when what is shown is what the filter lets pass. */
  whenFound(act: () => void): void
}

type Found = Pick<PageState, 'hits' | 'shown'>

/** Finding for a page that shows what its filter lets pass. */
export function createFinding(cell: Cell, search: Search, later: Later): Finding {
  const slices = createSlices(later)
  let waiting: readonly (() => void)[] = []
  const done = (found: Found): void => {
    cell.set(withFound(cell.get(), found))
    // Of a first piece alone it would not be the truth.
    if (isWhole(cell.get())) cell.say('said.shown', { count: found.shown.length })
    const acts = waiting
    waiting = []
    for (const act of acts) act()
  }
  return {
    setFilter: (part) => {
      cell.set({ ...cell.get(), filter: { ...cell.get().filter, ...part } })
      slices.start(findAll(cell, search), done)
    },
    whenFound: (act) => {
      if (isSearching(cell.get())) waiting = [...waiting, act]
      else act()
    },
  }
}

/** Starts again when the beads, or what is known of them, became others on the way. */
function* findAll(cell: Cell, search: Search): Generator<undefined, Found> {
  for (;;) {
    const asked = cell.get()
    const { pair } = asked.editing
    const hits = yield* search.findInPieces(pair, asked.filter.text)
    const shown = yield* findShownInPieces(pair.beads, { ...asked, hits })
    if (isSame(asked, cell.get())) return { hits, shown }
  }
}

const looksAt = ['editing', 'filter', 'crossing', 'failed', 'named'] as const

function isSame(before: PageState, now: PageState): boolean {
  return looksAt.every((part) => before[part] === now[part])
}
