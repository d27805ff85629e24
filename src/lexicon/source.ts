import { baseLanguage } from '../core/tags.ts'
import type { LanguageTag } from '../core/types.ts'
import type { WordKnowledge } from './column.ts'
import type { ConceptTable } from './concepts.ts'
import { type Level, levelTrust } from './levels.ts'
import { type PackedColumn, packColumn } from './packed-column.ts'

/** What is known of a source before any of its words is loaded. */
export interface SourceInfo {
  readonly name: string
  /** What the signature calls it: `core.1`, or a name and the hash of its content. */
  readonly signature: string
  readonly level: Level
  /** Absent when its makers do not state it. */
  readonly licence?: string
  /** Base languages of its columns. */
  readonly languages: readonly string[]
  readonly concepts: number
}

/** What is known of the concepts of a source, by their numbers in it. */
export interface ConceptFacts {
  /** Part of speech, in one letter; empty when it is not known. */
  kindOf(concept: number): string
  /** Factor on the probability of pairs: that of the level times that of the row. */
  trustOf(concept: number): number
}

/** The rules of a language as a pack of one version has them. */
export type VersionedWords = WordKnowledge & { readonly tag: LanguageTag; readonly version: number }

/** One source of words; columns are loaded when they are asked for, and each time afresh. */
export interface Source {
  readonly info: SourceInfo
  column(language: string, words: VersionedWords): PackedColumn | undefined
  facts(): ConceptFacts
}

/** A table as a source; each column is packed when it is asked for. */
export function tableSource(table: ConceptTable, signature = `${table.name}.${table.version}`): Source {
  const languages = [...new Set(table.languages.filter((tag) => tag !== '').map(baseLanguage))]
  return {
    info: {
      name: table.name,
      signature,
      level: table.level ?? 'shipped',
      ...(table.licence === undefined ? {} : { licence: table.licence }),
      languages,
      concepts: table.rows.length,
    },
    column: (language, words) => packColumn(table, language, words),
    facts: () => factsOf(table),
  }
}

/** What a table says of its concepts. */
export function factsOf(table: ConceptTable): ConceptFacts {
  const level = levelTrust[table.level ?? 'shipped']
  return {
    kindOf: (concept) => table.kinds[concept]?.charAt(0) ?? '',
    trustOf: (concept) => level * (table.trusts?.[concept] ?? 1),
  }
}

/** Part of speech of words that only join others. */
export const joiningKind = 'p'
/** What stands for the part of speech in data that were not made for this, and count less. */
export const minorKind = 'x'
