import { kindOf } from './characters.ts'
import type { Content, Gap, Token } from './tokens.ts'

/** Where the lexer stands in one span. */
export interface Cursor {
  /** The span alone: what stands around it cannot be looked at by mistake. */
  readonly text: string
  /** Length of `text`. */
  readonly limit: number
  /** Where the span starts in the whole text; tokens have offsets into that, `at` and all ends are offsets into `text`. */
  readonly shift: number
  readonly tokens: Token[]
  at: number
  gap: Gap
}

/** Adds the token from the cursor to `end` and moves on. */
export function push(
  cursor: Cursor,
  end: number,
  norm: string,
  shape: Token['shape'],
  content: Content | undefined,
): void {
  const { at, shift } = cursor
  cursor.tokens.push({ start: shift + at, end: shift + end, gap: cursor.gap, norm, shape, content })
  cursor.at = end
  cursor.gap = 'none'
}

/** Adds digits that are no quantity; no pattern but that of sections looks at them. */
export function pushCode(cursor: Cursor, end: number, code: string): void {
  push(cursor, end, '', 'digits', { kind: 'code', code })
}

/** Puts `content` in place of that of the last token, which now ends at `end`. */
export function replaceLast(cursor: Cursor, end: number, content: Content | undefined): void {
  const last = cursor.tokens.at(-1)
  if (last) cursor.tokens[cursor.tokens.length - 1] = { ...last, end: cursor.shift + end, content }
  cursor.at = end
}

/** Index after the letters from `start`, at most `most` of them. */
export function endOfLetters(cursor: Cursor, start: number, most: number): number {
  const limit = Math.min(cursor.limit, start + most)
  let end = start
  while (end < limit && kindOf(cursor.text.charCodeAt(end)) === 'letter') end++
  return end
}
