import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, isAbsolute, join, resolve } from 'node:path'
import { sheetBytes, sheetKindOf, spareChangedSheet, writeSheet } from '../../edit-sheet.ts'
import { AppError } from '../../editing.ts'
import type { Alignment, Bead, Selection } from '../../index.ts'
import { checkIntake, storePairs } from '../../memory-intake.ts'
import { type OutputOptions, outputFormat, writeCounted } from '../../outputs.ts'
import { changedRowsAside } from '../../sheet-changes.ts'
import type { Spare } from '../../spared-files.ts'
import { checkWritable, writeWhole } from '../../whole-file.ts'
import type { Exported, ExportPost } from '../protocol.ts'

/** Where exports go, and what they must leave alone. */
export interface ExportPlace {
  /** Folder of the alignment. */
  readonly folder: string
  /** Spares the alignment, its edits and the two texts. */
  readonly spare: Spare
  readonly by: string
  readonly at: string
  /** All pairs as one page, in pieces. */
  report(): AsyncIterable<string>
  /** Failed checks of a bead, in plain words. */
  notes(): Promise<(bead: Bead) => readonly string[]>
}

/** A file to be saved by the browser. */
export interface Download {
  readonly name: string
  readonly bytes: Uint8Array
  readonly units: number
}

const memoryEnding = '.zmem'
const silent = { report: () => undefined }

/** Writes a file, or several for formats that are a set of files, or keeps pairs in a memory. */
export async function exportTo(alignment: Alignment, post: ExportPost, place: ExportPlace): Promise<Exported> {
  const path = isAbsolute(post.to) ? post.to : resolve(place.folder, post.to)
  await place.spare(path)
  const selection = selectionOf(post)
  if (isMemory(path)) {
    await checkIntake(path)
    const { added, merged } = await storePairs(alignment, selection, { path, by: place.by, at: place.at })
    return { paths: [path], units: added + merged }
  }
  if (isReport(path)) {
    await writeWhole(path, place.report())
    return { paths: [path], units: alignment.beads.length }
  }
  if (isSheet(path)) {
    await spareChangedSheet(path, alignment, changedRowsAside)
    await writeSheet(path, alignment, { checksOf: await place.notes() }, silent)
    return { paths: [path], units: alignment.beads.length }
  }
  const options = optionsOf(post)
  outputFormat(path, options)
  await checkWritable(path)
  return writeCounted(alignment, path, { ...options, spare: place.spare }, silent)
}

/** The same as one file for the browser. */
export async function exportForDownload(
  alignment: Alignment,
  post: ExportPost,
  { report, notes }: Pick<ExportPlace, 'report' | 'notes'>,
): Promise<Download> {
  const name = basename(post.to.replaceAll('\\', '/'))
  if (isReport(name)) return { name, bytes: await bytesOf(report()), units: alignment.beads.length }
  if (isMemory(name)) throw refused(`${name} is a memory, which cannot be downloaded`, 'Write it to a folder.')
  if (isSheet(name)) {
    const bytes = await sheetBytes(workbook, alignment, { checksOf: await notes() }, silent)
    return { name, bytes, units: alignment.beads.length }
  }
  const options = optionsOf(post)
  outputFormat(name, options)
  const folder = await mkdtemp(join(tmpdir(), 'zinpaar-export-'))
  try {
    const { paths, units } = await writeCounted(alignment, join(folder, name), options, silent)
    const [path, ...more] = paths
    if (path === undefined || more.length > 0)
      throw refused(`${name} would be ${paths.length} files`, 'Write it to a folder.')
    const bytes = await readFile(path)
    return { name, bytes, units }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** A workbook is for reviewers: it has every bead, and comes back as edits. */
const workbook = '.xlsx'

const isSheet = (path: string): boolean => sheetKindOf(path) === workbook

const isMemory = (path: string): boolean => path.toLowerCase().endsWith(memoryEnding)

const isReport = (path: string): boolean => /\.html?$/iu.test(path)

async function bytesOf(pieces: AsyncIterable<string>): Promise<Uint8Array> {
  const all: Buffer[] = []
  for await (const piece of pieces) all.push(Buffer.from(piece))
  return Buffer.concat(all)
}

const selectionOf = ({ relations, minConfidence }: ExportPost): Selection => ({
  relations,
  minConfidence,
  allTargets: false,
})

const optionsOf = (post: ExportPost): OutputOptions => ({
  selection: selectionOf(post),
  omitIds: false,
  profile: post.profile,
})

const refused = (message: string, hint: string): AppError => new AppError('WRITE_FAILED', message, { hint })
