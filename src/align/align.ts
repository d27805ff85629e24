import type { Context, Coverage, Scorer } from '../core/contracts.ts'
import type { Alignment, AlignmentMode, AnalysedDocument, Bead, LinkedPair } from '../core/types.ts'
import { coverAll, emptyBead, proposedBead } from './beads.ts'
import { judge } from './judge.ts'
import { chooseMode } from './mode.ts'
import { relationOfComparable, relationOfParallel } from './relation.ts'
import { mutualBest } from './search/comparable.ts'
import { type GrownMatch, growMatches } from './search/growth.ts'
import { type ParallelSearch, searchParallel } from './search/parallel.ts'
import { sumOf } from './search/sum.ts'

export interface AlignChoice {
  readonly mode: 'auto' | AlignmentMode
  readonly scorers: readonly Scorer[]
  /** Makes the signature from what ran. */
  signature(mode: AlignmentMode): string
}

/** Aligns a linked pair. In `auto` the order-keeping search runs first, and what it finds decides. */
export function alignPair(linked: LinkedPair, choice: AlignChoice, context: Context): Alignment {
  if (choice.mode === 'comparable') return comparable(linked, choice, 'asked for')
  const search = searchParallel(linked, choice.scorers, context)
  if (choice.mode === 'parallel') return parallel(search, choice, 'asked for')
  const { isParallel, reason } = chooseMode(search)
  return isParallel ? parallel(search, choice, reason) : comparable(linked, choice, reason)
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
  const score = sumOf(prepared)
  const sizes = { sources: pair.source.segments.length, targets: pair.target.segments.length }
  const grown = growMatches(mutualBest(pair, takesPart, score), takesPart, sizes, score)
  const paired = grown.map((match): Bead => {
    const { evidence, coverage, lengthScore } = judge(prepared, match.source, match.target)
    const confidence = confidenceOf(match, coverage)
    const relation = relationOfComparable(confidence, coverage, lengthScore, evidence)
    return proposedBead({ ...match, confidence, relation, evidence })
  })
  const beads = coverAll(sizes.sources, sizes.targets, paired)
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
function confidenceOf(match: GrownMatch, coverage: Coverage | undefined): number {
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
