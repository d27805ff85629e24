import { parentPort, workerData } from 'node:worker_threads'
import { changedRows } from './edit-sheet.ts'
import type { SheetRow } from './edit-sheet-rows.ts'
import { type Failure, failureOf } from './failure.ts'

/** What the thread is told when it starts. */
export interface SheetThreadData {
  /** The sheet that it reads. */
  readonly path: string
}

export type SheetAnswer = { readonly rows: readonly SheetRow[] } | { readonly failure: Failure }

const port = parentPort
if (port !== null) {
  const { path }: SheetThreadData = workerData
  const answer = (found: SheetAnswer): void => port.postMessage(found)
  changedRows(path).then(
    (rows) => answer({ rows }),
    (error: unknown) => answer({ failure: failureOf(error) }),
  )
}
