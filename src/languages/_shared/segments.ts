import { trimSpan } from '../../core/text.ts'
import type { Span } from '../../core/types.ts'

/** Adds the span without white space at its ends to `segments`, unless nothing is left. */
export function pushTrimmed(text: string, start: number, end: number, segments: Span[]): void {
  const span = trimSpan(text, { start, end })
  if (span.end > span.start) segments.push(span)
}

/** Splits a block as if it were the whole text, so that no rule can look beyond its ends; spans are offsets into the text. */
export function splitBlock(
  text: string,
  block: Span,
  split: (text: string, whole: Span) => readonly Span[],
): readonly Span[] {
  const inner = text.slice(block.start, block.end)
  const spans = split(inner, { start: 0, end: inner.length })
  return block.start === 0
    ? spans
    : spans.map(({ start, end }) => ({ start: start + block.start, end: end + block.start }))
}
