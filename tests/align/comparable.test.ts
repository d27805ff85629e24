import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findComparable, type SureMatch, surveyComparable } from '../../src/align/comparable.ts'
import { foreignWords } from '../../src/align/foreign-words.ts'
import { clash } from '../../src/align/scorers/clash.ts'
import { scorers } from '../../src/align/scorers/index.ts'
import type { Candidates } from '../../src/align/search/candidates.ts'
import { mutualBest } from '../../src/align/search/comparable.ts'
import { isText, paragraphsOf, sentencesOf, wholeParagraphs } from '../../src/align/search/passages.ts'
import { markTerms } from '../../src/align/terms.ts'
import type { AnalysedDocument, Entity, Link, LinkedPair } from '../../src/core/types.ts'
import { randomFrom } from '../random.ts'
import { documentOf, pairOf } from './made.ts'

type Words = readonly (readonly string[])[]

/** Sentences whose words are hardly ever the same. */
const sentences = (count: number, random: () => number, prefix = 'w'): string[][] =>
  Array.from({ length: count }, () =>
    Array.from({ length: 5 + Math.floor(5 * random()) }, () => `${prefix}${Math.floor(random() * 900)}`),
  )

/** The same document with neighbouring segments in paragraphs of the given sizes. */
function inParagraphs(document: AnalysedDocument, sizes: readonly number[]): AnalysedDocument {
  const blockOf = sizes.flatMap((size, block) => new Array<number>(size).fill(block))
  const segments = document.segments.map((segment, i) => ({ ...segment, block: blockOf[i] ?? 0 }))
  const blocks = sizes.map((_, block) => {
    const own = segments.filter((segment) => segment.block === block)
    return { role: 'body' as const, span: { start: own[0]?.span.start ?? 0, end: own.at(-1)?.span.end ?? 0 } }
  })
  return { ...document, segmented: false, segments, blocks }
}

const places = ({ match: { source, target } }: SureMatch): string =>
  `${source.from}-${source.to}:${target.from}-${target.to}`
const mirrored = ({ match: { source, target } }: SureMatch): string =>
  `${target.from}-${target.to}:${source.from}-${source.to}`
const sure = (found: readonly SureMatch[]): readonly SureMatch[] => found.filter(({ confidence }) => confidence > 0.5)

/** Two texts that share some sentences in another order. */
const mixed = (seed: number): readonly [Words, Words] => {
  const random = randomFrom(seed)
  const common = sentences(8, random)
  const source = [...sentences(6, random, 's'), ...common, ...sentences(3, random, 's')]
  const target = [...sentences(4, random, 't'), ...[...common].reverse(), ...sentences(5, random, 't')]
  return [source, target]
}

