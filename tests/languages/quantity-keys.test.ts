import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { endOfDigitRun, readDigitRun, readLiteral } from '../../src/languages/_shared/quantities/digits.ts'
import { canonicalNumber, dateKey, durationKey, timeKey } from '../../src/languages/_shared/quantities/keys.ts'
import { parsePattern } from '../../src/languages/_shared/quantities/pattern.ts'
import { normsOf } from '../../src/languages/_shared/quantities/surfaces.ts'

describe('canonicalNumber', () => {
  test.each([
    [0, '0'],
    [300, '300'],
    [12.5, '12.5'],
    [3_000_000, '3000000'],
    [999_999_999, '999999999'],
    [1e9, '1e9'],
    [1e11, '1e11'],
    [1.25e10, '1.25e10'],
    [1_234_567_891, '1234567891'],
    [1e21, '1e21'],
    [0.333333, '0.333333'],
  ])('%d is %s', (value, form) => expect(canonicalNumber(value)).toBe(form))

  test('reads back as the same number', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(Number(canonicalNumber(value))).toBe(value)
      }),
    )
  })
})

describe('date and time keys', () => {
  test.each([
    [{ year: 2021, month: 9, day: 3 }, 'date:2021-09-03'],
    [{ year: 2021, month: 9 }, 'date:2021-09'],
    [{ year: 618 }, 'date:0618'],
    [{ year: -221 }, 'date:-0221'],
    [{ month: 11, day: 27 }, 'date:--11-27'],
    [{ month: 9 }, 'date:--09'],
    [{ day: 27 }, 'date:---27'],
    [{ month: 2, day: 29 }, 'date:--02-29'],
    [{ year: 2023, month: 2, day: 29 }, undefined],
    [{ year: 1900, month: 2, day: 29 }, undefined],
    [{ year: 2000, month: 2, day: 29 }, 'date:2000-02-29'],
    [{ month: 4, day: 31 }, undefined],
    [{ month: 13 }, undefined],
    [{ day: 0 }, undefined],
    [{}, undefined],
  ])('%o is %s', (parts, key) => expect(dateKey(parts)).toBe(key))

  test.each([
    [15, 30, 'time:15:30'],
    [8, 5, 'time:08:05'],
    [24, 0, 'time:24:00'],
    [25, 0, undefined],
    [3, 60, undefined],
  ])('%d:%d is %s', (hours, minutes, key) => expect(timeKey(hours, minutes)).toBe(key))

  test.each([
    [3, 'D', 'duration:P3D'],
    [2, '10Y', 'duration:P20Y'],
    [1.5, 'Y', 'duration:P18M'],
    [0.5, 'D', 'duration:PT12H'],
    [1.5, 'TH', 'duration:PT90M'],
    [0.5, '100Y', 'duration:P50Y'],
    [0, 'D', undefined],
    [3, 'kilo', undefined],
  ])('%d %s is %s', (amount, unit, key) => expect(durationKey(amount, unit)).toBe(key))
})

describe('digits', () => {
  const dutch = { decimalSign: ',', dateOrder: 'dmy' } as const
  const english = { decimalSign: '.', dateOrder: 'mdy' } as const

  test.each([
    ['12.000', '12000', '12.000'],
    ['12,000', '12.000', '12000'],
    ['1.234,5', '1234.5', '1234.5'],
    ['1,234.5', '1234.5', '1234.5'],
    ['1.234.567', '1234567', '1234567'],
    ['0.125', '0.125', '0.125'],
    ['3.14', '3.14', '3.14'],
    ['2.4.1', undefined, undefined],
    ['1.2345.678', undefined, undefined],
    ['13812345678', undefined, undefined],
    ['12345678901234567', undefined, undefined],
  ])('%s is %s in Dutch and %s in English', (text, nl, en) => {
    expect([readLiteral(text, dutch), readLiteral(text, english)]).toEqual([nl, en])
  })

  test('pieces follow each other and cover the run', () => {
    const run = fc.stringMatching(/^\d{1,4}(?:[.,:/–-]\d{1,4}){0,5}$/)
    fc.assert(
      fc.property(run, (text) => {
        let at = 0
        for (const { start, end } of readDigitRun(text, dutch)) {
          expect(start).toBe(at)
          at = end
        }
        expect(at).toBe(text.length)
        expect(endOfDigitRun(`${text} x`, 0, text.length + 2)).toBe(text.length)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('patterns', () => {
  test('name their words, slots and marks', () => {
    const pattern = parsePattern('from|since > {y} ~@and {y2:y} +%? !x', { and: ['and', 'to'] })
    expect(pattern?.leads).toEqual([['from'], ['since']])
    expect(pattern?.items.map(({ kind, name, slot, optional, glued }) => [kind, name, slot, optional, glued])).toEqual([
      ['slot', 'y', 'y', false, false],
      ['range', '', '', false, false],
      ['slot', 'y2', 'y', false, false],
      ['words', '', '', true, true],
      ['not', '', '', false, false],
    ])
  })

  test('need their classes unless these are optional', () => {
    expect(parsePattern('{n} @percent', {})).toBeUndefined()
    expect(parsePattern('{n} @more? km', {})?.items).toHaveLength(2)
  })

  test('cut written forms as the lexer cuts text', () => {
    expect(normsOf('Per Cent')).toEqual(['per', 'cent'])
    expect(normsOf('mln.')).toEqual(['mln.'])
    expect(normsOf('百分之')).toEqual(['百', '分', '之'])
    expect(normsOf('US$')).toEqual(['us', '$'])
  })
})
