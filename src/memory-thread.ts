import { parentPort, workerData } from 'node:worker_threads'
import { columnsOf } from './memory/batch-columns.ts'
import { readSources, type SourceOptions } from './memory-source.ts'

/** What the thread is started with. */
export interface ThreadData {
  readonly paths: readonly string[]
  readonly options: SourceOptions
}

/** So many batches may wait for the other thread, so that memory does not grow when storing is slower than reading. */
const ahead = 2

const port = parentPort
if (port !== null) {
  const { paths, options }: ThreadData = workerData
  let waiting = 0
  let wake: (() => void) | undefined
  port.on('message', () => {
    waiting--
    wake?.()
  })
  // The batch just sent is one that waits; a second one means that the other thread has more to do than this one.
  for await (const event of readSources(paths, options, () => waiting > 1)) {
    if (event.kind !== 'batch') {
      port.postMessage(event)
      continue
    }
    const { columns, buffers } = columnsOf(event.batch)
    port.postMessage({ kind: 'columns', columns }, [...buffers])
    waiting++
    while (waiting > ahead)
      await new Promise<void>((resolve) => {
        wake = resolve
      })
  }
  port.postMessage({ kind: 'end' })
  port.close()
}
