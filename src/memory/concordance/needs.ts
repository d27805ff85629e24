import { foldText } from '../text/fold.ts'
import { type Phrase, type PhraseWord, phraseOf } from './phrase.ts'
import type { RequiredLiterals } from './required-literals.ts'

/** What the index can tell of a text that may match: it has one of these phrases. */
export interface Need {
  readonly phrases: readonly Phrase[]
  /** True when letters that only regular expressions take for each other, as `s` and `ſ`, count as the same. */
  readonly isLoose: boolean
}

/** Needs of all texts that hold one literal of each list; lists of which the index knows nothing are left out. */
export function needsOf(literals: RequiredLiterals, isCaseSensitive: boolean): readonly Need[] {
  const isLoose = !isCaseSensitive
  return literals.flatMap((list) => {
    const phrases = list.map((literal) => phraseOfLiteral(literal))
    return phrases.some((phrase) => phrase.length === 0) ? [] : [{ phrases, isLoose }]
  })
}

/** Characters that folding may join with what follows them in a text: wide letters, narrow kana and Hangul. */
const unsafe = /[\uff21-\uff3a\uff41-\uff5a\uff65-\uffdc]/u
/** The phrase of the longest part of a literal that stands unchanged in every folded text with it. */
function phraseOfLiteral(literal: string): Phrase {
  const phrases = literal.split(unsafe).map((part) => phraseOf(foldText(part), { start: false, end: false }))
  return phrases.reduce((best, phrase) => (sizeOf(phrase) > sizeOf(best) ? phrase : best))
}

const sizeOf = (phrase: Phrase): number => phrase.reduce((sum, { norm }) => sum + norm.length, 0)

/** Small letters that simple case folding (Unicode, CaseFolding.txt) makes one with another small letter. */
const looseLetters: ReadonlyMap<string, string> = new Map([
  ['s', 'ſ'],
  ['ṡ', 'ẛ'],
  ['β', 'ϐ'],
  ['ε', 'ϵ'],
  ['θ', 'ϑ'],
  ['ι', '\u0345'],
  ['κ', 'ϰ'],
  ['μ', 'µ'],
  ['π', 'ϖ'],
  ['ρ', 'ϱ'],
  ['φ', 'ϕ'],
  ['в', 'ᲀ'],
  ['д', 'ᲁ'],
  ['о', 'ᲂ'],
  ['с', 'ᲃ'],
  ['т', 'ᲄᲅ'],
  ['ъ', 'ᲆ'],
  ['ѣ', 'ᲇ'],
  ['ꙋ', 'ᲈ'],
])

/** Letters that may stand in a text in place of one of a word, both ways. */
export function looseFor({ norm }: PhraseWord): readonly string[] {
  const letters = new Set<string>()
  for (const [usual, others] of looseLetters)
    for (const other of others) {
      if (norm.includes(usual)) letters.add(other)
      if (norm.includes(other)) letters.add(usual)
    }
  return [...letters]
}
