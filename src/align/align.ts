import type { Context, Scorer } from '../core/contracts.ts'
import type { Alignment, AlignmentMode, AnalysedDocument, Bead, Evidence, LinkedPair } from '../core/types.ts'
import { coverAll, emptyBead, proposedBead } from './beads.ts'
import { confidenceOfMatch } from './confidence.ts'
import { judge } from './judge.ts'
import { chooseMode, mayBeParallel } from './mode.ts'
import { relationOfComparable, relationOfParallel } from './relation.ts'
import { scorersOf } from './scorers/index.ts'
import { mutualBest, type Participation } from './search/comparable.ts'
import { type GrownMatch, growMatches, type Sizes } from './search/growth.ts'
import { lookParallel, type ParallelSearch, searchParallel } from './search/parallel.ts'
import { joinCosts } from './search/seams.ts'
import type { Shape } from './search/shapes.ts'
import { type BeadScore, sumOf } from './search/sum.ts'

export interface AlignChoice {
  readonly mode: 'auto' | AlignmentMode
  readonly scorers: readonly Scorer[]
  /** Makes the signature from what ran. */
  signature(mode: AlignmentMode): string
}

/** Aligns a linked pair. In `auto` the order-keeping search runs first, and what it finds decides. */
export function alignPair(linked: LinkedPair, choice: AlignChoice, context: Context): Alignment {
  if (choice.mode === 'comparable') return comparable(linked, choice, 'asked for')
  const look = lookParallel(linked, scorersOf(choice.scorers, 'look'), context)
  const isDoubtful = choice.mode === 'auto' && mayBeParallel(look)
  const search =
    choice.mode === 'parallel' || isDoubtful
      ? searchParallel(look, scorersOf(choice.scorers, 'parallel'), context)
      : undefined
  const { isParallel, reason } = choice.mode === 'parallel' ? asked : chooseMode(look, search)
  return isParallel && search !== undefined ? parallel(search, choice, reason) : comparable(linked, choice, reason)
}
const asked = { isParallel: true, reason: 'asked for' } as const

function parallel({ pair, steps, prepared }: ParallelSearch, choice: AlignChoice, modeReason: string): Alignment {
  const beads = steps.map(({ i, j, shape, score, posterior }): Bead => {
    const source = { from: i, to: i + shape.source }
    const target = { from: j, to: j + shape.target }
    if (shape.source === 0 || shape.target === 0) return emptyBead(source, target)
    const { evidence, coverage, lengthScore } = judge(prepared, source, target)
    const relation = relationOfParallel(posterior, coverage, lengthScore, evidence)
    const all = [...evidence, shapeEvidence(shape, score, evidence)]
    return proposedBead({ source, target, score, confidence: posterior, relation, evidence: all })
  })
  return result(pair, choice, 'parallel', modeReason, beads)
}

/** The part of a bead's score that its scorers do not make: how usual its shape is, and that it crosses paragraphs. */
function shapeEvidence(shape: Shape, score: number, evidence: readonly Evidence[]): Evidence {
  const rest = score - evidence.reduce((sum, item) => sum + item.score, 0)
  const note =
    shape.source === 1 && shape.target === 1
      ? 'one sentence against one'
      : `${shape.source} against ${shape.target} sentences`
  return { scorer: 'shape', score: rest, note }
}

function comparable(pair: LinkedPair, choice: AlignChoice, modeReason: string): Alignment {
  const prepared = scorersOf(choice.scorers, 'comparable').map((scorer) => scorer.prepare(pair))
  const score = sumOf(prepared)
  const sizes = { sources: pair.source.segments.length, targets: pair.target.segments.length }
  const grown = findMatches(pair, score, sizes)
  const paired = grown.map((match): Bead => {
    const { evidence, coverage, lengthScore } = judge(prepared, match.source, match.target)
    const confidence = confidenceOfMatch(match, coverage, evidence)
    const relation = relationOfComparable(confidence, coverage, lengthScore, evidence)
    return proposedBead({ ...match, confidence, relation, evidence })
  })
  const beads = coverAll(sizes.sources, sizes.targets, paired)
  return result(pair, choice, 'comparable', modeReason, beads)
}

/** A second look finds pairs of segments whose first choice went to another. */
const rounds = 2

/** Mutual best matches, grown over their neighbours; then the same once more among what is left. */
function findMatches(pair: LinkedPair, score: BeadScore, sizes: Sizes): readonly GrownMatch[] {
  const isSourceText = isText(pair.source)
  const isTargetText = isText(pair.target)
  const taken = { source: new Set<number>(), target: new Set<number>() }
  const free: Participation = {
    source: (segment) => isSourceText(segment) && !taken.source.has(segment),
    target: (segment) => isTargetText(segment) && !taken.target.has(segment),
  }
  const found: GrownMatch[] = []
  for (let round = 0; round < rounds; round++) {
    const matches = growMatches(mutualBest(pair, free, score), free, sizes, score, joinCosts(pair))
    for (const { source, target } of matches) {
      for (let s = source.from; s < source.to; s++) taken.source.add(s)
      for (let t = target.from; t < target.to; t++) taken.target.add(t)
    }
    found.push(...matches)
  }
  return found
}

/** Captions and by-lines stand outside the text of an article: they repeat it, and pairs of them are of no use. */
function isText(document: AnalysedDocument): (segment: number) => boolean {
  return (segment) => {
    const role = document.blocks[document.segments[segment]?.block ?? -1]?.role
    return role === 'body' || role === 'heading'
  }
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
