import type { Bead, SegmentRange } from '../../core/types.ts'
import { misfit } from './misfit.ts'
import { isEmpty, overlap, sizeOf } from './ranges.ts'
import type { Side } from './types.ts'

/** First place whose bead begins at this segment of the source or behind it; beads come in the order of the source. */
export function placeFrom(beads: readonly Bead[], segment: number): number {
  let [low, high] = [0, beads.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((beads[middle]?.source.from ?? 0) < segment) low = middle + 1
    else high = middle
  }
  return low
}

/** Place of the bead of this id. The id tells where to look first. Fails with EDITS_MISFIT when there is none. */
export function placeOf(beads: readonly Bead[], id: string): number {
  const segment = Number.parseInt(id, 10)
  for (let at = placeFrom(beads, segment); beads[at]?.source.from === segment; at++) if (beads[at]?.id === id) return at
  const at = beads.findIndex((bead) => bead.id === id)
  if (at < 0) throw misfit(`there is no bead ${id}`)
  return at
}

/** This many ids are looked up one by one; more are found in one pass over all beads. */
const mostLookedUp = 256

/** Places of beads, ascending, each once. Fails with EDITS_MISFIT for an id that no bead has, and for no ids at all. */
export function placesOf(beads: readonly Bead[], ids: readonly string[]): readonly number[] {
  if (ids.length === 0) throw misfit('it names no bead')
  const wanted = new Set(ids)
  if (wanted.size <= mostLookedUp) return [...wanted].map((id) => placeOf(beads, id)).sort((a, b) => a - b)
  const places: number[] = []
  beads.forEach((bead, at) => {
    if (wanted.has(bead.id)) places.push(at)
  })
  if (places.length === wanted.size) return places
  const there = new Set(places.map((at) => beads[at]?.id))
  throw misfit(`there is no bead ${ids.find((id) => !there.has(id))}`)
}

/** The bead at a place. */
export function beadAt(beads: readonly Bead[], at: number): Bead {
  const bead = beads[at]
  if (bead === undefined) throw misfit(`there is no bead at place ${at + 1}`)
  return bead
}

/** Places of the beads that hold these segments of a side; looks from the place `near` outwards until it has them all. */
export function placesHolding(beads: readonly Bead[], side: Side, range: SegmentRange, near: number): number[] {
  const places: number[] = []
  let left = sizeOf(range)
  const look = (at: number): void => {
    const held = beads[at]?.[side]
    if (held === undefined || isEmpty(held) || !overlap(held, range)) return
    places.push(at)
    left -= Math.min(held.to, range.to) - Math.max(held.from, range.from)
  }
  for (let [down, up] = [near, near + 1]; left > 0 && (down >= 0 || up < beads.length); down--, up++) {
    look(down)
    look(up)
  }
  return places
}
