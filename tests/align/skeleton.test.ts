import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Point } from '../../src/align/search/band.ts'
import { delimiterPoints, delimiterRole } from '../../src/align/search/bounds.ts'
import { skeletonPoints } from '../../src/align/search/skeleton.ts'
import type { AnalysedDocument, Entity } from '../../src/core/types.ts'
import { randomFrom } from '../random.ts'
import { documentOf, pairOf } from './made.ts'

/** A text of lines; `Artikel 5`, `Hoofdstuk 2` and `第5条` at the head of a line or inside it name a part. */
function textOf(lines: readonly string[]): AnalysedDocument {
  const made = documentOf(lines.map((line) => line.split(' ')))
  const analyses = made.segments.map(({ span }, i) => {
    const line = lines[i] ?? ''
    const entities = [...line.matchAll(/(?:Artikel|Hoofdstuk) (\d+)|第(\d+)[条章]/gu)].map(
      (match): Entity => ({
        kind: 'ordinal',
        key: `section:${match[1] ?? match[2]}`,
        span: { start: span.start + match.index, end: span.start + match.index + match[0].length },
        by: 'made',
      }),
    )
    return { entities, length: line.length }
  })
  return { ...made, analyses }
}

const articles = (...numbers: readonly number[]): readonly string[] =>
  numbers.flatMap((number) => [`Artikel ${number}`, 'de tekst ervan', 'en nog iets'])
const rules = (...numbers: readonly number[]): readonly string[] =>
  numbers.flatMap((number) => [`第${number}条`, '正文'])
const contents = (...numbers: readonly number[]): readonly string[] => numbers.map((number) => `Artikel ${number}`)

/** The lines that are held together, as they stand. */
function heldLines(source: readonly string[], target: readonly string[]): readonly string[] {
  return linesAt(source, target).filter((line) => line.match(/\d+/u)?.[0] === line.match(/\d+(?=\D*$)/u)?.[0])
}
function linesAt(source: readonly string[], target: readonly string[]): readonly string[] {
  const points = skeletonPoints(textOf(source), textOf(target))
  return points.map((point) => `${source[point.source] ?? 'end'} = ${target[point.target] ?? 'end'}`)
}
const pairsOf = (...numbers: readonly number[]): readonly string[] =>
  numbers.map((number) => `Artikel ${number} = 第${number}条`)

