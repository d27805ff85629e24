import type { PreparedScorer, Scorer } from '../core/contracts.ts'
import type { LinkedPair, SegmentRange } from '../core/types.ts'
import { confidenceOfMatch, type Level, type LevelWeights } from './confidence.ts'
import { glanceWeights, searchWeights } from './confidence-weights.ts'
import { foreignWords } from './foreign-words.ts'
import { type Judgement, judge } from './judge.ts'
import { scorersOf } from './scorers/index.ts'
import { findCandidates } from './search/candidates.ts'
import { type Free, type Match, mutualBest } from './search/comparable.ts'
import { type GrownMatch, growMatches, leastGain, type Participation } from './search/growth.ts'
import { type Part, splitInside } from './search/inside.ts'
import { learnFrom } from './search/learning.ts'
import { isText, paragraphsOf, sentencesOf, type Units, wholeParagraphs } from './search/passages.ts'
import { joinCosts } from './search/seams.ts'
import { type BeadScore, sumOf } from './search/sum.ts'
import { markTerms } from './terms.ts'
import { firstModel } from './translation/model.ts'
import { occurrencesOf } from './translation/occurrences.ts'

/** A match of comparable texts with what all scorers say of it. */
export interface JudgedMatch extends Judgement {
  readonly match: GrownMatch
  /** How it was found. */
  readonly level: Level
  /** Weight of the words of the two sides, geometric mean. */
  readonly words: number
  /** Words that a translation would have kept as they are and that one side lacks. */
  readonly foreign: number
  /** Both sides are whole paragraphs. */
  readonly isWhole: boolean
  /** Share of the paragraphs of the text with fewer that have a counterpart; 0 while paragraphs are looked for. */
  readonly paired: number
}

/** A match with the probability that it is right, 0..1. */
export interface SureMatch extends JudgedMatch {
  readonly confidence: number
}

/** What one look at two texts found. */
export interface Survey {
  /** Matches of the result: every segment in one of them at most. */
  readonly found: readonly SureMatch[]
  /** All paragraphs and sentences that were each other's best; to fit the confidence. */
  readonly tried: readonly JudgedMatch[]
}

/** From this confidence on two passages belong together, and others no longer compete for them. */
const accepted = 0.5
/** Matches at least this sure teach how words are rendered, when there are enough of them. */
const sure = 0.5
const enoughMatches = 20
/** More looks find pairs of passages whose first choice went to another. */
const rounds = 3

/** Weights of the confidence in a glance and in the search after it. */
export interface MiningWeights {
  readonly glance: LevelWeights
  readonly search: LevelWeights
}
/** What `confidence-weights.ts` holds. */
export const shippedWeights: MiningWeights = { glance: glanceWeights, search: searchWeights }

/** What two texts about the same things have in common, without regard to order. */
export function findComparable(pair: LinkedPair, scorers: readonly Scorer[]): readonly SureMatch[] {
  const { glance, search } = surveyComparable(pair, scorers)
  return (search ?? glance).found
}

/**
 * A glance by what the lexicon knows; then, where enough of what it found is sure, the search, which has learnt from that
 * how these texts render words and how their lengths run.
 */
export function surveyComparable(
  pair: LinkedPair,
  scorers: readonly Scorer[],
  told: MiningWeights = shippedWeights,
): { readonly glance: Survey; readonly search?: Survey } {
  const [first, then] = [scorersOf(scorers, 'glance'), scorersOf(scorers, 'comparable')]
  const isTaught = then.some((scorer) => !first.includes(scorer))
  // Whoever leaves out the words of one look still has those of the other.
  const glance = survey(pair, first.some((scorer) => !then.includes(scorer)) ? first : then, told.glance)
  const teachers = glance.found.filter(({ confidence }) => confidence >= sure)
  if (teachers.length < enoughMatches || !isTaught) return { glance }
  const learnt = learnFrom(pair, teachers.map(stepOf))
  return { glance, search: survey(learnt, then, told.search) }
}

const stepOf = ({ match: { source, target, score } }: JudgedMatch) => ({
  i: source.from,
  j: target.from,
  shape: { source: source.to - source.from, target: target.to - target.from, logPrior: Number.NEGATIVE_INFINITY },
  score,
  posterior: 1,
})

