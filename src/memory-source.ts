import type { Context, Format, Input, ReadItem } from './core/contracts.ts'
import { AppError } from './core/errors.ts'
import type { Diagnostic, LanguageTag, TranslationUnit } from './core/types.ts'
import { type Failure, failureOf } from './failure.ts'
import { calledFormatToRead, formatToRead } from './format-choice.ts'
import type { Ability } from './formats/index.ts'
import { inputsFrom } from './input.ts'
import { batchSize, createBatch, type NewUnit, type PreparedBatch } from './memory/prepared.ts'
import { inContext } from './unit-context.ts'
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
}

/** What reading one file came to. */
export interface FileOutcome {
  readonly file: string
  /** Name of the format; absent when nothing could read it. */
  readonly format?: string
  /** `partly`: damaged, and what stood before the damage was read. */
  readonly outcome: 'whole' | 'partly' | 'not read'
  /** Units handed out. */
  readonly read: number
  readonly repaired: number
  readonly skipped: number
  /** Those units, the first of them. */
  readonly items: readonly ReadItem[]
  readonly diagnostics: readonly Diagnostic[]
  readonly failure?: Failure
}

/** What a thread that reads hands on. */
export type SourceEvent =
  | { readonly kind: 'batch'; readonly batch: PreparedBatch }
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
  for (const path of paths) {
    const log = createLog()
    try {
      let isOne = false
      for await (const input of inputsFrom(path, stdin)) {
        isOne = true
        yield* readOne(counted(input, bytes), options, createLog(), bytes, hasTime)
      }
      if (!isOne) throw new AppError('READ_EMPTY', `${path} holds no file that can be read`)
    } catch (error) {
      yield { kind: 'file', outcome: log.outcome(path, undefined, failureOf(error)) }
    }
  }
}

async function* readOne(
  input: Input,
  options: SourceOptions,
  log: Log,
  bytes: { readonly read: number },
  hasTime: () => boolean,
): AsyncGenerator<SourceEvent> {
  let format: Format | undefined
  let failure: Failure | undefined
  try {
    format = await formatFor(input, options)
    let batch = createBatch(hasTime())
    for await (const unit of inContext(unitsOf(input, format, options, log.context))) {
      batch.add(withFields(unit, options.fields))
      log.count()
      if (batch.count < batchSize) continue
      yield { kind: 'batch', batch: batch.build() }
      yield { kind: 'progress', bytes: bytes.read }
      batch = createBatch(hasTime())
    }
    if (batch.count > 0) yield { kind: 'batch', batch: batch.build() }
  } catch (error) {
    failure = failureOf(error)
  }
  yield { kind: 'progress', bytes: bytes.read }
  yield { kind: 'file', outcome: log.outcome(input.name, format, failure) }
}

async function formatFor(input: Input, { from }: SourceOptions): Promise<Format> {
  const found = from === undefined ? await formatToRead(input, readable) : calledFormatToRead(from, readable)
  if (found !== undefined) return found
  throw new AppError('FORMAT_CANNOT_READ', `${input.name}: neither its name nor its first bytes tell what it is`, {
    hint: 'Say what it is with --from, as in --from tmx.',
  })
}
const readable: readonly Ability[] = ['readAlignment', 'readUnits']

/** An alignment gives the units that it would export. */
async function* unitsOf(
  input: Input,
  format: Format,
  { sourceLanguage, targetLanguage }: SourceOptions,
  context: Context,
): AsyncIterable<TranslationUnit> {
  const readOptions = {
    withoutIds: true,
    ...(sourceLanguage === undefined ? {} : { sourceLanguage }),
    ...(targetLanguage === undefined ? {} : { targetLanguage }),
  }
  if (format.readUnits !== undefined) yield* format.readUnits(input, context, readOptions)
  else if (format.readAlignment !== undefined)
    yield* toUnits(await format.readAlignment(input, context), defaultSelection)
}

/** The unit with fields of the user's, which take the place of its own of these names. */
function withFields(placed: NewUnit, fields: Readonly<Record<string, string>> | undefined): NewUnit {
  if (fields === undefined) return placed
  const { unit, context } = placed
  return { unit: { ...unit, props: { ...unit.props, ...fields } }, context }
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
  /** One more unit was handed out. */
  count(): void
  outcome(file: string, format: Format | undefined, failure: Failure | undefined): FileOutcome
}

function createLog(): Log {
  const items: ReadItem[] = []
  const diagnostics: Diagnostic[] = []
  const counts = { repaired: 0, skipped: 0 }
  let read = 0
  return {
    context: {
      report: (diagnostic) => void diagnostics.push(diagnostic),
      item: (item) => {
        counts[item.outcome]++
        if (items.length < mostItems) items.push(item)
      },
    },
    count: () => void read++,
    outcome: (file, format, failure) => ({
      file,
      ...(format === undefined ? {} : { format: format.name }),
      outcome: failure === undefined ? 'whole' : read > 0 ? 'partly' : 'not read',
      read,
      ...counts,
      items,
      diagnostics,
      ...(failure === undefined ? {} : { failure }),
    }),
  }
}
