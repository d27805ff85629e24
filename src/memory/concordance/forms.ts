import { textOf } from '../../core/text.ts'
import type { Span } from '../../core/types.ts'
import { foldText } from '../text/fold.ts'
import { visitTokens } from '../text/tokens.ts'
import { plainTextOf } from '../variants.ts'
import type { ConcordanceHit, FormCount } from './types.ts'

/** A span with the rest of the words that it touches: all of `handelsverdrag` for its last seven letters. */
export function wholeWordsAt(text: string, span: Span): Span {
  let { start, end } = span
  visitTokens(text, (tokenStart, tokenEnd) => {
    if (tokenEnd <= span.start || tokenStart >= span.end) return
    start = Math.min(start, tokenStart)
    end = Math.max(end, tokenEnd)
  })
  return { start, end }
}

/** The whole words that a span touches, folded and in lower case. */
export const formAt = (text: string, span: Span): string =>
  foldText(textOf(text, wholeWordsAt(text, span))).toLowerCase()

/** Forms of what was found, by places and not by units. */
export function formsOf(hits: readonly ConcordanceHit[]): readonly FormCount[] {
  return countForms(
    hits.flatMap(({ variant, spans }) => {
      const text = plainTextOf(variant)
      return spans.map((span) => formAt(text, span))
    }),
  )
}

/** Forms of what stands for it on the other side, where that is known. */
export function renderingForms(hits: readonly ConcordanceHit[]): readonly FormCount[] {
  return formsOf(
    hits.flatMap(({ unit, other }) => (other === undefined ? [] : [{ unit, isOtherScript: false, ...other }])),
  )
}

/** The commonest first, then by UTF-16 order. */
function countForms(forms: readonly string[]): readonly FormCount[] {
  const counts = new Map<string, number>()
  for (const form of forms) counts.set(form, (counts.get(form) ?? 0) + 1)
  return [...counts]
    .map(([form, count]) => ({ form, count }))
    .sort((a, b) => b.count - a.count || (a.form < b.form ? -1 : a.form > b.form ? 1 : 0))
}
