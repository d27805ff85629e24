import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { length } from '../../src/align/scorers/length.ts'
import { translation } from '../../src/align/scorers/translation.ts'
import { learnFrom } from '../../src/align/search/learning.ts'
import type { Step } from '../../src/align/search/monotonic.ts'
import { usualShapes } from '../../src/align/search/shapes.ts'
import { type Bitext, bitextOf } from '../../src/align/translation/bitext.ts'
import { learnPairs } from '../../src/align/translation/learn.ts'
import { shortness } from '../../src/align/translation/lengths.ts'
import { createFastLog } from '../../src/align/translation/logarithm.ts'
import { firstModel, frequenciesOf, withChance } from '../../src/align/translation/model.ts'
import { occurrencesOf } from '../../src/align/translation/occurrences.ts'
import { backwardOf, forwardOf, joined, type Renderings, transposed } from '../../src/align/translation/pairs.ts'
import type { LinkedPair, StemPairs, StemTable, TokenTable, TranslationModel } from '../../src/core/types.ts'
import { randomFrom } from '../random.ts'
import { documentOf, pairOf } from './made.ts'

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

/** The sentences of a pair, sentence i of one side against sentence i of the other. */
function passagesOf(pair: LinkedPair): Bitext {
  const source = occurrencesOf(pair.sourceTokens, pair.sourceStems)
  const target = occurrencesOf(pair.targetTokens, pair.targetStems)
  const ranges = pair.source.segments.map((_, i) => ({ sFrom: i, sTo: i + 1, tFrom: i, tTo: i + 1 }))
  return bitextOf(source, target, ranges)
}

/** What the passages of a pair teach; the words are as frequent as in `text`. */
function learnt(pair: LinkedPair, seeds = nothing(pair.sourceStems.names.length), text = pair): StemPairs {
  return learnPairs({
    bitext: passagesOf(pair),
    seeds,
    before: seeds,
    isFirst: true,
    sourceFrequencies: frequenciesOf(occurrencesOf(text.sourceTokens, text.sourceStems)),
    targetFrequencies: frequenciesOf(occurrencesOf(text.targetTokens, text.targetStems)),
  })
}

/** The probabilities of a table by the words themselves: forward and backward. */
function byName(
  { offsets, ids, forward, backward }: StemPairs,
  sources: StemTable,
  targets: StemTable,
): ReadonlyMap<string, readonly [number, number]> {
  return new Map(
    sources.names.flatMap((name, x) =>
      Array.from(ids.subarray(offsets[x], offsets[x + 1]), (y, k) => {
        const at = (offsets[x] ?? 0) + k
        return [`${name} ${targets.names[y]}`, [forward[at] ?? 0, backward[at] ?? 0]] as const
      }),
    ),
  )
}

/** The words of both sides, sentence by sentence. */
const sentencesOf = (tokens: TokenTable): readonly (readonly string[])[] =>
  Array.from({ length: tokens.offsets.length - 1 }, (_, i) =>
    Array.from(tokens.ids.subarray(tokens.offsets[i], tokens.offsets[i + 1]), (id) => tokens.vocabulary[id] ?? ''),
  )

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

