import { basename, dirname, resolve } from 'node:path'
import { createEditing } from '../../editing.ts'
import { readAlignment } from '../../files.ts'
import type { AlignOptions, Context, EditRecord } from '../../index.ts'
import { inputFrom } from '../../input.ts'
import { createRealigner } from '../../realigner.ts'
import { createSpare, textPaths } from '../../spared-files.ts'
import { readReportParts, reportChunks } from '../report.ts'
import { createApp } from './app.ts'
import { createToken } from './guard.ts'
import { openJournal, readRecord } from './journal.ts'
import { listenOn } from './listen.ts'
import { createNewsDesk } from './news.ts'
import { builtClient, readPage } from './page-files.ts'
import { createSession, type Session } from './session.ts'
import { sheetMakerOf } from './sheet.ts'

/** What is inspected, and by whom. */
export interface InspectOptions {
  /** File of the alignment; its edits go beside it. */
  readonly path: string
  /** Name under which edits are recorded. */
  readonly by: string
  /** 0 when absent: any that is free. */
  readonly port?: number
  /** Settings for aligning again. */
  readonly align?: Partial<AlignOptions>
  /** Folder of the built page; that of the build when absent. */
  readonly client?: string
  now?(): Date
}

/** A page that is being served. */
export interface Inspector {
  /** With the token: who has it can edit. */
  readonly address: string
  readonly session: Session
  /** File of the edits. */
  readonly edits: string
  /** Ends the server when all that was asked is done. */
  close(): Promise<void>
}

/** So often the file of edits is looked at for what other processes wrote. */
const refreshMs = 1000
/** The thread that realigns starts when the page has had so long to show itself. */
const calmMs = 1500
/**
 * Texts of more segments than this, both together, are not linked before somebody corrects a pair: it takes a minute, and more
 * memory than all else, and many only look.
 */
const mostAtOnce = 40_000

/**
 * Serves the page for an alignment on this machine. Fails as reading the alignment does, with SERVE_FAILED for a port that
 * cannot be had, and with READ_NOT_FOUND when the page was not built.
 */
export async function startInspector(options: InspectOptions, context: Context): Promise<Inspector> {
  const { by, port = 0, align = {}, now = () => new Date() } = options
  const path = resolve(options.path)
  const read = await readAlignment(inputFrom(options.path), context)
  const files = readPage(options.client ?? builtClient())
  const journal = await openJournal(path, read, context)
  const alignment = createEditing(read).pair
  const realigner = createRealigner(alignment, align)
  const desk = createNewsDesk()
  const folder = dirname(path)
  const sheet = await sheetMakerOf(alignment, { name: basename(path), isEditable: true, by, folder })
  const { records } = journal
  let isWarm = false
  const warmUp = (): void => {
    if (!isWarm) setTimeout(realigner.start, calmMs).unref()
    isWarm = true
  }
  const session = createSession({ alignment, records, journal, realigner, sheet, by, now }, (news) => {
    desk.tell(news)
    if (news.records.some(isCorrection)) warmUp()
  })
  const token = createToken()
  const report = (): AsyncIterable<string> =>
    reportChunks({ alignment, records: session.records(), name: basename(path), realigner }, readReportParts())
  const spare = createSpare([path, journal.path, ...textPaths(alignment, folder)])
  const fetch = createApp({
    session,
    desk,
    files,
    token,
    port: () => listening.port,
    readRecord: (value) => readRecord(value, 'the request'),
    async export(post) {
      const { exportTo } = await exporting()
      const place = { folder, spare, by, at: now().toISOString(), report, notes: session.notes }
      return exportTo(session.alignment(), post, place)
    },
    async download(post) {
      const { exportForDownload } = await exporting()
      return exportForDownload(session.alignment(), post, { report, notes: session.notes })
    },
    opened() {
      if (alignment.source.segments.length + alignment.target.segments.length <= mostAtOnce) warmUp()
    },
  })
  const listening = await listenOn(port, fetch)
  // The page asks for it at once, but nobody has to wait for it before the address is known.
  setImmediate(() => void session.sheetText())
  const watch = setInterval(() => void session.refresh().catch(() => undefined), refreshMs)
  watch.unref()
  return {
    address: `http://127.0.0.1:${listening.port}/${token}/`,
    session,
    edits: journal.path,
    async close() {
      clearInterval(watch)
      await session.settled()
      desk.close()
      await Promise.all([listening.close(), realigner.close()])
    },
  }
}

/** Who corrects pairs may have some aligned again; who only judges them has no use for it. */
const isCorrection = ({ edit }: EditRecord): boolean => !judging.has(edit)

const judging: ReadonlySet<EditRecord['edit']> = new Set(['accept', 'reject', 'reopen', 'comment', 'undo', 'redo'])

/** What writes files is loaded when somebody wants one. */
const exporting = (): Promise<typeof import('./exporting.ts')> => import('./exporting.ts')
