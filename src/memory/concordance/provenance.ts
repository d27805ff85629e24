import { changedSeconds } from '../dates.ts'
import type { ConcordanceHit } from './types.ts'

/** The document that the text of a hit comes from, else the one of its other side; empty when nobody says. */
export function documentOf({ unit, variant }: ConcordanceHit): string {
  const { origin, sourceLanguage } = unit.unit
  if (origin === undefined) return ''
  const { sourceFile, targetFile } = origin
  return variant.language === sourceLanguage ? sourceFile || targetFile : targetFile || sourceFile
}

/** When the unit of a hit was last changed, else made, in ISO 8601; empty when nobody says. */
export function dateOf({ unit }: ConcordanceHit): string {
  const seconds = changedSeconds(unit.unit.props)
  return seconds === 0 ? '' : new Date(seconds * 1000).toISOString().replace('.000Z', 'Z')
}
