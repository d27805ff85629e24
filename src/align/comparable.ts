import type { Scorer } from '../core/contracts.ts'
import type { AnalysedDocument, LinkedPair } from '../core/types.ts'
import { type Judgement, judge } from './judge.ts'
import { mutualBest, type Participation } from './search/comparable.ts'
import { type GrownMatch, growMatches, type Sizes } from './search/growth.ts'
import { joinCosts } from './search/seams.ts'
import { type BeadScore, sumOf } from './search/sum.ts'

/** A match of comparable texts with what all scorers say of it. */
export interface JudgedMatch extends Judgement {
  readonly match: GrownMatch
}

/** What two texts about the same things have in common, without regard to order, before anyone asks how sure it is. */
export function findComparable(pair: LinkedPair, scorers: readonly Scorer[]): readonly JudgedMatch[] {
  const prepared = scorers.map((scorer) => scorer.prepare(pair))
  const sizes = { sources: pair.source.segments.length, targets: pair.target.segments.length }
  return findMatches(pair, sumOf(prepared), sizes).map((match) => ({
    match,
    ...judge(prepared, match.source, match.target),
  }))
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
