import fc from 'fast-check'
import { createSegmentBuilder } from '../../../src/memory/index/build.ts'
import { mergeSegments } from '../../../src/memory/index/merge.ts'
import { mergeField } from '../../../src/memory/index/merge-field.ts'
import { openSegment, type Segment } from '../../../src/memory/index/segment.ts'
import type { BlockReader, BuiltSegment, IndexDocument, Occurrence } from '../../../src/memory/index/types.ts'

/** Reads the blocks of a built segment; fails for a block that is not there. */
export function readerOf({ blocks }: BuiltSegment): BlockReader {
  return async (numbers) =>
    numbers.map((number) => {
      const block = blocks[number]
      if (block === undefined) throw new Error(`no block ${number}`)
      return block
    })
}

export function build(documents: readonly IndexDocument[]): BuiltSegment {
  const builder = createSegmentBuilder()
  for (const document of documents) builder.add(document)
  return builder.build()
}

export const open = (built: BuiltSegment): Promise<Segment> => openSegment(readerOf(built))

const everybody = (): boolean => true

export const merge = (
  segments: readonly BuiltSegment[],
  isAlive: (owner: number) => boolean = everybody,
): Promise<BuiltSegment> => mergeSegments(segments.map(readerOf), (name, readers) => mergeField(name, readers, isAlive))

/** Found documents as comparable text, sorted. */
export function listed(found: readonly Occurrence[]): readonly string[] {
  return found.map((one) => JSON.stringify(one, Object.keys(one).sort())).sort()
}

/** Documents with 1, 2, 3 … as owners. */
export function documentsOf(texts: readonly string[], field = 'nl-Latn'): readonly IndexDocument[] {
  return texts.map((text, k) => ({ owner: k + 1, variant: 0, field, text }))
}

/** Texts over a small alphabet, so that many are near each other; some have no token at all. */
export const smallText = fc
  .oneof(
    { weight: 6, arbitrary: fc.array(fc.constantFrom('a', 'b', 'c', 'de', 'A'), { maxLength: 9 }) },
    {
      weight: 1,
      arbitrary: fc.array(fc.constantFrom('a', 'b', 'ab', 'bab', 'e'), { minLength: 30, maxLength: 80, size: 'max' }),
    },
    { weight: 1, arbitrary: fc.constantFrom(['!?'], ['…', '—'], []) },
  )
  .map((words) => words.join(' '))

/** Several batches of documents of several fields. */
export const smallCorpus = fc.array(
  fc.array(fc.record({ field: fc.constantFrom('nl-Latn', 'zh-Hans'), text: smallText, variant: fc.nat(2) }), {
    maxLength: 40,
  }),
  { minLength: 1, maxLength: 4 },
)

export type Corpus = readonly (readonly Omit<IndexDocument, 'owner'>[])[]

/** The corpus with owners that go on from batch to batch. */
export function numbered(corpus: Corpus): readonly (readonly IndexDocument[])[] {
  let owner = 0
  return corpus.map((batch) => batch.map((document) => ({ ...document, owner: ++owner })))
}

/** A segment as strings, which are compared faster than bytes. */
export function written({ documents, blocks }: BuiltSegment): readonly (number | string)[] {
  return [documents, ...blocks.map((block) => Buffer.from(block).toString('latin1'))]
}
