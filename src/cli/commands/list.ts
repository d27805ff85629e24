import { listErrors, listFormats, listLanguages, listScorers } from '../../catalogue.ts'
import type { Command } from '../command.ts'
import { jsonFlag, quietFlag } from '../flags.ts'
import { pad, widthOf } from '../layout.ts'
import { createPaint } from '../paint.ts'
import { usageError } from '../usage.ts'

/** A list as it is printed: the rows for other programs, the cells for people. */
interface Table {
  readonly rows: readonly unknown[]
  readonly heads: readonly string[]
  readonly cells: readonly (readonly string[])[]
  /** What people should know besides. */
  readonly note?: string
}

const packedNote = 'Any of these is also read as .gz, or from a .zip.'

const tables: Readonly<Record<string, () => Promise<Table>>> = {
  async formats() {
    const rows = await listFormats()
    const cells = rows.map((row) => [
      row.name,
      row.title,
      row.extensions.join(' '),
      row.reads.join(', '),
      row.writes.join(', '),
    ])
    return { rows, heads: ['name', 'what it is', 'endings', 'read as', 'written from'], cells, note: packedNote }
  },
  async languages() {
    const rows = await listLanguages()
    return {
      rows,
      heads: ['tag', 'language', 'scripts'],
      cells: rows.map((row) => [row.tag, row.name, row.scripts.join(' ')]),
    }
  },
  async errors() {
    const rows = await listErrors()
    return {
      rows,
      heads: ['code', 'what it means', 'what to do'],
      cells: rows.map((row) => [row.code, row.title, row.next]),
    }
  },
  async scorers() {
    const rows = await listScorers()
    return { rows, heads: ['scorer', 'version'], cells: rows.map((row) => [row.id, String(row.version)]) }
  },
}
const kinds = Object.keys(tables)

/** `zinpaar list`: what there is. */
export const command: Command = {
  name: 'list',
  about:
    'Lists what Zinpaar knows: the file formats that it reads and writes, the languages that it has special knowledge of (it ' +
    'aligns others, too), the codes of its error messages, and the scorers that decide which sentences belong together.',
  arguments: [{ name: 'WHAT', isRequired: true, doc: `One of ${kinds.join(', ')}.` }],
  flags: [jsonFlag, quietFlag],
  examples: [
    { line: 'zinpaar list formats', does: 'Which files can be read and written.' },
    { line: 'zinpaar list errors', does: 'What an error code means, and what to do.' },
  ],
  async run(args, io) {
    const [what = ''] = args.positionals
    const load = kinds.includes(what) ? tables[what] : undefined
    if (load === undefined) throw usageError(`there is no list of ${what}`, `There are lists of ${kinds.join(', ')}.`)
    const { rows, heads, cells, note } = await load()
    const strong = createPaint(io.hasColour).strong
    const text = tableText(heads, cells, strong) + (note === undefined ? '' : `\n${note}\n`)
    await io.out(args.has('json') ? `${JSON.stringify(rows, undefined, 2)}\n` : text)
    return 0
  },
}

function tableText(
  heads: readonly string[],
  cells: readonly (readonly string[])[],
  strong: (text: string) => string,
): string {
  const widths = heads.map((head, i) => Math.max(widthOf(head), ...cells.map((row) => widthOf(row[i] ?? ''))))
  const line = (row: readonly string[]): string =>
    row
      .map((cell, i) => pad(cell, widths[i] ?? 0))
      .join('  ')
      .trimEnd()
  return [strong(line(heads)), ...cells.map(line), ''].join('\n')
}
