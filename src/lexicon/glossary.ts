import { AppError } from '../core/errors.ts'
import { baseLanguage, canonicalTag } from '../core/tags.ts'
import type { ConceptTable } from './concepts.ts'

/**
 * Concepts of a glossary: its first row names the language of each column (`nl`, `zh`), every other row is a concept, and
 * several renderings in one cell are separated by `;`. Rows with fewer than two filled cells say nothing and are left out.
 * Fails with LEXICON_NO_LANGUAGES when the first row names fewer than two languages.
 */
export function glossaryConcepts(name: string, table: readonly (readonly string[])[]): ConceptTable {
  const [head = [], ...body] = table
  const languages = head.map((cell) => languageOf(cell.trim()))
  if (languages.filter((language) => language !== '').length < 2)
    throw new AppError('LEXICON_NO_LANGUAGES', `the first line of ${name} does not name the languages of its columns`)
  const rows = body
    .map((cells) =>
      languages.map((_, column) =>
        (cells[column] ?? '')
          .split(';')
          .map((form) => form.trim())
          .filter((form) => form !== ''),
      ),
    )
    .filter((row) => row.filter((forms) => forms.length > 0).length > 1)
  return { name, version: 1, languages, rows, kinds: rows.map(() => 'm') }
}

const languageOf = (cell: string): string =>
  /^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]+)*$/.test(cell) ? baseLanguage(canonicalTag(cell) ?? '') : ''

/** One table of several: their concepts follow each other, and their columns are joined by language. */
export function joinConcepts(tables: readonly ConceptTable[]): ConceptTable {
  const [first, ...others] = tables
  if (first !== undefined && others.length === 0) return first
  const languages = [...new Set(tables.flatMap((table) => table.languages.filter((language) => language !== '')))]
  const none: readonly string[] = []
  const rows = tables.flatMap((table) => {
    const columns = languages.map((language) => table.languages.indexOf(language))
    return table.rows.map((row) => columns.map((column) => row[column] ?? none))
  })
  return {
    name: tables.map((table) => table.name).join('+'),
    version: Math.max(...tables.map((table) => table.version)),
    languages,
    rows,
    kinds: tables.flatMap((table) => table.kinds),
  }
}
