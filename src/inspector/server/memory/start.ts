import { basename } from 'node:path'
import { type Memory, openMemory, type Stock } from '../../../index.ts'
import { createToken } from '../guard.ts'
import { listenOn } from '../listen.ts'
import { builtClient, type PageFiles, readPage } from '../page-files.ts'
import { createMemoryApp } from './app.ts'
import { createMemorySession, type MemorySession } from './session.ts'

/** Which memory is looked at, and by whom. */
export interface InspectMemoryOptions {
  readonly path: string
  /** Name under which edits are recorded. */
  readonly by: string
  /** 0 when absent: any that is free. */
  readonly port?: number
  /** Folder of the built page; that of the build when absent. */
  readonly client?: string
  /** Folder of the lexicons that the user added. */
  readonly dataFolder?: string | undefined
  readonly stock?: Stock | undefined
  now?(): Date
  /** Called while an index that an older version made is built anew. */
  readonly progress?: (done: number, total: number) => void
}

/** A page of a memory that is being served. */
export interface MemoryInspector {
  /** With the token: who has it can edit. */
  readonly address: string
  readonly session: MemorySession
  readonly isReadOnly: boolean
  close(): Promise<void>
}

/** Serves the page for a memory on this machine. Fails as opening a memory does, and as `startInspector`. */
export async function startMemoryInspector(options: InspectMemoryOptions): Promise<MemoryInspector> {
  const { path, by, port = 0, dataFolder, stock, now = () => new Date() } = options
  const memory = await openForPage(path, options.progress)
  try {
    const files = memoryPage(readPage(options.client ?? builtClient()))
    const session = await createMemorySession({ memory, name: basename(path), by, now, dataFolder, stock })
    const token = createToken()
    const fetch = createMemoryApp(session, { files, token, port: () => listening.port })
    const listening = await listenOn(port, fetch)
    return {
      address: `http://127.0.0.1:${listening.port}/${token}/`,
      session,
      isReadOnly: memory.isReadOnly,
      async close() {
        await listening.close()
        await session.close()
      },
    }
  } catch (error) {
    await memory.close()
    throw error
  }
}

/** A memory that cannot be written to is shown all the same. */
async function openForPage(path: string, progress: InspectMemoryOptions['progress']): Promise<Memory> {
  try {
    return await openMemory(path, { mode: 'write', ...(progress === undefined ? {} : { progress }) })
  } catch (error) {
    const isClosed = error instanceof Error && 'code' in error && error.code === 'MEMORY_READ_ONLY'
    if (!isClosed) throw error
    return openMemory(path, { mode: 'read' })
  }
}

/** The built pages with that of a memory as the first one. */
function memoryPage(files: PageFiles): PageFiles {
  const page = files.get('memory.html')
  return page === undefined ? files : new Map([...files, ['index.html', page]])
}
