import { AppError } from './core/errors.ts'
import { placeAt } from './core/text.ts'
import { readRecord } from './edit-records.ts'
import type { EditRecord } from './review/edits/types.ts'

/** What a file of edits holds. */
export interface EditsText {
  readonly records: readonly EditRecord[]
  /** Hash of the alignment on which they were made; absent in a plain list. */
  readonly of: string | undefined
  /** File name of that alignment. */
  readonly alignment: string | undefined
  /** Where in the file the last record ends, in bytes; absent where records cannot be added in place. */
  readonly end: number | undefined
  /** Number of the line that was not written whole, when there is one. */
  readonly brokenLine: number | undefined
}

/** What a file holds that is not there yet. */
export const nothingRead: EditsText = {
  records: [],
  of: undefined,
  alignment: undefined,
  end: undefined,
  brokenLine: undefined,
}

const formatName = 'zinpaar-edits'
const formatVersion = 1

/** The first line of a file of edits, without its line end. */
export const headText = (alignment: string, of: string): string =>
  `${JSON.stringify({ format: formatName, version: formatVersion, alignment, of }).slice(0, -1)},"edits":[`

/** What closes a file of edits. */
export const footText = '\n]}\n'

/**
 * Understands a file of edits: ours with a record a line, which may be cut off at any place behind its first line, or any
 * JSON with the same content, or a plain list of edits. Fails with EDITS_MALFORMED, naming the line.
 */
export function parseEdits(bytes: Uint8Array, name: string): EditsText {
  const lines = linesOf(bytes)
  const head = lines[0]?.text.trimEnd() ?? ''
  return head.startsWith(`{"format":"${formatName}"`) && head.endsWith('"edits":[')
    ? parseLines(lines, name)
    : parseWhole(textOf(bytes), name)
}

/** A line without its end, and its place in bytes. */
interface Line {
  readonly text: string
  readonly start: number
}

const textOf = (bytes: Uint8Array): string => new TextDecoder('utf-8').decode(bytes)

function linesOf(bytes: Uint8Array): readonly Line[] {
  const lines: Line[] = []
  for (let start = 0; start < bytes.length; ) {
    const feed = bytes.indexOf(10, start)
    const end = feed < 0 ? bytes.length : feed
    lines.push({ text: textOf(bytes.subarray(start, end)), start })
    start = end + 1
  }
  return lines
}

function parseLines(lines: readonly Line[], name: string): EditsText {
  const [first] = lines
  const { of, alignment } = headOf(jsonOf(`${first?.text.trimEnd()}]}`, `${name}, line 1`), name)
  const records: EditRecord[] = []
  let end = Buffer.byteLength(first?.text.trimEnd() ?? '')
  let brokenLine: number | undefined
  const last = lines.findLastIndex(({ text }) => text.trim() !== '')
  for (let k = 1; k <= last; k++) {
    const { text, start } = lines[k] ?? { text: '', start: 0 }
    const where = `${name}, line ${k + 1}`
    if (k === last && isFoot(text)) break
    const row = text.trimEnd().replace(/,(?:\]\})?$/u, '')
    const value = parsed(row)
    if (value === undefined && k === last) brokenLine = k + 1
    else {
      records.push(readRecord(value ?? jsonOf(row, where), where))
      end = start + Buffer.byteLength(row)
    }
  }
  return { records, of, alignment, end, brokenLine }
}

/** The foot, or what is left of it where a record was only begun to be written over it; a comma may then stand before it. */
const isFoot = (text: string): boolean => [']}', ']', '}'].includes(text.trim())

/** The value of a text; undefined when it is no JSON, as what was not written whole never is. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function jsonOf(text: string, where: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new AppError('EDITS_MALFORMED', `${where}: not JSON`, { cause })
  }
}

function parseWhole(text: string, name: string): EditsText {
  if (text.trim() === '') return nothingRead
  const value = wholeOf(text.replace(/^\ufeff/u, ''), name)
  const head = Array.isArray(value) ? { of: undefined, alignment: undefined } : headOf(value, name)
  const rows: unknown = Array.isArray(value) ? value : memberOf(value, 'edits')
  if (!Array.isArray(rows)) throw new AppError('EDITS_MALFORMED', `${name}: "edits" is no list`)
  const records = rows.map((row: unknown, k) => readRecord(row, `${name}, edit ${k + 1}`))
  return { ...head, records, end: undefined, brokenLine: undefined }
}

function wholeOf(text: string, name: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    const at = /position (\d+)/u.exec(cause instanceof Error ? cause.message : '')?.[1]
    const { line } = placeAt(text, at === undefined ? text.length : Number(at))
    throw new AppError('EDITS_MALFORMED', `${name}, line ${line}: not JSON`, { cause })
  }
}

function headOf(value: unknown, name: string): Pick<EditsText, 'of' | 'alignment'> {
  const [format, version] = [memberOf(value, 'format'), memberOf(value, 'version')]
  if (format !== formatName) throw new AppError('EDITS_MALFORMED', `${name} is JSON, but no file of edits`)
  if (version !== formatVersion)
    throw new AppError(
      'EDITS_MALFORMED',
      `${name} is a file of edits of version ${version}, and this program reads ${formatVersion}`,
      {
        hint: 'Update Zinpaar.',
      },
    )
  const [of, alignment] = [memberOf(value, 'of'), memberOf(value, 'alignment')]
  return {
    of: typeof of === 'string' ? of : undefined,
    alignment: typeof alignment === 'string' ? alignment : undefined,
  }
}

const memberOf = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined
