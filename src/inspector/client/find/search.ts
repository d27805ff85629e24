import type { Bead, EditedPair, EditedSide } from '../../../editing.ts'
import type { SearchHits } from '../store/types.ts'
import { finish } from '../work.ts'
import {
  createOffsetFold,
  type FoldedPieces,
  type FoldedText,
  foldInPieces,
  foldQuery,
  foldText,
  stretchOf,
} from './fold.ts'

const holdsIt = 1
/** The match starts in this segment and ends in the next one. */
const reachesOn = 2

/** Searches both texts of a pair. What it knows of them, it keeps as long as they stay the same. */
export interface Search {
  /** Undefined when nothing is searched. */
  find(pair: EditedPair, query: string): SearchHits | undefined
  /** As `find`, with pauses. */
  findInPieces(pair: EditedPair, query: string): Generator<undefined, SearchHits | undefined>
  /** Makes texts ready, so that the first search need not wait for that. */
  prepare(pair: EditedPair): Generator<undefined, void>
}

/** A search that knows no text yet. */
export function createSearch(): Search {
  const source = createSideSearch()
  const target = createSideSearch()
  const search: Search = {
    find: (pair, query) => finish(search.findInPieces(pair, query)),
    *findInPieces(pair, query) {
      const wanted = foldQuery(query)
      if (wanted === '') return undefined
      return {
        source: yield* source.find(pair.source, wanted),
        target: yield* target.find(pair.target, wanted),
      }
    },
    *prepare(pair) {
      yield* source.fold(pair.source.text)
      yield* target.fold(pair.target.text)
    },
  }
  return search
}

/** What the segments of a side hold of a query. */
interface Found {
  readonly wanted: string
  readonly hits: Uint8Array
}

interface SideSearch {
  fold(text: string): Generator<undefined, FoldedPieces>
  find(side: EditedSide, wanted: string): Generator<undefined, Uint8Array>
}

function createSideSearch(): SideSearch {
  let known: { readonly text: string; readonly folded: FoldedPieces } | undefined
  let segments: EditedSide['segments'] | undefined
  /** Each begins with the one before it, and so has no hit where that has none. */
  let found: readonly Found[] = []
  const side: SideSearch = {
    *fold(text) {
      if (known?.text !== text) known = { text, folded: yield* foldInPieces(text) }
      return known.folded
    },
    *find(searched, wanted) {
      const folded = yield* side.fold(searched.text)
      if (segments !== searched.segments) found = []
      segments = searched.segments
      const shorter = found.filter((each) => wanted.startsWith(each.wanted))
      const last = shorter.at(-1)
      if (last?.wanted === wanted) return last.hits
      const hits = yield* matchSegments(searched, folded, wanted, last?.hits)
      // Another search may have come between.
      if (segments === searched.segments) found = [...shorter, { wanted, hits }]
      return hits
    },
  }
  return side
}

/** True when a bead holds what is searched in either language, in the text that a person gave it where there is one. */
export function holdsHit(bead: Bead, hits: SearchHits, wanted: string): boolean {
  return sideHolds(bead, 'source', hits.source, wanted) || sideHolds(bead, 'target', hits.target, wanted)
}

function sideHolds(bead: Bead, side: 'source' | 'target', hits: Uint8Array, wanted: string): boolean {
  const own = bead.text?.[side]
  if (own !== undefined) return foldText(own).text.includes(wanted)
  const { from, to } = bead[side]
  for (let segment = from; segment < to; segment++) {
    const hit = hits[segment]
    if (hit === holdsIt || (hit === reachesOn && segment + 1 < to)) return true
  }
  return false
}

/** So many segments are searched in one piece. */
const segmentsAtOnce = 1000

/** What each segment holds of the query; only those are looked at that had an earlier hit, if that is given. */
function* matchSegments(
  { segments }: EditedSide,
  folded: FoldedPieces,
  wanted: string,
  earlier: Uint8Array | undefined,
): Generator<undefined, Uint8Array> {
  const hits = new Uint8Array(segments.length)
  const toFolded = createOffsetFold(folded)
  for (let from = 0; from < segments.length; from += segmentsAtOnce) {
    if (from > 0) yield undefined
    const to = Math.min(segments.length, from + segmentsAtOnce)
    if (earlier?.subarray(from, to).some((hit) => hit !== 0) === false) continue
    matchSome({ segments, folded, toFolded, hits }, wanted, from, to)
  }
  return hits
}

interface Matching {
  readonly segments: EditedSide['segments']
  readonly folded: FoldedPieces
  readonly toFolded: (offset: number) => number
  readonly hits: Uint8Array
}

/** Matches some segments. Once a match is found in a segment, the rest of it is not looked at. */
function matchSome({ segments, folded, toFolded, hits }: Matching, wanted: string, from: number, to: number): void {
  const first = segments[from]
  // A match may reach on into the segment behind.
  const last = segments[to] ?? segments[to - 1]
  if (first === undefined || last === undefined) return
  const { text, start: base } = stretchOf(folded, toFolded(first.span.start), toFolded(last.span.end))
  const offsetOf = (offset: number): number => toFolded(offset) - base
  let hit = text.indexOf(wanted, offsetOf(first.span.start))
  for (let i = from; i < to && hit >= 0; i++) {
    const segment = segments[i]
    if (segment === undefined) break
    const start = offsetOf(segment.span.start)
    const end = offsetOf(segment.span.end)
    if (hit < start) hit = text.indexOf(wanted, start)
    if (hit < 0 || hit >= end) continue
    const next = segments[i + 1]
    if (hit + wanted.length <= end) hits[i] = holdsIt
    else if (next !== undefined && hit + wanted.length <= offsetOf(next.span.end)) hits[i] = reachesOn
  }
}

/** Where a text holds what is searched: offsets into the text as it is, from left to right without overlap. */
export function findMatches(text: string, query: string): readonly (readonly [start: number, end: number])[] {
  const wanted = foldQuery(query)
  if (wanted === '') return []
  const folded = foldText(text)
  const matches: [number, number][] = []
  for (let at = folded.text.indexOf(wanted); at >= 0; at = folded.text.indexOf(wanted, at + wanted.length))
    matches.push([unfoldOffset(folded, at, 'start'), endOfMarks(text, unfoldOffset(folded, at + wanted.length, 'end'))])
  return matches
}

/** What was left out before a start is no part of a match; what was left out within it is. */
function unfoldOffset({ dropped }: FoldedText, offset: number, edge: 'start' | 'end'): number {
  let count = 0
  while (count < dropped.length && isBefore(dropped[count] ?? 0, offset, edge)) count++
  return offset + count
}

/** Marks belong to the letter before them. */
function endOfMarks(text: string, offset: number): number {
  let end = offset
  while (/^\p{Mn}$/u.test(text.charAt(end))) end++
  return end
}

function isBefore(dropped: number, offset: number, edge: 'start' | 'end'): boolean {
  return edge === 'start' ? dropped <= offset : dropped < offset
}