describe('what two texts share in any order', () => {
  test('is the same from the other side', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), (seed) => {
        const [source, target] = mixed(seed)
        const there = sure(findComparable(pairOf(source, target), scorers))
        const back = sure(findComparable(pairOf(target, source), scorers))
        expect(there.map(places).sort()).toEqual(back.map(mirrored).sort())
        expect(there.length).toBe(8)
      }),
      { numRuns: 15 },
    )
  })

  test('has no segment twice, whatever the paragraphs', () => {
    const word = fc.constantFrom('a', 'b', 'c', 'dd', 'eee', 'f1', 'g')
    const text = fc.array(fc.array(word, { maxLength: 6 }), { maxLength: 12 })
    const sizes = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 12, maxLength: 12 })
    fc.assert(
      fc.property(text, text, sizes, sizes, (source, target, here, there) => {
        const pair = pairOf(source, target)
        const found = findComparable(
          { ...pair, source: inParagraphs(pair.source, here), target: inParagraphs(pair.target, there) },
          scorers,
        )
        for (const side of ['source', 'target'] as const) {
          const seen = found.flatMap(({ match }) =>
            Array.from({ length: match[side].to - match[side].from }, (_, k) => match[side].from + k),
          )
          expect(new Set(seen).size).toBe(seen.length)
        }
        for (const { confidence } of found) {
          expect(confidence).toBeGreaterThanOrEqual(0)
          expect(confidence).toBeLessThanOrEqual(1)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('paragraphs that belong together are split into their sentences', () => {
    const random = randomFrom(3)
    const common = sentences(6, random)
    const source = [...common, ...sentences(6, random, 's')]
    const target = [...sentences(6, random, 't'), ...common]
    const pair = pairOf(source, target)
    const sizes = [3, 3, 3, 3]
    const found = findComparable(
      { ...pair, source: inParagraphs(pair.source, sizes), target: inParagraphs(pair.target, sizes) },
      scorers,
    )
    const expected = common.map((_, i) => `${i}-${i + 1}:${6 + i}-${7 + i}`)
    expect(sure(found).map(places).sort()).toEqual(expected.sort())
  })

  test('a sentence is found among other sentences of a paragraph', () => {
    const random = randomFrom(5)
    const common = sentences(4, random)
    const apart = (prefix: string): string[][] =>
      common.flatMap((words) => [...sentences(2, random, prefix), [...words], ...sentences(1, random, prefix)])
    const pair = pairOf(apart('s'), apart('t'))
    const sizes = [4, 4, 4, 4]
    const found = findComparable(
      { ...pair, source: inParagraphs(pair.source, sizes), target: inParagraphs(pair.target, sizes) },
      scorers,
    )
    const ids = found.map(places)
    for (const i of [0, 1, 2, 3]) expect(ids).toContain(`${4 * i + 2}-${4 * i + 3}:${4 * i + 2}-${4 * i + 3}`)
  })

  test('sure pairs teach words that the lexicon does not know', () => {
    const random = randomFrom(9)
    const known = sentences(40, random)
    const unknown = (k: number, prefix: string): string[] => [0, 1, 2].map((n) => `${prefix}${(k + n) % 6}`)
    const lonely = [0, 2, 4, 1]
    const source = [...known.map((words, i) => [...words, ...unknown(i, 'x')]), lonely.map((k) => `x${k}`)]
    const target = [...known.map((words, i) => [...words, ...unknown(i, 'y')]), lonely.map((k) => `y${k}`)]
    const { glance, search } = surveyComparable(pairOf(source, [...target].reverse()), scorers)
    const isLonely = ({ match }: SureMatch): boolean => match.source.from === 40 && match.target.from === 0
    expect(glance.found.some(isLonely)).toBe(false)
    expect(search?.found.some(isLonely)).toBe(true)
  })

  test.each(scorers.map(({ id }) => id))('is found without %s too', (id) => {
    const [source, target] = mixed(1)
    const chosen = scorers.filter((scorer) => scorer.id !== id)
    expect(sure(findComparable(pairOf(source, target), chosen)).length).toBeGreaterThanOrEqual(7)
  })

  test('nothing is learnt from too few pairs', () => {
    const [shared] = sentences(1, randomFrom(2))
    expect(surveyComparable(pairOf([shared ?? []], [shared ?? []]), scorers).search).toBeUndefined()
  })
})

describe('the best of both sides', () => {
  const candidates = (rows: readonly (readonly [number, number, number])[]): Candidates => ({
    sources: Uint32Array.from(rows, ([s]) => s),
    targets: Uint32Array.from(rows, ([, t]) => t),
    scores: Float64Array.from(rows, ([, , score]) => score),
  })
  const units = {
    source: [0, 1, 2].map((i) => ({ from: i, to: i + 1 })),
    target: [0, 1, 2].map((i) => ({ from: i, to: i + 1 })),
  }
  const all = { source: () => true, target: () => true }

  test('margins and ratios are held against the next best of either side', () => {
    const found = mutualBest(
      candidates([
        [0, 0, 9],
        [0, 1, 4],
        [1, 0, 6],
        [2, 2, -1],
      ]),
      units,
      all,
    )
    expect(found).toEqual([
      { source: 0, target: 0, score: 9, margin: 3, ratio: Math.log(10 / (1 + (4 / 3 + 6 / 3) / 2)) },
    ])
  })

  test('what is taken no longer competes', () => {
    const rows = candidates([
      [0, 0, 9],
      [1, 0, 6],
      [1, 1, 5],
    ])
    expect(mutualBest(rows, units, all).map(({ source, target }) => [source, target])).toEqual([[0, 0]])
    const free = { source: (s: number) => s !== 0, target: (t: number) => t !== 0 }
    expect(mutualBest(rows, units, free)).toMatchObject([{ source: 1, target: 1, margin: 5 }])
  })
})

describe('passages', () => {
  const document = inParagraphs(documentOf([['a'], ['b'], ['c'], ['d'], ['e']]), [2, 3])

  test('are the runs of each paragraph that take part', () => {
    expect(paragraphsOf(document, () => true)).toEqual([
      { from: 0, to: 2 },
      { from: 2, to: 5 },
    ])
    expect(paragraphsOf(document, (i) => i !== 3)).toEqual([
      { from: 0, to: 2 },
      { from: 2, to: 3 },
      { from: 4, to: 5 },
    ])
    expect(sentencesOf(document, (i) => i > 3)).toEqual([{ from: 4, to: 5 }])
    const isWhole = wholeParagraphs(document)
    expect([isWhole({ from: 0, to: 2 }), isWhole({ from: 2, to: 4 })]).toEqual([true, false])
  })

  test('a text in one block is looked at by sentences alone', () => {
    const long = inParagraphs(documentOf(Array.from({ length: 30 }, (_, i) => [`w${i}`])), [30])
    expect(paragraphsOf(long, () => true)).toEqual([])
    expect(sentencesOf(long, () => true).length).toBe(30)
  })

  test('captions and boilerplate are no text', () => {
    const roles = ['body', 'caption', 'heading', 'byline', 'boilerplate'] as const
    const plain = documentOf(roles.map((role) => [role]))
    const marked = { ...plain, blocks: plain.blocks.map((block, i) => ({ ...block, role: roles[i] ?? 'body' })) }
    expect(roles.map((_, i) => isText(marked)(i))).toEqual([true, false, true, false, false])
  })
})

describe('words that a translation would keep', () => {
  const range = { from: 0, to: 1 }
  const missing = (source: string, target: string): number =>
    foreignWords({ ...pairOf([], []), source: documentOf([[source]]), target: documentOf([[target]]) })(range, range)

  test('are counted where the other side lacks them, whichever side that is', () => {
    const dutch = 'Installeer het programma Zinpaar met de opdracht get-pair versie 22'
    expect(missing(dutch, '用 get-pair 安装 Zinpaar 22')).toBe(0)
    expect(missing(dutch, '用 put-pair 安装 Zinpaar')).toBe(1)
    expect(missing('用 put-pair 安装 Kat 33', dutch)).toBe(3)
    expect(missing(dutch, '用ｇｅｔ-ｐａｉｒ安装')).toBe(0)
  })

  test('cannot be told between two texts in Latin letters, and are bounded', () => {
    expect(missing('De kat slaapt', 'The dog barks')).toBe(0)
    expect(missing('niets', '甲 aa 乙 bb 丙 cc 丁 dd 戊 ee 己 ff 庚 gg 辛辛辛辛辛辛辛辛辛辛')).toBe(4)
  })
})

describe('countries and people that differ', () => {
  const naming = (keys: readonly (readonly string[])[]): AnalysedDocument => {
    const document = documentOf(keys.map((row) => row))
    const entities = (row: readonly string[], start: number): readonly Entity[] =>
      row.map((key, k) => ({ kind: 'place', span: { start: start + k, end: start + k + 1 }, key, by: 'made' }))
    return {
      ...document,
      analyses: document.analyses.map((analysis, i) => ({
        ...analysis,
        entities: entities(keys[i] ?? [], document.segments[i]?.span.start ?? 0),
      })),
    }
  }
  const pair = (
    source: readonly (readonly string[])[],
    target: readonly (readonly string[])[],
    links: readonly Link[] = [],
  ): LinkedPair => ({
    ...pairOf([], []),
    source: naming(source),
    target: naming(target),
    links,
  })
  const score = (source: readonly string[], target: readonly string[]): number =>
    clash.prepare(pair([source], [target])).score(0, 1, 0, 1)

  test('count against a pair only where both sides name some and none in common', () => {
    expect(score(['place:JP'], ['place:NZ'])).toBeLessThan(-1.9)
    expect(score(['place:JP', 'place:VN'], ['place:VN'])).toBe(0)
    expect(score(['place:JP'], [])).toBe(0)
    expect(score(['place:JP'], ['place:tokyo'])).toBe(0)
  })

  test('people count where both texts know them', () => {
    const person = (key: string, source: number, target: number): Link => ({
      key,
      kind: 'person',
      confidence: 1,
      by: 'made',
      source: [{ segment: source, span: { start: 0, end: 1 } }],
      target: [{ segment: target, span: { start: 0, end: 1 } }],
    })
    const prepared = clash.prepare(pair([[], []], [[], []], [person('a', 0, 0), person('b', 1, 1)]))
    expect(prepared.score(0, 1, 0, 1)).toBe(0)
    expect(prepared.score(0, 1, 1, 2)).toBeLessThan(-1.9)
    expect(prepared.score(0, 2, 1, 2)).toBe(0)
  })

  test('are the same from the other side, never reward, and are what they explain', () => {
    const row = fc.array(fc.constantFrom('place:JP', 'place:NZ', 'place:VN', 'place:asia'), { maxLength: 3 })
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 3 }),
        fc.array(row, { minLength: 1, maxLength: 3 }),
        (a, b) => {
          const there = clash.prepare(pair(a, b))
          const back = clash.prepare(pair(b, a))
          const value = there.score(0, a.length, 0, b.length)
          expect(value).toBeLessThanOrEqual(0)
          expect(back.score(0, b.length, 0, a.length)).toBe(value)
          const explained = there.explain({ from: 0, to: a.length }, { from: 0, to: b.length })
          expect(explained.reduce((sum, item) => sum + item.score, 0)).toBeCloseTo(value)
        },
      ),
      { numRuns: 60 },
    )
  })
})

test('terms of several words that stand once are named', () => {
  const pair = pairOf([['vrij', 'verkeer'], ['vrij']], [['通行'], ['x']])
  const tokens = {
    ...pair.sourceTokens,
    vocabulary: ['vrij verkeer', 'vrij'],
    ids: Uint32Array.of(0, 1),
    starts: Uint32Array.of(0, 13),
    ends: Uint32Array.of(12, 17),
  }
  const mark = markTerms({ ...pair, sourceTokens: tokens })
  const word = { scorer: 'translation', score: 1, note: '', kind: 'word' as const }
  const link = (start: number, end: number) => [{ source: { start, end }, target: { start: 0, end: 2 } }]
  const [term, single] = mark([
    { ...word, links: link(0, 12) },
    { ...word, links: link(13, 17) },
  ])
  expect(term?.key).toBe('term:vrij verkeer = 通行')
  expect(single?.key).toBeUndefined()
})
