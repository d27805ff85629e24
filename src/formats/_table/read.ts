import type { Context, Input, UnitReadOptions } from '../../core/contracts.ts'
import { AppError } from '../../core/errors.ts'
import type { TranslationUnit } from '../../core/types.ts'
import { decodeChunks } from '../_text/chunks.ts'
import { createTally, type Tally } from '../_units/reports.ts'
import { createTagReader } from '../_xml/tags.ts'
import { unguard } from './cells.ts'
import { headOf, headOfCodes, headWithoutNames, type TableHead } from './head.ts'
import { type BadLine, createRowScanner, type TextRow } from './rows.ts'
import { readRow, type TagReader } from './units.ts'

/** Delimiters to try, the surest first: tabs stand in no sentence, and spreadsheets in Dutch write semicolons into .csv. */
const delimiters = ['\t', ';', ','] as const

/** The first line that Excel writes and reads: it names the delimiter. */
const statedDelimiter = /^sep=(.)(?:\r\n|\r|\n|$)/iu

/**
 * Units of a table, streamed: one that has columns `source` and `target`, or columns called by languages, or that has two
 * columns of the languages that the user gives; all others may be missing or stand in any order, and what is not ours becomes
 * properties. Rows that are no pair are left out and reported, blank ones quietly.
 */
export async function* readTable(
  input: Input,
  context: Context,
  options: UnitReadOptions = {},
): AsyncGenerator<TranslationUnit> {
  const tally = createTally(context)
  try {
    yield* readUnits(input, context, options, tally)
  } finally {
    tally.report(input.name, context)
  }
}

async function* readUnits(
  input: Input,
  context: Context,
  options: UnitReadOptions,
  tally: Tally,
): AsyncGenerator<TranslationUnit> {
  let table: Table | undefined
  try {
    for await (const text of decodeChunks(input, context)) {
      if (text === '') continue
      const isFirst = table === undefined
      table ??= openTable(text, input.name, options)
      yield* unitsOf(table, table.scanner.add(isFirst ? text.slice(table.start) : text, false), tally)
    }
  } catch (error) {
    if (table !== undefined) yield* unitsOf(table, table.scanner.waiting(), tally)
    throw error
  }
  // Only at a real end is the last line a whole one.
  if (table !== undefined) yield* unitsOf(table, table.scanner.add('', true), tally)
}

interface Table {
  readonly head: TableHead
  readonly readTag: TagReader
  readonly scanner: ReturnType<typeof createRowScanner>
  /** Where its rows start in the first piece of text. */
  readonly start: number
  isHeadRead: boolean
}

function* unitsOf(table: Table, rows: Iterable<TextRow | BadLine>, tally: Tally): Generator<TranslationUnit> {
  for (const row of rows) {
    if (!table.isHeadRead) {
      table.isHeadRead = true
      continue
    }
    if (!('cells' in row)) {
      tally.add('READ_UNITS_LEFT_OUT', badLines[row.problem], row.place)
      continue
    }
    const found = readRow({ cells: row.cells.map(unguard), placeOf: row.placeOf }, table.head, table.readTag)
    if (found === undefined) continue
    if ('reason' in found) tally.add('READ_UNITS_LEFT_OUT', found.reason, found.place)
    else yield found
  }
}

const badLines: Readonly<Record<BadLine['problem'], string>> = {
  unclosed: 'a line with a quoted cell that is never closed was left out',
  stray: 'a line with text after the closing quote of a cell was left out',
  long: 'a line of more than a million characters was left out',
}

function openTable(text: string, name: string, options: UnitReadOptions): Table {
  const stated = statedDelimiter.exec(text)
  const start = stated?.[0].length ?? 0
  const wanted = stated?.[1] === undefined ? delimiters : [stated[1]]
  const firstLine = start > 0 ? 2 : 1
  for (const delimiter of wanted) {
    const [row] = firstRows(text, start, delimiter, 1)
    const head = headOf(row ?? [], options)
    if (head !== undefined) return tableOf(head, delimiter, start, firstLine)
  }
  const delimiter = likelyDelimiter(text, start, wanted)
  const [row] = firstRows(text, start, delimiter, 1)
  const head = headWithoutNames(row ?? [], options)
  if (head !== undefined) return tableOf(head, delimiter, start, firstLine)
  throw new AppError(
    'READ_MALFORMED',
    `${name}, line ${firstLine}: there are no columns named source and target, nor any named by two languages`,
    {
      hint: 'Give the table a first row with the names of its columns, or say with --source-lang and --target-lang what the first two columns are.',
    },
  )
}

const tableOf = (head: TableHead, delimiter: string, start: number, firstLine: number): Table => ({
  head,
  readTag: createTagReader(),
  scanner: createRowScanner(delimiter, firstLine),
  start,
  isHeadRead: !head.hasNames,
})

/** The first rows decide how a table without names is divided. */
const rowsCompared = 20
const headLength = 65_536

function firstRows(text: string, start: number, delimiter: string, count: number): readonly (readonly string[])[] {
  const rows: (readonly string[])[] = []
  for (const row of createRowScanner(delimiter).add(text.slice(start, start + headLength), true)) {
    if ('cells' in row) rows.push(row.cells)
    if (rows.length >= count) break
  }
  return rows
}

/** The first delimiter that gives all rows the same number of cells, else the first that divides the first row at all. */
function likelyDelimiter(text: string, start: number, wanted: readonly string[]): string {
  const tried = wanted.map((delimiter) => ({ delimiter, rows: firstRows(text, start, delimiter, rowsCompared) }))
  const even = tried.find(
    ({ rows: [first = [], ...rest] }) => first.length > 1 && rest.every((row) => row.length === first.length),
  )
  const dividing = tried.find(({ rows }) => (rows[0]?.length ?? 0) > 1)
  return (even ?? dividing)?.delimiter ?? wanted[0] ?? ','
}

/** How sure the first bytes are of a table whose columns have names, for files whose own name says nothing. */
export function sniffTable(head: Uint8Array, delimiter: '\t' | ','): number {
  const text = Buffer.from(head)
    .toString(head[0] === 0xff && head[1] === 0xfe ? 'utf16le' : 'utf8')
    .replace(/^\ufeff/u, '')
  const start = statedDelimiter.exec(text)?.[0].length ?? 0
  const found = delimiters.find((one) => {
    const [row = []] = firstRows(text, start, one, 1)
    return row.length > 1 && row.every((cell) => cell.length < mostNameLength) && headOfCodes(row) !== undefined
  })
  return found !== undefined && (found === '\t') === (delimiter === '\t') ? 0.6 : 0
}
const mostNameLength = 60
