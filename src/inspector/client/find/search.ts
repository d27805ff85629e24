import type { Bead, EditedPair, EditedSide } from '../../../editing.ts'
import { createOffsetFold, type FoldedText, foldQuery, foldText } from './fold.ts'

/** A side of the pair made ready for searching. */
export interface SearchedSide {
  readonly side: EditedSide
  readonly folded: FoldedText
}

const holdsIt = 1
/** The match starts in this segment and ends in the next one. */
const reachesOn = 2

/** 1 for each bead that holds the query in either language, in the text that a person gave it where there is one. */
export function searchBeads(
  pair: EditedPair,
  source: FoldedText,
  target: FoldedText,
  query: string,
  into: Uint8Array,
): Uint8Array {
  const wanted = foldQuery(query)
  const inSource = matchSegments({ side: pair.source, folded: source }, wanted)
  const inTarget = matchSegments({ side: pair.target, folded: target }, wanted)
  for (let place = 0; place < pair.beads.length; place++) {
    const bead = pair.beads[place]
    if (bead === undefined) continue
    const isHit = sideHolds(bead, 'source', inSource, wanted) || sideHolds(bead, 'target', inTarget, wanted)
    into[place] = isHit ? 1 : 0
  }
  return into
}

function sideHolds(bead: Bead, side: 'source' | 'target', matches: Uint8Array, wanted: string): boolean {
  const own = bead.text?.[side]
  if (own !== undefined) return foldText(own).text.includes(wanted)
  const { from, to } = bead[side]
  for (let segment = from; segment < to; segment++) {
    const match = matches[segment]
    if (match === holdsIt || (match === reachesOn && segment + 1 < to)) return true
  }
  return false
}

/** What each segment holds of the query. Once a match is found in a segment, the rest of it is not looked at. */
export function matchSegments({ side, folded }: SearchedSide, wanted: string): Uint8Array {
  const { segments } = side
  const matches = new Uint8Array(segments.length)
  if (wanted === '') return matches
  const toFolded = createOffsetFold(folded)
  let hit = folded.text.indexOf(wanted)
  for (let i = 0; i < segments.length && hit >= 0; i++) {
    const segment = segments[i]
    if (segment === undefined) break
    const start = toFolded(segment.span.start)
    const end = toFolded(segment.span.end)
    if (hit < start) hit = folded.text.indexOf(wanted, start)
    if (hit < 0 || hit >= end) continue
    if (hit + wanted.length <= end) matches[i] = holdsIt
    else {
      const next = segments[i + 1]
      if (next !== undefined && hit + wanted.length <= toFolded(next.span.end)) matches[i] = reachesOn
    }
  }
  return matches
}
