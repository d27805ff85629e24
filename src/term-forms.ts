import type { AnalysedDocument, SegmentRange, Span } from './core/types.ts'
import type { TermForm } from './formats/_glossary/terms.ts'

/** How often each form was found, and how often at the head of a sentence. */
export type FormCounts = Map<string, { count: number; heads: number }>

/** A form in its place. */
export interface PlacedForm {
  readonly text: string
  /** It begins its sentence, so that its first letter may be a capital for that alone. */
  readonly isHead: boolean
}

/** The text of a place on one line. */
export function formAt(document: AnalysedDocument, range: SegmentRange, span: Span): PlacedForm {
  const segment = document.segments
    .slice(range.from, range.to)
    .find((each) => each.span.start <= span.start && span.start < each.span.end)
  const before = segment === undefined ? '' : document.text.slice(segment.span.start, span.start)
  const text = document.text.slice(span.start, span.end).replace(/\s+/gu, ' ').trim()
  return { text, isHead: segment !== undefined && !/[\p{L}\p{N}]/u.test(before) }
}

/** Counts one more place of a form. */
export function noteForm(forms: FormCounts, { text, isHead }: PlacedForm): void {
  const known = forms.get(text) ?? { count: 0, heads: 0 }
  forms.set(text, { count: known.count + 1, heads: known.heads + (isHead ? 1 : 0) })
}

/**
 * Forms, the most usual first. One that stands at the heads of sentences only takes a small first letter where the texts
 * have it so elsewhere.
 */
export function commonForms(forms: FormCounts, texts: readonly string[]): readonly TermForm[] {
  const counts = new Map<string, number>()
  for (const [text, { count, heads }] of forms) {
    const small = lowerFirst(text)
    const isFolded = small !== text && heads === count && (forms.has(small) || texts.some((one) => holds(one, small)))
    const form = isFolded ? small : text
    counts.set(form, (counts.get(form) ?? 0) + count)
  }
  return [...counts]
    .map(([text, count]) => ({ text, count }))
    .sort((a, b) => b.count - a.count || rankOf(a.text) - rankOf(b.text) || (a.text < b.text ? -1 : 1))
}

/** Among equally usual forms the shortest comes first, and short forms in capitals last. */
const rankOf = (text: string): number => text.length + (/^[\p{Lu}\p{N}-]+$/u.test(text) ? 1000 : 0)

function lowerFirst(text: string): string {
  const [first = ''] = text
  return first.toLowerCase() + text.slice(first.length)
}

/** Whether a text has a word or phrase that is no part of a longer word. */
function holds(text: string, form: string): boolean {
  const isLetter = (character: string | undefined): boolean => character !== undefined && /\p{L}/u.test(character)
  for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1))
    if (!isLetter(text[at - 1]) && !isLetter(text[at + form.length])) return true
  return false
}
