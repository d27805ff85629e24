import { AppError } from '../../core/errors.ts'
import { type EntryRecord, headLength, headSignature, mostEntries } from './entries.ts'
import { unpackBytes } from './pump.ts'
import { type ByteSource, readRange } from './source.ts'

/** Flags of a file in an archive. */
const encryptedFlag = 1
const sizesFollowFlag = 8
const utf8Flag = 0x800
/** Stands where a size has more than 32 bits, which are then in an extra field. */
const wideSize = 0xffffffff
const wideField = 1
const descriptorSignature = 0x08074b50

/**
 * The files of an archive whose list at the end is missing, as a broken download leaves it: found one after another by their
 * own heads. The last one may be cut off, which shows when it is read.
 */
export async function scanEntries(source: ByteSource, name: string): Promise<readonly EntryRecord[]> {
  const entries: EntryRecord[] = []
  for (let at = 0; entries.length < mostEntries; ) {
    const head = await readRange(source, at, headLength)
    if (head.length < headLength || head.readUInt32LE(0) !== headSignature) break
    const entry = await entryAt(source, at, head, name)
    if (entry === undefined) break
    if (!entry.record.path.endsWith('/')) entries.push(entry.record)
    at = entry.next
  }
  return entries
}

interface Scanned {
  readonly record: EntryRecord
  /** Where the next file begins, if there is one. */
  readonly next: number
}

async function entryAt(source: ByteSource, start: number, head: Buffer, name: string): Promise<Scanned | undefined> {
  const [flags, method] = [head.readUInt16LE(6), head.readUInt16LE(8)]
  const [nameLength, extraLength] = [head.readUInt16LE(26), head.readUInt16LE(28)]
  const names = await readRange(source, start + headLength, nameLength + extraLength)
  if (names.length < nameLength + extraLength) return undefined
  const path = names
    .subarray(0, nameLength)
    .toString(flags & utf8Flag ? 'utf8' : 'latin1')
    .replaceAll('\\', '/')
  const content = start + headLength + nameLength + extraLength
  const base = { path, method, isEncrypted: (flags & encryptedFlag) !== 0, start }
  const sizes = sizesIn(head, names.subarray(nameLength))
  if ((flags & sizesFollowFlag) === 0 || sizes.packedSize > 0)
    return { record: { ...base, ...sizes, checksum: head.readUInt32LE(14) }, next: content + sizes.packedSize }
  const rest = source.size - content
  if (method !== 8 || base.isEncrypted) return { record: { ...base, packedSize: rest }, next: source.size }
  const used = await lengthOfPacked(source.slice(content, source.size), name)
  if (used === undefined) return { record: { ...base, packedSize: rest }, next: source.size }
  return { record: { ...base, packedSize: used }, next: await afterDescriptor(source, content + used) }
}

function sizesIn(head: Buffer, extra: Buffer): { readonly packedSize: number; readonly size: number } {
  const [packedSize, size] = [head.readUInt32LE(18), head.readUInt32LE(22)]
  if (packedSize !== wideSize && size !== wideSize) return { packedSize, size }
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2))
    if (extra.readUInt16LE(at) === wideField && at + 20 <= extra.length)
      return { size: Number(extra.readBigUInt64LE(at + 4)), packedSize: Number(extra.readBigUInt64LE(at + 12)) }
  return { packedSize, size }
}

/** How many bytes the packed stream has that begins here; undefined when it does not end or is damaged. */
async function lengthOfPacked(chunks: AsyncIterable<Uint8Array>, name: string): Promise<number | undefined> {
  const unpacked = unpackBytes(chunks, 'deflate', name)
  try {
    for (;;) {
      const next = await unpacked.next()
      if (next.done === true) return next.value.used
    }
  } catch (error) {
    if (error instanceof AppError && error.code === 'READ_MALFORMED') return undefined
    throw error
  }
}

/** The sizes that follow a content: 12 bytes or, for large files, 20, with or without a mark before them. */
async function afterDescriptor(source: ByteSource, at: number): Promise<number> {
  const bytes = await readRange(source, at, 28)
  const mark = bytes.length >= 4 && bytes.readUInt32LE(0) === descriptorSignature ? 4 : 0
  const isHead = (offset: number): boolean => bytes.length >= offset + 2 && bytes.readUInt16LE(offset) === 0x4b50
  return at + mark + (isHead(mark + 12) || !isHead(mark + 20) ? 12 : 20)
}
