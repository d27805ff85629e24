/** A stretch of a text that is marked; UTF-16 offsets into that text. */
export interface MarkSpan {
  readonly start: number
  readonly end: number
  /** What it is marked as; equal marks that overlap are painted once. */
  readonly mark: string
}

/** A text cut where marks begin and end: plain pieces, and marked ones with pieces inside. */
export type MarkNode = { readonly text: string } | { readonly mark: string; readonly inside: readonly MarkNode[] }

/**
 * The text between two offsets with its marks, nested. Where two marks overlap and neither holds the other, the later one is cut at
 * the end of the earlier one, so that every letter still stands in all marks that cover it.
 */
export function nestMarks(text: string, start: number, end: number, spans: readonly MarkSpan[]): readonly MarkNode[] {
  const inside = spans
    .map((span) => ({ ...span, start: Math.max(start, span.start), end: Math.min(end, span.end) }))
    .filter((span) => span.start < span.end)
    .sort((a, b) => a.start - b.start || b.end - a.end)
  return nest(text, start, end, inside, [])
}

function nest(
  text: string,
  start: number,
  end: number,
  spans: readonly MarkSpan[],
  open: readonly string[],
): readonly MarkNode[] {
  const nodes: MarkNode[] = []
  let at = start
  let rest = spans
  while (rest.length > 0) {
    const [first, ...others] = rest
    if (!first) break
    if (first.start > at) nodes.push({ text: text.slice(at, first.start) })
    at = first.end
    const { within, after } = splitAt(others, first.end)
    const children = nest(text, first.start, first.end, within, [...open, first.mark])
    if (open.includes(first.mark)) nodes.push(...children)
    else nodes.push({ mark: first.mark, inside: children })
    rest = after
  }
  if (at < end) nodes.push({ text: text.slice(at, end) })
  return nodes
}

function splitAt(
  spans: readonly MarkSpan[],
  edge: number,
): { readonly within: readonly MarkSpan[]; readonly after: readonly MarkSpan[] } {
  const within: MarkSpan[] = []
  const after: MarkSpan[] = []
  for (const span of spans) {
    if (span.start < edge) within.push({ ...span, end: Math.min(edge, span.end) })
    if (span.end > edge) after.push({ ...span, start: Math.max(edge, span.start) })
  }
  return { within, after: after.sort((a, b) => a.start - b.start || b.end - a.end) }
}
