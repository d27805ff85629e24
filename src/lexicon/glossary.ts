import { AppError } from '../core/errors.ts'
import { baseLanguage, canonicalTag } from '../core/tags.ts'
import type { ConceptTable } from './concepts.ts'

/** Heading of a column that holds the part of speech and no language. */
const partHeading = 'pos'

/**
 * Concepts of a glossary: its first row names the language of each column (`nl`, `zh`), every other row is a concept, and
 * several renderings in one cell are separated by `;`. Rows with fewer than two filled cells say nothing and are left out.
 * Fails with LEXICON_NO_LANGUAGES when the first row names fewer than two languages.
 */
export function glossaryConcepts(name: string, table: readonly (readonly string[])[]): ConceptTable {
  const [head = [], ...body] = table
  const languages = head.map((cell) => languageOf(cell.trim()))
  if (!namesLanguages(head))
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
    .filter((row) => row.filter((forms, column) => forms.length > 0 && languages[column] !== '').length > 1)
  return { name, version: 1, languages, rows, kinds: rows.map(() => 'm'), level: 'glossary' }
}

/** True when a first row is one of headings: at least two of its cells are tags of languages. */
export function namesLanguages(head: readonly string[]): boolean {
  return head.filter((cell) => languageOf(cell.trim()) !== '').length > 1
}

const languageOf = (cell: string): string =>
  cell !== partHeading && /^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]+)*$/.test(cell)
    ? baseLanguage(canonicalTag(cell) ?? '')
    : ''