/** What a survey needs of a pair. */
interface Ground {
  readonly pair: LinkedPair
  readonly score: BeadScore
  readonly nominating: ReturnType<typeof firstModel>['pairs']
  judge(match: GrownMatch, level: Level, paired: number): SureMatch
  split(source: SegmentRange, target: SegmentRange, isInStep: boolean): readonly Part[]
}

/** Paragraphs first, which say more than sentences; then the sentences that are left. */
function survey(pair: LinkedPair, scorers: readonly Scorer[], told: LevelWeights): Survey {
  const prepared = scorers.map((scorer) => scorer.prepare(pair))
  const ground: Ground = {
    pair,
    score: sumOf(prepared),
    nominating: (pair.learnt ?? firstModel(pair)).pairs,
    judge: judgeOf(pair, prepared, told),
    split: splitInside(pair, prepared),
  }
  const taken = takenSegments(pair)
  const paragraphs = surveyParagraphs(ground, taken.isFree)
  const parts = paragraphs.found.flatMap((found) => partsOf(ground, found))
  for (const { match } of parts) taken.take(match)
  const sentences = surveySentences(ground, taken, paragraphs.paired)
  return { found: [...parts, ...sentences.found], tried: [...paragraphs.tried, ...sentences.tried] }
}

function judgeOf(pair: LinkedPair, prepared: readonly PreparedScorer[], told: LevelWeights): Ground['judge'] {
  const foreign = foreignWords(pair)
  const mark = markTerms(pair)
  const before = {
    source: occurrencesOf(pair.sourceTokens, pair.sourceStems).weightBefore,
    target: occurrencesOf(pair.targetTokens, pair.targetStems).weightBefore,
  }
  const weight = (side: 'source' | 'target', { from, to }: SegmentRange): number =>
    (before[side][to] ?? 0) - (before[side][from] ?? 0)
  const whole = { source: wholeParagraphs(pair.source), target: wholeParagraphs(pair.target) }
  return (match, level, paired) => {
    const { source, target } = match
    const judgement = judge(prepared, source, target)
    const judged = {
      match,
      level,
      ...judgement,
      evidence: mark(judgement.evidence),
      words: Math.sqrt(weight('source', source) * weight('target', target)),
      foreign: foreign(source, target),
      isWhole: whole.source(source) && whole.target(target),
      paired,
    }
    return { ...judged, confidence: confidenceOfMatch(judged, told[level]) }
  }
}

interface Taken {
  readonly isFree: Participation
  take(match: Pick<GrownMatch, 'source' | 'target'>): void
}

function takenSegments(pair: LinkedPair): Taken {
  const isSourceText = isText(pair.source)
  const isTargetText = isText(pair.target)
  const source = new Uint8Array(pair.source.segments.length)
  const target = new Uint8Array(pair.target.segments.length)
  return {
    isFree: {
      source: (segment) => source[segment] === 0 && isSourceText(segment),
      target: (segment) => target[segment] === 0 && isTargetText(segment),
    },
    take(match) {
      source.fill(1, match.source.from, match.source.to)
      target.fill(1, match.target.from, match.target.to)
    },
  }
}

/** Pairs of paragraphs that belong together; those that are taken no longer compete in the next round. */
function surveyParagraphs(ground: Ground, takesPart: Participation): Survey & { readonly paired: number } {
  const { pair, score, nominating } = ground
  const units: Units = {
    source: paragraphsOf(pair.source, takesPart.source),
    target: paragraphsOf(pair.target, takesPart.target),
  }
  const candidates = findCandidates(pair, units, nominating, score)
  const taken = { source: new Set<number>(), target: new Set<number>() }
  const free: Free = { source: (unit) => !taken.source.has(unit), target: (unit) => !taken.target.has(unit) }
  const tried = new Map<string, JudgedMatch>()
  const found: SureMatch[] = []
  for (let round = 0; round < rounds; round++) {
    const before = found.length
    for (const match of mutualBest(candidates, units, free)) {
      const judged = ground.judge(ungrown(match, units), 'paragraphs', 0)
      tried.set(`${match.source}-${match.target}`, judged)
      if (judged.confidence < accepted) continue
      found.push(judged)
      taken.source.add(match.source)
      taken.target.add(match.target)
    }
    if (found.length === before) break
  }
  const paired = found.length / Math.max(1, Math.min(units.source.length, units.target.length))
  return { found, tried: [...tried.values()], paired }
}

