import { type Dirent, readdirSync } from 'node:fs'
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Context } from './core/contracts.ts'
import { AppError } from './core/errors.ts'
import { baseLanguage } from './core/tags.ts'
import type { LanguageTag } from './core/types.ts'
import { systemCode } from './input.ts'
import { type ConceptTable, mergeByKey } from './lexicon/concepts.ts'
import { fileBytes } from './lexicon/file-bytes.ts'
import type { Level } from './lexicon/levels.ts'
import { bytesIn, hasKeys, packedSource, packTable, unpackTable } from './lexicon/packed-file.ts'
import { shippedRows } from './lexicon/shipped.ts'
import type { Source, SourceInfo, VersionedWords } from './lexicon/source.ts'
import type { LexiconReading } from './lexicon-reading.ts'
import { createStock, type Stock } from './stock.ts'

const ending = '.zlx'
/** Names that stand for something else on the command line or in signatures. */
const reservedNames = ['none', ...shippedRows.map((row) => row.name)]

/** What the user says of a lexicon that its file does not, or says otherwise. */
export interface AddOptions {
  /** Absent: the name of the file. */
  readonly name?: string
  readonly languages?: readonly LanguageTag[]
  readonly licence?: string
  readonly level?: Level
}

/** A lexicon as it was added. */
export interface AddedLexicon extends Pick<LexiconReading, 'format' | 'kept' | 'skipped'> {
  readonly info: SourceInfo
  /** Size of the packed file. */
  readonly bytes: number
  /** `replaced` an older one of the name, or was `merged` with it by the ids of its concepts. */
  readonly how: 'new' | 'replaced' | 'merged'
}

/**
 * Reads a file and keeps it, packed, in the folder of a user's data, where later alignments find it. Fails as `readLexicon`
 * does, with USAGE for a name that cannot be one, and with WRITE_FAILED.
 */
export async function addLexicon(
  folder: string,
  path: string,
  options: AddOptions,
  context: Context,
  stock: Stock = createStock(),
): Promise<AddedLexicon> {
  const { readLexicon } = await import('./lexicon-reading.ts')
  const reading = await readLexicon(path, options.languages ?? [], context)
  const name = checkedName(options.name ?? reading.table.name)
  const target = pathOf(folder, name)
  const isThere = filesIn(folder).includes(`${name}${ending}`)
  const own: ConceptTable = {
    ...reading.table,
    name,
    ...(options.licence === undefined ? {} : { licence: options.licence }),
    ...(options.level === undefined ? {} : { level: options.level }),
  }
  const before = isThere && own.keys !== undefined ? keyedTable(target) : undefined
  const table = before === undefined ? own : mergedTable(before, own)
  const bytes = packTable(table, await wordsFor(table.languages, stock))
  await writeBytes(folder, target, bytes)
  const { info } = packedSource(bytesIn(bytes), target)
  const how = before !== undefined ? 'merged' : isThere ? 'replaced' : 'new'
  const { format, kept, skipped } = reading
  return { info, bytes: bytes.length, how, format, kept, skipped }
}

/** Rows of equal key become one; a language that is there already is given anew. */
function mergedTable(before: ConceptTable, own: ConceptTable): ConceptTable {
  const languages = before.languages
    .map((language, c) => ({ language, c }))
    .filter(({ language }) => !own.languages.includes(language))
  const kept = {
    ...before,
    languages: languages.map(({ language }) => language),
    rows: before.rows.map((row) => languages.map(({ c }) => row[c] ?? [])),
  }
  const licence = [...new Set([before.licence, own.licence].flatMap((one) => one?.split(' AND ') ?? []))].join(' AND ')
  const { name, level } = own
  return {
    ...mergeByKey([kept, own]),
    name,
    version: 1,
    ...(level === undefined ? {} : { level }),
    ...(licence === '' ? {} : { licence }),
  }
}

/** Takes an added lexicon away. Fails with LEXICON_NOT_FOUND. */
export async function removeLexicon(folder: string, name: string): Promise<void> {
  try {
    await rm(pathOf(folder, checkedName(name)))
  } catch (error) {
    if (systemCode(error) === 'ENOENT') throw new AppError('LEXICON_NOT_FOUND', `no lexicon called ${name} was added`)
    throw new AppError('WRITE_FAILED', `${pathOf(folder, name)} could not be removed`, { cause: error })
  }
}

/** The lexicons in a folder, by name. One that cannot be read is reported (LEXICON_DAMAGED) and left out. */
export function addedSources(folder: string, context: Context): readonly Source[] {
  return filesIn(folder).flatMap((file) => {
    const path = join(folder, 'lexicons', file)
    try {
      return [packedSource(fileBytes(path), path)]
    } catch (error) {
      const hint = `Take it away with \`zinpaar lexicon remove ${file.slice(0, -ending.length)}\` and add it again.`
      const message = error instanceof AppError ? error.message : `${path} cannot be read`
      context.report({ code: 'LEXICON_DAMAGED', level: 'warning', message: `${message}; it is not used`, hint })
      return []
    }
  })
}

/** Size of an added lexicon in bytes. */
export const sizeOfAdded = async (folder: string, name: string): Promise<number> =>
  (await stat(pathOf(folder, name))).size

/** The rules of languages by their base tags, from their packs. */
export async function wordsFor(
  tags: readonly LanguageTag[],
  stock: Stock,
): Promise<(language: string) => VersionedWords> {
  const languages = [...new Set(tags.filter((tag) => tag !== '').map(baseLanguage))]
  const packs = new Map(
    await Promise.all(languages.map(async (language) => [language, await stock.pack(language)] as const)),
  )
  return (language) => {
    const pack = packs.get(language)
    if (pack === undefined) throw new Error(`no pack was loaded for ${language}`)
    return pack
  }
}

const pathOf = (folder: string, name: string): string => join(folder, 'lexicons', `${name}${ending}`)

function checkedName(name: string): string {
  const isPlain = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._ -]{0,63}$/u.test(name) && !name.endsWith('.')
  if (isPlain && !reservedNames.includes(name)) return name
  const reason = isPlain ? 'is taken' : 'cannot be the name of a lexicon'
  throw new AppError('USAGE', `${name} ${reason}`, {
    hint: 'Give it another one with --name: letters, digits, . _ and -.',
  })
}

/** The table of a packed lexicon whose concepts have keys; undefined for any other, and for a damaged one. */
function keyedTable(path: string): ConceptTable | undefined {
  try {
    return hasKeys(fileBytes(path), path) ? unpackTable(fileBytes(path), path) : undefined
  } catch {
    return undefined
  }
}

function filesIn(folder: string): readonly string[] {
  let found: readonly Dirent[] = []
  try {
    found = readdirSync(join(folder, 'lexicons'), { withFileTypes: true })
  } catch {
    return []
  }
  return found
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => entry.name)
    .sort()
}

/** Whole or not at all, so that an alignment that runs at the same time reads the old one or the new one. */
async function writeBytes(folder: string, path: string, bytes: Uint8Array): Promise<void> {
  const part = `${path}.${process.pid}.part`
  try {
    await mkdir(join(folder, 'lexicons'), { recursive: true })
    await writeFile(part, bytes)
    await rename(part, path)
  } catch (cause) {
    await rm(part, { force: true }).catch(() => undefined)
    throw new AppError('WRITE_FAILED', `${path} could not be written`, { cause })
  }
}
