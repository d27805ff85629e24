import { readFileSync } from 'node:fs'

/** A concept table: one row a concept, one column a language, the usual rendering first. */
export interface ConceptTable {
  /** For the signature and for `lexicon list`. */
  readonly name: string
  readonly version: number
  readonly languages: readonly string[]
  /** `rows[r][c]`: renderings of concept r in language c. */
  readonly rows: readonly (readonly (readonly string[])[])[]
  /** Part of speech of concept r: n, v, a, d, m, or p for words that only join others. */
  readonly kinds: readonly string[]
}

/** Reads a table of the form `pos<TAB>LANG<TAB>LANG…`, renderings separated by `;`, `#` lines are comments. */
export function parseConcepts(name: string, version: number, text: string): ConceptTable {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  const [head = '', ...body] = lines
  const languages = head.split('\t').slice(1)
  const rows = body.map((line) =>
    line
      .split('\t')
      .slice(1)
      .map((cell) => cell.split(';').filter((form) => form !== '')),
  )
  const kinds = body.map((line) => line.slice(0, line.indexOf('\t')))
  return { name, version, languages, rows, kinds }
}

/** The vocabulary that ships, every file of `lexicon/core`. */
export function coreConcepts(): ConceptTable {
  const texts = coreFiles.map((file) => readFileSync(new URL(`./core/${file}.tsv`, import.meta.url), 'utf8'))
  const tables = texts.map((text) => parseConcepts('core', coreVersion, text))
  return {
    name: 'core',
    version: coreVersion,
    languages: tables[0]?.languages ?? [],
    rows: tables.flatMap((table) => table.rows),
    kinds: tables.flatMap((table) => table.kinds),
  }
}
const coreVersion = 1
const coreFiles = ['law-diplomacy', 'general', 'technology', 'economy-society', 'diplomatic-phrases'] as const
