import { AppError } from '../../core/errors.ts'
import { type EntryRecord, entryBytes } from './entries.ts'
import { rejectBomb } from './pump.ts'
import { scanEntries } from './scan.ts'
import type { ByteSource } from './source.ts'

/** A file in an archive. */
export interface ArchiveFile {
  /** Path inside the archive, safe to print; never a path of the file system. */
  readonly path: string
  /** Size when unpacked, as the archive says; absent where it does not. */
  readonly size?: number
  readonly packedSize: number
  stream(): AsyncIterable<Uint8Array>
}

/** What is in an archive: its files without folders, in their order. */
export interface Archive {
  readonly files: readonly ArchiveFile[]
  /** Set when the archive is damaged: these are the files that could be found, and there may have been more. */
  readonly damage?: AppError
}

/**
 * Opens a ZIP archive, zip64 too. One without its list at the end is searched file by file. Fails with READ_TOO_LARGE for
 * bombs and for more files than anybody packs, READ_MALFORMED when nothing can be found in it.
 */
export async function openZip(source: ByteSource, name: string): Promise<Archive> {
  const { records, damage } = await recordsOf(source, name)
  const total = records.reduce((sum, record) => sum + (record.size ?? 0), 0)
  rejectBomb(source.size, total, name)
  const files = records.map((record): ArchiveFile => {
    const path = printable(record.path)
    const stream = (): AsyncIterable<Uint8Array> => entryBytes(source, record, `${name}/${path}`)
    return { path, packedSize: record.packedSize, stream, ...(record.size === undefined ? {} : { size: record.size }) }
  })
  return { files, ...(damage === undefined ? {} : { damage }) }
}

async function recordsOf(
  source: ByteSource,
  name: string,
): Promise<{ readonly records: readonly EntryRecord[]; readonly damage?: AppError }> {
  try {
    const { readDirectory } = await import('./directory.ts')
    return { records: await readDirectory(source, name) }
  } catch (cause) {
    if (cause instanceof AppError) throw cause
    const records = await scanEntries(source, name)
    const what = records.length === 0 ? 'nothing in it can be found' : 'files at its end may be missing'
    const damage = new AppError('READ_MALFORMED', `${name} is a damaged archive or cut off: ${what}`, { cause })
    if (records.length === 0) throw damage
    return { records, damage }
  }
}

/** Without control characters, which could speak to a terminal. */
const printable = (path: string): string => path.replace(/[\p{Cc}\p{Bidi_C}\u2028\u2029]/gu, '\ufffd')
