import type { TermEntry } from './dictionary-blocks.ts'
import { type FieldHead, firstOfLength } from './head.ts'
import { type Piece, pieceSize } from './posting-blocks.ts'

/** For each document that the leading lists may bring, so many more postings are worth counting to spare comparing it in full (measured). */
const postingsPerDocument = 10
/** Beyond what recall asks for, lists are scanned as long as they have not more postings together; never fewer, never more. */
const leastPostings = 20_000
const mostPostings = 2_000_000
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
export interface Plan {
  readonly tokens: number
  readonly min: number
  /** Documents whose length can do: `from..to`, exclusive. */
  readonly from: number
  readonly to: number
  /** Lists that are scanned; each counts as often as the query has its token. */
  readonly lists: readonly WeighedList[]
  /** So many of them are enough to find every document: the rest of the query cannot be enough for one. */
  readonly leading: number
  /** About how many postings these have. */
  readonly leadingPostings: number
  /** What a document can share with the query beyond the lists that are scanned. */
  readonly unscanned: number
}

export interface WeighedList {
  /** Terms that count as one token; mostly one. */
  readonly entries: readonly TermEntry[]
  readonly weight: number
  /** About how many of its postings have to be read. */
  readonly size: number
}

/** Undefined when no document of the field can reach the threshold. */
export function makePlan(
  head: FieldHead,
  tokens: number,
  min: number,
  entries: readonly (readonly TermEntry[])[],
  weights: readonly number[],
): Plan | undefined {
  const allowed = mostEdits(tokens, min)
  if (allowed < 0) return undefined
  const from = firstOfLength(head, Math.max(1, tokens - allowed))
  const to = firstOfLength(head, longestLength(head, tokens, min) + 1)
  if (from >= to) return undefined
  const lists = entries
    .flatMap((alike, k) => {
      if (alike.length === 0) return []
      const size = alike.reduce((sum, entry) => sum + postingsWithin(entry, from, to), 0)
      return [{ entries: alike, weight: weights[k] ?? 1, size }]
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

/**
 * Takes the rarest lists until what is left cannot be enough by itself, and then those that cost less than comparing the
 * documents that they may rule out.
 */
function chooseLists(
  lists: readonly WeighedList[],
  known: number,
  needed: number,
): Pick<Plan, 'lists' | 'leading' | 'leadingPostings' | 'unscanned'> {
  let unscanned = known
  let leadingPostings = 0
  let leading = 0
  for (const { weight, size } of lists) {
    if (unscanned < needed) break
    unscanned -= weight
    leadingPostings += size
    leading++
  }
  let budget = Math.min(mostPostings, Math.max(leastPostings, leadingPostings * postingsPerDocument))
  let count = leading
  for (const { weight, size } of lists.slice(leading)) {
    if (size > budget) break
    budget -= size
    unscanned -= weight
    count++
  }
  return { lists: lists.slice(0, count), leading, leadingPostings, unscanned }
}

/** Pieces of a list that may hold documents of the plan's window. */
export const piecesOfPlan = ({ entries }: WeighedList, { from, to }: Plan): readonly Piece[] =>
  entries.flatMap((entry) =>
    entry.pieces.length < 2 ? entry.pieces : entry.pieces.filter((_, k) => isWithin(entry, k, from, to)),
  )
