import type { Context, Format, Header, Part, Profile, Units } from './core/contracts.ts'
import type { Alignment, TranslationUnit } from './core/types.ts'
import { calledFormatToWrite, formatCalled, formatToWrite } from './format-choice.ts'
import type { Ability } from './formats/index.ts'
import { spareEdited } from './spared-edits.ts'
import type { Spare } from './spared-files.ts'
import { defaultSelection, exportedBeads, type Selection, toUnits, toUnitsInTurns } from './units.ts'
import { version } from './version.ts'
import { type Chunks, writeWhole } from './whole-file.ts'

/** What goes into an output, and in which format. */
export interface OutputOptions {
  readonly selection: Selection
  /** Name or extension of the format; absent: the ending of the file name decides. */
  readonly format?: string
  /** Prefers the format `.VARIANT.EXT` for files that end in `.EXT`: `21` makes every `.xlf` XLIFF 2.1. */
  readonly variant?: string
  /** ISO 8601; absent, so that the same input gives the same bytes, unless a date was asked for. */
  readonly date?: string
  /** Leaves out the ids of units. */
  readonly omitIds: boolean
  /** The tool that TMX files are written for; `plain` when absent. */
  readonly profile?: Profile
  /** Asked of every file before the first one is written. */
  readonly spare?: Spare
}

/** Translations and partial pairs, in the format of the file name. */
export const defaultOutputOptions: OutputOptions = { selection: defaultSelection, omitIds: false }

/** What a format can do with an alignment: write all of it, or the units that the selection lets out. */
const alignmentAbilities: readonly Ability[] = ['writeAlignment', 'writeUnits', 'writeParts']

/**
 * Writes an alignment and gives the paths written: one, or several for formats that are a set of files. Each is written whole
 * or not at all. Fails with WRITE_FAILED over an alignment that has edits, where these would not fit any more.
 */
export async function writeAlignment(
  alignment: Alignment,
  path: string,
  options: OutputOptions,
  context: Context,
): Promise<readonly string[]> {
  const format = outputFormat(path, options)
  const units = format.writeAlignment === undefined ? await toUnitsInTurns(alignment, options.selection) : []
  return writeFormat({ alignment, units }, path, format, options, context)
}

/** The same, with the number of units that the selection lets out, also where the format holds the whole alignment. */
export async function writeCounted(
  alignment: Alignment,
  path: string,
  options: OutputOptions,
  context: Context,
): Promise<{ readonly paths: readonly string[]; readonly units: number }> {
  const format = outputFormat(path, options)
  const units = await toUnitsInTurns(alignment, options.selection)
  const paths = await writeFormat({ alignment, units }, path, format, options, context)
  return { paths, units: units.length }
}

async function writeFormat(
  { alignment, units }: { readonly alignment: Alignment; readonly units: readonly TranslationUnit[] },
  path: string,
  format: Format,
  options: OutputOptions,
  context: Context,
): Promise<readonly string[]> {
  const header = alignmentHeader(alignment, options)
  if (format.writeParts !== undefined)
    return writeParts(path, format, format.writeParts(units, header, context), options)
  await options.spare?.(path)
  await spareEdited(format.readAlignment === undefined ? undefined : alignment)(path)
  await writeWhole(
    path,
    format.writeAlignment === undefined
      ? (format.writeUnits?.(units, header, context) ?? [])
      : alignmentChunks(alignment, format, options, context),
  )
  return [path]
}

/** The format that an output will have. Fails with FORMAT_UNKNOWN or FORMAT_CANNOT_WRITE, before any work is done. */
export function outputFormat(path: string, options: Pick<OutputOptions, 'format' | 'variant'>): Format {
  if (options.format !== undefined) return variantOf(calledFormatToWrite(options.format, alignmentAbilities), options)
  return variantOf(formatToWrite(path, alignmentAbilities), options)
}

function variantOf(format: Format, { variant }: Pick<OutputOptions, 'variant'>): Format {
  const [extension] = format.extensions
  return (variant === undefined ? undefined : formatCalled(`.${variant}${extension}`)) ?? format
}

/** The text of an alignment in one format; for standard output. */
export function alignmentChunks(
  alignment: Alignment,
  format: Format,
  options: OutputOptions,
  context: Context,
): Chunks {
  if (format.writeAlignment !== undefined)
    return format.writeAlignment(alignment, exportedBeads(alignment, options.selection), context)
  const units: Units = toUnits(alignment, options.selection)
  return format.writeUnits?.(units, alignmentHeader(alignment, options), context) ?? []
}

/** What writers need to know of an alignment beside its units. */
export function alignmentHeader({ source, target, signature }: Alignment, options: OutputOptions): Header {
  return {
    sourceLanguage: source.language.tag,
    targetLanguage: target.language.tag,
    sourceFile: source.id,
    targetFile: target.id,
    tool,
    version,
    signature,
    ...(options.date === undefined ? {} : { date: options.date }),
    omitIds: options.omitIds,
    ...(options.profile === undefined ? {} : { profile: options.profile }),
  }
}

/** Name of the tool in every export. */
export const tool = 'zinpaar'

/** Writes the files of a format that is a set of files: the suffix of each takes the place of the extension. */
export async function writeParts(
  path: string,
  format: Format,
  parts: readonly Part[],
  { spare }: Pick<OutputOptions, 'spare'> = {},
): Promise<readonly string[]> {
  const ending = format.extensions.find((extension) => path.toLowerCase().endsWith(extension)) ?? ''
  const stem = path.slice(0, path.length - ending.length)
  const paths = parts.map((part) => `${stem}${part.suffix}`)
  for (const each of paths) await spare?.(each)
  for (const [i, part] of parts.entries()) await writeWhole(paths[i] ?? '', part.text)
  return paths
}
