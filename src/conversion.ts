import type { Context, Format, Header, Input, Part, UnitReadOptions, Units } from './core/contracts.ts'
import { AppError } from './core/errors.ts'
import { undetermined } from './core/tags.ts'
import type { Alignment, LanguageTag, TranslationUnit } from './core/types.ts'
import { calledFormatToRead, formatToRead } from './format-choice.ts'
import type { Ability } from './formats/index.ts'
import { alignmentChunks, alignmentHeader, type OutputOptions, outputFormat, tool } from './outputs.ts'
import { spareEdited } from './spared-edits.ts'
import { joinedSpare, type Spare, spareTexts } from './spared-files.ts'
import { toUnits } from './units.ts'
import { version } from './version.ts'
import type { Chunks } from './whole-file.ts'

/** What is read and what is written. */
export interface ConvertOptions extends OutputOptions {
  /** Name or extension of the format of the input; absent: its name and first bytes decide. */
  readonly from?: string
  /** Languages of the two sides; absent: the commonest of the input. */
  readonly sourceLanguage?: LanguageTag
  readonly targetLanguage?: LanguageTag
  /** Of a damaged file keeps the units before the damage, which is reported, instead of failing. */
  readonly salvage: boolean
}

/** A conversion that has been prepared: nothing is written yet, and of the units none is in memory. */
export interface Conversion {
  readonly from: Format
  readonly to: Format
  readonly sourceLanguage: LanguageTag
  readonly targetLanguage: LanguageTag
  /** What to write: one text, or the parts of a format that is a set of files. */
  readonly content: { readonly chunks: Chunks } | { readonly parts: readonly Part[] }
  /** Spares the texts of an alignment, and what people have edited. */
  readonly spare: Spare
  /** How many units have gone out so far; all of them once the content has been read to its end. */
  unitCount(): number
}

/**
 * Prepares to turn an alignment or a file of units into another format. Units are streamed: a first pass counts languages
 * where they are not given, a second one writes. Fails with FORMAT_CANNOT_READ, FORMAT_CANNOT_WRITE, FORMAT_UNKNOWN, and while
 * the content is read with what the reader fails with.
 */
export async function prepareConversion(
  input: Input,
  output: string,
  options: ConvertOptions,
  context: Context,
): Promise<Conversion> {
  const to = outputFormat(output, options)
  const from = await inputFormat(input, options.from)
  if (from.readAlignment !== undefined)
    return fromAlignment(input, await from.readAlignment(input, context), from, to, options, context)
  if (to.writeUnits === undefined && to.writeParts === undefined)
    throw new AppError(
      'FORMAT_CANNOT_WRITE',
      `${to.title} can be made from an alignment only, and ${input.name} holds none`,
    )
  return fromUnits(input, from, to, options, context)
}

const readable: readonly Ability[] = ['readAlignment', 'readUnits']

async function inputFormat(input: Input, called: string | undefined): Promise<Format> {
  const found = called === undefined ? await formatToRead(input, readable) : calledFormatToRead(called, readable)
  if (found !== undefined) return found
  throw new AppError('FORMAT_CANNOT_READ', `${input.name}: neither its name nor its first bytes tell what it is`, {
    hint: 'Say what it is with --from, as in --from tmx.',
  })
}

function fromAlignment(
  input: Input,
  alignment: Alignment,
  from: Format,
  to: Format,
  options: ConvertOptions,
  context: Context,
): Conversion {
  const units = toUnits(alignment, options.selection)
  const parts = to.writeParts?.(units, alignmentHeader(alignment, options), context)
  return {
    from,
    to,
    sourceLanguage: alignment.source.language.tag,
    targetLanguage: alignment.target.language.tag,
    content: parts === undefined ? { chunks: alignmentChunks(alignment, to, options, context) } : { parts },
    spare: joinedSpare(
      spareTexts(alignment, input.name),
      spareEdited(to.readAlignment === undefined ? undefined : alignment),
    ),
    unitCount: () => units.length,
  }
}

