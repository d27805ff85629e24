import { baseLanguage } from '../core/tags.ts'
import { passesFilter } from './filter.ts'
import { judgeMatches, type MatchSettings, orderMatches, prepareQuery } from './match/index.ts'
import type { IndexView } from './open-index.ts'
import { unpackUnit } from './packed.ts'
import type { View } from './store.ts'
import { baseSimilarity } from './text/distance.ts'
import { fieldOf, foldText, printOf } from './text/fold.ts'
import { tokensOf } from './text/tokens.ts'
import type { Match, MemoryUnit, SearchQuery } from './types.ts'

/** Similarities are compared with this much leniency: 7 of 10 is .7. */
const epsilon = 1e-9

/** All matches of a query with a base similarity of at least `min`, the best first. */
export async function searchUnits(
  query: SearchQuery,
  index: IndexView,
  view: View,
  settings: MatchSettings,
): Promise<readonly Match[]> {
  const tokens = tokensOf(query.text)
  const keys = new Set<number>()
  for (const name of fieldsFor(query, index)) {
    for (const field of index.fields(name)) {
      const found = tokens.length === 0 ? [] : await field.fuzzy(tokens, query.min)
      for (const { owner } of found) keys.add(owner)
      // A text without a word, such as a row of stars, is found by its print alone.
      if (tokens.length === 0) for (const { owner } of await field.exact(printOf(foldText(query.text)))) keys.add(owner)
    }
  }
  const names = new Set(fieldsFor(query, index))
  const pending = index.pending
    .filter(({ field, tokens: own }) => names.has(field) && isNear(tokens, own, query.min))
    .map(({ unit }) => unit)
  return judged(query, [...(await unitsOf(view, [...keys])), ...new Set(pending)], settings)
}

/** Matches whose text is that of the query after folding. */
export async function searchExact(
  query: SearchQuery,
  index: IndexView,
  view: View,
  settings: MatchSettings,
): Promise<readonly Match[]> {
  const folded = foldText(query.text)
  const print = printOf(folded)
  const keys = new Set<number>()
  const names = new Set(fieldsFor(query, index))
  for (const name of names)
    for (const field of index.fields(name)) for (const { owner } of await field.exact(print)) keys.add(owner)
  const pending = index.pending
    .filter(({ field, text }) => names.has(field) && foldText(text) === folded)
    .map(({ unit }) => unit)
  const units = [...(await unitsOf(view, [...keys])), ...new Set(pending)]
  return (await judged({ ...query, min: 1 }, units, settings)).filter(({ kind }) => kind !== 'fuzzy')
}

/** Whether a pending document passes the threshold. */
function isNear(query: readonly string[], own: readonly string[], min: number): boolean {
  if (query.length === 0 || own.length === 0) return query.length === own.length
  const shorter = Math.min(query.length, own.length)
  if (shorter < min * Math.max(query.length, own.length) - epsilon) return false
  return baseSimilarity(query, own) >= min - epsilon
}

/** The field of the source language, and with `foldScript` every field of that language. */
function fieldsFor({ sourceLanguage, foldScript }: SearchQuery, index: IndexView): readonly string[] {
  const own = fieldOf(sourceLanguage)
  if (foldScript !== true) return [own]
  const language = baseLanguage(sourceLanguage)
  return index.fieldNames.filter((name) => name === own || baseLanguage(name) === language)
}

async function unitsOf(view: View, keys: readonly number[]): Promise<readonly MemoryUnit[]> {
  const rows = await view.units(keys)
  return rows.flatMap((row) => (row === undefined ? [] : unpackUnit(row)))
}

function judged(query: SearchQuery, units: readonly MemoryUnit[], settings: MatchSettings): readonly Match[] {
  const prepared = prepareQuery(query)
  const { filter } = query
  const matches = units
    .filter((unit) => filter === undefined || passesFilter(unit, filter))
    .flatMap((unit) => judgeMatches(prepared, unit, settings))
  const ordered = orderMatches(matches)
  return query.limit === undefined ? ordered : ordered.slice(0, query.limit)
}
