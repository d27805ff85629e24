import type { Span } from '../../../core/types.ts'
import { digitOf, foldSign, kindOf, vulgarFraction } from './characters.ts'
import { splitCompound } from './compounds.ts'
import { type DigitStyle, endOfDigitRun, type Piece, readDigitRun } from './digits.ts'
import type { Atom, Gap, Token } from './tokens.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Where the lexer stands in one span. */
interface Cursor {
  readonly text: string
  readonly from: number
  readonly limit: number
  readonly tokens: Token[]
  at: number
  gap: Gap
}

/** Cuts a span into tokens; numbers are still in their parts. One pass, each character looked at a bounded number of times. */
export function lex(text: string, span: Span, vocabulary: Vocabulary, style: DigitStyle): Token[] {
  const cursor: Cursor = { text, from: span.start, limit: span.end, tokens: [], at: span.start, gap: 'none' }
  while (cursor.at < cursor.limit) {
    switch (kindOf(text.charCodeAt(cursor.at))) {
      case 'space':
        readSpace(cursor)
        break
      case 'digit':
        readDigits(cursor, vocabulary, style)
        break
      case 'letter':
        readWord(cursor, vocabulary)
        break
      case 'ideograph':
        readIdeograph(cursor, vocabulary)
        break
      default:
        readSign(cursor, vocabulary)
    }
  }
  return cursor.tokens
}

function push(cursor: Cursor, end: number, rest: Pick<Token, 'norm' | 'shape'> & Partial<Token>): void {
  cursor.tokens.push({ ...rest, start: cursor.at, end, gap: cursor.gap })
  cursor.at = end
  cursor.gap = 'none'
}

function readSpace(cursor: Cursor): void {
  const start = cursor.at
  while (cursor.at < cursor.limit && kindOf(cursor.text.charCodeAt(cursor.at)) === 'space') cursor.at++
  const space = cursor.at - start > 1 ? cursor.text.slice(start, cursor.at) : cursor.text.charAt(start)
  cursor.gap = space.includes('\t') || space.indexOf('\n') !== space.lastIndexOf('\n') ? 'break' : 'space'
}

function readIdeograph(cursor: Cursor, vocabulary: Vocabulary): void {
  const norm = cursor.text.charAt(cursor.at)
  const atom = vocabulary.atoms.get(norm)
  if (atom) return push(cursor, cursor.at + 1, { norm, shape: 'ideograph', atom })
  if (vocabulary.known.has(norm)) return push(cursor, cursor.at + 1, { norm, shape: 'ideograph' })
  let end = cursor.at + 1
  while (end < cursor.limit && isUnknownIdeograph(cursor.text, end, vocabulary)) end++
  push(cursor, end, { norm: '', shape: 'ideograph' })
}

function isUnknownIdeograph(text: string, at: number, vocabulary: Vocabulary): boolean {
  return kindOf(text.charCodeAt(at)) === 'ideograph' && !vocabulary.known.has(text.charAt(at))
}

function readSign(cursor: Cursor, vocabulary: Vocabulary): void {
  const sign = cursor.text.charAt(cursor.at)
  const share = vulgarFraction(sign)
  if (share !== undefined) return readShare(cursor, share)
  const phone = sign === '+' || sign === '(' || sign === '＋' ? endOfTelephone(cursor, cursor.at) : undefined
  if (phone !== undefined) return push(cursor, phone, { norm: '', shape: 'digits', code: '' })
  const norm = foldSign(sign)
  const atom = vocabulary.atoms.get(norm)
  push(cursor, cursor.at + 1, atom ? { norm, shape: 'sign', atom } : { norm, shape: 'sign' })
}

/** `½`, or the end of `2½`. */
function readShare(cursor: Cursor, share: string): void {
  const last = cursor.tokens.at(-1)
  if (cursor.gap === 'none' && last?.atom?.kind === 'literal' && /^\d{1,4}$/.test(last.atom.literal)) {
    const atom: Atom = { kind: 'literal', literal: String(Number(last.atom.literal) + Number(share)), ordinal: false }
    cursor.tokens[cursor.tokens.length - 1] = { ...last, end: cursor.at + 1, atom }
    cursor.at++
    return
  }
  push(cursor, cursor.at + 1, { norm: '', shape: 'digits', atom: { kind: 'literal', literal: share, ordinal: false } })
}

