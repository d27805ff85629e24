import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alignPair } from '../../src/align/align.ts'
import { scorers, scorersOf } from '../../src/align/scorers/index.ts'
import { bandWhole, type Point } from '../../src/align/search/band.ts'
import { type ScoreTable, scoreTable, stepsOf, sumsOf } from '../../src/align/search/monotonic.ts'
import { lookParallel, searchParallel } from '../../src/align/search/parallel.ts'
import { type Shape, simpleShapes, usualShapes } from '../../src/align/search/shapes.ts'
import type { Scorer } from '../../src/core/contracts.ts'
import type { Alignment, AlignmentMode, AnalysedDocument, Bead, LinkedPair } from '../../src/core/types.ts'
import { randomFrom } from '../random.ts'
import { pairOf } from './made.ts'

type Text = readonly (readonly string[])[]

const quiet = { report: () => undefined }
const run = (pair: LinkedPair, mode: 'auto' | AlignmentMode): Alignment =>
  alignPair(pair, { mode, scorers, signature: (m) => `mode:${m}` }, quiet)

/** Sentences of six words each; the words of different sentences are hardly ever the same. */
const sentencesOf = (count: number, random: () => number, prefix = 'w'): readonly (readonly string[])[] =>
  Array.from({ length: count }, () =>
    Array.from({ length: 3 + Math.floor(6 * random()) }, () => `${prefix}${Math.floor(random() * 900)}`),
  )

const isTwoSided = ({ source, target }: Bead): boolean => source.to > source.from && target.to > target.from

const isCrossing = ({ evidence }: Bead): boolean => evidence.some(({ scorer }) => scorer === 'order')

const sentence = fc.array(fc.constantFrom('a', 'b', 'c', 'dd', 'eee', 'f1', 'g'), { maxLength: 6 })
const texts = (most: number): fc.Arbitrary<Text> => fc.array(sentence, { maxLength: most })
const copies = (text: Text, times: number): Text => Array.from({ length: times }, () => text).flat()
/** Pairs of texts that a search may stumble over. */
const oddPairs: fc.Arbitrary<readonly [Text, Text]> = fc.oneof(
  fc.tuple(texts(15), texts(15)),
  fc.tuple(texts(30), fc.constant<Text>([])),
  fc.tuple(fc.constant<Text>([]), texts(30)),
  texts(4).map((text): readonly [Text, Text] => [text, copies(text, 10)]),
  texts(4).map((text): readonly [Text, Text] => [copies(text, 10), text]),
  fc
    .tuple(sentence, fc.nat(20), fc.nat(20))
    .map(([one, n, m]): readonly [Text, Text] => [copies([one], n), copies([one], m)]),
)

describe('whatever the texts', () => {
  test.each(['auto', 'parallel'] as const)(
    'every segment is in one bead, in the order of both but where one crosses (%s)',
    (mode) => {
      fc.assert(
        fc.property(oddPairs, ([source, target]) => {
          const alignment = run(pairOf(source, target), mode)
          for (const [side, count] of [
            ['source', source.length],
            ['target', target.length],
          ] as const) {
            const indexesOf = (beads: readonly Bead[]): readonly number[] =>
              beads.flatMap((bead) =>
                Array.from({ length: bead[side].to - bead[side].from }, (_, k) => bead[side].from + k),
              )
            const indexes = indexesOf(alignment.beads)
            expect([...indexes].sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, k) => k))
            if (alignment.mode !== 'parallel') continue
            const inOrder = side === 'source' ? indexes : indexesOf(alignment.beads.filter((bead) => !isCrossing(bead)))
            expect(inOrder).toEqual([...inOrder].sort((a, b) => a - b))
          }
        }),
        { numRuns: 60 },
      )
    },
  )

  test('a second run gives the same', () => {
    fc.assert(
      fc.property(oddPairs, ([source, target]) => {
        const pair = pairOf(source, target)
        expect(run(pair, 'auto')).toEqual(run(pair, 'auto'))
      }),
      { numRuns: 30 },
    )
  })

  test('boilerplate is never paired', () => {
    const marks = fc.infiniteStream(fc.boolean())
    fc.assert(
      fc.property(texts(10), marks, marks, fc.constantFrom('parallel', 'comparable'), (text, here, there, mode) => {
        const pair = pairOf(text, text)
        const marked = {
          ...pair,
          source: withBoilerplate(pair.source, here),
          target: withBoilerplate(pair.target, there),
        }
        for (const bead of run(marked, mode as AlignmentMode).beads.filter(isTwoSided))
          for (const [side, document] of [
            ['source', marked.source],
            ['target', marked.target],
          ] as const)
            for (let i = bead[side].from; i < bead[side].to; i++) expect(document.blocks[i]?.role).toBe('body')
      }),
      { numRuns: 80 },
    )
  })
})

