import type { TokenTable, WordPair } from '../core/types.ts'
import type { Column, WordKnowledge } from './column.ts'
import { foldLetters } from './letters.ts'
import { type Meaning, meaningsOf } from './meanings.ts'
import type { Bridge } from './pivot.ts'

/** One side of a pair as the lexicon sees it; without a column the lexicon does not know the language. */
export interface WordSide {
  readonly tokens: TokenTable
  readonly words: WordKnowledge
  readonly column: Column | undefined
}

/** How far concepts are trusted, and how concepts without a common word are bridged. */
export interface ConceptTrust {
  /** Factor on the probability of a pair that meets in the concept. */
  trustOf(concept: number): number
  /** True when the user wrote the concept into a glossary. */
  isOfGlossary(concept: number): boolean
  /** True when any concept is of a glossary. */
  readonly hasGlossary: boolean
  readonly bridges: readonly Bridge[]
}

/** Every concept counts in full, and none is bridged. */
export const plainTrust: ConceptTrust = {
  trustOf: () => 1,
  isOfGlossary: () => false,
  hasGlossary: false,
  bridges: [],
}

/** That a name or code in the same letters means the same; digits alone are also section numbers and dates. */
const sameWord = 0.95
const sameDigits = 0.6
/** Pairs less likely than this only slow the search down. */
const leastProbability = 0.15
/** What is left of other renderings of a word where both texts hold the one that the glossary gives. */
const besideGlossary = 0.5
/** What is left of a bridged pair when one of its words has a direct rendering in the other text. */
const besideDirect = 0.5

/**
 * Every pair of words of the two texts that may render each other: by shared concepts, by a third language where no concept
 * is shared, and by equal letters.
 */
export function pairWords(
  source: WordSide,
  target: WordSide,
  concepts: ConceptTrust = plainTrust,
): readonly WordPair[] {
  const best = new Map<number, WordPair>()
  const add = (from: number, to: number, probability: number): void => {
    if (probability < leastProbability) return
    const key = from * target.tokens.vocabulary.length + to
    if ((best.get(key)?.probability ?? 0) < probability) best.set(key, { source: from, target: to, probability })
  }
  pairByConcept(source, target, concepts, add)
  pairByLetters(source, target, add)
  return [...best.values()].sort((a, b) => a.source - b.source || a.target - b.target)
}

type Add = (source: number, target: number, probability: number) => void

function pairByConcept(source: WordSide, target: WordSide, concepts: ConceptTrust, add: Add): void {
  const targets = wordsByConcept(target)
  const words = [...meaningsBySide(source)]
  const settled = { source: new Set<number>(), target: new Set<number>() }
  const known = { source: new Set<number>(), target: new Set<number>() }
  if (concepts.hasGlossary)
    eachDirectPair(words, targets, concepts, (from, to, _probability, isOfGlossary) => {
      if (!isOfGlossary) return
      settled.source.add(from)
      settled.target.add(to)
    })
  eachDirectPair(words, targets, concepts, (from, to, probability, isOfGlossary) => {
    known.source.add(from)
    known.target.add(to)
    const isBeside = !isOfGlossary && (settled.source.has(from) || settled.target.has(to))
    add(from, to, isBeside ? besideGlossary * probability : probability)
  })
  if (concepts.bridges.length === 0) return
  for (const [from, meanings] of words)
    for (const [to, probability] of bridgedWords(meanings, targets, concepts)) {
      const isKnown = [known.source.has(from), known.target.has(to)]
      if (isKnown.every(Boolean)) continue
      add(from, to, isKnown.some(Boolean) ? besideDirect * probability : probability)
    }
}

type WordsByConcept = ReadonlyMap<number, readonly { readonly id: number; readonly trust: number }[]>

function wordsByConcept(side: WordSide): WordsByConcept {
  const words = new Map<number, { id: number; trust: number }[]>()
  for (const [id, meanings] of meaningsBySide(side))
    for (const { concept, trust } of meanings) {
      const list = words.get(concept)
      if (list === undefined) words.set(concept, [{ id, trust }])
      else list.push({ id, trust })
    }
  return words
}

type MeaningsOfWords = readonly (readonly [id: number, meanings: readonly Meaning[]])[]

function eachDirectPair(
  words: MeaningsOfWords,
  targets: WordsByConcept,
  { trustOf, isOfGlossary }: ConceptTrust,
  visit: (source: number, target: number, probability: number, isOfGlossary: boolean) => void,
): void {
  for (const [id, meanings] of words)
    for (const { concept, trust } of meanings)
      for (const other of targets.get(concept) ?? [])
        visit(id, other.id, Math.min(1, trust * other.trust * trustOf(concept)), isOfGlossary(concept))
}

/** Words by a third language, with their probabilities; several ways to one word add up as independent chances. */
function bridgedWords(
  meanings: readonly Meaning[],
  targets: WordsByConcept,
  { trustOf, bridges }: ConceptTrust,
): readonly (readonly [target: number, probability: number])[] {
  const doubts = new Map<number, number>()
  for (const { concept, trust } of meanings)
    for (const bridge of bridges)
      for (const reached of bridge(concept))
        for (const other of targets.get(reached.concept) ?? []) {
          const levels = Math.min(1, trustOf(concept)) * Math.min(1, trustOf(reached.concept))
          const probability = trust * other.trust * reached.trust * levels
          doubts.set(other.id, (doubts.get(other.id) ?? 1) * (1 - probability))
        }
  return [...doubts].map(([target, doubt]) => [target, 1 - doubt])
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
  const ids = new Map(target.tokens.vocabulary.map((norm, id) => [lettersOf(norm, target.words), id]))
  source.tokens.vocabulary.forEach((norm, id) => {
    if (source.words.functionWords.has(norm) || target.words.functionWords.has(norm)) return
    const isDigits = /^\d+$/u.test(norm)
    if (norm.length < 2 && !isDigits) return
    const other = ids.get(lettersOf(norm, source.words))
    if (other !== undefined) add(id, other, isDigits ? sameDigits : sameWord)
  })
}

function lettersOf(norm: string, words: WordKnowledge): string {
  return foldLetters(words.fold?.(norm) ?? norm)
}
