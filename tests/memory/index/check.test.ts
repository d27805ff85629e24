import { describe, expect, test } from 'vitest'
import { checkSegment } from '../../../src/memory/index/check.ts'
import type { BuiltSegment, Occurrence } from '../../../src/memory/index/types.ts'
import { randomFrom } from '../../random.ts'
import { build, documentsOf, merge, open, readerOf } from './made-segments.ts'
import { createSentences } from './made-sentences.ts'

const sentences = createSentences(3, 'words', 900)
const documents = documentsOf(Array.from({ length: 500 }, () => sentences.next()))
const built = build(documents)
const sourceOf = (all: typeof documents) => async (wanted: readonly Occurrence[]) =>
  wanted.map(({ owner }) => all[owner - 1])

const withBlock = ({ documents: count, blocks }: BuiltSegment, number: number, block: Uint8Array): BuiltSegment => ({
  documents: count,
  blocks: blocks.map((present, k) => (k === number ? block : present)),
})

describe('checkSegment', () => {
  test('has nothing to say of a sound segment, merged or not', async () => {
    expect(await checkSegment(readerOf(built), sourceOf(documents))).toEqual([])
    const merged = await merge([built, build(documents.slice(0, 40))], (owner) => owner % 2 === 0)
    expect(await checkSegment(readerOf(merged), sourceOf(documents))).toEqual([])
    expect(await checkSegment(readerOf(build([])))).toEqual([])
  })

  test('tells of documents that are others than the index says', async () => {
    const others = documents.map((document) =>
      document.owner === 77 ? { ...document, text: 'iets anders' } : document,
    )
    expect(await checkSegment(readerOf(built), sourceOf(others))).toEqual([
      'nl-Latn: unit 77 has another text than the index says',
    ])
  })

  test('finds a changed byte in the head, dictionary, postings or sequences, and never throws', async () => {
    const random = randomFrom(5)
    const { fields } = { fields: await open(built) }
    expect(fields.fields).toEqual(['nl-Latn'])
    let missed = 0
    const times = 40
    for (let k = 0; k < times; k++) {
      const number = Math.floor(random() * built.blocks.length)
      const block = (built.blocks[number] ?? new Uint8Array(0)).slice()
      const at = Math.floor(random() * block.length)
      block[at] = (block[at] ?? 0) ^ (1 << Math.floor(random() * 8))
      const problems = await checkSegment(readerOf(withBlock(built, number, block)), sourceOf(documents))
      if (problems.length === 0) missed++
    }
    // A key that is changed into another is found only where that other has another text, as here.
    expect(missed).toBeLessThan(times / 10)
  })

  test('finds a block that is missing or cut short', async () => {
    for (let number = 0; number < built.blocks.length; number++) {
      const half = built.blocks[number]?.subarray(0, (built.blocks[number]?.length ?? 0) >> 1) ?? new Uint8Array(0)
      expect(await checkSegment(readerOf(withBlock(built, number, half)), sourceOf(documents))).not.toEqual([])
    }
    expect(await checkSegment(async () => [])).not.toEqual([])
  })
})
