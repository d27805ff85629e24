import type { EntityKind } from '../../../core/types.ts'
import { amountOf, type Captures, datePartsOf, numberOf, wordOf } from './captures.ts'
import type { RuleName } from './data.ts'
import { canonicalNumber, cleanNumber, dateKey, durationKey, roundShare, timeKey, yearForm } from './keys.ts'

/** What the slots of a match mean: a key, or undefined when they mean nothing (30 February). */
type Reading = (captures: Captures) => string | undefined

/** Kind of the entities that a rule gives; `none` gives none. */
export function kindOfRule(name: RuleName): EntityKind | undefined {
  if (name === 'none') return undefined
  if (
    name === 'percent' ||
    name === 'tenths' ||
    name === 'halfPercent' ||
    name === 'permille' ||
    name === 'basisPoints'
  )
    return 'percent'
  if (name === 'money') return 'money'
  if (name === 'number' || name === 'fraction' || name === 'share') return 'number'
  if (name === 'ordinal' || name === 'first' || name === 'section' || name === 'enumerator') return 'ordinal'
  return 'date'
}

/** Key of a match of a rule: see the tests for the whole list of forms. */
export function readKey(name: RuleName, captures: Captures): string | undefined {
  return readings[name](captures)
}

const readings: Readonly<Record<RuleName, Reading>> = {
  none: () => '',
  lunar: readLunar,
  era: readEra,
  fiscal: readFiscal,
  decade: readDecade,
  century: readCentury,
  quarter: (captures) => readShareOfYear(captures, 'Q', quarterOf(captures), 4),
  halfYear: (captures) => {
    const word = wordOf(captures, 'halfYear')
    return readShareOfYear(captures, 'H', word === undefined ? amountOf(captures, 'n') : Number(word), 2)
  },
  date: (captures) => dateKey(datePartsOf(captures)),
  beforeCommonEra: (captures) => mapNumber(amountOf(captures, 'y'), (year) => dateKey({ year: -year })),
  years: (captures) => dateKey(datePartsOf(captures)),
  time: (captures) => readTime(captures, 0),
  timeAfternoon: (captures) => readTime(captures, 12),
  percent: (captures) => readPercent(captures, 1),
  halfPercent: () => 'percent:0.5',
  tenths: (captures) => readPercent(captures, 10),
  permille: (captures) => readPercent(captures, 0.1),
  basisPoints: (captures) => readPercent(captures, 0.01),
  money: readMoney,
  section: readSection,
  enumerator: readSection,
  fraction: readFraction,
  share: readShare,
  duration: (captures) => readDuration(captures, 0),
  halfDuration: (captures) => mapWord(wordOf(captures, 'unit'), (unit) => durationKey(0.5, unit)),
  durationAndHalf: (captures) => readDuration(captures, 0.5),
  anniversary: (captures) => mapNumber(amountOf(captures, 'n'), (years) => durationKey(years, 'Y')),
  ordinal: (captures) => mapNumber(amountOf(captures, 'o') ?? amountOf(captures, 'n'), readOrdinal),
  first: () => 'ordinal:1',
  year: (captures) => dateKey(datePartsOf(captures)),
  month: (captures) => dateKey(datePartsOf(captures)),
  number: readNumber,
}

function mapNumber(value: number | undefined, make: (value: number) => string | undefined): string | undefined {
  return value === undefined ? undefined : make(value)
}

function mapWord(word: string | undefined, make: (word: string) => string | undefined): string | undefined {
  return word === undefined ? undefined : make(word)
}

function readNumber(captures: Captures): string | undefined {
  return mapNumber(amountOf(captures, 'n'), (n) => `number:${canonicalNumber(n)}`)
}

function readPercent(captures: Captures, factor: number): string | undefined {
  return mapNumber(amountOf(captures, 'n'), (n) => `percent:${canonicalNumber(cleanNumber(n * factor))}`)
}

function readOrdinal(value: number): string | undefined {
  return Number.isInteger(value) && value > 0 ? `ordinal:${canonicalNumber(value)}` : undefined
}

function readSection(captures: Captures): string | undefined {
  const ordinal = amountOf(captures, 'o') ?? amountOf(captures, 'n')
  if (ordinal !== undefined) return Number.isInteger(ordinal) ? `section:${ordinal}` : undefined
  return mapWord(wordOf(captures, 'r'), (number) => `section:${number}`)
}

/** Months and days of the lunar calendar: `lunar:--01-01`, `lunar:--12`. */
function readLunar(captures: Captures): string | undefined {
  const named = wordOf(captures, 'lunarMonth')
  const month = named === undefined ? datePartsOf(captures).month : Number(named)
  const key = dateKey({ month, day: amountOf(captures, 'd') })
  return key?.replace('date:', 'lunar:')
}

