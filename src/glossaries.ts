import { basename } from 'node:path'
import type { Context } from './core/contracts.ts'
import { hashOf } from './core/hash.ts'
import { readRows } from './formats/_table/cells.ts'
import { decodeText } from './formats/_text/decode.ts'
import { inputFrom } from './input.ts'
import type { ConceptTable } from './lexicon/concepts.ts'
import { glossaryConcepts } from './lexicon/glossary.ts'

/** A glossary of the user, and the name under which the signature knows what is in it. */
export interface Glossary {
  readonly table: ConceptTable
  readonly signature: string
}

/** Reads a glossary in tab- or comma-separated columns. Fails as reading a text does, and with LEXICON_NO_LANGUAGES. */
export async function readGlossary(path: string, context: Context): Promise<Glossary> {
  const text = decodeText(await inputFrom(path).bytes(), path, context)
  const [firstLine = ''] = text.split(/\r?\n/, 1)
  const rows = [...readRows(text, firstLine.includes('\t') ? '\t' : ',', path)].map((row) => row.cells)
  const table = glossaryConcepts(basename(path), rows)
  return { table, signature: `${basename(path)}.${hashOf(text)}` }
}
