import type { LinkedPair, StemPairs, WordPair } from './core/types.ts'

/** Both directions of a pair have to be this likely, as in the lists of learnt pairs that ship. */
const leastProbability = 0.25

/**
 * The pair of texts with what was taught of their words among its word pairs, each with the less likely of its directions.
 * Only gaps are filled: of words for which the lexicon has a rendering in the other text it knows better, and what is
 * expected of comparable texts counts on how much it knows.
 */
export function withTaughtWords(pair: LinkedPair, taught: StemPairs): LinkedPair {
  const isKnown = {
    source: new Set(pair.wordPairs.map(({ source }) => source)),
    target: new Set(pair.wordPairs.map(({ target }) => target)),
  }
  const sources = unknownWords(pair.sourceStems, isKnown.source)
  const targets = unknownWords(pair.targetStems, isKnown.target)
  const { offsets, ids, forward, backward } = taught
  const fresh: WordPair[] = []
  for (const [x, words] of sources.entries())
    for (let k = offsets[x] ?? 0; k < (offsets[x + 1] ?? 0); k++) {
      const probability = Math.min(forward[k] ?? 0, backward[k] ?? 0)
      if (probability < leastProbability) continue
      for (const source of words)
        for (const target of targets[ids[k] ?? 0] ?? []) fresh.push({ source, target, probability })
    }
  const wordPairs = [...pair.wordPairs, ...fresh].sort((a, b) => a.source - b.source || a.target - b.target)
  return { ...pair, wordPairs }
}

/** Words without a rendering, by stem. */
function unknownWords(
  { names, of }: LinkedPair['sourceStems'],
  isKnown: ReadonlySet<number>,
): readonly (readonly number[])[] {
  const words: number[][] = names.map(() => [])
  of.forEach((stem, word) => {
    if (!isKnown.has(word)) words[stem]?.push(word)
  })
  return words
}