describe('numbered headings', () => {
  test('are held where both texts have them, and nothing else is when some are missing on each side', () => {
    expect(heldLines(articles(1, 2, 4, 5, 6, 7), rules(1, 2, 3, 5, 7))).toEqual(pairsOf(1, 2, 5, 7))
  })

  test('are left alone when few are in common, or only a small part of what there is', () => {
    expect(heldLines(articles(1, 2), rules(1, 2))).toEqual([])
    expect(heldLines(articles(1, 2, 3, 20, 21, 22, 23, 24), rules(1, 2, 3, 30, 31, 32, 33, 34))).toEqual([])
  })

  test('of articles in another order are left to the words', () => {
    expect(heldLines(articles(1, 2, 3, 4, 5), rules(1, 3, 2, 4, 5))).toEqual(pairsOf(1, 4, 5))
  })

  test('of a table of contents on both sides belong to those of the other table', () => {
    const source = [...contents(1, 2, 3), ...articles(1, 2, 3)]
    const target = ['第1条', '第2条', '第3条', ...rules(1, 2, 3)]
    expect(skeletonPoints(textOf(source), textOf(target)).map((point) => [point.source, point.target])).toEqual([
      [0, 0],
      [1, 1],
      [2, 2],
      [3, 3],
      [6, 5],
      [9, 7],
    ])
  })

  test('of a table of contents on one side are not mistaken for the articles', () => {
    expect(heldLines([...contents(1, 2, 3, 4), ...articles(1, 2, 3, 4)], rules(1, 2, 3, 4))).toEqual([])
  })

  test('inside a sentence are references', () => {
    const source = articles(1, 2, 3, 4).map((line) => (line === 'en nog iets' ? 'zie ook Artikel 3 hiervan' : line))
    expect(heldLines(source, rules(1, 2, 3, 4))).toEqual(pairsOf(1, 2, 3, 4))
  })

  test('of chapters are not taken for those of articles with the same number', () => {
    const source = [
      'Hoofdstuk 1',
      ...articles(1, 2),
      'Hoofdstuk 2',
      ...articles(3, 4),
      'Hoofdstuk 3',
      ...articles(5, 6),
    ]
    const target = ['第1章', ...rules(1, 2), '第3章', ...rules(5, 6)]
    for (const line of heldLines(source, target))
      expect(line).toMatch(/Hoofdstuk (\d+) = 第\1章|Artikel (\d+) = 第\2条/)
    expect(heldLines(source, target)).toEqual(expect.arrayContaining(['Hoofdstuk 3 = 第3章', ...pairsOf(5, 6)]))
  })

  test('begin again in every chapter, and one chapter may be missing', () => {
    const chapter = (k: number): readonly string[] => [`Hoofdstuk ${k + 10}`, ...articles(1, 2, 3)]
    const there = (k: number): readonly string[] => [`第${k + 10}章`, ...rules(1, 2, 3)]
    const held = heldLines([1, 2, 3, 4].flatMap(chapter), [1, 3, 4].flatMap(there))
    const whole = (k: number): readonly string[] => [`Hoofdstuk ${k + 10} = 第${k + 10}章`, ...pairsOf(1, 2, 3)]
    // The articles of the first chapter may as well be those of the second.
    expect(held).toEqual(['Hoofdstuk 11 = 第11章', ...whole(3), ...whole(4)])
  })

  test('that only one text has end the part before them there', () => {
    expect(linesAt(articles(1, 2, 3, 4, 7), rules(1, 2, 7))).toEqual([...pairsOf(1, 2, 7), 'Artikel 3 = 第7条'])
    expect(linesAt(articles(1, 2, 7), rules(1, 2, 3, 4, 7))).toEqual([...pairsOf(1, 2, 7), 'Artikel 7 = 第3条'])
    expect(linesAt(articles(1, 2, 3), rules(1, 2, 3, 4))).toEqual([...pairsOf(1, 2, 3), 'end = 第4条'])
    expect(linesAt(articles(1, 2, 4, 7), rules(1, 2, 3, 7))).toEqual(pairsOf(1, 2, 7))
  })

  test('rise on both sides, have equal numbers, and mirror each other', () => {
    const numbers = fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 25 })
    fc.assert(
      fc.property(numbers, numbers, (here, there) => {
        const [source, target] = [textOf(articles(...here)), textOf(rules(...there))]
        const points = skeletonPoints(source, target)
        const rising = [...points].sort((a, b) => a.source - b.source || a.target - b.target)
        rising.forEach((point, k) => {
          expect(point.target).toBeGreaterThanOrEqual(rising[k - 1]?.target ?? 0)
        })
        const common = points.filter((point) => here[point.source / 3] === there[point.target / 2])
        if (points.length > 0) expect(common.length).toBeGreaterThanOrEqual(3)
        const keys = (all: readonly Point[]): readonly string[] =>
          all.map((point) => `${point.source}:${point.target}`).sort()
        const back = skeletonPoints(target, source).map((point) => ({ source: point.target, target: point.source }))
        expect(keys(back)).toEqual(keys(points))
      }),
      { numRuns: 100 },
    )
  })

  test('that stand thousands of times take no long time', () => {
    const many = Array.from({ length: 6000 }, (_, k) => `Artikel ${1 + (k % 3)}`)
    const started = performance.now()
    skeletonPoints(textOf(many), textOf(many.slice(7)))
    expect(performance.now() - started).toBeLessThan(5000)
  })
})

describe('border lines', () => {
  test('hold the texts together before and behind each, when both have as many', () => {
    const random = randomFrom(3)
    const words = (count: number) => Array.from({ length: count }, () => [`w${Math.floor(random() * 99)}`])
    const { source, target } = pairOf([...words(2), ['.'], ...words(3)], [...words(4), ['.'], ...words(1)])
    const marked = (document: AnalysedDocument, at: number): AnalysedDocument => ({
      ...document,
      blocks: document.blocks.map((block, i) =>
        i === at ? { ...block, role: 'boilerplate', why: delimiterRole } : block,
      ),
    })
    const pair = pairOf([], [])
    expect(delimiterPoints({ ...pair, source: marked(source, 2), target: marked(target, 4) })).toEqual([
      { source: 2, target: 4 },
      { source: 3, target: 5 },
    ])
    expect(delimiterPoints({ ...pair, source: marked(source, 2), target })).toEqual([])
  })
})
