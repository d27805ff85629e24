import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evaluateLadders, type LadderBead } from '../../src/review/evaluate.ts'

const bead = (source: readonly number[], target: readonly number[]): LadderBead => ({ source, target })
const gold = [bead([0], [0]), bead([1], [1, 2]), bead([2], []), bead([], [3]), bead([3, 4], [4])]

describe('strict and lax scores', () => {
  test('the gold against itself is perfect, its deletions included', () => {
    const { strict, lax, beads } = evaluateLadders([{ gold, system: gold }])
    expect([strict.f1, lax.f1]).toEqual([1, 1])
    expect(beads).toEqual({ correct: 5, system: 5, gold: 3 })
  })
  test('deletions count in precision and not in recall', () => {
    const system = [bead([0], [0]), bead([1], []), bead([], [1])]
    const { strict } = evaluateLadders([{ gold: [bead([0], [0]), bead([1], [1])], system }])
    expect(strict.precision).toBeCloseTo(1 / 3)
    expect(strict.recall).toBeCloseTo(1 / 2)
  })
  test('a bead that shares one linked pair is right in the lax sense only', () => {
    const { strict, lax } = evaluateLadders([{ gold: [bead([0, 1], [0])], system: [bead([0], [0]), bead([1], [])] }])
    expect([strict.precision, strict.recall]).toEqual([0, 0])
    expect([lax.precision, lax.recall]).toEqual([0.5, 1])
  })
  test('a repeated bead counts once', () => {
    const { beads } = evaluateLadders([{ gold, system: [...gold, ...gold] }])
    expect(beads.system).toBe(5)
  })
  test('documents are counted together, not averaged', () => {
    const one = { gold: [bead([0], [0])], system: [bead([0], [0])] }
    const three = { gold: gold.slice(0, 2), system: [bead([0], [1]), bead([1], [0]), bead([9], [9])] }
    expect(evaluateLadders([one, three]).strict.precision).toBeCloseTo(1 / 4)
  })
  test('nothing against nothing is 0, not NaN', () => {
    expect(evaluateLadders([{ gold: [], system: [] }]).strict).toEqual({ precision: 0, recall: 0, f1: 0 })
  })

  const side = fc.uniqueArray(fc.nat(6), { maxLength: 3 }).map((ids) => ids.sort((a, b) => a - b))
  const ladder = fc.array(fc.record({ source: side, target: side }), { maxLength: 12 })
  test('lax is never below strict, and all are fractions', () => {
    fc.assert(
      fc.property(ladder, ladder, (a, b) => {
        const { strict, lax } = evaluateLadders([{ gold: a, system: b }])
        for (const key of ['precision', 'recall', 'f1'] as const) {
          expect(lax[key]).toBeGreaterThanOrEqual(strict[key])
          expect(lax[key]).toBeLessThanOrEqual(1)
        }
      }),
    )
  })
  test('without deletions, exchanging gold and system exchanges precision and recall', () => {
    const full = ladder.map((beads) => beads.filter((one) => one.source.length > 0 && one.target.length > 0))
    fc.assert(
      fc.property(full, full, (a, b) => {
        const there = evaluateLadders([{ gold: a, system: b }])
        const back = evaluateLadders([{ gold: b, system: a }])
        expect(there.strict.precision).toBe(back.strict.recall)
        expect(there.lax.recall).toBe(back.lax.precision)
      }),
    )
  })
})
