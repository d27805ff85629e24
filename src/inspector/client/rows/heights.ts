/** Heights of rows one above the other, some measured and some estimated. All pixels are those of CSS. */
export interface Heights {
  readonly count: number
  total(): number
  /** Where a row begins. */
  startOf(row: number): number
  heightOf(row: number): number
  /** The row at a place, the last one behind all. */
  rowAt(offset: number): number
  setHeight(row: number, height: number): void
  /** The heights of rows `from` to `to` (half-open), one after another. */
  slice(from: number, to: number): Float64Array
}

/** Heights that are found and changed in a logarithm of steps (a tree of partial sums, by Fenwick 1994). */
export function createHeights(heights: Float64Array): Heights {
  const count = heights.length
  const sums = sumTree(heights)
  const startOf = (row: number): number => {
    let sum = 0
    for (let at = Math.min(row, count); at > 0; at -= at & -at) sum += sums[at] ?? 0
    return sum
  }
  return {
    count,
    total: () => startOf(count),
    startOf,
    heightOf: (row) => heights[row] ?? 0,
    slice: (from, to) => heights.subarray(from, to),
    rowAt: (offset) => {
      let row = 0
      let rest = offset
      for (let step = highestPower(count); step > 0; step >>= 1) {
        const sum = sums[row + step]
        if (sum === undefined || sum > rest) continue
        row += step
        rest -= sum
      }
      return Math.max(0, Math.min(row, count - 1))
    },
    setHeight: (row, height) => {
      const by = height - (heights[row] ?? 0)
      if (by === 0 || row >= count) return
      heights[row] = height
      for (let at = row + 1; at <= count; at += at & -at) sums[at] = (sums[at] ?? 0) + by
    },
  }
}

function sumTree(heights: Float64Array): Float64Array {
  const sums = new Float64Array(heights.length + 1)
  for (let at = 1; at <= heights.length; at++) {
    const sum = (sums[at] ?? 0) + (heights[at - 1] ?? 0)
    sums[at] = sum
    const above = at + (at & -at)
    if (above <= heights.length) sums[above] = (sums[above] ?? 0) + sum
  }
  return sums
}

function highestPower(count: number): number {
  let power = 1
  while (power * 2 <= count) power *= 2
  return power
}

/** Rows by what tells them apart. */
export interface KeyedRows {
  readonly count: number
  readonly keyAt: (row: number) => string | undefined
  /** Something whose being the same tells at once that a row is the same one. */
  readonly itemAt?: (row: number) => unknown
}

/** What became of rows: as many as `head` stay in front, as many as `tail` behind. */
export interface Carried {
  readonly heights: Heights
  readonly head: number
  readonly tail: number
}

/** The heights of before for rows that are the same ones at the head and at the tail; the rest is estimated. */
export function carryHeights(
  before: KeyedRows & { readonly heights: Heights },
  rows: KeyedRows,
  estimate: (row: number) => number,
): Carried {
  const most = Math.min(before.count, rows.count)
  let head = 0
  while (head < most && isSameRow(before, head, rows, head)) head++
  if (head === before.count && head === rows.count) return { heights: before.heights, head, tail: 0 }
  let tail = 0
  while (tail < most - head && isSameRow(before, before.count - 1 - tail, rows, rows.count - 1 - tail)) tail++
  const next = new Float64Array(rows.count)
  next.set(before.heights.slice(0, head))
  next.set(before.heights.slice(before.count - tail, before.count), rows.count - tail)
  for (let row = head; row < rows.count - tail; row++) next[row] = estimate(row)
  return { heights: createHeights(next), head, tail }
}

function isSameRow(before: KeyedRows, old: number, rows: KeyedRows, row: number): boolean {
  const item = rows.itemAt?.(row)
  return (item !== undefined && item === before.itemAt?.(old)) || before.keyAt(old) === rows.keyAt(row)
}
