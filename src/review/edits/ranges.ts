import type { Bead, SegmentRange } from '../../core/types.ts'

/** True for a side without segments, which then only knows its place. */
export const isEmpty = ({ from, to }: SegmentRange): boolean => from >= to

/** True when both hold a segment that is the same. */
export const overlap = (a: SegmentRange, b: SegmentRange): boolean => Math.max(a.from, b.from) < Math.min(a.to, b.to)

/** True when all segments of the first are among those of the second. */
export const isWithin = (a: SegmentRange, b: SegmentRange): boolean => isEmpty(a) || (a.from >= b.from && a.to <= b.to)

export const sizeOf = ({ from, to }: SegmentRange): number => Math.max(0, to - from)

/** The id that a bead over these segments has. */
export const idOf = ({ source, target }: Pick<Bead, 'source' | 'target'>): string =>
  `${source.from}-${source.to}:${target.from}-${target.to}`

/** Segments as a person counts them: `4` or `4 to 6`. */
export const segmentText = ({ from, to }: SegmentRange): string => (to - from === 1 ? `${to}` : `${from + 1} to ${to}`)