/** End of `+31 20 123 45 67` or `(020) 123 4567`: signs and at least nine digits, seven after a bracket. */
function endOfTelephone(cursor: Cursor, start: number): number | undefined {
  const most = Math.min(cursor.limit, start + 30)
  const open = cursor.text.charAt(start) === '('
  if (digitOf(cursor.text.charCodeAt(start + 1)) < 0 || (open && !/^\(\d{2,4}\)/.test(cursor.text.slice(start, most)))) {
    return undefined
  }
  const end = endOfSpacedDigits(cursor.text, start + 1, most)
  const digits = cursor.text.slice(start, end).replace(/\D/g, '').length
  return digits >= (open ? 8 : 9) ? end : undefined
}

/** End of digits with at most one space, hyphen, stop or bracket or two between them. */
function endOfSpacedDigits(text: string, start: number, most: number): number {
  let end = start
  for (let at = start; at < most && at - end <= 2; at++) {
    if (digitOf(text.charCodeAt(at)) >= 0) end = at + 1
    else if (!' ()-.\u00a0'.includes(text.charAt(at))) break
  }
  return end
}

function readDigits(cursor: Cursor, vocabulary: Vocabulary, style: DigitStyle): void {
  const { text, at } = cursor
  const end = endOfDigitRun(text, at, cursor.limit)
  const phone = text.charAt(at) === '0' ? endOfSpacedDigits(text, at, Math.min(cursor.limit, at + 30)) : 0
  if (phone > at + 8 && isNationalNumber(text.slice(at, phone))) return push(cursor, phone, { norm: '', shape: 'digits', code: '' })
  if (isTied(cursor, vocabulary)) return pushCode(cursor, end)
  const suffixEnd = endOfLetters(cursor, end)
  const suffix = text.slice(end, suffixEnd)
  const pieces = readDigitRun(text.slice(at, end), style)
  const last = pieces.at(-1)
  if (suffix === '') return pushPieces(cursor, pieces, false)
  if (vocabulary.ordinalSuffixes.has(suffix.toLowerCase()) && last?.kind === 'number' && /^\d+$/.test(last.literal)) {
    pushPieces(cursor, pieces, true)
    return extendLast(cursor, suffixEnd)
  }
  if (readLetterClock(cursor, pieces, suffix, suffixEnd, vocabulary)) return
  if (last?.kind === 'date' && suffix === 'T') return readTimestamp(cursor, pieces, style)
  if (mayFollowDigits(cursor, suffix, vocabulary)) return pushPieces(cursor, pieces, false)
  pushCode(cursor, pieces.length === 1 && suffix.length === 1 ? suffixEnd : end)
}

/** `020 123 45 67`, `06-12345678`: a zero in front, no comma, nine digits or more. */
function isNationalNumber(text: string): boolean {
  return /^0\d{1,3}[\s()-]/.test(text) && text.replace(/\D/g, '').length >= 9
}

/** True when the digits are the end of a name: `COVID-19`, `G20`, `v2.4`, `#5`, `file_2021`, `/2021/`. */
function isTied(cursor: Cursor, vocabulary: Vocabulary): boolean {
  const { text, at, from } = cursor
  if (cursor.gap !== 'none' || at === from) return false
  const last = cursor.tokens.at(-1)
  const before = text.charAt(at - 1)
  if (kindOf(text.charCodeAt(at - 1)) === 'letter') {
    return !(vocabulary.digitPrefixes.has(last?.norm ?? '') || (last?.norm ?? '').endsWith('.'))
  }
  if ('_#@\\'.includes(before)) return true
  if (!'-/.=+&'.includes(before) || at - 1 === from) return false
  if (last?.norm.endsWith('.') && last.norm.length > 1) return false
  const [beforeUnit, word] = cursor.tokens.slice(-3)
  const afterNumber = word?.atom?.kind === 'literal' || (word?.gap === 'none' && beforeUnit?.atom?.kind === 'literal')
  const isName = /[\p{Script=Latin}\p{N}_]/u.test(text.charAt(at - 2)) && !vocabulary.hyphenPrefixes.has(word?.norm ?? '')
  return isName && !(before === '-' && afterNumber)
}

