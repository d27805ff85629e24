/** Kinds of quantities that can speak against each other; a key says which by what stands before its first colon. */
export const quantityClasses = ['date', 'time', 'percent', 'money', 'number', 'duration', 'section', 'ordinal'] as const

/** A quantity as numbers that can be compared without looking at its key again. */
export interface QuantityValue {
  /** Index into `quantityClasses`. */
  readonly class: number
  /** What it covers on the scale of its class: days since the year 0, days of duration, minutes of a half day, or the value itself; NaN when unknown. */
  readonly low: number
  readonly high: number
  /** Days of a year that it covers (a month counts 31); NaN for years and for what is no date. */
  readonly yearlyLow: number
  readonly yearlyHigh: number
  /** ISO 4217 code as a number, 0 where there is none. */
  readonly currency: number
  /** Numbers under which another recogniser might have seen it: the parts of a date, the amount of a duration. */
  readonly parts: readonly [number, number, number]
  /** Chance that a translation shows another value of the class instead: because of a misreading, or freely rendered. */
  readonly missed: number
}

/** Reads a key; undefined for keys that hold no quantity. */
export function readQuantity(key: string): QuantityValue | undefined {
  const value = readKey(key)
  const isKnown = value?.class === classOf('date') || Number.isFinite(value?.low)
  return isKnown ? value : undefined
}

function readKey(key: string): QuantityValue | undefined {
  const colon = key.indexOf(':')
  const body = key.slice(colon + 1)
  switch (key.slice(0, colon)) {
    case 'date':
      return dateValue(body)
    case 'fiscal':
      return aroundYear(Number(body))
    case 'lunar':
      return { ...unknown, class: classOf('date'), missed: 1 }
    case 'time':
      return timeValue(body)
    case 'duration':
      return durationValue(body)
    case 'percent':
      return amount('percent', Number(body), 0.07)
    case 'money':
      return { ...amount('money', Number(body.slice(4)), 0.07), currency: currencyNumber(body.slice(0, 3)) }
    case 'number':
      return amount('number', Number(body), missedNumber(Number(body)))
    case 'section':
      return exact('section', Number.parseInt(body, 10), 0.15)
    case 'ordinal':
      return exact('ordinal', Number(body), 0.5)
    default:
      return undefined
  }
}

const nothing = Number.NaN
const unknown = {
  low: nothing,
  high: nothing,
  yearlyLow: nothing,
  yearlyHigh: nothing,
  currency: 0,
  parts: [nothing, nothing, nothing],
} as const

const classOf = (name: (typeof quantityClasses)[number]): number => quantityClasses.indexOf(name)

/** Small numbers are added, dropped and misread all the time: `one of them`, `both`. */
function missedNumber(value: number): number {
  const size = Math.abs(value)
  if (size >= 1000) return 0.12
  if (size >= 100 || !Number.isInteger(value)) return 0.2
  return size >= 20 ? 0.33 : 0.5
}

function amount(name: 'percent' | 'money' | 'number', value: number, missed: number): QuantityValue {
  const spare = sparePart(value)
  return {
    ...unknown,
    class: classOf(name),
    low: value - spare,
    high: value + spare,
    parts: [value, value, value],
    missed,
  }
}

/** A text may round by this share of a value, however many zeros it ends in. */
const mostRounding = 0.07

/** Half a unit of the last digit that is not zero: 12.5 stands for 12.45 to 12.55. */
function sparePart(value: number): number {
  const [digits = '', exponent = '0'] = Math.abs(value).toExponential().split('e')
  const decimals = digits.includes('.') ? digits.length - 2 : 0
  return Math.min(0.5 * 10 ** (Number(exponent) - decimals), mostRounding * Math.abs(value))
}

function exact(name: 'section' | 'ordinal', value: number, missed: number): QuantityValue {
  return { ...unknown, class: classOf(name), low: value, high: value, parts: [value, value, value], missed }
}

const currencyNumber = (code: string): number =>
  code.charCodeAt(0) * 65_536 + code.charCodeAt(1) * 256 + code.charCodeAt(2)

