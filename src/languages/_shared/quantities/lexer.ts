import type { Span } from '../../../core/types.ts'
import { foldSign, kindOf, vulgarFraction } from './characters.ts'
import { type Cursor, push, pushCode, replaceLast } from './cursor.ts'
import { endOfTelephone, readDigits } from './digit-lexer.ts'
import type { DigitStyle } from './digits.ts'
import type { Token } from './tokens.ts'
import type { Vocabulary } from './vocabulary.ts'
import { readWord } from './word-lexer.ts'

/** Cuts a span into tokens; numbers are still in their parts. One pass, each character looked at a bounded number of times. */
export function lex(whole: string, span: Span, vocabulary: Vocabulary, style: DigitStyle): readonly Token[] {
  const text = whole.slice(span.start, span.end)
  const cursor: Cursor = { text, limit: text.length, shift: span.start, tokens: [], at: 0, gap: 'none' }
  while (cursor.at < cursor.limit) {
    switch (kindOf(text.charCodeAt(cursor.at))) {
      case 'space':
        readSpace(cursor)
        break
      case 'digit':
        readDigits(cursor, vocabulary, style)
        break
      case 'letter':
        readWord(cursor, vocabulary)
        break
      case 'ideograph':
        readIdeograph(cursor, vocabulary)
        break
      default:
        readSign(cursor, vocabulary)
    }
  }
  return cursor.tokens
}

function readSpace(cursor: Cursor): void {
  let lineEnds = 0
  for (; cursor.at < cursor.limit; cursor.at++) {
    const code = cursor.text.charCodeAt(cursor.at)
    if (code !== 32 && kindOf(code) !== 'space') break
    if (code === 9) lineEnds = 2
    else if (code === 10) lineEnds++
  }
  cursor.gap = lineEnds > 1 ? 'break' : 'space'
}

/** Ideographs that no pattern knows go into one token. */
function readIdeograph(cursor: Cursor, vocabulary: Vocabulary): void {
  const norm = cursor.text.charAt(cursor.at)
  const long = vocabulary.longNumerals.get(norm)?.find((word) => cursor.text.startsWith(word, cursor.at))
  if (long !== undefined && cursor.at + long.length <= cursor.limit) {
    push(cursor, cursor.at + long.length, long, 'ideograph', vocabulary.atoms.get(long))
    return
  }
  if (vocabulary.known.has(norm)) {
    push(cursor, cursor.at + 1, norm, 'ideograph', vocabulary.atoms.get(norm))
    return
  }
  let end = cursor.at + 1
  while (end < cursor.limit && isUnknownIdeograph(cursor.text, end, vocabulary)) end++
  push(cursor, end, '', 'ideograph', undefined)
}

function isUnknownIdeograph(text: string, at: number, vocabulary: Vocabulary): boolean {
  const character = text.charAt(at)
  if (kindOf(text.charCodeAt(at)) !== 'ideograph' || vocabulary.known.has(character)) return false
  return !vocabulary.longNumerals.get(character)?.some((word) => text.startsWith(word, at))
}

function readSign(cursor: Cursor, vocabulary: Vocabulary): void {
  const sign = cursor.text.charAt(cursor.at)
  const norm = foldSign(sign)
  const share = vulgarFraction(sign)
  const phone = norm === '+' || norm === '(' ? endOfTelephone(cursor) : undefined
  if (share !== undefined) readShare(cursor, share)
  else if (phone !== undefined) pushCode(cursor, phone, '')
  else push(cursor, cursor.at + 1, norm, 'sign', vocabulary.atoms.get(norm))
}

/** `½`, or the end of `2½`. */
function readShare(cursor: Cursor, share: string): void {
  const end = cursor.at + 1
  const last = cursor.tokens.at(-1)?.content
  if (cursor.gap === 'none' && last?.kind === 'literal' && /^\d{1,4}$/.test(last.literal)) {
    replaceLast(cursor, end, { ...last, literal: String(Number(last.literal) + Number(share)) })
  } else push(cursor, end, '', 'digits', { kind: 'literal', literal: share, ordinal: false })
}
