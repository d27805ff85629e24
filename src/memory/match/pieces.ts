import type { WordFold } from '../script-fold.ts'
import { foldText } from '../text/fold.ts'
import { visitTokens } from '../text/tokens.ts'
import { isHanNumeral } from './han-numerals.ts'
import { maskOf } from './likeness.ts'

/** What a text is compared by: a token, or the tokens that make one number (`1.250,50`, `三千五百`). */
export interface Piece {
  /** UTF-16 offsets in the plain text. */
  readonly start: number
  readonly end: number
  /** Folded and in lower case, and in one script where several are compared; of a number the digits with their separators. */
  readonly norm: string
  /** Set of its characters, see `maskOf`. */
  readonly mask: number
  /** How its number is written, when it is one. */
  readonly number?: 'digits' | 'han'
}

/** A text with its pieces. */
export interface PiecedText {
  readonly text: string
  /** Norms as the index has them, folded like the pieces: what base similarity is computed from. */
  readonly tokens: readonly string[]
  readonly pieces: readonly Piece[]
  /** Each token is a piece of its own. */
  readonly isPlain: boolean
}

export const normsOf = (pieces: readonly Piece[]): string[] => pieces.map(({ norm }) => norm)

/** Cuts a text into pieces; with `fold` for a comparison across scripts. */
export function piecesOf(text: string, fold?: WordFold): PiecedText {
  const tokens: string[] = []
  const pieces: Piece[] = []
  let hasNumbers = false
  visitTokens(text, (start, end, token) => {
    const norm = fold === undefined ? token : fold(token)
    tokens.push(norm)
    const isNumeric = isDigit(norm, 0) || isHanNumeral(norm)
    hasNumbers ||= isNumeric
    if (isNumeric && joinedDigits.test(norm)) pieces.push(...digitRuns(text, start, end))
    else pieces.push({ start, end, norm, mask: maskOf(norm) })
  })
  const joined = hasNumbers ? joinNumbers(text, pieces) : pieces
  return { text, tokens, pieces: joined, isPlain: joined.length === pieces.length && pieces.length === tokens.length }
}

/** `2021-05-03` and `1'000` are one token each. */
const joinedDigits = /^\d+(?:['-]\d+)+$/u
const digitsOnly = /^\d+$/u
/** `1.250`, `1.250.000,50`, `1 250`; the separator of groups is the same throughout. */
const groupedNumber = /^\d{1,3}([.,' ])\d{3}(?:\1\d{3})*(?:(?!\1)[.,]\d+)?$/u
const decimalNumber = /^\d+[.,]\d+$/u

const isDigit = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at)
  return code >= 48 && code <= 57
}

function digitRuns(text: string, start: number, end: number): Piece[] {
  const runs: Piece[] = []
  for (const { 0: run, index } of text.slice(start, end).matchAll(/\p{Nd}+/gu))
    runs.push({ start: start + index, end: start + index + run.length, norm: foldText(run), mask: 0 })
  return runs
}

function joinNumbers(text: string, parts: readonly Piece[]): Piece[] {
  const pieces: Piece[] = []
  for (let at = 0; at < parts.length; ) {
    const part = parts[at]
    if (part === undefined) break
    const joined = isDigit(part.norm, 0) ? digitsFrom(text, parts, at) : hanFrom(parts, at)
    pieces.push(joined?.piece ?? part)
    at += joined?.parts ?? 1
  }
  return pieces
}

interface Joined {
  readonly piece: Piece
  readonly parts: number
}

/** So many groups of digits are looked at in a row; no number has more. */
const longestChain = 16

/** The longest number in digits that starts here and is not cut out of a longer row, such as 12.05.2021, whose members stay apart. */
function digitsFrom(text: string, parts: readonly Piece[], at: number): Joined | undefined {
  const first = parts[at]
  if (first === undefined || !digitsOnly.test(first.norm)) return undefined
  let norm = first.norm
  let best: Joined = { piece: numberPiece(first, first.end, norm), parts: 1 }
  let previous = first
  for (let count = 1; count < longestChain; count++) {
    const part = parts[at + count]
    if (part === undefined || !digitsOnly.test(part.norm)) break
    const separator = separatorIn(text, previous.end, part.start)
    if (separator === '') break
    norm += separator + part.norm
    if (groupedNumber.test(norm) || decimalNumber.test(norm))
      best = { piece: numberPiece(first, part.end, norm), parts: count + 1 }
    else if (separator !== ' ') best = { piece: numberPiece(first, first.end, first.norm), parts: 1 }
    previous = part
  }
  return isTail(text, parts, at) ? { piece: numberPiece(first, first.end, first.norm), parts: 1 } : best
}

/** True for digits after a dot or comma that follows digits: the number before them could not take them in. */
function isTail(text: string, parts: readonly Piece[], at: number): boolean {
  const [before, here] = [parts[at - 1], parts[at]]
  if (before === undefined || here === undefined || !digitsOnly.test(before.norm)) return false
  const separator = separatorIn(text, before.end, here.start)
  return separator !== '' && separator !== ' '
}

/** The separator between two groups of digits, folded; empty when what stands there is none. */
function separatorIn(text: string, start: number, end: number): string {
  if (end - start !== 1) return ''
  const separator = text.charAt(start)
  // A wide comma parts the members of a list, but belongs to the number when its digits are wide as well.
  if (/[，．]/u.test(separator) && !/[０-９]/u.test(text.charAt(start - 1))) return ''
  const folded = foldText(`0${separator}0`).slice(1, -1)
  return /^[.,' ]$/u.test(folded) ? folded : ''
}

function hanFrom(parts: readonly Piece[], at: number): Joined | undefined {
  const first = parts[at]
  if (first === undefined || !isHanNumeral(first.norm)) return undefined
  let norm = first.norm
  let end = first.end
  let count = 1
  for (let next = parts[at + 1]; next?.start === end && isHanNumeral(next.norm); next = parts[at + count]) {
    norm += next.norm
    end = next.end
    count++
  }
  return { piece: { ...numberPiece(first, end, norm), number: 'han' }, parts: count }
}

const numberPiece = ({ start }: Piece, end: number, norm: string): Piece => ({
  start,
  end,
  norm,
  mask: 0,
  number: 'digits',
})
