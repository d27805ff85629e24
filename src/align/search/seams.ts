import type { PreparedScorer } from '../../core/contracts.ts'
import type { AnalysedDocument, LinkedPair } from '../../core/types.ts'
import { type Bounds, noBounds } from './bounds.ts'
import { type Shape, skipAtNoCost } from './shapes.ts'
import { type BeadScore, sumOf } from './sum.ts'

/**
 * Score of a bead within its text: boilerplate is left out at no cost, sentences are joined across paragraphs at one, and
 * none across the points of the bounds.
 */
export function scoreInText(
  pair: LinkedPair,
  prepared: readonly PreparedScorer[],
  shapes: readonly Shape[],
  bounds: Bounds = noBounds,
): BeadScore {
  const atNoCost = skipAtNoCost(shapes)
  const sum = sumOf(prepared)
  const { points, taken } = bounds
  const source = seamsOf(pair.source, taken?.source)
  const target = seamsOf(pair.target, taken?.target)
  const score: BeadScore = (sFrom, sTo, tFrom, tTo) => {
    if (sFrom === sTo) return isIdle(target, tFrom, tTo) ? atNoCost.target : 0
    if (tFrom === tTo) return isIdle(source, sFrom, sTo) ? atNoCost.source : 0
    if (isIdle(source, sFrom, sTo) || isIdle(target, tFrom, tTo)) return never
    return joinCost(source, sFrom, sTo) + joinCost(target, tFrom, tTo) + sum(sFrom, sTo, tFrom, tTo)
  }
  if (points.length === 0) return score
  const here = partsOf(
    pair.source.segments.length,
    points.map((point) => point.source),
  )
  const there = partsOf(
    pair.target.segments.length,
    points.map((point) => point.target),
  )
  return (sFrom, sTo, tFrom, tTo) => {
    const isApart =
      sFrom < sTo &&
      tFrom < tTo &&
      (here[sFrom] !== here[sTo - 1] || there[tFrom] !== there[tTo - 1] || here[sFrom] !== there[tFrom])
    return isApart ? never : score(sFrom, sTo, tFrom, tTo)
  }
}

/** For every segment, how many points lie before it. */
function partsOf(count: number, points: readonly number[]): Uint32Array {
  const parts = new Uint32Array(count + 1)
  for (const point of points) parts[point] = (parts[point] ?? 0) + 1
  for (let i = 1; i <= count; i++) parts[i] = (parts[i] ?? 0) + (parts[i - 1] ?? 0)
  return parts
}

/** What it costs (0 or less) to join the segments of a bead across the paragraphs of its texts. */
export function joinCosts(pair: LinkedPair): BeadScore {
  const source = seamsOf(pair.source)
  const target = seamsOf(pair.target)
  return (sFrom, sTo, tFrom, tTo) => joinCost(source, sFrom, sTo) + joinCost(target, tFrom, tTo)
}

/** Tells segments of boilerplate, and empty ones. */
export function idleSegments(document: AnalysedDocument): (segment: number) => boolean {
  return (segment) =>
    document.analyses[segment]?.length === 0 ||
    document.blocks[document.segments[segment]?.block ?? -1]?.role === 'boilerplate'
}

/** Boilerplate and empty segments are paired with nothing, and nothing is paired across a point of the bounds. */
const never = -1000

interface Seams {
  /** Segments of boilerplate, and those that are taken, before each index. */
  readonly idle: Uint32Array
  /** Summed cost (0 or less) of joining neighbours up to each index. */
  readonly cost: Float64Array
}

/** What joining two paragraphs into one bead costs; a heading is hardly ever joined with its text. */
const paragraphCost = -1.5
const headingCost = -3

function seamsOf(document: AnalysedDocument, taken?: Uint8Array): Seams {
  const count = document.segments.length
  const idle = new Uint32Array(count + 1)
  const cost = new Float64Array(count + 1)
  const isIdleSegment = idleSegments(document)
  const block = (i: number) => document.blocks[document.segments[i]?.block ?? -1]
  for (let i = 0; i < count; i++) {
    idle[i + 1] = (idle[i] ?? 0) + (taken?.[i] === 1 || isIdleSegment(i) ? 1 : 0)
    const isSeam = i > 0 && !document.segmented && document.segments[i]?.block !== document.segments[i - 1]?.block
    const isHeading = isSeam && (block(i)?.role === 'heading' || block(i - 1)?.role === 'heading')
    cost[i] = (cost[i - 1] ?? 0) + (isSeam ? (isHeading ? headingCost : paragraphCost) : 0)
  }
  return { idle, cost }
}

/** What it costs to join the segments of a range. */
const joinCost = (seams: Seams, from: number, to: number): number =>
  (seams.cost[to - 1] as number) - (seams.cost[from] as number)

/** Leaving out boilerplate costs nothing: the prior of a deletion is taken back. */
const isIdle = (seams: Seams, from: number, to: number): boolean =>
  to > from && (seams.idle[to] as number) > (seams.idle[from] as number)
