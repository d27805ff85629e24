import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createQuantityFinder } from '../../src/languages/_shared/quantities/finder.ts'
import { canonicalNumber } from '../../src/languages/_shared/quantities/keys.ts'
import { quantities as spanish } from '../../src/languages/es/quantities.ts'
import { quantities as vietnamese } from '../../src/languages/vi/quantities.ts'
import { keysIn } from './quantity-table.ts'
import * as es from './quantity-writer-es.ts'
import * as vi from './quantity-writer-vi.ts'

const runs = { numRuns: 100 }
const two = (value: number): string => String(value).padStart(2, '0')
const day = fc.date({ min: new Date('1500-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })

describe.each([
  ['Spanish', es, spanish],
  ['Vietnamese', vi, vietnamese],
] as const)('what %s writes is read back', (_name, render, table) => {
  const find = createQuantityFinder(table)

  function expectKey(forms: readonly string[], key: string): void {
    for (const form of forms) {
      const text = render.inSentence(form)
      expect(`${text} => ${keysIn(find, text).join(' ')}`).toBe(`${text} => ${key}`)
    }
  }

  test('days, months of a year, days of a month', () => {
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10)
        const [y = 0, m = 0, d = 0] = iso.split('-').map(Number)
        expectKey(render.day(y, m, d), `date:${iso}`)
        expectKey(render.month(y, m), `date:${iso.slice(0, 7)}`)
        expectKey(render.dayOfYear(m, d), `date:-${iso.slice(4)}`)
      }),
      runs,
    )
  })

  test('years and decades', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1500, max: 2099 }), fc.integer({ min: 2, max: 9 }), (year, decade) => {
        expectKey(render.year(year), `date:${year}`)
        expectKey(render.decade(decade * 10), `date:19${decade}X`)
      }),
      runs,
    )
  })

  test('whole numbers in digits and in words', () => {
    fc.assert(
      fc.property(fc.oneof(fc.integer({ min: 6, max: 9999 }), fc.integer({ min: 2e3, max: 999_999_999 })), (value) => {
        fc.pre(value < 1500 || value > 2199)
        expectKey(render.integer(value), `number:${canonicalNumber(value)}`)
      }),
      { numRuns: 300 },
    )
  })

  test('decimals and numbers with a multiplier', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9999 }),
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom(6 as const, 9 as const, 12 as const),
        (whole, tenth, power) => {
          expectKey(render.decimal(whole, tenth), `number:${canonicalNumber(Number(`${whole}.${tenth}`))}`)
          const tenths = whole + tenth
          expectKey(render.large(tenths, power), `number:${canonicalNumber(Number(`${tenths}e${power - 1}`))}`)
        },
      ),
      runs,
    )
  })

  test('percentages and money', () => {
    const currency = fc.constantFrom(...Object.keys(render.currencies))
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), currency, (amount, code) => {
        expectKey(render.percent(amount), `percent:${canonicalNumber(amount / 10)}`)
        expectKey(render.money(amount, code), `money:${code}:${canonicalNumber(amount * 1e6)}`)
      }),
      runs,
    )
  })

  test('ordinals and section numbers', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 999 }), (value) => {
        expectKey(render.ordinal(value), `ordinal:${value}`)
        expectKey(render.section(value), `section:${value}`)
      }),
      runs,
    )
  })

  test('durations and times of day', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 99 }),
        fc.integer({ min: 0, max: 23 }),
        fc.integer({ min: 0, max: 59 }),
        (count, hours, minutes) => {
          for (const [unit, key] of render.units) expectKey(render.duration(count, unit), `duration:P${key(count)}`)
          expectKey(render.time(hours, minutes), `time:${two(hours)}:${two(minutes)}`)
        },
      ),
      runs,
    )
  })

  test('fractions', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 3, max: 10 }), (above, below) => {
        fc.pre(above < below)
        expectKey(render.fraction(above, below), `number:${Number((above / below).toFixed(6))}`)
      }),
      runs,
    )
  })

  test('ranges', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99 }),
        fc.integer({ min: 1, max: 99 }),
        fc.integer({ min: 1, max: 12 }),
        (a, b, month) => {
          fc.pre(a < b)
          expectKey(render.percentRange(a, b), `percent:${a} percent:${b}`)
          const euros = (millions: number): string => `money:EUR:${canonicalNumber(millions * 1e6)}`
          expectKey(render.moneyRange(a, b), `${euros(a)} ${euros(b)}`)
          if (b > 28) return
          const prefix = `date:2021-${two(month)}`
          expectKey(render.dayRange(month, a, b), `${prefix}-${two(a)} ${prefix}-${two(b)}`)
        },
      ),
      runs,
    )
  })
})
