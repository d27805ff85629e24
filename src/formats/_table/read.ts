import type { Context, Input } from '../../core/contracts.ts'
import { AppError } from '../../core/errors.ts'
import type { TranslationUnit } from '../../core/types.ts'
import { decodeText } from '../_text/decode.ts'
import { notesRead } from '../_units/provenance.ts'
import { createTally } from '../_units/reports.ts'
import { readRows } from './cells.ts'
import { type Column, unitOfRow } from './columns.ts'

/** Delimiters to try, the usual one first: spreadsheets in Dutch write semicolons into .csv. */
const delimiters = [',', ';', '\t'] as const

/**
 * Units of a table that has columns `source` and `target`; all others may be missing or stand in any order. Rows with an empty
 * side are left out and reported.
 */
export async function* readTable(input: Input, context: Context): AsyncGenerator<TranslationUnit> {
  const text = decodeText(await input.bytes(), input.name, context)
  const { delimiter, names } = findHeader(text, input.name)
  const tally = createTally()
  let isHeader = true
  for (const { cells, line } of readRows(text, delimiter, input.name)) {
    if (isHeader) {
      isHeader = false
      continue
    }
    const unit = unitOfRow((column: Column) => cells[names.indexOf(column)] ?? '')
    if (unit === undefined)
      tally.add('READ_UNITS_LEFT_OUT', 'a row without text on both sides was left out', { line, column: 1 })
    else yield { ...unit, notes: notesRead(unit.notes) }
  }
  tally.report(input.name, context)
}

function findHeader(text: string, name: string): { readonly delimiter: string; readonly names: readonly string[] } {
  for (const delimiter of delimiters) {
    const [row] = readRows(text.slice(0, headerEnd(text)), delimiter, name)
    const names = (row?.cells ?? []).map((cell) => cell.trim().toLowerCase())
    if (names.includes('source') && names.includes('target')) return { delimiter, names }
  }
  throw new AppError('READ_MALFORMED', `${name}, line 1: there are no columns named source and target`, {
    hint: 'Give the table a first row with the names of its columns.',
  })
}

function headerEnd(text: string): number {
  const end = text.search(/[\r\n]/u)
  return end < 0 ? text.length : end
}
