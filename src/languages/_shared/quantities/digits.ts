import { isSpace } from '../../../core/text.ts'
import { digitOf, foldSign } from './characters.ts'
import type { QuantityData } from './data.ts'
import { type DateParts, dateKey } from './keys.ts'

/** What a run of digits and the signs between them turned out to be; offsets are inside the run. */
export type Piece =
  | { readonly kind: 'number'; readonly start: number; readonly end: number; readonly literal: string }
  | { readonly kind: 'date'; readonly start: number; readonly end: number; readonly date: DateParts }
  | {
      readonly kind: 'clock'
      readonly start: number
      readonly end: number
      readonly hours: number
      readonly minutes: number
    }
  | { readonly kind: 'sign'; readonly start: number; readonly end: number; readonly sign: string }
  /** A version, an address, a telephone number: no quantity. `code` is its text. */
  | { readonly kind: 'code'; readonly start: number; readonly end: number; readonly code: string }

/** How the digits of a language are read. */
export type DigitStyle = Pick<QuantityData, 'decimalSign' | 'dateOrder' | 'splitsPairs'>

/** Longer runs are tables or identifiers; reading stops to be worth it. */
const longestRun = 64

const insideSigns = ".,/:-–—~'"

/** End of the run of digits that starts at `start`: signs and grouping spaces belong to it when digits follow at once. */
export function endOfDigitRun(text: string, start: number, limit: number): number {
  let at = start
  let groupStart = start
  for (;;) {
    while (at < limit && digitOf(text.charCodeAt(at)) >= 0) at++
    if (at + 1 >= limit || digitOf(text.charCodeAt(at + 1)) < 0) return at
    const sign = text.charAt(at)
    const separates = insideSigns.includes(foldSign(sign)) && (sign !== '，' || groupsWide(text, at, limit))
    if (!separates && !isGroupSpace(text, groupStart, at, limit)) return at
    if (separates) groupStart = at + 1
    at++
  }
}

/** The wide comma ends a clause, unless three wide digits stand after it as in １，５００. */
function groupsWide(text: string, at: number, limit: number): boolean {
  return at + 3 < limit && /^[\uff10-\uff19]，[\uff10-\uff19]{3}(?!\p{Nd})/u.test(text.slice(at - 1, at + 5))
}

/** A space between `1` and `000`: one to three digits before the first, exactly three after each. */
function isGroupSpace(text: string, groupStart: number, at: number, limit: number): boolean {
  if (!isSpace(text.charCodeAt(at)) || text.charAt(at) === '\n' || text.charAt(at) === '\t') return false
  let first = 0
  while (first <= 3 && digitOf(text.charCodeAt(groupStart + first)) >= 0) first++
  if (first === 0 || first > 3 || digitOf(text.charCodeAt(groupStart)) === 0) return false
  for (let i = 1; i <= 3; i++) if (at + i >= limit || digitOf(text.charCodeAt(at + i)) < 0) return false
  return at + 4 >= limit || digitOf(text.charCodeAt(at + 4)) < 0
}

/** Reads a run found by `endOfDigitRun`. Its pieces follow each other and cover it. */
export function readDigitRun(run: string, style: DigitStyle): readonly Piece[] {
  if (run.length > longestRun) return [codeOf(run, 0)]
  if (/^[1-9]\d{0,9}$/.test(run)) return [{ kind: 'number', start: 0, end: run.length, literal: run }]
  const plain = foldRun(run)
  return (
    readWhole(plain, 0, style) ??
    readRange(plain, style) ??
    readPair(plain, 0, style) ??
    readList(plain, style) ?? [codeOf(plain, 0)]
  )
}

function foldRun(run: string): string {
  let out = ''
  for (let i = 0; i < run.length; i++) {
    const digit = digitOf(run.charCodeAt(i))
    if (digit >= 0) out += digit
    else out += isSpace(run.charCodeAt(i)) ? ' ' : foldSign(run.charAt(i))
  }
  return out
}

function codeOf(code: string, start: number): Piece {
  return { kind: 'code', start, end: start + code.length, code }
}

