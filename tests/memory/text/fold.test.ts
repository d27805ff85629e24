import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fieldOf, foldText, foldWithPlaces, isFieldOfLanguage, printOf } from '../../../src/memory/text/fold.ts'
import { trickyText } from './tricky-text.ts'

/** Folding by whole-text replacements, slow and plain. */
function foldPlainly(text: string): string {
  return text
    .replace(
      /\u034f|[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]/gu,
      '',
    )
    .replace(/[\s\u0085]+/gu, ' ')
    .trim()
    .replace(/\uffe3/g, '\u00af')
    .replace(/[\uff01-\uffee]/g, (wide) => wide.normalize('NFKC'))
    .normalize('NFC')
    .replace(/[\u2018-\u201b\u02bc\u00b4]/g, "'")
    .replace(/[\u201c-\u201f]/g, '"')
    .replace(/[\u2010-\u2013\u2212\ufe63]/g, '-')
}

const anyText = fc.array(fc.nat(0x10ffff), { maxLength: 12 }).map((codes) => String.fromCodePoint(...codes))

describe('foldText', () => {
  test('gives what whole-text replacements give', () => {
    fc.assert(
      fc.property(trickyText, (text) => {
        expect(foldText(text)).toBe(foldPlainly(text))
      }),
      { numRuns: 1000 },
    )
  })

  test('takes no longer for each character of a long run that is composed', () => {
    const started = performance.now()
    foldText(`\u1100${'\u1161'.repeat(200_000)}`)
    expect(performance.now() - started).toBeLessThan(2000)
  })

  test('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.oneof({ weight: 9, arbitrary: trickyText }, { weight: 1, arbitrary: anyText }), (text) => {
        const folded = foldText(text)
        expect(foldText(folded)).toBe(folded)
      }),
      { numRuns: 1000 },
    )
  })

  test('the long way gives the same, with places that follow each other', () => {
    fc.assert(
      fc.property(trickyText, (text) => {
        const { folded, starts, ends } = foldWithPlaces(text)
        expect(folded).toBe(foldText(text))
        expect([starts.length, ends.length]).toEqual([folded.length, folded.length])
        expect([...starts]).toEqual([...starts].sort((a, b) => a - b))
        expect(starts.every((start, k) => start < (ends[k] ?? 0))).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  test.each([
    ['foto\u2019s van de \u201czee\u201d', 'foto\'s van de "zee"'],
    ['１２％，好！', '12%,好!'],
    ['\u00a0een\u3000twee\u2009 drie ', 'een twee drie'],
    ['Cafe\u0301', 'Café'],
    ['ｶﾞｲﾄﾞ', 'ガイド'],
    ['samen\u00adwerking', 'samenwerking'],
    ['1990\u20131995', '1990-1995'],
    ['Groot EN klein', 'Groot EN klein'],
    ['', ''],
    ['  ', ''],
  ])('%j gives %j', (text, folded) => expect(foldText(text)).toBe(folded))
})

describe('printOf', () => {
  test('is a number of 32 bits above 0, equal for equal texts', () => {
    fc.assert(
      fc.property(trickyText, (text) => {
        const print = printOf(text)
        expect(Number.isInteger(print) && print > 0 && print < 2 ** 32).toBe(true)
        expect(printOf(`${text}`)).toBe(print)
      }),
    )
  })

  test('parts texts that differ a little', () => {
    const prints = new Set(Array.from({ length: 20_000 }, (_, k) => printOf(`Zin nummer ${k}.`)))
    expect(prints.size).toBeGreaterThan(19_990)
  })
})

describe('fieldOf', () => {
  test.each([
    ['nl', 'nl-Latn'],
    ['nl-BE', 'nl-Latn'],
    ['zh', 'zh-Hans'],
    ['zh-CN', 'zh-Hans'],
    ['zh-TW', 'zh-Hant'],
    ['zh_HK', 'zh-Hant'],
    ['sr-Latn', 'sr-Latn'],
    ['und', 'und'],
    ['und-Hant', 'und-Hant'],
    ['no such tag!', 'und'],
  ])('%s is kept in %s', (tag, field) => expect(fieldOf(tag)).toBe(field))

  test('knows the other scripts of a language', () => {
    expect(isFieldOfLanguage('zh-Hant', 'zh-CN')).toBe(true)
    expect(isFieldOfLanguage('ja-Jpan', 'zh-CN')).toBe(false)
  })
})
