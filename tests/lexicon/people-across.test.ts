import { describe, expect, test } from 'vitest'
import { analyseDocument } from '../../src/analyse/analyse.ts'
import { tokenise } from '../../src/analyse/tokens.ts'
import type { Context, LanguagePack } from '../../src/core/contracts.ts'
import type { Document, Link, Mention } from '../../src/core/types.ts'
import { loadPack } from '../../src/languages/index.ts'
import { coreConcepts } from '../../src/lexicon/concepts.ts'
import { createLexicon } from '../../src/lexicon/lexicon.ts'
import { createVocabulary, linkTexts, type Side, type Vocabulary } from '../../src/lexicon/link.ts'
import { createPeopleLinker } from '../../src/lexicon/names/linker.ts'
import { mergeLinks } from '../../src/lexicon/people.ts'
import { isAcrossScripts } from '../../src/lexicon/scripts.ts'
import { tableSource } from '../../src/lexicon/source.ts'
import { createAligner } from '../../src/pipeline.ts'
import { sharedStock } from '../shared-stock.ts'

const context: Context = { report: () => undefined }
const linker = createPeopleLinker()
const lexicon = createLexicon([tableSource(coreConcepts())])

const documentOf = (text: string): Document => {
  const blocks = Array.from(text.matchAll(/[^\n]+/g), (match) => ({
    span: { start: match.index, end: match.index + match[0].length },
    role: 'body' as const,
  }))
  return { id: 'made', format: 'txt', text, segmented: true, blocks }
}

const known = new Map<string, { readonly pack: LanguagePack; readonly vocabulary: Vocabulary }>()

async function sideOf(tag: string, text: string): Promise<Side> {
  const pack = known.get(tag)?.pack ?? (await loadPack(tag))
  const vocabulary = known.get(tag)?.vocabulary ?? createVocabulary(lexicon, tag, pack)
  known.set(tag, { pack, vocabulary })
  const document = analyseDocument(documentOf(text), { tag, by: 'user' }, pack, context)
  return { document, tokens: tokenise(document, pack, vocabulary.terms), vocabulary }
}

const wordsOf = (side: Side, mentions: readonly Mention[]): readonly string[] =>
  mentions.map(({ span }) => side.document.text.slice(span.start, span.end))

/** `Latin … = Han …` of every link between a text in Latin letters and one in Chinese. */
async function linked(latin: string, han: string, tag = 'nl'): Promise<readonly string[]> {
  const [source, target] = [await sideOf(tag, latin), await sideOf('zh', han)]
  return linker
    .link(source, target)
    .map((link) => `${wordsOf(source, link.source).join(' ')} = ${wordsOf(target, link.target).join(' ')}`)
}

const dutch = `Minister Phan Van Giang sprak met minister Nobuo Kishi en generaal Koji Yamazaki.
Premier Pham Minh Chinh en minister Bui Thanh Son waren in Hanoi. Giang prees de band.
President Poetin van Rusland belde met president Yoon Suk-yeol. Poetin was tevreden.`
const chinese = `国防部长潘文江会见了防卫大臣岸信夫(Nobuo Kishi)和山崎幸二大将。
政府总理范明政和外交部长裴青山在河内。潘文江赞扬了两国关系。
俄罗斯总统普京同尹锡悦总统通了电话。普京感到满意。`

