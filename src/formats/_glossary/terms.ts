import type { Context } from '../../core/contracts.ts'
import type { EntityKind, LanguageTag } from '../../core/types.ts'

/** What a term is: a thing that both texts name, or a word that the lexicon knows. */
export type TermKind = EntityKind | 'word'

/** One way in which a term is written, and in how many places. */
export interface TermForm {
  readonly text: string
  readonly count: number
}

/** A term in two languages. Neither side is empty; the most usual form comes first. */
export interface Term {
  readonly kind: TermKind
  /** `treaty:unclos`, `person:nobuo-kishi`, for words both stems: `word:brug=大桥`. */
  readonly key: string
  readonly source: readonly TermForm[]
  readonly target: readonly TermForm[]
  /** Places where the two sides were linked. */
  readonly occurrences: number
  /** Probability 0..1 that at least one of the pairs of sentences that link them is right. */
  readonly confidence: number
  /** The most certain pair of sentences that holds it. */
  readonly example?: { readonly source: string; readonly target: string }
}

/** Terms in the order in which they are written, and where they come from. */
export interface Glossary {
  readonly sourceLanguage: LanguageTag
  readonly targetLanguage: LanguageTag
  /** `news.nl.txt – news.zh.txt`, one for each alignment. */
  readonly origins: readonly string[]
  readonly terms: readonly Term[]
}

/** A file format for terms. */
export interface GlossaryFormat {
  readonly name: string
  readonly title: string
  /** With the dot, the usual one first. */
  readonly extensions: readonly string[]
  write(glossary: Glossary, context: Context): Iterable<string>
}

/** Text of a form or example on one line, without what no file may hold. */
export const oneLine = (text: string): string => text.replace(/[\s\u2028\u2029]+/gu, ' ').trim()

/** `0.97`: two decimals say all that is known. */
export const confidenceText = (confidence: number): string => confidence.toFixed(2)
