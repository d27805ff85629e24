import { AppError } from '../../core/errors.ts'
import { createChecksum } from './crc.ts'
import { rejectBomb, unpackBytes } from './pump.ts'
import { type ByteSource, readRange } from './source.ts'

/** What an archive says of one of its files. */
export interface EntryRecord {
  /** Path inside the archive with slashes; a label, never a path of the file system. */
  readonly path: string
  readonly method: number
  readonly isEncrypted: boolean
  readonly packedSize: number
  /** Size when unpacked and its check; absent where only what follows the content says so. */
  readonly size?: number
  readonly checksum?: number
  /** Where its own head stands. */
  readonly start: number
}

/** More files than this are no memory that somebody packed. */
export const mostEntries = 100_000

/** Of the head before the content the first 30 bytes have fixed places. */
export const headLength = 30
export const headSignature = 0x04034b50

const stored = 0
const deflated = 8

/**
 * The content of a file of an archive, checked as it comes. Fails with READ_MALFORMED after all that stands before the
 * damage, READ_NOT_READABLE for what is locked or packed in another way, READ_TOO_LARGE for bombs.
 */
export async function* entryBytes(source: ByteSource, entry: EntryRecord, name: string): AsyncGenerator<Uint8Array> {
  if (entry.isEncrypted)
    throw new AppError('READ_NOT_READABLE', `${name} is locked with a password`, { hint: 'Unpack it yourself first.' })
  if (entry.method !== stored && entry.method !== deflated)
    throw new AppError('READ_NOT_READABLE', `${name} is packed by method ${entry.method}, which is not read here`, {
      hint: 'Unpack it yourself, or pack it as ZIP does by default (deflate).',
    })
  const start = await contentStart(source, entry, name)
  const packed = source.slice(start, start + entry.packedSize)
  const bytes = entry.method === stored ? packed : unpackBytes(packed, 'deflate', name)
  yield* checkedBytes(bytes, entry, name)
}

async function contentStart(source: ByteSource, entry: EntryRecord, name: string): Promise<number> {
  const head = await readRange(source, entry.start, headLength)
  if (head.length < headLength || head.readUInt32LE(0) !== headSignature)
    throw new AppError('READ_MALFORMED', `${name} does not stand where the archive says it does`)
  return entry.start + headLength + head.readUInt16LE(26) + head.readUInt16LE(28)
}

async function* checkedBytes(
  chunks: AsyncIterable<Uint8Array>,
  entry: EntryRecord,
  name: string,
): AsyncGenerator<Uint8Array> {
  const add = createChecksum()
  let sum = 0
  let size = 0
  for await (const chunk of chunks) {
    sum = add(chunk, sum)
    size += chunk.length
    if (entry.size !== undefined && size > entry.size)
      throw new AppError('READ_MALFORMED', `${name} is larger than the archive says it is`)
    yield chunk
  }
  rejectBomb(entry.packedSize, size, name)
  if (entry.size !== undefined && size < entry.size)
    throw new AppError('READ_MALFORMED', `${name} is cut off: ${entry.size - size} bytes of it are missing`)
  if (entry.checksum !== undefined && sum !== entry.checksum)
    throw new AppError('READ_MALFORMED', `${name} is damaged: its check sum is wrong`)
}
