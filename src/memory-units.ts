import { realpath } from 'node:fs/promises'
import { openSqliteStore } from './memory/sqlite/store.ts'
import { type TransferredUnit, transferredUnits } from './memory/transfer.ts'

export { isMemoryFile } from './memory/sqlite/file.ts'

/** The units of the memory in a file, to be taken in by another one. Fails as `openMemory` does. */
export async function* unitsOfMemory(path: string): AsyncGenerator<TransferredUnit> {
  const store = await openSqliteStore(path, { mode: 'read' })
  try {
    yield* transferredUnits(store)
  } finally {
    await store.close()
  }
}

/** Whether two paths lead to the same file, as far as links tell. */
export async function isSameFile(a: string, b: string): Promise<boolean> {
  const [first, second] = await Promise.all([a, b].map((path) => realpath(path).catch(() => undefined)))
  return first !== undefined && first === second
}
