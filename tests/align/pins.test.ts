import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alignPair } from '../../src/align/align.ts'
import { scorers } from '../../src/align/scorers/index.ts'
import { bandOf, bandThrough, bandWhole, type Point } from '../../src/align/search/band.ts'
import { commonChain } from '../../src/align/search/chain.ts'
import { bestPath, scoreTable } from '../../src/align/search/monotonic.ts'
import { usualShapes } from '../../src/align/search/shapes.ts'
import { isPinnedBead } from '../../src/core/pins.ts'
import type { Alignment, AlignmentMode, Bead, LinkedPair, Pin, SegmentRange } from '../../src/core/types.ts'
import { randomFrom } from '../random.ts'
import { pairOf } from './made.ts'

type Text = readonly (readonly string[])[]

const quiet = { report: () => undefined }
const run = (pair: LinkedPair, mode: 'auto' | AlignmentMode, pins: readonly Pin[]): Alignment =>
  alignPair(pair, { mode, scorers, pins, signature: (m) => `mode:${m}` }, quiet)

const pin = (source: readonly [number, number], target: readonly [number, number]): Pin => ({
  source: { from: source[0], to: source[1] },
  target: { from: target[0], to: target[1] },
})
const indexes = ({ from, to }: SegmentRange): readonly number[] => Array.from({ length: to - from }, (_, k) => from + k)
const isEmpty = ({ from, to }: SegmentRange): boolean => from === to
const holds = (bead: Bead, { source, target }: Pin): boolean =>
  indexes(bead.source).join() === indexes(source).join() && indexes(bead.target).join() === indexes(target).join()

/** Sentences of a few words each; the words of different sentences are hardly ever the same. */
const sentencesOf = (count: number, random: () => number): Text =>
  Array.from({ length: count }, () =>
    Array.from({ length: 3 + Math.floor(6 * random()) }, () => `w${Math.floor(random() * 900)}`),
  )

const sentence = fc.array(fc.constantFrom('a', 'b', 'c', 'dd', 'eee', 'f1', 'g'), { maxLength: 6 })
const texts = fc.array(sentence, { minLength: 1, maxLength: 14 })

/** Cuts a text into ranges of one to three segments and keeps some of them. */
function rangesIn(count: number, random: () => number): readonly SegmentRange[] {
  const ranges: SegmentRange[] = []
  for (let from = 0; from < count; ) {
    const to = Math.min(count, from + 1 + Math.floor(3 * random()))
    if (random() < 0.4) ranges.push({ from, to })
    from = to
  }
  return ranges
}

/** Pins in any order, crossing each other, some of them one-sided. */
function pinsIn(sources: number, targets: number, random: () => number): readonly Pin[] {
  const there = [...rangesIn(targets, random)].sort(() => random() - 0.5)
  const two = rangesIn(sources, random).map((source): Pin => {
    const target = random() < 0.3 ? undefined : there.pop()
    return { source, target: target ?? { from: 0, to: 0 } }
  })
  const left = there.filter(() => random() < 0.5).map((target): Pin => ({ source: { from: 0, to: 0 }, target }))
  return [...two, ...left]
}

