import type { LevelWeights } from './confidence.ts'

// Written by `npm run bench -- fit-confidence --write`; see there for what they were fitted on.

/** Of the first look at comparable texts. */
export const glanceWeights: LevelWeights = {
  paragraphs: {
    constant: -6.39,
    score: 1.29,
    margin: 0.33,
    ratio: 1.75,
    covered: 3.11,
    leastCovered: 5.73,
    mostCovered: -0.51,
    words: -1.82,
    perWord: -0.81,
    joined: 0,
    length: 1.2,
    foreign: -1.72,
    whole: 0,
    paired: 0,
  },
  sentences: {
    constant: -5.78,
    score: 0.73,
    margin: 0.35,
    ratio: 1.18,
    covered: 2.61,
    leastCovered: 2.51,
    mostCovered: 0.88,
    words: -0.39,
    perWord: 0.37,
    joined: -0.4,
    length: 0.15,
    foreign: -0.71,
    whole: 1.31,
    paired: -5.33,
  },
}

/** Of the search that has learnt from it. */
export const searchWeights: LevelWeights = {
  paragraphs: {
    constant: -5.54,
    score: 0.9,
    margin: 0.54,
    ratio: 1.03,
    covered: 4.86,
    leastCovered: -1.74,
    mostCovered: 2.71,
    words: -1.34,
    perWord: -1.22,
    joined: 0,
    length: 1.81,
    foreign: -1.39,
    whole: 0,
    paired: 0,
  },
  sentences: {
    constant: -3.87,
    score: 0.92,
    margin: 0.67,
    ratio: 0.77,
    covered: 6.59,
    leastCovered: -2.33,
    mostCovered: 0.24,
    words: -0.79,
    perWord: -1.13,
    joined: 0.44,
    length: 0.44,
    foreign: -0.56,
    whole: 1.34,
    paired: -4.72,
  },
}
