import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alignPair } from '../../src/align/align.ts'
import { scorers } from '../../src/align/scorers/index.ts'
import type { Alignment, AlignmentMode, LinkedPair } from '../../src/core/types.ts'
import { randomFrom } from '../random.ts'
import { pairOf } from './made.ts'

const quiet = { report: () => undefined }
const run = (pair: LinkedPair, mode: 'auto' | AlignmentMode): Alignment =>
  alignPair(pair, { mode, scorers, signature: (m) => `mode:${m}` }, quiet)

/** Every index of 0..n exactly once over the given ranges. */
function covers(n: number, ranges: readonly { from: number; to: number }[]): boolean {
  const seen = new Array<number>(n).fill(0)
  for (const { from, to } of ranges) for (let i = from; i < to; i++) seen[i] = (seen[i] ?? 0) + 1
  return seen.every((count) => count === 1)
}

const words = fc.array(fc.array(fc.constantFrom('a', 'b', 'c', 'dd', 'eee', 'f1', 'g'), { maxLength: 6 }), {
  maxLength: 14,
})

describe('every alignment', () => {
  test.each(['auto', 'parallel', 'comparable'] as const)('holds every segment exactly once (%s)', (mode) => {
    fc.assert(
      fc.property(words, words, (source, target) => {
        const { beads } = run(pairOf(source, target), mode)
        expect(
          covers(
            source.length,
            beads.map((bead) => bead.source),
          ),
        ).toBe(true)
        expect(
          covers(
            target.length,
            beads.map((bead) => bead.target),
          ),
        ).toBe(true)
        expect(new Set(beads.map((bead) => bead.id)).size).toBe(beads.length)
      }),
      { numRuns: 150 },
    )
  })

  test('has confidences between 0 and 1, and evidence that adds up to the score', () => {
    fc.assert(
      fc.property(words, words, (source, target) => {
        for (const bead of run(pairOf(source, target), 'comparable').beads) {
          expect(bead.confidence).toBeGreaterThanOrEqual(0)
          expect(bead.confidence).toBeLessThanOrEqual(1)
          const sum = bead.evidence.reduce((total, item) => total + item.score, 0)
          expect(Math.abs(sum - bead.score)).toBeLessThan(0.01)
        }
      }),
      { numRuns: 100 },
    )
  })

  test('is the same on a second run', () => {
    const pair = pairOf([['a', 'b'], ['c'], ['dd', 'a']], [['a', 'b'], ['dd'], ['c', 'g']])
    expect(run(pair, 'auto')).toEqual(run(pair, 'auto'))
  })
})

/** Sentences of six words each from a vocabulary of its own. */
function sentences(count: number, random: () => number): string[][] {
  return Array.from({ length: count }, (_, i) =>
    Array.from({ length: 6 }, (_, k) => `w${Math.floor(random() * 90)}${k === 0 ? `x${i}` : ''}`),
  )
}

describe('parallel texts', () => {
  test('are found to be parallel and aligned one to one', () => {
    const text = sentences(40, randomFrom(1))
    const { mode, beads } = run(pairOf(text, text), 'auto')
    expect(mode).toBe('parallel')
    expect(beads.map((bead) => bead.id)).toEqual(text.map((_, i) => `${i}-${i + 1}:${i}-${i + 1}`))
  })

  test('export no wrong pair when sentences are missing on both sides', () => {
    const text = sentences(60, randomFrom(2))
    const source = text.filter((_, i) => i % 7 !== 3)
    const target = text.filter((_, i) => i % 5 !== 2)
    const { beads } = run(pairOf(source, target), 'parallel')
    const wrong = beads.filter(
      (bead) =>
        ['translation', 'partial'].includes(bead.relation) &&
        bead.source.to - bead.source.from === 1 &&
        bead.target.to - bead.target.from === 1 &&
        source[bead.source.from] !== target[bead.target.from],
    )
    expect(wrong).toEqual([])
    expect(beads.filter((bead) => bead.relation === 'translation').length).toBeGreaterThan(38)
  })

  test('join two short sentences that are one on the other side', () => {
    const text = sentences(12, randomFrom(3))
    const source = text.flatMap((words, i) => (i === 5 ? [words.slice(0, 3), words.slice(3)] : [words]))
    const { beads } = run(pairOf(source, text), 'parallel')
    expect(beads.map((bead) => bead.id)).toContain('5-7:5-6')
  })
})

describe('comparable texts', () => {
  test('are found to be so, and pairs are found in any order', () => {
    const random = randomFrom(4)
    const shared = sentences(6, random)
    const source = [...shared, ...sentences(20, random).map((s) => s.map((w) => `s${w}`))]
    const target = [...sentences(20, random).map((s) => s.map((w) => `t${w}`)), ...[...shared].reverse()]
    const { mode, beads } = run(pairOf(source, target), 'auto')
    expect(mode).toBe('comparable')
    const pairs = beads.filter((bead) => bead.source.from < bead.source.to && bead.target.from < bead.target.to)
    expect(pairs.every((bead) => source[bead.source.from] === target[bead.target.from])).toBe(true)
    expect(pairs.length).toBe(6)
  })
})
