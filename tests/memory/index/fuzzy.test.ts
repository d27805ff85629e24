import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mostEdits } from '../../../src/memory/index/fuzzy-plan.ts'
import type { BuiltSegment, Found, IndexDocument } from '../../../src/memory/index/types.ts'
import { baseSimilarity, tokenDistance } from '../../../src/memory/text/distance.ts'
import { tokensOf } from '../../../src/memory/text/tokens.ts'
import { build, documentsOf, listed, merge, numbered, open, smallCorpus, smallText } from './made-segments.ts'
import { createSentences } from './made-sentences.ts'

function findPlainly(documents: readonly IndexDocument[], field: string, query: string, min: number): readonly Found[] {
  const tokens = tokensOf(query)
  return documents
    .filter((document) => document.field === field)
    .flatMap(({ owner, variant, text }) => {
      const other = tokensOf(text)
      if (baseSimilarity(tokens, other) < min - 1e-9) return []
      return other.length === 0
        ? []
        : [{ owner, variant, distance: tokenDistance(tokens, other), length: other.length }]
    })
}

async function find(segments: readonly BuiltSegment[], field: string, query: string, min: number) {
  const found: Found[] = []
  for (const built of segments)
    found.push(...((await (await open(built)).field(field)?.fuzzy(tokensOf(query), min)) ?? []))
  return found
}

const threshold = fc.oneof(fc.constantFrom(1, 0.7, 0.5, 0.3, 2 / 3, 0.75), fc.double({ min: 0.3, max: 1, noNaN: true }))

describe('fuzzy search', () => {
  test('finds exactly what comparing with every document finds, in several segments and merged', async () => {
    await fc.assert(
      fc.asyncProperty(smallCorpus, smallText, threshold, async (corpus, query, min) => {
        const batches = numbered(corpus)
        const segments = batches.map(build)
        const all = batches.flat()
        for (const field of ['nl-Latn', 'zh-Hans']) {
          const expected = listed(findPlainly(all, field, query, min))
          expect(listed(await find(segments, field, query, min))).toEqual(expected)
          expect(listed(await find([await merge(segments)], field, query, min))).toEqual(expected)
        }
      }),
      { numRuns: 80 },
    )
  })

  test('and after documents have died', async () => {
    await fc.assert(
      fc.asyncProperty(smallCorpus, smallText, threshold, async (corpus, query, min) => {
        const batches = numbered(corpus)
        const isAlive = (owner: number): boolean => owner % 3 !== 0
        const merged = await merge(batches.map(build), isAlive)
        const alive = batches.flat().filter(({ owner }) => isAlive(owner))
        expect(merged.documents).toBe(alive.length)
        expect(listed(await find([merged], 'nl-Latn', query, min))).toEqual(
          listed(findPlainly(alive, 'nl-Latn', query, min)),
        )
      }),
      { numRuns: 60 },
    )
  })

  test.each(['words', 'characters'] as const)('finds all among sentences of %s, near and far ones', async (kind) => {
    const sentences = createSentences(7, kind)
    const texts = Array.from({ length: 800 }, () => sentences.next())
    const all = documentsOf(texts)
    const halves = [build(all.slice(0, 500)), build(all.slice(500))]
    const whole = await merge(halves)
    for (let k = 0; k < 20; k++) {
      const query = sentences.change(texts[k * 39] ?? '', k % 5)
      for (const min of [0.35, 0.7]) {
        const expected = listed(findPlainly(all, 'nl-Latn', query, min))
        expect(expected.length).toBeGreaterThan(k % 5 === 0 ? 0 : -1)
        expect(listed(await find(halves, 'nl-Latn', query, min))).toEqual(expected)
        expect(listed(await find([whole], 'nl-Latn', query, min))).toEqual(expected)
      }
    }
  })

  test('takes a query of a thousand tokens, also of one token a thousand times', async () => {
    const long = Array.from({ length: 1000 }, (_, k) => `w${k % 300}`)
    const texts = [long.join(' '), long.slice(100).join(' '), 'ja '.repeat(1000), 'ja '.repeat(900), 'ja']
    const segment = build(documentsOf(texts))
    const lengths = async (query: string): Promise<readonly number[]> =>
      (await find([segment], 'nl-Latn', query, 0.8)).map(({ length }) => length)
    expect(await lengths(long.join(' '))).toEqual([900, 1000])
    expect(await lengths('ja '.repeat(1000))).toEqual([900, 1000])
    expect(await lengths('JA')).toEqual([1])
  })

  test('punctuation alone is like nothing', async () => {
    const segment = build(documentsOf(['...', '!?', 'a']))
    expect(await find([segment], 'nl-Latn', '...', 0.3)).toEqual([])
    expect(await find([segment], 'nl-Latn', 'b', 0.3)).toEqual([])
  })

  test('a document of nobody is not found', async () => {
    const segment = build([
      { owner: 0, variant: 0, field: 'nl-Latn', text: 'een zin' },
      { owner: 9, variant: 4, field: 'nl-Latn', text: 'een zin' },
    ])
    expect(await find([segment], 'nl-Latn', 'een zin', 0.7)).toEqual([{ owner: 9, variant: 4, distance: 0, length: 2 }])
  })
})

test('the most edits of a threshold are the last that keep to it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), fc.double({ min: 0, max: 1.01, noNaN: true }), (longer, min) => {
      const edits = mostEdits(longer, min)
      const passes = (distance: number): boolean => 1 - distance / longer >= min - 1e-9
      expect(edits < 0 || passes(edits)).toBe(true)
      expect(edits === longer || !passes(edits + 1)).toBe(true)
    }),
    { numRuns: 500 },
  )
})
