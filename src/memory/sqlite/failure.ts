import { AppError, type ErrorCode } from '../../core/errors.ts'

/** Result codes of SQLite by how they start, and what they mean to a user. The longer ones come first. */
const meanings: readonly (readonly [prefix: string, code: ErrorCode, words: string])[] = [
  ['SQLITE_FULL', 'MEMORY_FULL', 'there is no room left to write it'],
  ['SQLITE_IOERR_SHM', 'MEMORY_FULL', 'the file beside it that readers and writers share cannot be made'],
  ['SQLITE_IOERR_WRITE', 'MEMORY_FULL', 'it could not be written to the disk'],
  ['SQLITE_IOERR_FSYNC', 'MEMORY_FULL', 'it could not be written to the disk'],
  ['SQLITE_IOERR_TRUNCATE', 'MEMORY_FULL', 'it could not be written to the disk'],
  ['SQLITE_IOERR_SHORT_READ', 'MEMORY_DAMAGED', 'the file ends too early'],
  ['SQLITE_IOERR', 'READ_NOT_READABLE', 'the disk failed while it was read'],
  ['SQLITE_CORRUPT', 'MEMORY_DAMAGED', 'its pages contradict each other'],
  ['SQLITE_NOTADB', 'MEMORY_DAMAGED', 'its pages are not those of a database'],
  ['SQLITE_FORMAT', 'MEMORY_DAMAGED', 'its pages are not those of a database'],
  ['SQLITE_READONLY', 'MEMORY_READ_ONLY', 'it may only be read'],
  ['SQLITE_PERM', 'MEMORY_READ_ONLY', 'it may only be read'],
  ['SQLITE_BUSY', 'MEMORY_BUSY', 'another program keeps it locked'],
  ['SQLITE_LOCKED', 'MEMORY_BUSY', 'another program keeps it locked'],
  ['SQLITE_PROTOCOL', 'MEMORY_BUSY', 'another program keeps it locked'],
  ['SQLITE_CANTOPEN', 'READ_NOT_READABLE', 'it cannot be opened'],
]

/** The result code of an error of SQLite; undefined for any other error. */
export function resultCodeOf(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' && code.startsWith('SQLITE_') ? code : undefined
}

/** True when another connection holds a lock that this one waits for. */
export const isBusy = (error: unknown): boolean => resultCodeOf(error)?.startsWith('SQLITE_BUSY') === true

/** What a user is told of an error; errors that are none of SQLite's stay what they are. */
export function explainFailure(error: unknown, name: string): unknown {
  const result = resultCodeOf(error)
  if (result === undefined) return error
  const [, code = 'INTERNAL', words = `SQLite says ${result}`] =
    meanings.find(([start]) => result.startsWith(start)) ?? []
  return new AppError(code, `${name}: ${words}`, { cause: error })
}

/** Runs something and explains what SQLite throws. */
export function explained<T>(name: string, run: () => T): T {
  try {
    return run()
  } catch (error) {
    throw explainFailure(error, name)
  }
}
