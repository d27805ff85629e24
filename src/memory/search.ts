import { once } from '../core/once.ts'
import { baseLanguage, undetermined } from '../core/tags.ts'
import { passesFilter } from './filter.ts'
import type { SegmentField } from './index/segment.ts'
import { judgeUnits } from './judging.ts'
import type { KnownLanguages } from './languages.ts'
import { judgeMatches, orderMatches, prepareQuery } from './match/index.ts'
import type { IndexView, PendingDocument } from './open-index.ts'
import { unpackUnit } from './packed.ts'
import type { ScriptFold } from './script-fold.ts'
import type { Store, UnitRow, View } from './store.ts'
import { baseSimilarity } from './text/distance.ts'
import { foldText, isFieldOfLanguage, printOf } from './text/fold.ts'
import { tokensOf } from './text/tokens.ts'
import type { Match, MemoryUnit, SearchQuery } from './types.ts'

/** Similarities are compared with this much leniency: 7 of 10 is .7. */
const epsilon = 1e-9

/** All matches of a query with a base similarity of at least `min`, the best first. */
export async function searchUnits(
  query: SearchQuery,
  index: IndexView,
  view: View,
  languages: KnownLanguages,
): Promise<readonly Match[]> {
  const scripts = await scriptsOf(query, languages)
  const sides = sidesOf(query, index, scripts, languages)
  const bases = new Map<number, number>()
  for (const { tokens, fields } of sides.values())
    for (const field of fields)
      for (const { owner, base } of await findAlike(field, query, tokens()))
        if (base > (bases.get(owner) ?? -1)) bases.set(owner, base)
  const matches: Match[] = []
  for (const keys of portions(bases, query.limit)) {
    matches.push(...(await judged(query, await unitsOf(view, keys), scripts, languages)))
    if (matches.length >= (query.limit ?? Number.POSITIVE_INFINITY)) break
  }
  const pending = pendingUnits(index, (document) => isNear(document, sides.get(document.field), query.min))
  return best(query, [...matches, ...(await judged(query, pending, scripts, languages))])
}

/** So many units for each match that is asked for, and so many at least, are judged before the best of them are chosen. */
const judgedForEach = 8
const judgedAtLeast = 200

/** The units found, all at once, or, where only the best matches are asked for, the most alike first and in portions. */
function portions(bases: ReadonlyMap<number, number>, limit: number | undefined): readonly (readonly number[])[] {
  const size = Math.max(judgedAtLeast, judgedForEach * (limit ?? 0))
  if (limit === undefined || bases.size <= size) return [[...bases.keys()]]
  const keys = [...bases].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([key]) => key)
  return Array.from({ length: Math.ceil(keys.length / size) }, (_, i) => keys.slice(i * size, (i + 1) * size))
}

/**
 * Matches whose text is that of the query after folding. With `foldScript` also those that are the same in another script, in
 * their punctuation and inline codes too; these are marked and `fuzzy`, with a base of 1.
 */
export async function searchExact(
  query: SearchQuery,
  index: IndexView,
  view: View,
  languages: KnownLanguages,
): Promise<readonly Match[]> {
  const asked = { ...query, min: 1 }
  const scripts = await scriptsOf(query, languages)
  const sides = sidesOf(asked, index, scripts, languages)
  const folded = foldText(query.text)
  const print = printOf(folded)
  const keys = new Set<number>()
  for (const { tokens, fields, isFolded } of sides.values())
    for (const field of fields) {
      for (const { owner } of await field.exact(print)) keys.add(owner)
      if (isFolded) for (const { owner } of await findAlike(field, asked, tokens())) keys.add(owner)
    }
  const pending = pendingUnits(index, (document) => {
    const side = sides.get(document.field)
    if (side === undefined) return false
    return foldText(document.text) === folded || (side.isFolded && isNear(document, side, 1))
  })
  const units = [...(await unitsOf(view, [...keys])), ...pending]
  const matches = await judged(asked, units, scripts, languages)
  return best(query, matches.filter(isSame))
}

const isSame = ({ kind, differences }: Match): boolean => kind !== 'fuzzy' || differences.length === 0

/**
 * What `searchExact` finds with a `min` of 1, at once; undefined when that takes a promise. What is known of names and
 * numbers is not asked: it says something of texts that differ.
 */
export function searchExactNow(
  query: SearchQuery,
  index: IndexView,
  store: Store,
  languages: KnownLanguages,
): readonly Match[] | undefined {
  const name = languages.fieldOf(query.sourceLanguage)
  if (query.foldScript === true || baseLanguage(name) === undetermined) return undefined
  const prepared = prepareQuery(query, undefined, languages.judge)
  const keys = keysNow(index.fields(name), printOf(prepared.folded))
  const rows = keys && store.unitsNow?.(keys, index.generation)
  if (rows === undefined) return undefined
  const pending = pendingUnits(index, ({ field, text }) => field === name && foldText(text) === prepared.folded)
  const units = wantedUnits(query, [...unpacked(rows), ...pending])
  return best(query, units.flatMap((unit) => judgeMatches(prepared, unit, languages.settings)).filter(isSame))
}

