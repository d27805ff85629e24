import type { SegmentRange } from '../../../editing.ts'

/** Segments as people count them, from 1: `3`, `3–7`; where there are none, `2/3` says between which they would stand. */
export function segmentNumbers({ from, to }: SegmentRange, format: (count: number) => string): string {
  if (to - from === 1) return format(to)
  return to === from ? `${format(from)}/${format(from + 1)}` : `${format(from + 1)}–${format(to)}`
}
