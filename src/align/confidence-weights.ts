import type { LevelWeights } from './confidence.ts'

// Written by `npm run bench -- fit-confidence --write`; see there for what they were fitted on.

/** Of the first look at comparable texts. */
export const glanceWeights: LevelWeights = {
  paragraphs: {
    constant: -6.5,
    score: 1.3,
    margin: 0.29,
    ratio: 1.8,
    covered: 3.09,
    leastCovered: 5.67,
    mostCovered: -0.43,
    words: -1.78,
    perWord: -0.84,
    joined: 0,
    length: 1.19,
    foreign: -1.72,
    whole: 0,
    paired: 0,
  },
  sentences: {
    constant: -5.5,
    score: 0.72,
    margin: 0.34,
    ratio: 1.19,
    covered: 2.36,
    leastCovered: 2.9,
    mostCovered: 0.94,
    words: -0.49,
    perWord: 0.28,
    joined: -0.25,
    length: 0.15,
    foreign: -0.66,
    whole: 1.27,
    paired: -5.32,
  },
}

/** Of the search that has learnt from it. */
export const searchWeights: LevelWeights = {
  paragraphs: {
    constant: -5.92,
    score: 1.22,
    margin: 0.51,
    ratio: 1.45,
    covered: 3.38,
    leastCovered: 1.37,
    mostCovered: 2.24,
    words: -1.55,
    perWord: -1.66,
    joined: 0,
    length: 1.68,
    foreign: -1.65,
    whole: 0,
    paired: 0,
  },
  sentences: {
    constant: -4.12,
    score: 1.02,
    margin: 0.76,
    ratio: 0.69,
    covered: 2.15,
    leastCovered: 1.72,
    mostCovered: 1.58,
    words: -0.75,
    perWord: -1.05,
    joined: 0.49,
    length: 0.39,
    foreign: -0.65,
    whole: 1.39,
    paired: -5.05,
  },
}
