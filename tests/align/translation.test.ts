import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { translation } from '../../src/align/scorers/translation.ts'
import { learnFrom } from '../../src/align/search/learning.ts'
import type { Step } from '../../src/align/search/monotonic.ts'
import { usualShapes } from '../../src/align/search/shapes.ts'
import { bitextOf } from '../../src/align/translation/bitext.ts'
import { learnPairs } from '../../src/align/translation/learn.ts'
import { createFastLog } from '../../src/align/translation/logarithm.ts'
import { frequenciesOf } from '../../src/align/translation/model.ts'
import { occurrencesOf } from '../../src/align/translation/occurrences.ts'
import { backwardOf, forwardOf, joined, type Renderings, transposed } from '../../src/align/translation/pairs.ts'
import type { LinkedPair, StemPairs, TranslationModel } from '../../src/core/types.ts'
import { pairOf, randomFrom } from './made.ts'

const seedNumber = fc.integer({ min: 1, max: 1e6 })

describe('a fast logarithm', () => {
  const log = createFastLog()

  test('is the logarithm to three decimals', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: Math.log(1e9), noNaN: true }), (exponent) => {
        const value = Math.exp(exponent)
        expect(Math.abs(log(value) - Math.log(value))).toBeLessThan(0.0005)
      }),
      { numRuns: 2000 },
    )
  })

  test('errs to both sides alike', () => {
    const values = Array.from({ length: 20_000 }, (_, k) => 1 + k / 300)
    const off = values.reduce((sum, value) => sum + log(value) - Math.log(value), 0) / values.length
    expect(Math.abs(off)).toBeLessThan(0.0001)
  })

  test('is exact next to powers of two, where the table begins anew', () => {
    for (let k = 0; k < 30; k++)
      for (const value of [2 ** k, 2 ** k * (1 + 1e-6), 2 ** (k + 1) * (1 - 1e-6)])
        expect(Math.abs(log(value) - Math.log(value))).toBeLessThan(0.0005)
  })
})

/** A text of made words and its rendering word by word, the words of each sentence in another order. */
function madeBitext(seed: number, sentences: number, words: number) {
  const random = randomFrom(seed)
  const shuffled = <T>(values: readonly T[]): readonly T[] =>
    values
      .map((value) => [random(), value] as const)
      .sort((a, b) => a[0] - b[0])
      .map(([, value]) => value)
  const rendering = shuffled(Array.from({ length: words }, (_, k) => `zu${k}`))
  const source = Array.from({ length: sentences }, () =>
    Array.from({ length: 4 + Math.floor(5 * random()) }, () => Math.floor(random() * words)),
  )
  return {
    pair: pairOf(
      source.map((ids) => ids.map((id) => `ka${id}`)),
      source.map((ids) => shuffled(ids).map((id) => rendering[id] ?? '')),
    ),
    renderingOf: (word: string): string => rendering[Number(word.slice(2))] ?? '',
  }
}

const nothing = (stems: number): StemPairs => ({
  offsets: new Uint32Array(stems + 1),
  ids: new Uint32Array(0),
  forward: new Float32Array(0),
  backward: new Float32Array(0),
})

/** What the passages of a pair teach, sentence i of one side against sentence i of the other. */
function learnt(pair: LinkedPair, seeds = nothing(pair.sourceStems.names.length)): StemPairs {
  const source = occurrencesOf(pair.sourceTokens, pair.sourceStems)
  const target = occurrencesOf(pair.targetTokens, pair.targetStems)
  const ranges = pair.source.segments.map((_, i) => ({ sFrom: i, sTo: i + 1, tFrom: i, tTo: i + 1 }))
  return learnPairs({
    bitext: bitextOf(source, target, ranges),
    seeds,
    before: seeds,
    isFirst: true,
    sourceFrequencies: frequenciesOf(source),
    targetFrequencies: frequenciesOf(target),
  })
}

/** Entries of a row, the likeliest first. */
const rowOf = ({ offsets, ids, probabilities }: Renderings, x: number): readonly (readonly [number, number])[] =>
  Array.from(ids.subarray(offsets[x], offsets[x + 1]), (id, k): readonly [number, number] => [
    id,
    probabilities[(offsets[x] ?? 0) + k] ?? 0,
  ]).sort((a, b) => b[1] - a[1])

const sumOf = (values: Iterable<number>): number => [...values].reduce((sum, value) => sum + value, 0)

