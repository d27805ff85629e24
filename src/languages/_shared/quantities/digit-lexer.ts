import { digitOf, kindOf } from './characters.ts'
import { type Cursor, endOfLetters, push, pushCode, replaceLast } from './cursor.ts'
import { type DigitStyle, endOfDigitRun, type Piece, readDigitRun } from './digits.ts'
import type { Content } from './tokens.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Reads digits with the signs between them and what is glued to them; what belongs to a name or a code is no number. */
export function readDigits(cursor: Cursor, vocabulary: Vocabulary, style: DigitStyle): void {
  const { text, at } = cursor
  const phone = endOfNationalNumber(cursor)
  if (phone !== undefined) {
    pushCode(cursor, phone, '')
    return
  }
  const end = endOfDigitRun(text, at, cursor.limit)
  const pieces = readDigitRun(text.slice(at, end), style)
  if (isTied(cursor, vocabulary) && !isGluedDate(cursor, pieces)) pushCode(cursor, end, codeAt(cursor, end))
  else readWithSuffix(cursor, pieces, end, vocabulary, style)
}

/** `28/11/2023` glued to a word by a careless page is a date still. */
function isGluedDate({ text, at }: Cursor, pieces: readonly Piece[]): boolean {
  const [date] = pieces
  return date?.kind === 'date' && date.end >= 8 && kindOf(text.charCodeAt(at - 1)) === 'letter'
}

function codeAt(cursor: Cursor, end: number): string {
  return cursor.text.slice(cursor.at, Math.min(end, cursor.at + 16)).toLowerCase()
}

/** Looks at the letters glued to the digits: `8th`, `15u30`, `5km`, `380A`. */
function readWithSuffix(
  cursor: Cursor,
  pieces: readonly Piece[],
  end: number,
  vocabulary: Vocabulary,
  style: DigitStyle,
): void {
  const suffixEnd = endOfSuffix(cursor, end, vocabulary)
  const suffix = cursor.text.slice(end, suffixEnd)
  const last = pieces.at(-1)
  const clock = clockOf(cursor, pieces, suffix, suffixEnd, vocabulary)
  const whole = last?.kind === 'number' && /^\d+$/.test(last.literal) ? last : undefined
  if (suffix === '') pushPieces(cursor, pieces)
  else if (whole && vocabulary.ordinalSuffixes.has(suffix.toLowerCase())) {
    pushPieces(cursor, pieces)
    replaceLast(cursor, suffixEnd, { kind: 'literal', literal: whole.literal, ordinal: true })
  } else if (clock) push(cursor, suffixEnd + 2, '', 'digits', clock)
  else if (last?.kind === 'date' && suffix === 'T') readTimestamp(cursor, pieces, style)
  else if (mayFollowDigits(cursor, suffix, suffixEnd, vocabulary)) pushPieces(cursor, pieces)
  else {
    const codeEnd = suffix.length === 1 ? suffixEnd : end
    pushCode(cursor, codeEnd, codeAt(cursor, codeEnd))
  }
}

function endOfSuffix(cursor: Cursor, start: number, vocabulary: Vocabulary): number {
  const dotted = endOfLetters(cursor, Math.min(start + 1, cursor.limit), 4)
  if (vocabulary.ordinalSuffixes.has(cursor.text.slice(start, dotted).toLowerCase())) return dotted
  const end = endOfLetters(cursor, start, 24)
  return end < cursor.limit && '²³_'.includes(cursor.text.charAt(end)) ? end + 1 : end
}

/** True when the digits are the end of a name: `COVID-19`, `G20`, `v2.4`, `#5`, `file_2021`, `/2021/`. */
function isTied(cursor: Cursor, vocabulary: Vocabulary): boolean {
  const { text, at } = cursor
  if (cursor.gap !== 'none' || at === 0) return false
  const before = text.charAt(at - 1)
  const norm = cursor.tokens.at(-1)?.norm ?? ''
  if (kindOf(text.charCodeAt(at - 1)) === 'letter') return !vocabulary.digitPrefixes.has(norm)
  if ('_#@\\'.includes(before)) return true
  if (!'-/.=+&'.includes(before) || at === 1 || vocabulary.dotted.has(norm)) return false
  const word = cursor.tokens.at(-2)
  if (vocabulary.hyphenPrefixes.has(word?.norm ?? '')) return false
  if (before === '-' && followsDigits(cursor)) return false
  return /[\p{Script=Latin}\p{N}_]/u.test(text.charAt(at - 2))
}

/** Before the hyphen stand other digits, with a unit (`5m-10m`) or a month (`3-sep-2021`) after them. */
function followsDigits({ tokens }: Cursor): boolean {
  const [first, before, word] = tokens.slice(-4)
  if (word?.content?.kind === 'literal') return true
  if (word?.gap !== 'none') return false
  return before?.content?.kind === 'literal' || (before?.norm === '-' && first?.content?.kind === 'literal')
}

