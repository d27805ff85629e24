import readWorkbook from 'read-excel-file/node'
import { AppError } from '../../core/errors.ts'
import { soundWorkbook } from './parts.ts'

/** A sheet as rows of texts: row i is row i + 1 of the sheet, and all rows are equally long. */
export interface Sheet {
  readonly name: string
  readonly rows: readonly (readonly string[])[]
}

/**
 * The sheets of an Excel workbook (.xlsx). Numbers stand as they were typed, formulas as their values, dates in ISO 8601;
 * errors such as #N/A are empty. Fails with READ_MALFORMED and READ_TOO_LARGE.
 */
export async function readSheets(bytes: Uint8Array, name: string): Promise<readonly Sheet[]> {
  const workbook = await soundWorkbook(bytes, name)
  const sheets = await readWorkbook(workbook, { trim: false, parseNumber: numberText }).catch((cause: unknown) => {
    const isTold = cause instanceof Error && cause.name.startsWith('Invalid')
    const reason = isTold ? `: ${cause.message}` : ''
    throw new AppError('READ_MALFORMED', `${name} is a damaged workbook${reason}`, { cause })
  })
  return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(cellText)) }))
}

/** Excel writes 1.1 as 1.1000000000000001: the shortest number that means the same is what was typed. */
function numberText(text: string): string {
  const value = Number(text)
  return Number.isFinite(value) && text.trim() !== '' ? String(value) : text
}

function cellText(value: unknown): string {
  if (typeof value === 'string') return value
  if (value instanceof Date) return dateText(value)
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  return value === null || value === undefined ? '' : String(value)
}

/** The day alone where there is no time. */
function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return ''
  const [day = '', time = ''] = date.toISOString().split('T')
  return /^00:00:00(?:\.0+)?Z$/u.test(time) ? day : `${day}T${time.replace(/\.000Z$/u, 'Z')}`
}
