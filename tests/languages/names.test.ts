import { beforeAll, describe, expect, test } from 'vitest'
import type { LanguagePack } from '../../src/core/contracts.ts'
import type { Entity } from '../../src/core/types.ts'
import { expandEllipsis } from '../../src/languages/_shared/ellipsis.ts'
import { createEntityFinder } from '../../src/languages/_shared/entities.ts'
import { loadPack } from '../../src/languages/index.ts'

const packs = new Map<string, LanguagePack>()
beforeAll(async () => {
  for (const tag of ['nl', 'en', 'zh', 'zh-Hant']) packs.set(tag, await loadPack(tag))
})

function found(tag: string, text: string, kinds: readonly string[]): readonly string[] {
  const entities = packs.get(tag)?.entities(text, { start: 0, end: text.length }) ?? []
  return entities
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ span, key, form, by }) => {
      const condition = by.includes(':if:') ? '?' : ''
      return `${text.slice(span.start, span.end)}=${key ?? form}${condition}`
    })
}

describe('titles', () => {
  test.each([
    [
      'Zij tekenden het Vriendschapsverdrag tussen beide eilanden, dat vandaag ingaat.',
      ['Vriendschapsverdrag tussen beide eilanden=Vriendschapsverdrag tussen beide eilanden'],
    ],
    [
      'Het Protocol inzake wilde, zeldzame of bedreigde vissen werd in mei 2020 getekend.',
      ['Protocol inzake wilde, zeldzame of bedreigde vissen=Protocol inzake wilde, zeldzame of bedreigde vissen'],
    ],
    [
      'De Algemene Verklaring over schoon water is oud.',
      ['Algemene Verklaring over schoon water=Algemene Verklaring over schoon water'],
    ],
    [
      'Wij lazen het Akkoord over visserij en het Pact inzake bossen.',
      ['Akkoord over visserij=Akkoord over visserij', 'Pact inzake bossen=Pact inzake bossen'],
    ],
    ['Het verdrag werd gesloten. Het Verdrag geldt.', []],
    ['Verklaring van de buren', []],
    ['Het plan "Schone Straten voor Iedereen" begint.', ['Schone Straten voor Iedereen=Schone Straten voor Iedereen']],
    ['Zij zei: "Dit is geen titel" en “Ook. Dit Niet”.', []],
  ])('Dutch: %s', (text, expected) => {
    expect(found('nl', text, ['title'])).toEqual(expected)
  })

  test.each([
    [
      'The Protocol on Clean Rivers and Lakes was signed.',
      ['Protocol on Clean Rivers and Lakes=Protocol on Clean Rivers and Lakes'],
    ],
    [
      'They read the Framework Agreement for Cheap Bread in Small Towns last week.',
      ['Framework Agreement for Cheap Bread in Small Towns=Framework Agreement for Cheap Bread in Small Towns'],
    ],
    ['Agreement on this was reached.', []],
  ])('English: %s', (text, expected) => {
    expect(found('en', text, ['title'])).toEqual(expected)
  })

  test('Chinese titles, and the treaties that the gazetteer knows', () => {
    expect(found('zh', '读了《春天的故事》和《联合国宪章》。', ['title', 'treaty'])).toEqual([
      '春天的故事=春天的故事',
      '联合国宪章=treaty:un-charter',
    ])
    expect(found('zh', '《越南与日本：一百个故事》出版。', ['title', 'place'])).toEqual([
      '越南与日本：一百个故事=越南与日本：一百个故事',
      '越南=place:VN',
      '日本=place:JP',
    ])
  })

  test.each([
    ['defensiematerieel en -technologie', 'defensiematerieel en defensietechnologie'],
    ['luchtvaartwet, -belasting en -beleid', 'luchtvaartwet, luchtvaartbelasting en luchtvaartbeleid'],
    ['onbekendding en -iets', 'onbekendding en -iets'],
    ['land- en tuinbouw', 'land- en tuinbouw'],
  ])('ellipsis: %s', (title, expected) => {
    expect(expandEllipsis(title, ['defensie', 'lucht', 'luchtvaart'])).toBe(expected)
  })
})

