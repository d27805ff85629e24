import { createSink, putBytes, takeBytes } from './bytes.ts'
import { createEntryTable, type EntryTable, readEntries } from './dictionary-blocks.ts'
import { numbersFrom } from './head.ts'
import type { MergeSource } from './merge-field.ts'
import { createPostingWriter, grown, type Piece, type PieceTable, pieceSize, readPiece } from './posting-blocks.ts'
import type { TermPool } from './term-table.ts'

export interface MergedPostings {
  /** Terms that still stand in some document, sorted. */
  readonly terms: TermPool
  readonly frequencies: Int32Array
  readonly written: { readonly blocks: readonly Uint8Array[]; readonly pieces: PieceTable }
  /** For each source the place in `terms` of each of its term ids; -1 when the term is gone. */
  readonly termsOf: readonly Int32Array[]
}

const termsBetweenPauses = 256

/** Merges the dictionaries and posting lists of several segments, with the new numbers of their documents. */
export async function mergePostings(
  sources: readonly MergeSource[],
  pause: () => Promise<unknown>,
): Promise<MergedPostings> {
  const cursors: TermCursor[] = []
  for (const source of sources) cursors.push(await openTerms(source))
  const merged = createMergedList(sources.reduce((sum, { numbers }) => sum + numbers.length, 0))
  const writer = createPostingWriter()
  const bytes = createSink(1 << 16)
  let ends = new Int32Array(4096)
  let frequencies = new Int32Array(4096)
  let terms = 0
  const holders: TermCursor[] = []
  for (;;) {
    findLeast(cursors, holders)
    const [first] = holders
    if (first === undefined) break
    const count = merged.fill(holders)
    if (terms % termsBetweenPauses === 0) await pause()
    if (count > 0) {
      if (terms === ends.length) {
        ends = grown(ends)
        frequencies = grown(frequencies)
      }
      frequencies[terms] = count
      writer.add(merged.documents(), 0, count)
      for (const { termOfId, table, at } of holders) termOfId[table.ids[at] as number] = terms
      putBytes(bytes, first.table.terms.bytes, first.start, first.end)
      ends[terms++] = bytes.length
    }
    for (const cursor of holders) cursor.next()
  }
  return {
    terms: { bytes: takeBytes(bytes), ends: ends.subarray(0, terms) },
    frequencies: frequencies.subarray(0, terms),
    written: writer.finish(),
    termsOf: cursors.map(({ termOfId }) => termOfId),
  }
}

/** Goes through the terms of one source in order. */
interface TermCursor {
  /** Terms of the block at which it is, and which one of them it is at; at its end when there are no more. */
  readonly table: EntryTable
  at: number
  /** Bytes of the present term. */
  start: number
  end: number
  key: number
  readonly numbers: Int32Array
  readonly termOfId: Int32Array
  postingBlock(number: number): Uint8Array
  next(): void
}

// Kernel: runs over each term and posting of what is merged. Blocks stay packed until they are needed.
async function openTerms({ reader, numbers }: MergeSource): Promise<TermCursor> {
  const { head, readBlocks } = reader
  const dictionary = [...(await readBlocks(numbersFrom(head.dictionary, head.firstTerms.length))).values()]
  const postings = [...(await readBlocks(numbersFrom(head.postings, head.postingBlocks))).values()]
  const table = createEntryTable()
  let block = 0
  const cursor: TermCursor = {
    table,
    at: -1,
    start: 0,
    end: 0,
    key: 0,
    numbers,
    termOfId: new Int32Array(head.terms).fill(-1),
    postingBlock: (number) => postings[number] as Uint8Array,
    next: () => {
      cursor.at++
      if (cursor.at >= table.count) {
        const bytes = dictionary[block++]
        table.count = 0
        if (bytes !== undefined) readEntries(bytes, table)
        cursor.at = 0
      }
      if (table.count === 0) return
      cursor.start = cursor.at === 0 ? 0 : (table.ends[cursor.at - 1] as number)
      cursor.end = table.ends[cursor.at] as number
      cursor.key = keyOf(table.terms.bytes, cursor.start, cursor.end)
    },
  }
  cursor.next()
  return cursor
}

