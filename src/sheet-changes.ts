import { stat } from 'node:fs/promises'
import { Worker } from 'node:worker_threads'
import { changedRows } from './edit-sheet.ts'
import type { SheetRow } from './edit-sheet-rows.ts'
import type { SheetAnswer, SheetThreadData } from './sheet-thread.ts'
import { threadModule } from './threads.ts'

/** A sheet of fewer bytes is read in less time than a thread takes to start. */
const mostBytesHere = 1 << 18

/** The same as `changedRows`; a long sheet, which takes seconds and much memory, is read by a thread while all else goes on. */
export async function changedRowsAside(path: string, mostHere = mostBytesHere): Promise<readonly SheetRow[]> {
  const size = await stat(path).then(
    (found) => found.size,
    () => 0,
  )
  return size <= mostHere ? changedRows(path) : inThread({ path })
}

function inThread(data: SheetThreadData): Promise<readonly SheetRow[]> {
  return new Promise((resolve, reject) => {
    const { filename, ...loader } = threadModule('sheet-thread')
    const worker = new Worker(new URL(filename), { ...loader, workerData: data })
    worker.on('message', (answer: SheetAnswer) => {
      if ('rows' in answer) resolve(answer.rows)
      else reject(Object.assign(new Error(answer.failure.message), answer.failure))
    })
    worker.on('error', reject)
    worker.on('exit', () => reject(new Error('the thread that reads a sheet has ended')))
  })
}