function endOfLetters(cursor: Cursor, start: number): number {
  let end = start
  const most = Math.min(cursor.limit, start + 24)
  while (end < most && (kindOf(cursor.text.charCodeAt(end)) === 'letter' || '²³_'.includes(cursor.text.charAt(end)))) end++
  return end
}

/** `5km`, `5mln`, `1990s`; single capitals only after a currency (`$5M`). */
function mayFollowDigits(cursor: Cursor, suffix: string, vocabulary: Vocabulary): boolean {
  if (vocabulary.attached.has(suffix)) return true
  if (/^\p{Lu}$/u.test(suffix)) return vocabulary.digitPrefixes.has(cursor.tokens.at(-1)?.norm ?? '')
  const norm = suffix.toLowerCase()
  return vocabulary.known.has(norm) || vocabulary.dotted.has(`${norm}.`)
}

/** `15u30`. */
function readLetterClock(cursor: Cursor, pieces: readonly Piece[], suffix: string, suffixEnd: number, vocabulary: Vocabulary): boolean {
  const [hours] = pieces
  const minutes = /^[0-5]\d(?!\d)/.exec(cursor.text.slice(suffixEnd, Math.min(cursor.limit, suffixEnd + 3)))
  if (!minutes || !vocabulary.clockLetters.has(suffix) || pieces.length !== 1 || hours?.kind !== 'number') return false
  const clock = { hours: Number(hours.literal), minutes: Number(minutes[0]) }
  push(cursor, suffixEnd + 2, { norm: '', shape: 'digits', clock })
  return true
}

/** `2023-11-28T15:30:00Z`: the letter only separates. */
function readTimestamp(cursor: Cursor, pieces: readonly Piece[], style: DigitStyle): void {
  pushPieces(cursor, pieces, false)
  cursor.at++
  if (cursor.at >= cursor.limit || digitOf(cursor.text.charCodeAt(cursor.at)) < 0) return
  const end = endOfDigitRun(cursor.text, cursor.at, cursor.limit)
  pushPieces(cursor, readDigitRun(cursor.text.slice(cursor.at, end), style), false)
  if (cursor.text.charAt(cursor.at) === 'Z') cursor.at++
}

function pushCode(cursor: Cursor, end: number): void {
  push(cursor, end, { norm: '', shape: 'digits', code: cursor.text.slice(cursor.at, Math.min(end, cursor.at + 16)).toLowerCase() })
}

function pushPieces(cursor: Cursor, pieces: readonly Piece[], ordinal: boolean): void {
  const base = cursor.at
  pieces.forEach((piece, index) => {
    const end = base + piece.end
    const shape = 'digits'
    if (piece.kind === 'number') {
      const atom: Atom = { kind: 'literal', literal: piece.literal, ordinal: ordinal && index === pieces.length - 1 }
      push(cursor, end, { norm: '', shape, atom })
    } else if (piece.kind === 'date') push(cursor, end, { norm: '', shape, date: piece.date })
    else if (piece.kind === 'clock') push(cursor, end, { norm: '', shape, clock: piece })
    else if (piece.kind === 'sign') push(cursor, end, { norm: piece.sign, shape: 'sign' })
    else push(cursor, end, { norm: '', shape, code: piece.code })
  })
}

function extendLast(cursor: Cursor, end: number): void {
  const last = cursor.tokens.at(-1)
  if (last) cursor.tokens[cursor.tokens.length - 1] = { ...last, end }
  cursor.at = end
}