describe('people across scripts', () => {
  test('are linked with all their mentions, the family name alone too', async () => {
    expect(await linked(dutch, chinese)).toEqual([
      'Phan Van Giang Giang = 潘文江 潘文江',
      'Nobuo Kishi = 岸信夫',
      'Koji Yamazaki = 山崎幸二',
      'Pham Minh Chinh = 范明政',
      'Bui Thanh Son = 裴青山',
      'Poetin Poetin = 普京 普京',
      'Yoon Suk-yeol = 尹锡悦',
    ])
  })

  test('are linked in every pair of a Latin and a Han script, and the other direction mirrors it', async () => {
    const english = 'Defence minister Phan Văn Giang met Prime Minister Fumio Kishida. Kishida thanked Giang.'
    const japanese = '岸田文雄首相は潘文江国防相と会談した。'
    expect(await linked(english, '防长潘文江会见首相岸田文雄。岸田感谢潘文江。', 'en')).toEqual([
      'Phan Văn Giang Giang = 潘文江 潘文江',
      'Fumio Kishida Kishida = 岸田文雄 岸田',
    ])
    const [source, target] = [await sideOf('en', english), await sideOf('ja', japanese)]
    const there = linker.link(source, target)
    expect(there).toHaveLength(2)
    const back = linker
      .link(target, source)
      .map((link): Link => ({ ...link, source: link.target, target: link.source }))
    expect(back).toEqual(there)
  })

  test('are not linked where a name is part of a place, or nobody of the kind is named', async () => {
    expect(await linked('Ho Chi Minh was dichter.', '胡志明市是越南最大的城市。')).toEqual([])
    expect(await linked('Dhr. Jan de Vries en mevrouw Anna Bakker wonen in Delft.', chinese)).toEqual([])
    expect(await linked('Premier Kishida sprak met president Vo Van Thuong.', '潘文江会见了裴青山。')).toEqual([])
  })

  test('a place in the Han text belongs to one person', async () => {
    const links = await linked('Nguyen Van Hai en Nguyen Van Hai Long waren er.', '阮文海出席，阮文海隆出席。')
    const places = links.map((link) => link.split(' = ')[1])
    expect(new Set(places).size).toBe(places.length)
  })

  test('confidence follows channel and score', async () => {
    const [source, target] = [await sideOf('nl', dutch), await sideOf('zh', chinese)]
    const links = linker.link(source, target)
    const byKey = new Map(links.map((link) => [link.key, link]))
    expect(byKey.get('person:giang-phan-van')).toMatchObject({ by: 'name-vietnamese', confidence: 1, kind: 'person' })
    const heard = byKey.get('person:poetin')
    expect(heard?.by).toBe('name-sound')
    expect(heard?.confidence).toBeLessThan(0.95)
  })

  test('nothing learnt from one pair is left for the next', async () => {
    const [latin, han] = ['Karel Zwaan sprak.', '会上陈永贵说。']
    const before = await linked(latin, han)
    await linked('Karel Zwaan (陈永贵) sprak.', han)
    expect(await linked(latin, han)).toEqual(before)
  })

  test('are merged with people whose Latin names stand on both sides', async () => {
    const [source, target] = [await sideOf('nl', dutch), await sideOf('zh', chinese)]
    const { links } = linkTexts(source, target, { ...lexicon, bridges: [] }, [], linker.link)
    const keys = links.map((link) => link.key)
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys).toContain('person:kishi-nobuo')
  })
})

test('links with one key become one, with the mentions of all', () => {
  const mention = (start: number): Mention => ({ segment: 0, span: { start, end: start + 1 } })
  const link = (confidence: number, start: number): Link => ({
    key: 'person:a-b',
    kind: 'person',
    confidence,
    by: `${confidence}`,
    source: [mention(start)],
    target: [mention(0)],
  })
  expect(mergeLinks([link(0.5, 4), link(0.9, 2)])).toEqual([
    { ...link(0.9, 2), source: [mention(2), mention(4)], target: [mention(0)] },
  ])
})

test('scripts say which pairs have names in two scripts', () => {
  const written = (...scripts: readonly string[]) => ({ scripts })
  expect(isAcrossScripts(written('Latn'), written('Hant'))).toBe(true)
  expect(isAcrossScripts(written('Hans'), written('Latn'))).toBe(true)
  expect(isAcrossScripts(written('Latn'), written('Latn'))).toBe(false)
  expect(isAcrossScripts(written('Hans'), written('Jpan'))).toBe(false)
  expect(isAcrossScripts(written('Zyyy'), written('Hans'))).toBe(false)
})

test('an alignment shows who is named on both sides, and its signature says that names were used', async () => {
  const aligner = createAligner(
    { sourceLanguage: 'nl', targetLanguage: 'zh', segmented: true, mode: 'parallel' },
    { stock: sharedStock },
  )
  const alignment = await aligner.align(documentOf(dutch), documentOf(chinese), context)
  const people = alignment.beads.flatMap((bead) => bead.evidence.filter((each) => each.kind === 'person'))
  expect(people.map((each) => each.key)).toContain('person:giang-phan-van')
  expect(alignment.signature).toContain('names.1')
})
