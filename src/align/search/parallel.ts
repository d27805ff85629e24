import type { Context, PreparedScorer, Scorer } from '../../core/contracts.ts'
import type { LinkedPair } from '../../core/types.ts'
import { type Band, bandAlong, bandWhole, type Point, type Width } from './band.ts'
import { findRoute } from './coarse.ts'
import { learnFrom } from './learning.ts'
import { bestPath, type Step, scoreTable, stepsOf } from './monotonic.ts'
import { idleSegments, scoreInText } from './seams.ts'
import { type Shape, shapesFrom, simpleShapes, usualShapes } from './shapes.ts'
import { type PlacedStep, withCrossings } from './swaps.ts'

/** How far a search of single segments looks to each side of a path that a coarse search has found, or that is in doubt. */
const wide: Width = { columns: 12, rows: 6 }
/** The same where the path is sure. */
const narrow: Width = { columns: 5, rows: 1 }
/** A bead less probable than this puts the path in doubt, so many rows before and after it. */
const sure = 0.85
const doubtfulRows = 8

/** Witnesses of a bead depend on each other; set so that beads shown as 0.9 are right nine times in ten on own text. */
const temperature = 1.8
/** Before anything is known, this share of the segments is taken to have no counterpart. */
const firstUnpaired = 0.06
/** Times the search learns from what it found. */
const lessons = 2

/** Learning from fewer beads than this takes chance for rule. */
const enoughBeads = 12

/** What the order-keeping search found, and the pair as it saw it (with what it learnt). */
export interface ParallelSearch {
  readonly pair: LinkedPair
  readonly prepared: readonly PreparedScorer[]
  /** By their place in the source; only a finished search has beads that cross others. */
  readonly steps: readonly PlacedStep[]
}

/** What one search found, and the shapes it looked for. */
interface Found extends ParallelSearch {
  readonly shapes: readonly Shape[]
  readonly steps: readonly Step[]
}

/** A first look: the way through both texts, by what the lexicon knows and by the lengths. */
export function lookParallel(pair: LinkedPair, scorers: readonly Scorer[], context: Context): ParallelSearch {
  context.progress?.('aligning', 0, lessons + 1)
  const shapes = usualShapes(firstUnpaired)
  const route = findRoute(pair, scorers, simpleShapes(shapes))
  return search(pair, scorers, shapes, route, () => wide)
}

/**
 * Best path of beads that keep the order of both texts. What a look finds teaches how words are rendered, how lengths run
 * and which shapes are usual in these texts; then the search is made again near the path.
 */
export function searchParallel(look: ParallelSearch, scorers: readonly Scorer[], context: Context): ParallelSearch {
  if (sureBeads(look) < enoughBeads)
    return crossed(search(look.pair, scorers, shapesFrom(activeShapes(look)), pathOf(look), widthsOf(look)))
  let found: ParallelSearch = look
  let last: Found | undefined
  for (let lesson = 1; lesson <= lessons; lesson++) {
    context.progress?.('aligning', lesson, lessons + 1)
    const pair = learnFrom(found.pair, found.steps)
    last = search(pair, scorers, shapesFrom(activeShapes(found)), pathOf(found), widthsOf(found))
    found = last
  }
  context.progress?.('aligning', lessons + 1, lessons + 1)
  return last === undefined ? found : crossed(last)
}

/** The search with the passages that stand in another order. */
function crossed({ shapes, ...found }: Found): ParallelSearch {
  const { pair, prepared, steps } = found
  const isIdle = { source: idleSegments(pair.source), target: idleSegments(pair.target) }
  const score = scoreInText(pair, prepared, shapes)
  return { ...found, steps: withCrossings({ steps, shapes, score, temperature, isIdle }) }
}

const sureBeads = ({ steps }: ParallelSearch): number =>
  steps.filter(({ shape, score, posterior }) => shape.source > 0 && shape.target > 0 && score > 0 && posterior > 0.5)
    .length

function search(
  pair: LinkedPair,
  scorers: readonly Scorer[],
  shapes: readonly Shape[],
  route: readonly Point[] | undefined,
  widthAt: (row: number) => Width,
): Found {
  const [sources, targets] = [pair.source.segments.length, pair.target.segments.length]
  const band: Band = route === undefined ? bandWhole(sources, targets) : bandAlong(sources, targets, route, widthAt)
  const prepared = scorers.map((scorer) => scorer.prepare(pair))
  const table = scoreTable(band, shapes, sources, targets, scoreInText(pair, prepared, shapes))
  return { pair, prepared, shapes, steps: stepsOf(table, bestPath(table), temperature) }
}

/** Shapes of the beads that were found, but for boilerplate that was set aside. */
function activeShapes({ pair, steps }: ParallelSearch): readonly Shape[] {
  const source = idleSegments(pair.source)
  const target = idleSegments(pair.target)
  return steps.flatMap(({ i, j, shape }) =>
    (shape.target === 0 && source(i)) || (shape.source === 0 && target(j)) ? [] : [shape],
  )
}

function pathOf({ pair, steps }: ParallelSearch): readonly Point[] {
  const end = { source: pair.source.segments.length, target: pair.target.segments.length }
  return [...steps.map(({ i, j }) => ({ source: i, target: j })), end]
}

/** Wide near beads that are in doubt, narrow elsewhere. */
function widthsOf({ pair, steps }: ParallelSearch): (row: number) => Width {
  const isDoubtful = new Uint8Array(pair.source.segments.length + 1)
  for (const { i, shape, posterior } of steps)
    if (posterior < sure) isDoubtful.fill(1, Math.max(0, i - doubtfulRows), i + shape.source + doubtfulRows)
  return (row) => (isDoubtful[row] === 1 ? wide : narrow)
}
