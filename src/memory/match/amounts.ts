import { undetermined } from '../../core/tags.ts'
import type { LanguageTag } from '../../core/types.ts'
import { hanDigits, hanInteger } from './han-numerals.ts'

/** A number as it is written: digits with separators (folded), or Chinese numerals. */
export interface Numeral {
  readonly text: string
  readonly kind: 'digits' | 'han'
}

/** What stands between a number and its decimals. The other one of the two may part groups of three digits. */
export type DecimalMark = '.' | ','

export const decimalMarks: readonly DecimalMark[] = ['.', ',']

/** Digits before and after the decimal mark, without separators and leading zeros. */
export interface Amount {
  readonly integer: string
  readonly decimals: string
}

const readers: Readonly<Record<DecimalMark, RegExp>> = {
  '.': /^(?:(\d+)|(\d{1,3}([,' ])\d{3}(?:\3\d{3})*))(?:\.(\d+))?$/u,
  ',': /^(?:(\d+)|(\d{1,3}([.' ])\d{3}(?:\3\d{3})*))(?:,(\d+))?$/u,
}

/** What the numeral says where this is the decimal mark; undefined when nobody writes so there. */
export function amountOf({ text, kind }: Numeral, mark: DecimalMark): Amount | undefined {
  if (kind === 'han') {
    const integer = hanInteger(text)
    return integer === undefined ? undefined : { integer: withoutZeros(integer), decimals: '' }
  }
  const [found, plain, grouped = '', , decimals = ''] = readers[mark].exec(text) ?? []
  if (found === undefined) return undefined
  return { integer: withoutZeros(plain ?? grouped.replace(/\D/gu, '')), decimals }
}

const withoutZeros = (digits: string): string => digits.replace(/^0+(?=\d)/u, '')

export const sameAmount = (a: Amount, b: Amount): boolean => a.integer === b.integer && a.decimals === b.decimals

/** All that a numeral may stand for, as texts that are equal for equal amounts. */
export function readingsOf(numeral: Numeral): readonly string[] {
  const readings = new Set<string>()
  for (const mark of decimalMarks) {
    const amount = amountOf(numeral, mark)
    if (amount !== undefined) readings.add(`${amount.integer}.${amount.decimals}`)
  }
  if (readings.size === 0) for (const digit of hanDigits(numeral.text)) readings.add(`${digit}.`)
  return [...readings]
}

/** The digits of a reading that tell it from others whatever its scale: `3` for 3, 300 and 0.3. */
export function significantDigits(reading: string): string {
  return reading.replace('.', '').replace(/^0+|0+$/gu, '')
}

/** The decimal mark that a language is known to use; undefined when nothing is known of it. */
export function usualMark(language: LanguageTag): DecimalMark | undefined {
  if (language === undetermined || Intl.NumberFormat.supportedLocalesOf(language).length === 0) return undefined
  const parts = new Intl.NumberFormat(language, { numberingSystem: 'latn' }).formatToParts(1.5)
  const mark = parts.find(({ type }) => type === 'decimal')?.value
  return decimalMarks.find((known) => known === mark)
}
