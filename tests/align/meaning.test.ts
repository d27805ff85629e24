import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nearest, pairVectors } from '../../src/align/meaning/vectors.ts'
import { embedding } from '../../src/align/scorers/embedding.ts'
import { machineTranslation } from '../../src/align/scorers/machine-translation.ts'
import type { PreparedScorer } from '../../src/core/contracts.ts'
import type { LinkedPair } from '../../src/core/types.ts'
import { randomFrom } from '../random.ts'
import { documentOf, pairOf, tokensOf } from './made.ts'

const size = 48

/** Vectors of `count` meanings, and noisy ones of their translations, on top of what all of them share. */
function madeVectors(count: number, seed: number): readonly [readonly Float32Array[], readonly Float32Array[]] {
  const random = randomFrom(seed)
  const noise = (): number => random() + random() + random() - 1.5
  const all = Float32Array.from({ length: size }, () => 0.6 * noise())
  const left = Array.from({ length: count }, () => all.map((value) => value + noise()))
  return [left, left.map((vector) => vector.map((value) => value + 0.35 * noise()))]
}

function vectorPair(count: number, seed: number): LinkedPair {
  const [left, right] = madeVectors(count, seed)
  const segments = Array.from({ length: count }, (_, i) => ['x'.repeat(5 + (i % 7))])
  return { ...pairOf(segments, segments), wordPairs: [], vectors: pairVectors(left, right, 'made.1') }
}

function swapped(pair: LinkedPair): LinkedPair {
  const { source, target, sourceTokens, targetTokens, sourceStems, targetStems, vectors } = pair
  const turned = {
    ...pair,
    source: target,
    target: source,
    sourceTokens: targetTokens,
    targetTokens: sourceTokens,
    sourceStems: targetStems,
    targetStems: sourceStems,
  }
  return vectors === undefined
    ? turned
    : { ...turned, vectors: { ...vectors, source: vectors.target, target: vectors.source } }
}

const ranges = fc.tuple(fc.nat(19), fc.integer({ min: 1, max: 3 }), fc.nat(19), fc.integer({ min: 1, max: 3 }))
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0

function explained(prepared: PreparedScorer, s: readonly [number, number], t: readonly [number, number]): number {
  const evidence = prepared.explain({ from: s[0], to: s[1] }, { from: t[0], to: t[1] })
  return evidence.reduce((sum, item) => sum + item.score, 0)
}

describe('the score of vectors', () => {
  const pair = vectorPair(22, 7)
  const prepared = embedding.prepare(pair)

  test.each([2, 3, 6, 22, 120])('tells pairs from others in texts of %i segments', (count) => {
    const { score } = embedding.prepare(vectorPair(count, count))
    const own = Array.from({ length: count }, (_, i) => score(i, i + 1, i, i + 1))
    const other = own.map((_, i) => score(i, i + 1, (i + 1) % count, ((i + 1) % count) + 1))
    expect(median(own)).toBeGreaterThan(count < 4 ? 1.5 : 3)
    expect(median(own)).toBeLessThanOrEqual(6)
    expect(median(other)).toBeLessThan(0)
    expect(Math.min(...other)).toBeGreaterThanOrEqual(-2)
  })

  test('is bounded, symmetric, and what explain adds up to, for beads of any shape', () => {
    const turned = embedding.prepare(swapped(pair))
    fc.assert(
      fc.property(ranges, ([s, sCount, t, tCount]) => {
        const value = prepared.score(s, s + sCount, t, t + tCount)
        expect(Math.abs(value)).toBeLessThanOrEqual(3 * (sCount + tCount))
        expect(turned.score(t, t + tCount, s, s + sCount)).toBeCloseTo(value, 9)
        expect(explained(prepared, [s, s + sCount], [t, t + tCount])).toBeCloseTo(value, 9)
      }),
    )
  })

  test('is the same whatever the length of the vectors', () => {
    const [left, right] = madeVectors(22, 7)
    const longer = left.map((vector) => vector.map((value) => 4 * value))
    const scaled = embedding.prepare({ ...pair, vectors: pairVectors(longer, right, 'made.1') })
    for (let i = 0; i < 22; i++) expect(scaled.score(i, i + 1, 3, 5)).toBeCloseTo(prepared.score(i, i + 1, 3, 5), 4)
  })

  test('is better for a sentence and both its halves than for one of them', () => {
    const [left, right] = madeVectors(20, 3)
    const whole = left.map((vector, i) => vector.map((value, k) => value + (left[i + 1]?.[k] ?? 0)))
    const { score } = embedding.prepare({ ...vectorPair(20, 3), vectors: pairVectors(whole, right, 'made.1') })
    const better = Array.from({ length: 19 }, (_, i) => score(i, i + 1, i, i + 2) > score(i, i + 1, i, i + 1))
    expect(better.filter(Boolean).length).toBeGreaterThanOrEqual(18)
  })

  test('says nothing of segments without a vector, nor of a pair without vectors', () => {
    const [left, right] = madeVectors(5, 1)
    const gaps = left.map((vector, i) => (i === 2 ? undefined : vector))
    const some = embedding.prepare({ ...vectorPair(5, 1), vectors: pairVectors(gaps, right, 'made.1') })
    expect(some.score(2, 3, 2, 3)).toBe(0)
    expect(some.explain({ from: 2, to: 3 }, { from: 2, to: 3 })).toEqual([])
    expect(embedding.isUsable?.(pairOf([['a']], [['a']]))).toBe(false)
    expect(embedding.prepare(pairOf([['a']], [['a']])).score(0, 1, 0, 1)).toBe(0)
  })

  test('stays finite for vectors that are all alike, empty texts and single segments', () => {
    const same = Array.from({ length: 6 }, () => new Float32Array(size).fill(1))
    for (const [a, b] of [
      [same, same],
      [same.slice(0, 1), same],
      [same, []],
      [[], []],
    ] as const) {
      const vectors = pairVectors(a, b, 'made.1')
      const { score } = embedding.prepare({ ...vectorPair(6, 1), vectors })
      if (a.length > 0 && b.length > 0) expect(Number.isFinite(score(0, 1, 0, 1))).toBe(true)
    }
  })

  test('names the nearest segments', () => {
    const { vectors } = pair
    for (let i = 0; i < 22; i++) expect(vectors === undefined ? [] : nearest(vectors, i, 3)[0]).toBe(i)
  })
})

