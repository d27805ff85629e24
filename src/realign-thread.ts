import { setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { type AlignmentPart, createPartJoiner } from './alignment-parts.ts'
import type { Alignment, AlignmentMode, Evidence } from './core/types.ts'
import { failureOf } from './failure.ts'
import { type AlignOptions, createAligner } from './pipeline.ts'
import { createRealigning, type Realigning } from './realign-records.ts'
import type { Act, EditRecord } from './review/edits/types.ts'
import { createStock } from './stock.ts'

/** What the thread is started with. */
export interface RealignThreadData {
  readonly options: Partial<AlignOptions>
}

/** What is asked of the thread when all of the alignment has come; `records` came in since it was last asked. */
export type RealignQuestion = {
  readonly number: number
  readonly records: readonly EditRecord[]
} & (
  | { readonly kind: 'realign'; readonly beads: readonly string[]; readonly act: Act }
  | { readonly kind: 'rerun'; readonly mode: 'auto' | AlignmentMode; readonly act: Act }
  | { readonly kind: 'explain'; readonly bead: string }
)

/** What it answers, by the number of the question. */
export interface RealignAnswer {
  readonly number: number
  readonly records?: readonly EditRecord[]
  readonly evidence?: readonly Evidence[]
  readonly failure?: { readonly code: string; readonly message: string; readonly hint: string }
}

const silent = { report: () => undefined }

/** How far this thread stands back: linking long texts takes a minute, and the page is looked at meanwhile. */
const niceness = 5

/** On Linux, and there alone, a thread has a priority of its own; without the right to change it, it works as it is. */
function standBack(): void {
  if (process.platform !== 'linux') return
  try {
    setPriority(niceness)
  } catch {
    // A container may forbid it.
  }
}

const port = parentPort
if (port !== null) {
  standBack()
  const { options }: RealignThreadData = workerData
  const plugIns = { stock: createStock() }
  const open = (alignment: Alignment): Realigning =>
    createRealigning(alignment, {
      reopen: (now) => createAligner(options, plugIns).reopen(now, silent),
      open: ({ source, target }, mode, pins) =>
        createAligner({ ...options, mode, pins }, plugIns).openAnalysed(source, target, silent),
    })
  const joiner = createPartJoiner()
  let realigning: Realigning | undefined
  let last: Promise<unknown> = Promise.resolve()
  const reply = async (question: RealignQuestion, known: Realigning): Promise<void> => {
    try {
      port.postMessage(await answer(question, known))
    } catch (error) {
      const { code, message, hint } = failureOf(error)
      port.postMessage({ number: question.number, failure: { code, message, hint } } satisfies RealignAnswer)
    }
  }
  port.on('message', (message: RealignQuestion | AlignmentPart) => {
    if ('part' in message) {
      const whole = joiner.add(message)
      if (whole === undefined) return
      const opened = open(whole)
      realigning = opened
      // Whatever is asked first finds the texts linked; what is wrong with them comes out then.
      last = opened.warmUp().catch(() => undefined)
    } else {
      const known = realigning
      if (known !== undefined) last = last.then(() => reply(message, known))
    }
  })
}

async function answer(question: RealignQuestion, realigning: Realigning): Promise<RealignAnswer> {
  const { number } = question
  realigning.take(question.records)
  switch (question.kind) {
    case 'realign':
      return { number, records: await realigning.realign(question.beads, question.act) }
    case 'rerun':
      return { number, records: await realigning.rerun(question.mode, question.act) }
    case 'explain':
      return { number, evidence: await realigning.explain(question.bead) }
  }
}
