import {
  type Cursor,
  createSink,
  cursorAt,
  putFixed,
  putNumber,
  putString,
  takeBytes,
  takeFixed,
  takeNumber,
  takeString,
} from './bytes.ts'
import { damaged } from './damage.ts'
import { ownersPerBlock } from './owner-blocks.ts'
import type { BuiltSegment } from './types.ts'

/** Version of the layout and of the tokens in it; a segment of another version has to be built anew. */
export const indexVersion = 1

const magic = 0x5a4d5349

/** How many documents of a field have the same number of tokens. */
export interface LengthRun {
  readonly length: number
  /** First document of this length. */
  readonly first: number
}

/** What there is to know of a field before any other block is read. Blocks of a kind follow each other. */
export interface FieldHead {
  readonly name: string
  readonly documents: number
  readonly terms: number
  /** Lengths that occur, ascending; documents are numbered by length. */
  readonly lengths: readonly LengthRun[]
  /** First term of each dictionary block. */
  readonly firstTerms: readonly string[]
  /** First document of each sequence block. */
  readonly sequenceFirsts: readonly number[]
  /** So many highest bits of a print say its block. */
  readonly printBits: number
  /** Numbers of the first block of each kind. */
  readonly dictionary: number
  readonly postings: number
  readonly postingBlocks: number
  readonly sequences: number
  readonly owners: number
  readonly ownerBlocks: number
  readonly prints: number
}

export interface Head {
  readonly fields: readonly FieldHead[]
  /** Documents of all fields, and blocks with the head. */
  readonly documents: number
  readonly blocks: number
}

/** A field before its blocks have numbers. */
export interface FieldParts {
  readonly name: string
  readonly documents: number
  readonly terms: number
  readonly lengths: readonly LengthRun[]
  readonly dictionary: { readonly blocks: readonly Uint8Array[]; readonly firstTerms: readonly string[] }
  readonly postings: readonly Uint8Array[]
  readonly sequences: { readonly blocks: readonly Uint8Array[]; readonly firsts: readonly number[] }
  readonly owners: readonly Uint8Array[]
  readonly prints: { readonly blocks: readonly Uint8Array[]; readonly bits: number }
}

/** Puts the fields of a segment together. */
export function assemble(fields: readonly FieldParts[]): BuiltSegment {
  const head = createSink(1024)
  putFixed(head, magic, 4)
  putNumber(head, indexVersion)
  putNumber(head, fields.length)
  for (const field of fields) putField(head, field)
  const blocks = [takeBytes(head)]
  for (const { dictionary, postings, sequences, owners, prints } of fields)
    for (const kind of [dictionary.blocks, postings, sequences.blocks, owners, prints.blocks])
      for (const block of kind) blocks.push(block)
  return { documents: fields.reduce((sum, field) => sum + field.documents, 0), blocks }
}

function putField(head: ReturnType<typeof createSink>, field: FieldParts): void {
  putString(head, field.name)
  putNumber(head, field.documents)
  putNumber(head, field.terms)
  putAscending(
    head,
    field.lengths.map((run) => run.length),
  )
  putAscending(
    head,
    field.lengths.map((run) => run.first),
  )
  putNumber(head, field.dictionary.firstTerms.length)
  for (const term of field.dictionary.firstTerms) putString(head, term)
  putNumber(head, field.postings.length)
  putAscending(head, field.sequences.firsts)
  putNumber(head, field.prints.bits)
}

function putAscending(head: ReturnType<typeof createSink>, values: readonly number[]): void {
  putNumber(head, values.length)
  let before = 0
  for (const value of values) {
    putNumber(head, value - before)
    before = value
  }
}

function takeAscending(cursor: Cursor): readonly number[] {
  let value = 0
  return Array.from({ length: takeCount(cursor) }, () => {
    value += takeNumber(cursor)
    return value
  })
}

/** A number of things that each take at least a byte: one that the block cannot hold is damage, not a reason to run out of memory. */
function takeCount(cursor: Cursor): number {
  const count = takeNumber(cursor)
  if (count > cursor.bytes.length - cursor.at) throw damaged('its head is cut short')
  return count
}

/** Reads block 0 of a segment. */
export function readHead(block: Uint8Array): Head {
  const cursor = cursorAt(block)
  if (block.length < 6 || takeFixed(cursor, 4) !== magic) throw damaged('its first block is no head')
  const version = takeNumber(cursor)
  if (version !== indexVersion) throw damaged(`it has version ${version}, not ${indexVersion}`)
  const fields: FieldHead[] = []
  let next = 1
  let documents = 0
  for (let left = takeCount(cursor); left > 0; left--) {
    const field = takeField(cursor, next)
    fields.push(field)
    next = field.prints + 2 ** field.printBits
    documents += field.documents
  }
  if (cursor.at !== block.length) throw damaged('its head is cut short')
  return { fields, documents, blocks: next }
}

function takeField(cursor: Cursor, dictionary: number): FieldHead {
  const name = takeString(cursor)
  const documents = takeNumber(cursor)
  const terms = takeNumber(cursor)
  const byLength = takeAscending(cursor)
  const starts = takeAscending(cursor)
  const firstTerms = Array.from({ length: takeCount(cursor) }, () => takeString(cursor))
  const postingBlocks = takeNumber(cursor)
  const sequenceFirsts = takeAscending(cursor)
  const printBits = takeNumber(cursor)
  if (printBits > 16) throw damaged('its head is cut short')
  const postings = dictionary + firstTerms.length
  const sequences = postings + postingBlocks
  const owners = sequences + sequenceFirsts.length
  const ownerBlocks = Math.ceil(documents / ownersPerBlock)
  return {
    ...{ name, documents, terms, firstTerms, sequenceFirsts, printBits },
    lengths: byLength.map((length, k) => ({ length, first: starts[k] ?? 0 })),
    ...{ dictionary, postings, postingBlocks, sequences, owners, ownerBlocks, prints: owners + ownerBlocks },
  }
}

/** First document with at least so many tokens; `documents` when there is none. */
export function firstOfLength({ lengths, documents }: FieldHead, length: number): number {
  return (
    lengths[
      placeAtOrAbove(
        lengths.map((run) => run.length),
        length,
      )
    ]?.first ?? documents
  )
}

function placeAtOrAbove(ascending: readonly number[], value: number): number {
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ascending[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}

/** Index of the last of the ascending values that is not above `value`; -1 when all are. */
export function placeAtOrBelow<T extends number | string>(ascending: readonly T[], value: T): number {
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const there = ascending[middle]
    if (there !== undefined && there <= value) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** Numbers `from..to` (exclusive). */
export const numbersFrom = (from: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, k) => from + k)

/** Numbers of all blocks of a field. */
export const blocksOf = ({ dictionary, prints, printBits }: FieldHead): readonly number[] =>
  numbersFrom(dictionary, prints + 2 ** printBits - dictionary)
