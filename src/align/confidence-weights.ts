import type { LevelWeights } from './confidence.ts'

// Written by `npm run bench -- fit-confidence --write`; see there for what they were fitted on.

/** Of the first look at comparable texts. */
export const glanceWeights: LevelWeights = {
  paragraphs: {
    constant: -6.48,
    score: 1.3,
    margin: 0.3,
    ratio: 1.78,
    covered: 2.06,
    leastCovered: 6.3,
    words: -1.8,
    perWord: -0.81,
    joined: 0,
    length: 1.2,
    foreign: -1.71,
    whole: 0,
    paired: 0,
  },
  sentences: {
    constant: -5.62,
    score: 0.97,
    margin: 0.3,
    ratio: 1.5,
    covered: 2.4,
    leastCovered: 3.99,
    words: -0.72,
    perWord: -0.2,
    joined: -0.34,
    length: 0.58,
    foreign: -1,
    whole: 1.29,
    paired: -5.22,
  },
}

/** Of the search that has learnt from it. */
export const searchWeights: LevelWeights = {
  paragraphs: {
    constant: -5.47,
    score: 0.95,
    margin: 0.72,
    ratio: 0.87,
    covered: 9.52,
    leastCovered: -4.5,
    words: -1.2,
    perWord: -1.26,
    joined: 0,
    length: 1.66,
    foreign: -1.52,
    whole: 0,
    paired: 0,
  },
  sentences: {
    constant: -3.95,
    score: 1.07,
    margin: 0.54,
    ratio: 0.97,
    covered: 8.51,
    leastCovered: -3.67,
    words: -0.85,
    perWord: -1.43,
    joined: 0.3,
    length: 0.81,
    foreign: -0.93,
    whole: 1.32,
    paired: -5.6,
  },
}
