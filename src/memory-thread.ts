import { parentPort, workerData } from 'node:worker_threads'
import { viewsOf } from './memory/batch-columns.ts'
import { buffersOf } from './memory/buffers.ts'
import type { FieldParts } from './memory/index/head.ts'
import { blocksMade, type FieldParcel, mergeParcel } from './memory/merge-parcels.ts'
import { readSources, type SourceEvent, type SourceOptions } from './memory-source.ts'

/** What the thread is started with. */
export interface ThreadData {
  readonly paths: readonly string[]
  readonly options: SourceOptions
}

/** What is said to the thread. */
export type Request =
  /** A batch is stored. */
  { readonly kind: 'stored' } | { readonly kind: 'merge'; readonly id: number; readonly parcel: FieldParcel }

/** What the thread says: what it reads, to its end, and what became of each merge. */
export type Reply =
  | SourceEvent
  | { readonly kind: 'end' }
  | { readonly kind: 'merged'; readonly id: number; readonly field: FieldParts }
  | { readonly kind: 'not merged'; readonly id: number; readonly error: unknown }

/** So many batches may wait for the other thread, so that memory does not grow when storing is slower than reading. */
const ahead = 1

const port = parentPort
if (port !== null) {
  const { paths, options }: ThreadData = workerData
  const post = (reply: Reply, views: readonly ArrayBufferView[] = []): void => port.postMessage(reply, buffersOf(views))
  let waiting = 0
  let wake: (() => void) | undefined
  // Until the other thread ends this one, it may have something to merge.
  port.on('message', (request: Request) => {
    if (request.kind === 'stored') {
      waiting--
      wake?.()
      return
    }
    const { id } = request
    mergeParcel(request.parcel).then(
      (field) => post({ kind: 'merged', id, field }, blocksMade(field)),
      (error: unknown) => post({ kind: 'not merged', id, error }),
    )
  })
  // Who had to wait for the other thread has time to build the next segment; otherwise the other thread builds it.
  let hadToWait = false
  for await (const event of readSources(paths, options, () => hadToWait)) {
    if (event.kind !== 'batch') {
      post(event)
      continue
    }
    post(event, viewsOf(event.batch))
    waiting++
    hadToWait = waiting > ahead
    while (waiting > ahead)
      await new Promise<void>((resolve) => {
        wake = resolve
      })
  }
  post({ kind: 'end' })
}
