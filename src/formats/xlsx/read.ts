import type { Context, Input, UnitReadOptions } from '../../core/contracts.ts'
import { AppError } from '../../core/errors.ts'
import type { TranslationUnit } from '../../core/types.ts'
import { unguard } from '../_table/cells.ts'
import { headOf, headWithoutNames, type TableHead } from '../_table/head.ts'
import { readRow } from '../_table/units.ts'
import { createTally } from '../_units/reports.ts'
import { createTagReader } from '../_xml/tags.ts'
import { readSheets, type Sheet } from './workbook.ts'

/** A sheet, the row of its names, and what its columns hold. */
interface SheetTable {
  readonly sheet: Sheet
  readonly head: TableHead
  /** Index of the first row of data. */
  readonly from: number
}

/**
 * Units of every sheet of a workbook that has the columns of a table of units, by the rules of CSV: names in its first row
 * that is not empty, or two columns in the languages that the user gives. Lines in reports are rows of the sheet. Other
 * sheets are named in a report.
 */
export async function* readXlsx(
  input: Input,
  context: Context,
  options: UnitReadOptions = {},
): AsyncGenerator<TranslationUnit> {
  const bytes = await input.bytes()
  if (bytes.length === 0) throw new AppError('READ_EMPTY', `${input.name} is empty`)
  const sheets = (await readSheets(bytes, input.name)).filter((sheet) => firstRow(sheet) >= 0)
  if (sheets.length === 0) throw new AppError('READ_EMPTY', `${input.name} has no sheet with anything in it`)
  const tables = sheets.flatMap((sheet) => tableIn(sheet, options))
  if (tables.length === 0) throw noTable(input.name, sheets)
  reportOthers(sheets, tables, input.name, context)
  for (const table of tables) {
    const tally = createTally(context)
    try {
      yield* unitsOf(table, (reason, place) => tally.add('READ_UNITS_LEFT_OUT', reason, place))
    } finally {
      tally.report(sheets.length === 1 ? input.name : `${input.name}, sheet ${table.sheet.name}`, context)
    }
  }
}

const firstRow = (sheet: Sheet): number => sheet.rows.findIndex((row) => row.some((cell) => cell.trim() !== ''))

function tableIn(sheet: Sheet, options: UnitReadOptions): readonly SheetTable[] {
  const first = firstRow(sheet)
  const row = sheet.rows[first] ?? []
  const head = headOf(row, options) ?? headWithoutNames(row, options)
  return head === undefined ? [] : [{ sheet, head, from: head.hasNames ? first + 1 : first }]
}

function* unitsOf(
  { sheet, head, from }: SheetTable,
  leaveOut: (reason: string, place: { readonly line: number; readonly column: number }) => void,
): Generator<TranslationUnit> {
  const readTag = createTagReader()
  for (let i = from; i < sheet.rows.length; i++) {
    const cells = (sheet.rows[i] ?? []).map(unguard)
    const found = readRow({ cells, placeOf: (cell) => ({ line: i + 1, column: cell + 1 }) }, head, readTag)
    if (found === undefined) continue
    if ('reason' in found) leaveOut(found.reason, found.place)
    else yield found
  }
}

const noTable = (name: string, sheets: readonly Sheet[]): AppError =>
  new AppError(
    'READ_MALFORMED',
    `${name}, row ${firstRow(sheets[0] ?? { name, rows: [] }) + 1}: there are no columns named source and target, nor any named by two languages`,
    {
      hint: 'Give the sheet a first row with the names of its columns, or say with --source-lang and --target-lang what the first two columns are.',
    },
  )

function reportOthers(sheets: readonly Sheet[], tables: readonly SheetTable[], name: string, context: Context): void {
  const read = new Set(tables.map((table) => table.sheet))
  const others = sheets.filter((sheet) => !read.has(sheet)).map((sheet) => sheet.name)
  if (others.length === 0) return
  context.report({
    code: 'READ_SHEETS_LEFT_OUT',
    level: 'warning',
    message: `${name}: sheets without columns of two languages were left out: ${others.join(', ')}`,
    document: name,
  })
}
