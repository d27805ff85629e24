import type { AnalysedDocument, SegmentRange } from '../../core/types.ts'

/** Passages of both texts that may be paired. */
export interface Units {
  readonly source: readonly SegmentRange[]
  readonly target: readonly SegmentRange[]
}

/** A paragraph of more segments than this is no unit: texts without paragraphs are looked at sentence by sentence. */
const mostSegments = 12

/** The paragraphs of a text, each as the range of its segments; those that take no part are in none. */
export function paragraphsOf(
  { segments }: AnalysedDocument,
  takesPart: (segment: number) => boolean,
): readonly SegmentRange[] {
  const ranges: { from: number; to: number }[] = []
  let block = -1
  segments.forEach((segment, i) => {
    if (!takesPart(i)) return
    const last = ranges.at(-1)
    if (last !== undefined && last.to === i && segment.block === block) last.to = i + 1
    else ranges.push({ from: i, to: i + 1 })
    block = segment.block
  })
  return ranges.filter(({ from, to }) => to - from <= mostSegments)
}

/** Every segment that takes part, as a passage of its own. */
export function sentencesOf(
  { segments }: AnalysedDocument,
  takesPart: (segment: number) => boolean,
): readonly SegmentRange[] {
  return segments.flatMap((_, i) => (takesPart(i) ? [{ from: i, to: i + 1 }] : []))
}

/** Captions and by-lines stand outside the text of an article: they repeat it, and pairs of them are of no use. */
export function isText(document: AnalysedDocument): (segment: number) => boolean {
  return (segment) => {
    const role = document.blocks[document.segments[segment]?.block ?? -1]?.role
    return role === 'body' || role === 'heading'
  }
}

/** Whether a range is all that takes part of its paragraph. */
export function wholeParagraphs(document: AnalysedDocument): (range: SegmentRange) => boolean {
  const blockOf = (segment: number): number | undefined => document.segments[segment]?.block
  return ({ from, to }) => blockOf(from - 1) !== blockOf(from) && blockOf(to) !== blockOf(to - 1)
}