describe('pins, whatever the texts', () => {
  test.each(['parallel', 'comparable', 'auto'] as const)(
    'are beads of the result, and every segment is in one (%s)',
    (mode) => {
      fc.assert(
        fc.property(texts, texts, fc.integer({ min: 1, max: 1e6 }), (source, target, seed) => {
          const pins = pinsIn(source.length, target.length, randomFrom(seed))
          const { beads } = run(pairOf(source, target), mode, pins)
          for (const each of pins) expect(beads.filter((bead) => holds(bead, each)).length).toBe(1)
          expect(beads.filter(isPinnedBead).length).toBe(pins.length)
          for (const [side, count] of [
            ['source', source.length],
            ['target', target.length],
          ] as const) {
            const all = beads.flatMap((bead) => indexes(bead[side]))
            expect([...all].sort((a, b) => a - b)).toEqual(indexes({ from: 0, to: count }))
          }
          expect(new Set(beads.map((bead) => bead.id)).size).toBe(beads.length)
        }),
        { numRuns: 60 },
      )
    },
  )

  test('give the same again, and the mirror image when the sides are exchanged', () => {
    const random = randomFrom(3)
    const text = sentencesOf(30, random)
    const other = text.filter((_, i) => i % 7 !== 3)
    const pins = [pin([5, 6], [9, 10]), pin([9, 10], [5, 6]), pin([20, 22], [17, 18])]
    const there = run(pairOf(text, other), 'parallel', pins)
    expect(run(pairOf(text, other), 'parallel', [...pins].reverse())).toEqual(there)
    const back = run(
      pairOf(other, text),
      'parallel',
      pins.map(({ source, target }) => ({ source: target, target: source })),
    )
    const ids = (beads: readonly Bead[], isSwapped: boolean): readonly string[] =>
      beads
        .filter(({ source, target }) => !isEmpty(source) && !isEmpty(target))
        .map(({ source, target }) => JSON.stringify(isSwapped ? [target, source] : [source, target]))
        .sort()
    // Of two ways that are equally good either may be taken, and what is learnt then differs a little.
    const forth = new Set(ids(there.beads, false))
    const same = ids(back.beads, true).filter((id) => forth.has(id)).length
    expect(same).toBeGreaterThanOrEqual(0.9 * Math.max(forth.size, ids(back.beads, true).length))
  })
})

describe('pins in a translation', () => {
  const text = sentencesOf(60, randomFrom(8))
  const pair = pairOf(text, text)
  const straight = (bead: Bead): boolean => bead.source.from === bead.target.from && bead.source.to === bead.target.to
  const near = (bead: Bead, at: number): boolean => Math.abs(bead.source.from - at) <= 3

  test('change only what lies near them', () => {
    const { beads } = run(pair, 'parallel', [pin([30, 31], [31, 32])])
    expect(beads.every((bead) => straight(bead) || near(bead, 30))).toBe(true)
    expect(beads.find((bead) => bead.source.from === 30 && !isEmpty(bead.source))?.target).toEqual({ from: 31, to: 32 })
  })

  test('may have a shape that no search finds, and then count as certain', () => {
    const bead = run(pair, 'parallel', [pin([30, 36], [30, 35])]).beads.find((each) => each.source.from === 30)
    expect(bead).toMatchObject({ id: '30-36:30-35', confidence: 1 })
    expect(bead?.relation).not.toBe('related')
    expect(bead?.evidence.some((item) => item.scorer === 'pin' && item.score > 0)).toBe(true)
  })

  test('may say that segments have no counterpart', () => {
    const { beads } = run(pair, 'parallel', [pin([10, 12], [0, 0]), pin([0, 0], [20, 21])])
    expect(beads.find((bead) => bead.source.from === 10 && !isEmpty(bead.source))).toMatchObject({
      source: { from: 10, to: 12 },
      relation: 'unaligned',
    })
    expect(beads.find((bead) => bead.target.from === 20 && !isEmpty(bead.target))).toMatchObject({
      relation: 'unaligned',
      confidence: 0,
    })
    expect(beads.filter((bead) => !straight(bead)).every((bead) => near(bead, 10) || near(bead, 20))).toBe(true)
  })

  test('that link far across the order leave the rest where it is', () => {
    const long = sentencesOf(200, randomFrom(2))
    const { beads } = run(pairOf(long, long), 'parallel', [pin([10, 11], [150, 151])])
    const others = beads.filter((bead) => ![bead.source.from, bead.target.from].some((k) => k === 10 || k === 150))
    expect(others.every(straight)).toBe(true)
    expect(others.length).toBeGreaterThanOrEqual(197)
  })

  test.each([
    ['share a segment', [pin([1, 3], [1, 2]), pin([2, 4], [5, 6])], 'share source segment 3'],
    ['share a target segment', [pin([1, 2], [1, 3]), pin([5, 6], [2, 3])], 'share target segment 3'],
    [
      'name a segment that is not there',
      [pin([59, 61], [1, 2])],
      'names source 60-61, but the source has segments 1 to 60',
    ],
    ['hold nothing', [pin([5, 5], [7, 7])], 'holds no segment'],
    ['run backwards', [pin([5, 4], [7, 8])], 'names source'],
    ['are no whole numbers', [pin([1.5, 2], [7, 8])], 'names source'],
  ] as const)('are refused when they %s', (_what, pins, message) => {
    for (const mode of ['parallel', 'comparable'] as const) {
      expect(() => run(pair, mode, pins)).toThrow(message)
      expect(() => run(pair, mode, pins)).toThrow(expect.objectContaining({ code: 'PINS_CONFLICT' }))
    }
  })

  test('given twice count once', () => {
    const twice = [pin([5, 6], [7, 8]), pin([5, 6], [7, 8])]
    expect(run(pair, 'parallel', twice)).toEqual(run(pair, 'parallel', twice.slice(1)))
  })
})

