import type { EditedSide, SegmentRange } from '../../../editing.ts'

/** The text of the segments of a range as the document has it. */
export function beadText({ text, segments }: EditedSide, { from, to }: SegmentRange, joiner: string): string {
  return segments
    .slice(from, to)
    .map(({ span: { start, end } }) => text.slice(start, end))
    .join(joiner)
}
