import {
  type Cursor,
  createSink,
  fixedAt,
  makeRoom,
  putFixed,
  putNumber,
  type Sink,
  takeBytes,
  takeNumber,
  unitBytes,
} from './bytes.ts'
import { type Piece, type PieceTable, piecesOf } from './posting-blocks.ts'

/** So many terms share beginnings; the first of each such run is written in full and can be jumped to. */
const runSize = 16
const blockBytes = 16_384

/** What the dictionary says of a term. */
export interface TermEntry {
  /** Number of the term in its field, by falling number of documents. */
  readonly id: number
  readonly documents: number
  /** Where its posting list is, in order. */
  readonly pieces: readonly Piece[]
}

/** Terms of a field in the order of their UTF-16 units, with what belongs to each. */
export interface TermTable {
  readonly terms: readonly string[]
  readonly ids: Int32Array
  readonly documents: Int32Array
  readonly pieces: PieceTable
}

/** Blocks of a dictionary and the first term of each. */
export interface DictionaryBlocks {
  readonly blocks: readonly Uint8Array[]
  readonly firstTerms: readonly string[]
}

// Kernel: an import writes and reads millions of entries.
/**
 * A block is the number of its runs (4 bytes), the place of each (4 bytes), and the runs. A run begins with the posting block
 * (plus 1) and offset at which its pieces begin. A term is the length that it shares with the one before, the length and bytes
 * of the rest, id, number of documents, and its pieces: how far the first document moves on, and the size with its mark.
 */
export function writeDictionary({ terms, ids, documents, pieces }: TermTable): DictionaryBlocks {
  const blocks: Uint8Array[] = []
  const firstTerms: string[] = []
  const runs = createSink(blockBytes * 2)
  let places: number[] = []
  let before: Uint8Array = noBytes
  let block = -1
  let offset = 0
  let piece = 0
  for (let term = 0; term < terms.length; term++) {
    const bytes = unitBytes(terms[term] as string)
    const isFirstOfRun = term % runSize === 0
    if (isFirstOfRun) {
      if (runs.length >= blockBytes) {
        blocks.push(joinRuns(places, runs))
        places = []
      }
      if (places.length === 0) firstTerms.push(terms[term] as string)
      places.push(runs.length)
      putNumber(runs, block + 1)
      putNumber(runs, offset)
    }
    putShared(runs, isFirstOfRun ? noBytes : before, bytes)
    before = bytes
    const count = documents[term] as number
    putNumber(runs, ids[term] as number)
    putNumber(runs, count)
    let first = 0
    for (let left = piecesOf(count); left > 0; left--, piece++) {
      const next = pieces.firsts[piece] as number
      const size = pieces.sizes[piece] as number
      putNumber(runs, next - first)
      putNumber(runs, size)
      first = next
      if ((size & 1) === 1) {
        block++
        offset = 0
      }
      offset += size >>> 1
    }
  }
  if (places.length > 0) blocks.push(joinRuns(places, runs))
  return { blocks, firstTerms }
}
const noBytes = new Uint8Array(0)

function putShared(sink: Sink, before: Uint8Array, bytes: Uint8Array): void {
  let shared = 0
  while (shared < before.length && shared < bytes.length && before[shared] === bytes[shared]) shared++
  putNumber(sink, shared)
  putNumber(sink, bytes.length - shared)
  makeRoom(sink, bytes.length)
  sink.bytes.set(bytes.subarray(shared), sink.length)
  sink.length += bytes.length - shared
}

function joinRuns(places: readonly number[], runs: Sink): Uint8Array {
  const block = createSink(4 + places.length * 4 + runs.length)
  putFixed(block, places.length, 4)
  for (const place of places) putFixed(block, place, 4)
  block.bytes.set(runs.bytes.subarray(0, runs.length), block.length)
  block.length += runs.length
  runs.length = 0
  return takeBytes(block)
}

interface RunCursor extends Cursor {
  block: number
  offset: number
}

function runCursor(block: Uint8Array, run: number): RunCursor {
  const runs = fixedAt(block, 0, 4)
  const cursor: RunCursor = { bytes: block, at: 4 + runs * 4 + fixedAt(block, 4 + run * 4, 4), block: 0, offset: 0 }
  cursor.block = takeNumber(cursor) - 1
  cursor.offset = takeNumber(cursor)
  return cursor
}

