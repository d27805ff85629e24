import { statSync } from 'node:fs'
import { basename } from 'node:path'
import type { Context } from './core/contracts.ts'
import { baseLanguage } from './core/tags.ts'
import type { LanguageTag } from './core/types.ts'
import { type ConceptTable, mergeByKey } from './lexicon/concepts.ts'
import type { Level } from './lexicon/levels.ts'
import { createLexicon, type Lexicon } from './lexicon/lexicon.ts'
import { contentHash, packTable } from './lexicon/packed-file.ts'
import { packedPath, shippedRows, shippedTable } from './lexicon/shipped.ts'
import { type Source, tableSource } from './lexicon/source.ts'
import { addedSources, sizeOfAdded, wordsFor } from './lexicon-folder.ts'
import { createStock, type Stock } from './stock.ts'

/** The lexicon in use: files given for this run, what the user has added to a folder, and what ships. */
export async function loadLexicon(
  files: readonly string[],
  folder: string | undefined,
  context: Context,
  stock: Stock,
): Promise<Lexicon> {
  const given = await fileSources(files, context)
  const added = folder === undefined ? [] : addedSources(folder, context)
  return createLexicon([...given, ...added, ...stock.lexicons()])
}

/** Says which of the files given for this run have nothing to say of a pair of languages (LEXICON_NOT_USED). */
export function warnOfIdleFiles(
  lexicon: Lexicon,
  files: readonly string[],
  [source, target]: readonly [LanguageTag, LanguageTag],
  context: Context,
): void {
  if (files.length === 0) return
  const used = new Set(lexicon.signatures(baseLanguage(source), baseLanguage(target)))
  const names = new Set(files.map((file) => basename(file)))
  for (const { info } of lexicon.sources) {
    if (!names.has(info.name) || used.has(info.signature)) continue
    context.report({
      code: 'LEXICON_NOT_USED',
      level: 'warning',
      message: `${info.name} holds words in ${info.languages.join(' and ')}, and does not help with ${source} and ${target}`,
      hint: 'Check the languages in its first line, and those of the texts.',
    })
  }
}

/** Files whose concepts have ids, such as those of a wordnet, count as one. */
async function fileSources(files: readonly string[], context: Context): Promise<readonly Source[]> {
  if (files.length === 0) return []
  const { readLexicon } = await import('./lexicon-reading.ts')
  const tables: ConceptTable[] = []
  for (const file of files) tables.push({ ...(await readLexicon(file, [], context)).table, name: basename(file) })
  const keyed = tables.filter((table) => table.keys !== undefined)
  const [first] = keyed
  const merged = first === undefined || keyed.length < 2 ? keyed : [{ ...first, ...mergeByKey(keyed) }]
  return [...tables.filter((table) => table.keys === undefined), ...merged].map((table) =>
    tableSource(table, `${table.name}.${contentHash(table)}`),
  )
}

/** A lexicon as it is listed. */
export interface LexiconRow {
  readonly name: string
  readonly level: Level
  readonly languages: readonly string[]
  /** Entries; for a pair, those that have words in both languages. */
  readonly entries: number
  /** Absent when it is not known. */
  readonly licence?: string
  /** Size of the packed file in bytes. */
  readonly bytes: number
  /** For a pair: other lexicons with which it links the two languages, and the languages in which they meet. */
  readonly through?: readonly { readonly lexicon: string; readonly languages: readonly string[] }[]
}

/** What is active: all lexicons, or those that link a pair of languages, the most trusted first. */
export async function listLexicons(
  folder: string | undefined,
  pair: readonly [LanguageTag, LanguageTag] | undefined,
  context: Context,
  stock: Stock = createStock(),
): Promise<readonly LexiconRow[]> {
  const lexicon = await loadLexicon([], folder, context, stock)
  const rows = lexicon.sources.map(async (source): Promise<LexiconRow | undefined> => {
    const { name, level, languages, licence, concepts } = source.info
    const bytes = level === 'shipped' ? await sizeOfShipped(name, stock) : await sizeOfAdded(folder ?? '', name)
    const row = { name, level, languages, ...(licence === undefined ? {} : { licence }), bytes }
    if (pair === undefined) return { ...row, entries: concepts }
    const [from, to] = [baseLanguage(pair[0]), baseLanguage(pair[1])]
    const isDirect = languages.includes(from) && languages.includes(to)
    const entries = isDirect ? await sharedConcepts(source, from, to, stock) : 0
    const through = lexicon
      .partners(source, from, to)
      .map(({ partner, pivots }) => ({ lexicon: partner, languages: pivots }))
    if (entries === 0 && through.length === 0) return undefined
    return { ...row, entries, ...(through.length === 0 ? {} : { through }) }
  })
  return (await Promise.all(rows)).filter((row) => row !== undefined)
}

async function sharedConcepts(source: Source, from: string, to: string, stock: Stock): Promise<number> {
  const words = await wordsFor([from, to], stock)
  const [left, right] = [from, to].map((language) => source.column(language, words(language))?.senses)
  const known = new Set(Array.from(left ?? [], (sense) => sense >>> 8))
  return new Set(Array.from(right ?? [], (sense) => sense >>> 8).filter((concept) => known.has(concept))).size
}

/** Where nothing was built, it is packed to see. */
async function sizeOfShipped(name: string, stock: Stock): Promise<number> {
  const found = statSync(packedPath(name), { throwIfNoEntry: false })
  if (found !== undefined) return found.size
  const row = shippedRows.find((one) => one.name === name)
  if (row === undefined) return 0
  const table = shippedTable(row)
  return packTable(table, await wordsFor(table.languages, stock)).length
}
