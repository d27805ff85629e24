import { extname } from 'node:path'
import type { Context, Input } from './core/contracts.ts'
import { AppError } from './core/errors.ts'
import { hashOf } from './core/hash.ts'
import type { Alignment, Bead, SegmentRange } from './core/types.ts'
import { editsOfRows, type SheetRow } from './edit-sheet-rows.ts'
import { readRows, rowText } from './formats/_table/cells.ts'
import { type CharacterFilter, createCharacterFilter } from './formats/_text/characters.ts'
import { decodeText } from './formats/_text/decode.ts'
import { isZip } from './formats/_zip/magic.ts'
import { readSheets } from './formats/xlsx/workbook.ts'
import { createWorkbook, longestCell, type SheetColumn, type WorkbookWriter } from './formats/xlsx/write.ts'
import { inputFrom } from './input.ts'
import type { Act, Edit } from './review/edits/types.ts'
import { sideText } from './units.ts'
import { writeWhole } from './whole-file.ts'

/** What a sheet for reviewers can be written as. */
export const sheetEndings = ['.csv', '.tsv', '.xlsx'] as const
export type SheetKind = (typeof sheetEndings)[number]

/** The kind of sheet that a file name speaks of; undefined for any other file. */
export const sheetKindOf = (path: string): SheetKind | undefined =>
  sheetEndings.find((ending) => ending === extname(path).toLowerCase().replace('.xlsm', '.xlsx'))

export interface SheetOptions {
  /** The checks that a bead failed, in plain words. */
  readonly checksOf?: (bead: Bead) => readonly string[]
}

/** Columns of a sheet; the last one tells what a row looked like when it was written. */
const columns: readonly SheetColumn[] = [
  { title: 'bead', width: 16, kind: 'text' },
  { title: 'source_segments', width: 9, kind: 'text' },
  { title: 'source', width: 60, kind: 'text' },
  { title: 'target_segments', width: 9, kind: 'text' },
  { title: 'target', width: 60, kind: 'text' },
  { title: 'relation', width: 12, kind: 'text' },
  { title: 'confidence', width: 11, kind: 'number' },
  { title: 'decision', width: 12, kind: 'text', choices: ['accepted', 'rejected'] },
  { title: 'checks', width: 30, kind: 'text' },
  { title: 'comment', width: 40, kind: 'text' },
  { title: 'print', width: 8, kind: 'text' },
]

/** Writes an alignment for people who review in spreadsheets: a row a bead; see `readSheet` for the way back. */
export async function writeSheet(
  path: string,
  alignment: Alignment,
  options: SheetOptions,
  context: Context,
): Promise<void> {
  const kind = sheetKindOf(path)
  if (kind === undefined) throw new AppError('FORMAT_UNKNOWN', `${path} is no name of a sheet`, { hint: sheetHint })
  await writeWhole(path, await sheetBytes(kind, alignment, options, context))
}

const sheetHint = `A sheet is called ${sheetEndings.join(', ')}.`

/** So many beads are written before others get their turn. */
const beadsAtOnce = 200

/** The bytes of such a sheet. What no file may hold is left out and reported. Others get their turn while it is made. */
export async function sheetBytes(
  kind: SheetKind,
  alignment: Alignment,
  options: SheetOptions,
  context: Context,
): Promise<Uint8Array> {
  const filter = createCharacterFilter()
  const sheet = kind === '.xlsx' ? createWorkbook('beads', columns) : createTable(kind === '.csv' ? ',' : '\t')
  for (const [k, bead] of alignment.beads.entries()) {
    if (k % beadsAtOnce === beadsAtOnce - 1) await new Promise((resolve) => setImmediate(resolve))
    sheet.add(rowOf(alignment, bead, filter, options))
  }
  filter.report(`the sheet of ${alignment.source.id}`, context)
  return sheet.finish()
}

/** A table of plain text, with the titles as its first row. */
function createTable(delimiter: ',' | '\t'): WorkbookWriter {
  const textOf = (row: readonly string[]): string => rowText(row, delimiter, '\r\n')
  const pieces: Uint8Array[] = []
  const waiting = [`\ufeff${textOf(columns.map(({ title }) => title))}`]
  const flush = (): void => void pieces.push(Buffer.from(waiting.splice(0).join('')))
  return {
    add(row) {
      waiting.push(textOf(row))
      if (waiting.length >= beadsAtOnce) flush()
    },
    finish() {
      flush()
      return Buffer.concat(pieces)
    },
  }
}

function rowOf(
  alignment: Alignment,
  bead: Bead,
  filter: CharacterFilter,
  { checksOf }: SheetOptions,
): readonly string[] {
  const cells = changeableCells(alignment, bead, filter)
  return [
    bead.id,
    segmentsText(bead.source),
    cells.source,
    segmentsText(bead.target),
    cells.target,
    bead.relation,
    String(Math.round(bead.confidence * 100) / 100),
    cells.decision,
    cellOf((checksOf?.(bead) ?? []).join('; '), bead, filter),
    cells.comment,
    printOf(cells),
  ]
}

/** Cells that a reviewer may change. */
export interface ChangeableCells {
  readonly source: string
  readonly target: string
  readonly decision: string
  readonly comment: string
}

function changeableCells(alignment: Alignment, bead: Bead, filter: CharacterFilter): ChangeableCells {
  return {
    source: cellOf(sideText(alignment, bead, 'source'), bead, filter),
    target: cellOf(sideText(alignment, bead, 'target'), bead, filter),
    decision: bead.decision.state === 'proposed' ? '' : bead.decision.state,
    comment: cellOf(bead.comment ?? '', bead, filter),
  }
}

