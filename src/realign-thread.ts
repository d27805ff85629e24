import { parentPort, workerData } from 'node:worker_threads'
import { isFixedBead } from './core/pins.ts'
import type { Alignment, AlignmentMode, Evidence } from './core/types.ts'
import { failureOf } from './failure.ts'
import { readAlignment } from './files.ts'
import { inputFrom } from './input.ts'
import { type AlignOptions, createAligner } from './pipeline.ts'
import { createRealigning, type Realigning } from './realign-records.ts'
import type { Act, EditRecord } from './review/edits/types.ts'
import { createStock } from './stock.ts'

/** What the thread is started with. */
export interface RealignThreadData {
  /** File of the alignment as it was before its first record. */
  readonly path: string
  readonly options: Partial<AlignOptions>
}

/** What is asked of the thread; `records` came in since it was last asked. */
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

const port = parentPort
if (port !== null) {
  const { path, options }: RealignThreadData = workerData
  const plugIns = { stock: createStock() }
  const start = readAlignment(inputFrom(path), silent).then((read) =>
    createRealigning(withoutEvidence(read), {
      reopen: (alignment) => createAligner(options, plugIns).reopen(alignment, silent),
      open: ({ source, target }, mode, pins) =>
        createAligner({ ...options, mode, pins }, plugIns).openAnalysed(source, target, silent),
    }),
  )
  // Whatever is asked first finds the texts linked.
  const warm = start.then((realigning) => realigning.warmUp())
  warm.catch(() => undefined)
  let last: Promise<unknown> = warm
  port.on('message', (question: RealignQuestion) => {
    last = last
      .catch(() => undefined)
      .then(async () => port.postMessage(await answer(question, await start)))
      .catch((error: unknown) => {
        const { code, message, hint } = failureOf(error)
        port.postMessage({ number: question.number, failure: { code, message, hint } } satisfies RealignAnswer)
      })
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

/** The words of persons and memories are all that realigning needs, and evidence is most of an alignment. */
const withoutEvidence = (alignment: Alignment): Alignment => ({
  ...alignment,
  beads: alignment.beads.map((bead) => {
    const evidence = bead.evidence.filter((item) => isFixedBead({ ...bead, evidence: [item] }))
    return { ...bead, evidence }
  }),
})
