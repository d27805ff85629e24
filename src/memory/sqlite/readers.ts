import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import type { View } from '../store.ts'
import { explained } from './failure.ts'
import type { Session } from './session.ts'
import { guardOf, viewOf } from './view.ts'

/** So many connections stay open when nobody reads. */
const maxIdle = 4

interface Reading {
  readonly view: View
  isOpen: boolean
}

/** Those who read a store. */
export interface Readers {
  read<T>(run: (view: View) => Promise<T>): Promise<T>
  /** Runs at once on a connection that nobody uses; undefined when there is none, or the caller is reading already. No transaction lasts. */
  glance<T>(run: (session: Session) => T): T | undefined
  /** How many are reading now. */
  active(): number
  /** Keeps new readers waiting until those that read now have come to an end, then runs something; not longer than a time. */
  pause(longestMs: number, run: () => void): Promise<void>
  /** Takes over a connection for reading. */
  adopt(session: Session): void
  close(): Promise<void>
}

/** Gives each reader a connection of its own; who reads while reading sees the same again. */
export function createReaders(name: string, open: () => Session): Readers {
  const idle: Session[] = []
  const state: { active: number; isClosed: boolean; gate: Promise<void> | undefined; onIdle: () => void } = {
    active: 0,
    isClosed: false,
    gate: undefined,
    onIdle: () => undefined,
  }
  const current = new AsyncLocalStorage<Reading>()

  const begin = (): Session => {
    if (state.isClosed) throw new Error(`${name}: the store is closed`)
    const session = idle.pop() ?? open()
    return explained(name, () => {
      session.sql('BEGIN').run()
      // A snapshot begins with the first look at the file, not with BEGIN.
      session.refresh()
      return session
    })
  }
  const end = (session: Session): void => {
    const isSound = isEnded(session)
    if (state.isClosed || !isSound || idle.length >= maxIdle) session.db.close()
    else idle.push(session)
  }

  /** Left on, it would follow every promise of the process ever after. */
  const retire = (): void => {
    if (state.isClosed && state.active === 0) current.disable()
  }

  const read = async <T>(run: (view: View) => Promise<T>): Promise<T> => {
    const outer = current.getStore()
    if (outer?.isOpen === true) return run(outer.view)
    if (state.gate !== undefined) await state.gate
    const session = begin()
    state.active++
    const reading: Reading = { view: viewOf(guardOf(session, () => reading.isOpen)), isOpen: true }
    try {
      return await current.run(reading, () => run(reading.view))
    } finally {
      reading.isOpen = false
      end(session)
      state.active--
      if (state.active === 0) state.onIdle()
      retire()
    }
  }

  const glance = <T>(run: (session: Session) => T): T | undefined => {
    const session = idle.at(-1)
    if (session === undefined || current.getStore()?.isOpen === true) return undefined
    return explained(name, () => run(session))
  }

  const pause = async (longestMs: number, run: () => void): Promise<void> => {
    let open = (): void => undefined
    state.gate = new Promise((resolve) => {
      open = resolve
    })
    const timer = new AbortController()
    const isIdle = new Promise<void>((resolve) => {
      state.onIdle = resolve
    })
    await Promise.race([isIdle, sleep(longestMs, undefined, { signal: timer.signal }).catch(() => undefined)])
    timer.abort()
    if (state.active === 0) run()
    state.onIdle = () => undefined
    state.gate = undefined
    open()
  }

  return {
    read,
    glance,
    pause,
    active: (): number => state.active,
    adopt: (session: Session): void => {
      idle.push(session)
    },
    close: async (): Promise<void> => {
      state.isClosed = true
      for (const session of idle.splice(0)) session.db.close()
      retire()
    },
  }
}

/** Ends a transaction that only read; false when the connection is of no more use, as with a damaged file. */
function isEnded({ db, sql }: Session): boolean {
  try {
    if (db.inTransaction) sql('COMMIT').run()
    return true
  } catch {
    return false
  }
}

/** One connection for all readers of what cannot change. */
export function createSharedReader(name: string, session: Session): Readers {
  session.refresh()
  const view = viewOf(guardOf(session, () => session.db.open))
  return {
    read: async (run) => {
      if (!session.db.open) throw new Error(`${name}: the store is closed`)
      return run(view)
    },
    glance: () => undefined,
    active: () => 0,
    pause: async (_, run) => run(),
    adopt: () => undefined,
    close: async () => {
      session.db.close()
    },
  }
}
