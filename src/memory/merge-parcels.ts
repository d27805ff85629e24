import { createFieldReader, type FieldReader } from './index/field-reader.ts'
import { blocksOf, type FieldHead, type FieldParts } from './index/head.ts'
import { mergeField } from './index/merge-field.ts'

/** Everything of one field that a merge needs, as plain data that a thread can hand over. */
export interface FieldParcel {
  readonly name: string
  readonly sources: readonly FieldSource[]
}

interface FieldSource {
  readonly head: FieldHead
  /** All blocks of the field, from the first on. */
  readonly blocks: readonly Uint8Array[]
}

/** Reads a field out of several segments. */
export async function parcelOf(name: string, readers: readonly FieldReader[]): Promise<FieldParcel> {
  const sources: FieldSource[] = []
  for (const { head, readBlocks } of readers)
    sources.push({ head, blocks: [...(await readBlocks(blocksOf(head))).values()] })
  return { name, sources }
}

/** Merges what is in a parcel. */
export function mergeParcel({ name, sources }: FieldParcel): Promise<FieldParts> {
  const readers = sources.map(({ head, blocks }) =>
    createFieldReader(head, async (numbers) => numbers.flatMap((number) => blocks[number - head.dictionary] ?? [])),
  )
  return mergeField(name, readers, () => true)
}

/** Blocks of a parcel, and of what is made of it. */
export const blocksIn = (parcel: FieldParcel): readonly Uint8Array[] => parcel.sources.flatMap(({ blocks }) => blocks)

export const blocksMade = ({ dictionary, postings, sequences, owners, prints }: FieldParts): readonly Uint8Array[] =>
  [dictionary.blocks, postings, sequences.blocks, owners, prints.blocks].flat()
