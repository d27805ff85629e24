import { basename } from 'node:path'
import type { Context, Format, Header, Units } from './core/contracts.ts'
import { AppError } from './core/errors.ts'
import { baseLanguage, undetermined } from './core/tags.ts'
import type { LanguageTag, TranslationUnit } from './core/types.ts'
import { formats } from './formats/index.ts'
import { standardPath } from './input.ts'
import type { Memory } from './memory/memory.ts'
import type { UnitFilter } from './memory/types.ts'
import { type OutputOptions, outputFormat, tool, writeParts } from './outputs.ts'
import { version } from './version.ts'
import { type Chunks, writeWhole } from './whole-file.ts'

/** Which units of a memory are written, and how. */
export interface MemoryExportOptions extends Omit<OutputOptions, 'selection'> {
  readonly filter: UnitFilter
  /** Languages of the two sides; absent: the commonest of the memory. Formats of many languages write all of a unit's. */
  readonly sourceLanguage?: LanguageTag
  readonly targetLanguage?: LanguageTag
}

/** What was written. */
export interface MemoryExport {
  readonly paths: readonly string[]
  readonly units: number
  readonly sourceLanguage: LanguageTag
  readonly targetLanguage: LanguageTag
}

/**
 * Writes the units that pass the filter, streamed and in the order in which they came in; to the file, whole or not at all,
 * unless `writeText` takes the text elsewhere. Fails with FORMAT_… and WRITE_FAILED.
 */
export async function exportMemory(
  memory: Memory,
  path: string,
  options: MemoryExportOptions,
  context: Context,
  writeText: (chunks: Chunks) => Promise<void> = (chunks) => writeWhole(path, chunks),
): Promise<MemoryExport> {
  const format = exportFormat(path, options)
  const languages = await languagesOf(memory, options)
  const header = headerOf(memory, languages, options)
  let units = 0
  const filter: UnitFilter = { ...options.filter, languages: options.filter.languages ?? askedFor(options) }
  const total = (await memory.counts()).units
  const stream = async function* (): AsyncGenerator<TranslationUnit> {
    // Parts of one format are written one after another, each from all units.
    units = 0
    for await (const { unit } of memory.units(filter)) {
      units++
      if (units % 1000 === 0) context.progress?.('exporting', units, total)
      yield unit
    }
  }
  const paths = await write(path, format, { [Symbol.asyncIterator]: stream }, header, context, writeText)
  return { paths, units, sourceLanguage: languages.source, targetLanguage: languages.target }
}

/** The format that an export will have. Fails with FORMAT_UNKNOWN or FORMAT_CANNOT_WRITE, before any work is done. */
export function exportFormat(path: string, options: Pick<OutputOptions, 'format' | 'variant'>): Format {
  const format = outputFormat(path, options)
  if (format.writeParts !== undefined && path === standardPath)
    throw new AppError('FORMAT_CANNOT_WRITE', `${format.title} is several files`, {
      hint: 'Give a file name; the others get its name and their own endings.',
    })
  if (format.writeUnits !== undefined || format.writeParts !== undefined) return format
  const endings = formats.filter(({ can }) => can.includes('writeUnits') || can.includes('writeParts'))
  throw new AppError('FORMAT_CANNOT_WRITE', `${path}: ${format.title} is made from an alignment, not from a memory`, {
    hint: `A memory is written to files that end in ${endings.map(({ extensions }) => extensions[0]).join(' ')}.`,
  })
}

/** Languages that the user named: units without them are of no use. */
const askedFor = ({ sourceLanguage, targetLanguage }: MemoryExportOptions): readonly LanguageTag[] =>
  [sourceLanguage, targetLanguage].flatMap((tag) => tag ?? [])

async function write(
  path: string,
  format: Format,
  units: Units,
  header: Header,
  context: Context,
  writeText: (chunks: Chunks) => Promise<void>,
): Promise<readonly string[]> {
  if (format.writeParts !== undefined) return writeParts(path, format, format.writeParts(units, header, context))
  const chunks = format.writeUnits?.(units, header, context) ?? []
  await writeText(chunks)
  return [path]
}

interface Languages {
  readonly source: LanguageTag
  readonly target: LanguageTag
}

/** The languages asked for, else those that most units have, the source as the first such unit has it. */
async function languagesOf(memory: Memory, options: MemoryExportOptions): Promise<Languages> {
  const { sourceLanguage, targetLanguage } = options
  if (sourceLanguage !== undefined && targetLanguage !== undefined)
    return { source: sourceLanguage, target: targetLanguage }
  const { byLanguages } = await memory.counts()
  const asked = askedFor(options).map(baseLanguage)
  const commonest = Object.entries(byLanguages)
    .sort((a, b) => b[1] - a[1])
    .map(([tags]) => tags.split(' '))
    .find((tags) => asked.every((language) => tags.some((tag) => baseLanguage(tag) === language)))
  const source = sourceLanguage ?? (await firstSource(memory, commonest ?? [], targetLanguage)) ?? undetermined
  const others = (commonest ?? []).filter((tag) => tag !== source)
  const other = others.find((tag) => baseLanguage(tag) !== baseLanguage(source)) ?? others[0]
  return { source, target: targetLanguage ?? other ?? undetermined }
}

async function firstSource(
  memory: Memory,
  languages: readonly LanguageTag[],
  except: LanguageTag | undefined,
): Promise<LanguageTag | undefined> {
  for await (const { unit } of memory.units({ languages }))
    return unit.sourceLanguage === except ? languages.find((tag) => tag !== except) : unit.sourceLanguage
  return undefined
}

function headerOf(memory: Memory, { source, target }: Languages, options: MemoryExportOptions): Header {
  return {
    sourceLanguage: source,
    targetLanguage: target,
    sourceFile: basename(memory.name),
    targetFile: basename(memory.name),
    tool,
    version,
    signature: `memory|v:${version}`,
    ...(options.date === undefined ? {} : { date: options.date }),
    omitIds: options.omitIds,
  }
}
