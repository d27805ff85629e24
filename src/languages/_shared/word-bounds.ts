import type { Span } from '../../core/types.ts'

/** Bounds of words in text without spaces, as `Intl.Segmenter` sees them in the neighbourhood of a place. */
export interface WordBounds {
  /** True when a word starts before the span and reaches into it, or starts in it and reaches beyond. */
  crosses(text: string, span: Span): boolean
  /** Words of the run of Han characters around a span. */
  around(text: string, span: Span): readonly Span[]
}

const notHan = /[^\p{Script=Han}々〇]/u
/** Han characters on either side that decide where words start and end. */
const reach = 8

/** Word bounds for a locale; one segmenter for the life of a pack. */
export function createWordBounds(locale: string): WordBounds {
  const segmenter = new Intl.Segmenter(locale, { granularity: 'word' })
  const around = (text: string, span: Span): readonly Span[] => {
    const run = hanRun(text, span)
    return Array.from(segmenter.segment(text.slice(run.start, run.end)), ({ index, segment }) => ({
      start: run.start + index,
      end: run.start + index + segment.length,
    }))
  }
  return {
    around,
    crosses: (text, span) => !notHan.test(text.slice(span.start, span.end)) && isCrossed(around(text, span), span),
  }
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
