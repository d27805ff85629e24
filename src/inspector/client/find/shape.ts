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
