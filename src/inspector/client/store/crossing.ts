import type { Bead } from '../../../editing.ts'

/**
 * By place: 1 for beads whose target stands outside the order of the others. Those are the fewest beads that would have to go
 * so that the targets of all others ascend (what is left is a longest ascending row, by Fredman 1975).
 */
export function findCrossing(beads: readonly Bead[]): Uint8Array {
  const crossing = new Uint8Array(beads.length)
  if (isAscending(beads)) return crossing
  const places = beads.flatMap((bead, place) => (isTwoSided(bead) ? place : []))
  for (const place of places) crossing[place] = 1
  for (const place of longestAscent(beads, places)) crossing[place] = 0
  return crossing
}

function isAscending(beads: readonly Bead[]): boolean {
  let last = -1
  for (const bead of beads) {
    if (!isTwoSided(bead)) continue
    if (bead.target.from < last) return false
    last = bead.target.from
  }
  return true
}

function isTwoSided({ source, target }: Bead): boolean {
  return source.from < source.to && target.from < target.to
}

/** Those of the places whose targets make a longest ascending row. */
function longestAscent(beads: readonly Bead[], places: readonly number[]): readonly number[] {
  const startOf = (place: number): number => beads[place]?.target.from ?? 0
  /** `ends[n]`: the place that ends the row of n + 1 places whose last target is lowest. */
  const ends: number[] = []
  const before = new Int32Array(beads.length).fill(-1)
  for (const place of places) {
    const length = countLower(ends, startOf, startOf(place))
    before[place] = length === 0 ? -1 : (ends[length - 1] ?? -1)
    ends[length] = place
  }
  const row: number[] = []
  for (let place = ends.at(-1) ?? -1; place >= 0; place = before[place] ?? -1) row.push(place)
  return row
}

function countLower(ends: readonly number[], startOf: (place: number) => number, start: number): number {
  let low = 0
  let high = ends.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (startOf(ends[middle] ?? 0) < start) low = middle + 1
    else high = middle
  }
  return low
}