const nowhere: SegmentRange = { from: 0, to: 0 }
const ungrown = ({ source, target, score, margin, ratio }: Match, units: Units): GrownMatch => ({
  source: units.source[source] ?? nowhere,
  target: units.target[target] ?? nowhere,
  score,
  margin,
  ratio,
})

/** A part without the segments at its ends that add no more than growing over them would ask for. */
function trimmed({ source, target }: Omit<Part, 'share'>, score: BeadScore): Omit<Part, 'share'> {
  const worth = (s: SegmentRange, t: SegmentRange): number =>
    s.from < s.to && t.from < t.to ? score(s.from, s.to, t.from, t.to) : Number.NEGATIVE_INFINITY
  const narrower = (range: SegmentRange): readonly SegmentRange[] => [
    { from: range.from + 1, to: range.to },
    { from: range.from, to: range.to - 1 },
  ]
  const others = [
    ...narrower(source).map((range) => ({ source: range, target })),
    ...narrower(target).map((range) => ({ source, target: range })),
  ]
  const best = others.reduce((a, b) => (worth(b.source, b.target) > worth(a.source, a.target) ? b : a))
  return worth(best.source, best.target) > worth(source, target) - leastGain ? trimmed(best, score) : { source, target }
}

/** Whether one paragraph tells all of the other, so that hardly a sentence is left over. */
const isTold = ({ coverage, lengthScore }: SureMatch): boolean =>
  lengthScore > 0 && Math.min(coverage?.source ?? 0, coverage?.target ?? 0) >= toldShare
const toldShare = 0.5

/** The sentences of two paragraphs that belong together, each part as sure as the paragraphs and the part within them, or as itself. */
function partsOf(ground: Ground, whole: SureMatch): readonly SureMatch[] {
  const { source, target, margin, ratio } = whole.match
  const parts = ground.split(source, target, isTold(whole))
  return parts.map(({ share, ...wide }) => {
    const part = trimmed(wide, ground.score)
    const score = ground.score(part.source.from, part.source.to, part.target.from, part.target.to)
    const own = { score, margin: Math.min(margin, score), ratio: Math.min(ratio, Math.log(1 + Math.max(0, score))) }
    const judged = ground.judge({ ...part, ...own }, 'sentences', 0)
    // A part that nothing speaks for stands there only because something had to.
    const inside = score > 0 ? Math.max(judged.confidence, share) : judged.confidence
    return { ...judged, confidence: whole.confidence * inside }
  })
}

/** Pairs of the sentences that are free, grown over their neighbours; the unsure ones among them compete to the end. */
function surveySentences(ground: Ground, { isFree, take }: Taken, paired: number): Survey {
  const { pair, score, nominating } = ground
  const sizes = { sources: pair.source.segments.length, targets: pair.target.segments.length }
  const units: Units = {
    source: sentencesOf(pair.source, isFree.source),
    target: sentencesOf(pair.target, isFree.target),
  }
  const candidates = findCandidates(pair, units, nominating, score)
  const free: Free = {
    source: (unit) => isFree.source(units.source[unit]?.from ?? -1),
    target: (unit) => isFree.target(units.target[unit]?.from ?? -1),
  }
  const costs = joinCosts(pair)
  const found: SureMatch[] = []
  for (let round = 1; ; round++) {
    const seeds = mutualBest(candidates, units, free).map((match) => ({
      ...match,
      source: units.source[match.source]?.from ?? 0,
      target: units.target[match.target]?.from ?? 0,
    }))
    const judged = growMatches(seeds, isFree, sizes, score, costs).map((match) =>
      ground.judge(match, 'sentences', paired),
    )
    const sureOnes = judged.filter(({ confidence }) => confidence >= accepted)
    const isLast = round === rounds || sureOnes.length === 0
    const kept = isLast ? judged : sureOnes
    found.push(...kept)
    for (const { match } of kept) take(match)
    if (isLast) return { found, tried: found }
  }
}
