import { createMemory, type Memory, type MemoryOptions } from './memory/memory.ts'
import { loadEngine } from './memory/sqlite/engine.ts'
import { openSqliteStore } from './memory/sqlite/store.ts'
import { renewIndex } from './memory/upkeep.ts'
import { memoryLanguages } from './memory-languages.ts'

/** How a memory in a file is opened. */
export interface OpenMemoryOptions extends MemoryOptions {
  /** `read`: nothing can be changed. `write`: the file must be there. `create`: it is made when it is not. `write` when absent. */
  readonly mode?: 'read' | 'write' | 'create'
  /** Called while the index is built anew, as it is when a memory is opened to be changed whose index an older version made. */
  readonly progress?: (done: number, total: number) => void
}

/**
 * Opens the translation memory in a file; close it when done. Fails with MEMORY_NOT_FOUND, MEMORY_NOT_ONE, MEMORY_NEWER,
 * MEMORY_DAMAGED, MEMORY_READ_ONLY, and MEMORY_NO_ENGINE where the package that keeps memories is not installed. An index that
 * an older version of the program made is built anew, unless the memory can only be read: looking something up then fails with
 * MEMORY_OLD_INDEX.
 */
export async function openMemory(path: string, options: OpenMemoryOptions = {}): Promise<Memory> {
  const { mode = 'write', progress, ...rest } = options
  const store = await openSqliteStore(path, { mode })
  try {
    if (!store.isReadOnly) await renewIndex(store, progress)
    return createMemory(store, { languages: memoryLanguages(), ...rest })
  } catch (error) {
    await store.close()
    throw error
  }
}

/** Fails with MEMORY_NO_ENGINE where the package that keeps memories is not installed. */
export async function checkEngine(): Promise<void> {
  await loadEngine()
}

/** Runs with a memory that is open, and closes it whatever happens. */
export async function withMemory<T>(
  path: string,
  options: OpenMemoryOptions,
  run: (memory: Memory) => Promise<T>,
): Promise<T> {
  const memory = await openMemory(path, options)
  try {
    return await run(memory)
  } finally {
    await memory.close()
  }
}
