import { constants } from 'node:buffer'
import { AppError } from '../../core/errors.ts'

/** First bytes of files that people mistake for text, and what to call them. */
const signatures: readonly { readonly bytes: readonly number[]; readonly what: string; readonly hint?: string }[] = [
  { bytes: [0x89, 0x50, 0x4e, 0x47], what: 'a PNG picture' },
  { bytes: [0xff, 0xd8, 0xff], what: 'a JPEG picture' },
  { bytes: [0x47, 0x49, 0x46, 0x38], what: 'a GIF picture' },
  { bytes: [0x25, 0x50, 0x44, 0x46, 0x2d], what: 'a PDF document', hint: 'Save its text as plain text (UTF-8) first.' },
  {
    bytes: [0x50, 0x4b, 0x03, 0x04],
    what: 'a ZIP archive or an office document',
    hint: 'Unpack it, or save it as plain text (UTF-8) in the program that made it.',
  },
  { bytes: [0x50, 0x4b, 0x05, 0x06], what: 'an empty ZIP archive' },
  { bytes: [0x1f, 0x8b], what: 'a gzip archive', hint: 'Unpack it first: gunzip.' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], what: 'an old office document', hint: 'Save it as plain text (UTF-8) first.' },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], what: 'a 7-Zip archive' },
  { bytes: [0x52, 0x61, 0x72, 0x21], what: 'a RAR archive' },
  { bytes: [0x7f, 0x45, 0x4c, 0x46], what: 'a program' },
]

/** Throws READ_BINARY when the first bytes are those of a picture, an archive or an office document. */
export function rejectKnownBinary(bytes: Uint8Array, name: string): void {
  const found = signatures.find((signature) => signature.bytes.every((byte, i) => bytes[i] === byte))
  if (found === undefined) return
  const options = found.hint === undefined ? {} : { hint: found.hint }
  throw new AppError('READ_BINARY', `${name} is ${found.what}, not text`, options)
}

/** Only the start of a file is looked at: what is binary shows it early. */
const bytesLookedAt = 65_536
/** A few strays do not make a file binary, not even in a short one. */
const strayControls = 5

/** Throws READ_BINARY when more than a tenth of the first bytes are control characters that text does not use. */
export function rejectManyControls(bytes: Uint8Array, name: string): void {
  const end = Math.min(bytes.length, bytesLookedAt)
  let controls = 0
  for (let i = 0; i < end; i++) {
    const byte = bytes[i] ?? 0
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27) || byte === 127) controls++
  }
  if (controls >= strayControls && controls * 10 > end)
    throw new AppError('READ_BINARY', `${name} is not text: ${controls} of its first ${end} bytes are control codes`)
}

/** Throws READ_TOO_LARGE when the file cannot be held as one string. */
export function rejectTooLarge(bytes: Uint8Array, name: string): void {
  if (bytes.length <= constants.MAX_STRING_LENGTH) return
  const size = Math.round(bytes.length / 2 ** 20)
  throw new AppError(
    'READ_TOO_LARGE',
    `${name} has ${size} MB; at most ${constants.MAX_STRING_LENGTH >> 20} MB can be read at once`,
  )
}
