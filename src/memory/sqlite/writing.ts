import { setTimeout as sleep } from 'node:timers/promises'
import { AppError } from '../../core/errors.ts'
import type { Writer } from '../store.ts'
import { explainFailure, isBusy } from './failure.ts'
import { foldLog } from './log.ts'
import { type SqliteStoreOptions, usualPatienceMs } from './options.ts'
import type { Readers } from './readers.ts'
import { type Session, setCounter } from './session.ts'
import { guardOf, writerOf } from './view.ts'

/** Lets writers of this process in one after another, and each wait for those of other processes. */
export function createWriterQueue(session: Session, readers: Readers, options: SqliteStoreOptions) {
  const { name } = session
  const { patienceMs = usualPatienceMs } = options
  const state = { last: Promise.resolve(), isClosed: false }

  /** Runs when it is this one's turn; other processes may still be writing. */
  const inTurn = async <T>(run: (deadline: number) => Promise<T>): Promise<T> => {
    if (state.isClosed) throw new Error(`${name}: the store is closed`)
    const deadline = Date.now() + patienceMs
    const before = state.last
    let leave = (): void => undefined
    state.last = new Promise<void>((resolve) => {
      leave = resolve
    })
    const turn = before.then(() => state.isClosed)
    if (!(await isInTime(turn, deadline))) {
      void before.then(leave)
      throw busy(name)
    }
    try {
      return await run(deadline)
    } finally {
      leave()
    }
  }
  return {
    write: <T>(run: (writer: Writer) => Promise<T>): Promise<T> =>
      inTurn(async (deadline) => {
        await whenFree(name, deadline, () => begin(session))
        const result = await runOnce(session, run)
        await foldLog(session, readers, options)
        return result
      }),
    compact: (): Promise<void> =>
      inTurn(async (deadline) => {
        await whenFree(name, deadline, () => compactFile(session))
        await foldLog(session, readers, { ...options, largeLog: 0, hugeLog: 0 })
      }),
    close: async (): Promise<void> => {
      await state.last
      state.isClosed = true
      if (session.db.open) session.db.close()
    },
  }
}

const busy = (name: string): AppError => new AppError('MEMORY_BUSY', `${name}: another writer does not come to an end`)

/** False when the time is over before a promise is fulfilled. */
async function isInTime(turn: Promise<unknown>, deadline: number): Promise<boolean> {
  const timer = new AbortController()
  const timeout = sleep(Math.max(0, deadline - Date.now()), false, { signal: timer.signal }).catch(() => false)
  const result = await Promise.race([turn.then(() => true), timeout])
  timer.abort()
  return result
}

const pauseMs = 5

function begin(session: Session): void {
  try {
    session.db.exec('BEGIN IMMEDIATE')
    session.refresh()
  } catch (error) {
    if (session.db.inTransaction) session.db.exec('ROLLBACK')
    throw error
  }
}

/** Writes the file anew without what is free in it; a transaction like any other. The copy is made on the disk, as it may be large. */
function compactFile(session: Session): void {
  session.db.pragma('temp_store = FILE')
  try {
    session.db.exec('VACUUM')
  } finally {
    session.db.pragma('temp_store = MEMORY')
  }
}

/** Tries again while another process writes, without keeping this one from its other work. */
async function whenFree(name: string, deadline: number, run: () => void): Promise<void> {
  for (;;) {
    try {
      run()
      return
    } catch (error) {
      if (!isBusy(error)) throw explainFailure(error, name)
      if (Date.now() > deadline) throw busy(name)
      await sleep(pauseMs)
    }
  }
}

async function runOnce<T>(session: Session, run: (writer: Writer) => Promise<T>): Promise<T> {
  const { db, name } = session
  let isOpen = true
  const before = changesOf(session)
  try {
    const result = await run(writerOf(guardOf(session, () => isOpen)))
    isOpen = false
    if (changesOf(session) !== before) setCounter(session, 'generation', session.generation + 1)
    db.exec('COMMIT')
    return result
  } catch (error) {
    isOpen = false
    // A full disk may have ended the transaction already.
    if (db.inTransaction) db.exec('ROLLBACK')
    session.forget()
    throw explainFailure(error, name)
  }
}

const changesOf = (session: Session): number =>
  (session.sql('SELECT total_changes() AS changes').get() as { changes: number }).changes
