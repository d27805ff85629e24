import { describe, expect, test } from 'vitest'
import { evaluateBeads } from '../../src/review/bead-score.ts'
import type { GoldBead } from '../../src/review/gold.ts'
import { madeAlignment, madeBead, madeDocument } from '../made-alignment.ts'

const source = madeDocument('a.txt', 'nl', ['een', 'twee', 'drie'])
const target = madeDocument('b.txt', 'en', ['one', 'two', 'three'])
const span = (start: number, end: number) => ({ start, end })
const [een, twee, drie] = [span(0, 3), span(4, 8), span(9, 13)]
const [one, two, three] = [span(0, 3), span(4, 7), span(8, 13)]
const gold: readonly GoldBead[] = [
  { source: [een], target: [one] },
  { source: [twee], target: [two] },
  { source: [drie], target: [] },
  { source: [], target: [three] },
]
const scoreOf = (...beads: readonly Parameters<typeof madeBead>[]) =>
  evaluateBeads(
    gold,
    madeAlignment(
      source,
      target,
      beads.map((bead) => madeBead(...bead)),
    ),
  )

describe('beads against gold sentences', () => {
  test('the gold itself is perfect, its deletions included', () => {
    const { strict, lax, beads } = scoreOf(
      [[0, 1], [0, 1], 'translation'],
      [[1, 2], [1, 2], 'translation'],
      [[2, 3], [2, 2], 'unaligned'],
      [[3, 3], [2, 3], 'unaligned'],
    )
    expect([strict.f1, lax.f1]).toEqual([1, 1])
    expect(beads).toEqual({ correct: 4, system: 4, gold: 2 })
  })
  test('a bead that is too large is right in the lax sense only', () => {
    const { strict, lax } = scoreOf(
      [[0, 2], [0, 2], 'translation'],
      [[2, 3], [2, 2], 'unaligned'],
      [[3, 3], [2, 3], 'unaligned'],
    )
    expect([strict.precision, strict.recall]).toEqual([2 / 3, 0])
    expect([lax.precision, lax.recall]).toEqual([1, 1])
  })
  test('where a sentence is cut inside does not matter', () => {
    const joined: readonly GoldBead[] = [{ source: [een, twee], target: [one, two] }]
    const cut: readonly GoldBead[] = [{ source: [span(0, 8)], target: [span(0, 7)] }]
    const alignment = madeAlignment(source, target, [madeBead([0, 2], [0, 2], 'translation')])
    expect([evaluateBeads(joined, alignment).strict.f1, evaluateBeads(cut, alignment).strict.f1]).toEqual([1, 1])
  })
  test('white space at the ends of a span does not matter', () => {
    const loose: readonly GoldBead[] = [{ source: [span(0, 4)], target: [span(0, 4)] }]
    const alignment = madeAlignment(source, target, [madeBead([0, 1], [0, 1], 'translation')])
    expect(evaluateBeads(loose, alignment).strict.f1).toBe(1)
  })
  test('a wrong pair is wrong in both senses', () => {
    const { strict, lax } = scoreOf([[0, 1], [1, 2], 'translation'])
    expect([strict.precision, lax.precision]).toEqual([0, 0])
  })
})
