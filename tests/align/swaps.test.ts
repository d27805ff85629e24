import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alignPair } from '../../src/align/align.ts'
import { scorers } from '../../src/align/scorers/index.ts'
import { bandWhole } from '../../src/align/search/band.ts'
import { bestPath, scoreTable, stepsOf, sumsOf } from '../../src/align/search/monotonic.ts'
import { shapesFrom, usualShapes } from '../../src/align/search/shapes.ts'
import type { BeadScore } from '../../src/align/search/sum.ts'
import { withCrossings } from '../../src/align/search/swaps.ts'
import type { Alignment, Bead } from '../../src/core/types.ts'
import { format as ladder } from '../../src/formats/ladder/index.ts'
import { randomFrom } from '../random.ts'
import { pairOf } from './made.ts'

type Text = readonly (readonly string[])[]

const sentencesOf = (count: number, random: () => number): Text =>
  Array.from({ length: count }, () =>
    Array.from({ length: 3 + Math.floor(6 * random()) }, () => `w${Math.floor(random() * 900)}`),
  )

/** The text with each sentence of `places` moved behind the next `distance` ones. */
const moved = (text: Text, places: readonly number[], distance = 1): Text => {
  const result = [...text]
  for (const place of places) result.splice(place + distance, 0, ...result.splice(place, 1))
  return result
}

const align = (source: Text, target: Text): Alignment =>
  alignPair(
    pairOf(source, target),
    { mode: 'parallel', scorers, signature: (mode) => mode },
    { report: () => undefined },
  )

const isPaired = ({ source, target }: Bead): boolean => source.to > source.from && target.to > target.from
const isCrossing = (bead: Bead): boolean => bead.evidence.some(({ scorer }) => scorer === 'order')

/** Pairs of one sentence with the same one, out of all. */
const rightPairs = ({ beads }: Alignment, source: Text, target: Text): number =>
  beads.filter(
    (bead) =>
      bead.source.to - bead.source.from === 1 &&
      bead.target.to - bead.target.from === 1 &&
      source[bead.source.from] === target[bead.target.from],
  ).length

