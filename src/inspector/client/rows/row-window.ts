import { type Carried, carryHeights, createHeights, type Heights, type KeyedRows } from './heights.ts'

/** Which rows stand in the window of the scroller, and where; pixels of CSS. */
export interface RowWindow {
  heights(): Heights
  /** Where the window begins in the rows. */
  top(): number
  /** Takes other rows; what stands in the window stays where it is as far as it is still there. */
  setRows(rows: KeyedRows, estimate: (row: number) => number): void
  /** Estimates all heights anew, for another width or size of letters. */
  estimateAnew(estimate: (row: number) => number): void
  /** Takes measured heights; true when one was another one than before. */
  measure(measured: readonly (readonly [row: number, height: number])[]): boolean
  /** A person scrolled. */
  scrollTo(top: number): void
  /** Moves the window as little as needed, or far rows to its middle, so that a row stands in it with some room. */
  reveal(row: number, viewport: number): void
  /** Rows to draw: half-open, somewhat more than the window holds. */
  range(viewport: number): readonly [from: number, to: number]
}

const room = 96
const slack = 240
const changeWorthDrawing = 0.5

/** A window at the head of no rows. */
export function createRowWindow(): RowWindow {
  let rows: KeyedRows = { count: 0, keyAt: () => undefined }
  let heights = createHeights(new Float64Array(0))
  /** What stays in its place when heights change: a row, and how far the window begins below its start. */
  let anchor = { row: 0, offset: 0 }
  const top = (): number => Math.max(0, heights.startOf(anchor.row) + anchor.offset)
  const scrollTo = (place: number): void => {
    const row = heights.rowAt(place)
    anchor = { row, offset: place - heights.startOf(row) }
  }
  return {
    heights: () => heights,
    top,
    scrollTo,
    setRows: (next, estimate) => {
      const carried = carryHeights({ ...rows, heights }, next, estimate)
      anchor = carryAnchor(anchor, rows.count, next.count, carried)
      rows = next
      heights = carried.heights
    },
    estimateAnew: (estimate) => {
      heights = createHeights(Float64Array.from({ length: rows.count }, (_, row) => estimate(row)))
    },
    measure: (measured) => {
      let hasChanged = false
      for (const [row, height] of measured) {
        if (Math.abs(heights.heightOf(row) - height) < changeWorthDrawing) continue
        heights.setHeight(row, height)
        hasChanged = true
      }
      return hasChanged
    },
    reveal: (row, viewport) => {
      const start = heights.startOf(row)
      const end = start + heights.heightOf(row)
      const margin = Math.min(room, Math.max(0, (viewport - (end - start)) / 2))
      const here = top()
      const least = end + margin - viewport
      const most = start - margin
      if (here >= least && here <= most) return
      const isFar = Math.abs((here < least ? least : most) - here) > viewport
      const wanted = isFar ? (start + end - viewport) / 2 : here < least ? Math.min(least, most) : most
      scrollTo(Math.max(0, Math.min(wanted, heights.total() - viewport)))
    },
    range: (viewport) => {
      const from = heights.rowAt(Math.max(0, top() - slack))
      const to = Math.min(rows.count, heights.rowAt(top() + viewport + slack) + 1)
      return [from, to]
    },
  }
}

function carryAnchor(
  anchor: { readonly row: number; readonly offset: number },
  before: number,
  after: number,
  { head, tail }: Carried,
): { readonly row: number; readonly offset: number } {
  if (anchor.row < head) return anchor
  if (anchor.row >= before - tail) return { row: anchor.row + after - before, offset: anchor.offset }
  return { row: Math.min(anchor.row, Math.max(0, after - 1)), offset: after === 0 ? 0 : anchor.offset }
}

/** Rows from one up to another one, with a row that is drawn wherever it stands; none for -1. */
export function rowsWith(from: number, to: number, row: number): readonly number[] {
  const rows = Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at)
  if (row < 0 || (row >= from && row < to)) return rows
  return row < from ? [row, ...rows] : [...rows, row]
}
