import type { Bead } from '../../../editing.ts'

export type BeadShape = '1:1' | 'n:m' | 'one-sided'

/** How many segments stand on each side, in the words of the filter. */
export function shapeOf(bead: Bead): BeadShape {
  const source = bead.source.to - bead.source.from
  const target = bead.target.to - bead.target.from
  if (source === 0 || target === 0) return 'one-sided'
  return source === 1 && target === 1 ? '1:1' : 'n:m'
}

/** True when both sides hold segments. */
export function isTwoSided(bead: Bead): boolean {
  return bead.source.to > bead.source.from && bead.target.to > bead.target.from
}

/**
 * 1 for each bead that crosses others: two-sided, not rejected, and outside of the longest run of such beads whose targets
 * ascend. So of a passage that stands elsewhere only its own beads cross, not all those that it passes over.
 */
export function findCrossing(beads: readonly Bead[]): Uint8Array {
  const crossing = new Uint8Array(beads.length)
  const before = new Int32Array(beads.length)
  /** `ends[k]`: place of the bead with the lowest target that ends an ascending run of k + 1 beads. */
  const ends = new Int32Array(beads.length)
  const targetOf = (place: number): number => beads[place]?.target.from ?? 0
  let length = 0
  for (let place = 0; place < beads.length; place++) {
    const bead = beads[place]
    if (bead === undefined || !isTwoSided(bead) || bead.decision.state === 'rejected') continue
    crossing[place] = 1
    const target = bead.target.from
    let at = length
    if (length > 0 && targetOf(ends[length - 1] ?? 0) >= target) at = firstAtLeast(ends, length, target, targetOf)
    before[place] = at === 0 ? -1 : (ends[at - 1] ?? -1)
    ends[at] = place
    if (at === length) length++
  }
  for (let place = length === 0 ? -1 : (ends[length - 1] ?? -1); place >= 0; place = before[place] ?? -1)
    crossing[place] = 0
  return crossing
}

function firstAtLeast(ends: Int32Array, length: number, target: number, targetOf: (place: number) => number): number {
  let low = 0
  let high = length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (targetOf(ends[middle] ?? 0) >= target) high = middle
    else low = middle + 1
  }
  return low
}
