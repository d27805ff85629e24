/**
 * The form of a number inside a key. It is `String(value)`, except that from 1e9 up the shorter of the plain and the
 * exponent notation is taken: 12.5, 300, 3000000, 1e11, 1.25e10, 1234567891.
 */
export function canonicalNumber(value: number): string {
  const plain = String(value)
  if (Math.abs(value) < 1e9 || !Number.isFinite(value)) return plain
  const exponent = value.toExponential().replace('e+', 'e')
  return exponent.length < plain.length || plain.includes('e') ? exponent : plain
}

/** A share with at most six decimals, so that a third is the same number however it was written. */
export function roundShare(value: number): number {
  return Number(value.toFixed(6))
}

/** Takes the noise of binary arithmetic away from a sum or product of decimals. */
export function cleanNumber(value: number): number {
  return Number.isSafeInteger(value) ? value : Number(value.toPrecision(15))
}

/** Parts of a date; at least one is there. A negative year is before the common era. */
export interface DateParts {
  readonly year?: number | undefined
  readonly month?: number | undefined
  readonly day?: number | undefined
}

/** `date:2021-09-03`, `date:2021-09`, `date:2021`, `date:--09-03`, `date:--09`, `date:---03`; undefined when there is no such day. */
export function dateKey({ year, month, day }: DateParts): string | undefined {
  if (month !== undefined && (month < 1 || month > 12)) return undefined
  if (day !== undefined && !isDay(day, month, year)) return undefined
  if (year !== undefined && month === undefined && day !== undefined) return undefined
  if (year !== undefined) return `date:${[yearForm(year), ...[month, day].filter(isNumber).map(two)].join('-')}`
  if (month !== undefined) return `date:--${two(month)}${day === undefined ? '' : `-${two(day)}`}`
  return day === undefined ? undefined : `date:---${two(day)}`
}

/** A year of at least four digits: `2021`, `0618`, `-0221`. */
export function yearForm(year: number): string {
  return `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`
}

function isDay(day: number, month: number | undefined, year: number | undefined): boolean {
  if (day < 1 || day > 31) return false
  if (month === undefined) return true
  if (month === 2) return day <= (year === undefined || isLeap(year) ? 29 : 28)
  return day <= ([4, 6, 9, 11].includes(month) ? 30 : 31)
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

function isNumber(value: number | undefined): value is number {
  return value !== undefined
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}

/** `time:15:30`; hours up to 24, undefined outside the clock. */
export function timeKey(hours: number, minutes: number): string | undefined {
  if (!Number.isInteger(hours) || hours < 0 || hours > 24 || minutes < 0 || minutes > 59) return undefined
  return `time:${two(hours)}:${two(minutes)}`
}

/**
 * `duration:P3D`, `duration:PT90M`: ISO 8601 with one unit. `unit` is as in `WordSlot`: designator with `T` for clock units
 * and a factor in front (`10Y`). Fractions of years, days, hours and minutes go to the next smaller unit where that makes them whole.
 */
export function durationKey(amount: number, unit: string): string | undefined {
  const [, factor, designator] = /^(\d*)(T?[YMWDHS])$/.exec(unit) ?? []
  if (designator === undefined || amount <= 0) return undefined
  let value = cleanNumber(amount * Number(factor || 1))
  let name = designator
  const smaller = smallerUnits[name]
  if (!Number.isInteger(value) && smaller !== undefined && Number.isInteger(cleanNumber(value * smaller.count))) {
    value = cleanNumber(value * smaller.count)
    name = smaller.name
  }
  return `duration:P${name.startsWith('T') ? 'T' : ''}${canonicalNumber(value)}${name.replace('T', '')}`
}

const smallerUnits: Readonly<Record<string, { readonly name: string; readonly count: number }>> = {
  Y: { name: 'M', count: 12 },
  D: { name: 'TH', count: 24 },
  TH: { name: 'TM', count: 60 },
  TM: { name: 'TS', count: 60 },
}
