import { unitsAt } from './bytes.ts'
import { type TermEntry, visitTerms } from './dictionary-blocks.ts'
import { numbersFrom } from './head.ts'
import type { MergeSource } from './merge-field.ts'
import { createPostingWriter, grown, type PieceTable, pieceSize, readPiece } from './posting-blocks.ts'

export interface MergedPostings {
  /** Terms that still stand in some document, sorted. */
  readonly terms: readonly string[]
  readonly frequencies: Int32Array
  readonly written: { readonly blocks: readonly Uint8Array[]; readonly pieces: PieceTable }
  /** For each source the place in `terms` of each of its term ids; -1 when the term is gone. */
  readonly termsOf: readonly Int32Array[]
}

/** Merges the dictionaries and posting lists of several segments, with the new numbers of their documents. */
export async function mergePostings(sources: readonly MergeSource[]): Promise<MergedPostings> {
  const cursors: TermCursor[] = []
  for (const source of sources) cursors.push(await openTerms(source))
  const merged = createMergedList()
  const writer = createPostingWriter()
  const terms: string[] = []
  let frequencies = new Int32Array(4096)
  for (let term = leastTerm(cursors); term !== undefined; term = leastTerm(cursors)) {
    const holders = cursors.filter((cursor) => cursor.term === term)
    const count = merged.fill(holders)
    if (count > 0) {
      if (terms.length === frequencies.length) frequencies = grown(frequencies)
      frequencies[terms.length] = count
      writer.add(merged.documents(), 0, count)
      for (const cursor of holders) cursor.termOfId[cursor.entry.id] = terms.length
      terms.push(term)
    }
    for (const cursor of holders) cursor.next()
  }
  return {
    terms,
    frequencies: frequencies.subarray(0, terms.length),
    written: writer.finish(),
    termsOf: cursors.map(({ termOfId }) => termOfId),
  }
}

/** Goes through the terms of one source in order. */
interface TermCursor {
  /** Undefined at the end. */
  readonly term: string | undefined
  readonly entry: TermEntry
  readonly numbers: Int32Array
  readonly termOfId: Int32Array
  postingBlock(number: number): Uint8Array
  next(): void
}

const noEntry: TermEntry = { id: 0, documents: 0, pieces: [] }

// Kernel: runs over each term and posting of what is merged. Blocks stay packed until they are needed.
async function openTerms({ reader, numbers }: MergeSource): Promise<TermCursor> {
  const { head, readBlocks } = reader
  const dictionary = [...(await readBlocks(numbersFrom(head.dictionary, head.firstTerms.length))).values()]
  const postings = [...(await readBlocks(numbersFrom(head.postings, head.postingBlocks))).values()]
  const terms: string[] = []
  const entries: TermEntry[] = []
  let block = 0
  let at = 0
  const load = (): void => {
    terms.length = 0
    entries.length = 0
    at = 0
    const bytes = dictionary[block++]
    if (bytes === undefined) return
    visitTerms(bytes, (term, read) => {
      terms.push(unitsAt(term.bytes, 0, term.length))
      entries.push(read())
    })
  }
  load()
  return {
    numbers,
    termOfId: new Int32Array(head.terms).fill(-1),
    get term() {
      return terms[at]
    },
    get entry() {
      return entries[at] ?? noEntry
    },
    postingBlock: (number) => postings[number] as Uint8Array,
    next: () => {
      if (++at === terms.length) load()
    },
  }
}

function leastTerm(cursors: readonly TermCursor[]): string | undefined {
  let least: string | undefined
  for (const { term } of cursors) if (term !== undefined && (least === undefined || term < least)) least = term
  return least
}

interface MergedList {
  /** Collects the living documents of the cursors' terms under their new numbers; returns how many. */
  fill(cursors: readonly TermCursor[]): number
  /** What was collected, ascending, at the start of the array. */
  documents(): Int32Array
}

function createMergedList(): MergedList {
  let list = new Int32Array(4096)
  let other = new Int32Array(4096)
  const append = (cursor: TermCursor, start: number): number => {
    let count = start
    for (const piece of cursor.entry.pieces) {
      if (count + pieceSize > list.length) list = grown(list, Math.max(count + pieceSize, list.length * 2))
      const end = readPiece(cursor.postingBlock(piece.block), piece, 0, 0x7fffffff, list, count)
      for (let k = count; k < end; k++) {
        const number = cursor.numbers[list[k] as number] as number
        if (number >= 0) list[count++] = number
      }
    }
    return count
  }
  return {
    fill: (cursors) => {
      const bounds = [0]
      for (const cursor of cursors) bounds.push(append(cursor, bounds.at(-1) ?? 0))
      if (other.length < list.length) other = new Int32Array(list.length)
      let runs = bounds
      while (runs.length > 2) {
        runs = mergeRuns(list, other, runs)
        const swapped = list
        list = other
        other = swapped
      }
      return bounds.at(-1) ?? 0
    },
    documents: () => list,
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
