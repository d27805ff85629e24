import { describe, expect, test } from 'vitest'
import type { NameJudge } from '../../../src/memory/match/index.ts'
import { chinese, codeRun, dutch, matchOf, pairOf, queryOf, textRun, unitOf, variantOf } from './made-units.ts'

/** Kind and text of each difference, in the query and in the match. */
function found(query: string, match: string, language = dutch, isName?: NameJudge): readonly string[] {
  const other = language === dutch ? chinese : dutch
  const { differences } = matchOf(
    queryOf(query, { sourceLanguage: language, targetLanguage: other }),
    pairOf(match, 'x', language, other),
    isName && { isName },
  )
  return differences.map(
    (one) =>
      `${one.kind}: ${query.slice(one.query.start, one.query.end)} | ${match.slice(one.match.start, one.match.end)}`,
  )
}

describe('words and names', () => {
  test('words that touch are one difference', () => {
    expect(found('wij zagen een grote boot varen', 'wij zagen het schip varen')).toEqual([
      'word: een grote boot | het schip',
    ])
  })
  test('a word too many or too few stands against an empty place', () => {
    expect(found('de diepe zee', 'de zee')).toEqual(['word: diepe | '])
    expect(found('de zee', 'de diepe zee')).toEqual(['word:  | diepe'])
  })
  test('a capital inside a sentence makes a name', () => {
    expect(found('gisteren kwam Jansen langs', 'gisteren kwam Bakker langs')).toEqual(['name: Jansen | Bakker'])
  })
  test('at the start of a sentence it takes more than a capital', () => {
    expect(found('Boten varen op zee', 'Schepen varen op zee')).toEqual(['word: Boten | Schepen'])
    expect(found('NAVO stuurt hulp aan ons', 'Rusland stuurt hulp aan ons')).toEqual(['name: NAVO | Rusland'])
    expect(found('Jansen zegt dat hij komt', 'Hij zegt dat Jansen komt')).toContain('name: Jansen | Hij')
  })
  test('capitals of a heading tell nothing', () => {
    expect(found('HET WEER VAN DEZE WEEK IN BEELD', 'HET WEER VAN DEZE MAAND IN BEELD')).toEqual(['word: WEEK | MAAND'])
  })
  test('katakana makes a name', () => {
    expect(found('これはテストです', 'これはベストです', 'ja')).toEqual(['name: テ | ベ'])
  })
  test('a judge of names is asked, in Chinese about the characters around as well', () => {
    const isName: NameJudge = (text) => (['北京', '南京', 'amsterdam'].includes(text) ? true : undefined)
    expect(found('他住在北京', '他住在南京', chinese, isName)).toEqual(['name: 北 | 南'])
    expect(found('他住在北京', '他住在南京', chinese)).toEqual(['word: 北 | 南'])
    expect(found('ga naar amsterdam nu', 'ga naar huis nu', dutch, isName)).toEqual(['name: amsterdam | huis'])
    expect(found('ik zag Jansen daar', 'ik zag Bakker daar', dutch, () => false)).toEqual(['word: Jansen | Bakker'])
  })
})

describe('numbers', () => {
  test.each([
    ['with separators', 'het kost 1.250,50 euro', 'het kost 1.300,75 euro', '1.250,50 | 1.300,75'],
    ['in groups', 'er zijn 10 300 boeken', 'er zijn 11 400 boeken', '10 300 | 11 400'],
    ['of full width', 'er zijn １２ boeken', 'er zijn 13 boeken', '１２ | 13'],
    ['with an apostrophe', "er zijn 1'000 boeken", "er zijn 2'000 boeken", "1'000 | 2'000"],
  ])('%s are one thing', (_, query, match, expected) => {
    expect(found(query, match)).toEqual([`number: ${expected}`])
  })
  test('members of a date in digits stay apart', () => {
    expect(found('op 12.05.2021 kwam', 'op 13.05.2021 kwam')).toEqual(['number: 12 | 13'])
    expect(found('op 12.05.2021 kwam', 'op 12.06.2021 kwam')).toEqual(['number: 05 | 06'])
    expect(found('op 2021-05-03 kwam', 'op 2021-06-03 kwam')).toEqual(['number: 05 | 06'])
    expect(found('de jaren 1990–1995 toen', 'de jaren 1990–1996 toen')).toEqual(['number: 1995 | 1996'])
  })
  test('Chinese numerals are one number', () => {
    expect(found('三千五百人', '两千人', chinese)).toEqual(['number: 三千五百 | 两千'])
    expect(found('第三条', '第12条', chinese)).toEqual(['number: 三 | 12'])
    expect(found('这些一般', '这些很般', chinese)).toEqual(['word: 一 | 很'])
  })
  test('signs of an amount count with the numbers', () => {
    expect(found('het is 5% nu', 'het is 5 nu')).toEqual(['number: % | '])
    expect(found('het kost € 5 nu', 'het kost $ 5 nu')).toEqual(['number: € | $'])
    expect(found('het is -5 nu', 'het is 5 nu').map((text) => text.split(':')[0])).toEqual(['number'])
  })
})

describe('case, punctuation and codes', () => {
  test('case and marks are differences of their own', () => {
    expect(found('De Zee is diep.', 'De zee is diep!')).toEqual(['case: Zee | zee', 'punctuation: . | !'])
    expect(found('ja, goed', 'ja goed').map((text) => text.split(' |')[0])).toEqual(['punctuation: ,'])
  })
  test('full width and typographic quotes are none', () => {
    expect(found('hij zei “ja”，toch', 'hij zei "ja",toch')).toEqual([])
  })
  test('marks that come with words that are missing are none', () => {
    expect(found('appels, peren, druiven', 'appels, druiven')).toEqual(['word: peren | '])
  })

  const bold = [textRun('de '), codeRun('open', '<b>'), textRun('zee'), codeRun('close', '</b>'), textRun(' is diep')]
  const tagsOf = (query: readonly ReturnType<typeof textRun>[] | undefined, text = 'de zee is diep') =>
    matchOf(
      queryOf(text, query && { content: query }),
      unitOf([variantOf(dutch, bold), variantOf(chinese, '海很深')]),
    ).differences.filter(({ kind }) => kind === 'tag')

  test('codes are compared whatever numbers they have', () => {
    const renumbered = bold.map((run) => (run.kind === 'code' ? { ...run, id: '9' } : run))
    expect(tagsOf(renumbered)).toEqual([])
  })
  test('missing codes have a place in both texts', () => {
    expect(tagsOf(undefined)).toEqual([
      { kind: 'tag', query: { start: 2, end: 2 }, match: { start: 3, end: 3 } },
      { kind: 'tag', query: { start: 6, end: 6 }, match: { start: 6, end: 6 } },
    ])
  })
  test('another code, another place, and codes beside other words', () => {
    const italic = bold.map((run) => (run.kind === 'code' ? { ...run, data: run.data.replace('b', 'i') } : run))
    expect(tagsOf(italic)).toHaveLength(2)
    const moved = [codeRun('open', '<b>'), textRun('de zee'), codeRun('close', '</b>'), textRun(' is diep')]
    expect(tagsOf(moved)).toHaveLength(1)
    const longer = [textRun('de wilde '), ...bold.slice(1)]
    expect(tagsOf(longer, 'de wilde zee is diep')).toEqual([])
  })
})