describe('the score of a machine translation', () => {
  const random = randomFrom(11)
  const word = (): string => `w${Math.floor(150 * random() * random())}`
  const target = Array.from({ length: 22 }, () => Array.from({ length: 9 }, word))
  const translated = target.map((words) => words.map((one) => (random() < 0.4 ? word() : one)))
  const source = target.map((words) => words.map((one) => `s${one}`))
  const tokens = tokensOf(translated)
  const stems = { names: tokens.vocabulary, of: Uint32Array.from(tokens.vocabulary.keys()) }
  const pair: LinkedPair = { ...pairOf(source, target), translated: { tokens, stems, by: 'made' } }
  const prepared = machineTranslation.prepare(pair)

  test('tells pairs from others', () => {
    const own = target.map((_, i) => prepared.score(i, i + 1, i, i + 1))
    const other = target.map((_, i) => prepared.score(i, i + 1, (i + 1) % 22, ((i + 1) % 22) + 1))
    expect(median(own)).toBeGreaterThan(2)
    expect(median(other)).toBeLessThan(0)
  })

  test('is bounded, symmetric, and what explain adds up to', () => {
    const back: LinkedPair = {
      ...pairOf(source, translated),
      source: documentOf(target),
      translated: { tokens: pair.targetTokens, stems: pair.targetStems, by: 'made' },
    }
    const turned = machineTranslation.prepare(back)
    fc.assert(
      fc.property(ranges, ([s, sCount, t, tCount]) => {
        const value = prepared.score(s, s + sCount, t, t + tCount)
        expect(Math.abs(value)).toBeLessThanOrEqual(4 * (sCount + tCount))
        expect(prepared.score(s, s + sCount, t, t + tCount)).toBe(value)
        expect(turned.score(t, t + tCount, s, s + sCount)).toBeCloseTo(value, 9)
        expect(explained(prepared, [s, s + sCount], [t, t + tCount])).toBeCloseTo(value, 9)
      }),
    )
  })

  test('is better for a sentence and both its halves than for one of them', () => {
    const halves = target.flatMap((words) => [words.slice(0, 5), words.slice(5)])
    const { score } = machineTranslation.prepare({
      ...pairOf(source, halves),
      translated: { tokens, stems, by: 'made' },
    })
    const better = target.map((_, i) => score(i, i + 1, 2 * i, 2 * i + 2) > score(i, i + 1, 2 * i, 2 * i + 1))
    expect(better.filter(Boolean).length).toBeGreaterThanOrEqual(18)
  })

  test('says nothing without a translation', () => {
    expect(machineTranslation.isUsable?.(pairOf([['a']], [['a']]))).toBe(false)
    expect(machineTranslation.prepare(pairOf([['a']], [['a']])).score(0, 1, 0, 1)).toBe(0)
  })
})
