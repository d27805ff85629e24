import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { AppError } from '../../core/errors.ts'

/** One connection to a file. */
export type Connection = Database.Database
export type Statement = Database.Statement<unknown[], unknown>
/** Opens the file at an absolute path. */
export type Engine = (path: string, access: Access) => Connection

/** `write`: the file is there. `create`: it is made. `read`: nothing is written. `copy`: a copy in memory, which may be changed and which nobody else sees. */
export type Access = 'write' | 'create' | 'read' | 'copy'

/** The package that keeps memories; it is optional, so that aligning installs where it cannot be built. */
export async function loadEngine(
  load: () => Promise<{ readonly default: typeof Database }> = () => import('better-sqlite3'),
): Promise<Engine> {
  try {
    const { default: SqliteDatabase } = await load()
    // The native part is loaded with the first connection only.
    new SqliteDatabase(':memory:').close()
    return (path, access) => {
      if (access === 'copy') return new SqliteDatabase(contentsOf(path))
      const options = { readonly: access === 'read', fileMustExist: access !== 'create', timeout: lockTimeoutMs }
      return underPlainName(path, (name) => new SqliteDatabase(name, options))
    }
  } catch (cause) {
    throw new AppError('MEMORY_NO_ENGINE', 'the package better-sqlite3 cannot be loaded', { cause })
  }
}

/** How long SQLite itself waits for a lock, and nothing else in this process runs meanwhile. */
const lockTimeoutMs = 200

/** The package trims names. One that ends in a space is opened through a link; what lies beside the file is not moved by that. */
function underPlainName<T>(path: string, open: (name: string) => T): T {
  if (path.trim() === path) return open(path)
  const folder = mkdtempSync(join(tmpdir(), 'zinpaar-'))
  const name = join(folder, 'memory')
  try {
    symlinkSync(path, name)
    return open(name)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Bytes 18 and 19 say whether a log lies beside the file (sqlite.org/fileformat.html, 1.3.3): a copy in memory has none. */
function contentsOf(path: string): Buffer {
  const bytes = readFileSync(path)
  bytes.fill(1, 18, 20)
  return bytes
}
