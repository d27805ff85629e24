import { createPattern } from '../text/edit-bits.ts'
import type { TermEntry } from './dictionary-blocks.ts'
import type { FieldReader } from './field-reader.ts'
import { type FieldHead, firstOfLength } from './head.ts'
import { countPiece, pieceSize } from './posting-blocks.ts'
import type { Found } from './types.ts'

/** Beyond what recall asks for, lists are scanned as long as they are not longer than so many postings together. */
const scanBudget = 200_000
const tolerance = 1e-9

/**
 * The largest edit distance with which two texts, the longer of so many tokens, reach the threshold; -1 when none does. Says
 * the same as 1 − distance / longer ≥ min − 1e-9, whatever rounding does.
 */
export function mostEdits(longer: number, min: number): number {
  const passes = (distance: number): boolean => 1 - distance / longer >= min - tolerance
  let distance = Math.min(longer, Math.max(-1, Math.floor((1 - min) * longer)))
  while (distance < longer && passes(distance + 1)) distance++
  while (distance >= 0 && !passes(distance)) distance--
  return distance
}

/** What a query asks for in one field. */
interface Plan {
  readonly tokens: number
  readonly min: number
  /** Documents whose length can do: `from..to`, exclusive. */
  readonly from: number
  readonly to: number
  /** Lists that are scanned; each counts as often as the query has its token. */
  readonly lists: readonly WeighedList[]
  /** What a document can share with the query beyond the lists that are scanned. */
  readonly unscanned: number
}

interface WeighedList {
  readonly entry: TermEntry
  readonly weight: number
  /** About how many of its postings have to be read. */
  readonly size: number
}

/**
 * Finds all documents at or above a threshold. A document at edit distance d shares, as a bag, at least the longer length − d
 * tokens; so documents are counted by the query's rarest tokens, until the rest alone cannot be enough, and those that may
 * still share enough are compared in full.
 */
export function createFuzzySearch(
  reader: FieldReader,
): (tokens: readonly string[], min: number) => Promise<readonly Found[]> {
  const candidatesOf = createCounter(reader.head)
  return async (tokens, min) => {
    if (tokens.length === 0) return []
    const weights = new Map<string, number>()
    for (const token of tokens) weights.set(token, (weights.get(token) ?? 0) + 1)
    const terms = [...weights.keys()]
    const entries = await reader.findTerms(terms)
    const plan = makePlan(reader.head, tokens.length, min, entries, [...weights.values()])
    if (plan === undefined) return []
    const blocks = await reader.readBlocks(blocksOf(reader.head, plan))
    const candidates = candidatesOf(plan, blocks)
    const idOf = new Map(terms.map((term, k) => [term, entries[k]?.id ?? -1]))
    return await verify(
      reader,
      tokens.map((token) => idOf.get(token) ?? -1),
      min,
      candidates,
    )
  }
}

function makePlan(
  head: FieldHead,
  tokens: number,
  min: number,
  entries: readonly (TermEntry | undefined)[],
  weights: readonly number[],
): Plan | undefined {
  const allowed = mostEdits(tokens, min)
  if (allowed < 0) return undefined
  const from = firstOfLength(head, Math.max(1, tokens - allowed))
  const to = firstOfLength(head, longestLength(head, tokens, min) + 1)
  if (from >= to) return undefined
  const lists = entries
    .flatMap((entry, k) => {
      if (entry === undefined) return []
      return [{ entry, weight: weights[k] ?? 1, size: postingsWithin(entry, from, to) }]
    })
    .sort((a, b) => a.size - b.size)
  const known = lists.reduce((sum, { weight }) => sum + weight, 0)
  if (known < tokens - allowed) return undefined
  return { tokens, min, from, to, ...chooseLists(lists, known, tokens - allowed) }
}

/** Longest length that occurs and from which a text of so many tokens is not too far. */
function longestLength(head: FieldHead, tokens: number, min: number): number {
  const longest = head.lengths.at(-1)?.length ?? 0
  if (min <= tolerance) return longest
  let length = Math.min(longest, Math.ceil(tokens / (min - tolerance)) + 1)
  while (length > tokens && length - tokens > mostEdits(length, min)) length--
  return length
}

function postingsWithin(entry: TermEntry, from: number, to: number): number {
  if (entry.pieces.length < 2) return entry.documents
  return entry.pieces.filter((_, k) => isWithin(entry, k, from, to)).length * pieceSize
}