/** A text that is longer than a cell cannot be reviewed in a sheet, and comes back as it is. */
function cellOf(text: string, { id }: Bead, filter: CharacterFilter): string {
  const clean = filter.clean(text, id)
  return clean.length <= longestCell ? clean : `(a text of ${clean.length} characters is too long for a cell)`
}

/** Counted from 1, with a dash that no spreadsheet takes for a date. */
const segmentsText = ({ from, to }: SegmentRange): string =>
  from === to ? '' : to - from === 1 ? String(to) : `${from + 1}–${to}`

/** A few characters for each cell that may be changed: those that differ later were changed. */
const printOf = ({ source, target, decision, comment }: ChangeableCells): string =>
  ['v1', ...[source, target, decision, comment].map(cellPrint)].join('-')

/** Programs change white space as they please. */
const cellPrint = (text: string): string => hashOf(tidy(text)).slice(0, 8)

const tidy = (text: string): string => text.replace(/\s+/gu, ' ').trim()

/**
 * The edits that turn an alignment into what a reviewer made of its sheet, in the order of the rows: other texts, comments,
 * then decisions. Rows without changes give none, wherever they stand, and neither do beads without a row; what cannot be
 * taken over is reported with its row. Fails with EDITS_MALFORMED for a table that is no such sheet.
 */
export async function readSheet(
  input: Input,
  alignment: Alignment,
  act: Act,
  context: Context,
): Promise<readonly Edit[]> {
  return editsIn(await rowsOf(input, context), input.name, alignment, act, context)
}

function editsIn(
  rows: readonly SheetRow[],
  file: string,
  alignment: Alignment,
  act: Act,
  context: Context,
): readonly Edit[] {
  const filter = createCharacterFilter()
  return editsOfRows(rows, alignment, { act, context, file }, (row, bead) => {
    const now = changeableCells(alignment, bead, filter)
    return (name) => tidy(row[name] ?? now[name]) !== tidy(now[name]) && isTouched(row, name)
  })
}

/** Whether a cell differs from what was written into it, as far as the sheet still tells; not where its column is gone. */
function isTouched(row: SheetRow, name: keyof ChangeableCells): boolean {
  const cell = row[name]
  if (cell === undefined) return false
  const print = /^v1-(\w{8})-(\w{8})-(\w{8})-(\w{8})$/u.exec(row.print ?? '')?.[printed.indexOf(name) + 1]
  return print === undefined || print !== cellPrint(cell)
}

/**
 * Fails with WRITE_FAILED where a file that is to be written is a sheet of this alignment with changes of a reviewer that
 * nobody has taken over. `rowsIn` reads its changed rows.
 */
export async function spareChangedSheet(
  path: string,
  alignment: Alignment,
  rowsIn: (path: string) => Promise<readonly SheetRow[]> = changedRows,
): Promise<void> {
  const changes = editsIn(await rowsIn(path), path, alignment, { by: '', at: '' }, { report: () => undefined }).length
  if (changes === 0) return
  const some = changes === 1 ? 'a change' : `${changes} changes`
  throw new AppError('WRITE_FAILED', `${path} holds ${some} that nobody has taken over, and is not written over`, {
    hint: 'Give it to `zinpaar review ALIGNMENT.json SHEET` first, or give the new sheet another name.',
  })
}

/** The rows of a sheet that somebody may have changed since it was written; none where there is no sheet. */
export async function changedRows(path: string): Promise<readonly SheetRow[]> {
  try {
    const rows = await rowsOf(inputFrom(path), { report: () => undefined })
    return rows.filter((row) => printed.some((name) => isTouched(row, name)))
  } catch (error) {
    if (error instanceof AppError && error.code !== 'READ_NOT_READABLE') return []
    throw error
  }
}

const printed: readonly (keyof ChangeableCells)[] = ['source', 'target', 'decision', 'comment']

async function rowsOf(input: Input, context: Context): Promise<readonly SheetRow[]> {
  const bytes = await input.bytes()
  const tables = isZip(bytes)
    ? (await readSheets(bytes, input.name)).map(({ rows }) => rows.map((cells, k) => ({ cells, line: k + 1 })))
    : [[...tableRows(decodeText(bytes, input.name, context).replace(/^\ufeff/u, ''), input.name)]]
  const table = tables.find(([head]) => head?.cells.some((cell) => cell.trim() === 'bead'))
  if (table === undefined)
    throw new AppError('EDITS_MALFORMED', `${input.name} has no column "bead": it is no sheet for review`, {
      hint: 'Give a sheet that `zinpaar review ALIGNMENT.json --sheet FILE` wrote.',
    })
  const names = table[0]?.cells.map((cell) => cell.trim()) ?? []
  return table.slice(1).map(({ cells, line }) => ({
    ...Object.fromEntries(names.flatMap((name, k) => (isColumn(name) ? [[name, cells[k] ?? '']] : []))),
    line,
  }))
}

const isColumn = (name: string): boolean => columns.some(({ title }) => title === name)

/** Spreadsheets of many countries write semicolons. */
function tableRows(text: string, name: string): ReturnType<typeof readRows> {
  const head = /^[^\r\n]*/u.exec(text)?.[0] ?? ''
  const delimiter = [',', ';', '\t'].find((one) => head.split(one).length > 2) ?? ','
  return readRows(text, delimiter, name)
}
