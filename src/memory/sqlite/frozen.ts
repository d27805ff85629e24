import { statSync } from 'node:fs'
import { AppError } from '../../core/errors.ts'
import type { Engine } from './engine.ts'
import { explained, resultCodeOf } from './failure.ts'
import { createReaders, createSharedReader, type Readers } from './readers.ts'
import { checkVersion, migrate, migrations, versionOf } from './schema.ts'
import { createSession, type Session } from './session.ts'

/**
 * Reads a file that this user may not write to, or that lies where nothing can be made beside it. SQLite makes files beside
 * the one that it reads; made by this user, they would keep those out who may write. So the files of a writer are used when
 * they are there, and else the file is read as a whole, and again when it has changed.
 */
export function createFrozenReaders(path: string, engine: Engine): Readers {
  const open = () => explained(path, () => openReaders(path, engine))
  const state = { current: open(), active: 0 }
  return {
    read: async (run) => {
      if (state.active === 0 && state.current.stamp !== stampOf(path, state.current.isLive)) {
        void state.current.readers.close()
        state.current = open()
      }
      state.active++
      try {
        return await state.current.readers.read(run)
      } finally {
        state.active--
      }
    },
    glance: () => undefined,
    active: () => state.active,
    pause: async (_, run) => run(),
    adopt: () => undefined,
    close: () => state.current.readers.close(),
  }
}

interface Current {
  readonly readers: Readers
  /** Whether writes of others are seen as they come. */
  readonly isLive: boolean
  readonly stamp: string
}

function openReaders(path: string, engine: Engine): Current {
  const log = sizeOf(`${path}-wal`)
  if (log > 0 || sizeOf(`${path}-shm`) > 0) {
    try {
      const first = openSession(path, engine, 'read')
      const readers = createReaders(path, () => openSession(path, engine, 'read'))
      readers.adopt(first)
      return { readers, isLive: true, stamp: stampOf(path, true) }
    } catch (error) {
      if (log > 0 || !/CANTOPEN|READONLY/u.test(resultCodeOf(error) ?? '')) throw error
    }
  }
  const stamp = stampOf(path, false)
  return { readers: createSharedReader(path, openSession(path, engine, 'copy')), isLive: false, stamp }
}

function openSession(path: string, engine: Engine, access: 'read' | 'copy'): Session {
  const db = engine(path, access)
  try {
    checkVersion(versionOf(db), path)
    if (access === 'copy') migrate(db, path)
    else if (versionOf(db) < migrations.length) throw unfinished(path)
    db.pragma('query_only = 1')
    const session = createSession(db, path)
    session.refresh()
    return session
  } catch (error) {
    db.close()
    throw error
  }
}

const unfinished = (path: string): AppError =>
  new AppError('MEMORY_READ_ONLY', `${path} was written to by an older version of Zinpaar, which left its log behind`, {
    hint: 'Somebody who may write to it has to open it once with this version.',
  })

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0

/** Changes when the file has to be opened again. */
function stampOf(path: string, isLive: boolean): string {
  const stats = statSync(path, { throwIfNoEntry: false })
  const isShared = sizeOf(`${path}-shm`) > 0
  return isLive ? `${stats?.ino} ${isShared}` : `${stats?.ino} ${isShared} ${stats?.mtimeMs} ${stats?.size}`
}