/** Collects the cursors that are at the least of all terms in `least`; none when all are at their end. */
function findLeast(cursors: readonly TermCursor[], least: TermCursor[]): void {
  least.length = 0
  let key = Number.POSITIVE_INFINITY
  for (const cursor of cursors) {
    if (cursor.key > key || cursor.table.count === 0) continue
    const first = least[0]
    const order = first === undefined || cursor.key < key ? -1 : compareTerms(cursor, first)
    if (order > 0) continue
    if (order < 0) least.length = 0
    least.push(cursor)
    key = cursor.key
  }
}

/** The first bytes of a term as a number that sorts as they do: most terms differ there. */
function keyOf(bytes: Uint8Array, start: number, end: number): number {
  let key = 0
  for (let k = start; k < start + 6; k++) key = key * 256 + (k < end ? (bytes[k] as number) : 0)
  return key
}

function compareTerms(a: TermCursor, b: TermCursor): number {
  const left = a.table.terms.bytes
  const right = b.table.terms.bytes
  const length = Math.min(a.end - a.start, b.end - b.start)
  for (let k = 0; k < length; k++) {
    const order = (left[a.start + k] as number) - (right[b.start + k] as number)
    if (order !== 0) return order
  }
  return a.end - a.start - (b.end - b.start)
}

interface MergedList {
  /** Collects the living documents of the cursors' terms under their new numbers; returns how many. */
  fill(cursors: readonly TermCursor[]): number
  /** What was collected, ascending, at the start of the array. */
  documents(): Int32Array
}

/** Numbers are below `most`. */
function createMergedList(most: number): MergedList {
  const bits = new Int32Array((most >>> 5) + 1)
  let list = new Int32Array(4096)
  let other = new Int32Array(4096)
  const append = (cursor: TermCursor, start: number): number => {
    let count = start
    const { pieces, pieceStarts } = cursor.table
    for (let k = pieceStarts[cursor.at] as number; k < (pieceStarts[cursor.at + 1] as number); k++) {
      const piece = pieces[k] as Piece
      if (count + pieceSize > list.length) list = grown(list, Math.max(count + pieceSize, list.length * 2))
      const end = readPiece(cursor.postingBlock(piece.block), piece, 0, 0x7fffffff, list, count)
      for (let place = count; place < end; place++) {
        const number = cursor.numbers[list[place] as number] as number
        if (number >= 0) list[count++] = number
      }
    }
    return count
  }
  return {
    fill: (cursors) => {
      const bounds = [0]
      for (const cursor of cursors) bounds.push(append(cursor, bounds.at(-1) ?? 0))
      const count = bounds.at(-1) ?? 0
      if (cursors.length > 2 && count * densest > most) {
        sortByBits(list, count, bits)
        return count
      }
      if (other.length < list.length) other = new Int32Array(list.length)
      let runs = bounds
      while (runs.length > 2) {
        runs = mergeRuns(list, other, runs)
        const swapped = list
        list = other
        other = swapped
      }
      return count
    },
    documents: () => list,
  }
}

/** Longer lists than one of so many documents are sorted sooner through a bit for each document. */
const densest = 256

/** Sorts different numbers, `list[0..count)`, through a bit for each; all bits are 0 before and after. */
function sortByBits(list: Int32Array, count: number, bits: Int32Array): void {
  let first = bits.length
  let last = -1
  for (let k = 0; k < count; k++) {
    const number = list[k] as number
    const word = number >>> 5
    bits[word] = (bits[word] as number) | (1 << (number & 31))
    if (word < first) first = word
    if (word > last) last = word
  }
  let at = 0
  for (let word = first; word <= last; word++) {
    let left = bits[word] as number
    if (left === 0) continue
    bits[word] = 0
    for (; left !== 0; left &= left - 1) list[at++] = (word << 5) + 31 - Math.clz32(left & -left)
  }
}

/** Merges neighbouring ascending runs two by two into another array; returns the bounds of the new runs. */
function mergeRuns(list: Int32Array, out: Int32Array, bounds: readonly number[]): number[] {
  const merged = [0]
  for (let run = 0; run + 1 < bounds.length; run += 2) {
    const middle = bounds[run + 1] as number
    const end = bounds[run + 2] ?? middle
    let a = bounds[run] as number
    let b = middle
    for (let at = a; at < end; at++) {
      const isLeft = b >= end || (a < middle && (list[a] as number) < (list[b] as number))
      out[at] = (isLeft ? list[a++] : list[b++]) as number
    }
    merged.push(end)
  }
  return merged
}
