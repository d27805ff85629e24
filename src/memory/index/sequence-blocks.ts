import {
  createSink,
  fixedAt,
  fromThree,
  fromTwo,
  makeRoom,
  oneByte,
  putFixed,
  putNumber,
  takeBytes,
  threeBytes,
  twoBytes,
  widthOf,
} from './bytes.ts'

const blockBytes = 16_384
const blockDocuments = 1024

export interface SequenceWriter {
  /** Adds the term ids of the next document, `ids[from..to)`. */
  add(ids: Int32Array, from: number, to: number): void
  finish(): SequenceBlocks
}

export interface SequenceBlocks {
  readonly blocks: readonly Uint8Array[]
  /** First document of each block. */
  readonly firsts: readonly number[]
}

// Kernel: each token of a segment passes here once.
/** A block is the width of its lengths (1 byte), the length in bytes of each of its documents, and their ids as numbers. */
export function createSequenceWriter(): SequenceWriter {
  const blocks: Uint8Array[] = []
  const firsts: number[] = []
  const data = createSink(blockBytes * 2)
  const lengths = new Int32Array(blockDocuments)
  let count = 0
  let documents = 0

  const close = (): void => {
    let most = 0
    for (let k = 0; k < count; k++) most = Math.max(most, lengths[k] as number)
    const width = widthOf(most)
    const block = createSink(1 + count * width + data.length)
    putFixed(block, width, 1)
    for (let k = 0; k < count; k++) putFixed(block, lengths[k] as number, width)
    block.bytes.set(data.bytes.subarray(0, data.length), block.length)
    block.length += data.length
    blocks.push(takeBytes(block))
    firsts.push(documents - count)
    data.length = 0
    count = 0
  }

  return {
    add: (ids, from, to) => {
      const start = data.length
      makeRoom(data, (to - from) * 5)
      const { bytes } = data
      let length = start
      for (let k = from; k < to; k++) {
        const id = ids[k] as number
        if (id < oneByte) {
          bytes[length++] = id
        } else {
          data.length = length
          putNumber(data, id)
          length = data.length
        }
      }
      data.length = length
      lengths[count++] = data.length - start
      documents++
      if (count === blockDocuments || data.length >= blockBytes) close()
    },
    finish: () => {
      if (count > 0) close()
      return { blocks, firsts }
    },
  }
}

/** Reads documents of one block, which must be asked for in ascending order. */
export interface SequenceReader {
  /** Writes the ids of the block's `index`-th document to the start of `out` and returns how many there are; `out` must have room. */
  read(index: number, out: Int32Array): number
}

/** Opens a block that holds so many documents. */
export function openSequences(block: Uint8Array, documents: number): SequenceReader {
  const width = block[0] ?? 1
  let next = 0
  let offset = 1 + documents * width
  const lengthOf = (index: number): number =>
    width === 1 ? (block[1 + index] as number) : fixedAt(block, 1 + index * width, width)
  return {
    read: (index, out) => {
      while (next < index) offset += lengthOf(next++)
      return readIds(block, offset, offset + lengthOf(index), out)
    },
  }
}

function readIds(bytes: Uint8Array, from: number, to: number, out: Int32Array): number {
  let count = 0
  let at = from
  while (at < to) {
    const first = bytes[at++] as number
    if (first < oneByte) {
      out[count++] = first
    } else if (first < twoBytes) {
      out[count++] = fromTwo + ((first - oneByte) << 8) + (bytes[at++] as number)
    } else if (first < threeBytes) {
      out[count++] = fromThree + ((first - twoBytes) << 16) + ((bytes[at] as number) << 8) + (bytes[at + 1] as number)
      at += 2
    } else {
      out[count++] = fixedAt(bytes, at, 4)
      at += 4
    }
  }
  return count
}
