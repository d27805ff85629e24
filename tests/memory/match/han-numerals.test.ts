import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hanInteger, writeHan } from '../../../src/memory/match/han-numerals.ts'

test.each([
  ['三', '3'],
  ['十', '10'],
  ['十五', '15'],
  ['二十', '20'],
  ['一百零五', '105'],
  ['一百一十', '110'],
  ['两千', '2000'],
  ['三千五百', '3500'],
  ['一万零三十', '10030'],
  ['二十三万四千', '234000'],
  ['一亿两千万', '120000000'],
  ['三亿零五', '300000005'],
  ['二〇二一', '2021'],
  ['一九九八', '1998'],
  ['二〇', '20'],
  ['千万', undefined],
  ['万一', undefined],
  ['三四', undefined],
  ['百', undefined],
  ['零', '0'],
  ['一千零十', '1010'],
  ['一百五', undefined],
  ['三万五', undefined],
  ['一'.repeat(30), undefined],
])('%s', (numeral, value) => {
  expect(hanInteger(numeral)).toBe(value)
})

test('what is written reads as the same number', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 999_999_999_999 }),
      fc.constantFrom('三', '三十', '三萬', '三百〇五'),
      (value, model) => {
        expect(hanInteger(writeHan(String(value), model) ?? '')).toBe(String(value))
      },
    ),
  )
})

test('digits one after another keep to that way of writing', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1000, max: 9999 }), (year) => {
      const written = writeHan(String(year), '二〇二一')
      expect(written).toHaveLength(4)
      expect(hanInteger(written ?? '')).toBe(String(year))
    }),
  )
  expect(writeHan('2024', '二零零九')).toBe('二零二四')
  expect(writeHan('5', '二〇二一')).toBeUndefined()
})
