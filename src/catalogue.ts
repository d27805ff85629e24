import { errorCodes } from './core/errors.ts'
import { undetermined } from './core/tags.ts'
import type { LanguageTag } from './core/types.ts'
import { languageName } from './language-names.ts'

/** One row of the list of formats. */
export interface FormatRow {
  readonly name: string
  readonly title: string
  readonly extensions: readonly string[]
  /** What it can be read as: `text`, `alignment`, `units`. */
  readonly reads: readonly string[]
  /** What it can be written from. */
  readonly writes: readonly string[]
}

/** Every file format. */
export async function listFormats(): Promise<readonly FormatRow[]> {
  const { formats } = await import('./formats/index.ts')
  return formats.map(({ name, title, extensions, can }) => ({
    name,
    title,
    extensions,
    reads: [
      ...(can.includes('readDocument') ? ['text'] : []),
      ...(can.includes('readAlignment') ? ['alignment'] : []),
      ...(can.includes('readUnits') ? ['units'] : []),
    ],
    writes: [
      ...(can.includes('writeAlignment') ? ['alignment'] : []),
      ...(can.includes('writeUnits') || can.includes('writeParts') ? ['alignment', 'units'] : []),
    ],
  }))
}

/** One row of the list of languages. */
export interface LanguageRow {
  readonly tag: LanguageTag
  readonly name: string
  readonly scripts: readonly string[]
}

/** Every language that has a pack, and `und` for all others, which are aligned by what languages share. */
export async function listLanguages(): Promise<readonly LanguageRow[]> {
  const { languages } = await import('./languages/index.ts')
  return languages.map(({ tag, scripts }) => ({
    tag,
    name: tag === undetermined ? 'any other language' : languageName(tag),
    scripts,
  }))
}

/** One row of the list of error codes. */
export interface ErrorRow {
  readonly code: string
  readonly title: string
  readonly next: string
}

/** Every code with which a command can end. */
export async function listErrors(): Promise<readonly ErrorRow[]> {
  return Object.entries(errorCodes).map(([code, { title, next }]) => ({ code, title, next }))
}

/** One row of the list of scorers. */
export interface ScorerRow {
  readonly id: string
  readonly version: number
}

/** Every scorer that has a say in an alignment. */
export async function listScorers(): Promise<readonly ScorerRow[]> {
  const { scorers } = await import('./align/scorers/index.ts')
  return scorers.map(({ id, version }) => ({ id, version }))
}
