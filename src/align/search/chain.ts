import type { Point } from './band.ts'

/**
 * Of cells that may lie on one rising way, those that lie on every longest one: where two of equal length part, neither is
 * taken. The result rises on both sides. Takes n log n steps.
 */
export function commonChain<Cell extends Point>(cells: readonly Cell[]): readonly Cell[] {
  // Of cells in one row only one can be taken: the later come first, so that none continues another.
  const sorted = [...cells].sort((a, b) => a.source - b.source || b.target - a.target)
  const before = chainLengths(sorted.map(({ target }) => target))
  const after = chainLengths(sorted.map(({ target }) => -target).reverse()).reverse()
  const longest = before.reduce((most, length) => Math.max(most, length), 0)
  const isOnOne = (k: number): boolean => (before[k] ?? 0) + (after[k] ?? 0) - 1 === longest
  const rivals = new Uint32Array(longest + 1)
  before.forEach((length, k) => {
    if (isOnOne(k)) rivals[length] = (rivals[length] ?? 0) + 1
  })
  return sorted.filter((_, k) => isOnOne(k) && rivals[before[k] ?? 0] === 1)
}

/** For each value, the length of the longest strictly rising subsequence that ends in it. */
function chainLengths(values: readonly number[]): number[] {
  /** Least value that ends a subsequence of each length, less 1. */
  const ends: number[] = []
  return values.map((value) => {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ends[middle] ?? 0) < value) low = middle + 1
      else high = middle
    }
    ends[low] = value
    return low + 1
  })
}