describe('people', () => {
  test.each([
    [
      'nl',
      'President Anna de Wit sprak met premier Tran Van Hai.',
      ['Anna de Wit=Anna de Wit', 'Tran Van Hai=Tran Van Hai'],
    ],
    [
      'nl',
      'Volgens minister van Buitenlandse Zaken Jan Smit en dhr. P.J. van der Berg is dat zo.',
      ['Jan Smit=Jan Smit', 'P.J. van der Berg=P.J. van der Berg'],
    ],
    ['nl', 'Premier Smit kwam. De Grote Markt was leeg.', []],
    ['nl', 'De minister van Economische Zaken sprak.', []],
    ['en', 'Prime Minister Haruki Tanaka and Mr. Lee Boon met.', ['Haruki Tanaka=Haruki Tanaka', 'Lee Boon=Lee Boon']],
    ['zh', '防卫大臣森一夫(Kazuo Mori)到访。', ['森一夫=Kazuo Mori']],
    ['zh', '代表坎拉·冯萨（Khamla Vongsa）发言。', ['坎拉·冯萨=Khamla Vongsa']],
    ['zh', '昨天山崎春树(HarukiYamazaki)离开。', ['山崎春树=Haruki Yamazaki']],
    ['zh', '东盟防长会议(ADMM)和新闻社(Prensa Nueva)。', []],
  ])('%s: %s', (tag, text, expected) => {
    expect(found(tag, text, ['person'])).toEqual(expected)
  })
})

describe('countries in one character', () => {
  test.each([
    ['越日关系', ['越=place:VN', '日=place:JP']],
    ['中日韩三国与中美关系', ['中=place:CN', '日=place:JP', '韩=place:KR', '中=place:CN', '美=place:US']],
    ['中越两国', ['中=place:CN', '越=place:VN']],
    ['越方对日方说', ['越=place:VN', '日=place:JP']],
    [
      '访日、驻越大使、旅日侨胞、对日贸易、访华',
      ['日=place:JP', '越=place:VN', '日=place:JP', '日=place:JP', '华=place:CN'],
    ],
    ['越古建交', ['越=place:VN', '古=place:CU?']],
    ['访日本', ['日本=place:JP']],
    ['日前、中心、美丽、今日、越来越多、其中美国', ['美国=place:US']],
    ['11月23日中午、23日越南、同日中方', ['越南=place:VN', '中=place:CN']],
    ['美德、比方说、对日后的生活、世界中美好的事', []],
  ])('%s', (text, expected) => {
    expect(found('zh', text, ['place'])).toEqual(expected)
  })

  test('in traditional characters', () => {
    expect(found('zh-Hant', '日韓關係與越南、緬甸。', ['place'])).toEqual([
      '日=place:JP',
      '韓=place:KR',
      '越南=place:VN',
      '緬甸=place:MM',
    ])
  })
})

describe('overlaps', () => {
  const at = (kind: Entity['kind'], start: number, end: number, more: Partial<Entity> = {}): Entity => ({
    kind,
    span: { start, end },
    by: 'test',
    ...more,
  })
  const merge = (found: Partial<Record<'quantities' | 'gazetteer' | 'titles' | 'persons', readonly Entity[]>>) => {
    const finder = (name: 'quantities' | 'gazetteer' | 'titles' | 'persons') => () => found[name] ?? []
    const find = createEntityFinder({
      quantities: finder('quantities'),
      gazetteer: finder('gazetteer'),
      titles: finder('titles'),
      persons: finder('persons'),
    })
    return find('', { start: 0, end: 0 }).map(({ kind, span }) => `${kind} ${span.start}-${span.end}`)
  }

  test('a known treaty beats a guessed title, unless it is a small part of it', () => {
    const title = at('title', 0, 40)
    expect(merge({ titles: [title], gazetteer: [at('treaty', 0, 20)] })).toEqual(['treaty 0-20'])
    expect(merge({ titles: [title], gazetteer: [at('treaty', 10, 40)] })).toEqual(['treaty 10-40'])
    expect(merge({ titles: [title], gazetteer: [at('treaty', 30, 40)] })).toEqual(['title 0-40', 'treaty 30-40'])
  })

  test('names inside a known treaty go, dates stay; a guessed title keeps what it names', () => {
    const inside = { gazetteer: [at('place', 5, 9)], quantities: [at('date', 10, 14)] }
    expect(merge({ ...inside, gazetteer: [at('treaty', 0, 20), at('place', 5, 9)] })).toEqual([
      'treaty 0-20',
      'date 10-14',
    ])
    expect(merge({ ...inside, titles: [at('title', 0, 20)] })).toEqual(['title 0-20', 'place 5-9', 'date 10-14'])
  })

  test('no currency in a sum, no place in a person, no number in a name', () => {
    expect(merge({ quantities: [at('money', 0, 9)], gazetteer: [at('currency', 6, 9)] })).toEqual(['money 0-9'])
    expect(merge({ persons: [at('person', 0, 9)], gazetteer: [at('place', 0, 4)] })).toEqual(['person 0-9'])
    expect(merge({ quantities: [at('number', 1, 3)], gazetteer: [at('organisation', 0, 3)] })).toEqual([
      'organisation 0-3',
    ])
  })

  test('rival readings of one place both stay', () => {
    expect(
      merge({
        gazetteer: [at('place', 0, 4, { key: 'place:a' }), at('place', 0, 4, { key: 'place:b' }), at('place', 2, 6)],
      }),
    ).toEqual(['place 0-4', 'place 0-4'])
  })
})
