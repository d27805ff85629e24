import type { Span } from '../../core/types.ts'

/** Where words of text without spaces start and end, as `Intl.Segmenter` sees them around a place. */
export interface WordBounds {
  /** True when a word starts before the span and reaches into it, or starts inside it and reaches beyond. */
  crosses(text: string, span: Span): boolean
  /** Words of the Han characters around and in a span, in order. */
  around(text: string, span: Span): readonly Span[]
}

const notHan = /[^\p{Script=Han}々〇]/u
/**
 * Han characters on either side that decide where words start and end. Few words are longer; and a fixed reach keeps the
 * time in proportion to the text, however long its lines are.
 */
const reach = 8

/** Word bounds for a locale; one segmenter for the life of a pack. */
export function createWordBounds(locale: string): WordBounds {
  const segmenter = new Intl.Segmenter(locale, { granularity: 'word' })
  const around = (text: string, span: Span): readonly Span[] => {
    const { start, end } = hanRun(text, span)
    const pieces = segmenter.segment(text.slice(start, end))
    return Array.from(pieces, ({ index, segment }) => ({ start: start + index, end: start + index + segment.length }))
  }
  const crosses = (text: string, span: Span): boolean => {
    if (notHan.test(text.slice(span.start, span.end))) return false
    const run = hanRun(text, span)
    return (run.start < span.start || run.end > span.end) && isCrossed(around(text, span), span)
  }
  return { around, crosses }
}

function isCrossed(words: readonly Span[], { start, end }: Span): boolean {
  return words.some(
    (word) => (word.start < start && word.end > start) || (word.start > start && word.start < end && word.end > end),
  )
}

function hanRun(text: string, span: Span): Span {
  let { start, end } = span
  while (start > 0 && span.start - start < reach && !notHan.test(text.charAt(start - 1))) start--
  while (end < text.length && end - span.end < reach && !notHan.test(text.charAt(end))) end++
  return { start, end }
}
