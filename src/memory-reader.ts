import { Worker } from 'node:worker_threads'
import { AppError } from './core/errors.ts'
import { buffersOf } from './memory/buffers.ts'
import type { FieldParts } from './memory/index/head.ts'
import type { FieldMerger } from './memory/index/merge.ts'
import { blocksIn, parcelOf } from './memory/merge-parcels.ts'
import { readSources, type SourceEvent } from './memory-source.ts'
import type { Reply, Request, ThreadData } from './memory-thread.ts'
import { threadModule } from './threads.ts'

/** Reads files for an import. */
export interface Reader {
  readonly events: AsyncIterable<SourceEvent>
  /** Merges parts of the index in another thread, where there is one. */
  readonly merge?: FieldMerger
  /** To be called in the end, whatever happens. */
  close(): Promise<unknown>
}

/** What dies young in the thread that reads may take so much; with more it is no faster. */
const youngMb = 16

/** Reads in this thread, as is best for small inputs and pipes: to start a thread for them would take longer. */
export const readHere = ({ paths, options }: ThreadData, stdin?: AsyncIterable<Uint8Array>): Reader => ({
  events: readSources(paths, options, undefined, stdin),
  close: async () => undefined,
})

/** Reads in a second thread, while this one stores. When all is read it helps to merge. */
export function readInThread(data: ThreadData): Reader {
  const { filename, execArgv } = threadModule('memory-thread')
  const worker = new Worker(new URL(filename), {
    workerData: data,
    resourceLimits: { maxYoungGenerationSizeMb: youngMb },
    ...(execArgv === undefined ? {} : { execArgv }),
  })
  const queue = createQueue<ReadReply>()
  const merges = createMerges((request, blocks) => worker.postMessage(request, buffersOf(blocks)))
  const fail = (error: unknown): void => {
    queue.fail(error)
    merges.fail(error)
  }
  worker.on('message', (reply: Reply) => {
    if (reply.kind === 'merged' || reply.kind === 'not merged') merges.take(reply)
    else queue.add(reply)
  })
  worker.on('error', fail)
  // All it has sent is in the queue by now: when that is used up and does not say that it came to its end, it did not.
  worker.on('exit', (code) => fail(new AppError('INTERNAL', `the thread that reads ended with code ${code}`)))
  return {
    events: eventsOf(queue, () => worker.postMessage({ kind: 'stored' } satisfies Request)),
    merge: merges.merge,
    close: () => worker.terminate(),
  }
}

interface Queue<T> {
  add(value: T): void
  fail(error: unknown): void
  /** Fails when there is nothing more to come. */
  next(): Promise<T>
}

function createQueue<T>(): Queue<T> {
  const values: T[] = []
  let failure: unknown
  let wake: () => void = () => undefined
  return {
    add: (value) => {
      values.push(value)
      wake()
    },
    fail: (error) => {
      failure ??= error
      wake()
    },
    next: async () => {
      for (;;) {
        const value = values.shift()
        if (value !== undefined) return value
        if (failure !== undefined) throw failure
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
    },
  }
}

type ReadReply = Exclude<Reply, MergeReply>

async function* eventsOf(replies: Queue<ReadReply>, stored: () => void): AsyncGenerator<SourceEvent> {
  for (;;) {
    const reply = await replies.next()
    if (reply.kind === 'end') return
    yield reply
    if (reply.kind === 'batch') stored()
  }
}

type MergeReply = Extract<Reply, { readonly kind: 'merged' | 'not merged' }>

/** Merges that another thread does. */
function createMerges(send: (request: Request, blocks: readonly Uint8Array[]) => void) {
  const waiting = new Map<number, { resolve(field: FieldParts): void; reject(error: unknown): void }>()
  let last = 0
  let failure: { readonly error: unknown } | undefined
  const merge: FieldMerger = async (name, readers) => {
    const parcel = await parcelOf(name, readers)
    if (failure !== undefined) throw failure.error
    const id = ++last
    send({ kind: 'merge', id, parcel }, blocksIn(parcel))
    return await new Promise<FieldParts>((resolve, reject) => {
      waiting.set(id, { resolve, reject })
    })
  }
  return {
    merge,
    take: (reply: MergeReply): void => {
      if (reply.kind === 'merged') waiting.get(reply.id)?.resolve(reply.field)
      else waiting.get(reply.id)?.reject(reply.error)
      waiting.delete(reply.id)
    },
    fail: (error: unknown): void => {
      failure ??= { error }
      for (const { reject } of waiting.values()) reject(error)
      waiting.clear()
    },
  }
}