/** 令和5年 is 2023. Where the months of a reign are lunar only the year is known. */
function readEra(captures: Captures): string | undefined {
  const year = reignYear(captures)
  if (year === undefined) return undefined
  return dateKey(wordOf(captures, 'lunarEra') === undefined ? { ...datePartsOf(captures), year } : { year })
}

function reignYear(captures: Captures): number | undefined {
  const before = Number(wordOf(captures, 'lunarEra') ?? wordOf(captures, 'era'))
  const year = before + (amountOf(captures, 'n') ?? 1)
  return Number.isFinite(year) ? year : undefined
}

function readFiscal(captures: Captures): string | undefined {
  return mapNumber(datePartsOf(captures).year ?? reignYear(captures), (year) => `fiscal:${yearForm(year)}`)
}

/** `date:199X`. Without a century the tens from 20 to 90 are of the twentieth, 00 and 10 of this one. */
function readDecade(captures: Captures): string | undefined {
  const decade = amountOf(captures, 'k') ?? Number(wordOf(captures, 'decade'))
  if (!Number.isFinite(decade)) return undefined
  if (decade >= 1000) return `date:${String(decade).slice(0, 3)}X`
  const century = centuryOf(captures) ?? (decade >= 20 ? 20 : 21)
  return `date:${String((century - 1) * 10 + decade / 10).padStart(3, '0')}X`
}

function centuryOf(captures: Captures): number | undefined {
  const word = wordOf(captures, 'century')
  return word === undefined ? amountOf(captures, 'c') : Number(word)
}

/** `date:20XX` is the twenty-first century. */
function readCentury(captures: Captures): string | undefined {
  const century = centuryOf(captures)
  return century === undefined || century > 30 ? undefined : `date:${String(century - 1).padStart(2, '0')}XX`
}

/** The number of a quarter; in `quý 3/2021` it is where a month would be. */
function quarterOf(captures: Captures): number | undefined {
  return amountOf(captures, 'o') ?? amountOf(captures, 'n') ?? datePartsOf(captures).month
}

/** `date:2023-Q3`, `date:2023-H1`, without year `date:--Q3`. */
function readShareOfYear(
  captures: Captures,
  letter: string,
  part: number | undefined,
  most: number,
): string | undefined {
  if (part === undefined || !(part >= 1 && part <= most && Number.isInteger(part))) return undefined
  const { year } = datePartsOf(captures)
  return `date:${year === undefined ? '-' : yearForm(year)}-${letter}${part}`
}

function readTime(captures: Captures, shift: number): string | undefined {
  const clock = captures.get('clock')
  const hours = clock?.kind === 'clock' ? clock.hours : amountOf(captures, 'h')
  const minutes = clock?.kind === 'clock' ? clock.minutes : (amountOf(captures, 'i') ?? minutesOf(captures))
  if (hours === undefined) return undefined
  const whole = Math.floor(hours)
  const past = minutes + Math.round((hours - whole) * 60)
  const shifted = (shift > 0 && whole < 12 ? whole + shift : whole) * 60 + past
  const moved = wordOf(captures, 'clockShift')
  if (moved === undefined) return timeKey(Math.floor(shifted / 60), shifted % 60)
  const at = (shifted + Number(moved) + minutesOfDay) % minutesOfDay
  return timeKey(Math.floor(at / 60), at % 60)
}

const minutesOfDay = 1440

/** `half` in 三点半 is a word slot; without it the hour is whole. */
function minutesOf(captures: Captures): number {
  const share = wordOf(captures, 'share')
  return share === undefined ? 0 : Math.round(Number(share) * 60)
}

function readMoney(captures: Captures): string | undefined {
  const currency = wordOf(captures, 'currency')
  const amount = amountOf(captures, 'n')
  if (currency === undefined || amount === undefined) return undefined
  const letter = Number(wordOf(captures, 'amountLetter') ?? 0)
  return `money:${currency}:${canonicalNumber(cleanNumber(amount * 10 ** letter))}`
}

function readFraction(captures: Captures): string | undefined {
  const above = amountOf(captures, 'a') ?? 1
  const below = amountOf(captures, 'b') ?? Number(wordOf(captures, 'denominator'))
  if (!(below > above)) return undefined
  const whole = amountOf(captures, 'n') ?? 1
  return `number:${canonicalNumber(cleanNumber(roundShare(above / below) * whole))}`
}

function readShare(captures: Captures): string | undefined {
  const scale = wordOf(captures, 'scaleWord')
  return mapWord(wordOf(captures, 'share'), (share) => `number:${canonicalNumber(scaled(Number(share), scale))}`)
}

/** `a quarter of a million`. */
function scaled(share: number, exponent: string | undefined): number {
  return exponent === undefined ? share : cleanNumber(share * 10 ** Number(exponent))
}

function readDuration(captures: Captures, more: number): string | undefined {
  // Only a unit after an article has no number.
  const amount = numberOf(captures, 'n')?.value ?? 1
  const unit = wordOf(captures, 'unit')
  return unit === undefined ? undefined : durationKey(amount + more, unit)
}
