import { open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Context } from './core/contracts.ts'
import { AppError } from './core/errors.ts'
import { hashOf } from './core/hash.ts'
import type { Alignment } from './core/types.ts'
import { type EditsText, footText, headText, nothingRead, parseEdits } from './edits-text.ts'
import { type HoldsStill, withFileLock } from './file-lock.ts'
import { inputFrom, systemCode } from './input.ts'
import type { EditRecord } from './review/edits/types.ts'
import { writeError, writeWhole } from './whole-file.ts'

/** A file of edits that is open for more. */
export interface EditsFile {
  readonly path: string
  /** All records as the file was last seen; their number is the revision. */
  readonly records: readonly EditRecord[]
  /**
   * Keeps records that were made on the revision `on`: they are on the disk when this returns. Nothing is kept when others
   * were first. Fails with WRITE_FAILED, EDITS_REPLACED, and what reading fails with.
   */
  append(records: readonly EditRecord[], on: number): Promise<Appended>
}

/** Whether records were kept; if not, those that stand in the file behind the revision on which they were made. */
export type Appended =
  | { readonly isKept: true; readonly revision: number }
  | { readonly isKept: false; readonly revision: number; readonly records: readonly EditRecord[] }

export interface EditsOptions {
  /** File name of the alignment, for the head of the file; by the name of the edits file when absent. */
  readonly alignment?: string
  /** Hears of a file whose end is missing. */
  readonly context?: Context
}

/** Where edits of an alignment lie: `talk.edits.json` beside `talk.json`. */
export const editsPathOf = (alignment: string): string => `${alignment.replace(/\.json$/iu, '')}.edits.json`

/** Names an alignment by what made it, its texts, and its beads with what was decided on them. */
export function alignmentHash({ signature, source, target, beads }: Alignment): string {
  const rows = beads.map(({ id, decision }) => (decision.state === 'proposed' ? id : `${id} ${decision.state}`))
  return hashOf(signature, source.text, target.text, rows.join('\n'))
}

/**
 * The edits in a file, for the alignment on which they were made. A record at the end that was not written whole is left out
 * and reported. Fails as reading a file does, with EDITS_MALFORMED and with EDITS_OTHER_ALIGNMENT.
 */
export async function readEdits(path: string, alignment: Alignment, context?: Context): Promise<readonly EditRecord[]> {
  return (await readText(path, alignmentHash(alignment), context)).records
}

async function readText(path: string, hash: string, context: Context | undefined): Promise<EditsText> {
  const found = parseEdits(await inputFrom(path).bytes(), path)
  if (found.of !== undefined && found.of !== hash) throw otherAlignment(path, found.alignment)
  if (found.brokenLine !== undefined)
    context?.report({
      code: 'EDITS_CUT_OFF',
      level: 'warning',
      message: `${path} ends amid line ${found.brokenLine}: that edit was not saved, the ${found.records.length} before it are there`,
      document: path,
    })
  return found
}

const otherAlignment = (path: string, name: string | undefined): AppError =>
  new AppError(
    'EDITS_OTHER_ALIGNMENT',
    `${path} belongs to another alignment${name === undefined ? '' : `, or to ${name} before it was changed`}`,
  )

/**
 * Opens the file of edits of an alignment; one that is not there is made with the first record. Another program may write to
 * the same file: each sees what the other one wrote before it adds something. Fails as `readEdits` does.
 */
