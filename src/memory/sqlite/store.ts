import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { AppError } from '../../core/errors.ts'
import type { Store } from '../store.ts'
import { type Connection, type Engine, loadEngine } from './engine.ts'
import { explained, explainFailure, isBusy } from './failure.ts'
import { checkHeader, createFile, isThere, isWritable } from './file.ts'
import { createFrozenReaders } from './frozen.ts'
import { type SqliteStoreOptions, usualPatienceMs } from './options.ts'
import { createReaders, type Readers } from './readers.ts'
import { migrate } from './schema.ts'
import { readBlocks } from './segments.ts'
import { createSession, type Session } from './session.ts'
import { readUnitsNow } from './units.ts'
import { createWriterQueue } from './writing.ts'

/**
 * Opens a memory kept in one file of SQLite. Any number of processes may have it open. A file that is something else is not
 * touched. Where file or folder cannot be written to, the store can only be read, whatever the mode.
 */
export async function openSqliteStore(path: string, options: SqliteStoreOptions = {}): Promise<Store> {
  const { mode = 'write' } = options
  const file = resolve(path)
  const isMade = await checkHeader(file)
  if (!isMade && mode !== 'create') throw await notThere(file)
  const engine = await loadEngine()
  if (!isMade) {
    await createFile(file, engine).catch((error: unknown) => {
      throw explainFailure(error, file)
    })
    await checkHeader(file)
  }
  if (await isWritable(file)) return openShared(file, engine, options)
  return storeOf(file, createFrozenReaders(file, engine), undefined)
}

const notThere = async (path: string): Promise<AppError> =>
  (await isThere(path))
    ? new AppError('MEMORY_NOT_ONE', `${path} is empty`)
    : new AppError('MEMORY_NOT_FOUND', `there is no memory at ${path}`)

/** A store that others may write to as well. */
async function openShared(path: string, engine: Engine, options: SqliteStoreOptions): Promise<Store> {
  const { mode = 'write', patienceMs = usualPatienceMs } = options
  const main = await openConnection(path, engine, patienceMs)
  if (options.maxPages !== undefined) main.pragma(`max_page_count = ${Math.floor(options.maxPages)}`)
  const readers = createReaders(path, () => openReader(path, engine, mode))
  if (mode === 'read') {
    main.pragma('query_only = 1')
    main.pragma(`mmap_size = ${mappedBytes}`)
    readers.adopt(createSession(main, path))
    return storeOf(path, readers, undefined)
  }
  const queue = createWriterQueue(createSession(main, path), readers, options)
  return storeOf(path, readers, queue)
}

type WriterQueue = ReturnType<typeof createWriterQueue>

function storeOf(name: string, readers: Readers, queue: WriterQueue | undefined): Store {
  return {
    name,
    isReadOnly: queue === undefined,
    read: readers.read,
    unitsNow: (keys, generation) => readers.glance((session) => readUnitsNow(session, keys, generation)),
    blockNow: (segment, number) => readers.glance((session) => readBlocks(session, segment, [number])[0]),
    write: async (run) => {
      if (queue === undefined) throw readOnly(name)
      return queue.write(run)
    },
    compact: async () => {
      if (queue === undefined) throw readOnly(name)
      await queue.compact()
    },
    close: async () => {
      await readers.close()
      await queue?.close()
    },
  }
}

const readOnly = (name: string): AppError =>
  new AppError('MEMORY_READ_ONLY', `${name} was opened for reading, or may only be read`)

/** A batch of an import writes most pages of the table of identities again: the log takes up a few of them first. */
const pagesBetweenFolds = 4096

/** Bytes of pages that one connection keeps: a writer meets most of the identities again in each batch. */
const cacheKib = { write: 32_768, read: 16_384 } as const

/** Look-ups are a third faster in a mapped file; it counts as memory of the process, so one that imports does without. */
const mappedBytes = 2 ** 31 - 65_536

/** Opens a file to write, waiting for others who write to it while its schema is looked at. */
async function openConnection(path: string, engine: Engine, patienceMs: number): Promise<Connection> {
  const db = explained(path, () => engine(path, 'write'))
  const deadline = Date.now() + patienceMs
  for (;;) {
    try {
      explained(path, () => prepareWriter(db, path))
      return db
    } catch (error) {
      if (!(error instanceof AppError && isBusy(error.cause)) || Date.now() > deadline) {
        db.close()
        throw error
      }
      await sleep(20)
    }
  }
}

function prepareWriter(db: Connection, path: string): void {
  // Writers wait without keeping this process from its other work.
  db.pragma('busy_timeout = 0')
  db.pragma('journal_mode = WAL')
  // What was acknowledged outlives a power cut too; large batches are no slower for it.
  db.pragma('synchronous = FULL')
  db.pragma(`wal_autocheckpoint = ${pagesBetweenFolds}`)
  db.pragma(`cache_size = -${cacheKib.write}`)
  db.pragma('temp_store = MEMORY')
  migrate(db, path)
}

function openReader(path: string, engine: Engine, mode: SqliteStoreOptions['mode']): Session {
  return explained(path, () => {
    const db = engine(path, 'write')
    db.pragma('query_only = 1')
    db.pragma(`cache_size = -${cacheKib.read}`)
    if (mode === 'read') db.pragma(`mmap_size = ${mappedBytes}`)
    return createSession(db, path)
  })
}
