import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { undetermined } from '../../src/core/tags.ts'
import { displayNameRows } from '../../src/languages/_shared/display-names.ts'
import { kindOfKey } from '../../src/languages/_shared/entity-keys.ts'
import { createGazetteer } from '../../src/languages/_shared/gazetteer.ts'
import { type GazetteerRow, readColumn, readInternational } from '../../src/languages/_shared/gazetteer-file.ts'
import { createTaggerMaker } from '../../src/languages/_shared/tagger.ts'
import { createWordBounds } from '../../src/languages/_shared/word-bounds.ts'
import { languageTags } from '../../src/languages/index.ts'

const row = (form: string, key: string, condition?: string): GazetteerRow => ({
  key,
  form,
  by: 'gazetteer',
  ...(condition === undefined ? {} : { condition }),
})

function finderOf(rows: readonly GazetteerRow[], options?: Parameters<typeof createGazetteer>[1]) {
  const find = createGazetteer(() => rows, options)
  return (text: string) =>
    find(text, { start: 0, end: text.length }).map(
      ({ span, key, by }) => `${text.slice(span.start, span.end)}=${key} ${by}`,
    )
}

describe('gazetteer', () => {
  const find = finderOf(
    [
      row('Verenigde Naties', 'org:un'),
      row('Handvest van de Verenigde Naties', 'treaty:un-charter'),
      row('Polen', 'place:PL'),
      row('WHO', 'org:who'),
      row('Unesco', 'org:unesco'),
      row('yen', 'currency:JPY'),
      row('Hà Nội', 'place:hanoi'),
      row('Oostzee', 'place:baltic-sea'),
      row('Oostzee', 'place:south-china-sea', 'place:VN'),
      row('Kanaal', 'place:english-channel', 'place:GB'),
      row('Kanaal', 'place:english-channel', 'place:FR'),
      row('Noord-Korea', 'place:KP'),
      row('Japan', 'place:JP'),
      row('Ministerie van Defensie van Japan', 'org:jp-mod'),
      row('Japan Coast Guard', 'org:jp-coast-guard'),
      row('Engels', 'place:GB'),
      row('Engels', 'language:en'),
      row('geen soort', 'thing:none'),
    ],
    { languageCue: { before: /het\s$/u, after: /^\staal/u } },
  )

  test.each([
    ['het Handvest van de Verenigde Naties', ['Handvest van de Verenigde Naties=treaty:un-charter gazetteer']],
    ['De Verenigde\nNaties.', ['Verenigde\nNaties=org:un gazetteer']],
    ['DE VERENIGDE NATIES', ['VERENIGDE NATIES=org:un gazetteer']],
    ['de verenigde naties', []],
    ['magneten met polen in Polen', ['Polen=place:PL gazetteer']],
    ['WHO, who, Who', ['WHO=org:who gazetteer']],
    ['Unesco en UNESCO, niet unesco', ['Unesco=org:unesco gazetteer', 'UNESCO=org:unesco gazetteer']],
    ['Yen en yen, niet yenlening', ['Yen=currency:JPY gazetteer', 'yen=currency:JPY gazetteer']],
    ['Ha Noi', ['Ha Noi=place:hanoi gazetteer']],
    ['Noord-Koreaans, Noord–Korea', ['Noord–Korea=place:KP gazetteer']],
    ['de Oostzee', ['Oostzee=place:baltic-sea gazetteer', 'Oostzee=place:south-china-sea gazetteer:if:place:VN']],
    [
      'het Kanaal',
      ['Kanaal=place:english-channel gazetteer:if:place:GB', 'Kanaal=place:english-channel gazetteer:if:place:FR'],
    ],
    ['de Japan Coast Guard', ['Japan Coast Guard=org:jp-coast-guard gazetteer', 'Japan=place:JP gazetteer']],
    ['een Engels boek', ['Engels=place:GB gazetteer']],
    ['vertaald in het Engels', ['Engels=language:en gazetteer']],
    ['geen soort', []],
  ])('%s', (text, expected) => {
    expect(find(text)).toEqual(expected)
  })

  test('short Han forms do not cross words', () => {
    const rows = [row('海地', 'place:HT'), row('日本', 'place:JP'), row('中国', 'place:CN'), row('联合国', 'org:un')]
    const han = finderOf(rows, { bounds: createWordBounds('zh') })
    expect(han('沿海地区')).toEqual([])
    expect(han('发展中国家')).toEqual([])
    expect(han('海地与中国人在日本联合国会议')).toEqual([
      '海地=place:HT gazetteer',
      '中国=place:CN gazetteer',
      '日本=place:JP gazetteer',
      '联合国=org:un gazetteer',
    ])
  })

  test('finds what a plain search for the longest form finds', () => {
    const word = fc.constantFrom('aa', 'bb', 'cc', 'dd', 'ee')
    const form = fc.array(word, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '))
    fc.assert(
      fc.property(
        fc.uniqueArray(form, { minLength: 1, maxLength: 12 }),
        fc.array(fc.oneof(word, fc.constantFrom('zz', '.')), { maxLength: 30 }),
        (forms, words) => {
          const found = finderOf(forms.map((each, i) => row(each, `org:n${i}`)))(words.join(' '))
          expect(found).toEqual(plainSearch(forms, words))
        },
      ),
      { numRuns: 25 },
    )
  })

  test('a word of 6 MB is one', () => {
    expect(finderOf([row('aa', 'org:a')])(`${'é'.repeat(6_000_000)} aa`)).toEqual(['aa=org:a gazetteer'])
  })

  test('reads nothing before the first segment', () => {
    const find = createGazetteer(() => {
      throw new Error('read')
    })
    expect(() => find('x', { start: 0, end: 1 })).toThrow('read')
  })
})

function plainSearch(forms: readonly string[], words: readonly string[]): readonly string[] {
  const found: string[] = []
  for (let i = 0; i < words.length; ) {
    const lengths = [4, 3, 2, 1].filter(
      (length) => forms.includes(words.slice(i, i + length).join(' ')) && i + length <= words.length,
    )
    const [length = 0] = lengths
    const form = words.slice(i, i + length).join(' ')
    if (length > 0) found.push(`${form}=org:n${forms.indexOf(form)} gazetteer`)
    i += Math.max(length, 1)
  }
  return found
}

test('the tagger numbers thousands of patterns without mixing them up', () => {
  const patterns = Array.from({ length: 3000 }, (_, i) => [i, (i * 7) % 3000])
  const tagger = createTaggerMaker()(patterns.map((tokens, id) => ({ id, tokens })))
  for (const i of [0, 1, 19, 20, 21, 399, 400, 1234, 2999])
    expect(tagger([-1, i, (i * 7) % 3000, -1])).toEqual([{ from: 1, to: 2, pattern: i }])
})

describe('data', () => {
  const columns = [
    ...languageTags.filter((tag) => tag !== undetermined).map((tag) => readColumn(tag)),
    readColumn('zh', 'gazetteer-hant.tsv'),
    readInternational(),
  ]

  test('columns hold keys of known kinds and forms without blank ends', () => {
    for (const rows of columns) {
      expect(rows.length).toBeGreaterThan(100)
      const wrong = rows.filter(
        ({ key, form, condition }) =>
          kindOfKey(key) === undefined ||
          form === '' ||
          form !== form.trim().normalize('NFC') ||
          !(condition === undefined || /^[a-z]+:[A-Za-z0-9-]+$/.test(condition)),
      )
      expect(wrong).toEqual([])
    }
  })

  test('files say their licence and are sorted', () => {
    for (const path of [
      ...languageTags.filter((tag) => tag !== undetermined).map((tag) => `${tag}/gazetteer.tsv`),
      'zh/gazetteer-hant.tsv',
      '_shared/international.tsv',
    ]) {
      const [licence, header, ...rows] = readFileSync(new URL(`../../src/languages/${path}`, import.meta.url), 'utf8')
        .trimEnd()
        .split('\n')
      expect(licence).toContain('CC0-1.0')
      expect(header).toBe('key\tforms\tcondition')
      const keys = rows.map((line) => line.split('\t')[0] ?? '')
      expect(keys).toEqual([...new Set(keys)].sort())
    }
  })

  test('German and French name only what English names, 1,500 things at least', () => {
    const known = new Set(readColumn('en').map(({ key }) => key))
    for (const tag of ['de', 'fr']) {
      const keys = new Set(readColumn(tag).map(({ key }) => key))
      expect([...keys].filter((key) => !known.has(key))).toEqual([])
      expect(keys.size).toBeGreaterThan(1500)
    }
  })

  test('a column that is not there is empty', () => {
    expect(readColumn('xx')).toEqual([])
  })

  test('display names give countries, currencies and languages', () => {
    const named = new Map(displayNameRows('nl').map(({ form, key }) => [form, key]))
    expect(named.get('Nieuw-Zeeland')).toBe('place:NZ')
    expect(named.get('japanse yen')).toBe('currency:JPY')
    expect(named.get('Latijn')).toBe('language:la')
    expect([...named.values()].filter((key) => /^place:(?:EU|UN|ZZ|SU)$/.test(key))).toEqual([])
  })
})

// Without the care that `tagger.ts` takes of the model, the twentieth cannot be made.
test('taggers can be made again and again in one process', () => {
  for (let i = 0; i < 21; i++)
    expect(createTaggerMaker()([{ id: 7, tokens: [1, 2] }])([1, 2])).toEqual([{ from: 0, to: 1, pattern: 7 }])
})
