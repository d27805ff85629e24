import { createSink, cursorAt, fixedAt, putFixed, putNumber, takeBytes, takeNumber, widthOf } from './bytes.ts'

const documentsPerBlock = 2048
/** Each block is cut once more by so many bits of the print, so that a look-up reads a few dozen entries. */
const innerBits = 6
const innerCount = 2 ** innerBits

export interface PrintBlocks {
  readonly blocks: readonly Uint8Array[]
  /** Block of a print: so many of its highest bits. */
  readonly bits: number
}

const topOf = (print: number, bits: number): number => (bits === 0 ? 0 : print >>> (32 - bits))

/** Number of the block that would hold a print. */
export const blockOfPrint = topOf

// Kernel: runs over each document of a segment.
/**
 * Documents by the print of their text. A block is the width of its ends (1 byte), the end of each of its 64 parts, and the
 * entries: how far the rest of the print moves on, and the document; sorted by both.
 */
export function writePrints(prints: Uint32Array): PrintBlocks {
  const bits = Math.min(16, Math.max(0, Math.ceil(Math.log2(Math.max(1, prints.length) / documentsPerBlock))))
  const groupBits = bits + innerBits
  const groups = 2 ** groupBits
  const ends = new Int32Array(groups + 1)
  for (const print of prints) {
    const group = topOf(print, groupBits) + 1
    ends[group] = (ends[group] as number) + 1
  }
  for (let group = 0; group < groups; group++) ends[group + 1] = (ends[group + 1] as number) + (ends[group] as number)
  const next = ends.slice(0, groups)
  const mask = 0xffffffff >>> groupBits
  const keys = new Float64Array(prints.length)
  for (let document = 0; document < prints.length; document++) {
    const print = prints[document] as number
    const group = topOf(print, groupBits)
    const place = next[group] as number
    keys[place] = (print & mask) * prints.length + document
    next[group] = place + 1
  }
  const blocks: Uint8Array[] = []
  for (let block = 0; block < 2 ** bits; block++) blocks.push(writeBlock(keys, ends, block * innerCount, prints.length))
  return { blocks, bits }
}

function writeBlock(keys: Float64Array, ends: Int32Array, firstGroup: number, documents: number): Uint8Array {
  const data = createSink(documentsPerBlock * 6)
  const places: number[] = []
  for (let group = firstGroup; group < firstGroup + innerCount; group++) {
    const part = keys.subarray(ends[group], ends[group + 1])
    if (part.length > 1) part.sort()
    let before = 0
    for (const key of part) {
      const rest = Math.floor(key / documents)
      putNumber(data, rest - before)
      putNumber(data, key - rest * documents)
      before = rest
    }
    places.push(data.length)
  }
  const width = widthOf(data.length)
  const block = createSink(1 + innerCount * width + data.length)
  putFixed(block, width, 1)
  for (const place of places) putFixed(block, place, width)
  block.bytes.set(data.bytes.subarray(0, data.length), block.length)
  block.length += data.length
  return takeBytes(block)
}

/** Visits the entries of a block, or of one of its parts, in order; `visit` says false to end early. */
function visitParts(
  block: Uint8Array,
  first: number,
  last: number,
  visit: (part: number, rest: number, document: number) => boolean,
): void {
  const width = block[0] ?? 1
  const endOf = (part: number): number => (part < 0 ? 0 : fixedAt(block, 1 + part * width, width))
  const start = 1 + innerCount * width
  for (let part = first; part <= last; part++) {
    const cursor = cursorAt(block, start + endOf(part - 1))
    const end = start + endOf(part)
    let rest = 0
    while (cursor.at < end) {
      rest += takeNumber(cursor)
      if (!visit(part, rest, takeNumber(cursor))) return
    }
  }
}

/** Documents with this print, ascending, from the block that would hold it. */
export function documentsWithPrint(block: Uint8Array, print: number, bits: number): readonly number[] {
  const found: number[] = []
  const part = topOf(print, bits + innerBits) & (innerCount - 1)
  const wanted = (print & (0xffffffff >>> (bits + innerBits))) >>> 0
  visitParts(block, part, part, (_part, rest, document) => {
    if (rest === wanted) found.push(document)
    return rest <= wanted
  })
  return found
}

/** Prints of all documents of a field, from its print blocks in order. */
export function readPrints(blocks: readonly Uint8Array[], bits: number, documents: number): Uint32Array {
  const prints = new Uint32Array(documents)
  for (const [number, block] of blocks.entries())
    visitParts(block, 0, innerCount - 1, (part, rest, document) => {
      prints[document] = (number * innerCount + part) * 2 ** (32 - bits - innerBits) + rest
      return true
    })
  return prints
}
