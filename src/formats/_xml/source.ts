import { isAscii, isUtf8, transcode } from 'node:buffer'
import type { Context, Input } from '../../core/contracts.ts'
import { AppError } from '../../core/errors.ts'
import { rejectKnownBinary } from '../_text/binary.ts'
import { type ChunkDecoder, decoderOf, statedDecoder } from '../_text/chunk-decoder.ts'
import { isCutUtf8, validUtf8Length } from '../_text/utf8.ts'

/** A declaration stands within so many bytes. */
const headLength = 1024

/** Bytes that are decoded at once: strings of longer pieces would come from the slow part of the heap. */
const pieceLength = 65_536

/**
 * The text of an XML file in pieces, without its byte order mark. The encoding comes from the mark, from the zero bytes of
 * UTF-16 or from the declaration, else it is UTF-8. Bytes that make no sense end it with an AppError READ_ENCODING that names
 * the line, after all text before them has been handed out; `lineNow` tells the line that this text has come to.
 */
export async function* readXmlText(input: Input, context: Context, lineNow: () => number): AsyncGenerator<string> {
  let decoder: ChunkDecoder | undefined
  let head: Uint8Array = new Uint8Array(0)
  for await (const chunk of input.stream()) {
    let bytes = chunk
    if (decoder === undefined) {
      head = Buffer.concat([head, chunk])
      if (head.length < headLength) continue
      decoder = chooseDecoder(head, input.name)
      bytes = head
    }
    for (let start = 0; start < bytes.length; start += pieceLength) {
      context.signal?.throwIfAborted()
      const { text, isDamaged } = decoder.decode(bytes.subarray(start, start + pieceLength), false)
      yield text
      if (isDamaged) throw encodingError(input.name, decoder.title, lineNow())
    }
  }
  if (decoder === undefined && head.length === 0) throw new AppError('READ_EMPTY', `${input.name} is empty`)
  const rest = decoder === undefined ? head : new Uint8Array(0)
  decoder ??= chooseDecoder(head, input.name)
  const { text, isDamaged } = decoder.decode(rest, true)
  yield text
  if (isDamaged) throw encodingError(input.name, decoder.title, lineNow())
}

const encodingError = (name: string, title: string, line: number): AppError =>
  new AppError('READ_ENCODING', `${name}, line ${line}: these bytes are not ${title}, as the file says they are`, {
    hint: 'Correct the encoding in the first line of the file, or save it as UTF-8.',
  })

function chooseDecoder(head: Uint8Array, name: string): ChunkDecoder {
  const [a, b, c] = head
  if (a === 0xef && b === 0xbb && c === 0xbf) return utf8Decoder(3)
  if (a === 0xff && b === 0xfe) return decoderOf('utf-16le')
  if (a === 0xfe && b === 0xff) return decoderOf('utf-16be')
  if (a === 0x3c && b === 0) return decoderOf('utf-16le')
  if (a === 0 && b === 0x3c) return decoderOf('utf-16be')
  rejectKnownBinary(head, name)
  return decoderFor(declaredEncoding(head), name)
}

function declaredEncoding(head: Uint8Array): string {
  const text = Buffer.from(head.subarray(0, headLength)).toString('latin1')
  return /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/u.exec(text)?.[1] ?? 'utf-8'
}

function decoderFor(label: string, name: string): ChunkDecoder {
  const lower = label.toLowerCase()
  // A file of single bytes that calls itself UTF-16 was converted by a tool that left the declaration alone.
  if (lower === 'utf-8' || lower === 'utf8' || lower.startsWith('utf-16') || lower === 'us-ascii') return utf8Decoder(0)
  return statedDecoder(label, name)
}

/** UTF-8 with the good part before bad bytes, which `TextDecoder` would throw away; `skip` bytes of mark are passed over. */
function utf8Decoder(skip: number): ChunkDecoder {
  let rest: Uint8Array = new Uint8Array(0)
  let start = skip
  return {
    title: 'UTF-8',
    decode: (chunk, isLast) => {
      const bytes = rest.length === 0 ? chunk.subarray(start) : Buffer.concat([rest, chunk.subarray(start)])
      start = 0
      const whole = wholeUtf8Length(bytes)
      const valid = isUtf8(bytes.subarray(0, whole)) ? whole : validUtf8Length(bytes)
      rest = bytes.subarray(valid)
      const waits = !isLast && isCutUtf8(bytes, valid)
      return { text: textOfUtf8(bytes.subarray(0, valid)), isDamaged: rest.length > 0 && !waits }
    },
  }
}

/** The text of valid UTF-8. By way of UTF-16 it comes four times as fast as `TextDecoder` has it in Node 20. */
function textOfUtf8(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (isAscii(buffer)) return buffer.toString('latin1')
  // Node without the data of ICU has no `transcode`.
  return typeof transcode === 'function' ? transcode(buffer, 'utf8', 'utf16le').toString('utf16le') : buffer.toString()
}

/** Length without the last character, where its bytes are not all there. */
function wholeUtf8Length(bytes: Uint8Array): number {
  const least = Math.max(0, bytes.length - 3)
  for (let start = bytes.length - 1; start >= least; start--) {
    const byte = bytes[start] ?? 0
    if ((byte & 0xc0) !== 0x80) return isCutUtf8(bytes, start) ? start : bytes.length
  }
  return bytes.length
}
