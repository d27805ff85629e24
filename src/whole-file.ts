import { constants, rmSync, type Stats } from 'node:fs'
import { access, chmod, type FileHandle, lstat, open, readlink, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { isMainThread, threadId } from 'node:worker_threads'
import { AppError } from './core/errors.ts'
import { hashOf } from './core/hash.ts'
import { systemCode } from './input.ts'

/** Text in pieces, so that no output has to fit into memory. */
export type Chunks = AsyncIterable<string> | Iterable<string>

/**
 * Writes a file whole or not at all: beside it first, then renamed. An existing file keeps its mode, a symbolic link stays
 * and its target is replaced; devices and pipes are written directly. Fails with WRITE_FAILED; errors of the chunks
 * themselves pass through.
 */
export async function writeWhole(path: string, chunks: Chunks | Uint8Array): Promise<void> {
  const target = await followLinks(path)
  const existing = await statOf(target)
  if (existing?.isDirectory() === true) throw writeError(undefined, path, 'it is a folder')
  if (isOpenElsewhere(target) || existing?.isFile() === false)
    return writeInto(await openFor(path, target, 'a'), path, chunks)
  const part = join(dirname(target), partName(basename(target)))
  await cleanedUp(part, async () => {
    const mode = (existing?.mode ?? 0o666) & 0o7777
    await writeInto(await openFor(path, part, 'wx', mode), path, chunks)
    try {
      if (existing !== undefined) await chmod(part, mode)
      await rename(part, target)
    } catch (error) {
      throw writeError(error, path)
    }
  })
}

/** Fails with WRITE_FAILED where a file could not be written anyway, so that no long work is done in vain. */
export async function checkWritable(path: string): Promise<void> {
  const target = await followLinks(path)
  if (isOpenElsewhere(target)) return
  if ((await statOf(target))?.isDirectory() === true) throw writeError(undefined, path, 'it is a folder')
  await access(dirname(target), constants.W_OK).catch((error: unknown) => Promise.reject(writeError(error, path)))
}

/**
 * `/dev/stdout` and its like stand for what another program has opened: replacing it would cut that program off. What lies in
 * `/dev/shm` are plain files in memory.
 */
const isOpenElsewhere = (path: string): boolean => /^\/(?:dev\/(?!shm\/)|proc\/)/u.test(path)

/** Name of the unfinished file: hidden, never too long, different for each process and thread. */
const partName = (name: string): string => `.zinpaar-${hashOf(name)}-${process.pid}-${threadId}.part`

/** True for the names of unfinished files of this process, whatever thread was writing them. */
export function isOwnPart(name: string): boolean {
  return new RegExp(`^\\.zinpaar-[0-9a-f]+-${process.pid}-\\d+\\.part$`, 'u').test(name)
}

/** Runs the work and removes the file when it fails, or when the user interrupts it. */
async function cleanedUp(part: string, work: () => Promise<void>): Promise<void> {
  const stop = onInterrupt(() => rmSync(part, { force: true }))
  try {
    // A process that was killed may have had the same number, as the only one of a container has.
    await rm(part, { force: true }).catch(() => undefined)
    await work()
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined)
    throw error
  } finally {
    stop()
  }
}

/**
 * While it is in force, Ctrl-C runs `cleanUp` and then ends the process with 130, unless the program listens for Ctrl-C
 * itself; calling the result ends that. Elsewhere the system ends the process at once, also in the middle of a long
 * computation. Threads other than the main one see no signal.
 */
export function onInterrupt(cleanUp: () => void): () => void {
  if (!isMainThread) return () => undefined
  const interrupted = (): void => {
    try {
      cleanUp()
    } finally {
      if (process.listenerCount('SIGINT') === 0) process.exit(130)
    }
  }
  process.once('SIGINT', interrupted)
  return () => process.off('SIGINT', interrupted)
}

const openFor = (shown: string, path: string, flags: string, mode?: number): Promise<FileHandle> =>
  open(path, flags, mode).catch((error: unknown) => Promise.reject(writeError(error, shown)))

async function writeInto(file: FileHandle, shown: string, chunks: Chunks | Uint8Array): Promise<void> {
  try {
    for await (const piece of chunks instanceof Uint8Array ? [chunks] : gathered(chunks))
      await file.appendFile(piece).catch((error: unknown) => Promise.reject(writeError(error, shown)))
  } finally {
    await file.close()
  }
}

/** Few large writes instead of many small ones. */
const pieceLength = 1 << 16
async function* gathered(chunks: Chunks): AsyncIterable<string> {
  let piece: string[] = []
  let length = 0
  for await (const chunk of chunks) {
    piece.push(chunk)
    length += chunk.length
    if (length < pieceLength) continue
    yield piece.join('')
    piece = []
    length = 0
  }
  if (length > 0) yield piece.join('')
}

/** The file that a path means at the end of its symbolic links, also when it does not exist yet. */
async function followLinks(path: string): Promise<string> {
  let target = path
  for (let steps = 0; steps < 40; steps++) {
    if (isOpenElsewhere(target)) return target
    const link = await lstat(target).catch(() => undefined)
    if (link?.isSymbolicLink() !== true) return target
    target = resolve(dirname(target), await readlink(target))
  }
  throw writeError(undefined, path, 'its links lead in a circle')
}

const statOf = (path: string): Promise<Stats | undefined> => stat(path).catch(() => undefined)

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'its folder or the file is write-protected',
  EPERM: 'its folder or the file is write-protected',
  EROFS: 'the disk is read-only',
  ENOENT: 'there is no such folder',
  ENOTDIR: 'there is no such folder',
  ENOSPC: 'there is no room left',
  EDQUOT: 'there is no room left',
  ENAMETOOLONG: 'the name is too long',
  EFBIG: 'it became too large',
}

/** The AppError WRITE_FAILED with the reason of the system in plain words. */
export function writeError(error: unknown, path: string, reason?: string): unknown {
  const code = systemCode(error)
  // A reader that has seen enough is no failure.
  if (code === 'EPIPE') return error
  const why = reason ?? (code === undefined ? undefined : reasons[code]) ?? code ?? String(error)
  return new AppError('WRITE_FAILED', `${path} could not be written: ${why}`, { cause: error })
}
