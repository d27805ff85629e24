import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createQuantityFinder } from '../../src/languages/_shared/quantities/finder.ts'
import { canonicalNumber } from '../../src/languages/_shared/quantities/keys.ts'
import { quantities as english } from '../../src/languages/en/quantities.ts'
import { quantities as dutch } from '../../src/languages/nl/quantities.ts'
import { quantities as chinese } from '../../src/languages/zh/quantities.ts'
import { keysIn } from './quantity-table.ts'
import * as render from './quantity-writer.ts'

const find = {
  nl: createQuantityFinder(dutch),
  en: createQuantityFinder(english),
  zh: createQuantityFinder(chinese),
}

/** Puts each way of writing a value into a sentence of its language and expects one key in all. */
function expectKey(written: render.Written, key: string): void {
  for (const [tag, forms] of [
    ['nl', written.nl],
    ['en', written.en],
    ['zh', written.zh],
  ] as const) {
    for (const form of forms) {
      const text = render.inSentence(tag, form)
      expect(`${text} => ${keysIn(find[tag], text).join(' ')}`).toBe(`${text} => ${key}`)
    }
  }
}

const day = fc.date({ min: new Date('1500-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
const runs = { numRuns: 100 }

describe('what three languages write is read back as one key', () => {
  test('days', () => {
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10)
        const [year, month, dayOfMonth] = iso.split('-').map(Number)
        expectKey(render.day(year ?? 0, month ?? 0, dayOfMonth ?? 0), `date:${iso}`)
      }),
      runs,
    )
  })

  test('months of a year and days of a month', () => {
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString()
        const [year, month, dayOfMonth] = iso.slice(0, 10).split('-').map(Number)
        expectKey(render.month(year ?? 0, month ?? 0), `date:${iso.slice(0, 7)}`)
        expectKey(render.dayOfYear(month ?? 0, dayOfMonth ?? 0), `date:-${iso.slice(4, 10)}`)
      }),
      runs,
    )
  })

  test('years, decades and fiscal years', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1500, max: 2099 }), fc.integer({ min: 2, max: 9 }), (year, decade) => {
        expectKey(render.year(year), `date:${year}`)
        expectKey(render.fiscalYear(year), `fiscal:${year}`)
        expectKey(render.decade(decade * 10), `date:19${decade}X`)
      }),
      runs,
    )
  })

  test('whole numbers in digits and in words', () => {
    fc.assert(
      fc.property(fc.oneof(fc.integer({ min: 2, max: 9999 }), fc.integer({ min: 2, max: 999_999_999 })), (value) => {
        fc.pre(value < 1500 || value > 2199)
        expectKey(render.integer(value), `number:${canonicalNumber(value)}`)
      }),
      { numRuns: 300 },
    )
  })

  test('decimals', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 1, max: 9 }), (whole, tenth) => {
        expectKey(render.decimal(whole, tenth), `number:${canonicalNumber(Number(`${whole}.${tenth}`))}`)
      }),
      runs,
    )
  })

  test('numbers with a multiplier', () => {
    const exponent = fc.constantFrom(6, 9, 12)
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), exponent, (tenths, power) => {
        const value = Number(`${tenths}e${power - 1}`)
        expectKey(render.large(tenths, power), `number:${canonicalNumber(value)}`)
      }),
      runs,
    )
  })

  test('percentages', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), (tenths) => {
        expectKey(render.percent(tenths), `percent:${canonicalNumber(tenths / 10)}`)
      }),
      runs,
    )
  })

  test('money', () => {
    const currency = fc.constantFrom(...render.currencies)
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), currency, (millions, code) => {
        expectKey(render.money(millions, code), `money:${code}:${canonicalNumber(millions * 1e6)}`)
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
          for (const unit of render.units) expectKey(render.duration(count, unit), `duration:P${unit.key(count)}`)
          const clock = `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
          expectKey(render.time(hours, minutes), `time:${clock}`)
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
          expectKey(
            render.moneyRange(a, b),
            `money:EUR:${canonicalNumber(a * 1e6)} money:EUR:${canonicalNumber(b * 1e6)}`,
          )
          if (b > 28) return
          const two = (value: number): string => String(value).padStart(2, '0')
          const prefix = `date:2021-${two(month)}`
          expectKey(render.dayRange(month, a, b), `${prefix}-${two(a)} ${prefix}-${two(b)}`)
        },
      ),
      runs,
    )
  })
})
