import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BuiltSegment, IndexDocument, Occurrence } from '../../../src/memory/index/types.ts'
import { foldText, printOf } from '../../../src/memory/text/fold.ts'
import { tokensOf } from '../../../src/memory/text/tokens.ts'
import { build, documentsOf, listed, merge, numbered, open, smallCorpus, smallText } from './made-segments.ts'
import { createSentences } from './made-sentences.ts'

const fields = ['nl-Latn', 'zh-Hans']
const placeOf = ({ owner, variant }: Occurrence): Occurrence => ({ owner, variant })

function holdsPhrase(text: string, alternatives: readonly (readonly string[])[]): boolean {
  const tokens = tokensOf(text)
  return tokens.some((_, start) => alternatives.every((list, k) => list.includes(tokens[start + k] ?? '')))
}

const phrase = fc.array(fc.array(fc.constantFrom('a', 'b', 'c', 'de', 'nooit'), { minLength: 1, maxLength: 3 }), {
  minLength: 1,
  maxLength: 4,
})

describe('exact look-up', () => {
  test('finds the documents whose folded text has a print, in several segments and merged', async () => {
    await fc.assert(
      fc.asyncProperty(smallCorpus, smallText, async (corpus, other) => {
        const batches = numbered(corpus)
        const segments = batches.map(build)
        const opened = [segments, [await merge(segments)]]
        for (const text of [other, batches.flat()[0]?.text ?? ''])
          for (const list of opened)
            for (const field of fields) {
              const print = printOf(foldText(text))
              const found = await Promise.all(
                list.map(async (one) => (await open(one)).field(field)?.exact(print) ?? []),
              )
              const expected = batches
                .flat()
                .filter((one) => one.field === field && foldText(one.text) === foldText(text))
              expect(listed(found.flat())).toEqual(listed(expected.map(placeOf)))
            }
      }),
      { numRuns: 60 },
    )
  })

  test('also of a text that is there five thousand times, among many others', async () => {
    const texts = Array.from({ length: 7000 }, (_, k) => (k % 7 < 5 ? 'Annuleren' : `Knop ${k}`))
    const field = (await open(build(documentsOf(texts)))).field('nl-Latn')
    expect(await field?.exact(printOf('Annuleren'))).toHaveLength(5000)
    expect(await field?.exact(printOf('Knop 13'))).toEqual([{ owner: 14, variant: 0 }])
    expect(await field?.exact(printOf('Knop 14'))).toEqual([])
  })
})

describe('phrases', () => {
  test('are found where the tokens stand in a row, in several segments and merged', async () => {
    await fc.assert(
      fc.asyncProperty(smallCorpus, phrase, async (corpus, alternatives) => {
        const batches = numbered(corpus)
        const segments = batches.map(build)
        const merged = await merge(segments)
        for (const field of fields) {
          const all = batches.flat().filter((one) => one.field === field && holdsPhrase(one.text, alternatives))
          const expected = listed(all.map(placeOf))
          const find = async (built: BuiltSegment): Promise<readonly Occurrence[]> =>
            (await (await open(built)).field(field)?.phrase(alternatives, 1000))?.found ?? []
          expect(listed((await Promise.all(segments.map(find))).flat())).toEqual(expected)
          expect(listed(await find(merged))).toEqual(expected)
        }
      }),
      { numRuns: 50 },
    )
  })

  test('come in pages that together are all, and say when there is no more', async () => {
    const sentences = createSentences(11, 'characters', 60)
    const documents = documentsOf(
      Array.from({ length: 3000 }, () => sentences.next()),
      'zh-Hans',
    ).map((document) => (document.owner % 3 === 0 ? { ...document, owner: 0 } : document))
    const field = (await open(build(documents))).field('zh-Hans')
    const alternatives = [['\u4e00', '\u4e01'], ['\u4e00']]
    const whole = await field?.phrase(alternatives, 10_000)
    const expected = documents.filter(({ owner, text }) => owner !== 0 && holdsPhrase(text, alternatives))
    expect(expected.length).toBeGreaterThan(50)
    expect(whole?.isAll).toBe(true)
    expect(listed(whole?.found ?? [])).toEqual(listed(expected.map(placeOf)))
    const pages: Occurrence[] = []
    for (let skip = 0; ; skip += 17) {
      const page = await field?.phrase(alternatives, 17, skip)
      pages.push(...(page?.found ?? []))
      expect(page?.isAll).toBe(skip + 17 >= expected.length)
      if (page?.isAll !== false) break
    }
    expect(pages).toEqual(whole?.found)
  })
})

describe('terms', () => {
  const part = fc.constantFrom('', 'a', 'e', 'ba', 'de', 'q', '\n', '\u{20000}', '\ud840')
  test('are found by a part of them, the commonest first', async () => {
    await fc.assert(
      fc.asyncProperty(smallCorpus, part, fc.integer({ min: 1, max: 4 }), async (corpus, wanted, limit) => {
        const documents: readonly IndexDocument[] = [
          ...numbered(corpus).flat(),
          ...documentsOf(['\u{20000}\u{20001}', 'één ÉÉN deë']),
        ]
        const field = (await open(build(documents))).field('nl-Latn')
        const counts = new Map<string, number>()
        for (const { field: name, text } of documents)
          for (const token of new Set(name === 'nl-Latn' ? tokensOf(text) : []))
            counts.set(token, (counts.get(token) ?? 0) + 1)
        const expected = [...counts]
          .map(([term, times]) => ({ term, documents: times }))
          .filter(({ term }) => term.includes(wanted))
          .sort((a, b) => b.documents - a.documents || (a.term < b.term ? -1 : 1))
        expect(await field?.termsWith(wanted, limit)).toEqual(expected.slice(0, limit))
        for (const { term, documents: times } of expected.slice(0, 9)) expect(await field?.frequency(term)).toBe(times)
        expect(await field?.frequency('nooit')).toBe(0)
      }),
      { numRuns: 50 },
    )
  })

  test('a dictionary of many blocks finds each of its terms and no other', async () => {
    const terms = Array.from(
      { length: 4000 },
      (_, k) => `woord${((k * 7919) % 100_003).toString(36)}${'x'.repeat(k % 40)}`,
    )
    const built = build(documentsOf([terms.join(' '), terms.slice(0, 1500).join(' ')]))
    const field = (await open(built)).field('nl-Latn')
    for (const [k, term] of terms.entries()) {
      expect(await field?.frequency(term)).toBe(k < 1500 ? 2 : 1)
      if (k % 9 === 0) expect(await field?.frequency(`${term}y`)).toBe(0)
    }
    expect(await field?.frequency('')).toBe(0)
    expect(await field?.frequency('zzzz')).toBe(0)
  })
})
