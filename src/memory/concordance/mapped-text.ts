import type { Span } from '../../core/types.ts'
import type { WordFold } from '../script-fold.ts'
import { foldText, foldWithPlaces } from '../text/fold.ts'
import { visitTokens } from '../text/tokens.ts'

/** A text that was changed, and where each part of it comes from. */
export interface MappedText {
  readonly text: string
  /** The place in the original of a range, not empty, of the changed text. */
  place(start: number, end: number): Span
}

const unmapped = (text: string): MappedText => ({ text, place: (start, end) => ({ start, end }) })

const mapped = (text: string, starts: readonly number[], ends: readonly number[]): MappedText => ({
  text,
  place: (start, end) => ({ start: starts[start] ?? 0, end: ends[end - 1] ?? 0 }),
})

/** The folded text (`foldText`). */
export function mapFolded(text: string): MappedText {
  if (foldText(text) === text) return unmapped(text)
  const { folded, starts, ends } = foldWithPlaces(text)
  return mapped(folded, starts, ends)
}

/** A character with what it may be composed with: marks, vowels and finals of Hangul. */
const composed = /[\s\S][\p{M}\u1160-\u11ff]*/gu

/** The text in NFC. */
export function mapComposed(text: string): MappedText {
  if (text.normalize('NFC') === text) return unmapped(text)
  const starts: number[] = []
  const ends: number[] = []
  let joined = ''
  for (const { 0: piece, index } of text.matchAll(composed)) {
    const part = piece.normalize('NFC')
    for (let i = 0; i < part.length; i++) {
      starts.push(part === piece ? index + i : index)
      ends.push(part === piece ? index + i + 1 : index + piece.length)
    }
    joined += part
  }
  return mapped(joined, starts, ends)
}

/** Lower case with one small sigma: which of the two `toLowerCase` gives depends on what follows. */
export const lowerCase = (text: string): string => text.toLowerCase().replaceAll('ς', 'σ')

/** The same text in lower case. */
export function mapLowerCase(whole: MappedText): MappedText {
  const text = lowerCase(whole.text)
  if (text.length === whole.text.length) return { text, place: whole.place }
  const origins: number[] = []
  let at = 0
  for (const character of whole.text) {
    const { length } = character.toLowerCase()
    for (let i = 0; i < length; i++) origins.push(Math.min(at + i, at + character.length - 1))
    at += character.length
  }
  return { text, place: (start, end) => whole.place(origins[start] ?? 0, (origins[end - 1] ?? 0) + 1) }
}

/** The same text with each word folded (`foldWords`); a word of another length than its form is one place. */
export function mapWords(whole: MappedText, fold: WordFold): MappedText {
  const starts: number[] = []
  const ends: number[] = []
  let text = ''
  const copy = (until: number): void => {
    for (let at = done; at < until; at++) {
      starts.push(at)
      ends.push(at + 1)
    }
    text += whole.text.slice(done, until)
  }
  let done = 0
  visitTokens(whole.text, (start, end, norm) => {
    const form = fold(norm)
    if (form === norm) return
    copy(start)
    const isEven = form.length === end - start
    for (let at = 0; at < form.length; at++) {
      starts.push(isEven ? start + at : start)
      ends.push(isEven ? start + at + 1 : end)
    }
    text += form
    done = end
  })
  if (done === 0) return whole
  copy(whole.text.length)
  return { text, place: (start, end) => whole.place(starts[start] ?? 0, ends[end - 1] ?? 0) }
}
