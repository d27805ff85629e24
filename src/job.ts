import { join } from 'node:path'
import { readSides } from './align-files.ts'
import type { Context } from './core/contracts.ts'
import type { Alignment, Diagnostic } from './core/types.ts'
import { type Failure, failureOf } from './failure.ts'
import { inputFrom } from './input.ts'
import type { TaughtWords } from './learnt.ts'
import type { IntakeOptions, StoredPairs } from './memory-intake.ts'
import { type OutputOptions, outputFormat, writeAlignment } from './outputs.ts'
import type { ListedPair } from './pair-list.ts'
import { type Aligner, type AlignOptions, createAligner, type PlugIns } from './pipeline.ts'
import { keptAlignment } from './resume.ts'
import { createSpare } from './spared-files.ts'
import { type Summary, summarise } from './summary.ts'

/** What is done with every pair of a batch; plain data that passes between threads. */
export interface JobOptions {
  readonly align: Partial<AlignOptions>
  readonly output: OutputOptions
  readonly outputFolder: string
  /** Endings of the files to write, with or without a dot: `tmx`, `21.xlf`. */
  readonly extensions: readonly string[]
  /** How many of the best pairs the summary shows. */
  readonly shownPairs: number
  /**
   * Alignments that an earlier run wrote are kept where the same would come out again; the other outputs are made from
   * them. Takes effect when one of the extensions is that of our own format.
   */
  readonly resume: boolean
  /** The memory that keeps the pairs; a first sweep keeps none. */
  readonly into?: IntakeOptions
  /** The texts of all pairs, over which no output may be written. */
  readonly texts: readonly string[]
  /** A first sweep, for what the documents teach; it writes nothing when every pair comes up again. */
  readonly isTeaching: boolean
}

/** What became of one pair of a batch. */
export interface JobResult {
  readonly pair: ListedPair
  /** Absent when the pair failed. */
  readonly summary?: Summary
  /** Paths of the outputs. */
  readonly outputs: readonly string[]
  /** What a memory has kept of it. */
  readonly stored?: StoredPairs
  readonly diagnostics: readonly Diagnostic[]
  readonly failure?: Failure
  /** True when the alignment of an earlier run was kept. */
  readonly isKept?: true
}

/** What became of one pair, and what its words teach other documents. */
export interface JobOutcome {
  readonly result: JobResult
  readonly taught?: TaughtWords
}

/** A function that aligns one pair after another and never fails: what goes wrong with a pair stands in its result. */
export function createJob(
  options: JobOptions,
  plugIns: PlugIns = {},
): (pair: ListedPair, context?: Context) => Promise<JobOutcome> {
  const aligner = createAligner(options.align, plugIns)
  const spare = createSpare(options.texts, 'is a text of the list')
  const writes = !(options.isTeaching && isSweptTwice(options))
  return async (pair, context) => {
    const diagnostics: Diagnostic[] = []
    const own: Context = { ...context, report: (diagnostic) => void diagnostics.push(diagnostic) }
    const outputs: string[] = []
    try {
      const { alignment, taught, kept } = await alignmentOf(pair, aligner, options, own)
      for (const path of writes ? outputPaths(pair, options) : []) {
        if (path === kept) outputs.push(path)
        else outputs.push(...(await writeAlignment(alignment, path, { ...options.output, spare }, own)))
      }
      const stored = writes ? await storeInto(options, alignment) : undefined
      const summary = summarise(alignment, options.output.selection, options.shownPairs)
      const result = {
        pair,
        summary,
        outputs,
        ...(stored === undefined ? {} : { stored }),
        diagnostics,
        ...(kept === undefined ? {} : { isKept: true as const }),
      }
      return { result, ...(taught === undefined ? {} : { taught }) }
    } catch (error) {
      return { result: { pair, outputs, diagnostics, failure: failureOf(error) } }
    }
  }
}

/** Whether every pair comes up again in a second sweep, so that a first one need write nothing. */
export const isSweptTwice = ({ resume, into }: Pick<JobOptions, 'resume' | 'into'>): boolean =>
  resume || into !== undefined

async function storeInto({ into, output }: JobOptions, alignment: Alignment): Promise<StoredPairs | undefined> {
  if (into === undefined) return undefined
  const { storePairs } = await import('./memory-intake.ts')
  return storePairs(alignment, output.selection, into)
}

interface Found {
  readonly alignment: Alignment
  readonly taught?: TaughtWords
  /** File of the earlier run that holds it. */
  readonly kept?: string
}

async function alignmentOf(pair: ListedPair, aligner: Aligner, options: JobOptions, context: Context): Promise<Found> {
  const inputs = {
    source: { ...inputFrom(pair.sourcePath), name: pair.source },
    target: { ...inputFrom(pair.targetPath), name: pair.target },
  }
  const documents = await readSides(inputs, options.align.segmented ?? false, context)
  if (options.isTeaching) return aligner.alignTeaching(documents.source, documents.target, context)
  const path = options.resume ? resumablePath(pair, options) : undefined
  const alignment = path === undefined ? undefined : await keptAlignment(path, documents, aligner, options.align)
  if (path !== undefined && alignment !== undefined) return { alignment, kept: path }
  return { alignment: await aligner.align(documents.source, documents.target, context) }
}

/** The output that holds the whole alignment and can be read again, if there is one. */
export function resumablePath(
  pair: ListedPair,
  options: Pick<JobOptions, 'outputFolder' | 'extensions' | 'output'>,
): string | undefined {
  return outputPaths(pair, options).find((path) => outputFormat(path, options.output).readAlignment !== undefined)
}

/** `DIR/name.EXT` for every extension. */
export function outputPaths(
  pair: ListedPair,
  options: Pick<JobOptions, 'outputFolder' | 'extensions'>,
): readonly string[] {
  return options.extensions.map((extension) =>
    join(options.outputFolder, `${pair.name}.${extension.replace(/^\./u, '')}`),
  )
}
