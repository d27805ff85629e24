import type { Span } from '../core/types.ts'
import { ratio, type Scores, scores } from './evaluate.ts'
import type { GoldUnit, SpanPair } from './gold.ts'

/** The two texts and what belongs together in them. */
export interface SpanGold {
  readonly sourceText: string
  readonly targetText: string
  readonly units: readonly GoldUnit[]
}

/** What counts as right. */
export interface SpanScoreOptions {
  /** A pair that covers more units than this is not right. */
  readonly maxUnits: number
  /** Pairs with a lower score take no part; a pair without a score always does. */
  readonly minScore: number
}
/** Up to three units a pair, whatever its score. */
export const defaultSpanScoreOptions: SpanScoreOptions = { maxUnits: 3, minScore: Number.NEGATIVE_INFINITY }

/** How well pairs of stretches of text agree with the gold units. */
export interface SpanScores {
  readonly pairs: number
  readonly correct: number
  readonly units: number
  readonly covered: number
  /** Pairs with an empty side, which say nothing. */
  readonly ignored: number
  /** Precision counts pairs, recall counts units. */
  readonly unit: Scores
  /** The same weighed by characters that are not white space. */
  readonly characters: Scores
  /** Only pairs that hold their units nearly whole (80 %) count. */
  readonly exact: Scores
  /** Present when every pair has a score. */
  readonly ranked?: Ranked
}
/** How well the scores of the pairs put the right ones first. */
export interface Ranked {
  readonly averagePrecision: number
  /** The score at which cutting off the rest gives the best F1. */
  readonly best: Scores & { readonly threshold: number }
}

/** Shares of characters, measured on hand-made gold: a stray character at a border does no harm, half a sentence does. */
const touchedSpan = 0.1
const touchedUnit = 0.5
const strayText = 0.1
const coveredUnit = 0.5
const wholeUnit = 0.8
const strayUnits = 2

/** One text with its gold stretches, ready for questions about any span of it. */
interface Side {
  readonly text: string
  readonly units: readonly Span[]
  /** Characters of each unit that are not white space. */
  readonly weights: readonly number[]
  /** Indexes of units in the order of their start. */
  readonly order: readonly number[]
  weigh(start: number, end: number): number
}

/** What the stretches of one side of a pair touch. */
interface Look {
  readonly spans: readonly Span[]
  readonly total: number
  readonly units: readonly number[]
  readonly isWhole: boolean
  readonly isDirty: boolean
}

interface Judged {
  readonly source: readonly Span[]
  readonly target: readonly Span[]
  readonly units: readonly number[]
  readonly weight: number
  readonly isRight: boolean
  readonly isExact: boolean
  readonly score?: number
}

/**
 * Scores pairs of text stretches. A pair is right when both its sides touch the same gold units, at most `maxUnits` of them,
 * and hold little other text; a unit is covered when half of both its sides lies in right pairs.
 */
export function evaluateSpans(
  gold: SpanGold,
  pairs: readonly SpanPair[],
  options: SpanScoreOptions = defaultSpanScoreOptions,
): SpanScores {
  const source = prepareSide(
    gold.sourceText,
    gold.units.map((unit) => unit.source),
  )
  const target = prepareSide(
    gold.targetText,
    gold.units.map((unit) => unit.target),
  )
  const kept = pairs.filter((pair) => (pair.score ?? 1) >= options.minScore)
  const judged = kept.flatMap((pair) => judge(source, target, pair, options.maxUnits))
  const hasScores = judged.length > 0 && judged.every((pair) => pair.score !== undefined)
  return {
    ...summarise(source, target, judged),
    ignored: kept.length - judged.length,
    ...(hasScores ? { ranked: rank(judged, gold.units.length) } : {}),
  }
}

function prepareSide(text: string, units: readonly Span[]): Side {
  const sums = new Uint32Array(text.length + 1)
  for (let i = 0; i < text.length; i++) sums[i + 1] = (sums[i] ?? 0) + (isBlank(text, i) ? 0 : 1)
  const weigh = (start: number, end: number): number => (end > start ? (sums[end] ?? 0) - (sums[start] ?? 0) : 0)
  return {
    text,
    units,
    weights: units.map((unit) => weigh(unit.start, unit.end)),
    order: units.map((_, i) => i).sort((a, b) => (units[a]?.start ?? 0) - (units[b]?.start ?? 0)),
    weigh,
  }
}

const isBlank = (text: string, at: number): boolean => /\s/u.test(text.charAt(at))

function judge(source: Side, target: Side, pair: SpanPair, maxUnits: number): readonly Judged[] {
  const left = look(source, pair.source)
  const right = look(target, pair.target)
  if (left.total === 0 || right.total === 0) return []
  const isSame = left.units.length > 0 && left.units.join() === right.units.join()
  const isRight = isSame && left.units.length <= maxUnits && !left.isDirty && !right.isDirty
  return [
    {
      source: left.spans,
      target: right.spans,
      units: left.units,
      weight: left.total + right.total,
      isRight,
      isExact: isRight && left.isWhole && right.isWhole,
      ...(pair.score === undefined ? {} : { score: pair.score }),
    },
  ]
}

