import type { Place, Span } from './types.ts'

/** The text of a span. */
export function textOf(text: string, span: Span): string {
  return text.slice(span.start, span.end)
}

/** The span without white space (also no-break and ideographic space) at its ends; empty at `start` when nothing is left. */
export function trimSpan(text: string, span: Span): Span {
  let { start, end } = span
  while (start < end && isSpace(text.charCodeAt(start))) start++
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--
  return { start, end }
}

/** White space as `String.prototype.trim` sees it, by UTF-16 unit, without building strings. */
export function isSpace(code: number): boolean {
  if (code <= 32) return code === 32 || (code >= 9 && code <= 13)
  if (code < 160) return false
  return (
    code === 0xa0 ||
    code === 0x3000 ||
    code === 0xfeff ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f
  )
}

/** Spans of the lines of a text, without their line ends; LF, CRLF and CR all end a line. A final line end adds no line. */
export function lineSpans(text: string): Span[] {
  const spans: Span[] = []
  let start = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code !== 10 && code !== 13) continue
    spans.push({ start, end: i })
    if (code === 13 && text.charCodeAt(i + 1) === 10) i++
    start = i + 1
  }
  if (start < text.length) spans.push({ start, end: text.length })
  return spans
}

/** Line and column, counted from 1, of a UTF-16 offset. */
export function placeAt(text: string, offset: number): Place {
  let line = 1
  let start = 0
  const end = Math.min(offset, text.length)
  for (let i = 0; i < end; i++) {
    const code = text.charCodeAt(i)
    if (code === 13 && text.charCodeAt(i + 1) === 10) continue
    if (code !== 10 && code !== 13) continue
    line++
    start = i + 1
  }
  return { line, column: end - start + 1 }
}

/** Cuts a text to at most `max` UTF-16 units for a message, never inside a surrogate pair. */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text
  const last = text.charCodeAt(max - 2)
  return `${text.slice(0, last >= 0xd800 && last <= 0xdbff ? max - 2 : max - 1)}…`
}
