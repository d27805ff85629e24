import type { TermEntry } from './dictionary-blocks.ts'
import type { FieldReader } from './field-reader.ts'
import { firstOfLength } from './head.ts'
import { type Piece, pieceSize, readPiece } from './posting-blocks.ts'
import type { Occurrence } from './types.ts'

export interface PhraseResult {
  readonly found: readonly Occurrence[]
  /** False when there may be more. */
  readonly isAll: boolean
}

/** About so many documents of the rarest token are taken in the first step; each step takes twice as many. */
const firstStep = 2048

/** Documents with one of each list of alternatives in a row. */
export async function findPhrase(
  reader: FieldReader,
  alternatives: readonly (readonly string[])[],
  limit: number,
  skip: number,
): Promise<PhraseResult> {
  const places = await findAlternatives(reader, alternatives)
  if (places.length === 0 || places.some(({ entries }) => entries.length === 0)) return { found: [], isAll: true }
  const rarestFirst = [...places].sort((a, b) => a.documents - b.documents)
  const found: Occurrence[] = []
  const { documents } = reader.head
  let from = firstOfLength(reader.head, places.length)
  let step = Math.ceil((documents * firstStep) / (rarestFirst[0]?.documents || 1))
  while (from < documents && found.length <= skip + limit) {
    const to = Math.min(documents, from + step)
    const wanted = skip + limit + 1 - found.length
    const hits = await keepPhrases(reader, places, await intersect(reader, rarestFirst, from, to), wanted)
    found.push(...(await reader.occurrencesOf(hits)).filter(({ owner }) => owner !== 0))
    // Some of the hits may belong to nobody: what comes after them in this step is looked at then.
    from = hits.length < wanted ? to : (hits.at(-1) ?? to) + 1
    step *= 2
  }
  return { found: found.slice(skip, skip + limit), isAll: found.length <= skip + limit }
}

/** One token of a phrase: the terms that may stand there. */
interface Place {
  readonly entries: readonly TermEntry[]
  readonly ids: ReadonlySet<number>
  /** At most so many documents have one of them. */
  readonly documents: number
}

async function findAlternatives(
  reader: FieldReader,
  alternatives: readonly (readonly string[])[],
): Promise<readonly Place[]> {
  const terms = [...new Set(alternatives.flat())]
  const found = await reader.findTerms(terms)
  const entryOf = new Map(terms.map((term, k) => [term, found[k]]))
  return alternatives.map((list) => {
    const entries = [...new Set(list)].flatMap((term) => entryOf.get(term) ?? [])
    const documents = entries.reduce((sum, entry) => sum + entry.documents, 0)
    return { entries, ids: new Set(entries.map(({ id }) => id)), documents }
  })
}

// Kernel: a phrase of common tokens goes through all their postings.
/** Documents of `from..to` (exclusive) that have a term of each place, ascending. */
async function intersect(
  reader: FieldReader,
  rarestFirst: readonly Place[],
  from: number,
  to: number,
): Promise<Int32Array> {
  let common: Int32Array | undefined
  for (const place of rarestFirst) {
    common = await documentsOf(reader, place, from, to, common)
    if (common.length === 0) return common
  }
  return common ?? new Int32Array(0)
}

/** Documents of `from..to` that have one of the place's terms, of those in `among` where that is given. */
async function documentsOf(
  reader: FieldReader,
  { entries }: Place,
  from: number,
  to: number,
  among: Int32Array | undefined,
): Promise<Int32Array> {
  const { postings } = reader.head
  const pieces = entries.map((entry) => piecesWithin(entry, from, to, among))
  const blocks = await reader.readBlocks(pieces.flat().map(({ block }) => postings + block))
  let union: Int32Array | undefined
  for (const list of pieces) {
    const documents = new Int32Array(list.length * pieceSize)
    let count = 0
    for (const piece of list) {
      const block = blocks.get(postings + piece.block)
      if (block !== undefined) count = readPiece(block, piece, from, to, documents, count)
    }
    const kept = documents.subarray(0, among === undefined ? count : keepCommon(documents, count, among))
    union = union === undefined ? kept : unite(union, kept)
  }
  return union ?? new Int32Array(0)
}

function piecesWithin(
  { pieces }: TermEntry,
  from: number,
  to: number,
  among: Int32Array | undefined,
): readonly Piece[] {
  let next = 0
  return pieces.filter((piece, k) => {
    const start = Math.max(from, piece.base + 1)
    const end = Math.min(to, (pieces[k + 1]?.base ?? Number.MAX_SAFE_INTEGER - 1) + 1)
    if (start >= end || among === undefined) return start < end
    while (next < among.length && (among[next] as number) < start) next++
    return next < among.length && (among[next] as number) < end
  })
}

/** Keeps at the start of the first list what is also in the second, and returns how many that is. */
function keepCommon(list: Int32Array, length: number, other: Int32Array): number {
  let count = 0
  let b = 0
  for (let a = 0; a < length; a++) {
    const value = list[a] as number
    while (b < other.length && (other[b] as number) < value) b++
    if (b < other.length && other[b] === value) list[count++] = value
  }
  return count
}

function unite(a: Int32Array, b: Int32Array): Int32Array {
  const out = new Int32Array(a.length + b.length)
  let count = 0
  let x = 0
  let y = 0
  while (x < a.length || y < b.length) {
    const left = x < a.length ? (a[x] as number) : Number.MAX_SAFE_INTEGER
    const right = y < b.length ? (b[y] as number) : Number.MAX_SAFE_INTEGER
    if (left <= right) x++
    if (right <= left) y++
    out[count++] = Math.min(left, right)
  }
  return out.subarray(0, count)
}

/** Documents in which the places follow each other, at most so many. */
async function keepPhrases(
  reader: FieldReader,
  places: readonly Place[],
  candidates: Int32Array,
  limit: number,
): Promise<readonly number[]> {
  if (places.length === 1) return Array.from(candidates.subarray(0, limit))
  const hits: number[] = []
  const isAt = isPhraseAt(places)
  await reader.visitSequences(candidates, (document, ids, length) => {
    for (let start = 0; start + places.length <= length; start++)
      if (isAt(ids, start)) {
        hits.push(document)
        break
      }
    return hits.length < limit
  })
  return hits
}

function isPhraseAt(places: readonly Place[]): (ids: Int32Array, start: number) => boolean {
  const single = Int32Array.from(places, ({ ids }) => (ids.size === 1 ? ([...ids][0] as number) : -1))
  const sets = places.map(({ ids }) => ids)
  return (ids, start) => {
    for (let k = 0; k < single.length; k++) {
      const id = ids[start + k] as number
      if (single[k] === -1 ? !(sets[k] as ReadonlySet<number>).has(id) : single[k] !== id) return false
    }
    return true
  }
}
