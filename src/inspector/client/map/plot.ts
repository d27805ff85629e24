import type { Bead } from '../../../editing.ts'

/** How a mark is drawn, the one that matters most last: marks of one place are drawn as what most of them are. */
export const markKinds = ['reviewed', 'translation', 'partial', 'related', 'unaligned', 'rejected'] as const
export type MarkKind = (typeof markKinds)[number]

/** What is plotted, and how large: across is the target, down the source. */
export interface PlotSize {
  readonly sourceSegments: number
  readonly targetSegments: number
  /** In pixels. */
  readonly width: number
  readonly height: number
}

/** Rectangles in pixels, as columns. */
export interface Marks {
  readonly count: number
  readonly x: Float32Array
  readonly y: Float32Array
  readonly width: Float32Array
  readonly height: Float32Array
  /** Index into `markKinds`. */
  readonly kind: Uint8Array
}

/** A mark is at least this large in pixels, so that one bead in a long text is still seen. */
const leastOfFew = 3
const leastOfMany = 2
const many = 1500

/** So many beads are plotted in one piece. */
const beadsAtOnce = 5000

/**
 * Marks of all beads. Beads of one side are thin: down where only the source goes on, across where only the target does. Small
 * beads that fall on the same pixels become one mark of the kind that most of them are. It pauses now and then.
 */
export function* plotBeads(beads: readonly Bead[], size: PlotSize): Generator<undefined, Marks> {
  const columns = emptyColumns(beads.length)
  const scale = scaleOf(size, beads.length < many ? leastOfFew : leastOfMany)
  const { across, down, least } = scale
  const cellsAcross = Math.ceil(size.width / least) + 1
  const cells = new Uint32Array(cellsAcross * (Math.ceil(size.height / least) + 1))
  const votes = new Uint32Array(cells.length * markKinds.length)
  let count = 0
  let left = beadsAtOnce
  for (const bead of beads) {
    if (left-- === 0) {
      yield undefined
      left = beadsAtOnce
    }
    const kind = kindOf(bead)
    const column = Math.floor((bead.target.from * across) / least)
    const row = Math.floor((bead.source.from * down) / least)
    const isSmall = bead.target.to * across <= (column + 1) * least && bead.source.to * down <= (row + 1) * least
    const cell = row * cellsAcross + column
    if (!isSmall) putMark(columns, count++, bead, kind, scale)
    else if (cells[cell] === 0) {
      putCell(columns, count++, column * least, row * least, least)
      cells[cell] = count
    }
    const mark = isSmall ? (cells[cell] ?? 0) - 1 : -1
    if (mark >= 0) columns.kind[mark] = vote(votes, cell * markKinds.length, kind)
  }
  return { ...columns, count }
}

type Columns = Omit<Marks, 'count'>

function emptyColumns(length: number): Columns {
  return {
    x: new Float32Array(length),
    y: new Float32Array(length),
    width: new Float32Array(length),
    height: new Float32Array(length),
    kind: new Uint8Array(length),
  }
}

interface PlotScale {
  /** Pixels a segment. */
  readonly across: number
  readonly down: number
  /** Least size in pixels, and the grid on which small marks stand. */
  readonly least: number
}

function scaleOf(size: PlotSize, least: number): PlotScale {
  return {
    across: size.width / Math.max(1, size.targetSegments),
    down: size.height / Math.max(1, size.sourceSegments),
    least,
  }
}

function putMark(columns: Columns, at: number, bead: Bead, kind: number, { across, down, least }: PlotScale): void {
  columns.x[at] = Math.floor(bead.target.from * across)
  columns.y[at] = Math.floor(bead.source.from * down)
  columns.width[at] = Math.max(least, (bead.target.to - bead.target.from) * across)
  columns.height[at] = Math.max(least, (bead.source.to - bead.source.from) * down)
  columns.kind[at] = kind
}

function putCell(columns: Columns, at: number, x: number, y: number, size: number): void {
  columns.x[at] = x
  columns.y[at] = y
  columns.width[at] = size
  columns.height[at] = size
}

function kindOf(bead: Bead): number {
  const { state } = bead.decision
  if (state === 'rejected') return 5
  if (state !== 'proposed') return 0
  if (bead.relation === 'translation') return 1
  if (bead.relation === 'partial') return 2
  return bead.relation === 'related' ? 3 : 4
}

/** Counts a vote of a cell; the kind that has most then, of equals the one that matters more. */
function vote(votes: Uint32Array, first: number, kind: number): number {
  votes[first + kind] = (votes[first + kind] ?? 0) + 1
  let best = 0
  for (let other = 1; other < markKinds.length; other++)
    if ((votes[first + other] ?? 0) >= (votes[first + best] ?? 0)) best = other
  return best
}

/** A rectangle in pixels. */
export interface Frame {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** What beads of the places `first` to `last` (both inclusive) cover: the part of both texts that is seen. */
export function frameOf(beads: readonly Bead[], size: PlotSize, first: number, last: number): Frame | undefined {
  let [left, right, top, bottom] = [Number.POSITIVE_INFINITY, 0, Number.POSITIVE_INFINITY, 0]
  for (let place = Math.max(0, first); place <= last; place++) {
    const bead = beads[place]
    if (bead === undefined) break
    left = Math.min(left, bead.target.from)
    right = Math.max(right, bead.target.to)
    top = Math.min(top, bead.source.from)
    bottom = Math.max(bottom, bead.source.to)
  }
  if (left > right) return undefined
  const across = size.width / Math.max(1, size.targetSegments)
  const down = size.height / Math.max(1, size.sourceSegments)
  return { x: left * across, y: top * down, width: (right - left) * across, height: (bottom - top) * down }
}

/** A step down counts as this many across: rows go by the source, so what was pointed at is above all a height. */
const heightWeight = 3

/** Place of the bead that is nearest to a point in pixels; -1 when there are none. */
export function nearestBead(beads: readonly Bead[], size: PlotSize, x: number, y: number): number {
  const across = size.width / Math.max(1, size.targetSegments)
  const down = size.height / Math.max(1, size.sourceSegments)
  let best = -1
  let bestDistance = Number.POSITIVE_INFINITY
  for (let place = 0; place < beads.length; place++) {
    const bead = beads[place]
    if (bead === undefined) continue
    const dx = outside(x, bead.target.from * across, bead.target.to * across)
    const dy = outside(y, bead.source.from * down, bead.source.to * down) * heightWeight
    const distance = dx * dx + dy * dy
    if (distance < bestDistance) {
      best = place
      bestDistance = distance
    }
  }
  return best
}

function outside(value: number, low: number, high: number): number {
  if (value < low) return low - value
  return value > high ? value - high : 0
}
