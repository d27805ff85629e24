import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  createPooling,
  type NamedCounts,
  type Pool,
  pairsOfPool,
  poolOf,
  preparePool,
} from '../../src/align/translation/pool.ts'
import type { StemTable } from '../../src/core/types.ts'
import { createLearning, type LearntWords } from '../../src/learnt.ts'
import { learntSignature, learntText, parseLearnt } from '../../src/learnt-file.ts'

/** Counts of a document, from rows of source, target, forward and backward. */
function countsOf(rows: readonly (readonly [string, string, number, number])[]): NamedCounts {
  const source = [...new Set(rows.map((row) => row[0]))]
  const target = [...new Set(rows.map((row) => row[1]))]
  const sorted = source.map((name) => rows.filter((row) => row[0] === name))
  const flat = sorted.flat()
  const offsets = new Uint32Array(source.length + 1)
  sorted.forEach((row, x) => {
    offsets[x + 1] = (offsets[x] ?? 0) + row.length
  })
  const ids = Uint32Array.from(flat, (row) => target.indexOf(row[1]))
  const [forward, backward] = [Float32Array.from(flat, (row) => row[2]), Float32Array.from(flat, (row) => row[3])]
  return { source, target, counts: { offsets, ids, forward, backward } }
}
const word = fc.oneof(fc.constantFrom('a', 'b', 'kade', '码头', '#', '# x', '𠮷', 'tab\t', ''), fc.string())
const count = fc.float({ min: 0, max: 40, noNaN: true })
const document = fc
  .uniqueArray(fc.tuple(word, word, count, count), {
    selector: (row) => JSON.stringify([row[0], row[1]]),
    maxLength: 30,
  })
  .map(countsOf)
const pooled = (documents: readonly NamedCounts[], most?: number): Pool => {
  const pooling = createPooling(most)
  for (const one of documents) pooling.add(one)
  return pooling.pool()
}
const stems = (...names: string[]): StemTable => ({ names, of: Uint32Array.from(names, (_, i) => i) })

describe('a pool', () => {
  test('is the same in whatever order documents are added', () => {
    fc.assert(
      fc.property(
        fc
          .array(document, { maxLength: 8 })
          .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([documents, shuffled]) => {
          expect(pooled(shuffled)).toEqual(pooled(documents))
        },
      ),
    )
  })
  test('sums the counts of documents, and forgets what is rare', () => {
    const pool = pooled([
      countsOf([
        ['kade', '码头', 1.5, 1],
        ['kade', '船', 0.1, 0.05],
      ]),
      countsOf([['kade', '码头', 2, 0.5]]),
    ])
    expect([...pairsOfPool(pool)]).toEqual([{ source: 'kade', target: '码头', forward: 350, backward: 150 }])
  })
  test('stays within its bound, and keeps what is frequent', () => {
    const rare = Array.from({ length: 50 }, (_, i) => ['x', `y${i}`, 0.3, 0.3] as const)
    const pool = pooled([countsOf([...rare, ['x', 'often', 9, 9]]), countsOf([['z', 'once', 1, 1]])], 10)
    expect(pool.ids.length).toBeLessThanOrEqual(10)
    expect([...pairsOfPool(pool)].map((pair) => pair.target)).toEqual(['often', 'once'])
    const many = countsOf(Array.from({ length: 200 }, (_, i) => ['x', `y${i}`, 1 + i, 1] as const))
    expect(pooled([many]).target).toHaveLength(64)
    expect(pooled([many]).target).toContain('y199')
  })
  test('tells probabilities of the words of a text, both ways', () => {
    const pool = pooled([
      countsOf([
        ['a', 'x', 9, 9],
        ['a', 'y', 1, 1],
        ['b', 'y', 9, 9],
      ]),
    ])
    const prior = preparePool(pool)({ sourceStems: stems('none', 'b', 'a'), targetStems: stems('y', 'x') })
    expect([...prior.offsets]).toEqual([0, 0, 1, 3])
    expect([...prior.ids]).toEqual([0, 0, 1])
    const near = (values: Float32Array) => [...values].map((value) => Number(value.toFixed(2)))
    expect(near(prior.forward)).toEqual([0.91, 0.08, 0.83])
    expect(near(prior.backward)).toEqual([0.83, 0.08, 0.91])
  })
})

describe('the file of learnt words', () => {
  const words = fc.tuple(fc.array(document, { maxLength: 4 }), fc.nat(1000), fc.nat(100000)).map(
    ([documents, number, beads]): LearntWords => ({
      languages: ['nl', 'zh-Hant'],
      documents: number,
      beads,
      pool: pooled(documents),
    }),
  )
  test('gives back what was written, with the same signature', () => {
    fc.assert(
      fc.property(words, (learnt) => {
        const again = parseLearnt([...learntText([learnt])].join(''), 'words.tsv')
        expect(again).toEqual([learnt])
        expect(again.map(learntSignature)).toEqual([learntSignature(learnt)])
        expect(createLearning(again).words()).toEqual([learnt])
      }),
    )
  })
  test('the signature changes with a count', () => {
    const of = (forward: number) =>
      learntSignature({
        languages: ['nl', 'zh'],
        documents: 2,
        beads: 300,
        pool: poolOf([{ source: 'a', target: 'b', forward, backward: 100 }]),
      })
    expect(of(100)).not.toBe(of(101))
  })
  const head =
    '# words learnt by zinpaar, format 1\n# languages: nl zh\n# learnt from: 2 documents, 300 beads\nsource\ttarget\tforward\tbackward\n'
  test.each([
    ['', 1],
    ['source\ttarget\n', 1],
    ['# words learnt by zinpaar, format 2\n', 1],
    ['# words learnt by zinpaar, format 1\na\tb\t1\t1\n', 2],
    [head.replace('nl zh', 'nl'), 2],
    [head.replace('nl zh', 'nl x!'), 2],
    [head.replace('300', 'many'), 3],
    [head.replace('forward', 'there'), 4],
    [`${head}kade\t码头\t1\n`, 5],
    [`${head}kade\t码头\t1\t-1\n`, 5],
    [`${head}kade\t码头\tNaN\t1\n`, 5],
    [`${head}kade\t码头\t1\t1\nkade\t码头\t1\t1\n`, 6],
    [head + head.slice(head.indexOf('\n') + 1), 5],
  ])('%j is refused with the line', (text, line) => {
    expect(() => parseLearnt(text, 'words.tsv')).toThrow(expect.objectContaining({ code: 'READ_MALFORMED' }))
    expect(() => parseLearnt(text, 'words.tsv')).toThrow(`words.tsv, line ${line}: `)
  })
  test('a spreadsheet may have put a mark before it and other line ends into it', () => {
    const text = `\ufeff${head}kade\t码头\t1\t0.5\n`.replaceAll('\n', '\r\n')
    expect([...pairsOfPool(parseLearnt(text, 'x')[0]?.pool ?? poolOf([]))]).toEqual([
      { source: 'kade', target: '码头', forward: 100, backward: 50 },
    ])
  })
})
