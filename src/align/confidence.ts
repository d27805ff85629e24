import type { JudgedMatch } from './comparable.ts'
import { conflictOf, meaningOf, specificityOf } from './relation.ts'

/** What the confidence of a match of comparable texts is told by. */
export const features = [
  'constant',
  'score',
  'margin',
  'ratio',
  'covered',
  'leastCovered',
  'mostCovered',
  'words',
  'perWord',
  'joined',
  'length',
  'foreign',
  'whole',
  'paired',
] as const
export type Feature = (typeof features)[number]
/** What each feature is worth, in log-odds. */
export type Weights = Readonly<Record<Feature, number>>
/** Weights for pairs of paragraphs, and for what is found of sentences after them. */
export interface LevelWeights {
  readonly paragraphs: Weights
  readonly sentences: Weights
}
export type Level = keyof LevelWeights

/** Two names in a short sentence are worth more a word than any sentence can be sure of. */
const mostPerWord = 3
/** Scores beyond this say nothing more. */
const mostScore = 60

/** The features of a match, in the order of `features`. */
export function featuresOf(found: JudgedMatch): readonly number[] {
  const { match, lengthScore, words, foreign, isWhole, paired } = found
  const [here, there] = coveredShares(found)
  return [
    1,
    Math.sqrt(Math.min(mostScore, Math.max(0, match.score))),
    Math.sqrt(Math.min(mostScore, Math.max(0, match.margin))),
    match.ratio,
    Math.sqrt(here * there),
    Math.min(here, there),
    Math.max(here, there),
    Math.log(1 + words),
    Math.min(mostPerWord, match.score / (2 + words)),
    isWhole ? 0 : match.source.to - match.source.from + match.target.to - match.target.from - 2,
    Math.max(-4, lengthScore),
    foreign,
    isWhole ? 1 : 0,
    Math.sqrt(paired),
  ]
}

/** Shares of both sides that have a counterpart, by their known words or by what is told of whole sentences. */
function coveredShares({ coverage, evidence }: JudgedMatch): readonly [number, number] {
  const meant = Math.min(1, Math.max(0, meaningOf(evidence) / sameMeaning))
  return [Math.max(coverage?.source ?? 0, meant), Math.max(coverage?.target ?? 0, meant)]
}
/** Score of vectors and machine translations from which two sentences say the same. */
const sameMeaning = 4

/**
 * Log-odds that no feature tells of. The regression is fitted on shuffled translations of manuals, which hardly name
 * treaties, amounts and days; what these are worth was set by hand, and so was what is lost when both sides name one and
 * they differ.
 */
export function offsetOf({ evidence, level }: JudgedMatch): number {
  const specific = Math.min(
    mostSpecific,
    evidence.reduce((sum, item) => sum + specificityOf(item), 0),
  )
  const meaning = Math.max(-mostMeaning, Math.min(mostMeaning, meaningOf(evidence)))
  // Whole paragraphs share one of these soon enough without telling the same.
  return (
    (level === 'sentences' ? perSpecific * specific : 0) + perConflict * conflictOf(evidence) + perMeaning * meaning
  )
}

/**
 * Probability that a match of comparable texts is right, by a logistic regression with the given weights.
 */
export function confidenceOfMatch(found: JudgedMatch, weights: Weights): number {
  const told = featuresOf(found).reduce((sum, value, k) => sum + value * weights[features[k] ?? 'constant'], 0)
  return 1 / (1 + Math.exp(-told - offsetOf(found)))
}
/** Worth of one specific thing that both name, and how many of them count. */
const perSpecific = 2
const mostSpecific = 2
/** Worth of the score of quantities that differ: it is a log-likelihood ratio, and no other feature knows of it. */
const perConflict = 1.6
/** Worth of the score of vectors and machine translations, which the regression has not seen, and how much of it counts. */
const perMeaning = 0.8
const mostMeaning = 6
