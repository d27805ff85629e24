import { link, open, readFile, readlink, rm, stat } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { AppError } from './core/errors.ts'
import { systemCode } from './input.ts'
import { writeError } from './whole-file.ts'

/** Fails with WRITE_FAILED when the lock has been held for so long that others may have taken it over. */
export type HoldsStill = () => void

/** Who has seen a lock of a program of which nothing is known for so long takes it over. */
const longestWatchMs = 30_000
const pauseMs = 15
/** So much at most counts of the time between two looks at a lock: its owner may have slept through it as well. */
const longestLookMs = 1_000

/**
 * Does something while no other program does the same with this file, the lock of which is `PATH.lock`. A lock whose owner
 * ended without giving it back is taken over: at once where the owner ran on this machine, else after `watchMs`. The work
 * calls what it is given before it writes. Fails with WRITE_FAILED where no lock can be made; errors of the work pass through.
 */
export async function withFileLock<Result>(
  path: string,
  work: (holdsStill: HoldsStill) => Promise<Result>,
  watchMs = longestWatchMs,
): Promise<Result> {
  return held({ lock: `${path}.lock`, place: await placeOfProcess(), path, watchMs }, work)
}

/** Where the numbers of processes mean the same: a machine, or a container on it. */
async function placeOfProcess(): Promise<string> {
  const numbers = await readlink('/proc/self/ns/pid').catch(() => '')
  return `${hostname()} ${numbers}`
}

interface LockParts {
  readonly lock: string
  /** Where this process runs. */
  readonly place: string
  /** The file that it is about, for messages. */
  readonly path: string
  readonly watchMs: number
}

async function held<Result>(parts: LockParts, work: (holdsStill: HoldsStill) => Promise<Result>): Promise<Result> {
  const { lock, path } = parts
  const mark = `${process.pid}-${crypto.randomUUID().slice(-12)}`
  const isOverdue = await take(parts, mark)
  try {
    return await work(() => {
      if (isOverdue()) throw new AppError('WRITE_FAILED', `${path} could not be written: writing was held up too long`)
    })
  } finally {
    // As long as nobody can have taken it over, what lies there is ours.
    await (isOverdue() ? takeAway(parts, mark) : rm(lock, { force: true })).catch(() => undefined)
  }
}

/** Waits for a lock and takes it; gives back what tells that it was held for half the time after which others take it. */
async function take(parts: LockParts, mark: string): Promise<() => boolean> {
  const { lock, place, watchMs } = parts
  let watched: { readonly mark: string | undefined; readonly isOver: () => boolean } | undefined
  let found: FoundLock | undefined
  for (;;) {
    const isOverdue = createTimer(watchMs / 2)
    // What was written late may have been taken away by then.
    if (found === undefined && (await isMade(parts, mark)) && (await lockAt(lock))?.mark === mark) return isOverdue
    found = await lockAt(lock)
    if (found === undefined) continue
    if (found.mark !== watched?.mark) watched = { mark: found.mark, isOver: createWatch(watchMs) }
    const isAbandoned = found.place === place && !isAlive(found.mark)
    if (isAbandoned || watched.isOver()) await takeAway(parts, found.mark)
    else await new Promise((resolve) => setTimeout(resolve, pauseMs))
  }
}

/**
 * False when there is one already. It gets its name when all is written: one that says nothing, since its owner was killed
 * before it wrote, would hold up all others for as long as a lock is watched.
 */
async function isMade({ lock, place, path }: LockParts, mark: string): Promise<boolean> {
  const [text, draft] = [`${mark} ${place}`, join(dirname(lock), `.zinpaar-${mark}.lock`)]
  try {
    await writeNew(draft, text)
    // Some disks know no second name for a file.
    await link(draft, lock).catch((error: unknown) =>
      systemCode(error) === 'EEXIST' ? Promise.reject(error) : writeNew(lock, text),
    )
    return true
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false
    throw writeError(error, path)
  } finally {
    await rm(draft, { force: true }).catch(() => undefined)
  }
}

/** Fails where there is something already. */
async function writeNew(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx')
  try {
    await file.writeFile(text)
  } catch (error) {
    await rm(path, { force: true })
    throw error
  } finally {
    await file.close()
  }
}

/**
 * Removes a lock that its owner left. Of all who want to, one at a time: who holds the lock named after its mark, and finds
 * that it still lies there. Without that, the second one would remove what the first one has taken meanwhile.
 */
async function takeAway(parts: LockParts, mark: string): Promise<void> {
  const { lock, path } = parts
  await held({ ...parts, lock: `${lock}.${mark}` }, async () => {
    if ((await lockAt(lock))?.mark !== mark) return
    await rm(lock, { force: true }).catch((error: unknown) => Promise.reject(writeError(error, path)))
  })
}

/** Whose lock lies there. */
interface FoundLock {
  /** No two locks have the same; one into which nothing was written yet goes by what the disk says of it. */
  readonly mark: string
  /** Absent where it says nothing. */
  readonly place?: string
}

/** Undefined when it has been given back. */
async function lockAt(lock: string): Promise<FoundLock | undefined> {
  try {
    const { ino, mtimeMs } = await stat(lock)
    const [, mark, place] = /^(\d+-[\da-f]+) (.*)$/su.exec(await readFile(lock, 'utf8')) ?? []
    return mark === undefined || place === undefined ? { mark: `${ino}-${Math.trunc(mtimeMs)}` } : { mark, place }
  } catch (error) {
    // What else lies there is waited for like a lock that says nothing.
    return systemCode(error) === 'ENOENT' ? undefined : { mark: 'unread' }
  }
}

function isAlive(mark: string): boolean {
  try {
    process.kill(Number.parseInt(mark, 10), 0)
    return true
  } catch (error) {
    return systemCode(error) !== 'ESRCH'
  }
}

/** Tells whether so much time has passed while it was asked again and again; no clock that is put on makes it more. */
function createWatch(milliseconds: number): () => boolean {
  let [left, last] = [milliseconds, performance.now()]
  return () => {
    const now = performance.now()
    left -= Math.min(now - last, longestLookMs)
    last = now
    return left <= 0
  }
}

/** Tells whether so much time has passed, by any clock: one may be put back, another one stands while the machine sleeps. */
function createTimer(milliseconds: number): () => boolean {
  const [wall, steady] = [Date.now(), performance.now()]
  return () => Math.max(Math.abs(Date.now() - wall), performance.now() - steady) > milliseconds
}
