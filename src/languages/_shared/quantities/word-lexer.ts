import { kindOf } from './characters.ts'
import { splitCompound } from './compounds.ts'
import { type Cursor, endOfLetters, push, pushCode } from './cursor.ts'
import type { Content, Token } from './tokens.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Reads a word: with its full stop where it is a known short form, in its parts where it is a number. */
export function readWord(cursor: Cursor, vocabulary: Vocabulary): void {
  const end = endOfLetters(cursor, cursor.at, Number.POSITIVE_INFINITY)
  const address = endOfAddress(cursor, end)
  if (address === undefined) readPlainWord(cursor, end, vocabulary)
  else pushCode(cursor, address, '')
}

function readPlainWord(cursor: Cursor, end: number, vocabulary: Vocabulary): void {
  const raw = cursor.text.slice(cursor.at, end)
  const norm = normOf(raw)
  const shape = shapeOf(raw)
  const known = vocabulary.known.has(norm)
  const form = longestForm(cursor, norm, end, vocabulary)
  const parts = known || form ? undefined : splitCompound(norm, vocabulary)
  if (form) push(cursor, form.end, form.norm, shape, vocabulary.atoms.get(form.norm))
  else if (known && !isCamelCase(raw, shape)) {
    push(cursor, end, norm, shape, vocabulary.atoms.get(norm) ?? romanOf(raw, shape))
  } else if (parts) pushParts(cursor, parts, end, vocabulary)
  else push(cursor, end, '', shape, romanOf(raw, shape) ?? romanOrdinal(raw, vocabulary))
}

/** End of a web or mail address that begins here: its digits say nothing. */
function endOfAddress(cursor: Cursor, wordEnd: number): number | undefined {
  const { text, at, limit } = cursor
  const next = wordEnd < limit ? text.charAt(wordEnd) : ''
  const web = next === ':' && text.startsWith('://', wordEnd)
  const www = next === '.' && wordEnd - at === 3 && text.slice(at, wordEnd).toLowerCase() === 'www'
  const mail = next === '@' && kindOf(text.charCodeAt(wordEnd + 1)) === 'letter'
  if (!web && !www && !mail) return undefined
  let end = wordEnd
  while (end < limit && !['space', 'ideograph'].includes(kindOf(text.charCodeAt(end)))) end++
  return end
}

function normOf(raw: string): string {
  for (let i = 0; i < raw.length; i++) if (raw.charCodeAt(i) > 127) return raw.normalize('NFC').toLowerCase()
  return raw.toLowerCase()
}

function shapeOf(raw: string): 'lower' | 'capital' | 'upper' {
  const first = raw.charAt(0)
  if (first === first.toLowerCase()) return 'lower'
  return raw.length > 1 && raw === raw.toUpperCase() ? 'upper' : 'capital'
}

/** `deC` is a name, not December. */
function isCamelCase(raw: string, shape: Token['shape']): boolean {
  return shape !== 'upper' && /\p{Ll}\p{Lu}/u.test(raw)
}

/** The longest known form of several parts that begins with a word: `mln.`, `p.m.`, `quatre-vingt`. */
function longestForm(
  cursor: Cursor,
  word: string,
  wordEnd: number,
  vocabulary: Vocabulary,
): { readonly end: number; readonly norm: string } | undefined {
  const sign = wordEnd < cursor.limit ? cursor.text.charAt(wordEnd) : ''
  if (sign === '.') return longestDotted(cursor, word, wordEnd, vocabulary)
  if (sign !== '-' || !vocabulary.hyphenStarts.has(word)) return undefined
  const end = endOfLetters(cursor, wordEnd + 1, 24)
  const norm = `${word}-${normOf(cursor.text.slice(wordEnd + 1, end))}`
  return vocabulary.known.has(norm) ? { end, norm } : undefined
}

function longestDotted(
  cursor: Cursor,
  word: string,
  wordEnd: number,
  vocabulary: Vocabulary,
): { readonly end: number; readonly norm: string } | undefined {
  let norm = `${word}.`
  let end = wordEnd + 1
  let best = vocabulary.dotted.has(norm) ? { end, norm } : undefined
  for (let part = 0; part < 3; part++) {
    const next = endOfLetters(cursor, end, 8)
    if (next === end || next >= cursor.limit || cursor.text.charAt(next) !== '.') return best
    norm += `${normOf(cursor.text.slice(end, next))}.`
    end = next + 1
    if (vocabulary.dotted.has(norm)) best = { end, norm }
  }
  return best
}

function pushParts(cursor: Cursor, parts: readonly string[], end: number, vocabulary: Vocabulary): void {
  parts.forEach((part, index) => {
    const partEnd = index === parts.length - 1 ? end : Math.min(end, cursor.at + part.length)
    push(cursor, partEnd, part, 'lower', vocabulary.atoms.get(part))
  })
}

/** `XXIe`: two capitals or more and what makes digits an ordinal; languages list the single ones (`Ve`) as words. */
function romanOrdinal(raw: string, { ordinalSuffixes }: Vocabulary): Content | undefined {
  const [, capitals = '', suffix = ''] = /^([CILVX]{2,7})([^A-Z]+)$/.exec(raw) ?? []
  const roman = ordinalSuffixes.has(suffix) ? romanOf(capitals, 'upper') : undefined
  return roman?.kind === 'roman' ? { kind: 'literal', literal: String(roman.value), ordinal: true } : undefined
}

const romanDigits: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 }

/** A Roman numeral in capitals, well formed and below 400. */
function romanOf(raw: string, shape: Token['shape']): Content | undefined {
  if (shape === 'lower' || raw.length > 7 || (shape === 'capital' && raw.length > 1)) return undefined
  if (!/^C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/.test(raw)) return undefined
  let value = 0
  for (let i = 0; i < raw.length; i++) {
    const digit = romanDigits[raw.charAt(i)] ?? 0
    value += digit < (romanDigits[raw.charAt(i + 1)] ?? 0) ? -digit : digit
  }
  return { kind: 'roman', value }
}
