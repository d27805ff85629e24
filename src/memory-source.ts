import type { Context, Format, Input, ReadItem } from './core/contracts.ts'
import { AppError } from './core/errors.ts'
import type { Diagnostic, LanguageTag } from './core/types.ts'
import { type Failure, failureOf } from './failure.ts'
import { calledFormatToRead, formatToRead } from './format-choice.ts'
import type { Ability } from './formats/index.ts'
import { inputsFrom, standardPath } from './input.ts'
import { type BatchColumns, type ColumnRoom, roomLike } from './memory/batch-columns.ts'
import { type BatchBuilder, createBatch, type NewUnit } from './memory/prepared.ts'
import { isMemoryFile, isSameFile, unitsOfMemory } from './memory-units.ts'
import { inContext, placedUnits } from './unit-context.ts'
import { defaultSelection, toUnits } from './units.ts'

/** What is read into a memory, and how. */
export interface SourceOptions {
  /** Name or extension of the format of all files; absent: name and first bytes of each decide. */
  readonly from?: string
  /** Languages of files that do not say theirs, such as a table without a head. */
  readonly sourceLanguage?: LanguageTag
  readonly targetLanguage?: LanguageTag
  /** Fields such as client and domain that every unit gets. */
  readonly fields?: Readonly<Record<string, string>>
  /** Path of the memory that takes the units in: it cannot take in itself. */
  readonly taker?: string
}

/** What reading one file came to. */
export interface FileOutcome {
  readonly file: string
  /** Name of the format, `memory` for another memory; absent when nothing could read it. */
  readonly format?: string
  /** `partly`: damaged, and what stood before the damage was read. */
  readonly outcome: 'whole' | 'partly' | 'not read'
  /** Units met: the kept and the skipped. */
  readonly read: number
  readonly kept: number
  /** Places that were mended; the units that they are in were kept. */
  readonly repaired: number
  readonly skipped: number
  /** What was mended and skipped, one by one; at most the first 10,000. */
  readonly items: readonly ReadItem[]
  /** What is to be said of the file as a whole. */
  readonly diagnostics: readonly Diagnostic[]
  readonly failure?: Failure
}

/** What a thread that reads hands on. */
export type SourceEvent =
  /** `memory`: name of the memory that the units were in, when they come out of one. */
  | { readonly kind: 'batch'; readonly batch: BatchColumns; readonly memory?: string }
  /** Bytes of text read of all files together. */
  | { readonly kind: 'progress'; readonly bytes: number }
  | { readonly kind: 'file'; readonly outcome: FileOutcome }

/** Of one file at most so many repaired and skipped units are listed one by one; all are counted. */
const mostItems = 10_000

/**
 * Reads files one after another and prepares their units in batches. Bad files end as outcomes; nothing is thrown for them.
 * `hasTime` says whether the reader may build segments, too: two threads share that work by who has less to do.
 */
export async function* readSources(
  paths: readonly string[],
  options: SourceOptions,
  hasTime: () => boolean = () => true,
  stdin?: AsyncIterable<Uint8Array>,
): AsyncGenerator<SourceEvent> {
  const bytes = { read: 0 }
  const batching = { hasTime, bytes, fields: options.fields }
  for (const path of paths) {
    const log = createLog(path)
    try {
      if (options.from === undefined && path !== standardPath && (await isMemoryFile(path))) {
        yield* inBatches(() => unitsOfOther(path, options, log), log, batching)
        continue
      }
      let isOne = false
      for await (const input of inputsFrom(path, stdin)) {
        isOne = true
        const own = createLog(input.name)
        yield* inBatches(() => unitsOf(counted(input, bytes), options, own), own, batching)
      }
      if (!isOne) throw new AppError('READ_EMPTY', `${path} holds no file that can be read`)
    } catch (error) {
      yield { kind: 'file', outcome: log.outcome(failureOf(error)) }
    }
  }
}

/** A unit that was read. */
interface Incoming extends NewUnit {
  /** Name of the memory that it was in, where it comes out of one. */
  readonly memory?: string
  /** False for what only tells where else the unit before it was met. */
  readonly isFirst?: boolean
}

interface Batching {
  readonly hasTime: () => boolean
  readonly bytes: { readonly read: number }
  readonly fields: SourceOptions['fields']
}

