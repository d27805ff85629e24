import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Run } from '../../../src/core/types.ts'
import type { MatchSettings } from '../../../src/memory/match/index.ts'
import { chinese, codeRun, dutch, matchOf, pairOf, queryOf, textRun, unitOf, variantOf } from './made-units.ts'

interface Sentence {
  readonly from?: string
  readonly to?: string
  readonly settings?: MatchSettings
}

/** The target put right, as text; undefined when nothing is suggested. */
function repaired(query: string, source: string, target: string, sentence: Sentence = {}): string | undefined {
  const { from = dutch, to = chinese, settings } = sentence
  const { suggestion } = matchOf(
    queryOf(query, { sourceLanguage: from, targetLanguage: to }),
    pairOf(source, target, from, to),
    settings,
  )
  return suggestion?.map((run) => (run.kind === 'text' ? run.text : run.data)).join('')
}
const toDutch: Sentence = { from: chinese, to: dutch }

describe('numbers put right in the style of the target', () => {
  test.each([
    ['digits', 'Bijlage 12 telt mee', 'Bijlage 5 telt mee', '附件5有效', '附件12有效'],
    ['separators', 'Het kost 1.300,75 euro', 'Het kost 1.250,50 euro', '价格是1,250.50欧元', '价格是1,300.75欧元'],
    ['groups that appear', 'Er zijn 1.250 boeken', 'Er zijn 900 boeken', '有900本书', '有1,250本书'],
    ['groups that go', 'Er zijn 900 boeken', 'Er zijn 1.250 boeken', '有1,250本书', '有900本书'],
    ['no groups', 'Er zijn 2.500 boeken', 'Er zijn 1.250 boeken', '有1250本书', '有2500本书'],
    ['decimals', 'Het is 2,75 meter', 'Het is 1,5 meter', '是1.5米', '是2.75米'],
    ['full width', 'Bijlage 12 telt mee', 'Bijlage 5 telt mee', '附件５有效', '附件１２有效'],
    ['Chinese numerals', 'Artikel 24 geldt', 'Artikel 13 geldt', '第十三条有效', '第二十四条有效'],
    ['a lone numeral', 'Artikel 6 geldt', 'Artikel 5 geldt', '第五条有效', '第六条有效'],
    ['a year in numerals', 'In 2024 was het warm', 'In 2019 was het warm', '二〇一九年很热', '二〇二四年很热'],
    ['the zero of the target', 'In 2024 was het warm', 'In 2009 was het warm', '二零零九年很热', '二零二四年很热'],
    ['a percentage', 'Het is 7% nu', 'Het is 5% nu', '现在是百分之五', '现在是百分之七'],
    ['a date', 'Op 4 mei 2022 kwam hij', 'Op 3 mei 2021 kwam hij', '他2021年5月3日来了', '他2022年5月4日来了'],
    ['no zero before 日', '02-03-2021', '12-03-2021', '2021年3月12日', '2021年3月2日'],
    ['a number that stands twice', '7 en nog eens 7', '5 en nog eens 5', '5，再来5', '7，再来7'],
    ['numbers that change places', 'van 8 tot 3', 'van 3 tot 8', '从3到8', '从8到3'],
    ['a section', 'Zie 2.10 hierboven', 'Zie 2.4 hierboven', '见上文2.4', '见上文2.10'],
  ])('%s', (_, query, source, target, expected) => {
    expect(repaired(query, source, target)).toBe(expected)
  })

  test.each([
    [
      'Chinese numerals in the source',
      '三千五百人来了',
      '两千人来了',
      'Er kwamen 2.000 mensen',
      'Er kwamen 3.500 mensen',
    ],
    ['a date', '2022年5月4日来了', '2021年5月3日来了', 'Kwam op 3 mei 2021', 'Kwam op 4 mei 2022'],
    ['a date in digits', '2021年6月3日', '2021年5月3日', '3-5-2021', '3-6-2021'],
    ['padded dates', '2021年6月3日', '2021年5月3日', '03-05-2021', '03-06-2021'],
  ])('into Dutch: %s', (_, query, source, target, expected) => {
    expect(repaired(query, source, target, toDutch)).toBe(expected)
  })

  test('codes stay where they are', () => {
    const target: readonly Run[] = [
      textRun('价格是'),
      codeRun('open', '<b>'),
      textRun('5'),
      codeRun('close', '</b>'),
      textRun('元'),
    ]
    const source: readonly Run[] = [
      textRun('Het kost '),
      codeRun('open', '<b>'),
      textRun('5'),
      codeRun('close', '</b>'),
      textRun(' euro'),
    ]
    const content: readonly Run[] = [
      textRun('Het kost '),
      codeRun('open', '<b>'),
      textRun('8'),
      codeRun('close', '</b>'),
      textRun(' euro'),
    ]
    const unit = unitOf([variantOf(dutch, source), variantOf(chinese, target)])
    const { suggestion, differences } = matchOf(queryOf('Het kost 8 euro', { content }), unit)
    expect(suggestion).toEqual(target.with(2, textRun('8')))
    expect(differences.map(({ kind }) => kind)).toEqual(['number'])
  })
})

