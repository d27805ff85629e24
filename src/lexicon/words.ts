import type { TokenTable, WordPair } from '../core/types.ts'
import type { Column, WordKnowledge } from './column.ts'
import { foldLetters } from './letters.ts'
import { type Meaning, meaningsOf } from './meanings.ts'

/** One side of a pair as the lexicon sees it; without a column the lexicon does not know the language. */
export interface WordSide {
  readonly tokens: TokenTable
  readonly words: WordKnowledge
  readonly column: Column | undefined
}

/** That a name or code in the same letters means the same; digits alone are also section numbers and dates. */
const sameWord = 0.95
const sameDigits = 0.6
/** Pairs less likely than this only slow the search down. */
const leastProbability = 0.15

/** Every pair of words of the two texts that may render each other: by shared concepts, and by equal letters. */
export function pairWords(source: WordSide, target: WordSide): readonly WordPair[] {
  const best = new Map<number, WordPair>()
  const add = (from: number, to: number, probability: number): void => {
    if (probability < leastProbability) return
    const key = from * target.tokens.vocabulary.length + to
    if ((best.get(key)?.probability ?? 0) < probability) best.set(key, { source: from, target: to, probability })
  }
  pairByConcept(source, target, add)
  pairByLetters(source, target, add)
  return [...best.values()].sort((a, b) => a.source - b.source || a.target - b.target)
}

type Add = (source: number, target: number, probability: number) => void

function pairByConcept(source: WordSide, target: WordSide, add: Add): void {
  const concepts = new Map<number, { id: number; trust: number }[]>()
  for (const [id, meanings] of meaningsBySide(target))
    for (const { concept, trust } of meanings) {
      const list = concepts.get(concept)
      if (list === undefined) concepts.set(concept, [{ id, trust }])
      else list.push({ id, trust })
    }
  for (const [id, meanings] of meaningsBySide(source))
    for (const { concept, trust } of meanings)
      for (const other of concepts.get(concept) ?? []) add(id, other.id, trust * other.trust)
}

function* meaningsBySide({ tokens, words, column }: WordSide): Generator<readonly [number, readonly Meaning[]]> {
  if (column === undefined) return
  for (const [id, norm] of tokens.vocabulary.entries()) {
    if (words.functionWords.has(norm)) continue
    const meanings = meaningsOf(column, norm, words)
    if (meanings.length > 0) yield [id, meanings]
  }
}

function pairByLetters(source: WordSide, target: WordSide, add: Add): void {
  const ids = new Map(target.tokens.vocabulary.map((norm, id) => [foldLetters(norm), id]))
  source.tokens.vocabulary.forEach((norm, id) => {
    if (source.words.functionWords.has(norm) || target.words.functionWords.has(norm)) return
    const isDigits = /^\d+$/u.test(norm)
    if (norm.length < 2 && !isDigits) return
    const other = ids.get(foldLetters(norm))
    if (other !== undefined) add(id, other, isDigits ? sameDigits : sameWord)
  })
}
