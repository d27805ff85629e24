import type { Coverage } from '../core/contracts.ts'
import type { Evidence } from '../core/types.ts'
import { conflictOf, isSpecific } from './relation.ts'
import type { GrownMatch } from './search/growth.ts'

/**
 * Probability that a match of comparable texts is right: a logistic regression over the score, the score a known word, the
 * share of known words with a counterpart, how many they are, and how many segments were joined. Its weights were fitted on
 * shuffled translations of software manuals, leaving out one collection at a time, and rounded. Manuals hardly name
 * treaties, amounts and days; what these are worth was set by hand, and so was what is lost when both sides name one and
 * they differ.
 */
export function confidenceOfMatch(
  match: GrownMatch,
  coverage: Coverage | undefined,
  evidence: readonly Evidence[],
): number {
  const known = coverage === undefined ? 1 : Math.sqrt((coverage.sourceCount + 1) * (coverage.targetCount + 1))
  const covered = coverage === undefined ? 0 : Math.sqrt(coverage.source * coverage.target)
  const joined = match.source.to - match.source.from + match.target.to - match.target.from - 2
  const z =
    -9.8 +
    0.03 * match.score +
    0.05 * match.margin +
    1.7 * Math.min(mostPerWord, match.score / known) +
    6.5 * covered +
    1.5 * Math.log(known) -
    1.3 * joined +
    perSpecific * Math.min(mostSpecific, evidence.filter(isSpecific).length) +
    perConflict * conflictOf(evidence)
  return 1 / (1 + Math.exp(-z))
}
/** Two names in a short sentence are worth more a word than any sentence can be sure of. */
const mostPerWord = 3
/** Worth of one specific thing that both name, and how many of them count. */
const perSpecific = 0.9
const mostSpecific = 3
/** Worth of the score of quantities that differ: it is a log-likelihood ratio, and no other feature knows of it. */
const perConflict = 1
