import { readFileSync } from 'node:fs'
import type { Level } from './levels.ts'

/** A concept table: one row a concept, one column a language, the usual rendering first. */
export interface ConceptTable {
  /** For the signature and for `lexicon list`. */
  readonly name: string
  readonly version: number
  /** BCP 47 tags; columns of one base language (simplified and traditional Chinese) are looked up as one. */
  readonly languages: readonly string[]
  /** `rows[r][c]`: renderings of concept r in language c. */
  readonly rows: readonly (readonly (readonly string[])[])[]
  /** Part of speech of concept r: n, v, a, d, m, or p for words that only join others. */
  readonly kinds: readonly string[]
  /** Probability of row r, for pairs that were learnt and not written; absent: all are sure. */
  readonly trusts?: readonly number[]
  /** Names under which rows of several files meet, such as synset ids. */
  readonly keys?: readonly string[]
  /** SPDX id or the words of its makers; absent: not stated. */
  readonly licence?: string
  /** Absent: `shipped`. */
  readonly level?: Level
}

/**
 * Reads a table of the form `pos<TAB>LANG<TAB>LANG…`, renderings separated by `;`, `#` lines are comments. A column headed
 * `probability` holds that of the row.
 */
export function parseConcepts(name: string, version: number, text: string): ConceptTable {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  const [head = '', ...body] = lines
  const heads = head.split('\t').slice(1)
  const at = heads.indexOf('probability')
  const languages = heads.filter((_, column) => column !== at)
  const cells = body.map((line) => line.split('\t').slice(1))
  const rows = cells.map((row) =>
    (at < 0 ? row : row.filter((_, column) => column !== at)).map((cell) =>
      cell.split(';').filter((form) => form !== ''),
    ),
  )
  const kinds = body.map((line) => line.slice(0, line.indexOf('\t')))
  const table = { name, version, languages, rows, kinds }
  return at < 0 ? table : { ...table, trusts: cells.map((row) => Number(row[at] ?? 0)) }
}

/** The vocabulary that ships, every file of `lexicon/core`. */
export function coreConcepts(): ConceptTable {
  return readTables(
    'core',
    coreVersion,
    coreFiles.map((file) => `core/${file}.tsv`),
  )
}
export const coreVersion = 2
export const coreFiles = [
  'law-diplomacy',
  'general',
  'technology',
  'economy-society',
  'diplomatic-phrases',
  'verbs-adverbs',
  'qualities',
  'everyday',
  'society-news',
  'nature-science',
] as const

/** Makes a table of the text of a file. */
export type TableParser = (name: string, version: number, text: string) => ConceptTable

/** One table of several files beside this one; their columns are joined by language. */
export function readTables(
  name: string,
  version: number,
  files: readonly string[],
  parse: TableParser = parseConcepts,
): ConceptTable {
  const texts = files.map((file) => readFileSync(new URL(`./${file}`, import.meta.url), 'utf8'))
  return { ...joinTables(texts.map((text) => parse(name, version, text))), name, version }
}

/** One table of several: their concepts follow each other, and their columns are joined by language. */
export function joinTables(tables: readonly ConceptTable[]): ConceptTable {
  const [first, ...others] = tables
  if (first !== undefined && others.length === 0) return first
  const languages = [...new Set(tables.flatMap((table) => table.languages.filter((language) => language !== '')))]
  const none: readonly string[] = []
  const rows = tables.flatMap((table) => {
    if (table.languages.length === languages.length && table.languages.every((one, i) => one === languages[i]))
      return table.rows
    const columns = languages.map((language) => table.languages.indexOf(language))
    return table.rows.map((row) => columns.map((column) => row[column] ?? none))
  })
  const hasTrusts = tables.some((table) => table.trusts !== undefined)
  return {
    name: tables.map((table) => table.name).join('+'),
    version: Math.max(...tables.map((table) => table.version)),
    languages,
    rows,
    kinds: tables.flatMap((table) => table.kinds),
    ...(hasTrusts ? { trusts: tables.flatMap((table) => table.trusts ?? table.rows.map(() => 1)) } : {}),
  }
}

/** Joins rows of equal key: the nouns of one synset in Dutch and in Chinese, from two files. Rows without a key stay as they are. */
export function mergeByKey(tables: readonly ConceptTable[]): ConceptTable {
  const joined = joinTables(tables)
  const keys = tables.flatMap((table) => table.keys ?? table.rows.map(() => ''))
  const places = new Map<string, number>()
  const rows: string[][][] = []
  const kinds: string[] = []
  const kept: string[] = []
  joined.rows.forEach((row, r) => {
    const key = keys[r] ?? ''
    const place = key === '' ? undefined : places.get(key)
    if (place === undefined) {
      if (key !== '') places.set(key, rows.length)
      rows.push(joined.languages.map((_, c) => [...(row[c] ?? [])]))
      kinds.push(joined.kinds[r] ?? '')
      kept.push(key)
    } else for (const [c, forms] of row.entries()) addMissing(rows[place]?.[c] ?? [], forms)
  })
  return { ...joined, rows, kinds, keys: kept }
}

function addMissing(list: string[], forms: readonly string[]): void {
  for (const form of forms) if (!list.includes(form)) list.push(form)
}
