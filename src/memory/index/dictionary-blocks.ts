import {
  type Cursor,
  createSink,
  fixedAt,
  makeRoom,
  putBytes,
  putFixed,
  putNumber,
  type Sink,
  takeBytes,
  takeNumber,
  unitBytes,
  unitsAt,
} from './bytes.ts'
import { grown, type Piece, type PieceTable, piecesOf } from './posting-blocks.ts'
import { startOfTerm, type TermPool } from './term-table.ts'

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
export interface Dictionary {
  readonly terms: TermPool
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
export function writeDictionary({ terms, ids, documents, pieces }: Dictionary): DictionaryBlocks {
  const blocks: Uint8Array[] = []
  const firstTerms: string[] = []
  const runs = createSink(blockBytes * 2)
  let places: number[] = []
  const address = { block: -1, offset: 0, piece: 0 }
  for (let term = 0; term < terms.ends.length; term++) {
    const isFirstOfRun = term % runSize === 0
    if (isFirstOfRun) {
      if (runs.length >= blockBytes) {
        blocks.push(joinRuns(places, runs))
        places = []
      }
      if (places.length === 0) firstTerms.push(termOf(terms, term))
      places.push(runs.length)
      putNumber(runs, address.block + 1)
      putNumber(runs, address.offset)
    }
    putShared(runs, terms, term, isFirstOfRun)
    const count = documents[term] as number
    putNumber(runs, ids[term] as number)
    putNumber(runs, count)
    putPieces(runs, pieces, piecesOf(count), address)
  }
  if (places.length > 0) blocks.push(joinRuns(places, runs))
  return { blocks, firstTerms }
}

/** A term of a pool as a string. */
export const termOf = (terms: TermPool, term: number): string =>
  unitsAt(terms.bytes, startOfTerm(terms, term), terms.ends[term] as number)

/** Writes where the next pieces are, and moves the address on behind them. */
function putPieces(
  runs: Sink,
  { firsts, sizes }: PieceTable,
  count: number,
  address: { block: number; offset: number; piece: number },
): void {
  let first = 0
  for (let left = count; left > 0; left--) {
    const next = firsts[address.piece] as number
    const size = sizes[address.piece++] as number
    putNumber(runs, next - first)
    putNumber(runs, size)
    first = next
    if ((size & 1) === 1) {
      address.block++
      address.offset = 0
    }
    address.offset += size >>> 1
  }
}

function putShared(sink: Sink, terms: TermPool, term: number, isFirstOfRun: boolean): void {
  const { bytes } = terms
  const start = startOfTerm(terms, term)
  const end = terms.ends[term] as number
  let shared = 0
  if (!isFirstOfRun) {
    const before = startOfTerm(terms, term - 1)
    const most = Math.min(start - before, end - start)
    while (shared < most && bytes[before + shared] === bytes[start + shared]) shared++
  }
  putNumber(sink, shared)
  putNumber(sink, end - start - shared)
  putBytes(sink, bytes, start + shared, end)
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

/** All terms and entries of one block, in order; filled anew by `readEntries`. */
export interface EntryTable {
  count: number
  /** Terms one after another, as in a TermPool. */
  readonly terms: Sink
  ends: Int32Array
  ids: Int32Array
  documents: Int32Array
  /** Where the pieces of each term begin among `pieces`. */
  pieceStarts: Int32Array
  readonly pieces: Piece[]
}

export const createEntryTable = (): EntryTable => ({
  count: 0,
  terms: createSink(blockBytes * 4),
  ends: new Int32Array(1024),
  ids: new Int32Array(1024),
  documents: new Int32Array(1024),
  pieceStarts: new Int32Array(1025),
  pieces: [],
})

/** Reads all of a dictionary block. */
export function readEntries(block: Uint8Array, table: EntryTable): void {
  table.count = 0
  table.terms.length = 0
  table.pieces.length = 0
  const runs = fixedAt(block, 0, 4)
  for (let run = 0; run < runs; run++) {
    const cursor = runCursor(block, run)
    const end = run + 1 < runs ? 4 + runs * 4 + fixedAt(block, 8 + run * 4, 4) : block.length
    let before = table.terms.length
    while (cursor.at < end) {
      const start = table.terms.length
      takeShared(cursor, table.terms, before)
      before = start
      addEntry(table, cursor)
    }
  }
}

function addEntry(table: EntryTable, cursor: RunCursor): void {
  const { id, documents, pieces } = takeEntry(cursor)
  if (table.count === table.ends.length) {
    table.ends = grown(table.ends)
    table.ids = grown(table.ids)
    table.documents = grown(table.documents)
    table.pieceStarts = grown(table.pieceStarts)
  }
  table.ends[table.count] = table.terms.length
  table.ids[table.count] = id
  table.documents[table.count] = documents
  for (const piece of pieces) table.pieces.push(piece)
  table.pieceStarts[++table.count] = table.pieces.length
}

/** Appends a term that shares its beginning with the one that starts at `before`. */
function takeShared(cursor: Cursor, sink: Sink, before: number): void {
  const shared = takeNumber(cursor)
  const length = takeNumber(cursor)
  makeRoom(sink, shared + length)
  putBytes(sink, sink.bytes, before, before + shared)
  putBytes(sink, cursor.bytes, cursor.at, cursor.at + length)
  cursor.at += length
}
