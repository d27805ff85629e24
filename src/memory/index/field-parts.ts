import { writeDictionary } from './dictionary-blocks.ts'
import type { FieldParts, LengthRun } from './head.ts'
import { writeOwners } from './owner-blocks.ts'
import type { PieceTable } from './posting-blocks.ts'
import { writePrints } from './print-blocks.ts'
import type { SequenceBlocks } from './sequence-blocks.ts'
import type { TermPool } from './term-table.ts'

/** A field whose postings and sequences are written; terms sorted, documents by length. */
export interface FieldContent {
  readonly name: string
  readonly terms: TermPool
  readonly ids: Int32Array
  /** In how many documents each term stands. */
  readonly frequencies: Int32Array
  readonly postings: { readonly blocks: readonly Uint8Array[]; readonly pieces: PieceTable }
  readonly sequences: SequenceBlocks
  readonly lengths: readonly LengthRun[]
  readonly owners: Uint32Array
  readonly variants: Uint32Array
  readonly prints: Uint32Array
}

/** Writes what is left of a field: its dictionary, owners and prints. */
export function finishField(content: FieldContent): FieldParts {
  const { name, terms, ids, frequencies, postings, sequences, lengths, owners, variants, prints } = content
  return {
    name,
    documents: owners.length,
    terms: terms.ends.length,
    lengths,
    dictionary: writeDictionary({ terms, ids, documents: frequencies, pieces: postings.pieces }),
    postings: postings.blocks,
    sequences,
    owners: writeOwners(owners, variants),
    prints: writePrints(prints),
  }
}

/** Ids by falling number of documents, for terms in their sorted order, which they keep among equals. */
export function rankTerms(frequencies: Int32Array): Int32Array {
  let most = 0
  for (const frequency of frequencies) most = Math.max(most, frequency)
  const next = new Int32Array(most + 2)
  for (const frequency of frequencies) {
    const place = most - frequency + 1
    next[place] = (next[place] ?? 0) + 1
  }
  for (let place = 0; place < most; place++) next[place + 1] = (next[place + 1] ?? 0) + (next[place] ?? 0)
  return frequencies.map((frequency) => {
    const id = next[most - frequency] ?? 0
    next[most - frequency] = id + 1
    return id
  })
}