describe('learning from paired passages', () => {
  test('finds a vocabulary that it was told nothing of', () => {
    fc.assert(
      fc.property(seedNumber, (seed) => {
        const { pair, renderingOf } = madeBitext(seed, 220, 60)
        const pairs = learnt(pair)
        const there = forwardOf(pairs)
        const back = backwardOf(pairs, pair.targetStems.names.length)
        pair.sourceStems.names.forEach((word, x) => {
          const [best] = rowOf(there, x)
          const y = pair.targetStems.names.indexOf(renderingOf(word))
          expect(best?.[0]).toBe(y)
          expect(best?.[1]).toBeGreaterThan(0.5)
          expect(rowOf(back, y)[0]?.[0]).toBe(x)
        })
      }),
      { numRuns: 5 },
    )
  })

  test('takes nothing from words that stand together in one passage alone, and something from two', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }), (here, there) => {
        const words = (prefix: string, count: number) => Array.from({ length: count }, (_, k) => `${prefix}${k}`)
        const once = learnt(pairOf([words('ka', here), ['mi']], [words('zu', there), ['mo']]))
        expect(once.ids).toHaveLength(0)
        const twice = learnt(
          pairOf([words('ka', here), ['mi'], words('ka', here)], [words('zu', there), ['mo'], words('zu', there)]),
        )
        expect(twice.ids.length).toBeGreaterThan(0)
        // The word of the passage that stands alone follows those of the first.
        expect(rowOf(forwardOf(twice), here)).toHaveLength(0)
      }),
      { numRuns: 30 },
    )
  })

  test('gives each word renderings that are at most sure together', () => {
    fc.assert(
      fc.property(seedNumber, fc.integer({ min: 1, max: 40 }), fc.integer({ min: 2, max: 20 }), (seed, n, words) => {
        const { pair } = madeBitext(seed, n, words)
        const pairs = learnt(pair)
        for (const table of [forwardOf(pairs), backwardOf(pairs, pair.targetStems.names.length)])
          for (let x = 0; x + 1 < table.offsets.length; x++) {
            expect(sumOf(rowOf(table, x).map(([, p]) => p))).toBeLessThanOrEqual(1 + 1e-6)
            for (const [, p] of rowOf(table, x)) expect(p).toBeGreaterThanOrEqual(0)
          }
      }),
      { numRuns: 30 },
    )
  })

  test('keeps what was known before, and adds no more than that', () => {
    fc.assert(
      fc.property(seedNumber, fc.double({ min: 0.01, max: 1, noNaN: true }), (seed, worth) => {
        const { pair } = madeBitext(seed, 25, 12)
        const [sources, targets] = [pair.sourceStems.names.length, pair.targetStems.names.length]
        const random = randomFrom(seed)
        const known = Float32Array.from({ length: sources }, () => worth)
        const seeds: StemPairs = {
          offsets: Uint32Array.from({ length: sources + 1 }, (_, x) => x),
          ids: Uint32Array.from({ length: sources }, () => Math.floor(random() * targets)),
          forward: known,
          backward: known,
        }
        const there = forwardOf(learnt(pair, seeds))
        for (let x = 0; x < sources; x++) {
          const row = rowOf(there, x)
          const seeded = row.find(([id]) => id === seeds.ids[x])
          expect(seeded?.[1] ?? 0).toBeGreaterThanOrEqual((known[x] ?? 0) - 1e-6)
          expect(sumOf(row.map(([, p]) => p))).toBeLessThanOrEqual(1 + (known[x] ?? 0) + 1e-6)
        }
      }),
      { numRuns: 30 },
    )
  })
})

describe('the score of the words of a bead', () => {
  /** A pair that has learnt from its own sentences, sentence i against sentence i. */
  function taught(seed: number): { readonly pair: LinkedPair; readonly learnt: TranslationModel } {
    const { pair } = madeBitext(seed, 30, 25)
    const shape = usualShapes(0.1).find((one) => one.source === 1 && one.target === 1) ?? {
      source: 1,
      target: 1,
      logPrior: -1,
    }
    const steps = pair.source.segments.map((_, i): Step => ({ i, j: i, shape, score: 5, posterior: 1 }))
    const after = learnFrom(pair, steps)
    if (after.learnt === undefined) throw new Error('nothing was learnt')
    return { pair: after, learnt: after.learnt }
  }

  /** The same with its sides exchanged. */
  function swapped(pair: LinkedPair, model: TranslationModel): LinkedPair {
    const [sources, targets] = [pair.sourceStems.names.length, pair.targetStems.names.length]
    const there = backwardOf(model.pairs, targets)
    const back = transposed(forwardOf(model.pairs), targets)
    return {
      ...pair,
      source: pair.target,
      target: pair.source,
      sourceTokens: pair.targetTokens,
      targetTokens: pair.sourceTokens,
      sourceStems: pair.targetStems,
      targetStems: pair.sourceStems,
      learnt: {
        pairs: joined(there, back, sources),
        sourceChance: model.targetChance,
        targetChance: model.sourceChance,
        sourceFrequencies: model.targetFrequencies,
        targetFrequencies: model.sourceFrequencies,
      },
    }
  }

  const range = fc.tuple(fc.nat(29), fc.integer({ min: 1, max: 4 })).map(([from, size]) => ({
    from,
    to: Math.min(30, from + size),
  }))

  test('is what its explanation adds up to, whatever was asked before', () => {
    fc.assert(
      fc.property(seedNumber, fc.array(fc.tuple(range, range), { minLength: 1, maxLength: 40 }), (seed, beads) => {
        const { pair } = taught(seed)
        const used = translation.prepare(pair)
        for (const [s, t] of beads) {
          const score = used.score(s.from, s.to, t.from, t.to)
          expect(score).toBe(translation.prepare(pair).score(s.from, s.to, t.from, t.to))
          expect(sumOf(used.explain(s, t).map((item) => item.score))).toBeCloseTo(score, 6)
        }
      }),
      { numRuns: 15 },
    )
  })

  test('is the same from the other side', () => {
    fc.assert(
      fc.property(seedNumber, range, range, (seed, s, t) => {
        const { pair, learnt: model } = taught(seed)
        const there = translation.prepare(pair).score(s.from, s.to, t.from, t.to)
        const back = translation.prepare(swapped(pair, model)).score(t.from, t.to, s.from, s.to)
        // Each word's logarithm is exact to three decimals.
        expect(Math.abs(back - there)).toBeLessThan(0.01)
      }),
      { numRuns: 40 },
    )
  })

  test('speaks for sentences that render each other and against others', () => {
    const { pair } = taught(7)
    const { score } = translation.prepare(pair)
    for (let i = 0; i < 30; i++) {
      expect(score(i, i + 1, i, i + 1)).toBeGreaterThan(0)
      expect(score(i, i + 1, i, i + 1)).toBeGreaterThan(score(i, i + 1, (i + 1) % 30, ((i + 1) % 30) + 1))
    }
  })
})