describe('passages in another order', () => {
  const seeds = fc.integer({ min: 1, max: 1e6 })

  test('are found next to each other, and nothing else is taken for one', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const text = sentencesOf(50, randomFrom(seed))
        const target = moved(text, [7, 19, 33, 40])
        const alignment = align(text, target)
        expect(rightPairs(alignment, text, target)).toBeGreaterThanOrEqual(48)
        const crossing = alignment.beads.filter(isCrossing)
        expect(crossing.length).toBeGreaterThanOrEqual(3)
        expect(crossing.length).toBeLessThanOrEqual(4)
      }),
      { numRuns: 10 },
    )
  })

  test('are found across several others, and where a neighbour is missing', () => {
    const text = sentencesOf(50, randomFrom(11))
    const target = moved(text, [10, 30], 3).filter((sentence) => sentence !== text[31])
    const alignment = align(text, target)
    expect(rightPairs(alignment, text, target)).toBe(49)
    expect(alignment.beads.filter(isCrossing)).toHaveLength(2)
  })

  test('are shown with what crossing costs, in evidence that adds up', () => {
    const text = sentencesOf(40, randomFrom(3))
    const [crossing, ...more] = align(text, moved(text, [12])).beads.filter(isCrossing)
    expect(more).toEqual([])
    if (crossing === undefined) throw new Error('no bead crosses')
    const order = crossing.evidence.filter(({ scorer }) => scorer === 'order')
    expect(order).toHaveLength(1)
    expect(order[0]?.score).toBeLessThan(-3)
    expect(order[0]?.note).toMatch(/^stands (?:earlier|later) in the other text/u)
    expect(crossing.evidence.reduce((sum, item) => sum + item.score, 0)).toBeCloseTo(crossing.score, 1)
    expect(crossing.confidence).toBeGreaterThan(0.5)
  })

  test('are not seen in texts that keep their order, whatever is missing, cut or joined', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const random = randomFrom(seed)
        const text = sentencesOf(60, random)
        const changed = (): Text =>
          text
            .filter(() => random() > 0.12)
            .flatMap((words) => (random() > 0.15 ? [words] : [words.slice(0, 2), words.slice(2)]))
            .filter((words) => words.length > 0)
        expect(align(changed(), changed()).beads.filter(isCrossing)).toEqual([])
      }),
      { numRuns: 10 },
    )
  })

  test('leave every segment in one bead, the beads in the order of the source', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const random = randomFrom(seed)
        const text = sentencesOf(30, random)
        const places = Array.from({ length: 8 }, () => Math.floor(26 * random()))
        const target = moved(text, places, 1 + Math.floor(3 * random())).filter(() => random() > 0.1)
        const { beads } = align(text, target)
        const indexes = (side: 'source' | 'target'): readonly number[] =>
          beads.flatMap((bead) =>
            Array.from({ length: bead[side].to - bead[side].from }, (_, k) => bead[side].from + k),
          )
        expect(indexes('source')).toEqual(text.map((_, i) => i))
        expect([...indexes('target')].sort((a, b) => a - b)).toEqual(target.map((_, j) => j))
        const inOrder = beads.filter((bead) => isPaired(bead) && !isCrossing(bead)).map(({ target: { from } }) => from)
        expect(inOrder).toEqual([...inOrder].sort((a, b) => a - b))
      }),
      { numRuns: 20 },
    )
  })

  test('are the same ones when the sides are exchanged', () => {
    const text = sentencesOf(50, randomFrom(21))
    const target = moved(text, [5, 14, 28, 41])
    const ids = (beads: readonly Bead[], isExchanged: boolean): readonly string[] =>
      beads
        .filter(isPaired)
        .map((bead) => (isExchanged ? [bead.target, bead.source] : [bead.source, bead.target]))
        .map(([here, there]) => `${here?.from}-${here?.to}:${there?.from}-${there?.to}`)
        .sort()
    expect(ids(align(target, text).beads, true)).toEqual(ids(align(text, target).beads, false))
  })

  test('are told of when a ladder is written', () => {
    const text = sentencesOf(40, randomFrom(8))
    const told = (target: Text): readonly string[] => {
      const codes: string[] = []
      const context = { report: ({ code }: { readonly code: string }) => codes.push(code) }
      const lines = [...(ladder.writeAlignment?.(align(text, target), new Set(), context) ?? [])]
      expect(lines).toHaveLength(40)
      return codes
    }
    expect(told(text)).toEqual([])
    expect(told(moved(text, [20]))).toEqual(['WRITE_LADDER_CROSSES'])
  })
})

describe('a path that no pair crosses', () => {
  /** Random scores: most pairs do not belong together. */
  const made = (seed: number, n: number, m: number): BeadScore => {
    const random = randomFrom(seed)
    const cells = Array.from({ length: (n + 1) * (m + 1) }, () => 12 * random() - 9)
    return (sFrom, sTo, tFrom, tTo) => {
      if (sFrom === sTo || tFrom === tTo) return 0
      let sum = 0
      for (let i = sFrom; i < sTo; i++) for (let j = tFrom; j < tTo; j++) sum += cells[i * m + j] ?? 0
      return sum
    }
  }

  test('cannot be bettered by a merge, a split or a shift: only what crosses is changed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e6 }),
        fc.integer({ min: 1, max: 14 }),
        fc.integer({ min: 1, max: 14 }),
        (seed, n, m) => {
          const shapes = seed % 2 === 0 ? usualShapes(0.1) : shapesFrom([])
          const score = made(seed, n, m)
          const table = scoreTable(bandWhole(n, m), shapes, n, m, score)
          const steps = stepsOf(table, bestPath(table), sumsOf(table, 2))
          const isIdle = { source: () => false, target: () => false }
          const after = withCrossings({ steps, shapes, score, temperature: 2, isIdle })
          const total = (all: readonly { readonly score: number }[]): number =>
            all.reduce((sum, step) => sum + step.score, 0)
          if (after.every(({ crossing }) => crossing === undefined)) expect(total(after)).toBeCloseTo(total(steps), 2)
          else expect(total(after)).toBeGreaterThan(total(steps))
          const covered = after.reduce((sum, { shape }) => sum + shape.source + 100 * shape.target, 0)
          expect(covered).toBe(n + 100 * m)
          for (const { posterior } of after) {
            expect(posterior).toBeGreaterThanOrEqual(0)
            expect(posterior).toBeLessThanOrEqual(1)
          }
        },
      ),
      { numRuns: 150 },
    )
  })
})
