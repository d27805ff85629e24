import { access, stat } from 'node:fs/promises'
import type { Context } from './core/contracts.ts'
import { standardPath } from './input.ts'
import { batchOf } from './memory/batch-columns.ts'
import type { Memory } from './memory/memory.ts'
import type { Intake } from './memory/steps.ts'
import { type Reader, readHere, readInThread } from './memory-reader.ts'
import type { FileOutcome, SourceOptions } from './memory-source.ts'
import type { ThreadData } from './memory-thread.ts'
import { isMemoryFile } from './memory-units.ts'
import { openMemory, withMemory } from './open-memory.ts'

/** What is imported, and what is said of it. */
export interface ImportOptions extends SourceOptions {
  /** Name of the memory in the file. When absent it is `main`, and units out of another memory keep the name that they have there. */
  readonly into?: string
  /** Who imports, for the history. */
  readonly by: string
  /** ISO 8601, for the history. */
  readonly at: string
}

/** What became of an import. */
export interface ImportReport {
  /** `whole`: every file was read to its end; `partly`: some units came in, and something is missing; `nothing`: no file could be read. */
  readonly outcome: 'whole' | 'partly' | 'nothing'
  /** Number of the step, for undoing it; absent when no unit came in. */
  readonly step?: number
  /** Units met in the files: the kept and the skipped. */
  readonly read: number
  readonly kept: number
  /** Of the kept, those that were new. */
  readonly added: number
  /** Of the kept, those that the memory had already, whose provenance was added to it. */
  readonly merged: number
  /** Places that were mended; the units that they are in were kept. */
  readonly repaired: number
  readonly skipped: number
  readonly files: readonly FileOutcome[]
}

/** Name of the memory in a file when none is given. */
export const defaultMemory = 'main'

/** Files of more bytes than this are read in a second thread, while the first one stores. */
const largeBytes = 4_000_000

/**
 * Takes files into a memory as one step. Bad units are skipped and bad files are outcomes of the report; what was read before
 * the damage is kept. Fails with MEMORY_… when the memory itself cannot take it.
 */
export async function importFiles(
  memory: Pick<Memory, 'name' | 'openIntake'>,
  paths: readonly string[],
  options: ImportOptions,
  context: Context,
  stdin?: AsyncIterable<Uint8Array>,
): Promise<ImportReport> {
  const { into, by, at, ...source } = options
  const kind = (await areMemories(paths, options)) ? 'merge' : 'import'
  const label = labelOf(kind, paths)
  let intake: Intake | undefined
  const total = await sizeOf(paths)
  const reader = readerFor({ paths, options: { ...withoutEmptyFields(source), taker: memory.name } }, total, stdin)
  const files: FileOutcome[] = []
  let added = 0
  try {
    for await (const event of reader.events) {
      if (event.kind === 'file') files.push(event.outcome)
      else if (event.kind === 'progress') context.progress?.('importing', Math.min(event.bytes, total), total)
      else {
        const name = into ?? event.memory ?? defaultMemory
        intake ??= await memory.openIntake(name, { kind, label, by, at }, reader.merge)
        added += (await intake.add(batchOf(event.batch), name)).added
      }
    }
    await intake?.finish(label)
  } finally {
    await reader.close()
  }
  return reportOf(files, added, intake?.step)
}

const areMemories = async (paths: readonly string[], { from }: ImportOptions): Promise<boolean> =>
  from === undefined && (await Promise.all(paths.map(isMemoryFile))).every((isOne) => isOne)

/** No fields at all are told from none for each unit, which spares a copy of it. */
const withoutEmptyFields = ({ fields, ...rest }: SourceOptions): SourceOptions =>
  fields === undefined || Object.keys(fields).length === 0 ? rest : { ...rest, fields }

function reportOf(files: readonly FileOutcome[], added: number, step: number | undefined): ImportReport {
  const sum = (value: (file: FileOutcome) => number): number => files.reduce((total, file) => total + value(file), 0)
  const kept = sum((file) => file.kept)
  const isWhole = files.every(({ outcome }) => outcome === 'whole')
  const isNothing = files.every(({ outcome }) => outcome === 'not read')
  return {
    outcome: isNothing ? 'nothing' : isWhole ? 'whole' : 'partly',
    ...(step === undefined ? {} : { step }),
    read: sum((file) => file.read),
    kept,
    added,
    merged: kept - added,
    repaired: sum((file) => file.repaired),
    skipped: sum((file) => file.skipped),
    files,
  }
}

const labelOf = (kind: 'import' | 'merge', paths: readonly string[]): string => {
  const [first = '', ...rest] = paths
  return rest.length === 0 ? `${kind} of ${first}` : `${kind} of ${first} and ${rest.length} more`
}

async function sizeOf(paths: readonly string[]): Promise<number> {
  const sizes = await Promise.all(
    paths.map((path) =>
      path === standardPath
        ? 0
        : stat(path).then(
            ({ size }) => size,
            () => 0,
          ),
    ),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}

/** Small inputs and pipes are read in this thread. */
function readerFor(data: ThreadData, bytes: number, stdin: AsyncIterable<Uint8Array> | undefined): Reader {
  return bytes < largeBytes || data.paths.includes(standardPath) ? readHere(data, stdin) : readInThread(data)
}

/**
 * As `importFiles`, for the memory in a file, which is made when it is not there and something can be read; an import of
 * nothing leaves no file behind.
 */
export async function importInto(
  path: string,
  paths: readonly string[],
  options: ImportOptions,
  context: Context,
  stdin?: AsyncIterable<Uint8Array>,
): Promise<ImportReport> {
  if (await isThere(path))
    return withMemory(path, { mode: 'create' }, (memory) => importFiles(memory, paths, options, context, stdin))
  let made: Memory | undefined
  // Not before there is something to put into it: a file that is taken away again may hold what others put there meanwhile.
  const make = async (): Promise<Memory> => {
    made ??= await openMemory(path, { mode: 'create' })
    return made
  }
  const unmade: Pick<Memory, 'name' | 'openIntake'> = {
    name: path,
    openIntake: async (name, act, helper) => (await make()).openIntake(name, act, helper),
  }
  try {
    const report = await importFiles(unmade, paths, options, context, stdin)
    if (report.outcome !== 'nothing') await make()
    return report
  } finally {
    await made?.close()
  }
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )
