import type { Span } from '../../core/types.ts'

/** Where words of text without spaces start and end, as `Intl.Segmenter` sees them around a place. */
export interface WordBounds {
  /**
   * True when the span is not what it looks like: a word starts before it and reaches into it, or starts inside it and
   * reaches beyond, or it would be one word by itself and is two here (`在其中将文件` has no lieutenant general 中将);
   * or it is a part of a longer run of katakana (`タイトル` has no Thailand タイ).
   */
  crosses(text: string, span: Span): boolean
  /** Words of the Han characters around and in a span, in order. */
  around(text: string, span: Span): readonly Span[]
}

const notHan = /[^\p{Script=Han}々〇]/u
const katakana = /[\p{Script=Katakana}ー]/u
/**
 * Han characters on either side that decide where words start and end. Few words are longer; and a fixed reach keeps the
 * time in proportion to the text, however long its lines are.
 */
const reach = 5

/** Word bounds for a locale; one segmenter for the life of a pack. */
export function createWordBounds(locale: string): WordBounds {
  const segmenter = new Intl.Segmenter(locale, { granularity: 'word' })
  const cut = (text: string, { start, end }: Span): readonly Span[] =>
    Array.from(segmenter.segment(text.slice(start, end)), ({ index, segment }) => ({
      start: start + index,
      end: start + index + segment.length,
    }))
  const around = (text: string, span: Span): readonly Span[] => cut(text, hanRun(text, span))
  const isWordAlone = rememberForms((form) => cut(form, { start: 0, end: form.length }).length === 1)
  const crosses = (text: string, span: Span): boolean => {
    const form = text.slice(span.start, span.end)
    if (notHan.test(form)) return cutsKatakana(text, span)
    const run = hanRun(text, span)
    if (run.start === span.start && run.end === span.end) return false
    const words = cut(text, run)
    return (
      isCrossed(words, span) || (words.some(({ start }) => start > span.start && start < span.end) && isWordAlone(form))
    )
  }
  return { around, crosses }
}

/** Forms whose answer is kept; a gazetteer has fewer short ones. */
const mostForms = 20_000

function rememberForms(test: (form: string) => boolean): (form: string) => boolean {
  const known = new Map<string, boolean>()
  return (form) => {
    const answer = known.get(form) ?? test(form)
    if (known.size < mostForms) known.set(form, answer)
    return answer
  }
}

function cutsKatakana(text: string, { start, end }: Span): boolean {
  const joins = (at: number): boolean => katakana.test(text.charAt(at - 1)) && katakana.test(text.charAt(at))
  return joins(start) || joins(end)
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
