import type { Context, Input } from './core/contracts.ts'
import { AppError } from './core/errors.ts'
import type { Alignment, Document } from './core/types.ts'
import { readDocument } from './files.ts'
import type { Aligner } from './pipeline.ts'

/** Reads two texts and aligns them. Fails with ALIGN_SAME_TEXT when both hold the same characters. */
export async function alignInputs(
  aligner: Aligner,
  inputs: { readonly source: Input; readonly target: Input },
  segmented: boolean,
  context: Context,
): Promise<Alignment> {
  const source = await readDocument(inputs.source, { segmented }, context)
  const target = await readDocument(inputs.target, { segmented }, context)
  rejectSameText(source, target)
  return aligner.align(source, target, context)
}

function rejectSameText(source: Document, target: Document): void {
  if (source.text.trim() !== target.text.trim()) return
  const names =
    source.id === target.id ? `${source.id} was given twice` : `${source.id} and ${target.id} hold the same text`
  throw new AppError('ALIGN_SAME_TEXT', names)
}
