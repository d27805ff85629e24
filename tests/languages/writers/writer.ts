/** Ways of writing one value in a language, for reading them back. Independent of the tables that the finder uses. */
export interface Writer {
  /** The value in the middle of a sentence without other quantities. */
  inSentence(form: string): string
  day(year: number, month: number, day: number): readonly string[]
  month(year: number, month: number): readonly string[]
  dayOfYear(month: number, day: number): readonly string[]
  year(year: number): readonly string[]
  fiscalYear(year: number): readonly string[]
  /** A decade of the twentieth century by its tens: 90. */
  decade(ten: number): readonly string[]
  century(number: number): readonly string[]
  integer(value: number): readonly string[]
  decimal(whole: number, tenth: number): readonly string[]
  /** Tenths of 10^6, 10^9 or 10^12. */
  large(tenths: number, power: number): readonly string[]
  percent(tenths: number): readonly string[]
  /** A whole number of millions. */
  money(millions: number, code: string): readonly string[]
  ordinal(value: number): readonly string[]
  section(value: number): readonly string[]
  /** `unit` is D, W, M, TM or Y. */
  duration(count: number, unit: string): readonly string[]
  time(hours: number, minutes: number): readonly string[]
  fraction(above: number, below: number): readonly string[]
  percentRange(low: number, high: number): readonly string[]
  /** Millions of euros. */
  moneyRange(low: number, high: number): readonly string[]
  /** Days of one month of 2021. */
  dayRange(month: number, from: number, to: number): readonly string[]
}

/** Two digits. */
export const two = (value: number): string => String(value).padStart(2, '0')

/** Digits in groups of three. */
export const grouped = (value: number, sign: string): string => String(value).replace(/\B(?=(?:\d{3})+$)/g, sign)

/** Tenths as a decimal with a comma: 25 is `2,5`, 30 is `3`. */
export const withComma = (tenths: number): string => String(tenths / 10).replace('.', ',')
