import { isUtf8 } from 'node:buffer'
import type { Context } from '../../core/contracts.ts'
import { AppError } from '../../core/errors.ts'
import { placeAt, shorten } from '../../core/text.ts'
import { rejectKnownBinary, rejectManyControls, rejectTooLarge } from './binary.ts'
import { codeName } from './characters.ts'
import { guessLegacy } from './legacy.ts'
import { decodeByLine } from './mixed.ts'
import { decodeStrictly } from './strict.ts'
import { isCutUtf8, validUtf8Length } from './utf8.ts'
import { type Utf16Label, utf16ByCharacters, utf16ByZeros } from './utf16.ts'

/**
 * The text of a file without its byte order mark, unchanged otherwise. Byte order marks, UTF-8 and UTF-16 are certain;
 * GB18030, Big5, Shift_JIS and windows-1252 are guessed and the guess is reported (READ_ENCODING_GUESSED, READ_ENCODING_MIXED).
 * Nothing is replaced: bytes that make no sense are an AppError READ_ENCODING, pictures and archives READ_BINARY, a file
 * without any text READ_EMPTY. Stray control characters stay and are reported.
 */
export function decodeText(bytes: Uint8Array, name: string, context: Context): string {
  if (bytes.length === 0) throw new AppError('READ_EMPTY', `${name} is empty`)
  rejectTooLarge(bytes, name)
  const text = decodeMarked(bytes, name) ?? decodeUnmarked(bytes, name, context)
  if (text.trim() === '') throw new AppError('READ_EMPTY', `${name} holds nothing but white space`)
  reportControls(text, name, context)
  reportDamage(text, name, context)
  return text
}

/** A byte order mark says what the bytes are. */
function decodeMarked(bytes: Uint8Array, name: string): string | undefined {
  const [a, b, c, d] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return decodeAs(bytes.subarray(3), 'utf-8', name)
  if (a === 0xff && b === 0xfe && c === 0 && d === 0 && bytes.length % 4 === 0)
    throw new AppError('READ_ENCODING', `${name} is in UTF-32, which is not read`)
  if (a === 0xff && b === 0xfe) return decodeAs(bytes.subarray(2), 'utf-16le', name)
  if (a === 0xfe && b === 0xff) return decodeAs(bytes.subarray(2), 'utf-16be', name)
  return undefined
}

function decodeAs(bytes: Uint8Array, label: 'utf-8' | Utf16Label, name: string): string {
  const text = decodeStrictly(bytes, label)
  if (text !== undefined) return text
  const where = label === 'utf-8' ? `, first on line ${lineOfByte(bytes, validUtf8Length(bytes))}` : ''
  throw new AppError(
    'READ_ENCODING',
    `${name} says that it is ${label.toUpperCase()}, but has bytes that are not${where}`,
  )
}

function decodeUnmarked(bytes: Uint8Array, name: string, context: Context): string {
  rejectKnownBinary(bytes, name)
  const plain = isUtf8(bytes)
  const wide = utf16ByZeros(bytes) ?? (plain ? undefined : utf16ByCharacters(bytes))
  if (wide !== undefined) return reportGuess(decodeAs(bytes, wide, name), wide.toUpperCase(), name, context)
  rejectManyControls(bytes, name)
  if (plain) return decodeAs(bytes, 'utf-8', name)
  return decodeCut(bytes, name, context) ?? decodeGuessed(bytes, name, context)
}

/** UTF-8 whose last character is cut off, as a broken download leaves it. */
function decodeCut(bytes: Uint8Array, name: string, context: Context): string | undefined {
  const valid = validUtf8Length(bytes)
  const rest = bytes.subarray(0, valid)
  if (!isCutUtf8(bytes, valid) || !rest.some((byte) => byte > 0x7f)) return undefined
  const text = decodeAs(rest, 'utf-8', name)
  context.report({
    code: 'READ_ENCODING_CUT',
    level: 'warning',
    message: `${name} ends in the middle of a character; its ${bytes.length - valid} bytes were left out`,
    document: name,
    place: placeAt(text, text.length),
    hint: 'The file may be cut off: compare its size with the original.',
  })
  return text
}

function decodeGuessed(bytes: Uint8Array, name: string, context: Context): string {
  const whole = guessLegacy(bytes)
  const byLine = decodeByLine(bytes, name)
  if (byLine !== undefined) {
    context.report({
      code: 'READ_ENCODING_MIXED',
      level: 'warning',
      message: `${name} mixes encodings: most of it is ${byLine.main}, but line ${byLine.line} is ${byLine.other}`,
      document: name,
      place: { line: byLine.line, column: 1 },
      hint: 'Save it as UTF-8 and look at the lines around that place.',
    })
    return byLine.text
  }
  const text = whole && decodeStrictly(bytes, whole.encoding.label)
  if (whole !== undefined && text !== undefined) return reportGuess(text, whole.encoding.title, name, context)
  const line = lineOfByte(bytes, validUtf8Length(bytes))
  throw new AppError('READ_ENCODING', `${name} is neither UTF-8 nor any encoding that makes sense of line ${line}`)
}

function reportGuess(text: string, title: string, name: string, context: Context): string {
  context.report({
    code: 'READ_ENCODING_GUESSED',
    level: 'info',
    message: `${name} does not say its encoding and was read as ${title}`,
    document: name,
    hint: 'If letters look wrong, save the file as UTF-8.',
  })
  return text
}

function reportControls(text: string, name: string, context: Context): void {
  const found = [...text.matchAll(/[\0-\x08\x0e-\x1f\x7f]/gu)]
  const first = found[0]
  if (first === undefined) return

  context.report({
    code: 'READ_CONTROL_CHARACTERS',
    level: 'warning',
    message: `${name} has ${found.length} control characters; the first is ${codeName(first[0])}. They were kept`,
    document: name,
    place: placeAt(text, first.index),
  })
}

/** Replacement characters are the traces of an earlier conversion that went wrong; nothing here can mend them. */
function reportDamage(text: string, name: string, context: Context): void {
  const first = text.indexOf('\ufffd')
  if (first < 0) return
  const around = shorten(text.slice(Math.max(0, first - 10), first + 10).replace(/\s+/gu, ' '), 24)
  context.report({
    code: 'READ_REPLACEMENT_CHARACTERS',
    level: 'warning',
    message: `${name} has replacement characters (U+FFFD) from an earlier conversion, first in “${around}”`,
    document: name,
    place: placeAt(text, first),
    hint: 'Go back to the file before it was converted.',
  })
}

function lineOfByte(bytes: Uint8Array, offset: number): number {
  let line = 1
  for (let i = 0; i < offset; i++) if (bytes[i] === 10) line++
  return line
}
