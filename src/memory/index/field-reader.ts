import { damaged } from './damage.ts'
import { findTerm, type TermEntry } from './dictionary-blocks.ts'
import { type FieldHead, placeAtOrBelow } from './head.ts'
import { type OwnerReader, openOwners, ownersPerBlock } from './owner-blocks.ts'
import { openSequences, type SequenceReader } from './sequence-blocks.ts'
import type { BlockReader, Occurrence } from './types.ts'

/** Reads single things of a field, many blocks at a time. */
export interface FieldReader {
  readonly head: FieldHead
  readBlock(number: number): Promise<Uint8Array>
  /** A block that can be had at once; undefined when it takes a promise. */
  readonly blockNow: (number: number) => Uint8Array | undefined
  /** Blocks by number, each read once. */
  readBlocks(numbers: Iterable<number>): Promise<ReadonlyMap<number, Uint8Array>>
  /** Entries of terms, in the order asked for. */
  findTerms(terms: readonly string[]): Promise<readonly (TermEntry | undefined)[]>
  /** Who documents belong to, in the order asked for; owner 0 for nobody. */
  occurrencesOf(documents: readonly number[]): Promise<readonly Occurrence[]>
  /** Visits documents (ascending) with their term ids: `ids[0..length)`, overwritten by the next. Says false to end. */
  visitSequences(documents: ArrayLike<number>, visit: SequenceVisitor): Promise<void>
}

export type SequenceVisitor = (document: number, ids: Int32Array, length: number) => boolean

/** So many sequence blocks are held at a time. */
const blocksAtOnce = 128

export function createFieldReader(head: FieldHead, read: BlockReader): FieldReader {
  const readBlocks = async (numbers: Iterable<number>): Promise<ReadonlyMap<number, Uint8Array>> => {
    const wanted = [...new Set(numbers)]
    if (wanted.length === 0) return new Map()
    const blocks = await read(wanted)
    return new Map(wanted.map((number, k) => [number, blocks[k] ?? missing(number)]))
  }
  const reader: FieldReader = {
    head,
    readBlocks,
    blockNow: read.now ?? (() => undefined),
    readBlock: async (number) => (await read([number]))[0] ?? missing(number),
    findTerms: (terms) => findTerms(reader, terms),
    occurrencesOf: (documents) => occurrencesOf(reader, documents),
    visitSequences: (documents, visit) => visitSequences(reader, documents, visit),
  }
  return reader
}

function missing(number: number): never {
  throw damaged(`it has no block ${number}`)
}

async function findTerms(
  { head, readBlocks }: FieldReader,
  terms: readonly string[],
): Promise<readonly (TermEntry | undefined)[]> {
  const places = terms.map((term) => placeAtOrBelow(head.firstTerms, term))
  const blocks = await readBlocks(places.filter((place) => place >= 0).map((place) => head.dictionary + place))
  return terms.map((term, k) => {
    const block = blocks.get(head.dictionary + (places[k] ?? -1))
    return block === undefined ? undefined : findTerm(block, term)
  })
}

async function occurrencesOf(
  { head, readBlocks }: FieldReader,
  documents: readonly number[],
): Promise<readonly Occurrence[]> {
  const blockOf = (document: number): number => ownerBlockOf(head, document)
  const blocks = await readBlocks(documents.map(blockOf))
  const readers = new Map([...blocks].map(([number, block]) => [number, openOwnerBlock(head, number, block)] as const))
  return documents.map((document) => {
    const reader = readers.get(blockOf(document))
    return reader === undefined ? { owner: 0, variant: 0 } : occurrenceOf(reader, document)
  })
}

/** Who a document belongs to; undefined when the block that says so cannot be had at once. */
export function occurrenceNow({ head, blockNow }: FieldReader, document: number): Occurrence | undefined {
  const number = ownerBlockOf(head, document)
  const block = blockNow(number)
  return block && occurrenceOf(openOwnerBlock(head, number, block), document)
}

const ownerBlockOf = (head: FieldHead, document: number): number => head.owners + Math.floor(document / ownersPerBlock)

const openOwnerBlock = (head: FieldHead, number: number, block: Uint8Array): OwnerReader =>
  openOwners(block, Math.min(ownersPerBlock, head.documents - (number - head.owners) * ownersPerBlock))

function occurrenceOf(reader: OwnerReader, document: number): Occurrence {
  const index = document % ownersPerBlock
  return { owner: reader.ownerOf(index), variant: reader.variantOf(index) }
}

// Kernel: runs over each document that a search has to look at.
async function visitSequences(
  { head, readBlocks }: FieldReader,
  documents: ArrayLike<number>,
  visit: SequenceVisitor,
): Promise<void> {
  const firsts = head.sequenceFirsts
  const longest = head.lengths.at(-1)?.length ?? 0
  const ids = new Int32Array(longest)
  for (let from = 0; from < documents.length; ) {
    const numbers: number[] = []
    let to = from
    for (; to < documents.length; to++) {
      const block = placeAtOrBelow(firsts, documents[to] as number)
      if (numbers.at(-1) === block) continue
      if (numbers.length === blocksAtOnce) break
      numbers.push(block)
    }
    const blocks = await readBlocks(numbers.map((block) => head.sequences + block))
    let current = -1
    let first = 0
    let end = 0
    let sequences: SequenceReader | undefined
    for (let k = from; k < to; k++) {
      const document = documents[k] as number
      if (document >= end || sequences === undefined) {
        do current++
        while (current + 1 < numbers.length && (firsts[numbers[current + 1] as number] as number) <= document)
        const number = numbers[current] as number
        first = firsts[number] as number
        end = firsts[number + 1] ?? head.documents
        sequences = openSequences(blocks.get(head.sequences + number) ?? missing(number), end - first)
      }
      const length = sequences.read(document - first, ids)
      if (!visit(document, ids, length)) return
    }
    from = to
  }
}
