import type { Context, Coverage, Scorer } from '../core/contracts.ts'
import type { Alignment, AlignmentMode, AnalysedDocument, Bead, LinkedPair } from '../core/types.ts'
import { coverAll, emptyBead, proposedBead } from './beads.ts'
import { judge } from './judge.ts'
import { relationOfComparable, relationOfParallel } from './relation.ts'
import { type Match, mutualBest } from './search/comparable.ts'
import type { Step } from './search/monotonic.ts'
import { type ParallelSearch, searchParallel } from './search/parallel.ts'
import { sumOf } from './search/sum.ts'

export interface AlignChoice {
  readonly mode: 'auto' | AlignmentMode
  readonly scorers: readonly Scorer[]
  /** Makes the signature from what ran. */
  signature(mode: AlignmentMode): string
}

/**
 * From this share of the shorter text in well-founded beads on, two texts are taken for translations of each other.
 * Translations with a quarter of their sentences missing stay above 0.55, shuffled and merely related texts below 0.25.
 */
const parallelShare = 0.42

/** Aligns a linked pair. In `auto` the order-keeping search runs first, and what it finds decides. */
export function alignPair(linked: LinkedPair, choice: AlignChoice, context: Context): Alignment {
  if (choice.mode === 'comparable') return comparable(linked, choice, 'asked for')
  const search = searchParallel(linked, choice.scorers, context)
  if (choice.mode === 'parallel') return parallel(search, choice, 'asked for')
  const share = foundedShare(search.pair, search.steps)
  const percent = `${Math.round(100 * share)} % of the shorter text has a counterpart in the same order`
  return share >= parallelShare ? parallel(search, choice, percent) : comparable(linked, choice, `only ${percent}`)
}

/** Share of the side with less text that lies in beads for which more speaks than chance. */
function foundedShare(pair: LinkedPair, steps: readonly Step[]): number {
  const total = Math.min(
    lengthOf(pair.source, 0, pair.source.segments.length),
    lengthOf(pair.target, 0, pair.target.segments.length),
  )
  let founded = 0
  for (const { i, j, shape, score, posterior } of steps)
    if (shape.source > 0 && shape.target > 0 && score > 1 && posterior > 0.5)
      founded += Math.min(lengthOf(pair.source, i, i + shape.source), lengthOf(pair.target, j, j + shape.target))
  return total === 0 ? 0 : founded / total
}

/** Summed length of the segments of a range, boilerplate left out. */
function lengthOf(document: AnalysedDocument, from: number, to: number): number {
  let sum = 0
  for (let i = from; i < to; i++)
    if (document.blocks[document.segments[i]?.block ?? -1]?.role !== 'boilerplate')
      sum += document.analyses[i]?.length ?? 0
  return sum
}

function parallel({ pair, steps, prepared }: ParallelSearch, choice: AlignChoice, modeReason: string): Alignment {
  const beads = steps.map(({ i, j, shape, score, posterior }): Bead => {
    const source = { from: i, to: i + shape.source }
    const target = { from: j, to: j + shape.target }
    if (shape.source === 0 || shape.target === 0) return emptyBead(source, target)
    const { evidence, coverage, lengthScore } = judge(prepared, source, target)
    const relation = relationOfParallel(posterior, coverage, lengthScore, evidence)
    return proposedBead({ source, target, score, confidence: posterior, relation, evidence })
  })
  return result(pair, choice, 'parallel', modeReason, beads)
}

function comparable(pair: LinkedPair, choice: AlignChoice, modeReason: string): Alignment {
  const prepared = choice.scorers.map((scorer) => scorer.prepare(pair))
  const takesPart = { source: isText(pair.source), target: isText(pair.target) }
  const paired = mutualBest(pair, takesPart, sumOf(prepared)).map((match): Bead => {
    const source = { from: match.source, to: match.source + 1 }
    const target = { from: match.target, to: match.target + 1 }
    const { evidence, coverage, lengthScore } = judge(prepared, source, target)
    const confidence = confidenceOf(match, coverage)
    const relation = relationOfComparable(confidence, coverage, lengthScore, evidence)
    return proposedBead({ source, target, score: match.score, confidence, relation, evidence })
  })
  const beads = coverAll(pair.source.segments.length, pair.target.segments.length, paired)
  return result(pair, choice, 'comparable', modeReason, beads)
}

/** Captions and by-lines stand outside the text of an article: they repeat it, and pairs of them are of no use. */
function isText(document: AnalysedDocument): (segment: number) => boolean {
  return (segment) => {
    const role = document.blocks[document.segments[segment]?.block ?? -1]?.role
    return role === 'body' || role === 'heading'
  }
}

/** A logistic curve over score, margin and coverage; its weights were set by hand on shuffled translations. */
function confidenceOf(match: Match, coverage: Coverage | undefined): number {
  const covered = coverage === undefined ? 0.3 : Math.sqrt(coverage.source * coverage.target)
  const z = 0.28 * match.score + 0.22 * match.margin + 4 * covered - 5.2
  return 1 / (1 + Math.exp(-z))
}

function result(
  { source, target }: LinkedPair,
  choice: AlignChoice,
  mode: AlignmentMode,
  modeReason: string,
  beads: readonly Bead[],
): Alignment {
  return { source, target, mode, modeReason, beads, signature: choice.signature(mode) }
}
