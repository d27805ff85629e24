import {
  createSink,
  fromThree,
  fromTwo,
  makeRoom,
  oneByte,
  putNumber,
  takeBytes,
  threeBytes,
  twoBytes,
} from './bytes.ts'

/** Documents of a term are kept in pieces of so many, each with its first document in the dictionary. */
export const pieceSize = 1024
const blockBytes = 16_384

export const piecesOf = (documents: number): number => Math.ceil(documents / pieceSize)

/** Where the pieces of all terms are, in the order in which terms were added. */
export interface PieceTable {
  /** First document of each piece; 0 for the first piece of a term. */
  readonly firsts: Int32Array
  /** Twice the bytes of each piece, plus 1 when it begins a new block. */
  readonly sizes: Int32Array
}

export interface PostingWriter {
  /** Adds the documents of the next term, ascending, none twice: `documents[from..to)`. */
  add(documents: Int32Array, from: number, to: number): void
  finish(): { readonly blocks: readonly Uint8Array[]; readonly pieces: PieceTable }
}

// Kernel: each posting of a segment passes here once.
/** Writes posting lists as gaps between documents, term after term; a piece never crosses from one block into the next. */
export function createPostingWriter(): PostingWriter {
  const blocks: Uint8Array[] = []
  const block = createSink(blockBytes * 2)
  let firsts = new Int32Array(1024)
  let sizes = new Int32Array(1024)
  let count = 0
  let isNewBlock = true

  const addPiece = (documents: Int32Array, from: number, to: number, base: number): void => {
    const start = block.length
    makeRoom(block, (to - from) * 5)
    const { bytes } = block
    let length = start
    let before = base
    for (let k = from; k < to; k++) {
      const document = documents[k] as number
      const gap = document - before - 1
      before = document
      if (gap < oneByte) {
        bytes[length++] = gap
      } else {
        block.length = length
        putNumber(block, gap)
        length = block.length
      }
    }
    block.length = length
    if (count === firsts.length) {
      firsts = grown(firsts)
      sizes = grown(sizes)
    }
    firsts[count] = base + 1
    sizes[count++] = (block.length - start) * 2 + (isNewBlock ? 1 : 0)
    isNewBlock = block.length >= blockBytes
    if (isNewBlock) blocks.push(takeBytes(block))
  }

  return {
    add: (documents, from, to) => {
      for (let at = from; at < to; at += pieceSize) {
        const base = at === from ? -1 : (documents[at] as number) - 1
        addPiece(documents, at, Math.min(to, at + pieceSize), base)
      }
    },
    finish: () => {
      if (block.length > 0) blocks.push(takeBytes(block))
      return { blocks, pieces: { firsts: firsts.subarray(0, count), sizes: sizes.subarray(0, count) } }
    },
  }
}

export function grown(array: Int32Array, capacity = array.length * 2): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(capacity, array.length))
  larger.set(array)
  return larger
}

/** One piece of a posting list, where it lies in its block. */
export interface Piece {
  /** Its documents are above this one; -1 for the first piece of a term. */
  readonly base: number
  /** Number of its block among the posting blocks. */
  readonly block: number
  readonly offset: number
  readonly end: number
}

/**
 * Writes the documents of a piece that are in `from..to` (exclusive) to `out` from place `at`, and returns the place after the
 * last. `out` must have room for a whole piece.
 */
export function readPiece(
  bytes: Uint8Array,
  piece: Piece,
  from: number,
  to: number,
  out: Int32Array,
  at: number,
): number {
  const { end } = piece
  let place = piece.offset
  let document = piece.base
  let count = at
  while (place < end) {
    const first = bytes[place++] as number
    if (first < oneByte) {
      document += first + 1
    } else if (first < twoBytes) {
      document += fromTwo + ((first - oneByte) << 8) + (bytes[place++] as number) + 1
    } else if (first < threeBytes) {
      const high = (first - twoBytes) << 16
      document += fromThree + high + ((bytes[place] as number) << 8) + (bytes[place + 1] as number) + 1
      place += 2
    } else {
      document += fourBytes(bytes, place) + 1
      place += 4
    }
    if (document >= to) break
    if (document >= from) out[count++] = document
  }
  return count
}

/** Adds `weight` to the count of each document of a piece that is in `from..to` (exclusive); counts start at `from`. */
export function countPiece(
  bytes: Uint8Array,
  piece: Piece,
  from: number,
  to: number,
  counts: Uint8Array | Uint16Array | Uint32Array,
  weight: number,
): void {
  const { end } = piece
  const room = to - from
  let place = piece.offset
  let document = piece.base - from
  while (place < end) {
    const first = bytes[place++] as number
    if (first < oneByte) {
      document += first + 1
    } else if (first < twoBytes) {
      document += fromTwo + ((first - oneByte) << 8) + (bytes[place++] as number) + 1
    } else if (first < threeBytes) {
      const high = (first - twoBytes) << 16
      document += fromThree + high + ((bytes[place] as number) << 8) + (bytes[place + 1] as number) + 1
      place += 2
    } else {
      document += fourBytes(bytes, place) + 1
      place += 4
    }
    if (document >= room) break
    if (document >= 0) counts[document] = (counts[document] as number) + weight
  }
}

function fourBytes(bytes: Uint8Array, at: number): number {
  const low = (bytes[at] as number) | ((bytes[at + 1] as number) << 8) | ((bytes[at + 2] as number) << 16)
  return (low | ((bytes[at + 3] as number) << 24)) >>> 0
}
