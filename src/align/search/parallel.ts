import type { Context, PreparedScorer, Scorer } from '../../core/contracts.ts'
import type { LinkedPair, Pin } from '../../core/types.ts'
import { lookWithin } from './anchors.ts'
import { type Band, bandAlong, bandThrough, bandWhole, type Point, type Width } from './band.ts'
import { type Bounds, noBounds } from './bounds.ts'
import { findRoute } from './coarse.ts'
import { learnFrom } from './learning.ts'
import { bestPath, type Step, scoreTable, stepsOf } from './monotonic.ts'
import { idleSegments, scoreInText } from './seams.ts'
import { withPins } from './settle.ts'
import { type Shape, shapesFrom, simpleShapes, usualShapes } from './shapes.ts'

/** How far a search of single segments looks to each side of a path that a coarse search has found, or that is in doubt. */
export const wide: Width = { columns: 12, rows: 6 }
/** The same where the path is sure. */
const narrow: Width = { columns: 5, rows: 1 }
/** A bead less probable than this puts the path in doubt, so many rows before and after it. */
const sure = 0.85
const doubtfulRows = 8

/** Witnesses of a bead depend on each other; set so that beads shown as 0.9 are right nine times in ten on own text. */
export const temperature = 2.5
/** Before anything is known, this share of the segments is taken to have no counterpart. */
const firstUnpaired = 0.06
/** Times the search learns from what it found. */
export const lessons = 2

/** Learning from fewer beads than this takes chance for rule. */
const enoughBeads = 12

/** What the order-keeping search found, and the pair as it saw it (with what it learnt). */
export interface ParallelSearch {
  readonly pair: LinkedPair
  readonly prepared: readonly PreparedScorer[]
  /** In the order of the way, pinned beads among them. */
  readonly steps: readonly Step[]
  readonly shapes: readonly Shape[]
  readonly bounds: Bounds
}

/**
 * A first look: the way through both texts, by what the lexicon knows and by the lengths. It keeps to pins, to borders that
 * the user has given, and to headings and article numbers where both texts have the same ones.
 */
export function lookParallel(
  pair: LinkedPair,
  scorers: readonly Scorer[],
  context: Context,
  pins: readonly Pin[] = [],
): ParallelSearch {
  context.progress?.('aligning', 0, lessons + 1)
  const shapes = usualShapes(firstUnpaired)
  return lookWithin(pair, pins, (bounds) => {
    const route = findRoute(pair, scorers, simpleShapes(shapes), bounds.points)
    return search(pair, scorers, shapes, route, () => wide, bounds)
  })
}

/**
 * Best path of beads that keep the order of both texts. What a look finds teaches how words are rendered, how lengths run
 * and which shapes are usual in these texts; then the search is made again near the path.
 */
export function searchParallel(look: ParallelSearch, scorers: readonly Scorer[], context: Context): ParallelSearch {
  let found = look
  const { bounds } = look
  if (sureBeads(look) < enoughBeads)
    return search(look.pair, scorers, shapesFrom(activeShapes(look)), pathOf(look), widthsOf(look), bounds)
  for (let lesson = 1; lesson <= lessons; lesson++) {
    context.progress?.('aligning', lesson, lessons + 1)
    const pair = learnFrom(found.pair, found.steps)
    found = search(pair, scorers, shapesFrom(activeShapes(found)), pathOf(found), widthsOf(found), bounds)
  }
  context.progress?.('aligning', lessons + 1, lessons + 1)
  return found
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
  bounds: Bounds = noBounds,
): ParallelSearch {
  const [sources, targets] = [pair.source.segments.length, pair.target.segments.length]
  const near: Band = route === undefined ? bandWhole(sources, targets) : bandAlong(sources, targets, route, widthAt)
  const band = bandThrough(near, targets, bounds.points)
  const prepared = scorers.map((scorer) => scorer.prepare(pair))
  const table = scoreTable(band, shapes, sources, targets, scoreInText(pair, prepared, shapes, bounds))
  const steps = withPins(stepsOf(table, bestPath(table), temperature), bounds, shapes, prepared)
  return { pair, prepared, steps, shapes, bounds }
}

/** Shapes of the beads that were found, but for pins and for boilerplate that was set aside. */
export function activeShapes({ pair, steps }: Pick<ParallelSearch, 'pair' | 'steps'>): readonly Shape[] {
  const source = idleSegments(pair.source)
  const target = idleSegments(pair.target)
  return steps.flatMap(({ i, j, shape, isPinned }) =>
    isPinned === true || (shape.target === 0 && source(i)) || (shape.source === 0 && target(j)) ? [] : [shape],
  )
}

/** The way through the corners of its beads; pins that it passes by are left out. */
export function pathOf({ pair, steps }: Pick<ParallelSearch, 'pair' | 'steps'>): readonly Point[] {
  const start = { source: 0, target: 0 }
  const end = { source: pair.source.segments.length, target: pair.target.segments.length }
  const way = steps.filter(({ isPinned }) => isPinned !== true).map(({ i, j }) => ({ source: i, target: j }))
  return [start, ...way, end]
}

/** Wide near beads that are in doubt, narrow elsewhere. */
export function widthsOf({ pair, steps }: ParallelSearch): (row: number) => Width {
  const isDoubtful = new Uint8Array(pair.source.segments.length + 1)
  for (const { i, shape, posterior } of steps)
    if (posterior < sure) isDoubtful.fill(1, Math.max(0, i - doubtfulRows), i + shape.source + doubtfulRows)
  return (row) => (isDoubtful[row] === 1 ? wide : narrow)
}
