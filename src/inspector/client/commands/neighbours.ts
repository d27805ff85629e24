import type { Bead, SegmentRange } from '../../../editing.ts'
import { placeFrom, placeOfId } from '../store/places.ts'
import type { EditDraft, PageState } from '../store/types.ts'

/** The current bead, if there is one. */
export function currentBead(state: PageState): Bead | undefined {
  return state.editing.pair.beads[state.current]
}

/** Ids of the selected beads, or that of the current one when none is selected. */
export function actedIds(state: PageState): readonly string[] {
  const here = currentBead(state)?.id
  return state.selected.size > 0 ? [...state.selected] : here === undefined ? [] : [here]
}

/** More beads than this are not merged into one. */
const mostMerged = 50

/** A merge of the selected beads when they are neighbours, else of the current one and the bead `step` further. */
export function draftMerge(state: PageState, step: 1 | -1): EditDraft | undefined {
  const { beads: all } = state.editing.pair
  if (state.selected.size > mostMerged) return undefined
  const chosen = state.selected.size > 1 ? [...state.selected].map((id) => placeOfId(all, id)) : undefined
  const places = (chosen ?? [state.current, state.current + step]).sort((a, b) => a - b)
  const first = places[0] ?? -1
  const isRow = places.every((place, index) => place === first + index)
  const beads = places.flatMap((place) => all[place]?.id ?? [])
  return isRow && beads.length === places.length && beads.length > 1 ? { edit: 'merge', beads } : undefined
}

/**
 * The boundary behind the current bead moves by one segment of a side: the bead takes the first segment behind it (`pull`), or
 * gives its last one away (`push`).
 */
export function draftMove(state: PageState, side: 'source' | 'target', way: 'pull' | 'push'): EditDraft | undefined {
  const bead = currentBead(state)
  const { pair } = state.editing
  if (!bead || bead[side].to >= pair[side].segments.length) return undefined
  const neighbour = beadFrom(pair.beads, side, bead[side].to, state.current)
  if (!neighbour) return undefined
  if (way === 'pull') return { edit: 'move', side, segment: bead[side].to, to: bead.id }
  if (isEmpty(bead[side])) return undefined
  return { edit: 'move', side, segment: bead[side].to - 1, to: neighbour.id }
}

/** The bead that holds a segment of a side; searched from a place on to both sides. */
function beadFrom(beads: readonly Bead[], side: 'source' | 'target', segment: number, near: number): Bead | undefined {
  return beads[placeOf(beads, side, segment, near)]
}

/** Place of the bead that holds a segment of a side, or -1; for the target quickest when it lies near the given place. */
export function placeOf(beads: readonly Bead[], side: 'source' | 'target', segment: number, near: number): number {
  const start = side === 'source' ? placeFrom(beads, segment) : near
  for (let step = 0; step < beads.length; step++) {
    if (holds(beads[start + step], side, segment)) return start + step
    if (step > 0 && holds(beads[start - step], side, segment)) return start - step
    if (start + step >= beads.length && start - step < 0) break
  }
  return -1
}

function holds(bead: Bead | undefined, side: 'source' | 'target', segment: number): boolean {
  return bead !== undefined && bead[side].from <= segment && segment < bead[side].to
}

/** True for a range without segments, which knows only its place. */
export function isEmpty(range: SegmentRange): boolean {
  return range.from === range.to
}
