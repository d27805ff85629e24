import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { scorers } from '../../src/align/scorers/index.ts'
import { bandOf, bandWhole } from '../../src/align/search/band.ts'
import { likelyBand } from '../../src/align/search/likely.ts'
import { bestPath, scoreTable, stepsOf, sumsOf } from '../../src/align/search/monotonic.ts'
import { simpleShapes, usualShapes } from '../../src/align/search/shapes.ts'
import type { Link } from '../../src/core/types.ts'
import { randomFrom } from '../random.ts'
import { pairOf } from './made.ts'

const size = fc.integer({ min: 0, max: 30 })

describe('a band', () => {
  test('holds what it was given and always lets a path through, however odd its bounds', () => {
    fc.assert(
      fc.property(size, size, fc.array(fc.tuple(fc.nat(40), fc.nat(40)), { maxLength: 31 }), (n, m, rows) => {
        const bounds = (i: number): readonly [number, number] => rows[i] ?? [m, 0]
        const band = bandOf(n, m, bounds)
        for (let i = 0; i <= n; i++)
          for (let j = Math.max(0, bounds(i)[0]); j <= Math.min(m, bounds(i)[1]); j++) {
            expect(band.lo[i]).toBeLessThanOrEqual(j)
            expect(band.hi[i]).toBeGreaterThanOrEqual(j)
          }
        expect(() => bestPath(scoreTable(band, usualShapes(0.1), n, m, () => 0))).not.toThrow()
      }),
      { numRuns: 200 },
    )
  })

  test('of what a search leaves open holds its best path, and every cell in the end', () => {
    fc.assert(
      fc.property(size, size, fc.nat(1e6), fc.nat(3), (n, m, seed, aside) => {
        const random = randomFrom(seed)
        const table = scoreTable(bandWhole(n, m), usualShapes(0.1), n, m, () => random() * 30 - 15)
        const band = likelyBand(table, sumsOf(table, 2.5), aside)
        for (const { source, target } of bestPath(table)) {
          expect(band.lo[source]).toBeLessThanOrEqual(target)
          expect(band.hi[source]).toBeGreaterThanOrEqual(target)
        }
        expect(likelyBand(table, sumsOf(table, 2.5), m).size).toBe((n + 1) * (m + 1))
      }),
      { numRuns: 100 },
    )
  })
})

describe('the search', () => {
  test('finds what trying every path finds', () => {
    const shapes = simpleShapes(usualShapes(0.2))
    const best = (n: number, m: number, score: (i: number, a: number, j: number, b: number) => number): number => {
      const go = (i: number, j: number): number => {
        if (i === n && j === m) return 0
        let most = Number.NEGATIVE_INFINITY
        for (const shape of shapes) {
          const [a, b] = [i + shape.source, j + shape.target]
          if (a <= n && b <= m) most = Math.max(most, shape.logPrior + score(i, a, j, b) + go(a, b))
        }
        return most
      }
      return go(0, 0)
    }
    for (let seed = 1; seed <= 12; seed++) {
      const random = randomFrom(seed)
      const [n, m] = [Math.floor(random() * 5), Math.floor(random() * 5)]
      const values = new Map<string, number>()
      const score = (...cell: readonly number[]): number => {
        const key = cell.join(',')
        if (!values.has(key)) values.set(key, random() * 8 - 4)
        return values.get(key) ?? 0
      }
      const band = bandWhole(n, m)
      const table = scoreTable(band, shapes, n, m, score)
      const steps = stepsOf(table, bestPath(table), sumsOf(table, 1))
      const total = steps.reduce((sum, step) => sum + step.score, 0)
      expect(total).toBeCloseTo(best(n, m, score), 4)
      for (const step of steps) expect(step.posterior).toBeLessThanOrEqual(1)
    }
  })

  test('gives probabilities that add up: beads that start in one row of a one-to-one search', () => {
    const shapes = usualShapes(0.2).filter((shape) => shape.source <= 1 && shape.target <= 1)
    const table = scoreTable(bandWhole(1, 1), shapes, 1, 1, () => 0)
    const [together] = stepsOf(
      table,
      [
        { source: 0, target: 0 },
        { source: 1, target: 1 },
      ],
      sumsOf(table, 1),
    )
    const [apart] = stepsOf(
      table,
      [
        { source: 0, target: 0 },
        { source: 1, target: 0 },
        { source: 1, target: 1 },
      ],
      sumsOf(table, 1),
    )
    const [other] = stepsOf(
      table,
      [
        { source: 0, target: 0 },
        { source: 0, target: 1 },
        { source: 1, target: 1 },
      ],
      sumsOf(table, 1),
    )
    expect((together?.posterior ?? 0) + (apart?.posterior ?? 0) + (other?.posterior ?? 0)).toBeCloseTo(1, 6)
  })
})

describe.each(scorers.map((scorer) => [scorer.id, scorer] as const))('scorer %s', (_id, scorer) => {
  const words = fc.array(fc.array(fc.constantFrom('a', 'b', 'c', 'dd', 'e5'), { maxLength: 5 }), {
    minLength: 1,
    maxLength: 5,
  })
  const linksOf = (sources: number, targets: number): readonly Link[] => [
    {
      key: 'date:2021-09',
      kind: 'date',
      confidence: 1,
      by: 'key',
      source: [
        { segment: 0, span: { start: 0, end: 1 } },
        { segment: sources - 1, span: { start: 2, end: 3 } },
      ],
      target: [{ segment: targets - 1, span: { start: 0, end: 1 } }],
    },
  ]

  test('gives finite scores that its explanation adds up to', () => {
    fc.assert(
      fc.property(words, words, (source, target) => {
        const prepared = scorer.prepare(pairOf(source, target, linksOf(source.length, target.length)))
        for (let s = 0; s < source.length; s++)
          for (let t = 0; t < target.length; t++) {
            const score = prepared.score(s, source.length, t, target.length)
            const parts = prepared.explain({ from: s, to: source.length }, { from: t, to: target.length })
            expect(Number.isFinite(score)).toBe(true)
            expect(parts.reduce((sum, part) => sum + part.score, 0)).toBeCloseTo(score, 6)
            expect(prepared.score(s, source.length, t, target.length)).toBe(score)
          }
      }),
      { numRuns: 60 },
    )
  })

  test('does not depend on which side is the source', () => {
    const source = [
      ['a', 'b'],
      ['c', 'dd', 'e5'],
    ]
    const target = [['dd'], ['a', 'c'], ['b', 'e5']]
    const there = scorer.prepare(pairOf(source, target))
    const back = scorer.prepare(pairOf(target, source))
    for (let s = 0; s < 2; s++)
      for (let t = 0; t < 3; t++) expect(there.score(s, 2, t, 3)).toBeCloseTo(back.score(t, 3, s, 2), 9)
  })
})
