import { fromRandomAccessReaderPromise, getFileNameLowLevel, RandomAccessReader, type ZipFile } from 'yauzl'
import { AppError } from '../../core/errors.ts'
import { type EntryRecord, mostEntries } from './entries.ts'
import { type ByteSource, readRange } from './source.ts'

/** The list at the end of an archive, in its order, folders left out. Any flaw of it is an error. */
export async function readDirectory(source: ByteSource, name: string): Promise<readonly EntryRecord[]> {
  const options = { autoClose: false, decodeStrings: false, validateEntrySizes: false }
  const file: ZipFile = await fromRandomAccessReaderPromise(readerOf(source), source.size, options)
  const records: EntryRecord[] = []
  if (file.entryCount > mostEntries)
    throw new AppError(
      'READ_TOO_LARGE',
      `${name} is an archive of ${file.entryCount} files; at most ${mostEntries} are read`,
    )
  for await (const entry of file.eachEntry()) {
    const path = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false)
    if (path.endsWith('/')) continue
    records.push({
      path,
      method: entry.compressionMethod,
      isEncrypted: entry.isEncrypted(),
      packedSize: entry.compressedSize,
      size: entry.uncompressedSize,
      checksum: entry.crc32,
      start: entry.relativeOffsetOfLocalHeader,
    })
  }
  return records
}

/** So much is read at once: the list is asked for in pieces of a few dozen bytes. */
const blockLength = 1 << 18

function readerOf(source: ByteSource): RandomAccessReader {
  let block: Buffer = Buffer.alloc(0)
  let from = 0
  const bytesAt = async (position: number, length: number): Promise<Buffer> => {
    if (position < from || position + length > from + block.length) {
      block = await readRange(source, position, Math.max(length, blockLength))
      from = position
    }
    return block.subarray(position - from, position - from + length)
  }
  const read: RandomAccessReader['read'] = (buffer, offset, length, position, callback) => {
    bytesAt(position, length).then(
      (bytes) => {
        bytes.copy(buffer, offset)
        callback(bytes.length < length ? new Error('the archive is shorter than it says') : null)
      },
      (error: unknown) => callback(error instanceof Error ? error : new Error(String(error))),
    )
  }
  // The package wants an heir of its class; one function of it is all that differs.
  return Object.assign(Reflect.construct(RandomAccessReader, []) as RandomAccessReader, { read })
}
