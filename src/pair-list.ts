import { dirname, isAbsolute, join } from 'node:path'
import type { Context } from './core/contracts.ts'
import { AppError } from './core/errors.ts'
import { decodeText } from './formats/_text/decode.ts'
import { inputFrom } from './input.ts'

/** One pair of texts of a batch. */
export interface ListedPair {
  /** As the list has them; shown to the user and written into exports. */
  readonly source: string
  readonly target: string
  /** File name of the outputs without their extension. */
  readonly name: string
  /** Line of the list, counted from 1. */
  readonly line: number
  /** Where the two files lie, from the folder of the list. */
  readonly sourcePath: string
  readonly targetPath: string
}

/** Reads a list of pairs from a file in any encoding that a text may have; spreadsheets like to write UTF-16. */
export async function readPairList(
  path: string,
  stdin: AsyncIterable<Uint8Array>,
  context: Context,
): Promise<readonly ListedPair[]> {
  const input = inputFrom(path, stdin)
  return parsePairList(decodeText(await input.bytes(), input.name, context), path)
}

/**
 * Understands a list of pairs: source, target and name, separated by tabs, one pair a line. Blank lines, lines that begin with
 * `# `, a fourth cell that does so, and a byte order mark are passed over. Anything else that is not a pair, a name that would leave the output folder and a name that comes twice are
 * an AppError BATCH_BAD_LIST that names the line, so that nothing is written for half of a bad list.
 */
export function parsePairList(text: string, listPath: string): readonly ListedPair[] {
  const lines = text.replace(/^\ufeff/u, '').split(/\r\n|\n|\r/u)
  const pairs = lines.flatMap((line, i) =>
    line.trim() === '' || isComment(line) ? [] : [parseLine(line, i + 1, listPath)],
  )
  if (pairs.length === 0) throw badList(listPath, undefined, 'it names no pairs')
  const lineOf = new Map<string, number>()
  for (const { name, line } of pairs) {
    const key = name.normalize('NFC')
    const before = lineOf.get(key)
    if (before !== undefined) throw badList(listPath, line, `the name ${name} stands on line ${before} already`)
    lineOf.set(key, line)
  }
  return pairs
}

const isComment = (text: string | undefined): boolean => text?.startsWith('# ') === true

function parseLine(text: string, line: number, listPath: string): ListedPair {
  const cells = text.split('\t').map((cell) => cell.trim())
  if (cells.length === 4 && isComment(cells[3])) cells.pop()
  if (cells.length !== 3)
    throw badList(listPath, line, `${columnCount(cells.length)} instead of source, target and name`)
  const [source = '', target = '', name = ''] = cells
  const missing = source === '' ? 'source' : target === '' ? 'target' : name === '' ? 'name' : undefined
  if (missing !== undefined) throw badList(listPath, line, `the ${missing} is empty`)
  const problem = problemOfName(name)
  if (problem !== undefined) throw badList(listPath, line, `the name ${name} ${problem}`)
  const place = (path: string): string => (isAbsolute(path) ? path : join(dirname(listPath), path))
  return { source, target, name, line, sourcePath: place(source), targetPath: place(target) }
}

const columnCount = (count: number): string => (count === 1 ? 'there is one column' : `there are ${count} columns`)

/** Why a name cannot be the name of a file in the output folder. */
function problemOfName(name: string): string | undefined {
  if (/[/\\]/u.test(name) || name === '.' || name === '..') return 'has a folder in it; it is the name of a file alone'
  if (/[\0-\x1f\x7f]/u.test(name)) return 'has a control character in it'
  return undefined
}

function badList(path: string, line: number | undefined, why: string): AppError {
  return new AppError('BATCH_BAD_LIST', `${path}${line === undefined ? '' : `, line ${line}`}: ${why}`)
}
