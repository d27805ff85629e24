import { statSync } from 'node:fs'
import type { SqliteStoreOptions } from './options.ts'
import type { Readers } from './readers.ts'
import type { Session } from './session.ts'

/** A log above this size is folded into the file as soon as nobody reads from it. */
const usualLargeLog = 64 * 2 ** 20
/** Above this size new readers of this process wait for the others to end, so that it can be. */
const usualHugeLog = 256 * 2 ** 20
const longestPauseMs = 1000

/**
 * Keeps the log of writes from growing without end: SQLite starts it anew only at a moment when nobody reads from it, and
 * readers that overlap leave no such moment. What was written is safe in the log, so it is no failure when this comes to nothing.
 */
export async function foldLog(session: Session, readers: Readers, options: SqliteStoreOptions): Promise<void> {
  const { largeLog = usualLargeLog, hugeLog = usualHugeLog } = options
  // Not to wait for the disk: busy readers would go first, each time.
  const size = statSync(`${session.name}-wal`, { throwIfNoEntry: false })?.size ?? 0
  if (size < largeLog) return
  if (readers.active() === 0) truncate(session)
  else if (size >= hugeLog) await readers.pause(longestPauseMs, () => truncate(session))
}

function truncate(session: Session): void {
  try {
    session.db.pragma('wal_checkpoint(TRUNCATE)')
  } catch {
    // The disk may be full; the next write says so.
  }
}
