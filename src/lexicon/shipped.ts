import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type ConceptTable, coreFiles, coreVersion, readTables, type TableParser } from './concepts.ts'
import { fileBytes } from './file-bytes.ts'
import { parsePairs } from './learnt-pairs.ts'
import { packedSource } from './packed-file.ts'
import { type Source, tableSource } from './source.ts'

/** A source that comes with the program. Adding one is a file (see `parseConcepts`) and a row here. */
export interface ShippedRow {
  readonly name: string
  /** Goes up with every change of what its rows mean for an alignment; stands in signatures. */
  readonly version: number
  /** SPDX id; the comment at the head of each file says the same. */
  readonly licence: string
  /** Tables beside this file. */
  readonly files: readonly string[]
  /** How they are read; absent: as `parseConcepts` does. */
  readonly parse?: TableParser
}

/** Every source that ships. */
export const shippedRows: readonly ShippedRow[] = [
  { name: 'core', version: coreVersion, licence: 'CC0-1.0', files: coreFiles.map((file) => `core/${file}.tsv`) },
  // Names and keywords of emojis, from Unicode CLDR.
  { name: 'cldr', version: 48, licence: 'Unicode-3.0', files: ['cldr/keywords.tsv'] },
  // Learnt from the texts of LibreOffice, which lean to computing.
  { name: 'libreoffice', version: 7, licence: 'MPL-2.0', files: ['libreoffice/nl-zh.tsv'], parse: parsePairs },
]

/** The table of a row, from its readable files. */
export function shippedTable({ name, version, licence, files, parse }: ShippedRow): ConceptTable {
  return { ...readTables(name, version, files, parse), licence, level: 'shipped' }
}

/** Where the build puts a packed source. */
export const packedPath = (name: string): string => fileURLToPath(new URL(`./packed/${name}.zlx`, import.meta.url))

/** What ships, packed where the build has packed it, otherwise from its readable files; both give the same words. */
export function shippedSources(): readonly Source[] {
  return shippedRows.map((row) => {
    const path = packedPath(row.name)
    return existsSync(path) ? packedSource(fileBytes(path), path) : tableSource(shippedTable(row))
  })
}
