import type { Span } from '../../core/types.ts'
import { piecesOf } from './pieces.ts'
import { unspacedLetters } from './unspaced-scripts.ts'

/** A word, a single character of a script without spaces or a syllable of Hangul (particles are glued to names), or any other mark. */
export interface Token {
  readonly start: number
  readonly end: number
  /** Lower case, without diacritics, half width. */
  readonly norm: string
}

const singles = `${unspacedLetters}\\p{Script=Hangul}`

const token = new RegExp(
  `[${singles}]|[[\\p{L}\\p{N}]--[${singles}]][[\\p{L}\\p{M}\\p{N}]--[${singles}]]*|[^\\s\\p{L}\\p{N}]`,
  'gv',
)

/** Tokens of a segment. White space parts them and is none; every other character belongs to one. */
export function tokenise(text: string, span: Span): readonly Token[] {
  const tokens: Token[] = []
  for (const [offset, piece] of piecesOf(text.slice(span.start, span.end)))
    for (const { index, 0: found } of piece.matchAll(token)) {
      const start = span.start + offset + index
      tokens.push({ start, end: start + found.length, norm: foldWord(found) })
    }
  return tokens
}

/** Apostrophes and hyphens have several shapes. */
const markShapes: ReadonlyMap<string, string> = new Map([
  ['’', "'"],
  ['ʼ', "'"],
  ['`', "'"],
  ['‐', '-'],
  ['‑', '-'],
  ['–', '-'],
])

function foldWord(word: string): string {
  const code = word.charCodeAt(0)
  if (word.length === 1 && code >= 0x2e80 && code < 0xff00) return word
  const lower = word.toLowerCase()
  if (/^[a-z0-9]+$/.test(lower)) return lower
  if (lower.length === 1 && code < 0x2e80 && !/\p{L}/u.test(lower)) return markShapes.get(lower) ?? lower
  return lower.normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd')
}

/** The norms of the tokens of a form. */
export function tokenNorms(form: string): readonly string[] {
  if (/^[a-z]+$/i.test(form)) return [form.toLowerCase()]
  return (form.match(token) ?? []).map(foldWord)
}

/** The first of the norms of a form; undefined when it has none. */
export function firstNorm(form: string): string | undefined {
  let plain = 0
  while (plain < form.length && isPlain(form.charCodeAt(plain))) plain++
  if (plain > 0 && (plain === form.length || form.charCodeAt(plain) < firstLetterBeyond))
    return form.slice(0, plain).toLowerCase()
  const code = form.charCodeAt(0)
  if (code >= firstHan && code <= lastHan) return form.charAt(0)
  const { value } = form.matchAll(token).next()
  return value === undefined ? undefined : foldWord(value[0])
}

/** A letter or digit of ASCII. */
const isPlain = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39)

/** Below it stand no letters but those of ASCII, and no marks that go with one. */
const firstLetterBeyond = 0x80

/** The block of the commonest Han characters, each of which is a token. */
const firstHan = 0x4e00
const lastHan = 0x9fff
