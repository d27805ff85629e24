import { randomUUID } from 'node:crypto'
import { access, constants, link, open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { AppError } from '../../core/errors.ts'
import type { Engine } from './engine.ts'
import { applicationId, checkVersion, migrate } from './schema.ts'

/** Measured with a million units: smaller pages waste more of what units leave free, larger ones cost more to fetch. */
const pageSize = 8192

/** Layout of the first bytes of a file of SQLite (sqlite.org/fileformat.html, 1.3). */
const magic = 'SQLite format 3\0'
const headerBytes = 100
const offsets = { pageSize: 16, pages: 28, version: 60, application: 68 } as const

/**
 * Looks at the first bytes of a file without touching it: whether it is a memory that this program knows. Throws when it is
 * not; false when there is nothing, or an empty file.
 */
export async function checkHeader(path: string): Promise<boolean> {
  const header = await readHeader(path)
  if (header === undefined || header.length === 0) return false
  const isSqlite = header.subarray(0, magic.length).toString('latin1') === magic
  if (!isSqlite) throw new AppError('MEMORY_NOT_ONE', `${path} is no memory of Zinpaar`)
  if (header.length < headerBytes) throw damaged(path, 'the file ends in its first page')
  if (header.readUInt32BE(offsets.application) !== applicationId)
    throw new AppError('MEMORY_NOT_ONE', `${path} is a database of another program`)
  checkVersion(header.readUInt32BE(offsets.version), path)
  await checkLength(path, header)
  return true
}

const damaged = (path: string, words: string): AppError => new AppError('MEMORY_DAMAGED', `${path}: ${words}`)

const isFolder = (path: string, cause?: unknown): AppError =>
  new AppError('READ_FOLDER', `${path} is a folder`, { hint: 'Name the file in it that is the memory.', cause })

async function readHeader(path: string): Promise<Buffer | undefined> {
  try {
    const file = await open(path, 'r')
    try {
      if ((await file.stat()).isDirectory()) throw isFolder(path)
      const { buffer, bytesRead } = await file.read(Buffer.alloc(headerBytes), 0, headerBytes, 0)
      return buffer.subarray(0, bytesRead)
    } finally {
      await file.close()
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
    if (code === 'EISDIR') throw isFolder(path, error)
    if (error instanceof AppError) throw error
    throw new AppError('READ_NOT_READABLE', `${path} cannot be opened (${String(code)})`, { cause: error })
  }
}

/** A file that is shorter than its header says was cut off, unless its log holds the rest. */
async function checkLength(path: string, header: Buffer): Promise<void> {
  if ((await sizeOf(`${path}-wal`)) > 0) return
  const stored = header.readUInt16BE(offsets.pageSize)
  const bytes = header.readUInt32BE(offsets.pages) * (stored === 1 ? 65_536 : stored)
  const actual = await sizeOf(path)
  if (actual < bytes) throw damaged(path, `the file has ${actual} of its ${bytes} bytes`)
}

/** Bytes of a file; 0 when there is none. */
export const sizeOf = (path: string): Promise<number> =>
  stat(path).then(
    ({ size }) => size,
    () => 0,
  )

/** Whether the first bytes of a file say that it is a memory, of whatever version and in whatever state. */
export async function isMemoryFile(path: string): Promise<boolean> {
  const header = await readHeader(path).catch(() => undefined)
  return (
    header !== undefined &&
    header.length === headerBytes &&
    header.subarray(0, magic.length).toString('latin1') === magic &&
    header.readUInt32BE(offsets.application) === applicationId
  )
}

export const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

/** Whether a file, and the folder in which SQLite makes files beside it, can be written to. */
export const isWritable = (path: string): Promise<boolean> =>
  Promise.all([access(path, constants.W_OK), access(dirname(path), constants.W_OK)]).then(
    () => true,
    () => false,
  )

/** Makes a memory with nothing in it: under another name first, so that nobody ever sees half of one. */
export async function createFile(path: string, engine: Engine): Promise<void> {
  const draft = `${path}.new-${randomUUID()}`
  const folder = dirname(path)
  if (!(await isThere(folder)))
    throw new AppError('MEMORY_NOT_FOUND', `there is no folder ${folder} to make a memory in`, {
      hint: 'Check the path, or make the folder first.',
    })
  try {
    const db = engine(draft, 'create')
    try {
      db.pragma(`page_size = ${pageSize}`)
      db.pragma(`application_id = ${applicationId}`)
      migrate(db, path)
      db.pragma('journal_mode = WAL')
    } finally {
      db.close()
    }
    await publish(draft, path)
  } catch (error) {
    throw explainCreation(error, path)
  } finally {
    await rm(draft, { force: true }).catch(() => undefined)
  }
}

/** Gives a file its name unless another process was first; an empty file gives way. */
async function publish(draft: string, path: string): Promise<void> {
  if ((await sizeOf(path)) > 0) return
  try {
    await link(draft, path)
  } catch (error) {
    // Where there are no hard links, or the empty file stands in the way.
    if ((await sizeOf(path)) > 0) return
    await rename(draft, path).catch(() => {
      throw error
    })
  }
}

function explainCreation(error: unknown, path: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new AppError('MEMORY_FULL', `${path} cannot be made`, { cause: error })
  if (code === 'SQLITE_CANTOPEN' || code === 'EACCES' || code === 'EROFS' || code === 'EPERM')
    return new AppError('MEMORY_READ_ONLY', `${path} cannot be made in its folder`, {
      hint: 'Check that the folder is there and can be written to.',
      cause: error,
    })
  return error
}