/** What was read before an error is handed out before the outcome that tells of it. */
async function* inBatches(
  open: () => Promise<AsyncIterable<Incoming>>,
  log: Log,
  { hasTime, bytes, fields }: Batching,
): AsyncGenerator<SourceEvent> {
  const batches = new Map<string | undefined, BatchBuilder>()
  let failure: Failure | undefined
  let room: ColumnRoom | undefined
  try {
    for await (const unit of await open()) {
      const batch = batches.get(unit.memory) ?? createBatch(hasTime(), room)
      if (batch.count === 0) batches.set(unit.memory, batch)
      batch.add(withFields(unit, fields))
      if (unit.isFirst !== false) log.count()
      if (!batch.isFull) continue
      const built = batch.build()
      // What is handed to another thread can no longer be looked at here.
      room = roomLike(built)
      yield batchEvent(unit.memory, built)
      yield { kind: 'progress', bytes: bytes.read }
      batches.delete(unit.memory)
    }
  } catch (error) {
    failure = failureOf(error)
  }
  for (const [memory, batch] of batches) yield batchEvent(memory, batch.build())
  yield { kind: 'progress', bytes: bytes.read }
  yield { kind: 'file', outcome: log.outcome(failure) }
}

const batchEvent = (memory: string | undefined, batch: BatchColumns): SourceEvent =>
  memory === undefined ? { kind: 'batch', batch } : { kind: 'batch', batch, memory }

/** Everything that lives in another memory. */
async function unitsOfOther(path: string, { taker }: SourceOptions, log: Log): Promise<AsyncIterable<Incoming>> {
  log.setFormat('memory')
  if (taker === undefined || !(await isSameFile(path, taker))) return unitsOfMemory(path)
  throw new AppError('READ_NOT_READABLE', `${path} is the memory that takes in, and cannot take in itself`, {
    hint: 'Name another file.',
  })
}

/** The units of a file of another kind; an alignment gives those that it would export. */
async function unitsOf(input: Input, options: SourceOptions, log: Log): Promise<AsyncIterable<Incoming>> {
  const { sourceLanguage, targetLanguage } = options
  const format = await formatFor(input, options)
  log.setFormat(format.name)
  const readOptions = {
    withoutIds: true,
    ...(sourceLanguage === undefined ? {} : { sourceLanguage }),
    ...(targetLanguage === undefined ? {} : { targetLanguage }),
  }
  if (format.readUnits !== undefined) return inContext(format.readUnits(input, log.context, readOptions))
  return alignedUnits(format, input, log.context)
}

async function* alignedUnits(format: Format, input: Input, context: Context): AsyncGenerator<Incoming> {
  if (format.readAlignment === undefined) return
  yield* placedUnits(toUnits(await format.readAlignment(input, context), defaultSelection))
}

async function formatFor(input: Input, { from }: SourceOptions): Promise<Format> {
  const found = from === undefined ? await formatToRead(input, readable) : calledFormatToRead(from, readable)
  if (found !== undefined) return found
  throw new AppError('FORMAT_CANNOT_READ', `${input.name}: neither its name nor its first bytes tell what it is`, {
    hint: 'Say what it is with --from, as in --from tmx.',
  })
}
const readable: readonly Ability[] = ['readAlignment', 'readUnits']

/** The unit with fields of the user's, which take the place of its own of these names. */
function withFields(placed: NewUnit, fields: Readonly<Record<string, string>> | undefined): NewUnit {
  if (fields === undefined) return placed
  const { unit } = placed
  return { ...placed, unit: { ...unit, props: { ...unit.props, ...fields } } }
}

/** The same input, whose bytes are counted as they are read. */
function counted(input: Input, bytes: { read: number }): Input {
  return {
    ...input,
    async *stream() {
      for await (const chunk of input.stream()) {
        bytes.read += chunk.length
        yield chunk
      }
    },
  }
}

/** What happens while one file is read. */
interface Log {
  readonly context: Context
  setFormat(name: string): void
  /** One more unit was handed out. */
  count(): void
  outcome(failure: Failure | undefined): FileOutcome
}

function createLog(file: string): Log {
  const items: ReadItem[] = []
  const diagnostics: Diagnostic[] = []
  const counts = { kept: 0, repaired: 0, skipped: 0 }
  let format: string | undefined
  return {
    context: {
      report: (diagnostic) => void diagnostics.push(diagnostic),
      item: (item) => {
        counts[item.outcome]++
        if (items.length < mostItems) items.push(item)
      },
    },
    setFormat: (name) => {
      format = name
    },
    count: () => void counts.kept++,
    outcome: (failure) => ({
      file,
      ...(format === undefined ? {} : { format }),
      outcome: failure === undefined ? 'whole' : counts.kept > 0 ? 'partly' : 'not read',
      read: counts.kept + counts.skipped,
      ...counts,
      items,
      diagnostics,
      ...(failure === undefined ? {} : { failure }),
    }),
  }
}