function look(side: Side, given: readonly Span[]): Look {
  const spans = given.map((span) => clamp(span, side.text.length)).filter((span) => span.end > span.start)
  const hits = new Map<number, number>()
  let total = 0
  let inside = 0
  for (const span of spans) {
    total += side.weigh(span.start, span.end)
    for (const unit of unitsWithin(side, span)) {
      const own = side.units[unit]
      const weight = own === undefined ? 0 : side.weigh(Math.max(span.start, own.start), Math.min(span.end, own.end))
      if (weight === 0) continue
      hits.set(unit, (hits.get(unit) ?? 0) + weight)
      inside += weight
    }
  }
  const units = [...hits.keys()].filter((unit) => isTouched(hits, unit, total, side)).sort((a, b) => a - b)
  return {
    spans,
    total,
    units,
    isWhole: units.every((unit) => (hits.get(unit) ?? 0) >= wholeUnit * (side.weights[unit] ?? 0)),
    isDirty: total - inside >= Math.max(strayUnits, strayText * total),
  }
}

const clamp = (span: Span, length: number): Span => ({
  start: Math.max(0, Math.min(span.start, length)),
  end: Math.max(0, Math.min(span.end, length)),
})

function isTouched(hits: ReadonlyMap<number, number>, unit: number, total: number, side: Side): boolean {
  const weight = hits.get(unit) ?? 0
  const own = side.weights[unit] ?? 0
  return weight >= Math.min(strayUnits, own, total) && (weight >= touchedSpan * total || weight >= touchedUnit * own)
}

/** Units that overlap a span, found by halving. */
function* unitsWithin(side: Side, span: Span): Iterable<number> {
  let low = 0
  let high = side.order.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((side.units[side.order[middle] ?? 0]?.end ?? 0) <= span.start) low = middle + 1
    else high = middle
  }
  for (let i = low; i < side.order.length; i++) {
    const unit = side.order[i] ?? 0
    if ((side.units[unit]?.start ?? 0) >= span.end) return
    yield unit
  }
}

function summarise(source: Side, target: Side, judged: readonly Judged[]): Omit<SpanScores, 'ignored' | 'ranked'> {
  const right = judged.filter((pair) => pair.isRight)
  const exact = judged.filter((pair) => pair.isExact)
  const left = coverage(
    source,
    right.flatMap((pair) => pair.source),
  )
  const other = coverage(
    target,
    right.flatMap((pair) => pair.target),
  )
  const units = source.units.length
  const isCovered = (_: Span, i: number): boolean =>
    (left[i] ?? 0) >= coveredUnit * (source.weights[i] ?? 0) &&
    (other[i] ?? 0) >= coveredUnit * (target.weights[i] ?? 0)
  const covered = source.units.filter(isCovered).length
  const goldWeight = sum(source.weights) + sum(target.weights)
  const share = (some: readonly Judged[]): number => ratio(some.length, judged.length)
  return {
    pairs: judged.length,
    correct: right.length,
    units,
    covered,
    unit: scores(share(right), ratio(covered, units)),
    characters: scores(
      ratio(sum(right.map((pair) => pair.weight)), sum(judged.map((pair) => pair.weight))),
      ratio(sum(left) + sum(other), goldWeight),
    ),
    exact: scores(share(exact), ratio(new Set(exact.flatMap((pair) => pair.units)).size, units)),
  }
}

/** Characters of each unit that lie in at least one of the spans. */
function coverage(side: Side, spans: readonly Span[]): readonly number[] {
  const marked = new Uint8Array(side.text.length)
  for (const span of spans) marked.fill(1, span.start, span.end)
  return side.units.map((unit) => {
    let count = 0
    for (let i = unit.start; i < unit.end; i++) if (marked[i] === 1 && !isBlank(side.text, i)) count++
    return count
  })
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

/** One pass down the ranking: a unit counts once, at the first right pair that touches it. */
function rank(judged: readonly Judged[], units: number): Ranked {
  const ranking = [...judged].sort((a, b) => (b.score ?? 0) - (a.score ?? 0))
  const seen = new Set<number>()
  let right = 0
  let area = 0
  let best: Ranked['best'] = { ...scores(0, 0), threshold: ranking[0]?.score ?? 0 }
  ranking.forEach((pair, i) => {
    if (pair.isRight) {
      const before = seen.size
      for (const unit of pair.units) seen.add(unit)
      right++
      area += ((seen.size - before) * right) / (i + 1)
    }
    if (ranking[i + 1]?.score === pair.score) return
    const here = scores(right / (i + 1), ratio(seen.size, units))
    if (here.f1 > best.f1) best = { ...here, threshold: pair.score ?? 0 }
  })
  return { averagePrecision: ratio(area, units), best }
}
