import { isUtf8 } from 'node:buffer'
import { AppError } from '../../core/errors.ts'
import { guessLegacy, type LegacyEncoding, leastPlausible } from './legacy.ts'
import { decodeStrictly } from './strict.ts'

/** Text put together from lines in UTF-8 and lines in one older encoding. */
export interface MixedText {
  readonly text: string
  /** Encoding of most lines, and of the others. */
  readonly main: string
  readonly other: string
  /** First line, counted from 1, that is in the other encoding. */
  readonly line: number
}

interface Line {
  readonly bytes: Uint8Array
  readonly kind: 'ascii' | 'utf-8' | 'legacy'
}

/**
 * Decodes line by line when some lines are UTF-8 and others are not; undefined when the lines do not disagree, so that the
 * file is in one encoding. Short lines of GBK can be valid UTF-8 by chance: a line counts as UTF-8 only when the older
 * encoding makes less sense of it. Lines that make no sense at all are an AppError READ_ENCODING.
 */
export function decodeByLine(bytes: Uint8Array, name: string): MixedText | undefined {
  const raw = splitLines(bytes)
  const utf8Lines = raw.filter((line) => line.kind === 'utf-8')
  if (utf8Lines.length === 0) return undefined
  const legacy = guessLegacy(joinBytes(raw.filter((line) => line.kind === 'legacy')))
  if (legacy === undefined) return undefined
  const lines = raw.map((line) => settle(line, legacy.encoding))
  if (!lines.some((line) => line.kind === 'utf-8')) return undefined
  return decodeLines(lines, legacy.encoding, name)
}

/** Lines with their line feeds: the byte of a line feed is never part of a character in the encodings that we guess. */
function splitLines(bytes: Uint8Array): readonly Line[] {
  const lines: Line[] = []
  for (let start = 0; start < bytes.length; ) {
    const feed = bytes.indexOf(10, start)
    const end = feed < 0 ? bytes.length : feed + 1
    const line = bytes.subarray(start, end)
    lines.push({ bytes: line, kind: !isUtf8(line) ? 'legacy' : line.some((byte) => byte > 0x7f) ? 'utf-8' : 'ascii' })
    start = end
  }
  return lines
}

const settle = (line: Line, encoding: LegacyEncoding): Line =>
  line.kind === 'utf-8' && encoding.plausibility(line.bytes) >= leastPlausible ? { ...line, kind: 'legacy' } : line

function decodeLines(lines: readonly Line[], encoding: LegacyEncoding, name: string): MixedText {
  const utf8Count = lines.filter((line) => line.kind === 'utf-8').length
  const legacyCount = lines.filter((line) => line.kind === 'legacy').length
  const mainKind = utf8Count >= legacyCount ? 'utf-8' : 'legacy'
  const odd = lines.findIndex((line) => line.kind !== 'ascii' && line.kind !== mainKind)
  const texts = lines.map((line, i) => {
    const text = decodeStrictly(line.bytes, line.kind === 'legacy' ? encoding.label : 'utf-8')
    if (text !== undefined) return text
    throw new AppError('READ_ENCODING', `${name} mixes encodings, and line ${i + 1} makes no sense in any`)
  })
  const titles = ['UTF-8', encoding.title] as const
  const [main, other] = mainKind === 'utf-8' ? titles : [titles[1], titles[0]]
  return { text: texts.join(''), main, other, line: odd + 1 }
}

function joinBytes(lines: readonly Line[]): Uint8Array {
  return Buffer.concat(lines.map((line) => line.bytes))
}