function withBoilerplate(document: AnalysedDocument, marks: Iterator<boolean>): AnalysedDocument {
  return {
    ...document,
    blocks: document.blocks.map((block) => (marks.next().value === true ? { ...block, role: 'boilerplate' } : block)),
  }
}

describe('parallel texts', () => {
  /** Beads with two sides, as ids with the sides exchanged if asked. */
  const pairsOf = ({ beads }: Alignment, isSwapped: boolean): readonly string[] =>
    beads.filter(isTwoSided).map(({ source, target }) => {
      const [a, b] = isSwapped ? [target, source] : [source, target]
      return `${a.from}-${a.to}:${b.from}-${b.to}`
    })

  const halves = (words: readonly string[]): Text => [words.slice(0, words.length >> 1), words.slice(words.length >> 1)]

  /** Score of the best way through two texts, before anything is learnt. */
  const bestScore = (pair: LinkedPair): number =>
    lookParallel(pair, scorersOf(scorers, 'look'), quiet).steps.reduce((sum, step) => sum + step.score, 0)

  // Of two ways that are equally good either may be taken, and what is learnt then differs a little.
  test('mirror each other when the sides are exchanged', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 15, max: 40 }), (seed, count) => {
        const random = randomFrom(seed)
        const whole = sentencesOf(count, random)
        const changed = (): Text =>
          whole.filter(() => random() > 0.1).flatMap((words) => (random() > 0.2 ? [words] : halves(words)))
        const [source, target] = [changed(), changed()]
        const [pair, mirrored] = [pairOf(source, target), pairOf(target, source)]
        expect(bestScore(mirrored)).toBeCloseTo(bestScore(pair), 2)
        const there = new Set(pairsOf(run(pair, 'parallel'), false))
        const back = pairsOf(run(mirrored, 'parallel'), true)
        const same = back.filter((id) => there.has(id)).length
        expect(same).toBeGreaterThanOrEqual(0.9 * Math.max(there.size, back.length))
      }),
      { numRuns: 8 },
    )
  })

  test.each(['source', 'target'] as const)('go on behind a chapter that only the %s has', (side) => {
    const random = randomFrom(5)
    const [before, after] = [sentencesOf(110, random), sentencesOf(90, random)]
    const chapter = sentencesOf(300, random, 'x')
    const [long, short] = [
      [...before, ...chapter, ...after],
      [...before, ...after],
    ]
    const alignment = run(side === 'source' ? pairOf(long, short) : pairOf(short, long), 'auto')
    expect(alignment.mode).toBe('parallel')
    const found = pairsOf(alignment, side === 'target')
    const right = short.map((_, j) => {
      const i = j < before.length ? j : j + chapter.length
      return `${i}-${i + 1}:${j}-${j + 1}`
    })
    expect(found).toEqual(right)
  })
})

