import type { Context, Input } from './core/contracts.ts'
import { AppError } from './core/errors.ts'
import type { Alignment, Document } from './core/types.ts'
import { readDocument } from './files.ts'
import type { Aligner } from './pipeline.ts'

/** One of something for each of the two texts. */
export interface Sides<Item> {
  readonly source: Item
  readonly target: Item
}

/** Reads two texts and aligns them. Fails with ALIGN_SAME_TEXT when both hold the same characters. */
export async function alignInputs(
  aligner: Aligner,
  inputs: Sides<Input>,
  segmented: boolean,
  context: Context,
): Promise<Alignment> {
  const { source, target } = await readSides(inputs, segmented, context)
  return aligner.align(source, target, context)
}

/** Reads two texts. Fails with ALIGN_SAME_TEXT when both hold the same characters. */
export async function readSides(inputs: Sides<Input>, segmented: boolean, context: Context): Promise<Sides<Document>> {
  const source = await readDocument(inputs.source, { segmented }, context)
  const target = await readDocument(inputs.target, { segmented }, context)
  rejectSameText(source, target)
  return { source, target }
}

function rejectSameText(source: Document, target: Document): void {
  if (source.text.trim() !== target.text.trim()) return
  const names =
    source.id === target.id ? `${source.id} was given twice` : `${source.id} and ${target.id} hold the same text`
  throw new AppError('ALIGN_SAME_TEXT', names)
}
