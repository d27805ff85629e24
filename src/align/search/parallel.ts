import type { Context, PreparedScorer, Scorer } from '../../core/contracts.ts'
import type { AnalysedDocument, LinkedPair } from '../../core/types.ts'
import { anchorsOf } from './anchors.ts'
import { bandAlong, bandAround } from './band.ts'
import { bestPath, type Step, scoreTable, stepsOf } from './monotonic.ts'
import { scoreInText } from './seams.ts'
import { shapesWith } from './shapes.ts'

/** Up to this many cells the first pass looks at all of them. */
const fullCells = 250_000
/** The second pass looks this far to each side of the path that the first one found. */
const halfWidth = 10
/** Witnesses of a bead depend on each other; set so that beads shown as 0.9 are right nine times in ten on own text. */
const temperature = 2.5
/** A ratio of lengths is taken over when at least this many sure one-to-one beads tell it. */
const enoughBeads = 6

/** What the order-keeping search found, and the pair as it saw it (with its ratio of lengths). */
export interface ParallelSearch {
  readonly pair: LinkedPair
  readonly prepared: readonly PreparedScorer[]
  readonly steps: readonly Step[]
}

/**
 * Best path of beads that keep the order of both texts. A first pass of one-to-one beads in a wide band finds the way and
 * the ratio of lengths, a second pass tries all shapes near it.
 */
export function searchParallel(linked: LinkedPair, scorers: readonly Scorer[], context: Context): ParallelSearch {
  const [sources, targets] = [linked.source.segments.length, linked.target.segments.length]
  context.progress?.('aligning', 0, 2)
  const guess = shapesWith(firstUnpaired)
  const simple = guess.filter((shape) => shape.source + shape.target <= 3)
  const wide = bandAround(sources, targets, anchorsOf(linked), fullCells)
  const first = scoreTable(
    wide,
    simple,
    sources,
    targets,
    scoreInText(
      linked,
      scorers.map((scorer) => scorer.prepare(linked)),
      guess,
    ),
  )
  const route = bestPath(first)
  const found = stepsOf(first, route, temperature)
  const pair = { ...linked, lengthRatio: ratioOf(linked, found) }
  const shapes = shapesWith(unpairedShare(linked, found))
  context.progress?.('aligning', 1, 2)
  const prepared = scorers.map((scorer) => scorer.prepare(pair))
  const narrow = bandAlong(sources, targets, route, halfWidth)
  const table = scoreTable(narrow, shapes, sources, targets, scoreInText(pair, prepared, shapes))
  const steps = stepsOf(table, bestPath(table), temperature)
  context.progress?.('aligning', 2, 2)
  return { pair, prepared, steps }
}

/** Before anything is known, this share of the segments is taken to have no counterpart. */
const firstUnpaired = 0.15
/** Bounds of the share that the first pass may tell: below, one bad bead would drag others along; above, everything would be left out. */
const unpairedBounds = [0.03, 0.4] as const

/** Share of segments that take part and were left without a counterpart by the first pass, less those that n-m beads will take up. */
function unpairedShare(pair: LinkedPair, steps: readonly Step[]): number {
  const idle = (document: AnalysedDocument, i: number): boolean =>
    document.blocks[document.segments[i]?.block ?? -1]?.role === 'boilerplate'
  let lone = 0
  let paired = 0
  for (const { i, j, shape, score } of steps)
    if (shape.source === 1 && shape.target === 1 && score > 0) paired++
    else if (shape.source === 1 && shape.target === 1) lone += 2
    else if (!(shape.source === 1 ? idle(pair.source, i) : idle(pair.target, j))) lone++
  const share = (0.6 * lone) / Math.max(1, lone + paired)
  return Math.min(unpairedBounds[1], Math.max(unpairedBounds[0], share))
}

/** Median ratio of lengths over sure one-to-one beads; 1 while there are too few. */
function ratioOf(pair: LinkedPair, steps: readonly Step[]): number {
  const ratios = steps
    .filter((step) => step.shape.source === 1 && step.shape.target === 1 && step.posterior > 0.8 && step.score > 2)
    .map(({ i, j }) => ((pair.target.analyses[j]?.length ?? 0) + 1) / ((pair.source.analyses[i]?.length ?? 0) + 1))
    .sort((a, b) => a - b)
  return ratios.length < enoughBeads ? pair.lengthRatio : (ratios[ratios.length >> 1] ?? 1)
}
