import type { Bead, EditedPair, EditedSide } from '../../../editing.ts'
import type { SearchHits } from '../store/types.ts'
import { createOffsetFold, type FoldedText, foldQuery, foldText } from './fold.ts'

const holdsIt = 1
/** The match starts in this segment and ends in the next one. */
const reachesOn = 2

/** Searches both texts of a pair; folds each text once, as long as it stays the same. */
export function createSearch(): (pair: EditedPair, query: string) => SearchHits | undefined {
  const source = createFoldOnce()
  const target = createFoldOnce()
  return (pair, query) => {
    const wanted = foldQuery(query)
    if (wanted === '') return undefined
    return {
      source: matchSegments(pair.source, source(pair.source.text), wanted),
      target: matchSegments(pair.target, target(pair.target.text), wanted),
    }
  }
}

function createFoldOnce(): (text: string) => FoldedText {
  let last: { readonly text: string; readonly folded: FoldedText } | undefined
  return (text) => {
    if (last === undefined || last.text !== text) last = { text, folded: foldText(text) }
    return last.folded
  }
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

/** What each segment holds of the query. Once a match is found in a segment, the rest of it is not looked at. */
function matchSegments({ segments }: EditedSide, folded: FoldedText, wanted: string): Uint8Array {
  const hits = new Uint8Array(segments.length)
  const toFolded = createOffsetFold(folded)
  let hit = folded.text.indexOf(wanted)
  for (let i = 0; i < segments.length && hit >= 0; i++) {
    const segment = segments[i]
    if (segment === undefined) break
    const start = toFolded(segment.span.start)
    const end = toFolded(segment.span.end)
    if (hit < start) hit = folded.text.indexOf(wanted, start)
    if (hit < 0 || hit >= end) continue
    const next = segments[i + 1]
    if (hit + wanted.length <= end) hits[i] = holdsIt
    else if (next !== undefined && hit + wanted.length <= toFolded(next.span.end)) hits[i] = reachesOn
  }
  return hits
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
