import { classOf, wideLetter } from '../text/characters.ts'
import { visitTokens } from '../text/tokens.ts'

/** How a token of a text must be like a word looked for. */
export type WordFit = 'whole' | 'start' | 'end' | 'part'

/** A word looked for, folded and in lower case, and which tokens may hold it. */
export interface PhraseWord {
  readonly norm: string
  readonly fit: WordFit
}

/** Words that stand in a row. Every text with the characters that it was made of has it; texts with it may lack them. */
export type Phrase = readonly PhraseWord[]

/** Which ends of the characters looked for are ends of words. */
export interface WholeEnds {
  readonly start: boolean
  readonly end: boolean
}

/** The phrase of a run of characters in folded text; empty when the index does not help: without letters and digits. */
export function phraseOf(folded: string, ends: WholeEnds): Phrase {
  const norms: string[] = []
  visitTokens(folded, (_start, _end, norm) => norms.push(norm))
  const phrase = norms.map((norm, i) => {
    const isWhole = isAlone(norm)
    const fit = fitOf(isWhole || i > 0 || ends.start, isWhole || i < norms.length - 1 || ends.end)
    return withoutSigma({ norm, fit })
  })
  return phrase.some(({ norm }) => norm === '') ? [] : phrase
}

/** Which small sigma a term has depends on the rest of its word: the longest part without one, empty if it is nothing else. */
function withoutSigma(word: PhraseWord): PhraseWord {
  if (!/[σς]/u.test(word.norm)) return word
  const parts = word.norm.split(/[σς]/u)
  return { norm: parts.reduce((best, part) => (part.length > best.length ? part : best)), fit: 'part' }
}

/** True for characters of scripts without spaces: tokens by themselves, whatever stands beside them. */
const isAlone = (norm: string): boolean => classOf(norm.codePointAt(0) ?? 0) === wideLetter

function fitOf(isStart: boolean, isEnd: boolean): WordFit {
  if (isStart) return isEnd ? 'whole' : 'start'
  return isEnd ? 'end' : 'part'
}

/** Whether a token may stand for a word of a phrase. */
export function fits(term: string, { norm, fit }: PhraseWord): boolean {
  if (fit === 'whole') return term === norm
  if (fit === 'start') return term.startsWith(norm)
  return fit === 'end' ? term.endsWith(norm) : term.includes(norm)
}
