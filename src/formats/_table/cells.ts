import { AppError } from '../../core/errors.ts'
import { createRowScanner, type Row } from './rows.ts'

/** What makes a spreadsheet take a cell for a formula, after any number of our own guards. */
const formula = /^'*[=+\-@\t\r]/u

/**
 * A cell as RFC 4180 wants it. A text that a spreadsheet would run as a formula gets an apostrophe before it; so does one that
 * already has such apostrophes, so that reading takes off exactly what writing put on.
 */
export function cellText(text: string, delimiter: string): string {
  const guarded = formula.test(text) ? `'${text}` : text
  const plain = !guarded.includes(delimiter) && !/["\r\n]/u.test(guarded)
  return plain ? guarded : `"${guarded.replaceAll('"', '""')}"`
}

/** The text of a cell without its guard. */
export const unguard = (cell: string): string => (cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell)

/** One line of a table, ended as RFC 4180 says or by a line feed alone. */
export function rowText(cells: readonly string[], delimiter: string, lineEnd: string): string {
  return cells.map((cell) => cellText(cell, delimiter)).join(delimiter) + lineEnd
}

/**
 * Rows of a whole table with quoted cells, without the guards of the cells. A quote that is never closed is an AppError
 * READ_MALFORMED with its line; where text follows a closed quote, the quotes of that line are text.
 */
export function* readRows(text: string, delimiter: string, name: string): Generator<Row> {
  for (const row of createRowScanner(delimiter).add(text, true)) {
    if ('cells' in row) yield { cells: row.cells.map(unguard), line: row.line }
    else if (row.problem === 'stray') yield { cells: row.text.split(delimiter).map(unguard), line: row.place.line }
    else throw new AppError('READ_MALFORMED', `${name}, line ${row.place.line}: a quoted cell is never closed`)
  }
}
