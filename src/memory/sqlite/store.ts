import { access } from 'node:fs/promises'
import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { AppError } from '../../core/errors.ts'
import type { Store } from '../store.ts'
import { type Connection, type Engine, loadEngine } from './engine.ts'
import { explained, explainFailure, isBusy, resultCodeOf } from './failure.ts'
import { checkHeader, createFile, isWritable, sizeOf } from './file.ts'
import { createReaders, createSharedReader, type Readers } from './readers.ts'
import { checkVersion, migrate, versionOf } from './schema.ts'
import { createSession, type Session } from './session.ts'
import { createWriterQueue } from './writing.ts'

export interface SqliteStoreOptions {
  /** `read`: must be there, is not written to. `write`: must be there. `create`: made when there is none. */
  readonly mode?: 'read' | 'write' | 'create'
  /** Pages that the file may have; a write that needs more fails as it does on a full disk. */
  readonly maxPages?: number
  /** How long a writer waits for its turn. */
  readonly patienceMs?: number
}

/** Half a minute, as the contract says. */
const usualPatienceMs = 30_000

/**
 * Opens a memory kept in one file of SQLite. Any number of processes may have it open. A file that is something else is not
 * touched. Where file or folder cannot be written to, the store can only be read, whatever the mode.
 */
export async function openSqliteStore(path: string, options: SqliteStoreOptions = {}): Promise<Store> {
  const { mode = 'write' } = options
  const file = resolve(path)
  const isThere = await checkHeader(file)
  if (!isThere && mode !== 'create') throw await notThere(file)
  const engine = await loadEngine()
  if (!isThere) {
    await createFile(file, engine).catch((error: unknown) => {
      throw explainFailure(error, file)
    })
    await checkHeader(file)
  }
  return (await isWritable(file)) ? openShared(file, engine, options) : openFrozen(file, engine)
}

async function notThere(path: string): Promise<AppError> {
  const isEmpty = await access(path).then(
    () => true,
    () => false,
  )
  return isEmpty
    ? new AppError('MEMORY_NOT_ONE', `${path} is empty`)
    : new AppError('MEMORY_NOT_FOUND', `there is no memory at ${path}`)
}

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
  const queue = createWriterQueue(path, createSession(main, path), patienceMs, readers)
  return storeOf(path, readers, queue)
}

type WriterQueue = ReturnType<typeof createWriterQueue>

function storeOf(name: string, readers: Readers, queue: WriterQueue | undefined): Store {
  return {
    name,
    isReadOnly: queue === undefined,
    read: readers.read,
    write: async (run) => {
      if (queue === undefined)
        throw new AppError('MEMORY_READ_ONLY', `${name} was opened for reading, or may only be read`)
      return queue.write(run)
    },
    close: async () => {
      await readers.close()
      await queue?.close()
    },
  }
}

/** Bytes of pages that one connection keeps: a writer meets most of the identities again in each batch. */
const cacheKib = { write: 65_536, read: 16_384 } as const

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
  db.pragma('synchronous = FULL')
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

/** A store on a medium, or with rights, that let nobody write. */
async function openFrozen(path: string, engine: Engine): Promise<Store> {
  const log = await sizeOf(`${path}-wal`)
  const open = (): Session => tryReading(path, engine, 'read')
  try {
    const readers = createReaders(path, open)
    readers.adopt(open())
    return storeOf(path, readers, undefined)
  } catch (error) {
    // SQLite wants to make files beside it; without a log of unfinished writes it can do without them.
    if (log > 0 || !/CANTOPEN|READONLY/u.test(resultCodeOf(error) ?? '')) throw explainFailure(error, path)
    return storeOf(
      path,
      createSharedReader(
        path,
        explained(path, () => tryReading(path, engine, 'copy')),
      ),
      undefined,
    )
  }
}

function tryReading(path: string, engine: Engine, access: 'read' | 'copy'): Session {
  const db = engine(path, access)
  try {
    checkVersion(versionOf(db), path)
    return createSession(db, path)
  } catch (error) {
    db.close()
    throw error
  }
}
