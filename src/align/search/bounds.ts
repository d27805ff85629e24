import type { AnalysedDocument, LinkedPair, Pin, SegmentRange } from '../../core/types.ts'
import type { Point } from './band.ts'
import { commonChain } from './chain.ts'
import type { Step } from './monotonic.ts'

/** What every way through two texts keeps to. */
export interface Bounds {
  /** Cells that it goes through, in rising order; no bead reaches over one. */
  readonly points: readonly Point[]
  /** Those of them that were found in the texts, and that nobody has given. */
  readonly found: readonly FoundPoint[]
  /** Segments that pins take; the way passes them by. Absent without pins. */
  readonly taken?: TakenSegments
  readonly pins: readonly Pin[]
}

/** A cell that both texts speak for. */
export interface FoundPoint extends Point {
  /** How much they do, in log-odds. */
  readonly worth: number
}

/** 1 for every segment that a pin takes. */
export interface TakenSegments {
  readonly source: Uint8Array
  readonly target: Uint8Array
}

export const noBounds: Bounds = { points: [], found: [], pins: [] }

/**
 * The bounds that pins, border lines and found points make. Pins that `steps` of an earlier way, or the border lines, speak
 * against are kept as beads that the way passes by, and found points that others speak against are left out.
 */
export function boundsOf(
  pair: LinkedPair,
  pins: readonly Pin[],
  steps: readonly Step[],
  found: readonly FoundPoint[],
): Bounds {
  const borders = delimiterPoints(pair)
  const fitting = pins.filter((pin) => pointsBeside(borders, [pin]).length === borders.length)
  const given = [...borders, ...pinsOnWay(fitting, steps).flatMap(cornersOf)]
  const agreeing = pointsBetween(found, inOrder(given))
  const points = inOrder([...given, ...agreeing]).filter((point) => !isCorner(point, pair))
  if (pins.length === 0) return { points, found: agreeing, pins }
  const taken = {
    source: marksOf(
      pair.source.segments.length,
      pins.map((pin) => pin.source),
    ),
    target: marksOf(
      pair.target.segments.length,
      pins.map((pin) => pin.target),
    ),
  }
  return { points, found: agreeing, taken, pins }
}

/** The bounds of a first way: it keeps to border lines and passes all pins by. */
export function freeBounds(pair: LinkedPair, pins: readonly Pin[]): Bounds {
  const all = boundsOf(pair, pins, [], [])
  return { ...all, points: boundsOf(pair, [], [], []).points }
}

/** Every way goes through the corners of the texts. */
const isCorner = ({ source, target }: Point, pair: LinkedPair): boolean =>
  (source === 0 && target === 0) || (source === pair.source.segments.length && target === pair.target.segments.length)

/** Where the way enters and leaves a pin. */
const cornersOf = ({ source, target }: Pin): readonly Point[] => [
  { source: source.from, target: target.from },
  { source: source.to, target: target.to },
]

function marksOf(count: number, ranges: readonly SegmentRange[]): Uint8Array {
  const marks = new Uint8Array(count)
  for (const { from, to } of ranges) marks.fill(1, from, to)
  return marks
}

/** Points in rising order, each once. */
function inOrder<Cell extends Point>(points: readonly Cell[]): readonly Cell[] {
  return [...points]
    .sort((a, b) => a.source - b.source || a.target - b.target)
    .filter((point, k, all) => k === 0 || point.source !== all[k - 1]?.source || point.target !== all[k - 1]?.target)
}

/** A pin against so many beads, each counted by its probability, links across the order of the texts. */
const mostAgainst = 50

/**
 * The pins that the way goes through: of those with two sides the ones on every longest chain, but for pins that stand
 * against dozens of beads of a way that was found without them. The others are kept as beads that it passes by.
 */
function pinsOnWay(pins: readonly Pin[], steps: readonly Step[]): readonly Pin[] {
  const cells = pins
    .filter(({ source, target }) => source.from < source.to && target.from < target.to)
    .map((pin) => ({ source: pin.source.from, target: pin.target.from, pin }))
  if (cells.length === 0) return []
  const against = createOpposition(steps)
  return commonChain(cells.filter(({ pin }) => against(pin) <= mostAgainst)).map(({ pin }) => pin)
}

/** Makes a function that sums the probabilities of the beads that lie before a pin on the one side and behind it on the other. */
function createOpposition(steps: readonly Step[]): (pin: Pin) => number {
  const pairs = steps.filter(({ shape, isPinned }) => isPinned !== true && shape.source > 0 && shape.target > 0)
  const before = new Float64Array(pairs.length + 1)
  pairs.forEach(({ posterior }, k) => {
    before[k + 1] = (before[k] ?? 0) + posterior
  })
  const between = (from: number, to: number): number => (from < to ? (before[to] ?? 0) - (before[from] ?? 0) : 0)
  return ({ source, target }) => {
    const above = countUntil(pairs, ({ i, shape }) => i + shape.source <= source.from)
    const right = countUntil(pairs, ({ j }) => j < target.to)
    const left = countUntil(pairs, ({ j, shape }) => j + shape.target <= target.from)
    const below = countUntil(pairs, ({ i }) => i < source.to)
    return between(right, above) + between(below, left)
  }
}

/** How many beads from the first on pass a test that none passes behind one that does not. */
export function countUntil(steps: readonly Step[], passes: (step: Step) => boolean): number {
  let [low, high] = [0, steps.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const step = steps[middle]
    if (step !== undefined && passes(step)) low = middle + 1
    else high = middle
  }
  return low
}

/** Points that lie before or behind every one of some pins on both sides. */
const pointsBeside = (points: readonly Point[], pins: readonly Pin[]): readonly Point[] =>
  points.filter((point) =>
    pins.every(
      ({ source, target }) =>
        (point.source <= source.from && point.target <= target.from) ||
        (point.source >= source.to && point.target >= target.to),
    ),
  )

/** Points that rise together with the given ones; both are in order. */
function pointsBetween<Cell extends Point>(points: readonly Cell[], given: readonly Point[]): readonly Cell[] {
  let next = 0
  return inOrder(points).filter(({ source, target }) => {
    while (next < given.length && (given[next]?.source ?? 0) < source) next++
    let after = next
    while (given[after]?.source === source) after++
    const isInRow = given.slice(next, after).some((other) => other.target === target)
    if (after > next) return isInRow
    return (given[next - 1]?.target ?? 0) <= target && target <= (given[after]?.target ?? target)
  })
}

/** Why a block is a line between parts of a text, as the user has told. */
export const delimiterRole = 'delimiter'

/** Before and behind each line that the user has given as a border between parts; none when the texts have unequal numbers of them. */
export function delimiterPoints({ source, target }: LinkedPair): readonly Point[] {
  const here = delimitersIn(source)
  const there = delimitersIn(target)
  if (here.length !== there.length) return []
  return here.flatMap((range, k): readonly Point[] => {
    const other = there[k] ?? range
    return [
      { source: range.from, target: other.from },
      { source: range.to, target: other.to },
    ]
  })
}

/** Ranges of the segments of every border line. */
export function delimitersIn({ segments, blocks }: AnalysedDocument): readonly SegmentRange[] {
  const ranges: SegmentRange[] = []
  segments.forEach(({ block }, i) => {
    if (blocks[block]?.why !== delimiterRole) return
    const last = ranges.at(-1)
    if (last !== undefined && segments[i - 1]?.block === block)
      ranges[ranges.length - 1] = { from: last.from, to: i + 1 }
    else ranges.push({ from: i, to: i + 1 })
  })
  return ranges
}
