import { baseLanguage } from '../../core/tags.ts'
import type { Span, Variant } from '../../core/types.ts'
import type { SegmentField } from '../index/segment.ts'
import type { ScriptFold, WordFold } from '../script-fold.ts'
import { createFieldNames, fieldOf, isFieldOfLanguage } from '../text/fold.ts'
import type { MemoryUnit, UnitFilter } from '../types.ts'
import { plainTextOf } from '../variants.ts'
import { formsOf } from './forms.ts'
import { ownersMeeting } from './lookup.ts'
import { type Need, needsOf } from './needs.ts'
import { compilePattern, type Finder, patternFinder } from './pattern.ts'
import { findIn, planQuery } from './plan.ts'
import type {
  ConcordanceHit,
  ConcordancePage,
  ConcordanceQuery,
  ConcordanceSource,
  OtherSide,
  StoredTexts,
} from './types.ts'

const usualLimit = 100

/**
 * One page of the units with the text looked for: those that no segment of the index holds first, then by segment, shorter
 * texts first. Expressions and texts that the index does not help with are looked for in all units by key.
 * @throws AppError MEMORY_PATTERN for a regular expression that is none or takes too long.
 */
export async function searchConcordance(source: ConcordanceSource, query: ConcordanceQuery): Promise<ConcordancePage> {
  const { skip = 0, limit = usualLimit } = query
  const hits: ConcordanceHit[] = []
  let counted = 0
  for await (const hit of streamConcordance(source, query)) {
    counted++
    if (counted > skip + limit) break
    if (counted > skip) hits.push(hit)
  }
  return { hits, isAll: counted <= skip + limit, counted, forms: formsOf(hits) }
}

/** All units with the text looked for, as they are found, each once; `limit` and `skip` are not regarded. */
export async function* streamConcordance(
  source: ConcordanceSource,
  query: ConcordanceQuery,
): AsyncGenerator<ConcordanceHit> {
  if (query.text === '') return
  const scripts = query.foldScript === true ? await source.scriptFold?.(query.language) : undefined
  const search = prepareSearch(query, scripts)
  for await (const units of candidates(source, search)) yield* hitsAmong(source, units, search)
}

interface Search {
  readonly query: ConcordanceQuery
  readonly own: Side
  /** For texts in other scripts. */
  readonly other: Side
  /** The field of a language; remembers. */
  readonly fieldOf: (tag: string) => string
}

/** What is looked for in texts of one script. */
interface Side {
  readonly find: Finder
  /** What the index can be asked for; empty when it does not help. */
  readonly needs: readonly Need[]
  /** The field that can be asked. */
  readonly field: (field: SegmentField) => SegmentField
}

function prepareSearch(query: ConcordanceQuery, scripts: ScriptFold | undefined): Search {
  const own: Side = { ...finderOf(query), field: (field) => field }
  // An expression cannot be folded.
  const isFolded = scripts !== undefined && query.kind === 'text'
  const other = isFolded ? { ...finderOf(query, scripts.fold), field: scripts.field } : own
  return { query, fieldOf: createFieldNames(), own, other }
}

function finderOf(query: ConcordanceQuery, fold?: WordFold): Omit<Side, 'field'> {
  if (query.kind === 'regex') {
    const pattern = compilePattern(query)
    return { find: patternFinder(pattern), needs: needsOf(pattern.literals, query.caseSensitive === true) }
  }
  const plan = planQuery(query, fold)
  const needs = plan.phrase.length === 0 ? [] : [{ phrases: [plan.phrase], isLoose: false }]
  return { find: (texts) => texts.map((text) => findIn(text, plan)), needs }
}

/** What is looked for in the texts of a field. */
const sideFor = (field: string, { own, other, query, fieldOf: read }: Search): Side =>
  field === read(query.language) ? own : other

/** True when texts of a field are meant by the language of a query. */
function isMeant(field: string, tag: string, { query, fieldOf: read }: Search): boolean {
  return query.foldScript === true ? isFieldOfLanguage(field, tag) : field === read(tag)
}

/** Units that may match, in parts, none twice. */
async function* candidates(source: ConcordanceSource, search: Search): AsyncGenerator<readonly StoredTexts[]> {
  if (search.own.needs.length === 0) {
    yield* scanned(source, search)
    return
  }
  yield await source.pending()
  const asked = new Set<number>()
  for (const name of source.fieldNames.filter((field) => isMeant(field, search.query.language, search))) {
    const { needs, field: folded } = sideFor(name, search)
    for (const field of source.fields(name))
      for await (const owners of ownersMeeting(folded(field), needs)) {
        const fresh = owners.filter((owner) => !asked.has(owner) && asked.add(owner))
        yield* fetched(source, fresh)
      }
  }
}

