import type { MemoryUnit } from '../../../../memory-view.ts'
import type { ListState, MemoryState } from './types.ts'

/** Units fetched at once. */
export const rowsOfPage = 100

/** A unit of the list; undefined while it is not here. */
export const unitAt = ({ pages }: ListState, row: number): MemoryUnit | undefined =>
  pages.get(Math.floor(row / rowsOfPage))?.[row % rowsOfPage]

/** How many rows the tab has. */
export function rowsOf(state: MemoryState): number {
  if (state.tab === 'units') return state.list.count
  if (state.tab === 'concordance') return state.concordance.answer?.lines.length ?? 0
  if (state.tab === 'fuzzy') return state.fuzzy.answer?.matches.length ?? 0
  return 0
}

/** The unit of the current row of the tab. */
export function currentUnit(state: MemoryState): MemoryUnit | undefined {
  if (state.current < 0) return undefined
  if (state.tab === 'units') return unitAt(state.list, state.current)
  if (state.tab === 'concordance') return state.concordance.answer?.lines[state.current]?.unit
  if (state.tab === 'fuzzy') return state.fuzzy.answer?.matches[state.current]?.unit
  return undefined
}

/** Keys of the units that a command is about: the selected ones, else the current one. */
export function actedKeys(state: MemoryState): readonly number[] {
  if (state.selected.size > 0) return [...state.selected]
  const unit = currentUnit(state)
  return unit === undefined ? [] : [unit.key]
}
