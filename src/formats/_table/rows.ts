import type { Place } from '../../core/types.ts'

/** A row of a table and the line, counted from 1, that it starts on. */
export interface Row {
  readonly cells: readonly string[]
  readonly line: number
}

/** A row as it stands in a text, from which the place of each of its cells can be told. */
export interface TextRow extends Row {
  placeOf(cell: number): Place
}

/** A line that is part of no row, because its quotes cannot be understood or it has no end. */
export interface BadLine {
  readonly problem: 'unclosed' | 'stray' | 'long'
  /** Where the quote, or the cell that is too long, starts. */
  readonly place: Place
  /** The line as it is, without its end. */
  readonly text: string
}

/** A quoted cell that is longer than this was never meant to be one: a spreadsheet holds 32,767 characters in a cell. */
const longestRow = 1 << 20

/** Reads rows out of text that comes in pieces. */
export interface RowScanner {
  /** Rows that are whole by now, perhaps not yet all of them; with `isLast` all, and what is left is a row too. */
  add(text: string, isLast: boolean): Generator<TextRow | BadLine>
  /** The whole rows that `add` has kept back, for a text that breaks off. */
  waiting(): Generator<TextRow | BadLine>
}

/**
 * A scanner of rows with quoted cells; LF, CRLF and CR end a row, blank lines are passed over. A quote inside an unquoted cell
 * is text. A line whose quotes make no sense is given as it is, and the next line is a row again.
 */
export function createRowScanner(delimiter: string, firstLine = 1): RowScanner {
  let rest = ''
  let line = firstLine
  /** A row that was not whole is looked at again when there is twice as much of it: small pieces of a long row cost no more than large ones. */
  let enough = 0
  /** True in a line that was given up: what follows of it is no row. */
  let isLeftOut = false

  function* rows(isLast: boolean): Generator<TextRow | BadLine> {
    const text = rest
    let at = isLeftOut ? afterBreak(text, lineEnd(text, 0)) : 0
    isLeftOut &&= at > text.length
    while (at < text.length) {
      const scan = scanRow(text, at, delimiter, isLast)
      if (scan.kind === 'more' && text.length - at <= longestRow) break
      if (scan.kind !== 'row') {
        const end = lineEnd(text, at)
        const isOpen = end >= text.length - (text[end] === '\r' ? 1 : 0)
        if (isOpen && !isLast && text.length - at <= longestRow) break
        const opened = scan.kind === 'more' ? scan.opened : scan.at
        const place = placeFrom(text, at, opened, line)
        const problem = scan.kind !== 'more' ? scan.kind : text[opened] === '"' ? 'unclosed' : 'long'
        yield { problem, place, text: text.slice(at, end) }
        at = afterBreak(text, end)
        isLeftOut = end === text.length && !isLast
        line++
        continue
      }
      const { cells, starts } = scan
      const [start, startLine] = [at, line]
      at = afterBreak(text, scan.end)
      line += 1 + scan.lines
      if (cells.length === 1 && cells[0] === '') continue
      yield { cells, line: startLine, placeOf: (cell) => placeFrom(text, start, starts[cell] ?? start, startLine) }
    }
    rest = text.slice(at)
    enough = Math.min(rest.length * 2, longestRow + 1)
  }

  return {
    *add(piece, isLast) {
      rest += piece
      if (isLast || rest.length >= enough) yield* rows(isLast)
    },
    waiting: () => rows(false),
  }
}

type Scan =
  | {
      readonly kind: 'row'
      readonly cells: readonly string[]
      /** Where each cell starts, and where the row ends, before its line end. */
      readonly starts: readonly number[]
      readonly end: number
      /** How many line ends are in its cells. */
      readonly lines: number
    }
  /** The text ends inside the row; `opened` is where its last quoted cell starts. */
  | { readonly kind: 'more'; readonly opened: number }
  /** A quote is never closed, or text follows one that closes. */
  | { readonly kind: 'unclosed' | 'stray'; readonly at: number }

function scanRow(text: string, start: number, delimiter: string, isLast: boolean): Scan {
  const cells: string[] = []
  const starts: number[] = []
  let at = start
  let lines = 0
  for (;;) {
    starts.push(at)
    if (text[at] === '"') {
      const cell = quotedCell(text, at)
      if (cell === undefined) return isLast ? { kind: 'unclosed', at } : { kind: 'more', opened: at }
      const next = text[cell.end]
      if (next !== undefined && next !== delimiter && next !== '\n' && next !== '\r')
        return { kind: 'stray', at: cell.end }
      cells.push(cell.text)
      lines += cell.lines
      at = cell.end
    } else {
      const end = plainEnd(text, at, delimiter)
      cells.push(text.slice(at, end))
      at = end
    }
    if (text[at] !== delimiter) break
    at++
  }
  const isCut = at >= text.length || (text[at] === '\r' && at + 1 === text.length)
  return isCut && !isLast
    ? { kind: 'more', opened: starts.at(-1) ?? start }
    : { kind: 'row', cells, starts, end: at, lines }
}

function plainEnd(text: string, start: number, delimiter: string): number {
  const code = delimiter.charCodeAt(0)
  for (let end = start; end < text.length; end++) {
    const unit = text.charCodeAt(end)
    if (unit === code || unit === 10 || unit === 13) return end
  }
  return text.length
}

function quotedCell(
  text: string,
  start: number,
): { readonly text: string; readonly end: number; readonly lines: number } | undefined {
  let isDoubled = false
  for (let from = start + 1; ; ) {
    const quote = text.indexOf('"', from)
    if (quote < 0) return undefined
    if (text[quote + 1] === '"') {
      isDoubled = true
      from = quote + 2
      continue
    }
    const inner = text.slice(start + 1, quote)
    return { text: isDoubled ? inner.replaceAll('""', '"') : inner, end: quote + 1, lines: breaksIn(inner) }
  }
}

const breaksIn = (text: string): number => text.match(/\r\n|\r|\n/gu)?.length ?? 0

function lineEnd(text: string, start: number): number {
  for (let end = start; end < text.length; end++) {
    const unit = text.charCodeAt(end)
    if (unit === 10 || unit === 13) return end
  }
  return text.length
}

const afterBreak = (text: string, end: number): number => end + (text.startsWith('\r\n', end) ? 2 : 1)

function placeFrom(text: string, rowStart: number, at: number, line: number): Place {
  const before = text.slice(rowStart, at)
  const lastBreak = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r'))
  return { line: line + breaksIn(before), column: before.length - lastBreak }
}
