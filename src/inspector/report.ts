import { basename, resolve } from 'node:path'
import { createEditing, takeRecord } from '../editing.ts'
import { readAlignment } from '../files.ts'
import type { Alignment, AlignOptions, Bead, Context, Editing, EditRecord } from '../index.ts'
import { inputFrom } from '../input.ts'
import { createRealigner, type Realigner } from '../realigner.ts'
import { noteLanguage } from './locales/locales.ts'
import type { BeadDetail, Sheet } from './protocol.ts'
import { hashSource, htmlOf, jsonInHtml, scriptInHtml } from './report/markup.ts'
import { createTable } from './report/table.ts'
import { beadsInBlock, packDetail, type ReportData } from './report-data.ts'
import { openJournal } from './server/journal.ts'
import { createJudge, type Judge } from './server/judge.ts'
import { builtReport, readPage } from './server/page-files.ts'
import { sheetOf } from './server/sheet.ts'

/** So long the texts may take to say what they have of one bead that a person made. */
const mostWaitMs = 60_000

/** An alignment with what was done to it. */
export interface ReportInput {
  /** As it was before the first record. */
  readonly alignment: Alignment
  readonly records: readonly EditRecord[]
  /** Name to show. */
  readonly name: string
  readonly realigner: Pick<Realigner, 'explain'>
}

/** Script and styles of the page, as they were built. */
export interface ReportParts {
  readonly script: string
  readonly styles: string
}

/** How a report of a file is made. */
export interface ReportOptions {
  /** Settings for what the texts say of beads that a person made. */
  readonly align?: Partial<AlignOptions>
  /** Script and styles; those of the build when absent. */
  readonly parts?: ReportParts
}

/**
 * One page that shows the alignment of a file, with the edits beside it, and needs nothing else: no server and no network. HTML
 * in pieces; the same alignment and edits give the same bytes. Fails as reading the alignment and its edits does, and with
 * READ_NOT_FOUND when the page was not built.
 */
export async function* reportOfFile(path: string, options: ReportOptions, context: Context): AsyncIterable<string> {
  const parts = options.parts ?? readReportParts()
  const read = await readAlignment(inputFrom(path), context)
  const { records } = await openJournal(resolve(path), read, context)
  const alignment = createEditing(read).pair
  const realigner = createRealigner(alignment, options.align ?? {})
  try {
    yield* reportChunks({ alignment, records, name: basename(path), realigner }, parts)
  } finally {
    await realigner.close()
  }
}

/** Script and styles from the build. Fails with READ_NOT_FOUND when there is none. */
export function readReportParts(): ReportParts {
  const files = readPage(builtReport(), 'report.js')
  const textOf = (name: string): string => Buffer.from(files.get(name)?.bytes ?? []).toString('utf8')
  return { script: textOf('report.js'), styles: textOf('report.css') }
}

/**
 * The page as HTML, in pieces. The pairs stand in it twice: as a table, which can be read without script and is what is
 * printed, and as data for the script. Reasons come in blocks that are decoded when they are looked at.
 */
export async function* reportChunks(input: ReportInput, parts: ReportParts): AsyncIterable<string> {
  const { records } = input
  const { pair } = records.reduce<Editing<Alignment>>(takeRecord, createEditing(input.alignment))
  const judge = createJudge(input.alignment, input.realigner, () => false, mostWaitMs)
  const sheet = withoutFolders(await sheetOf(pair, { name: input.name, isEditable: false, by: '', folder: '' }))
  const table = createTable(pair, sheet)
  yield headOf(input.name, parts)
  yield table.head
  const blocks: string[] = []
  for await (const { beads, details, first } of blocksOf(judge, pair, records)) {
    yield beads.map((bead, at) => table.row(bead, first + at, details[at])).join('')
    blocks.push(`<script type="application/json" class="reasons">${jsonInHtml(details.map(packDetail))}</script>\n`)
  }
  yield table.foot
  const data: ReportData = { sheet: { ...sheet, records: [] }, failed: await judge.failed(pair) }
  yield `<script type="application/json" id="report">${jsonInHtml(data)}</script>\n`
  yield* blocks
  yield `<script>${scriptInHtml(parts.script)}</script>\n</body></html>\n`
}

interface Block {
  readonly beads: readonly Bead[]
  /** In the order of the beads. */
  readonly details: readonly BeadDetail[]
  /** Place of the first bead. */
  readonly first: number
}

async function* blocksOf(judge: Judge, pair: Alignment, records: readonly EditRecord[]): AsyncIterable<Block> {
  for (let first = 0; first < pair.beads.length; first += beadsInBlock) {
    const beads = pair.beads.slice(first, first + beadsInBlock)
    const ids = beads.map(({ id }) => id)
    yield { beads, details: await judge.details({ ...pair, beads }, ids, records), first }
  }
}

/** Whoever gets the page is not told where the texts lay. */
function withoutFolders(sheet: Omit<Sheet, 'records'>): Omit<Sheet, 'records'> {
  const { source, target } = sheet
  return { ...sheet, source: { ...source, id: nameOf(source.id) }, target: { ...target, id: nameOf(target.id) } }
}

const nameOf = (path: string): string => path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)

/** Hides the table until the script has shown the pairs; brings it back when the script cannot. */
const prelude =
  "(function(e){e.className='live';addEventListener('error',function(){if(e.className==='live')e.className=''})})" +
  '(document.documentElement)'

function headOf(name: string, { script, styles }: ReportParts): string {
  const scripts = [prelude, scriptInHtml(script)].map(hashSource).join(' ')
  const policy =
    `default-src 'none'; script-src ${scripts}; style-src ${hashSource(styles)}; img-src data:; ` +
    "base-uri 'none'; form-action 'none'"
  return [
    '<!doctype html>',
    `<html lang="${noteLanguage}"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark"><meta name="referrer" content="no-referrer">',
    `<title>${htmlOf(name)} – Zinpaar</title>`,
    `<style>${styles}</style><script>${prelude}</script></head>`,
    '<body><div id="page"></div>',
    '',
  ].join('\n')
}
