import type { Context } from '../../core/contracts.ts'
import { rowText } from '../_table/cells.ts'
import { type CharacterFilter, createCharacterFilter } from '../_text/characters.ts'
import { confidenceText, type Glossary, type GlossaryFormat, oneLine, type Term, type TermForm } from './terms.ts'

/**
 * A table whose first two columns are named by their languages, so that `align --lexicon` reads it: other columns have names
 * that are no tags (`key` would be one). All forms of a side stand in one cell, with `;` between them.
 */
export const csv: GlossaryFormat = {
  name: 'csv',
  title: 'Table for spreadsheets (CSV)',
  extensions: ['.csv'],
  write: writeCsv,
}

const columns = ['kind', 'term_key', 'occurrences', 'confidence'] as const
const exampleColumns = ['source_example', 'target_example'] as const

function* writeCsv(glossary: Glossary, context: Context): Generator<string> {
  const filter = createCharacterFilter()
  const hasExamples = glossary.terms.some((term) => term.example !== undefined)
  const row = (cells: readonly string[]): string => rowText(cells, ',', '\r\n')
  const head = [glossary.sourceLanguage, glossary.targetLanguage, ...columns, ...(hasExamples ? exampleColumns : [])]
  // Excel takes a file without this mark for the code page of the machine.
  yield `\ufeff${row(head)}`
  for (const term of glossary.terms) yield row(cellsOf(term, hasExamples, filter))
  filter.report('CSV', context)
}

function cellsOf(term: Term, hasExamples: boolean, filter: CharacterFilter): readonly string[] {
  const clean = (text: string): string => filter.clean(oneLine(text), term.key)
  const examples = hasExamples ? [term.example?.source ?? '', term.example?.target ?? ''] : []
  return [
    formsText(term.source, clean),
    formsText(term.target, clean),
    term.kind,
    clean(term.key),
    String(term.occurrences),
    confidenceText(term.confidence),
    ...examples.map(clean),
  ]
}

/** Semicolons inside a form become commas, since they separate forms. */
const formsText = (forms: readonly TermForm[], clean: (text: string) => string): string =>
  forms.map((form) => clean(form.text).replaceAll(';', ',')).join(';')