/** `5km`, `5mln`, `1990s`; single capitals only after a currency (`$5M`). */
function mayFollowDigits(cursor: Cursor, suffix: string, suffixEnd: number, vocabulary: Vocabulary): boolean {
  if (suffixEnd < cursor.limit && digitOf(cursor.text.charCodeAt(suffixEnd)) >= 0) return false
  if (vocabulary.attached.has(suffix)) return true
  if (/^\p{Lu}$/u.test(suffix)) return vocabulary.digitPrefixes.has(cursor.tokens.at(-1)?.norm ?? '')
  const norm = suffix.toLowerCase()
  if (norm.length === 1) return vocabulary.letters.has(norm)
  return vocabulary.known.has(norm) || vocabulary.dotted.has(`${norm}.`)
}

/** `15u30`. */
function clockOf(
  cursor: Cursor,
  pieces: readonly Piece[],
  suffix: string,
  suffixEnd: number,
  vocabulary: Vocabulary,
): Content | undefined {
  const [hours] = pieces
  if (!vocabulary.clockLetters.has(suffix) || pieces.length !== 1 || hours?.kind !== 'number') return undefined
  const minutes = /^[0-5]\d(?!\d)/.exec(cursor.text.slice(suffixEnd, Math.min(cursor.limit, suffixEnd + 3)))
  return minutes ? { kind: 'clock', hours: Number(hours.literal), minutes: Number(minutes[0]) } : undefined
}

/** `2023-11-28T15:30:00Z`: the letter only separates. */
function readTimestamp(cursor: Cursor, pieces: readonly Piece[], style: DigitStyle): void {
  pushPieces(cursor, pieces)
  cursor.at++
  if (cursor.at >= cursor.limit || digitOf(cursor.text.charCodeAt(cursor.at)) < 0) return
  const end = endOfDigitRun(cursor.text, cursor.at, cursor.limit)
  pushPieces(cursor, readDigitRun(cursor.text.slice(cursor.at, end), style))
  if (cursor.at < cursor.limit && cursor.text.charAt(cursor.at) === 'Z') cursor.at++
}

function pushPieces(cursor: Cursor, pieces: readonly Piece[]): void {
  const base = cursor.at
  for (const piece of pieces) {
    if (piece.kind === 'sign') push(cursor, base + piece.end, piece.sign, 'sign', undefined)
    else push(cursor, base + piece.end, '', 'digits', contentOf(piece))
  }
}

function contentOf(piece: Exclude<Piece, { readonly kind: 'sign' }>): Content {
  switch (piece.kind) {
    case 'number':
      return { kind: 'literal', literal: piece.literal, ordinal: false }
    case 'date':
      return { kind: 'date', date: piece.date }
    case 'clock':
      return { kind: 'clock', hours: piece.hours, minutes: piece.minutes }
    case 'code':
      return { kind: 'code', code: piece.code }
  }
}

/** Longest telephone number, with its spaces. */
const longestTelephone = 30

/** End of `+31 20 123 45 67` or `(020) 123 4567` at the cursor: nine digits, or eight after a bracket. */
export function endOfTelephone(cursor: Cursor): number | undefined {
  const { text, at } = cursor
  const most = Math.min(cursor.limit, at + longestTelephone)
  if (at + 1 >= most || digitOf(text.charCodeAt(at + 1)) < 0) return undefined
  const open = text.charAt(at) === '(' || text.charAt(at) === '（'
  if (open && !/^.\d{2,4}[)）]/.test(text.slice(at, at + 6))) return undefined
  const end = endOfSpacedDigits(text, at + 1, most)
  return countDigits(text, at, end) >= (open ? 8 : 9) ? end : undefined
}

/** End of `020 123 45 67` or `06-12345678` at the cursor: a zero in front and nine digits or more. */
function endOfNationalNumber({ text, at, limit }: Cursor): number | undefined {
  if (digitOf(text.charCodeAt(at)) !== 0 || !/^.\d{1,3}[\s()-]/.test(text.slice(at, at + 5))) return undefined
  const end = endOfSpacedDigits(text, at, Math.min(limit, at + longestTelephone))
  return countDigits(text, at, end) >= 9 ? end : undefined
}

/** End of digits with at most two of space, hyphen, stop and bracket between them. */
function endOfSpacedDigits(text: string, start: number, most: number): number {
  let end = start
  for (let at = start; at < most && at - end <= 2; at++) {
    if (digitOf(text.charCodeAt(at)) >= 0) end = at + 1
    else if (!' ()-.\u00a0）'.includes(text.charAt(at))) break
  }
  return end
}

function countDigits(text: string, start: number, end: number): number {
  let count = 0
  for (let at = start; at < end; at++) if (digitOf(text.charCodeAt(at)) >= 0) count++
  return count
}