describe('no suggestion is better than a wrong one', () => {
  test.each([
    ['a word differs as well', 'Bijlage 6 is oud', 'Bijlage 5 is nieuw', '附件5是新的'],
    ['a number is missing', 'Bijlage is nieuw', 'Bijlage 5 is nieuw', '附件5是新的'],
    ['the target does not have it', 'Bijlage 6 is nieuw', 'Bijlage 5 is nieuw', '这个附件是新的'],
    ['the target has it twice', 'Bijlage 6 is nieuw', 'Bijlage 5 is nieuw', '附件5有5页'],
    ['the same number changes in two ways', '6 en 7', '5 en 5', '5和5'],
    ['one of two equal numbers changes', '6 en 5', '5 en 5', '5和5'],
    ['it stands on another scale', 'Op 5 maart 4 miljoen man', 'Op 5 maart 3 miljoen man', '3月5日300万人'],
    ['another number has its digits', 'Na drie dagen 4 miljoen man', 'Na drie dagen 3 miljoen man', '3天后300万人'],
    ['only the month looks like it', 'Hij kocht 6 boeken', 'Hij kocht 5 boeken', '5月他买了几本书'],
    ['the month is a word', 'Op 3 juni', 'Op 3 mei', '5月3日'],
    ['a code stands inside it', 'Bijlage 13', 'Bijlage 12', '附件12'],
    ['a sign of the amount differs', 'Het is 6% nu', 'Het is 5 nu', '现在是5'],
    ['two is written in two ways', 'Er zijn 2 boeken', 'Er zijn 3 boeken', '有三本书'],
    ['a numeral is part of a word', 'Er zijn 12 dure boeken', 'Er zijn 10 dure boeken', '这些书十分贵'],
    ['one of them is no number', 'Dit is 3 van de redenen', 'Dit is 1 van de redenen', '这是原因之一'],
    ['a word ends in its numeral', 'Na 300 jaar', 'Na 100 jaar', '统一百年后'],
    ['some more are counted in', 'Er zijn 30 boeken', 'Er zijn 20 boeken', '有二十几本书'],
    ['separators are unclear', '1.250', '900', '900'],
  ])('%s', (what, query, source, target) => {
    const isSplit = what.startsWith('a code')
    const unit = unitOf([
      variantOf(dutch, source),
      variantOf(
        what.startsWith('separators') ? 'und' : chinese,
        isSplit ? [textRun('附件1'), codeRun('single', '<x/>'), textRun('2')] : target,
      ),
    ])
    const targetLanguage = what.startsWith('separators') ? 'und' : chinese
    expect(matchOf(queryOf(query, { targetLanguage }), unit).suggestion).toBeUndefined()
  })

  test('the noun of the target would need another form', () => {
    expect(repaired('我买了2本书', '我买了1本书', 'Ik kocht 1 boek', toDutch)).toBeUndefined()
    expect(repaired('我买了4本书', '我买了3本书', 'Ik kocht 3 boeken', toDutch)).toBe('Ik kocht 4 boeken')
    expect(repaired('第2条', '第1条', 'Artikel 1', toDutch)).toBe('Artikel 2')
  })

  test('a numeral of the source counts where the target has the number once', () => {
    expect(repaired('他在4月买了三本书', '他在3月买了三本书', 'In maart kocht hij 3 boeken', toDutch)).toBeUndefined()
    expect(repaired('他在4月买了书', '他在3月买了书', 'Hij kocht er 3', toDutch)).toBeUndefined()
  })

  test('words that are numbers count where they are known', () => {
    const numberOf = (word: string): number | undefined => (word === 'drie' ? 3 : undefined)
    const args = ['Op 4 mei las hij drie boeken', 'Op 3 mei las hij drie boeken', '五月他读了3本书'] as const
    expect(repaired(...args, { settings: { numberOf } })).toBeUndefined()
  })
})

describe('any numbers', () => {
  const written = fc.oneof(
    fc.integer({ min: 3, max: 999 }).map((value) => [String(value), String(value)] as const),
    fc
      .integer({ min: 1000, max: 999_999 })
      .map((value) => [value.toLocaleString('de-DE'), value.toLocaleString('en-US')] as const),
  )
  const words = ['在', '和', '共有', '页'] as const

  test('putting right there and back again gives the target, and nothing but the number changes', () => {
    fc.assert(
      fc.property(written, written, fc.constantFrom(...words), ([a, zhA], [b, zhB], word) => {
        fc.pre(a !== b)
        const target = `${word}${zhA}${word}`
        const there = repaired(`deel ${b} van het werk`, `deel ${a} van het werk`, target)
        expect(there).toBe(`${word}${zhB}${word}`)
        if (there === undefined) return
        expect(repaired(`deel ${a} van het werk`, `deel ${b} van het werk`, there)).toBe(target)
      }),
    )
  })

  test('Chinese numerals come back as they were', () => {
    const number = fc.integer({ min: 3, max: 99_999 })
    fc.assert(
      fc.property(number, number, (a, b) => {
        fc.pre(a !== b)
        const first = repaired(`artikel ${a} geldt`, 'artikel 3 geldt', '第三条有效')
        if (a === 3 || first === undefined) return
        const second = repaired(`artikel ${b} geldt`, `artikel ${a} geldt`, first)
        if (second === undefined) return
        expect(second).not.toBe(first)
        expect(repaired(`artikel ${a} geldt`, `artikel ${b} geldt`, second)).toBe(first)
      }),
    )
  })

  test('what is suggested differs from the target in digits and numerals alone', () => {
    const part = fc.oneof(
      written.map(([dutchNumber]) => dutchNumber),
      fc.constantFrom('deel', 'van', '3', '5', '12', '2021'),
    )
    const sentence = fc.array(part, { minLength: 1, maxLength: 7 })
    const targets = fc.array(fc.constantFrom('3', '5', '12', '五', '三', '月', '页', '第', '2021', '２', '万'), {
      maxLength: 8,
    })
    const bare = (text: string): string => text.replace(/[\d０-９.,〇零一二三四五六七八九十百千万]/gu, '')
    fc.assert(
      fc.property(sentence, sentence, targets, (a, b, target) => {
        const suggestion = repaired(a.join(' '), b.join(' '), target.join(''))
        if (suggestion !== undefined) expect(bare(suggestion)).toBe(bare(target.join('')))
      }),
    )
  })
})