/** Units fetched and judged at once: few at first, as nearly all of them match when many do, then more and more. */
const firstPart = 128
const largestPart = 1_024

async function* fetched(source: ConcordanceSource, keys: readonly number[]): AsyncGenerator<readonly StoredTexts[]> {
  for (let start = 0, size = firstPart; start < keys.length; start += size, size = Math.min(largestPart, 2 * size)) {
    const units = await source.texts(keys.slice(start, start + size))
    yield units.filter((unit) => unit !== undefined)
  }
}

/** Units of the first page of a scan, and of all others: the first hit is to come soon. */
const firstPage = 200
const pageSize = 2_000

async function* scanned(source: ConcordanceSource, search: Search): AsyncGenerator<readonly StoredTexts[]> {
  const filter = scanFilter(search)
  let after = 0
  for (let size = firstPage; ; size = pageSize) {
    const units = await source.scan(filter, after, size)
    const last = units.at(-1)
    if (last === undefined) return
    yield units
    after = last.key
  }
}

/** The filter of a query with its languages, so that a store can leave out more; scripts are told apart later. */
function scanFilter({ query }: Search): UnitFilter {
  const sides = query.otherLanguage === undefined ? [query.language] : [query.language, query.otherLanguage]
  const languages = sides.map((tag) => baseLanguage(fieldOf(tag)))
  return { ...query.filter, languages: [...(query.filter?.languages ?? []), ...languages] }
}

/** A variant that is to be looked through, and what stands on its other side. */
interface Candidate {
  readonly texts: StoredTexts
  readonly variant: Variant
  readonly other: Variant | undefined
}

/** Hits come one by one, so that nobody judges and unpacks more than are asked for. */
function* hitsAmong(
  source: ConcordanceSource,
  units: readonly StoredTexts[],
  search: Search,
): Generator<ConcordanceHit> {
  const { filter } = search.query
  const all = units.flatMap((texts) => candidatesIn(texts, search))
  const places = placesOf(all, search)
  let last: StoredTexts | undefined
  for (const [i, candidate] of all.entries()) {
    const spans = places[i] ?? []
    if (spans.length === 0 || candidate.texts === last) continue
    last = candidate.texts
    const unit = candidate.texts.unit()
    if (filter === undefined || source.passes(unit, filter)) yield hitOf(unit, candidate, spans, search)
  }
}

function placesOf(candidates: readonly Candidate[], search: Search): readonly (readonly Span[])[] {
  const places: (readonly Span[])[] = candidates.map(() => [])
  const sides = candidates.map(({ variant }) => sideFor(search.fieldOf(variant.language), search))
  for (const side of new Set(sides)) {
    const indexes = sides.flatMap((each, i) => (each === side ? [i] : []))
    const found = side.find(indexes.flatMap((i) => candidates[i] ?? []).map(({ variant }) => plainTextOf(variant)))
    for (const [k, i] of indexes.entries()) places[i] = found[k] ?? []
  }
  return places
}

function candidatesIn(texts: StoredTexts, search: Search): readonly Candidate[] {
  const { language, otherLanguage } = search.query
  return texts.variants.flatMap((variant) => {
    if (!isMeant(search.fieldOf(variant.language), language, search)) return []
    const other = otherSideOf(texts, variant, search)
    return other === undefined && otherLanguage !== undefined ? [] : [{ texts, variant, other }]
  })
}

/** Of several texts in the other language the last in exactly this one, else the last: where files keep the preferred one. */
function otherSideOf({ variants }: StoredTexts, variant: Variant, search: Search): Variant | undefined {
  const { otherLanguage } = search.query
  const others = variants.filter((one) => one !== variant)
  if (otherLanguage === undefined)
    return others.find(({ language }) => search.fieldOf(language) !== search.fieldOf(variant.language)) ?? others[0]
  return (
    others.findLast(({ language }) => language === otherLanguage) ??
    others.findLast(({ language }) => isMeant(search.fieldOf(language), otherLanguage, search))
  )
}

function hitOf(
  unit: MemoryUnit,
  { variant, other }: Candidate,
  spans: readonly Span[],
  search: Search,
): ConcordanceHit {
  const side: OtherSide | undefined = other && { variant: other, spans: [] }
  return {
    unit,
    variant,
    spans,
    isOtherScript: search.fieldOf(variant.language) !== search.fieldOf(search.query.language),
    ...(side === undefined ? {} : { other: side }),
  }
}
