import type { Entity, Span } from '../../core/types.ts'

/** A number written in digits, with its separators: `1.234,56`, `14:30`, `2021-05-03`. */
export interface Figure {
  readonly span: Span
  /** Its digits in runs without separators, as ASCII. */
  readonly runs: readonly string[]
  /** All values that it can have. */
  readonly values: readonly number[]
  /** Whether letters right before it make it part of a name: `I18n`, `IPv6`, `RS-232`. */
  readonly isCode: boolean
}

const codeStart = /(?:\p{Script=Latin}|\p{Lu}-)$/u

const zeros: readonly number[] = [0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10]
const digitRun = /\p{Nd}+/gu
/** Digits with single separators between them. */
const grouped = /\p{Nd}+(?:[.,'’:/\-‐‑–·・．，：／٫٬ \u00a0\u2009\u202f]\p{Nd}+)*/gu

/** Digits of any script as ASCII. */
function asciiOf(digits: string): string {
  if (/^[0-9]*$/u.test(digits)) return digits
  let out = ''
  for (const digit of digits) {
    const code = digit.codePointAt(0) ?? 0
    const zero = zeros.find((each) => code >= each && code <= each + 9)
    out += zero === undefined ? digit : String(code - zero)
  }
  return out
}

/** Runs of digits in a text, as ASCII and without leading zeros, in order. */
export function digitRunsOf(text: string): readonly string[] {
  if (!/\p{Nd}/u.test(text)) return []
  return (text.match(digitRun) ?? []).map((run) => asciiOf(run).replace(/^0+(?=.)/u, ''))
}

/** Numbers in digits, in order. Parts that only spaces part are figures of their own unless they group thousands. */
export function figuresOf(text: string): readonly Figure[] {
  const figures: Figure[] = []
  for (const { index, 0: whole } of text.matchAll(grouped))
    for (const { start, part } of splitSpaces(whole)) {
      const runs = (part.match(digitRun) ?? []).map(asciiOf)
      const at = index + start
      figures.push({
        span: { start: at, end: at + part.length },
        runs,
        values: valuesOf(part, runs),
        isCode: codeStart.test(text.slice(Math.max(0, at - 2), at)),
      })
    }
  return figures
}

function splitSpaces(whole: string): readonly { readonly start: number; readonly part: string }[] {
  if (
    !/[ \u00a0\u2009\u202f]/u.test(whole) ||
    /^\p{Nd}{1,3}(?:[ \u00a0\u2009\u202f]\p{Nd}{3})+(?:[.,]\p{Nd}+)?$/u.test(whole)
  )
    return [{ start: 0, part: whole }]
  return [...whole.matchAll(/[^ \u00a0\u2009\u202f]+/gu)].map(({ index, 0: part }) => ({ start: index, part }))
}

function valuesOf(part: string, runs: readonly string[]): readonly number[] {
  const separators = part.replace(/\p{Nd}/gu, '')
  const values = runs.length === 1 ? [Number(runs[0])] : []
  if (runs.length > 1 && /^[.,'’．，٫٬ \u00a0\u2009\u202f]+$/u.test(separators)) {
    values.push(Number(runs.join('')))
    const isOne = new Set(separators.slice(0, -1)).size <= 1 && separators.at(-1) !== separators.at(-2)
    if (isOne) values.push(Number(`${runs.slice(0, -1).join('')}.${runs.at(-1)}`))
  }
  return values.filter(Number.isFinite)
}

/** All numbers that a key of a quantity holds: `date:2021-05-03` 2021, 5 and 3; `time:14:30` 14, 2 and 30; `percent:3.5` 3.5 and 0.035. */
export function valuesOfKey(key: string): readonly number[] {
  const [kind = '', ...rest] = key.split(':')
  const body = rest.join(':')
  const numbers = (body.replace(/P?T?([\d.]+)[YMWDHS]$/u, '$1').match(/\d+(?:\.\d+)?(?:e[+-]?\d+)?/gu) ?? []).map(
    Number,
  )
  switch (kind) {
    case 'date':
      return body.includes('X')
        ? eraValues(body)
        : numbers.flatMap((each) => (each > 1000 ? [each, each % 100] : [each]))
    case 'time':
      return numbers.flatMap((each) => [each, (each + 12) % 24, each % 12])
    case 'percent':
      return numbers.flatMap((each) => [each, each / 100])
    default:
      return numbers
  }
}

/** `199X` is the nineties of the century that is called the twentieth. */
function eraValues(body: string): readonly number[] {
  const known = body.replace(/X+$/u, '')
  const first = Number(known) * 10 ** (body.length - known.length)
  return [first, first % 100, Math.floor(first / 100), Math.floor(first / 100) + 1]
}

const hanDigits = '零一二三四五六七八九'
const hanValues: ReadonlyMap<string, number> = new Map([
  ...[...hanDigits].map((digit, value) => [digit, value] as const),
  ['〇', 0],
  ['两', 2],
  ['兩', 2],
  ['双', 2],
  ['雙', 2],
  ['半', 0.5],
  ['壹', 1],
  ['贰', 2],
  ['叁', 3],
])
const hanPowers: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
  ['万', 1e4],
  ['萬', 1e4],
  ['亿', 1e8],
  ['億', 1e8],
  ['兆', 1e12],
  ['廿', 20],
  ['卅', 30],
])
const hanNumeral = /[〇零一二两兩双雙三四五六七八九十百千万萬亿億兆廿卅半壹贰叁]+/gu

/** All values of numerals in Chinese characters, wherever they stand: too many rather than too few. */
export function hanValuesOf(text: string): readonly number[] {
  if (!/[\u4e00-\u9fff〇]/u.test(text)) return []
  return (text.match(hanNumeral) ?? []).flatMap((numeral) => [
    hanValueOf(numeral),
    Number([...numeral].map((each) => hanValues.get(each) ?? '').join('')),
    ...[...numeral].flatMap((each) => hanValues.get(each) ?? hanPowers.get(each) ?? []),
    ...discountsOf(text),
  ])
}

/** `8折` sells at eight tenths: 20 percent off. */
const discountsOf = (text: string): readonly number[] =>
  [...text.matchAll(/([\d.]+|[一二三四五六七八九]{1,2})折/gu)].flatMap(([, amount = '']) => {
    const digits = [...amount].map((each) => hanValues.get(each) ?? each).join('')
    const value = Number(digits) > 10 ? Number(digits) / 10 : Number(digits)
    return [100 - value * 10, value * 10]
  })

function hanValueOf(numeral: string): number {
  let total = 0
  let section = 0
  let digit = 0
  for (const each of numeral) {
    const power = hanPowers.get(each)
    if (power === undefined) {
      digit = hanValues.get(each) ?? 0
      continue
    }
    if (power >= 1e4) {
      total += (section + digit || 1) * power
      section = 0
    } else if (power % 100 === 20 || power % 100 === 30) {
      section += power
    } else {
      section += (digit || 1) * power
    }
    digit = 0
  }
  return total + section + digit
}

const romanDigits: ReadonlyMap<string, number> = new Map([
  ['I', 1],
  ['V', 5],
  ['X', 10],
  ['L', 50],
  ['C', 100],
  ['D', 500],
  ['M', 1000],
])
const romanNumeral = /(?<![\p{L}\p{N}])[IVXLCDM]{1,8}(?!(?!\p{Script=Han})[\p{L}\p{N}])/gu

/** Values of words that can be Roman numerals; also of the characters Ⅰ to Ⅻ, ① to ⑳ and ½. */
export function romanValuesOf(text: string): readonly number[] {
  const signs = [...(text.match(/[\p{Nl}\p{No}]/gu) ?? [])].flatMap((sign) => signValue(sign.normalize('NFKC')))
  return signs.concat((text.match(romanNumeral) ?? []).map(romanValueOf))
}

const signValue = (plain: string): readonly number[] => {
  const fraction = /^(\d+)⁄(\d+)$/u.exec(plain)
  if (fraction !== null) return [Number(fraction[1]) / Number(fraction[2])]
  if (/^\d+$/u.test(plain)) return [Number(plain)]
  return /^[IVXLCDM]+$/iu.test(plain) ? [romanValueOf(plain.toUpperCase())] : []
}

function romanValueOf(numeral: string): number {
  const values = [...numeral].map((each) => romanDigits.get(each) ?? 0)
  return values.reduce((sum, value, i) => sum + (value < (values[i + 1] ?? 0) ? -value : value), 0)
}

const daysOf: Readonly<Record<string, number>> = {
  Y: 365,
  M: 30.4,
  W: 7,
  D: 1,
  TH: 1 / 24,
  TM: 1 / 1440,
  TS: 1 / 86_400,
}

/** True when two keys say the same, one of them perhaps with less: a day and its month, `PT24H` and `P1D`, a time and its half of the day. */
export function sayTheSame(a: string, b: string): boolean {
  if (a === b) return true
  const [kind, other] = [a.slice(0, a.indexOf(':')), b.slice(0, b.indexOf(':'))]
  if (kind !== other) return false
  if (kind === 'date') return isPartOf(a, b) || isPartOf(b, a)
  if (kind === 'time') return minutesOf(a) === minutesOf(b)
  if (kind === 'duration') return Math.abs(durationOf(a) / durationOf(b) - 1) < 0.03
  return false
}

const isPartOf = (part: string, whole: string): boolean =>
  whole.startsWith(`${part}-`) || (part.startsWith('date:--') && whole.endsWith(part.slice('date:-'.length)))

function minutesOf(key: string): number {
  const [, hours = 0, minutes = 0] = key.split(':').map(Number)
  return (hours * 60 + minutes) % 720
}

function durationOf(key: string): number {
  const [, clock = '', count = '', unit = ''] = /^duration:P(T?)([\d.e]+)([YMWDHS])$/u.exec(key) ?? []
  return Number(count) * (daysOf[clock + unit] ?? Number.NaN)
}

/** True for keys of numbers, dates, sums and the like. */
export const isQuantity = ({ key }: Entity): boolean =>
  key !== undefined && /^(?:date|time|duration|percent|money|number|section|ordinal|fiscal|lunar):/u.test(key)
