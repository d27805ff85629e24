import { readdirSync, rmSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Context } from './core/contracts.ts'
import { AppError } from './core/errors.ts'
import type { Diagnostic } from './core/types.ts'
import { createJob, isSweptTwice, type JobOptions, type JobOutcome, type JobResult, outputPaths } from './job.ts'
import { createLearning, isEnough, type LanguagePair, type LearntWords, learntFor } from './learnt.ts'
import { learntText } from './learnt-file.ts'
import { outputFormat } from './outputs.ts'
import type { ListedPair } from './pair-list.ts'
import { createStock, type Stock } from './stock.ts'
import type { Summary } from './summary.ts'
import { threadModule } from './threads.ts'
import { isOwnPart, onInterrupt, writeWhole } from './whole-file.ts'

/** What is done with a list of pairs. */
export interface BatchOptions extends Omit<JobOptions, 'isTeaching' | 'texts'> {
  /** How many pairs are aligned at the same time; with 1 no thread is started. */
  readonly jobs: number
  /** Words are learnt from all parallel pairs of the batch together, and help with each of them in a second sweep. */
  readonly learn: boolean
  /** File for what was learnt, written before the second sweep. */
  readonly learntFile?: string
}

/** A batch all of whose texts are known, also while only some of its pairs come up again. */
type ListedBatch = BatchOptions & Pick<JobOptions, 'texts'>

/** Where the texts of pairs lie. */
export const textsOf = (pairs: readonly ListedPair[]): readonly string[] =>
  pairs.flatMap(({ sourcePath, targetPath }) => [sourcePath, targetPath])

/**
 * Aligns every pair of a list and writes its outputs; results come in the order of the list, whatever the number of jobs, and
 * so do the bytes. A pair that fails is a result too. Fails before any work with FORMAT_UNKNOWN, FORMAT_CANNOT_WRITE,
 * BATCH_BAD_LIST for two outputs of one name or one that would replace an input, and WRITE_FAILED for the folder.
 */
export async function* alignBatch(
  pairs: readonly ListedPair[],
  options: BatchOptions,
  context: Context,
  stock: Stock = createStock(),
): AsyncGenerator<JobResult> {
  for (const extension of options.extensions) outputFormat(`.${extension.replace(/^\./u, '')}`, options.output)
  rejectClashes(pairs, options)
  await makeFolder(options.outputFolder)
  const batch: ListedBatch = { ...options, texts: textsOf(pairs) }
  if (batch.learn) return yield* alignLearning(pairs, batch, context, stock)
  for await (const { result } of sweep(pairs, batch, false, context, stock)) yield result
}

/**
 * A first sweep gathers what the documents teach, a second one aligns with it those for which it is enough; of the others
 * the first result stands. No alignment is kept between the two.
 */
async function* alignLearning(
  pairs: readonly ListedPair[],
  options: ListedBatch,
  context: Context,
  stock: Stock,
): AsyncGenerator<JobResult> {
  const first: JobResult[] = []
  const learning = createLearning(options.align.learnt ?? [])
  const taughtLanguages = new Set<string>()
  for await (const { result, taught } of sweep(pairs, options, true, context, stock)) {
    first.push(result)
    if (taught === undefined) continue
    learning.add(taught)
    taughtLanguages.add(taught.languages.join(' '))
  }
  const learnt = learning.words()
  if (options.learntFile !== undefined) await writeWhole(options.learntFile, learntText(learnt))
  const useful = learnt.filter((words) => isEnough(words) && taughtLanguages.has(words.languages.join(' ')))
  for (const words of useful) context.report(learntNote(words))
  const isDone = ({ summary }: JobResult): boolean =>
    summary === undefined || !(isSweptTwice(options) || learntFor(useful, languagesOf(summary)) !== undefined)
  const again = first.filter((result) => !isDone(result)).map(({ pair }) => pair)
  const second = sweep(again, { ...options, align: { ...options.align, learnt } }, false, context, stock)
  try {
    for (const result of first) {
      const next = isDone(result) ? undefined : await second.next()
      yield next?.value?.result ?? result
    }
  } finally {
    await second.return(undefined)
  }
}

const languagesOf = ({ source, target }: Summary): LanguagePair => [source.language.tag, target.language.tag]

