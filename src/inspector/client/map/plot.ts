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

/**
 * Marks of all beads. Beads of one side are thin: down where only the source goes on, across where only the target does. Beads
 * that follow each other and fall on the same pixels become one mark of the kind that most of them are.
 */
export function plotBeads(beads: readonly Bead[], size: PlotSize): Marks {
  const columns = emptyColumns(beads.length)
  const across = size.width / Math.max(1, size.targetSegments)
  const down = size.height / Math.max(1, size.sourceSegments)
  const least = beads.length < many ? leastOfFew : leastOfMany
  const votes = new Uint32Array(markKinds.length)
  let count = 0
  let cell = -1
  for (const bead of beads) {
    const x = Math.floor(bead.target.from * across)
    const y = Math.floor(bead.source.from * down)
    const isSmall = bead.target.to * across - x <= least && bead.source.to * down - y <= least
    const here = isSmall ? Math.floor(y / least) * 65536 + Math.floor(x / least) : -1
    if (here < 0 || here !== cell) {
      count++
      votes.fill(0)
      putMark(columns, count - 1, bead, { across, down, least, isSmall })
      cell = here
    }
    const kind = kindOf(bead)
    votes[kind] = (votes[kind] ?? 0) + 1
    columns.kind[count - 1] = leader(votes)
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

interface MarkScale {
  /** Pixels a segment. */
  readonly across: number
  readonly down: number
  /** Least size in pixels, and for small marks the grid on which they stand. */
  readonly least: number
  readonly isSmall: boolean
}

function putMark(columns: Columns, at: number, bead: Bead, { across, down, least, isSmall }: MarkScale): void {
  const snap = isSmall ? least : 1
  columns.x[at] = Math.floor((bead.target.from * across) / snap) * snap
  columns.y[at] = Math.floor((bead.source.from * down) / snap) * snap
  columns.width[at] = Math.max(least, (bead.target.to - bead.target.from) * across)
  columns.height[at] = Math.max(least, (bead.source.to - bead.source.from) * down)
}

function kindOf(bead: Bead): number {
  const { state } = bead.decision
  if (state === 'rejected') return 5
  if (state !== 'proposed') return 0
  if (bead.relation === 'translation') return 1
  if (bead.relation === 'partial') return 2
  return bead.relation === 'related' ? 3 : 4
}

/** The kind with most votes; of equals the one that matters more. */
function leader(votes: Uint32Array): number {
  let best = 0
  for (let kind = 1; kind < votes.length; kind++) if ((votes[kind] ?? 0) >= (votes[best] ?? 0)) best = kind
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
