import type { LanguageTag } from '../../core/types.ts'
import type { Piece, PiecedText } from './pieces.ts'

/** Knows names that capitals do not tell: true or false decides, undefined leaves it to the writing. */
export type NameJudge = (text: string, language: LanguageTag) => boolean | undefined

/** Tells which pieces of a text are (parts of) names. */
export type NameTest = (index: number) => boolean

const capital = /^\p{Lu}/u
const allCapitals = /^\p{Lu}[\p{Lu}\p{N}'’-]*\p{Lu}/u
const cased = /\p{Lu}|\p{Ll}/u
const sentenceEnd = /[.!?…。！？\n]/u
const katakana = /^[\p{Script=Katakana}ー]/u
const spaceless = /^\p{scx=Han}$/u
/** Where so many words and such a share of them have a capital inside a sentence, it is a heading: capitals tell nothing then. */
const fewWords = 4
const headingShare = 0.7
/** Names in scripts without spaces are looked for in stretches of at most so many characters, so many on either side. */
const longestStretch = 8
const mostBeside = 4

/**
 * Names by their writing: words with a capital inside a sentence; at its start those in capitals throughout and those that have
 * a capital inside a sentence of either text; runs of katakana. `judge` is asked first.
 */
export function nameTest(own: PiecedText, other: PiecedText, language: LanguageTag, judge?: NameJudge): NameTest {
  let inside: ReadonlySet<string> | undefined
  let isHeading: boolean | undefined
  const isCapitalised = (index: number): boolean => {
    const word = surfaceOf(own, index)
    if (!capital.test(word)) return false
    isHeading ??= isFullOfCapitals(own)
    if (isHeading) return false
    if (!startsSentence(own, index) || allCapitals.test(word)) return true
    inside ??= new Set([...capitalisedInside(own), ...capitalisedInside(other)])
    return inside.has(own.pieces[index]?.norm ?? '')
  }
  return (index) => {
    const piece = own.pieces[index]
    if (piece === undefined || piece.number !== undefined) return false
    const judged = judge === undefined ? undefined : judgePiece(own, piece, language, judge)
    return judged ?? (isCapitalised(index) || isKatakanaRun(own, index))
  }
}

const surfaceOf = ({ text, pieces }: PiecedText, index: number): string => {
  const piece = pieces[index]
  return piece === undefined ? '' : text.slice(piece.start, piece.end)
}

function startsSentence({ text, pieces }: PiecedText, index: number): boolean {
  const [previous, piece] = [pieces[index - 1], pieces[index]]
  return previous === undefined || piece === undefined || sentenceEnd.test(text.slice(previous.end, piece.start))
}

function capitalisedInside(own: PiecedText): readonly string[] {
  if (isFullOfCapitals(own)) return []
  return own.pieces.flatMap((piece, index) =>
    capital.test(surfaceOf(own, index)) && !startsSentence(own, index) ? [piece.norm] : [],
  )
}

function isFullOfCapitals(own: PiecedText): boolean {
  const words = own.pieces.flatMap((_, index) => (startsSentence(own, index) ? [] : surfaceOf(own, index)))
  const casedWords = words.filter((word) => cased.test(word))
  if (casedWords.length < fewWords) return false
  return casedWords.filter((word) => capital.test(word)).length >= headingShare * casedWords.length
}

function isKatakanaRun(own: PiecedText, index: number): boolean {
  if (!katakana.test(surfaceOf(own, index))) return false
  const [before, here, after] = [own.pieces[index - 1], own.pieces[index], own.pieces[index + 1]]
  return (
    (before?.end === here?.start && katakana.test(surfaceOf(own, index - 1))) ||
    (after?.start === here?.end && katakana.test(surfaceOf(own, index + 1)))
  )
}

/** Asks of the word itself; in text without spaces, of every stretch of characters around it until one is a name. */
function judgePiece({ text }: PiecedText, piece: Piece, language: LanguageTag, judge: NameJudge): boolean | undefined {
  const word = text.slice(piece.start, piece.end)
  if (!spaceless.test(word)) return judge(word, language)
  for (let start = piece.start; start >= Math.max(0, piece.start - mostBeside); start--)
    for (let end = piece.end; end <= Math.min(text.length, piece.end + mostBeside); end++) {
      if (end - start < 2 || end - start > longestStretch) continue
      if (judge(text.slice(start, end), language) === true) return true
    }
  return undefined
}