/** One date, time or number that takes the whole of `text`, or undefined. */
function readWhole(text: string, start: number, style: DigitStyle): readonly Piece[] | undefined {
  const end = start + text.length
  const date = readDate(text, style)
  if (date) return [{ kind: 'date', start, end, date }]
  const years = readSeason(text, start)
  if (years) return years
  const clock = /^(\d{1,2}):(\d{2})(?::\d{2}(?:[.,]\d+)?)?$/.exec(text)
  if (clock && Number(clock[1]) <= 24 && Number(clock[2]) <= 59) {
    return [{ kind: 'clock', start, end, hours: Number(clock[1]), minutes: Number(clock[2]) }]
  }
  const literal = readLiteral(text, style)
  return literal === undefined ? undefined : [{ kind: 'number', start, end, literal }]
}

function readDate(text: string, style: DigitStyle): DateParts | undefined {
  const full = /^(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})$/.exec(text)
  if (full) return readFullDate(Number(full[3]), full[1] ?? '', full[4] ?? '', style)
  const yearFirst = /^(\d{4})[-/](0[1-9]|1[0-2])$/.exec(text)
  if (yearFirst && !isNextYear(yearFirst[1] ?? '', yearFirst[2] ?? '')) {
    return checked({ year: Number(yearFirst[1]), month: Number(yearFirst[2]) })
  }
  // `10-1500` and `10-2000` are counts sooner than months.
  const yearLast = /^(0[1-9]|1[0-2]|[1-9])(?:\/|-(?!\d\d00))((?:19|20)\d{2})$/.exec(text)
  return yearLast ? checked({ year: Number(yearLast[2]), month: Number(yearLast[1]) }) : undefined
}

function readFullDate(middle: number, first: string, last: string, style: DigitStyle): DateParts | undefined {
  if (first.length === 4 && last.length <= 2) return checked({ year: Number(first), month: middle, day: Number(last) })
  if (last.length !== 4 || first.length > 2) return undefined
  const year = Number(last)
  const dayFirst = checked({ year, month: middle, day: Number(first) })
  const monthFirst = checked({ year, month: Number(first), day: middle })
  return style.dateOrder === 'mdy' ? (monthFirst ?? dayFirst) : (dayFirst ?? monthFirst)
}

function checked(date: DateParts): DateParts | undefined {
  const year = date.year ?? 0
  return year >= 1000 && year <= 2999 && dateKey(date) !== undefined ? date : undefined
}

function isNextYear(first: string, second: string): boolean {
  const next = String(Number(first) + 1)
  return next === second || next.slice(2) === second
}

/** `2021/22`, `2021/2022`, `2021-22` and `1994–98` are two years. */
function readSeason(text: string, start: number): readonly Piece[] | undefined {
  const [, first = '', sign = '', second = ''] = /^((?:1[5-9]|20)\d{2})([-/–])(\d{4}|\d{2})$/.exec(text) ?? []
  const later = sign !== '/' && second.length === 2 && Number(second) > Math.max(12, Number(first.slice(2)))
  if (first === '' || !(later || isNextYear(first, second))) return undefined
  const middle = start + first.length
  const next = later ? first.slice(0, 2) + second : String(Number(first) + 1)
  return [
    { kind: 'number', start, end: middle, literal: first },
    { kind: 'sign', start: middle, end: middle + 1, sign: sign === '/' ? '-' : sign },
    { kind: 'number', start: middle + 1, end: start + text.length, literal: next },
  ]
}

/** Two things with a dash between them, unless they look like a telephone number. */
function readRange(text: string, style: DigitStyle): readonly Piece[] | undefined {
  const [, first = '', sign = '', second = ''] = /^([^-–—~]+)([-–—~])([^-–—~]+)$/.exec(text) ?? []
  if (first === '' || (sign === '-' && isTelephone(first, second))) return undefined
  const middle = first.length
  const left = readWhole(first, 0, style) ?? readPair(first, 0, style)
  const right =
    readWhole(second, middle + 1, style) ?? (style.splitsPairs ? readPair(second, middle + 1, style) : undefined)
  if (!left || !right) return undefined
  return [...left, { kind: 'sign', start: middle, end: middle + 1, sign }, ...right]
}

function isTelephone(first: string, second: string): boolean {
  if (!/^\d+$/.test(first) || !/^\d+$/.test(second)) return false
  if (first.startsWith('0') || second.length > 6) return second.length > 2
  return first.length === 3 && second.length === 4 && !second.endsWith('0')
}

