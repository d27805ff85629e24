import type { Span } from '../../core/types.ts'

/** A word, a single character of a script without spaces, or any other mark. */
export interface Token {
  readonly start: number
  readonly end: number
  /** Lower case, without diacritics, half width. */
  readonly norm: string
}

const token =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー々〇]|[\p{L}\p{N}](?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{M}\p{N}])*|[^\s\p{L}\p{N}]/gu

/** Tokens of a segment. White space parts them and is none; every other character belongs to one. */
export function tokenise(text: string, span: Span): readonly Token[] {
  const tokens: Token[] = []
  for (const { index, 0: found } of text.slice(span.start, span.end).matchAll(token)) {
    const start = span.start + index
    tokens.push({ start, end: start + found.length, norm: foldWord(found) })
  }
  return tokens
}

function foldWord(word: string): string {
  const lower = word.toLowerCase()
  if (/^[a-z0-9]+$/.test(lower)) return lower
  if (/^[’ʼ`]$/u.test(lower)) return "'"
  if (/^[‐‑–—]$/u.test(lower)) return '-'
  if (lower.length === 1 && /\p{Lo}/u.test(lower)) return lower
  return lower.normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd')
}

/** The norms of the tokens of a form. */
export function tokenNorms(form: string): readonly string[] {
  if (/^[a-z]+$/i.test(form)) return [form.toLowerCase()]
  return (form.match(token) ?? []).map(foldWord)
}