/** Keys of units with a text of this print; undefined when a block cannot be had at once. */
function keysNow(fields: readonly SegmentField[], print: number): readonly number[] | undefined {
  const keys = new Set<number>()
  for (const field of fields) {
    const found = field.exactNow(print)
    if (found === undefined) return undefined
    for (const { owner } of found) keys.add(owner)
  }
  return [...keys]
}

/** The part of the index that holds one language in one script, and what is looked for there. */
interface Side {
  readonly fields: readonly SegmentField[]
  readonly tokens: () => readonly string[]
  /** The tokens are folded, and the fields take such. */
  readonly isFolded: boolean
  readonly form: (tokens: readonly string[]) => readonly string[]
}

const asTheyStand = (tokens: readonly string[]): readonly string[] => tokens

/** By name of field: that of the source language, and with `foldScript` those of its other scripts. */
function sidesOf(
  query: SearchQuery,
  index: IndexView,
  scripts: ScriptFold | undefined,
  languages: KnownLanguages,
): ReadonlyMap<string, Side> {
  const own = languages.fieldOf(query.sourceLanguage)
  const tokens = once(() => tokensOf(query.text))
  return new Map(
    fieldsFor(query, own, index).map((name): readonly [string, Side] => {
      const fields = index.fields(name)
      if (name === own || scripts === undefined) return [name, { fields, tokens, isFolded: false, form: asTheyStand }]
      const form: Side['form'] = (some) => some.map(scripts.fold)
      return [name, { fields: fields.map(scripts.field), tokens: once(() => form(tokens())), isFolded: true, form }]
    }),
  )
}

/** Names of the fields to look in. A language that nobody knows may be any. */
function fieldsFor({ sourceLanguage, foldScript }: SearchQuery, own: string, index: IndexView): readonly string[] {
  if (baseLanguage(own) === undetermined) return index.fieldNames
  return index.fieldNames.filter((name) =>
    foldScript === true ? isFieldOfLanguage(name, sourceLanguage) : name === own,
  )
}

/** A unit found, and how alike one of its texts is. */
interface Alike {
  readonly owner: number
  readonly base: number
}

/** A text without a word, such as a row of stars, is found by its print alone. */
async function findAlike(
  field: SegmentField,
  query: SearchQuery,
  tokens: readonly string[],
): Promise<readonly Alike[]> {
  if (tokens.length === 0)
    return (await field.exact(printOf(foldText(query.text)))).map(({ owner }) => ({ owner, base: 1 }))
  const found = await field.fuzzy(tokens, query.min)
  return found.map(({ owner, distance, length }) => ({ owner, base: 1 - distance / Math.max(tokens.length, length) }))
}

/** Units that no segment holds, each once, that have a wanted text. */
function pendingUnits(index: IndexView, isWanted: (document: PendingDocument) => boolean): readonly MemoryUnit[] {
  return [...new Map(index.pending.filter(isWanted).map(({ unit }) => [unit.key, unit])).values()]
}

/** Whether a pending document passes the threshold. */
function isNear({ tokens }: PendingDocument, side: Side | undefined, min: number): boolean {
  if (side === undefined) return false
  const asked = side.tokens()
  const { length } = asked
  if (length === 0 || tokens.length === 0) return length === tokens.length
  const shorter = Math.min(length, tokens.length)
  if (shorter < min * Math.max(length, tokens.length) - epsilon) return false
  return baseSimilarity(asked, side.form(tokens)) >= min - epsilon
}

/** How the scripts of the source language are compared, when that is asked for. */
async function scriptsOf(query: SearchQuery, languages: KnownLanguages): Promise<ScriptFold | undefined> {
  return query.foldScript === true ? languages.scriptFold(query.sourceLanguage) : undefined
}

async function unitsOf(view: View, keys: readonly number[]): Promise<readonly MemoryUnit[]> {
  return unpacked(await view.units(keys))
}

const unpacked = (rows: readonly (UnitRow | undefined)[]): readonly MemoryUnit[] =>
  rows.flatMap((row) => (row === undefined ? [] : unpackUnit(row)))

const wantedUnits = ({ filter }: SearchQuery, units: readonly MemoryUnit[]): readonly MemoryUnit[] =>
  filter === undefined ? units : units.filter((unit) => passesFilter(unit, filter))

function judged(
  query: SearchQuery,
  units: readonly MemoryUnit[],
  scripts: ScriptFold | undefined,
  languages: KnownLanguages,
): Promise<readonly Match[]> {
  const wanted = wantedUnits(query, units)
  return judgeUnits(prepareQuery(query, scripts?.fold, languages.judge), wanted, languages)
}

function best({ limit }: SearchQuery, matches: readonly Match[]): readonly Match[] {
  const ordered = orderMatches(matches)
  return limit === undefined ? ordered : ordered.slice(0, limit)
}
