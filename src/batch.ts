import { readdirSync, rmSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Context } from './core/contracts.ts'
import { AppError } from './core/errors.ts'
import { createJob, type JobOptions, type JobResult, outputPaths } from './job.ts'
import { outputFormat } from './outputs.ts'
import type { ListedPair } from './pair-list.ts'
import { isOwnPart, onInterrupt } from './whole-file.ts'

/** What is done with a list of pairs. */
export interface BatchOptions extends JobOptions {
  /** How many pairs are aligned at the same time; with 1 no thread is started. */
  readonly jobs: number
}

/**
 * Aligns every pair of a list and writes its outputs; results come in the order of the list, whatever the number of jobs, and
 * so do the bytes. A pair that fails is a result too. Fails before any work with FORMAT_UNKNOWN, FORMAT_CANNOT_WRITE,
 * BATCH_BAD_LIST for two outputs of one name or one that would replace an input, and WRITE_FAILED for the folder.
 */
export async function* alignBatch(
  pairs: readonly ListedPair[],
  options: BatchOptions,
  context: Context,
): AsyncGenerator<JobResult> {
  for (const extension of options.extensions) outputFormat(`.${extension.replace(/^\./u, '')}`, options.output)
  rejectClashes(pairs, options)
  await makeFolder(options.outputFolder)
  const results = options.jobs > 1 ? inThreads(pairs, options) : inTurn(pairs, options, context)
  let done = 0
  context.progress?.('aligning', done, pairs.length)
  for await (const result of results) {
    yield result
    context.progress?.('aligning', ++done, pairs.length)
  }
}

function rejectClashes(pairs: readonly ListedPair[], options: JobOptions): void {
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
  options: BatchOptions,
  { progress, ...context }: Context,
): AsyncGenerator<JobResult> {
  const run = createJob(options)
  for (const pair of pairs) yield await run(pair, context)
}

async function* inThreads(pairs: readonly ListedPair[], options: BatchOptions): AsyncGenerator<JobResult> {
  const { Piscina } = await import('piscina')
  const { jobs, ...job } = options
  const pool = new Piscina({
    ...workerModule(),
    minThreads: 1,
    maxThreads: Math.min(jobs, pairs.length),
    workerData: job,
  })
  const stop = onInterrupt(() => removeParts(options.outputFolder))
  try {
    const running = pairs.map((pair) =>
      pool.run(pair, { name: 'alignListedPair' }).then(
        (result: JobResult) => result,
        (error: unknown) => brokenThread(pair, error),
      ),
    )
    for (const result of running) yield await result
  } finally {
    stop()
    await pool.destroy()
  }
}

/** Where the code of a thread lies. From TypeScript sources, as in tests, the thread needs a loader for them. */
function workerModule(): { readonly filename: string; readonly execArgv?: string[] } {
  if (!import.meta.url.endsWith('.ts')) return { filename: new URL('./worker.js', import.meta.url).href }
  const loader = `import{register}from${JSON.stringify(import.meta.resolve('tsx/esm/api'))};register()`
  return {
    filename: new URL('./worker.ts', import.meta.url).href,
    execArgv: ['--import', `data:text/javascript,${encodeURIComponent(loader)}`],
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