export async function openEditsFile(
  path: string,
  alignment: Alignment,
  options: EditsOptions = {},
): Promise<EditsFile> {
  const hash = alignmentHash(alignment)
  const name = options.alignment ?? `${basename(path).replace(/(?:\.edits)?\.json$/iu, '')}.json`
  let now = await look(path, hash, options.context)
  let queue: Promise<unknown> = Promise.resolve()

  const add = async (records: readonly EditRecord[], on: number, holdsStill: HoldsStill): Promise<Appended> => {
    const seen = await stampOf(path)
    if (seen !== now.stamp) now = following(now, await look(path, hash, options.context), path)
    const before = now.text.records
    if (on > before.length) throw replaced(path)
    if (on < before.length) return { isKept: false, revision: before.length, records: before.slice(on) }
    if (records.length === 0) return { isKept: true, revision: on }
    holdsStill()
    now = await write(path, now, records, headText(name, hash))
    return { isKept: true, revision: now.text.records.length }
  }
  return {
    path,
    get records() {
      return now.text.records
    },
    append(records, on) {
      const done = queue.then(() => withFileLock(path, (holdsStill) => add(records, on, holdsStill)))
      queue = done.catch(() => undefined)
      return done
    },
  }
}

/** A file as it was last seen. */
interface Sight {
  readonly text: EditsText
  /** Changes whenever somebody writes to the file; empty while there is none. */
  readonly stamp: string
}

async function look(path: string, hash: string, context: Context | undefined): Promise<Sight> {
  const stamp = await stampOf(path)
  return { text: stamp === '' ? nothingRead : await readText(path, hash, context), stamp }
}

/** Changes whenever somebody writes to the file; empty while there is none. Fails as reading it does. */
export async function stampOf(path: string): Promise<string> {
  try {
    const { size, mtimeMs, ino } = await stat(path)
    return `${size} ${mtimeMs} ${ino}`
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return ''
    throw writeError(error, path)
  }
}

/** Others may only have added records. */
function following(before: Sight, after: Sight, path: string): Sight {
  const isSame = before.text.records.every(
    (record, k) => JSON.stringify(record) === JSON.stringify(after.text.records[k]),
  )
  if (!isSame) throw replaced(path)
  return after
}

const replaced = (path: string): AppError =>
  new AppError('EDITS_REPLACED', `${path} no longer holds the edits that were in it`)

async function write(path: string, { text }: Sight, fresh: readonly EditRecord[], head: string): Promise<Sight> {
  const records = [...text.records, ...fresh]
  const end = await (text.end === undefined
    ? writeAnew(path, records, head)
    : writeBehind(path, text.end, text.records.length > 0, fresh))
  return { text: { ...text, records, end, brokenLine: undefined }, stamp: await stampOf(path) }
}

const linesOf = (records: readonly EditRecord[]): string =>
  records.map((record) => JSON.stringify(record, numberWord)).join(',\n')

/** JSON would make nothing of a number without end, which then could not be read again. */
const numberWord = (_key: string, value: unknown): unknown =>
  typeof value === 'number' && !Number.isFinite(value) ? String(value) : value

/** The whole file, whole or not at all; gives back where the records end. */
async function writeAnew(path: string, records: readonly EditRecord[], head: string): Promise<number> {
  const body = `${head}\n${linesOf(records)}`
  await writeWhole(path, [body, footText])
  await opened(path, (file) => file.sync())
  return Buffer.byteLength(body)
}

/** Records in the place of the foot, and the foot behind them: what breaks off leaves the records before. */
async function writeBehind(
  path: string,
  end: number,
  hasRecords: boolean,
  fresh: readonly EditRecord[],
): Promise<number> {
  const body = Buffer.from(`${hasRecords ? ',' : ''}\n${linesOf(fresh)}`)
  const all = Buffer.concat([body, Buffer.from(footText)])
  await opened(path, async (file) => {
    for (let done = 0; done < all.length; )
      done += (await file.write(all, done, all.length - done, end + done)).bytesWritten
    await file.truncate(end + all.length)
    await file.sync()
  })
  return end + body.length
}

async function opened(path: string, work: (file: Awaited<ReturnType<typeof open>>) => Promise<void>): Promise<void> {
  try {
    const file = await open(path, 'r+')
    try {
      await work(file)
    } finally {
      await file.close()
    }
  } catch (error) {
    throw writeError(error, path)
  }
}
