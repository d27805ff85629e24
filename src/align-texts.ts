import { alignInputs } from './align-files.ts'
import type { Context } from './core/contracts.ts'
import type { Alignment, Pin } from './core/types.ts'
import { inputOf } from './input.ts'
import { type AlignOptions, createAligner, type PlugIns } from './pipeline.ts'

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
  plugIns: PlugIns = {},
): Promise<Alignment> {
  const inputs = { source: inputOf('source', source), target: inputOf('target', target) }
  return alignInputs(createAligner(options, plugIns), inputs, options.segmented ?? false, context)
}

/**
 * The alignment with pins: only the stretches around them are searched again. Its texts are linked anew each time, which
 * takes most of the time; where a person waits, keep what `reopen` of an aligner gives, and realign that. Fails with
 * PINS_CONFLICT for pins that contradict each other or the texts.
 */
export async function realign(
  alignment: Alignment,
  pins: readonly Pin[],
  options: Partial<AlignOptions> = {},
  context: Context = silent,
  plugIns: PlugIns = {},
): Promise<Alignment> {
  const open = await createAligner(options, plugIns).reopen(alignment, context)
  return open.realign(pins).alignment
}
