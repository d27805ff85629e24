import { writeDictionary } from './dictionary-blocks.ts'
import type { FieldParts, LengthRun } from './head.ts'
import { writeOwners } from './owner-blocks.ts'
import type { PieceTable } from './posting-blocks.ts'
import { writePrints } from './print-blocks.ts'
import type { SequenceBlocks } from './sequence-blocks.ts'

/** A field whose postings and sequences are written; terms sorted, documents by length. */
export interface FieldContent {
  readonly name: string
  readonly terms: readonly string[]
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
    terms: terms.length,
    lengths,
    dictionary: writeDictionary({ terms, ids, documents: frequencies, pieces: postings.pieces }),
    postings: postings.blocks,
    sequences,
    owners: writeOwners(owners, variants),
    prints: writePrints(prints),
  }
}

/** Ids by falling number of documents, for terms in their sorted order, which parts equals. */
export function rankTerms(frequencies: Int32Array): Int32Array {
  const keys = new Float64Array(frequencies.length)
  for (let term = 0; term < keys.length; term++) keys[term] = term - (frequencies[term] ?? 0) * frequencies.length
  keys.sort()
  const ids = new Int32Array(keys.length)
  for (let id = 0; id < keys.length; id++) {
    const key = keys[id] ?? 0
    const rest = key % keys.length
    ids[rest < 0 ? rest + keys.length : rest] = id
  }
  return ids
}
