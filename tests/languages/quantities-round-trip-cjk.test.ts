import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createQuantityFinder } from '../../src/languages/_shared/quantities/finder.ts'
import { canonicalNumber } from '../../src/languages/_shared/quantities/keys.ts'
import { quantities as japanese } from '../../src/languages/ja/quantities.ts'
import { quantities as korean } from '../../src/languages/ko/quantities.ts'
import { keysIn } from './quantity-table.ts'
import * as render from './quantity-writer-cjk.ts'

const find = { ja: createQuantityFinder(japanese), ko: createQuantityFinder(korean) }

/** Puts each way of writing a value into a sentence of its language and expects one key in all. */
function expectKey(written: render.Written, key: string): void {
  for (const tag of ['ja', 'ko'] as const) {
    for (const form of written[tag]) {
      const text = render.inSentence(tag, form)
      expect(`${text} => ${keysIn(find[tag], text).join(' ')}`).toBe(`${text} => ${key}`)
    }
  }
}

const day = fc.date({ min: new Date('1500-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
const runs = { numRuns: 100 }
const two = (value: number): string => String(value).padStart(2, '0')

describe('what Japanese and Korean write is read back as one key', () => {
  test('days, months of a year and days of a month', () => {
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10)
        const [year = 0, month = 0, dayOfMonth = 0] = iso.split('-').map(Number)
        expectKey(render.day(year, month, dayOfMonth), `date:${iso}`)
        expectKey(render.month(year, month), `date:${iso.slice(0, 7)}`)
        expectKey(render.dayOfYear(month, dayOfMonth), `date:-${iso.slice(4)}`)
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
      fc.property(fc.oneof(fc.integer({ min: 10, max: 9999 }), fc.integer({ min: 10, max: 999_999_999 })), (value) => {
        fc.pre(value < 1500 || value > 2199)
        expectKey(render.integer(value), `number:${canonicalNumber(value)}`)
      }),
      { numRuns: 300 },
    )
  })

  test('large numbers in parts', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.constantFrom(8 as const, 12 as const), (tenths, power) => {
        fc.pre(tenths >= 10)
        expectKey(render.large(tenths, power), `number:${canonicalNumber(Number(`${tenths / 10}e${power}`))}`)
      }),
      runs,
    )
  })

  test('percentages and money', () => {
    const currency = fc.constantFrom(...render.currencies)
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 999 }),
        fc.integer({ min: 2, max: 9999 }),
        currency,
        (tenths, wan, code) => {
          expectKey(render.percent(tenths), `percent:${canonicalNumber(tenths / 10)}`)
          expectKey(render.money(wan, code), `money:${code}:${canonicalNumber(wan * 1e4)}`)
        },
      ),
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
          expectKey(render.time(hours, minutes), `time:${two(hours)}:${two(minutes)}`)
        },
      ),
      runs,
    )
  })

  test('fractions and ranges', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 27 }), fc.integer({ min: 3, max: 28 }), (a, b) => {
        fc.pre(a < b)
        if (b <= 10) expectKey(render.fraction(a, b), `number:${Number((a / b).toFixed(6))}`)
        expectKey(render.percentRange(a, b), `percent:${a} percent:${b}`)
        const month = (a % 12) + 1
        expectKey(render.dayRange(month, a, b), `date:2021-${two(month)}-${two(a)} date:2021-${two(month)}-${two(b)}`)
      }),
      runs,
    )
  })
})
