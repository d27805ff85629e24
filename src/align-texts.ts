import { alignInputs } from './align-files.ts'
import type { Context } from './core/contracts.ts'
import type { Alignment } from './core/types.ts'
import { inputOf } from './input.ts'
import { type AlignOptions, createAligner } from './pipeline.ts'

/** Reports to nobody; a program that wants to know gives its own context. */
const silent: Context = { report: () => undefined }

/**
 * The alignment of two texts, one paragraph a line. Loads what it knows of their languages each time; for many pairs make
 * an aligner with `createAligner`. Fails with AppError: READ_EMPTY, ALIGN_SAME_TEXT and what the options can cause.
 */
export function align(
  source: string,
  target: string,
  options: Partial<AlignOptions> = {},
  context: Context = silent,
): Promise<Alignment> {
  const inputs = { source: inputOf('source', source), target: inputOf('target', target) }
  return alignInputs(createAligner(options), inputs, options.segmented ?? false, context)
}
