import type { Bead, Relation } from '../../../editing.ts'
import type { CheckKind } from '../../protocol.ts'
import { isTwoSided } from './shape.ts'

/**
 * Places of the beads that may be accepted together: undecided, two-sided, at least this confident, without a failed check.
 * `among` (ascending places) leaves all others out.
 */
export function acceptableBeads(
  beads: readonly Bead[],
  failed: ReadonlyMap<string, readonly CheckKind[]>,
  leastConfidence: number,
  among?: readonly number[],
): readonly number[] {
  const places: number[] = []
  const count = among?.length ?? beads.length
  for (let i = 0; i < count; i++) {
    const place = among === undefined ? i : (among[i] ?? -1)
    const bead = beads[place]
    if (bead === undefined || bead.decision.state !== 'proposed' || bead.confidence < leastConfidence) continue
    if (isTwoSided(bead) && !failed.has(bead.id)) places.push(place)
  }
  return places
}

/** The least confident of some beads, and as many again spread evenly over the rest; ascending, `size` in all when there are. */
export function samplePlaces(beads: readonly Bead[], places: readonly number[], size: number): readonly number[] {
  if (places.length <= size) return places
  const weakest = weakestPlaces(beads, places, Math.floor(size / 2))
  const sample = new Set(weakest)
  const rest = places.filter((place) => !sample.has(place))
  const wanted = size - sample.size
  for (let i = 0; i < wanted; i++) {
    const place = rest[Math.floor(((i + 0.5) * rest.length) / wanted)]
    if (place !== undefined) sample.add(place)
  }
  return [...sample].sort((a, b) => a - b)
}

function weakestPlaces(beads: readonly Bead[], places: readonly number[], size: number): readonly number[] {
  const confidenceOf = (place: number): number => beads[place]?.confidence ?? 0
  const weakest: number[] = []
  for (const place of places) {
    const last = weakest.at(-1)
    if (weakest.length === size && last !== undefined && confidenceOf(last) <= confidenceOf(place)) continue
    const at = weakest.findIndex((other) => confidenceOf(other) > confidenceOf(place))
    weakest.splice(at < 0 ? weakest.length : at, 0, place)
    if (weakest.length > size) weakest.pop()
  }
  return weakest
}

/** How many beads an export takes: what a person decided wins over relation and confidence, as on the command line. */
export function countExported(beads: readonly Bead[], relations: ReadonlySet<Relation>, minConfidence: number): number {
  let count = 0
  for (const bead of beads) {
    const { state } = bead.decision
    if (!isTwoSided(bead) || state === 'rejected') continue
    if (state !== 'proposed' || (relations.has(bead.relation) && bead.confidence >= minConfidence)) count++
  }
  return count
}

/** Place of the bead that holds a segment, -1 when none does. */
export function placeOfSegment(beads: readonly Bead[], side: 'source' | 'target', segment: number): number {
  for (let place = 0; place < beads.length; place++) {
    const range = beads[place]?.[side]
    if (range !== undefined && range.from <= segment && segment < range.to) return place
  }
  return -1
}
