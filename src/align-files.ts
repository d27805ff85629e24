import type { Context, Input } from './core/contracts.ts'
import { AppError } from './core/errors.ts'
import { undetermined } from './core/tags.ts'
import type { Alignment, Document } from './core/types.ts'
import { readDocument } from './files.ts'
import { languageName } from './language-names.ts'
import type { Aligner } from './pipeline.ts'

/** Reads two texts and aligns them; two texts in one language are reported (ALIGN_SAME_LANGUAGE). Fails with ALIGN_SAME_TEXT when both hold the same characters. */
export async function alignInputs(
  aligner: Aligner,
  inputs: { readonly source: Input; readonly target: Input },
  segmented: boolean,
  context: Context,
): Promise<Alignment> {
  const source = await readDocument(inputs.source, { segmented }, context)
  const target = await readDocument(inputs.target, { segmented }, context)
  rejectSameText(source, target)
  const alignment = await aligner.align(source, target, context)
  reportSameLanguage(alignment, context)
  return alignment
}

function reportSameLanguage({ source, target }: Alignment, context: Context): void {
  const { tag } = source.language
  if (tag !== target.language.tag || tag === undetermined) return
  context.report({
    code: 'ALIGN_SAME_LANGUAGE',
    level: 'warning',
    message: `${source.id} and ${target.id} are both in ${languageName(tag)} (${tag})`,
    hint: 'If that is wrong, say which languages they are in with --source-lang and --target-lang.',
  })
}

function rejectSameText(source: Document, target: Document): void {
  if (source.text.trim() !== target.text.trim()) return
  const names =
    source.id === target.id ? `${source.id} was given twice` : `${source.id} and ${target.id} hold the same text`
  throw new AppError('ALIGN_SAME_TEXT', names)
}
