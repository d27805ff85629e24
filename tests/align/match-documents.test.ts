import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createBagMaker, type DocumentBag } from '../../src/align/document-bag.ts'
import { type DocumentMatching, matchDocuments } from '../../src/align/match-documents.ts'

function made(name: string, language: string, things: readonly string[], stem = name): DocumentBag {
  const bag = createBagMaker()
  for (const thing of things) bag.add(thing, 1, thing, 1)
  return bag.finish(name, stem, language)
}

const things = (from: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, i) => `concept:${from}${i}`)

/** Pairs by name, so that results of differently ordered sides compare. */
const named = (
  { matches, lonelySources, lonelyTargets }: DocumentMatching,
  sources: readonly DocumentBag[],
  targets: readonly DocumentBag[],
) => ({
  pairs: matches.map((one) => [sources[one.source]?.name, targets[one.target]?.name, one.score, one.margin]),
  alone: [lonelySources.map((i) => sources[i]?.name), lonelyTargets.map((i) => targets[i]?.name)],
})

const side = (prefix: string, language: string) =>
  fc.uniqueArray(fc.integer({ min: 0, max: 20 }), { maxLength: 8 }).chain((ids) =>
    fc.tuple(
      ...ids.map((id) =>
        fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 25 }).map((list) =>
          made(
            `${prefix}${id}`,
            language,
            list.map((thing) => `concept:${thing}`),
            `${id}`,
          ),
        ),
      ),
    ),
  )

describe('matching of documents', () => {
  test('the order within a side changes nothing', () => {
    const sides = fc
      .tuple(side('a', 'nl'), side('b', 'zh'))
      .chain(([a, b]) =>
        fc.tuple(
          fc.constant(a),
          fc.constant(b),
          fc.shuffledSubarray(a, { minLength: a.length }),
          fc.shuffledSubarray(b, { minLength: b.length }),
        ),
      )
    fc.assert(
      fc.property(sides, ([a, b, x, y]) => {
        expect(named(matchDocuments(x, y), x, y)).toEqual(named(matchDocuments(a, b), a, b))
      }),
    )
  })

  test('swapping the sides mirrors the result', () => {
    fc.assert(
      fc.property(side('a', 'nl'), side('b', 'zh'), (a, b) => {
        const there = named(matchDocuments(a, b), a, b)
        const back = named(matchDocuments(b, a), b, a)
        const turned = back.pairs.map(([s, t, ...rest]) => [t, s, ...rest])
        expect(turned.sort()).toEqual([...there.pairs].sort())
        expect([...back.alone].reverse()).toEqual(there.alone)
      }),
    )
  })

  test('every document is in one pair, or alone', () => {
    fc.assert(
      fc.property(side('a', 'nl'), side('b', 'zh'), (a, b) => {
        const { matches, lonelySources, lonelyTargets } = matchDocuments(a, b)
        const sorted = (list: readonly number[]) => [...list].sort((x, y) => x - y)
        expect(sorted([...matches.map((one) => one.source), ...lonelySources])).toEqual([...a.keys()])
        expect(sorted([...matches.map((one) => one.target), ...lonelyTargets])).toEqual([...b.keys()])
      }),
    )
  })

  const topics = Array.from({ length: 12 }, (_, i) => `t${i}-`)
  const everywhere = things('common', 40)
  const sources = topics.map((topic, i) => made(`s${i}`, 'nl', [...everywhere, ...things(topic, 12)]))
  const targets = topics.map((topic, i) => made(`d${11 - i}`, 'zh', [...everywhere, ...things(topic, 9)]))
  const pairsOf = (a: readonly DocumentBag[], b: readonly DocumentBag[]) =>
    matchDocuments(a, b).matches.map((one) => [a[one.source]?.name, b[one.target]?.name])

  test('documents meet by what few others have, whatever their names', () => {
    expect(new Set(pairsOf(sources, targets).map(String))).toEqual(new Set(topics.map((_, i) => `s${i},d${11 - i}`)))
  })
  test('a document without a counterpart stays alone', () => {
    expect(matchDocuments(sources, targets.slice(1)).lonelySources).toEqual([0])
  })
  test('what is shared is named, the most telling first', () => {
    const [match] = matchDocuments(sources, targets).matches
    expect(match?.shared.length).toBeGreaterThan(3)
    expect(match?.shared.every((thing) => !thing.key.includes('common'))).toBe(true)
  })
  test('documents in one language are never paired', () => {
    const twins = sources.map((bag) => ({ ...bag, language: 'zh' }))
    expect(pairsOf(twins, targets)).toEqual([])
  })
  test('copies pair with copies, by name', () => {
    const twice = (name: string, language: string) => ['1', '2'].map((n) => made(name + n, language, things('x', 12)))
    const others = (list: readonly DocumentBag[]) => list.slice(0, 8)
    expect(pairsOf([...twice('a', 'nl'), ...others(sources)], [...twice('b', 'zh'), ...others(targets)])).toEqual(
      expect.arrayContaining([
        ['a1', 'b1'],
        ['a2', 'b2'],
      ]),
    )
  })
  test('a shared stem decides between equals', () => {
    const a = [made('x.nl', 'nl', things('x', 12), 'x'), made('y.nl', 'nl', things('x', 12), 'y')]
    const b = [made('1', 'zh', things('x', 12), 'y'), made('2', 'zh', things('x', 12), 'x')]
    expect(pairsOf([...a, ...sources.slice(0, 8)], [...b, ...targets.slice(0, 8)])).toEqual(
      expect.arrayContaining([
        ['x.nl', '2'],
        ['y.nl', '1'],
      ]),
    )
  })
})
