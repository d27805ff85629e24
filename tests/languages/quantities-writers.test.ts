import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createQuantityFinder } from '../../src/languages/_shared/quantities/finder.ts'
import { canonicalNumber } from '../../src/languages/_shared/quantities/keys.ts'
import { quantities as germanTable } from '../../src/languages/de/quantities.ts'
import { quantities as frenchTable } from '../../src/languages/fr/quantities.ts'
import { keysIn } from './quantity-table.ts'
import { french } from './writers/french.ts'
import { german } from './writers/german.ts'
import { two } from './writers/writer.ts'

const rows = [
  { name: 'German', find: createQuantityFinder(germanTable), write: german },
  { name: 'French', find: createQuantityFinder(frenchTable), write: french },
]

describe.each(rows)('what $name writes is read back', ({ find, write }) => {
  /** Puts each way of writing a value into a sentence and expects one key in all. */
  function expectKey(forms: readonly string[], key: string): void {
    for (const form of forms) {
      const text = write.inSentence(form)
      expect(`${text} => ${keysIn(find, text).join(' ')}`).toBe(`${text} => ${key}`)
    }
  }

  function check<T extends unknown[]>(arbitraries: { [K in keyof T]: fc.Arbitrary<T[K]> }, run: (...args: T) => void) {
    fc.assert(
      fc.property(fc.tuple(...arbitraries), (args) => run(...(args as T))),
      { numRuns: 60 },
    )
  }

  const date = fc.date({ min: new Date('1500-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  const upTo = (max: number, min = 1): fc.Arbitrary<number> => fc.integer({ min, max })

  test('days and months', () => {
    check([date], (moment) => {
      const iso = moment.toISOString().slice(0, 10)
      const [year = 0, month = 0, day = 0] = iso.split('-').map(Number)
      expectKey(write.day(year, month, day), `date:${iso}`)
      expectKey(write.month(year, month), `date:${iso.slice(0, 7)}`)
      expectKey(write.dayOfYear(month, day), `date:-${iso.slice(4)}`)
    })
  })

  test('years, decades, centuries and fiscal years', () => {
    check([upTo(2099, 1500), upTo(9, 2), upTo(22, 11)], (year, ten, century) => {
      expectKey(write.year(year), `date:${year}`)
      expectKey(write.fiscalYear(year), `fiscal:${year}`)
      expectKey(write.decade(ten * 10), `date:19${ten}X`)
      expectKey(write.century(century), `date:${century - 1}XX`)
    })
  })

  test('numbers', () => {
    const whole = fc.oneof(upTo(9999, 2), upTo(999_999_999, 2)).filter((value) => value < 1500 || value > 2199)
    check([whole, upTo(9999, 0), upTo(9)], (value, units, tenth) => {
      expectKey(write.integer(value), `number:${canonicalNumber(value)}`)
      expectKey(write.decimal(units, tenth), `number:${canonicalNumber(Number(`${units}.${tenth}`))}`)
    })
  })

  test('numbers with a multiplier, percentages and money', () => {
    const code = fc.constantFrom('EUR', 'USD', 'JPY', 'CNY', 'VND', 'GBP')
    check([upTo(9999), fc.constantFrom(6, 9, 12), upTo(999), code], (tenths, power, share, currency) => {
      expectKey(write.large(tenths, power), `number:${canonicalNumber(Number(`${tenths}e${power - 1}`))}`)
      expectKey(write.percent(share), `percent:${canonicalNumber(share / 10)}`)
      expectKey(write.money(tenths, currency), `money:${currency}:${canonicalNumber(tenths * 1e6)}`)
    })
  })

  test('ordinals, sections and fractions', () => {
    check([upTo(999, 2), upTo(9), upTo(10, 3)], (value, above, below) => {
      expectKey(write.ordinal(value), `ordinal:${value}`)
      expectKey(write.section(value), `section:${value}`)
      if (above < below) expectKey(write.fraction(above, below), `number:${Number((above / below).toFixed(6))}`)
    })
  })

  test('durations and times of day', () => {
    check([upTo(99, 2), upTo(23, 0), upTo(59, 0)], (count, hours, minutes) => {
      for (const unit of ['D', 'W', 'M', 'Y']) expectKey(write.duration(count, unit), `duration:P${count}${unit}`)
      expectKey(write.duration(count, 'TM'), `duration:PT${count}M`)
      expectKey(write.time(hours, minutes), `time:${two(hours)}:${two(minutes)}`)
    })
  })

  test('ranges', () => {
    check([upTo(99), upTo(99), upTo(12)], (a, b, month) => {
      if (a >= b) return
      expectKey(write.percentRange(a, b), `percent:${a} percent:${b}`)
      const [low, high] = [a, b].map((value) => `money:EUR:${canonicalNumber(value * 1e6)}`)
      expectKey(write.moneyRange(a, b), `${low} ${high}`)
      const days = [a, b].map((day) => `date:2021-${two(month)}-${two(day)}`)
      if (b <= 28) expectKey(write.dayRange(month, a, b), days.join(' '))
    })
  })
})