/** `3/4` as a share, or in parts where it may be a day and a month; `3:2` as two numbers. */
function readPair(text: string, start: number, style: DigitStyle): readonly Piece[] | undefined {
  if (style.splitsPairs && /^(?:\d{1,2}\/\d{1,2}|(?:0?[1-9]|1[0-2])\/\d{4})$/.test(text))
    return partsOf(text, start, '/')
  const share = /^(\d)\/(\d{1,2})$/.exec(text)
  const end = start + text.length
  if (share) {
    const above = Number(share[1])
    const below = Number(share[2])
    if (above === 0 || above >= below || ![2, 3, 4, 5, 6, 8, 10].includes(below)) return undefined
    return [{ kind: 'number', start, end, literal: String(Number((above / below).toFixed(6))) }]
  }
  return /^[1-9]\d{0,3}:[1-9]\d{0,6}$/.test(text) ? partsOf(text, start, ':') : undefined
}

/** Two numbers and the sign between them. */
function partsOf(text: string, start: number, sign: string): readonly Piece[] {
  const at = text.indexOf(sign)
  const middle = start + at
  return [
    { kind: 'number', start, end: middle, literal: text.slice(0, at) },
    { kind: 'sign', start: middle, end: middle + 1, sign },
    { kind: 'number', start: middle + 1, end: start + text.length, literal: text.slice(at + 1) },
  ]
}

/** `2019,2020,2021`: numbers with commas that are neither decimal nor grouping. */
function readList(text: string, style: DigitStyle): readonly Piece[] | undefined {
  if (!/^\d+(?:,\d+)+$/.test(text)) return undefined
  const pieces: Piece[] = []
  let start = 0
  for (const part of text.split(',')) {
    const literal = readLiteral(part, style)
    if (literal === undefined) return undefined
    if (start > 0) pieces.push({ kind: 'sign', start: start - 1, end: start, sign: ',' })
    pieces.push({ kind: 'number', start, end: start + part.length, literal })
    start += part.length + 1
  }
  return pieces
}

/**
 * Decimal form of a number with signs: `1.234,5` and `1,234.5` give `1234.5`. Undefined when it is none. Leading zeros
 * of a short whole number are kept, since `03` may be a month but is no count.
 */
export function readLiteral(text: string, style: DigitStyle): string | undefined {
  if (/^\d+$/.test(text)) return isIdentifier(text) ? undefined : text
  const joined = /^[1-9]\d{0,2}(?:[ ']\d{3})+(?:[.,]\d+)?$/.test(text) ? text.replace(/[ ']/g, '') : text
  if (!/^\d+(?:[.,]\d+)*$/.test(joined)) return undefined
  const dots = joined.split('.').length - 1
  const commas = joined.split(',').length - 1
  if (dots > 0 && commas > 0) return readMixed(joined)
  if (dots + commas === 0) return joined
  return dots + commas === 1 && joined === text
    ? readOneSign(joined, dots === 1 ? '.' : ',', style)
    : readGroups(joined, dots > 0 ? '.' : ',', joined !== text)
}

/** Both signs: the last one is decimal, whatever the language does. */
function readMixed(text: string): string | undefined {
  const last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','))
  const whole = readGroups(text.slice(0, last), text.charAt(last) === '.' ? ',' : '.', false)
  return whole === undefined ? undefined : `${whole}.${text.slice(last + 1)}`
}

function readOneSign(text: string, sign: string, style: DigitStyle): string | undefined {
  const [whole = '', rest = ''] = text.split(sign)
  const decimal = `${whole}.${rest}`
  if (whole.length > 1 && whole.startsWith('0')) return undefined
  if (sign === style.decimalSign) return sign === ',' && isYear(whole) && isYear(rest) ? undefined : decimal
  if (rest.length === 3 && whole !== '0' && whole.length <= 3) return whole + rest
  return sign === '.' ? decimal : undefined
}

function readGroups(text: string, sign: string, spaced: boolean): string | undefined {
  const parts = text.split(sign)
  if (spaced) return parts.length <= 2 ? parts.join('.') : undefined
  const [first = '', ...rest] = parts
  if (first.length > 3 || (first.startsWith('0') && rest.length > 0)) return parts.length === 1 ? text : undefined
  return rest.every((part) => part.length === 3) ? parts.join('') : undefined
}

function isYear(text: string): boolean {
  return /^(?:1[5-9]|20)\d{2}$/.test(text)
}

/** Mobile and account numbers: too long to be counted, or of the form that Chinese mobile numbers have. */
function isIdentifier(text: string): boolean {
  if (text.length > 16) return true
  return /^1[3-9]\d{9}$/.test(text) && !text.endsWith('000')
}
