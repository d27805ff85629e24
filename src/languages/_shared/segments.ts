import { trimSpan } from '../../core/text.ts'
import type { Span } from '../../core/types.ts'

/** Adds the span without white space at its ends to `segments`, unless nothing is left. */
export function pushTrimmed(text: string, start: number, end: number, segments: Span[]): void {
  const span = trimSpan(text, { start, end })
  if (span.end > span.start) segments.push(span)
}