describe('a text that says the same again', () => {
  /** A made text, and the same text `copies` times in a row. */
  function repeated(seed: number, copies: number): { readonly once: LinkedPair; readonly often: LinkedPair } {
    const { pair: once } = madeBitext(seed, 20, 30)
    const again = (tokens: TokenTable) => Array.from({ length: copies }, () => sentencesOf(tokens)).flat()
    return { once, often: pairOf(again(once.sourceTokens), again(once.targetTokens)) }
  }

  test('teaches what it teaches once', () => {
    fc.assert(
      fc.property(seedNumber, fc.integer({ min: 2, max: 12 }), (seed, copies) => {
        const { once, often } = repeated(seed, copies)
        const first = byName(learnt(once), once.sourceStems, once.targetStems)
        const again = byName(learnt(often, undefined, once), often.sourceStems, often.targetStems)
        // A pair at the very limit of what is kept may fall to either side.
        for (const key of new Set([...first.keys(), ...again.keys()]))
          for (const way of [0, 1] as const)
            expect(Math.abs((first.get(key)?.[way] ?? 0) - (again.get(key)?.[way] ?? 0))).toBeLessThan(0.002)
      }),
      { numRuns: 20 },
    )
  })

  test('tells no more of what stands there by chance', () => {
    fc.assert(
      fc.property(seedNumber, fc.integer({ min: 2, max: 12 }), (seed, copies) => {
        const { once, often } = repeated(seed, copies)
        const model = firstModel(once)
        const pairs = learnt(once)
        const first = withChance(passagesOf(once), { ...model, pairs })
        const again = withChance(passagesOf(often), { ...model, pairs })
        for (const [x, share] of first.sourceChance.entries()) expect(again.sourceChance[x]).toBeCloseTo(share, 6)
        for (const [y, share] of first.targetChance.entries()) expect(again.targetChance[y]).toBeCloseTo(share, 6)
      }),
      { numRuns: 20 },
    )
  })

  test('counts a passage by the side that is rarer, and one that stands once in full', () => {
    const words = (text: string): readonly string[] => text.split(' ')
    const source = ['yes', 'yes', 'yes', 'yes', 'she closed the shop', 'yes'].map(words)
    const target = ['ja', 'ja', 'zeker', 'ja', 'ze sloot de winkel', 'jawel'].map(words)
    expect([...passagesOf(pairOf(source, target)).weights]).toEqual([1 / 3, 1 / 3, 1, 1 / 3, 1, 1])
    const whole = pairOf(source, target)
    const [here, there] = [
      occurrencesOf(whole.sourceTokens, whole.sourceStems),
      occurrencesOf(whole.targetTokens, whole.targetStems),
    ]
    expect([...bitextOf(here, there, [{ sFrom: 3, sTo: 5, tFrom: 3, tTo: 4 }]).weights]).toEqual([1])
  })
})

describe('learning from the other side', () => {
  test('gives the same table, mirrored', () => {
    fc.assert(
      fc.property(seedNumber, fc.integer({ min: 2, max: 40 }), (seed, sentences) => {
        const { pair } = madeBitext(seed, sentences, 15)
        const mirrored = pairOf(sentencesOf(pair.targetTokens), sentencesOf(pair.sourceTokens))
        const there = byName(learnt(pair), pair.sourceStems, pair.targetStems)
        const back = byName(learnt(mirrored), mirrored.sourceStems, mirrored.targetStems)
        for (const [key, [forward, backward]] of there) {
          const other = back.get(key.split(' ').reverse().join(' ')) ?? [0, 0]
          expect(Math.abs(other[1] - forward)).toBeLessThan(0.002)
          expect(Math.abs(other[0] - backward)).toBeLessThan(0.002)
        }
      }),
      { numRuns: 30 },
    )
  })
})

describe('lengths', () => {
  test('that differ by the same share speak less against short sentences than against long ones', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 5, max: 60 }),
        fc.integer({ min: 2, max: 6 }),
        fc.double({ min: 1.6, max: 3, noNaN: true }),
        (short, times, off) => {
          const lengths = [short, short * times]
          const words = lengths.map(() => ['ka'])
          const pair = {
            ...pairOf(words, words),
            source: documentOf(words, lengths),
            target: documentOf(
              words,
              lengths.map((value) => value * off),
            ),
            lengthFit: { ratio: 1, variance: 0.08 },
          }
          const { explain } = length.prepare(pair)
          const fitting = (i: number): number =>
            explain({ from: i, to: i + 1 }, { from: i, to: i + 1 }).find((item) => item.scorer === 'length')?.score ?? 0
          expect(shortness(short, short * off)).toBeGreaterThan(shortness(short * times, short * times * off))
          expect(shortness(short, short * off)).toBe(shortness(short * off, short))
          if (off > 2) expect(fitting(0)).toBeGreaterThan(fitting(1))
        },
      ),
      { numRuns: 60 },
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
