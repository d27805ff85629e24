import { createSink, putBytes, unitsAt } from './bytes.ts'
import { createEntryTable, readEntries } from './dictionary-blocks.ts'
import type { FieldReader } from './field-reader.ts'
import { numbersFrom } from './head.ts'

/** A term and in how many documents it stands. */
export interface TermCount {
  readonly term: string
  readonly documents: number
}

/** All terms of a field, the commonest first, as one string to look for parts in. */
interface TermList {
  /** Each term has a line feed before and after it. */
  readonly joined: string
  /** Where each term starts, by id; one more for the end. */
  readonly starts: Int32Array
  readonly documents: Int32Array
}

const blocksAtOnce = 64
const lineFeed = 10

/** Finds terms by a part of them. The first call reads the whole dictionary, which is kept for later ones. */
export function createTermList(reader: FieldReader): (part: string, limit: number) => Promise<readonly TermCount[]> {
  let list: Promise<TermList> | undefined
  return async (part, limit) => {
    if (part.includes('\n')) return []
    list ??= readTerms(reader)
    list.catch(() => {
      list = undefined
    })
    return findParts(await list, part, limit)
  }
}

function findParts({ joined, starts, documents }: TermList, part: string, limit: number): readonly TermCount[] {
  const found: TermCount[] = []
  for (let at = joined.indexOf(part, 1); at >= 0 && found.length < limit; ) {
    const id = idAt(starts, at)
    if (id >= documents.length) break
    const end = (starts[id + 1] ?? 0) - 1
    found.push({ term: joined.slice(starts[id], end), documents: documents[id] ?? 0 })
    at = joined.indexOf(part, end + 1)
  }
  return found
}

/** Id of the term in which a place of the joined string lies. */
function idAt(starts: Int32Array, at: number): number {
  let low = 0
  let high = starts.length
  while (high - low > 1) {
    const middle = (low + high) >>> 1
    if ((starts[middle] ?? 0) <= at) low = middle
    else high = middle
  }
  return low
}

// Kernel: some hundred thousand terms are read at once when somebody first asks.
async function readTerms({ head, readBlocks }: FieldReader): Promise<TermList> {
  const flat = createSink(1 << 16)
  const ends = new Int32Array(head.terms)
  const ids = new Int32Array(head.terms)
  const documents = new Int32Array(head.terms)
  const table = createEntryTable()
  let count = 0
  for (let from = 0; from < head.firstTerms.length; from += blocksAtOnce) {
    const numbers = numbersFrom(head.dictionary + from, Math.min(blocksAtOnce, head.firstTerms.length - from))
    const blocks = await readBlocks(numbers)
    for (const number of numbers) {
      readEntries(blocks.get(number) as Uint8Array, table)
      for (let k = 0; k < table.count; k++) {
        const id = table.ids[k] as number
        ends[count] = flat.length + (table.ends[k] as number)
        ids[count++] = id
        documents[id] = table.documents[k] as number
      }
      putBytes(flat, table.terms.bytes, 0, table.terms.length)
    }
  }
  return { ...joinById(flat.bytes, ends, ids), documents }
}

/** Lays terms one after another by their ids. */
function joinById(
  flat: Uint8Array,
  ends: Int32Array,
  ids: Int32Array,
): { readonly joined: string; readonly starts: Int32Array } {
  const placeOf = new Int32Array(ids.length)
  for (let place = 0; place < ids.length; place++) placeOf[ids[place] as number] = place
  const bytes = Buffer.alloc((ends.at(-1) ?? 0) + ids.length + 1)
  const starts = new Int32Array(ids.length + 1)
  let at = 0
  let units = 1
  bytes[at++] = lineFeed
  for (let id = 0; id < ids.length; id++) {
    const place = placeOf[id] as number
    starts[id] = units
    for (let k = place === 0 ? 0 : (ends[place - 1] as number); k < (ends[place] as number); k++) {
      const byte = flat[k] as number
      bytes[at++] = byte
      if ((byte & 0xc0) !== 0x80) units++
    }
    bytes[at++] = lineFeed
    units++
  }
  starts[ids.length] = units
  return { joined: decode(bytes), starts }
}

/** UTF-8 reads what `putUnits` wrote but for halves of code points above U+FFFF, each of which stands by itself there. */
function decode(bytes: Buffer): string {
  for (let at = 0; at + 1 < bytes.length; at++)
    if (bytes[at] === 0xed && (bytes[at + 1] as number) >= 0xa0) return unitsAt(bytes, 0, bytes.length)
  return bytes.toString('utf8')
}