const learntNote = ({ languages, documents, beads, pool }: LearntWords): Diagnostic => ({
  code: 'BATCH_LEARNT',
  level: 'info',
  message: `${pool.ids.length} pairs of words in ${languages.join(' and ')} were learnt from ${beads} sentence pairs of ${documents} documents`,
})

/** Runs over pairs once; outcomes come in the order of the list. */
async function* sweep(
  pairs: readonly ListedPair[],
  { jobs, learn, learntFile, ...options }: ListedBatch,
  isTeaching: boolean,
  context: Context,
  stock: Stock,
): AsyncGenerator<JobOutcome, undefined> {
  if (pairs.length === 0) return
  const job: JobOptions = { ...options, isTeaching }
  const what = isTeaching ? 'learning' : 'aligning'
  let done = 0
  context.progress?.(what, done, pairs.length)
  for await (const outcome of jobs > 1 ? inThreads(pairs, job, jobs) : inTurn(pairs, job, context, stock)) {
    yield outcome
    context.progress?.(what, ++done, pairs.length)
  }
}

function rejectClashes(pairs: readonly ListedPair[], options: BatchOptions): void {
  const inputs = new Map(
    pairs.flatMap((pair) => [pair.sourcePath, pair.targetPath].map((path) => [resolve(path), pair])),
  )
  const outputs = new Map<string, ListedPair>()
  for (const pair of pairs) {
    for (const path of outputPaths(pair, options)) {
      const other = outputs.get(path)
      if (other !== undefined)
        throw new AppError('BATCH_BAD_LIST', `lines ${other.line} and ${pair.line} would both write ${path}`)
      if (inputs.has(resolve(path)))
        throw new AppError('BATCH_BAD_LIST', `line ${pair.line} would write over ${path}, a text of the list`)
      outputs.set(path, pair)
    }
  }
}

async function makeFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true }).catch((cause: unknown) => {
    throw new AppError('WRITE_FAILED', `the folder ${path} cannot be made`, { cause })
  })
}

async function* inTurn(
  pairs: readonly ListedPair[],
  options: JobOptions,
  { progress, ...context }: Context,
  stock: Stock,
): AsyncGenerator<JobOutcome> {
  const run = createJob(options, { stock })
  for (const pair of pairs) yield await run(pair, context)
}

/** Outcomes of so many pairs a thread may wait for one that takes long, so that memory does not grow with the list. */
const aheadPerThread = 8

async function* inThreads(pairs: readonly ListedPair[], job: JobOptions, jobs: number): AsyncGenerator<JobOutcome> {
  const { Piscina } = await import('piscina')
  const maxThreads = Math.min(jobs, pairs.length)
  const pool = new Piscina({ ...threadModule('worker'), minThreads: 1, maxThreads, workerData: job })
  const stop = onInterrupt(() => removeParts(job.outputFolder))
  const running: Promise<JobOutcome>[] = []
  const start = (pair: ListedPair): void => {
    const outcome = pool.run(pair, { name: 'alignListedPair' }).then(
      (found: JobOutcome) => found,
      (error: unknown) => ({ result: brokenThread(pair, error) }),
    )
    running.push(outcome)
  }
  const ahead = maxThreads * aheadPerThread
  try {
    for (const pair of pairs.slice(0, ahead)) start(pair)
    for (let i = 0; i < pairs.length; i++) {
      const next = await running.shift()
      const pair = pairs[i + ahead]
      if (pair !== undefined) start(pair)
      if (next !== undefined) yield next
    }
  } finally {
    stop()
    await pool.destroy()
  }
}

/** A thread that died took its pair with it; the others go on. */
function brokenThread(pair: ListedPair, error: unknown): JobResult {
  const message = `the thread that aligned this pair ended: ${error instanceof Error ? error.message : String(error)}`
  const hint =
    'Align this pair alone, or with --jobs 1; a very long text may need NODE_OPTIONS=--max-old-space-size=8192.'
  return { pair, outputs: [], diagnostics: [], failure: { code: 'INTERNAL', message, hint } }
}

function removeParts(folder: string): void {
  for (const name of readdirSync(folder)) if (isOwnPart(name)) rmSync(join(folder, name), { force: true })
}
