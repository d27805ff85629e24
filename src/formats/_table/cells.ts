import { AppError } from '../../core/errors.ts'

/** A row of a table and the line, counted from 1, that it starts on. */
export interface Row {
  readonly cells: readonly string[]
  readonly line: number
}

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
const unguard = (cell: string): string => (cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell)

/** One line of a table, ended as RFC 4180 says or by a line feed alone. */
export function rowText(cells: readonly string[], delimiter: string, lineEnd: string): string {
  return cells.map((cell) => cellText(cell, delimiter)).join(delimiter) + lineEnd
}

/**
 * Rows of a table with quoted cells; LF, CRLF and CR end a row, blank lines are passed over. A quote that is never closed is an
 * AppError READ_MALFORMED with its line; a quote inside an unquoted cell is text.
 */
export function* readRows(text: string, delimiter: string, name: string): Generator<Row> {
  let at = 0
  let line = 1
  while (at < text.length) {
    const cells: string[] = []
    const start = line
    for (let more = true; more; ) {
      const cell = text[at] === '"' ? quotedCell(text, at, line, name) : plainCell(text, at, delimiter)
      cells.push(unguard(cell.text))
      line += cell.lines
      at = cell.end
      more = text[at] === delimiter
      if (more) at++
    }
    at += text.startsWith('\r\n', at) ? 2 : 1
    line++
    if (cells.length > 1 || cells[0] !== '') yield { cells, line: start }
  }
}

interface Cell {
  readonly text: string
  readonly end: number
  /** How many line ends are in it. */
  readonly lines: number
}

function plainCell(text: string, start: number, delimiter: string): Cell {
  let end = start
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end++
  return { text: text.slice(start, end), end, lines: 0 }
}

function quotedCell(text: string, start: number, line: number, name: string): Cell {
  const parts: string[] = []
  let from = start + 1
  for (;;) {
    const quote = text.indexOf('"', from)
    if (quote < 0) throw new AppError('READ_MALFORMED', `${name}, line ${line}: a quoted cell is never closed`)
    parts.push(text.slice(from, quote))
    from = quote + 2
    if (text[quote + 1] === '"') continue
    const cell = parts.join('"')
    return { text: cell, end: quote + 1, lines: cell.split(/\r\n|\r|\n/u).length - 1 }
  }
}