/** True when a piece may hold documents of a window. */
function isWithin({ pieces }: TermEntry, piece: number, from: number, to: number): boolean {
  const next = pieces[piece + 1]
  return (pieces[piece]?.base ?? 0) + 1 < to && (next === undefined || next.base + 1 > from)
}

function chooseLists(
  lists: readonly WeighedList[],
  known: number,
  needed: number,
): { readonly lists: readonly WeighedList[]; readonly unscanned: number } {
  let unscanned = known
  let postings = 0
  let count = 0
  for (const { weight, size } of lists) {
    if (unscanned < needed && postings + size > scanBudget) break
    unscanned -= weight
    postings += size
    count++
  }
  return { lists: lists.slice(0, count), unscanned }
}

function* blocksOf({ postings }: FieldHead, { lists, from, to }: Plan): Generator<number> {
  for (const { entry } of lists)
    for (const [k, { block }] of entry.pieces.entries()) if (isWithin(entry, k, from, to)) yield postings + block
}

type Counts = Uint8Array | Uint16Array | Uint32Array

// Kernel: goes through some hundred thousand postings a query. The counts are kept from query to query; nothing waits between
// their first and last use.
function createCounter(head: FieldHead): (plan: Plan, blocks: ReadonlyMap<number, Uint8Array>) => Int32Array {
  let memory = new ArrayBuffer(0)
  return (plan, blocks) => {
    const { from, to, lists, tokens } = plan
    const width = tokens < 256 ? 1 : tokens < 65_536 ? 2 : 4
    const room = Math.ceil((to - from) / 4) * 4
    if (memory.byteLength < room * width) memory = new ArrayBuffer(room * width)
    const counts = countsIn(memory, width, room)
    counts.fill(0)
    for (const { entry, weight } of lists)
      for (const [k, piece] of entry.pieces.entries()) {
        const block = isWithin(entry, k, from, to) ? blocks.get(head.postings + piece.block) : undefined
        if (block !== undefined) countPiece(block, piece, from, to, counts, weight)
      }
    return collect(head, plan, counts, memory)
  }
}

function countsIn(memory: ArrayBuffer, width: number, room: number): Counts {
  if (width === 1) return new Uint8Array(memory, 0, room)
  return width === 2 ? new Uint16Array(memory, 0, room) : new Uint32Array(memory, 0, room)
}

/** Documents that may share enough, ascending. What a document of one length has to share is the same for all of that length. */
function collect(head: FieldHead, plan: Plan, counts: Counts, memory: ArrayBuffer): Int32Array {
  const { from, to, tokens, min, unscanned } = plan
  const fours = new Uint32Array(memory)
  const isByte = counts.BYTES_PER_ELEMENT === 1
  let found = new Int32Array(1024)
  let count = 0
  for (const [k, { length, first }] of head.lengths.entries()) {
    const start = Math.max(from, first) - from
    const end = Math.min(to, head.lengths[k + 1]?.first ?? head.documents) - from
    if (start >= end) continue
    const longer = Math.max(tokens, length)
    const least = longer - mostEdits(longer, min) - unscanned
    for (let at = start; at < end; at++) {
      if (isByte && least > 0 && (at & 3) === 0 && fours[at >> 2] === 0) {
        at += 3
        continue
      }
      if ((counts[at] as number) < least) continue
      if (count === found.length) found = grow(found)
      found[count++] = at + from
    }
  }
  return found.subarray(0, count)
}

function grow(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2)
  larger.set(array)
  return larger
}

async function verify(
  reader: FieldReader,
  query: readonly number[],
  min: number,
  candidates: Int32Array,
): Promise<readonly Found[]> {
  const pattern = createPattern(query)
  const near: { readonly document: number; readonly distance: number; readonly length: number }[] = []
  let before = -1
  let allowed = -1
  await reader.visitSequences(candidates, (document, ids, length) => {
    if (length !== before) allowed = mostEdits(Math.max(query.length, length), min)
    before = length
    const distance = pattern.distance(ids, 0, length, allowed)
    if (distance <= allowed) near.push({ document, distance, length })
    return true
  })
  const occurrences = await reader.occurrencesOf(near.map(({ document }) => document))
  return near.flatMap(({ distance, length }, k) => {
    const occurrence = occurrences[k]
    return occurrence === undefined || occurrence.owner === 0 ? [] : [{ ...occurrence, distance, length }]
  })
}