/** Looks a term up in the block that would hold it. */
export function findTerm(block: Uint8Array, term: string): TermEntry | undefined {
  const wanted = unitBytes(term)
  let low = 0
  let high = fixedAt(block, 0, 4)
  while (high - low > 1) {
    const middle = (low + high) >>> 1
    const cursor = runCursor(block, middle)
    cursor.at += 1
    const length = takeNumber(cursor)
    if (compareBytes(block, cursor.at, length, wanted) <= 0) low = middle
    else high = middle
  }
  return high === 0 ? undefined : findInRun(block, low, wanted)
}

function findInRun(block: Uint8Array, run: number, wanted: Uint8Array): TermEntry | undefined {
  const cursor = runCursor(block, run)
  // How much of the term before is equal to the one wanted; a term that shares more with that one differs in the same place.
  let equal = 0
  for (let k = 0; k < runSize && cursor.at < block.length; k++) {
    const shared = takeNumber(cursor)
    const length = takeNumber(cursor)
    const start = cursor.at
    cursor.at += length
    if (shared < equal) return undefined
    if (shared === equal) {
      let more = 0
      while (more < length && block[start + more] === wanted[equal + more]) more++
      equal += more
      if (equal === wanted.length && more === length) return takeEntry(cursor)
    }
    skipEntry(cursor)
  }
  return undefined
}

function compareBytes(bytes: Uint8Array, at: number, length: number, wanted: Uint8Array): number {
  const shorter = Math.min(length, wanted.length)
  for (let k = 0; k < shorter; k++) {
    const order = (bytes[at + k] as number) - (wanted[k] as number)
    if (order !== 0) return order
  }
  return length - wanted.length
}

function takeEntry(cursor: RunCursor): TermEntry {
  const id = takeNumber(cursor)
  const documents = takeNumber(cursor)
  const pieces: Piece[] = []
  let first = 0
  for (let left = piecesOf(documents); left > 0; left--) {
    first += takeNumber(cursor)
    const offset = takePlace(cursor)
    pieces.push({ base: first - 1, block: cursor.block, offset, end: cursor.offset })
  }
  return { id, documents, pieces }
}

/** Reads the size of a piece and returns where it starts. */
function takePlace(cursor: RunCursor): number {
  const size = takeNumber(cursor)
  if ((size & 1) === 1) {
    cursor.block++
    cursor.offset = 0
  }
  const offset = cursor.offset
  cursor.offset += size >>> 1
  return offset
}

function skipEntry(cursor: RunCursor): void {
  takeNumber(cursor)
  for (let left = piecesOf(takeNumber(cursor)); left > 0; left--) {
    takeNumber(cursor)
    takePlace(cursor)
  }
}

/** Bytes of a term as `putUnits` writes them, up to `length`; overwritten by the next term. */
export interface TermBytes {
  readonly bytes: Uint8Array
  readonly length: number
}

/** Visits all terms of a block in order: their bytes, and a way to read the entry, which is used at once or never. */
export function visitTerms(block: Uint8Array, visit: (term: TermBytes, read: () => TermEntry) => void): void {
  const runs = fixedAt(block, 0, 4)
  for (let run = 0; run < runs; run++) {
    const cursor = runCursor(block, run)
    const end = run + 1 < runs ? 4 + runs * 4 + fixedAt(block, 8 + run * 4, 4) : block.length
    let bytes = createSink(64)
    while (cursor.at < end) {
      bytes = takeShared(cursor, bytes)
      const start = cursor.at
      visit(bytes, () => takeEntry(cursor))
      if (cursor.at === start) skipEntry(cursor)
    }
  }
}

function takeShared(cursor: Cursor, sink: Sink): Sink {
  sink.length = Math.min(takeNumber(cursor), sink.length)
  const length = takeNumber(cursor)
  makeRoom(sink, length)
  sink.bytes.set(cursor.bytes.subarray(cursor.at, cursor.at + length), sink.length)
  sink.length += length
  cursor.at += length
  return sink
}
