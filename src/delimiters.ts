import { delimiterRole, delimitersIn } from './align/search/bounds.ts'
import type { Context } from './core/contracts.ts'
import { textOf } from './core/text.ts'
import type { AnalysedDocument, Document } from './core/types.ts'

/** Sets the lines aside that are borders between the parts of a text: they take no part, and no bead reaches over one. */
export function withBorders(document: Document, delimiter: string | undefined): Document {
  const line = delimiter?.trim() ?? ''
  if (line === '') return document
  return {
    ...document,
    blocks: document.blocks.map((block) =>
      textOf(document.text, block.span).trim() === line ? { ...block, role: 'boilerplate', why: delimiterRole } : block,
    ),
  }
}

/** Tells that border lines cannot be honoured: there are none, or one text has more of them than the other. */
export function warnOfBorders(
  source: AnalysedDocument,
  target: AnalysedDocument,
  delimiter: string | undefined,
  context: Context,
): void {
  if (delimiter === undefined) return
  const [here, there] = [delimitersIn(source).length, delimitersIn(target).length]
  if (here === there && here > 0) return
  const lines = (count: number): string => (count === 0 ? 'no line' : count === 1 ? '1 line' : `${count} lines`)
  context.report({
    code: 'ALIGN_DELIMITERS_DIFFER',
    level: 'warning',
    message: `Of the delimiter ${delimiter}, ${source.id} has ${lines(here)} and ${target.id} has ${lines(there)}, so it is not used.`,
    hint: 'Put the same number of them into both texts, each on a line of its own.',
  })
}