describe('a band through points', () => {
  const rising = (n: number, m: number, random: () => number, count: number): readonly Point[] => {
    const rows = Array.from({ length: count }, () => Math.floor(random() * (n + 1))).sort((a, b) => a - b)
    const columns = Array.from({ length: count }, () => Math.floor(random() * (m + 1))).sort((a, b) => a - b)
    return rows.map((source, k) => ({ source, target: columns[k] ?? 0 }))
  }

  test('lets ways through all of them and past none', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.nat(40), fc.nat(6), fc.integer({ min: 1, max: 1e6 }), (n, m, count, seed) => {
        const random = randomFrom(seed)
        const points = rising(n, m, random, count)
        const middle = Array.from({ length: n + 1 }, () => Math.floor(random() * (m + 1))).sort((a, b) => a - b)
        const narrow = bandOf(n, m, (i) => [(middle[i] ?? 0) - 1, (middle[i] ?? 0) + 1])
        for (const band of [bandWhole(n, m), narrow]) {
          const through = bandThrough(band, m, points)
          const shapes = usualShapes(0.1).filter((shape) => shape.source + shape.target === 1)
          const path = bestPath(scoreTable(through, shapes, n, m, () => 0)).map(
            ({ source, target }) => `${source}:${target}`,
          )
          for (const { source, target } of points) expect(path).toContain(`${source}:${target}`)
        }
      }),
      { numRuns: 150 },
    )
  })

  test('has a way through in a coarser search too', () => {
    fc.assert(
      fc.property(
        fc.nat(60),
        fc.nat(60),
        fc.nat(8),
        fc.constantFrom(2, 4, 8),
        fc.integer({ min: 1, max: 1e6 }),
        (n, m, count, scale, seed) => {
          const points = rising(n, m, randomFrom(seed), count)
          const [rows, columns] = [Math.ceil(n / scale), Math.ceil(m / scale)]
          const band = bandThrough(bandWhole(rows, columns), columns, points, scale)
          expect(() => bestPath(scoreTable(band, usualShapes(0.1), rows, columns, () => 0))).not.toThrow()
        },
      ),
      { numRuns: 150 },
    )
  })
})

describe('a chain in common', () => {
  /** Every longest rising chain, by trying all subsets. */
  function longestChains(cells: readonly Point[]): readonly (readonly Point[])[] {
    const all = Array.from({ length: 2 ** cells.length }, (_, mask) =>
      cells.filter((_cell, k) => (mask >> k) % 2 === 1),
    )
    const rising = all
      .map((some) => [...some].sort((a, b) => a.source - b.source || a.target - b.target))
      .filter((some) =>
        some.every(
          (cell, k) =>
            k === 0 || (cell.source > (some[k - 1]?.source ?? 0) && cell.target > (some[k - 1]?.target ?? 0)),
        ),
      )
    const most = Math.max(...rising.map((some) => some.length))
    return rising.filter((some) => some.length === most)
  }

  test('is what all longest chains share', () => {
    const cell = fc.record({ source: fc.nat(5), target: fc.nat(5) })
    fc.assert(
      fc.property(
        fc.uniqueArray(cell, { maxLength: 8, selector: ({ source, target }) => 6 * source + target }),
        (cells) => {
          const chains = longestChains(cells)
          const shared = cells.filter((each) => chains.every((chain) => chain.includes(each)))
          expect([...commonChain(cells)]).toEqual([...shared].sort((a, b) => a.source - b.source))
        },
      ),
      { numRuns: 200 },
    )
  })
})
