import { Worker } from 'node:worker_threads'
import { partsOf } from './alignment-parts.ts'
import type { Alignment, AlignmentMode, Evidence } from './core/types.ts'
import type { AlignOptions } from './pipeline.ts'
import type { RealignAnswer, RealignQuestion, RealignThreadData } from './realign-thread.ts'
import type { Act, EditRecord } from './review/edits/types.ts'
import { threadModule } from './threads.ts'

/** Aligns around what a person has fixed, in a thread of its own, while all else goes on. */
export interface Realigner {
  /** Starts the thread, so that the first question is answered at once. */
  start(): void
  /** Records that pin beads and align again around all that is pinned or decided; `records` are all that were made up to now. */
  realign(records: readonly EditRecord[], beads: readonly string[], act: Act): Promise<readonly EditRecord[]>
  /** Records that put the beads of a new alignment in the place of all that is not decided. */
  rerun(records: readonly EditRecord[], mode: 'auto' | AlignmentMode, act: Act): Promise<readonly EditRecord[]>
  /** What the texts say of a bead that a person made. */
  explain(records: readonly EditRecord[], bead: string): Promise<readonly Evidence[]>
  close(): Promise<void>
}

type Asked = RealignQuestion extends infer Each ? (Each extends Each ? Omit<Each, 'number' | 'records'> : never) : never

interface Waiting {
  resolve(answer: RealignAnswer): void
  reject(error: unknown): void
}

/** A realigner of an alignment as it is before its first record. Its thread starts with the first question, unless it is started before. */
export function createRealigner(alignment: Alignment, options: Partial<AlignOptions>): Realigner {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | undefined
  let loaded: Promise<void> = Promise.resolve()
  let isClosed = false
  let sent = 0
  let number = 0
  const failAll = (error: unknown): void => {
    worker = undefined
    sent = 0
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  const started = (): Worker => {
    if (worker !== undefined) return worker
    const { filename, ...loader } = threadModule('realign-thread')
    const data: RealignThreadData = { options }
    const fresh = new Worker(new URL(filename), { ...loader, workerData: data, stdout: false, stderr: false })
    fresh.on('message', (answer: RealignAnswer) => {
      const asker = waiting.get(answer.number)
      waiting.delete(answer.number)
      if (answer.failure === undefined) asker?.resolve(answer)
      else asker?.reject(Object.assign(new Error(answer.failure.message), answer.failure))
    })
    fresh.on('error', failAll)
    fresh.on('exit', () => failAll(new Error('the thread that aligns has ended')))
    fresh.unref()
    worker = fresh
    loaded = load(fresh, alignment)
    return fresh
  }
  const ask = (records: readonly EditRecord[], question: Asked): Promise<RealignAnswer> =>
    new Promise((resolve, reject) => {
      if (isClosed) return reject(new Error('the page was closed'))
      const thread = started()
      number++
      waiting.set(number, { resolve, reject })
      const asked: RealignQuestion = { ...question, number, records: records.slice(sent) }
      sent = records.length
      loaded.then(() => thread.postMessage(asked), reject)
    })
  return {
    start: () => void (isClosed ? undefined : started()),
    realign: async (records, beads, act) => (await ask(records, { kind: 'realign', beads, act })).records ?? [],
    rerun: async (records, mode, act) => (await ask(records, { kind: 'rerun', mode, act })).records ?? [],
    explain: async (records, bead) => (await ask(records, { kind: 'explain', bead })).evidence ?? [],
    async close() {
      isClosed = true
      await worker?.terminate()
    },
  }
}

/** Passes an alignment to the thread; others get their turn between its pieces. */
async function load(worker: Worker, alignment: Alignment): Promise<void> {
  for (const part of partsOf(alignment)) {
    worker.postMessage(part)
    await new Promise((resolve) => setImmediate(resolve))
  }
}