describe('the work of a search', () => {
  /** How often a search asks for the score of a bead, a segment. */
  function callsPerSegment(source: Text, target: Text): number {
    let calls = 0
    const counting: Scorer = {
      id: 'counting',
      version: 1,
      prepare: () => ({
        score: (sFrom, sTo, tFrom, tTo) => {
          calls++
          return sTo - sFrom === tTo - tFrom ? 1 : 0
        },
        explain: () => [],
      }),
    }
    searchParallel(lookParallel(pairOf(source, target), [counting], quiet), [counting], quiet)
    return calls / (source.length + target.length)
  }

  test('grows with the lines of a text and no faster, even when all of them repeat', () => {
    const lines = sentencesOf(7, randomFrom(6))
    const few = callsPerSegment(copies(lines, 45), copies(lines, 45))
    const many = callsPerSegment(copies(lines, 100), copies(lines, 100))
    expect(many).toBeLessThan(1.5 * few)
    const one = lines.slice(0, 1)
    expect(callsPerSegment(copies(one, 700), copies(one, 700))).toBeLessThan(1.5 * few)
  })
})

describe('the probability of a bead', () => {
  const shapes = simpleShapes(usualShapes(0.2))

  test('is the share of all paths that hold it, each weighed by its score', () => {
    fc.assert(
      fc.property(
        fc.nat(4),
        fc.nat(4),
        fc.integer({ min: 1, max: 1e6 }),
        fc.constantFrom(1, 2.5),
        (n, m, seed, heat) => {
          const random = randomFrom(seed)
          const table = scoreTable(bandWhole(n, m), shapes, n, m, () => random() * 30 - 15)
          const sums = sumsOf(table, heat)
          const paths = pathsOf(n, m)
          const weights = paths.map((path) =>
            Math.exp(stepsOf(table, path, sums).reduce((sum, step) => sum + step.score, 0) / heat),
          )
          const total = weights.reduce((sum, weight) => sum + weight, 0)
          for (const path of paths.slice(0, 12))
            stepsOf(table, path, sums).forEach((step, k) => {
              const holds = (other: readonly Point[]): boolean =>
                other.some((point, q) => isSame(point, path[k]) && isSame(other[q + 1], path[k + 1]))
              const share = weights.reduce((sum, weight, p) => (holds(paths[p] ?? []) ? sum + weight : sum), 0) / total
              expect(step.posterior).toBeCloseTo(share, 4)
            })
        },
      ),
      { numRuns: 25 },
    )
  })

  test('lies in 0..1 after a whole search', () => {
    fc.assert(
      fc.property(oddPairs, ([source, target]) => {
        const look = lookParallel(pairOf(source, target), scorersOf(scorers, 'look'), quiet)
        const { steps } = searchParallel(look, scorersOf(scorers, 'parallel'), quiet)
        for (const { posterior } of [...look.steps, ...steps]) {
          expect(posterior).toBeGreaterThanOrEqual(0)
          expect(posterior).toBeLessThanOrEqual(1)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('stays a probability when scores are far apart', () => {
    const table: ScoreTable = scoreTable(bandWhole(6, 6), shapes, 6, 6, (i, a, j, b) => (a - i === b - j ? 900 : -900))
    const path = Array.from({ length: 7 }, (_, k) => ({ source: k, target: k }))
    for (const { posterior } of stepsOf(table, path, sumsOf(table, 1))) expect(posterior).toBeCloseTo(1, 6)
  })

  /** Every way from corner to corner. */
  function pathsOf(n: number, m: number): readonly (readonly Point[])[] {
    const go = (source: number, target: number): readonly (readonly Point[])[] =>
      source === n && target === m
        ? [[{ source, target }]]
        : shapes
            .filter((shape: Shape) => source + shape.source <= n && target + shape.target <= m)
            .flatMap((shape) => go(source + shape.source, target + shape.target))
            .map((rest) => [{ source, target }, ...rest])
    return go(0, 0)
  }
  const isSame = (a: Point | undefined, b: Point | undefined): boolean =>
    a?.source === b?.source && a?.target === b?.target
})
