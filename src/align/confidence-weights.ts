import type { Feature } from './confidence.ts'

/** Written by `npm run bench -- fit-confidence --write`; see there for what they were fitted on. */
export const weights: Readonly<Record<Feature, number>> = {
  constant: -7.32,
  score: 0.63,
  margin: 1.02,
  scorePerWord: 0.47,
  covered: 3.74,
  leastCovered: 3.44,
  known: -1.05,
  joined: -0.16,
  length: 0.85,
}
