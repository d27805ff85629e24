/** Where a source of words comes from, the most trusted first. */
export const levels = ['glossary', 'memory', 'shipped', 'dictionary', 'texts'] as const
export type Level = (typeof levels)[number]

/**
 * Factor on the probability of a pair of words, by where it comes from: what the user wrote down, what was learnt from
 * confirmed pairs, what ships, dictionaries made for readers, and what was learnt from the texts at hand. Above 1 it makes
 * up for low ranks; no probability exceeds 1.
 */
export const levelTrust: Readonly<Record<Level, number>> = {
  glossary: 1.3,
  memory: 1.1,
  shipped: 1,
  dictionary: 0.9,
  texts: 0.8,
}

/** The level of that name; undefined for any other word. */
export function levelNamed(name: string): Level | undefined {
  return levels.find((level) => level === name)
}
