import { join } from 'node:path'
import { alignInputs } from './align-files.ts'
import type { Context } from './core/contracts.ts'
import type { Diagnostic } from './core/types.ts'
import { type Failure, failureOf } from './failure.ts'
import { inputFrom } from './input.ts'
import { type OutputOptions, writeAlignment } from './outputs.ts'
import type { ListedPair } from './pair-list.ts'
import { type AlignOptions, createAligner } from './pipeline.ts'
import { type Summary, summarise } from './summary.ts'

/** What is done with every pair of a batch; plain data that passes between threads. */
export interface JobOptions {
  readonly align: Partial<AlignOptions>
  readonly output: OutputOptions
  readonly outputFolder: string
  /** Endings of the files to write, with or without a dot: `tmx`, `21.xlf`. */
  readonly extensions: readonly string[]
  /** Words are learnt from all pairs of the batch together. */
  readonly learn: boolean
  /** How many of the best pairs the summary shows. */
  readonly shownPairs: number
}

/** What became of one pair of a batch. */
export interface JobResult {
  readonly pair: ListedPair
  /** Absent when the pair failed. */
  readonly summary?: Summary
  /** Paths written. */
  readonly outputs: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
  readonly failure?: Failure
}

/** A function that aligns one pair after another and never fails: what goes wrong with a pair stands in its result. */
export function createJob(options: JobOptions): (pair: ListedPair, context?: Context) => Promise<JobResult> {
  const aligner = createAligner(options.align)
  return async (pair, context) => {
    const diagnostics: Diagnostic[] = []
    const own: Context = { ...context, report: (diagnostic) => void diagnostics.push(diagnostic) }
    const outputs: string[] = []
    try {
      const inputs = {
        source: { ...inputFrom(pair.sourcePath), name: pair.source },
        target: { ...inputFrom(pair.targetPath), name: pair.target },
      }
      const alignment = await alignInputs(aligner, inputs, options.align.segmented ?? false, own)
      for (const path of outputPaths(pair, options))
        outputs.push(...(await writeAlignment(alignment, path, options.output, own)))
      const summary = summarise(alignment, options.output.selection, options.shownPairs)
      return { pair, summary, outputs, diagnostics }
    } catch (error) {
      return { pair, outputs, diagnostics, failure: failureOf(error) }
    }
  }
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
