import type { JudgedMatch } from './comparable.ts'
import { weights } from './confidence-weights.ts'
import { conflictOf, meaningOf, specificityOf } from './relation.ts'

/** What the confidence of a match of comparable texts is told by. */
export const features = [
  'constant',
  'score',
  'margin',
  'scorePerWord',
  'covered',
  'leastCovered',
  'known',
  'joined',
  'length',
] as const
export type Feature = (typeof features)[number]

/** Two names in a short sentence are worth more a word than any sentence can be sure of. */
const mostPerWord = 3
/** Scores beyond this say nothing more. */
const mostScore = 60

/** The features of a match, in the order of `features`. */
export function featuresOf({ match, coverage, lengthScore }: JudgedMatch): readonly number[] {
  const known = coverage === undefined ? 1 : Math.sqrt((coverage.sourceCount + 1) * (coverage.targetCount + 1))
  return [
    1,
    Math.sqrt(Math.min(mostScore, Math.max(0, match.score))),
    Math.sqrt(Math.min(mostScore, Math.max(0, match.margin))),
    Math.min(mostPerWord, match.score / known),
    coverage === undefined ? 0 : Math.sqrt(coverage.source * coverage.target),
    coverage === undefined ? 0 : Math.min(coverage.source, coverage.target),
    Math.log(known),
    match.source.to - match.source.from + match.target.to - match.target.from - 2,
    Math.max(-4, lengthScore),
  ]
}

/**
 * Probability that a match of comparable texts is right, by a logistic regression whose weights `confidence-weights.ts`
 * holds. They are fitted on shuffled translations of manuals, which hardly name treaties, amounts and days; what these are
 * worth was set by hand, and so was what is lost when both sides name one and they differ.
 */
export function confidenceOfMatch(found: JudgedMatch): number {
  const told = featuresOf(found).reduce((sum, value, k) => sum + value * (weights[features[k] ?? 'constant'] ?? 0), 0)
  const specific = Math.min(
    mostSpecific,
    found.evidence.reduce((sum, item) => sum + specificityOf(item), 0),
  )
  const meaning = Math.max(-mostMeaning, Math.min(mostMeaning, meaningOf(found.evidence)))
  const z = told + perSpecific * specific + perConflict * conflictOf(found.evidence) + perMeaning * meaning
  return 1 / (1 + Math.exp(-z))
}
/** Worth of one specific thing that both name, and how many of them count. */
const perSpecific = 1.6
const mostSpecific = 2
/** Worth of the score of quantities that differ: it is a log-likelihood ratio, and no other feature knows of it. */
const perConflict = 1.6
/** Worth of the score of vectors and machine translations, which the regression has not seen, and how much of it counts. */
const perMeaning = 0.8
const mostMeaning = 6