async function fromUnits(
  input: Input,
  from: Format,
  to: Format,
  options: ConvertOptions,
  context: Context,
): Promise<Conversion> {
  const read = (to: Context): AsyncIterable<TranslationUnit> =>
    salvaged(from.readUnits?.(input, to, statedLanguages(options)) ?? noUnits(), options.salvage, to)
  const languages = await languagesOf(read, options)
  const header = unitsHeader(input, languages, options)
  let count = 0
  let readings = 0
  const units: Units = {
    async *[Symbol.asyncIterator]() {
      // A set of files reads the units once for each; only the first reading reports and counts.
      const isFirst = readings++ === 0
      for await (const unit of read(isFirst ? context : silent(context))) {
        if (isFirst) count++
        yield unit
      }
    },
  }
  const parts = to.writeParts?.(units, header, context)
  return {
    from,
    to,
    sourceLanguage: header.sourceLanguage,
    targetLanguage: header.targetLanguage,
    content: parts === undefined ? { chunks: to.writeUnits?.(units, header, context) ?? [] } : { parts },
    spare: joinedSpare(),
    unitCount: () => count,
  }
}

/** What the user says of the languages counts for files that do not say it themselves. */
const statedLanguages = ({ sourceLanguage, targetLanguage }: ConvertOptions): UnitReadOptions => ({
  ...(sourceLanguage === undefined ? {} : { sourceLanguage }),
  ...(targetLanguage === undefined ? {} : { targetLanguage }),
})

async function* noUnits(): AsyncIterable<TranslationUnit> {}

/** The same context, without reports. */
const silent = ({ progress, item, ...context }: Context): Context => ({ ...context, report: () => undefined })

/** Units up to the damage, which becomes a diagnostic. */
async function* salvaged(
  units: AsyncIterable<TranslationUnit>,
  isWanted: boolean,
  context: Context,
): AsyncIterable<TranslationUnit> {
  try {
    yield* units
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'READ_MALFORMED') throw error
    const hint = `${error.hint} With --salvage, what stands before this place is kept.`
    if (!isWanted) throw new AppError(error.code, error.message, { hint, cause: error })
    context.report({
      code: error.code,
      level: 'error',
      message: error.message,
      hint: 'All before this place was kept.',
    })
  }
}

interface Languages {
  readonly source: LanguageTag
  readonly target: LanguageTag
}

/** The languages asked for, or the commonest source language of the units and the commonest other one beside it. */
async function languagesOf(
  read: (context: Context) => AsyncIterable<TranslationUnit>,
  { sourceLanguage, targetLanguage }: ConvertOptions,
): Promise<Languages> {
  if (sourceLanguage !== undefined && targetLanguage !== undefined)
    return { source: sourceLanguage, target: targetLanguage }
  const sources = new Map<LanguageTag, number>()
  const all = new Map<LanguageTag, number>()
  for await (const unit of read({ report: () => undefined })) {
    add(sources, unit.sourceLanguage)
    for (const language of new Set(unit.variants.map((variant) => variant.language))) add(all, language)
  }
  const source = sourceLanguage ?? commonest(sources, targetLanguage) ?? undetermined
  return { source, target: targetLanguage ?? commonest(all, source) ?? undetermined }
}

const add = (counts: Map<string, number>, key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1)

/** The key with the highest count, the first of equals; `except` never. */
function commonest(counts: ReadonlyMap<string, number>, except: string | undefined): string | undefined {
  const others = [...counts].filter(([key]) => key !== except)
  return others.reduce<readonly [string, number] | undefined>(
    (best, one) => (best === undefined || one[1] > best[1] ? one : best),
    undefined,
  )?.[0]
}

function unitsHeader(input: Input, { source, target }: Languages, options: ConvertOptions): Header {
  return {
    sourceLanguage: source,
    targetLanguage: target,
    sourceFile: input.name,
    targetFile: input.name,
    tool,
    version,
    signature: `convert|v:${version}`,
    ...(options.date === undefined ? {} : { date: options.date }),
    omitIds: options.omitIds,
    ...(options.profile === undefined ? {} : { profile: options.profile }),
  }
}
