import type { Context, PreparedScorer, Scorer } from '../../core/contracts.ts'
import type { LinkedPair, Pin } from '../../core/types.ts'
import { lookWithin } from './anchors.ts'
import { type Band, bandThrough } from './band.ts'
import type { Bounds } from './bounds.ts'
import { findRoute } from './coarse.ts'
import { learnFrom } from './learning.ts'
import { likelyBand } from './likely.ts'
import { bestPath, scoreTable, stepsOf, sumsOf } from './monotonic.ts'
import { idleSegments, scoreInText } from './seams.ts'
import { withPins } from './settle.ts'
import { type Shape, shapesFrom, simpleShapes, usualShapes } from './shapes.ts'
import { type PlacedStep, withCrossings } from './swaps.ts'

/** How many columns a search looks to each side of what the one before it left open. */
const aside = 1

/** Witnesses of a bead depend on each other; set so that beads shown as 0.9 are right nine times in ten on own text. */
export const temperature = 1.8
/** Before anything is known, this share of the segments is taken to have no counterpart. */
const firstUnpaired = 0.06
/** Times the search learns from what it found. */
export const lessons = 2

/** Learning from fewer beads than this takes chance for rule. */
const enoughBeads = 12

/** What the order-keeping search found, and the pair as it saw it (with what it learnt). */
export interface ParallelSearch {
  readonly pair: LinkedPair
  readonly scorers: readonly Scorer[]
  readonly prepared: readonly PreparedScorer[]
  /** By their place in the source, pinned beads among them; only a finished search has beads that cross others. */
  readonly steps: readonly PlacedStep[]
  readonly shapes: readonly Shape[]
  readonly bounds: Bounds
  /** The cells that the search leaves open. */
  readonly open: Band
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
  const simple = simpleShapes(shapes)
  const [sources, targets] = [pair.source.segments.length, pair.target.segments.length]
  const prepared = scorers.map((scorer) => scorer.prepare(pair))
  return lookWithin(pair, pins, (bounds) => {
    const route = findRoute(pair, scorers, simple, temperature, bounds.points)
    const band = bandThrough(route, targets, bounds.points)
    const table = scoreTable(band, simple, sources, targets, scoreInText(pair, prepared, shapes, bounds))
    const open = likelyBand(table, sumsOf(table, temperature), aside)
    return search({ pair, scorers, prepared, bounds }, shapes, open)
  })
}

/**
 * Best path of beads that keep the order of both texts. What a look finds teaches how words are rendered, how lengths run
 * and which shapes are usual in these texts; then the search is made again among the cells that it leaves open.
 */
export function searchParallel(look: ParallelSearch, scorers: readonly Scorer[], context: Context): ParallelSearch {
  let found = look
  if (sureBeads(look) < enoughBeads) return crossed(searchAgain(look.pair, scorers, look))
  for (let lesson = 1; lesson <= lessons; lesson++) {
    context.progress?.('aligning', lesson, lessons + 1)
    found = searchAgain(learnFrom(found.pair, found.steps), scorers, found)
  }
  context.progress?.('aligning', lessons + 1, lessons + 1)
  return crossed(found)
}

/** The search with the passages that stand in another order. */
function crossed(found: ParallelSearch): ParallelSearch {
  const { pair, prepared, steps, shapes, bounds } = found
  const isIdle = {
    source: besideWay(idleSegments(pair.source), bounds.taken?.source),
    target: besideWay(idleSegments(pair.target), bounds.taken?.target),
  }
  const score = scoreInText(pair, prepared, shapes, bounds)
  return { ...found, steps: withCrossings({ steps, shapes, score, temperature, isIdle }) }
}

/** Tells segments that take no part, or that pins hold. */
const besideWay =
  (isIdle: (segment: number) => boolean, taken: Uint8Array | undefined) =>
  (segment: number): boolean =>
    taken?.[segment] === 1 || isIdle(segment)

const sureBeads = ({ steps }: ParallelSearch): number =>
  steps.filter(({ shape, score, posterior }) => shape.source > 0 && shape.target > 0 && score > 0 && posterior > 0.5)
    .length

function searchAgain(pair: LinkedPair, scorers: readonly Scorer[], found: ParallelSearch): ParallelSearch {
  const prepared = scorers.map((scorer) => {
    const before = scorer.learns ? undefined : found.prepared[found.scorers.indexOf(scorer)]
    return before ?? scorer.prepare(pair)
  })
  return search({ pair, scorers, prepared, bounds: found.bounds }, shapesFrom(activeShapes(found)), found.open)
}

function search(
  ready: Pick<ParallelSearch, 'pair' | 'scorers' | 'prepared' | 'bounds'>,
  shapes: readonly Shape[],
  near: Band,
): ParallelSearch {
  const { pair, prepared, bounds } = ready
  const [sources, targets] = [pair.source.segments.length, pair.target.segments.length]
  const band = bandThrough(near, targets, bounds.points)
  const table = scoreTable(band, shapes, sources, targets, scoreInText(pair, prepared, shapes, bounds))
  const sums = sumsOf(table, temperature)
  const steps = withPins(stepsOf(table, bestPath(table), sums), bounds, shapes, prepared)
  return { ...ready, steps, shapes, open: likelyBand(table, sums, aside) }
}

/** Shapes of the beads that were found, but for pins and for boilerplate that was set aside. */
export function activeShapes({ pair, steps }: Pick<ParallelSearch, 'pair' | 'steps'>): readonly Shape[] {
  const source = idleSegments(pair.source)
  const target = idleSegments(pair.target)
  return steps.flatMap(({ i, j, shape, isPinned }) =>
    isPinned === true || (shape.target === 0 && source(i)) || (shape.source === 0 && target(j)) ? [] : [shape],
  )
}
