import { widthOf } from '../../core/columns.ts'
import type { LanguageTag, Span } from '../../core/types.ts'
import { tokensOf } from '../text/tokens.ts'
import { plainTextOf } from '../variants.ts'
import { formAt, wholeWordsAt } from './forms.ts'
import { dateOf, documentOf } from './provenance.ts'
import type { ConcordanceHit } from './types.ts'

/** By what lines are sorted: `left` by the words before the keyword, the nearest first, `right` by those after it. */
export type SortKey = 'left' | 'right' | 'keyword' | 'document' | 'date'

export interface LineOptions {
  /** Columns of a terminal for the text on each side; East Asian wide characters take two. */
  readonly columns: number
  /** The first counts most; lines that are equal in all stay in the order of the hits. */
  readonly sort?: readonly SortKey[]
}

/** A keyword in context. Line ends and tabs are spaces here. */
export interface ConcordanceLine {
  readonly hit: ConcordanceHit
  /** Where in the plain text of the variant. */
  readonly span: Span
  /** At most so many columns, with `…` where something was cut off; not filled up. */
  readonly left: string
  readonly keyword: string
  readonly right: string
  /** The words found, whole, folded and in lower case. */
  readonly form: string
  readonly document: string
  /** ISO 8601, or empty. */
  readonly date: string
}

/** One line for each place found. */
export function keywordInContext(hits: readonly ConcordanceHit[], options: LineOptions): readonly ConcordanceLine[] {
  const lines = hits.flatMap((hit) => {
    const text = plainTextOf(hit.variant)
    return hit.spans.map((span) => lineOf(hit, text, span, options.columns))
  })
  return sortLines(lines, options.sort ?? [])
}

function lineOf(hit: ConcordanceHit, text: string, span: Span, columns: number): ConcordanceLine {
  return {
    hit,
    span,
    left: lastColumns(oneLine(text.slice(0, span.start)), columns),
    keyword: oneLine(text.slice(span.start, span.end)),
    right: firstColumns(oneLine(text.slice(span.end)), columns),
    form: formAt(text, span),
    document: documentOf(hit),
    date: dateOf(hit),
  }
}

const oneLine = (text: string): string => text.replace(/[\t\n\v\f\r\x85\u2028\u2029]+/gu, ' ')

/** A character with its marks. */
const clusters = /[\s\S](?:\p{M}|\u200d)*/gu

function firstColumns(text: string, columns: number): string {
  // Nothing that is cut off can be told by its first part, which is all that needs to be measured.
  const parts = text.slice(0, (columns + 1) * 8).match(clusters) ?? []
  return fitting(text, parts, columns, (kept) => `${kept.join('')}…`)
}

function lastColumns(text: string, columns: number): string {
  const parts = text.slice(-(columns + 1) * 8).match(clusters) ?? []
  return fitting(text, parts.reverse(), columns, (kept) => `…${[...kept].reverse().join('')}`)
}

/** The text itself when it fits, else as many of its parts as leave a column for the ellipsis. */
function fitting(
  text: string,
  parts: readonly string[],
  columns: number,
  cut: (kept: readonly string[]) => string,
): string {
  if (parts.join('').length === text.length && widthOf(text) <= columns) return text
  if (columns < 1) return ''
  let width = 1
  let count = 0
  for (const part of parts) {
    width += widthOf(part)
    if (width > columns) break
    count++
  }
  return cut(parts.slice(0, count))
}

/** Words of the context that take part in sorting. */
const wordsCompared = 8

function sortLines(lines: readonly ConcordanceLine[], keys: readonly SortKey[]): readonly ConcordanceLine[] {
  if (keys.length === 0) return lines
  const language = lines[0]?.hit.variant.language
  const { compare } = collatorOf(language)
  return lines
    .map((line) => ({ line, values: keys.map((key) => valuesOf(line, key)) }))
    .sort((a, b) => compareRows(a.values, b.values, compare))
    .map(({ line }) => line)
}

function collatorOf(language: LanguageTag | undefined): Intl.Collator {
  try {
    return new Intl.Collator(language)
  } catch {
    return new Intl.Collator()
  }
}

function valuesOf({ hit, span, form, document, date }: ConcordanceLine, key: SortKey): readonly string[] {
  if (key === 'keyword') return [form]
  if (key === 'document') return [document]
  if (key === 'date') return [date]
  const text = plainTextOf(hit.variant)
  const { start, end } = wholeWordsAt(text, span)
  if (key === 'right') return tokensOf(text.slice(end)).slice(0, wordsCompared)
  return tokensOf(text.slice(0, start)).slice(-wordsCompared).reverse()
}

type Compare = (a: string, b: string) => number

function compareRows(a: readonly (readonly string[])[], b: readonly (readonly string[])[], compare: Compare): number {
  for (let i = 0; i < a.length; i++) {
    const order = compareLists(a[i] ?? [], b[i] ?? [], compare)
    if (order !== 0) return order
  }
  return 0
}

/** Word by word; a list that ends comes first. */
function compareLists(a: readonly string[], b: readonly string[], compare: Compare): number {
  for (let i = 0; i < a.length && i < b.length; i++) {
    const order = compare(a[i] ?? '', b[i] ?? '')
    if (order !== 0) return order
  }
  return a.length - b.length
}
