import { isUtf8 } from 'node:buffer'
import type { Context, Input } from '../../core/contracts.ts'
import { AppError } from '../../core/errors.ts'
import { rejectKnownBinary, rejectManyControls } from './binary.ts'
import { type ChunkDecoder, decoderOf, statedDecoder } from './chunk-decoder.ts'
import { decodeText } from './decode.ts'
import { guessLegacy } from './legacy.ts'
import { isCutUtf8, validUtf8Length } from './utf8.ts'
import { utf16ByZeros } from './utf16.ts'

/** Files up to this size are decoded as one, with all that `decodeText` can do; of larger ones the start tells the encoding. */
const wholeLength = 8 * 2 ** 20

/** The label of the encoding that the first bytes of a file state, for formats that have a place for it. */
export type StatedEncoding = (head: Uint8Array) => string | undefined

/**
 * The text of a file in pieces, without its byte order mark: small files as one piece. What can be decoded before a damaged
 * place, or before an error of the input, comes out first. Fails and reports as `decodeText` does.
 */
export async function* decodeChunks(
  input: Input,
  context: Context,
  stated: StatedEncoding = () => undefined,
): AsyncGenerator<string> {
  const chunks = input.stream()[Symbol.asyncIterator]()
  const { head, isWhole, failure } = await readHead(chunks)
  try {
    if (isWhole && (head.length > 0 || failure === undefined))
      yield decodeWhole(head, input.name, context, stated(head))
    if (failure !== undefined) throw failure
    if (!isWhole) yield* decodeRest(head, chunks, input.name, context, stated(head))
  } finally {
    await chunks.return?.()
  }
}

interface Head {
  readonly head: Uint8Array
  /** Nothing follows. */
  readonly isWhole: boolean
  /** What ended it before its time. */
  readonly failure?: unknown
}

async function readHead(chunks: AsyncIterator<Uint8Array>): Promise<Head> {
  const parts: Uint8Array[] = []
  let length = 0
  try {
    while (length < wholeLength) {
      const next = await chunks.next()
      if (next.done === true) return { head: Buffer.concat(parts), isWhole: true }
      parts.push(next.value)
      length += next.value.length
    }
    return { head: Buffer.concat(parts), isWhole: false }
  } catch (failure) {
    return { head: Buffer.concat(parts), isWhole: true, failure }
  }
}

function decodeWhole(bytes: Uint8Array, name: string, context: Context, stated: string | undefined): string {
  const decoder = hasMark(bytes) || stated === undefined ? undefined : decoderFor(stated, name)
  if (decoder === undefined) return decodeText(bytes, name, context)
  const { text, isDamaged } = decoder.decode(bytes, true)
  if (isDamaged) throw encodingError(name, decoder.title, text)
  return text
}

async function* decodeRest(
  head: Uint8Array,
  chunks: AsyncIterator<Uint8Array>,
  name: string,
  context: Context,
  stated: string | undefined,
): AsyncGenerator<string> {
  const decoder =
    (hasMark(head) || stated === undefined ? undefined : decoderFor(stated, name)) ?? chooseDecoder(head, name)
  if (decoder.isGuessed === true) reportGuess(decoder.title, name, context)
  let line = 1
  let isLast = false
  for (let bytes: Uint8Array = head; !isLast; ) {
    const { next, failure } = await nextOf(chunks)
    isLast = next?.done === true
    const { text, isDamaged } = decoder.decode(bytes, isLast)
    yield text
    if (isDamaged) throw encodingError(name, decoder.title, text, line)
    if (failure !== undefined) throw failure
    for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) line++
    if (next?.done === false) bytes = next.value
    context.signal?.throwIfAborted()
  }
}

/** The next piece, or what went wrong with it: the piece before it is still to be decoded. */
const nextOf = (
  chunks: AsyncIterator<Uint8Array>,
): Promise<{ readonly next?: IteratorResult<Uint8Array>; readonly failure?: unknown }> =>
  chunks.next().then(
    (next) => ({ next }),
    (failure: unknown) => ({ failure }),
  )

function encodingError(name: string, title: string, text: string, line = 1): AppError {
  const at = line + (text.match(/\n/gu)?.length ?? 0)
  return new AppError('READ_ENCODING', `${name}, line ${at}: these bytes are not ${title}, as the rest of the file is`)
}

function reportGuess(title: string, name: string, context: Context): void {
  context.report({
    code: 'READ_ENCODING_GUESSED',
    level: 'info',
    message: `${name} does not say its encoding and was read as ${title}`,
    document: name,
    hint: 'If letters look wrong, save the file as UTF-8.',
  })
}

const hasMark = ([a, b, c]: Uint8Array): boolean =>
  (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff) || (a === 0xef && b === 0xbb && c === 0xbf)

function chooseDecoder(head: Uint8Array, name: string): ChunkDecoder {
  const [a, b] = head
  if (a === 0xff && b === 0xfe) return decoderOf('utf-16le')
  if (a === 0xfe && b === 0xff) return decoderOf('utf-16be')
  rejectKnownBinary(head, name)
  const wide = utf16ByZeros(head)
  if (wide !== undefined) return { ...decoderOf(wide), isGuessed: true }
  rejectManyControls(head, name)
  const valid = isUtf8(head) ? head.length : validUtf8Length(head)
  if (valid === head.length || isCutUtf8(head, valid)) return utf8Decoder()
  const guess = guessLegacy(head.subarray(0, guessedLength))
  if (guess === undefined) return utf8Decoder()
  const { label, title } = guess.encoding
  return { ...decoderOf(label), title, isGuessed: true }
}
/** An even number, so that no two-byte character is cut more often than others are. */
const guessedLength = 1 << 20

/** The decoder of an encoding that a file states; undefined for UTF-8 and its part ASCII, which the bytes themselves show. */
function decoderFor(label: string, name: string): ChunkDecoder | undefined {
  if (/^(?:utf-?8|us-ascii|ascii)$/iu.test(label)) return undefined
  return statedDecoder(label, name)
}

function utf8Decoder(): ChunkDecoder {
  const decoder = new TextDecoder('utf-8')
  let rest: Uint8Array = new Uint8Array(0)
  return {
    title: 'UTF-8',
    decode: (chunk, isLast) => {
      const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
      const valid = isUtf8(bytes) ? bytes.length : validUtf8Length(bytes)
      rest = bytes.subarray(valid)
      const waits = !isLast && isCutUtf8(bytes, valid)
      return { text: decoder.decode(bytes.subarray(0, valid), { stream: true }), isDamaged: rest.length > 0 && !waits }
    },
  }
}
