import { isUtf8 } from 'node:buffer'
import type { Checked } from './checks.ts'

/** A file that is read from its start, as `writeNative` lays it out; whatever lies otherwise throws `foreignLayout`. */
export interface LineReader {
  /** Goes past these characters (ASCII). */
  skip(literal: string): void
  /** The rest of the line as the inside of an object, without the comma at its end, and nothing but these members in it. */
  members(keys: readonly string[]): Checked
  /** What `read` makes of each item of a list that stands here, a line each or more, up to its bracket. */
  list<Item>(read: (item: Checked) => Item): readonly Item[]
  isAtEnd(): boolean
}

/** Says that the bytes lie otherwise than in a file of ours; there is nothing more to say, as they are read anew then. */
export const foreignLayout = 'foreign layout'

/** So many bytes of a list are parsed at once: their values are gone before the next ones come. */
const bytesAtOnce = 1 << 16

const lineFeed = 10
const comma = 44

/** A reader at the start of a file. `file` is its name; `pieceBytes` are parsed at once, or more where no line ends. */
export function createLineReader(bytes: Uint8Array, file: string, pieceBytes = bytesAtOnce): LineReader {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 0
  const startsWith = (literal: string): boolean => buffer.toString('latin1', at, at + literal.length) === literal
  const skip = (literal: string): void => {
    if (!startsWith(literal)) throw foreignLayout
    at += literal.length
  }
  const parse = (before: string, from: number, to: number, after: string): unknown => {
    const piece = buffer.subarray(from, to)
    if (!isUtf8(piece)) throw foreignLayout
    return JSON.parse(before + piece.toString('utf8') + after)
  }
  return {
    skip,
    members(keys) {
      const end = buffer.indexOf(lineFeed, at)
      if (end <= at || buffer[end - 1] !== comma) throw foreignLayout
      const value = parse('{', at, end - 1, '}')
      const found = typeof value === 'object' && value !== null ? Object.keys(value) : []
      if (found.length !== keys.length || !keys.every((key) => found.includes(key))) throw foreignLayout
      at = end + 1
      return { value, key: '$', file }
    },
    list<Item>(read: (item: Checked) => Item): readonly Item[] {
      if (startsWith('[]')) {
        at += 2
        return []
      }
      skip('[\n')
      // A text has no line feed in it, and what comes before is parsed whole: this bracket is that of the list.
      const end = buffer.indexOf('\n]', at)
      if (end < 0) throw foreignLayout
      const items: Item[] = []
      while (at < end) {
        const stop = pieceEnd(buffer, at, end, pieceBytes)
        const values = parse('[', at, stop, ']')
        if (!Array.isArray(values) || values.length === 0) throw foreignLayout
        for (const value of values) items.push(read({ value, key: items.length, file }))
        at = stop === end ? end : stop + ',\n'.length
        if (stop !== end && at >= end) throw foreignLayout
      }
      at = end + '\n]'.length
      return items
    },
    isAtEnd: () => at === buffer.length,
  }
}

/** Where a piece of a list ends: before the comma at the end of a line, or where the list does. */
function pieceEnd(buffer: Buffer, from: number, end: number, size: number): number {
  if (end - from <= size) return end
  const found = buffer.indexOf(',\n', from + size)
  return found < 0 || found >= end ? end : found
}