/** Minutes of a half day: which half is left unsaid as often as not. */
function timeValue(body: string): QuantityValue {
  const [hours = nothing, minutes = nothing] = body.split(':').map(Number)
  const at = (hours * 60 + minutes) % 720
  return {
    ...unknown,
    class: classOf('time'),
    low: at,
    high: at,
    parts: [hours + minutes / 100, nothing, nothing],
    missed: 0.2,
  }
}

const daysOfUnit: Readonly<Record<string, number>> = {
  Y: 365.25,
  M: 30.44,
  W: 7,
  D: 1,
  TH: 1 / 24,
  TM: 1 / 1440,
  TS: 1 / 86_400,
}

function durationValue(body: string): QuantityValue | undefined {
  const [, clock = '', digits = '', letter = ''] = /^P(T?)([\d.e]+)([YMWDHS])$/.exec(body) ?? []
  const days = Number(digits) * (daysOfUnit[clock + letter] ?? nothing)
  if (!(days > 0)) return undefined
  const count = Number(digits)
  return {
    ...unknown,
    class: classOf('duration'),
    low: days * (1 - mostRounding),
    high: days * (1 + mostRounding),
    parts: [count, count, count],
    missed: 0.33,
  }
}

/** A month as 31 days is enough to compare days of one calendar. */
const daysOfMonth = 31
const daysOfYear = 12 * daysOfMonth
const dayOf = (year: number, month: number, day: number): number =>
  year * daysOfYear + (month - 1) * daysOfMonth + day - 1

function dateValue(body: string): QuantityValue | undefined {
  const span = yearsOf(body)
  if (span !== undefined) return dated(dayOf(span[0], 1, 1), dayOf(span[1], 12, 31), [span[0], nothing, nothing], 0.4)
  const [, yearText, monthText, dayText] = /^(-?\d{4}|-)(?:-(\d\d))?(?:-(\d\d))?$/.exec(body) ?? []
  const part = /^(-?\d{4}|-)-([QH])(\d)$/.exec(body)
  if (part !== null) return partOfYear(Number(part[1]), part[2] === 'Q' ? 3 : 6, Number(part[3]))
  if (yearText === undefined) return undefined
  const [year, month, day] = [Number(yearText), Number(monthText), Number(dayText)]
  const parts = [year, month, day] as const
  if (Number.isNaN(month)) return dated(dayOf(year, 1, 1), dayOf(year, 12, 31), parts, 0.2)
  const missed = Number.isNaN(day) ? (Number.isNaN(year) ? 0.3 : 0.12) : 0.07
  const [first, last] = Number.isNaN(day) ? [1, daysOfMonth] : [day, day]
  return {
    ...dated(dayOf(year, month, first), dayOf(year, month, last), parts, missed),
    yearlyLow: dayOf(0, month, first),
    yearlyHigh: dayOf(0, month, last),
  }
}

/** First and last year of `199X` and `19XX`. */
function yearsOf(body: string): readonly [number, number] | undefined {
  const digits = /^(\d+)(X+)$/.exec(body)
  if (digits === null) return undefined
  const size = 10 ** (digits[2] ?? '').length
  const first = Number(digits[1]) * size
  return [first, first + size - 1]
}

function partOfYear(year: number, months: number, index: number): QuantityValue {
  const [first, last] = [(index - 1) * months + 1, index * months]
  return {
    ...dated(dayOf(year, first, 1), dayOf(year, last, daysOfMonth), [year, index, nothing], 0.3),
    yearlyLow: dayOf(0, first, 1),
    yearlyHigh: dayOf(0, last, daysOfMonth),
  }
}

/** A fiscal year may begin in the year before and end in the year after. */
const aroundYear = (year: number): QuantityValue =>
  dated(dayOf(year - 1, 1, 1), dayOf(year + 1, 12, 31), [year, nothing, nothing], 0.3)

function dated(low: number, high: number, parts: QuantityValue['parts'], missed: number): QuantityValue {
  return { ...unknown, class: classOf('date'), low, high, parts, missed }
}

/** The range between two ends that stand side by side: `10 to 15 percent`, `2015–2020`; undefined when they make none. */
export function rangeOf(first: QuantityValue, last: QuantityValue): QuantityValue | undefined {
  if (first.class !== last.class || first.currency !== last.currency || first.high > last.high) return undefined
  return { ...first, high: last.high, yearlyHigh: Math.max(last.yearlyHigh, first.yearlyHigh) }
}