function readWord(cursor: Cursor, vocabulary: Vocabulary): void {
  const { text, at, limit } = cursor
  let end = at + 1
  while (end < limit && kindOf(text.charCodeAt(end)) === 'letter') end++
  const address = endOfAddress(cursor, end)
  if (address > end) return push(cursor, address, { norm: '', shape: 'lower', code: '' })
  const raw = text.slice(at, end)
  const lower = normOf(raw)
  const dotted = text.charAt(end) === '.' ? longestDotted(cursor, lower, end, vocabulary) : undefined
  const shape = shapeOf(raw)
  if (dotted) return pushWord(cursor, dotted.end, dotted.norm, shape, vocabulary)
  const parts = vocabulary.known.has(lower) ? undefined : splitCompound(lower, vocabulary)
  if (parts) return pushParts(cursor, parts, end, vocabulary)
  pushWord(cursor, end, lower, shape, vocabulary, raw)
}

/** End of a web or mail address that begins here: its digits say nothing. */
function endOfAddress(cursor: Cursor, wordEnd: number): number {
  const { text, at, limit } = cursor
  const next = text.charAt(wordEnd)
  const web = next === ':' && text.startsWith('://', wordEnd)
  const www = next === '.' && wordEnd - at === 3 && text.slice(at, wordEnd).toLowerCase() === 'www'
  const mail = next === '@' && kindOf(text.charCodeAt(wordEnd + 1)) === 'letter'
  if (!web && !www && !mail) return wordEnd
  let end = wordEnd
  while (end < limit && !['space', 'ideograph'].includes(kindOf(text.charCodeAt(end)))) end++
  return end
}

function normOf(raw: string): string {
  for (let i = 0; i < raw.length; i++) if (raw.charCodeAt(i) > 127) return raw.normalize('NFC').toLowerCase()
  return raw.toLowerCase()
}

function shapeOf(raw: string): 'lower' | 'capital' | 'upper' {
  const first = raw.charAt(0)
  if (first === first.toLowerCase()) return 'lower'
  return raw.length > 1 && raw === raw.toUpperCase() ? 'upper' : 'capital'
}

/** `mln.`, `p.m.`: the longest known short form with the stops after the word. */
function longestDotted(
  cursor: Cursor,
  lower: string,
  wordEnd: number,
  vocabulary: Vocabulary,
): { readonly end: number; readonly norm: string } | undefined {
  let norm = `${lower}.`
  let end = wordEnd + 1
  let best = vocabulary.dotted.has(norm) && end <= cursor.limit ? { end, norm } : undefined
  for (let part = 0; part < 3; part++) {
    let next = end
    while (next < Math.min(cursor.limit, end + 8) && kindOf(cursor.text.charCodeAt(next)) === 'letter') next++
    if (next === end || cursor.text.charAt(next) !== '.' || next >= cursor.limit) return best
    norm += `${normOf(cursor.text.slice(end, next))}.`
    end = next + 1
    if (vocabulary.dotted.has(norm)) best = { end, norm }
  }
  return best
}

function pushWord(cursor: Cursor, end: number, norm: string, shape: Token['shape'], vocabulary: Vocabulary, raw = ''): void {
  const atom = vocabulary.atoms.get(norm)
  const roman = raw !== '' && raw.length <= 7 && (shape === 'upper' || raw.length === 1) ? readRoman(raw) : undefined
  push(cursor, end, {
    norm: vocabulary.known.has(norm) ? norm : '',
    shape,
    ...(atom && { atom }),
    ...(roman !== undefined && { roman }),
  })
}

function pushParts(cursor: Cursor, parts: readonly string[], end: number, vocabulary: Vocabulary): void {
  parts.forEach((part, index) => {
    const partEnd = index === parts.length - 1 ? end : Math.min(end, cursor.at + part.length)
    pushWord(cursor, partEnd, part, 'lower', vocabulary)
  })
}

const romanDigits: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 }

/** Value of a well-formed Roman numeral below 400. */
function readRoman(raw: string): number | undefined {
  if (!/^C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/.test(raw)) return undefined
  let value = 0
  for (let i = 0; i < raw.length; i++) {
    const digit = romanDigits[raw.charAt(i)] ?? 0
    value += digit < (romanDigits[raw.charAt(i + 1)] ?? 0) ? -digit : digit
  }
  return value
}
