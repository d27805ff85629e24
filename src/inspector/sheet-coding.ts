import type { Segment, SegmentRange } from '../editing.ts'
import type { Runs, SheetRanges, SheetSegments } from './protocol.ts'

/** Numbers as runs of equal ones. */
export function codeRuns(values: readonly number[]): Runs {
  const runs: number[] = []
  let last = Number.NaN
  for (const value of values) {
    if (value === last) runs[runs.length - 1] = (runs.at(-1) ?? 0) + 1
    else runs.push(value, 1)
    last = value
  }
  return runs
}

/** What `codeRuns` coded. */
export function openRuns(runs: Runs): Int32Array {
  let count = 0
  for (let at = 1; at < runs.length; at += 2) count += runs[at] ?? 0
  const values = new Int32Array(count)
  let start = 0
  for (let at = 0; at + 1 < runs.length; at += 2) {
    const end = start + (runs[at + 1] ?? 0)
    values.fill(runs[at] ?? 0, start, end)
    start = end
  }
  return values
}

/** Segments in their order; their indexes are their places. */
export function codeSegments(segments: readonly Segment[]): SheetSegments {
  return {
    gaps: codeRuns(segments.map(({ span }, at) => span.start - (segments[at - 1]?.span.end ?? 0))),
    lengths: segments.map(({ span }) => span.end - span.start),
    blocks: codeRuns(segments.map(({ block }, at) => block - (segments[at - 1]?.block ?? 0))),
  }
}

/** Ranges of segments, those of one side of all beads. */
export function codeRanges(ranges: readonly SegmentRange[]): SheetRanges {
  return {
    steps: codeRuns(ranges.map(({ from }, at) => from - (ranges[at - 1]?.to ?? 0))),
    lengths: codeRuns(ranges.map(({ from, to }) => to - from)),
  }
}

/** Start and end of each range in turn. */
export function openRanges({ steps, lengths }: SheetRanges): Int32Array {
  const [before, sizes] = [openRuns(steps), openRuns(lengths)]
  const ranges = new Int32Array(2 * sizes.length)
  let end = 0
  for (let at = 0; at < sizes.length; at++) {
    const from = end + (before[at] ?? 0)
    end = from + (sizes[at] ?? 0)
    ranges[2 * at] = from
    ranges[2 * at + 1] = end
  }
  return ranges
}
