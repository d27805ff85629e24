import type { Entity, Span } from '../../core/types.ts'
import { phrasesOf, setOf, wordsOf } from '../_shared/lists.ts'
import type { WordBounds } from '../_shared/word-bounds.ts'
import * as data from './country-characters.ts'

/** A country behind a character; `isCertain` when the character alone says so. */
interface Country {
  readonly key: string
  readonly isCertain: boolean
}

interface Tables {
  readonly countries: ReadonlyMap<string, readonly Country[]>
  readonly relations: readonly string[]
  readonly ordinary: ReadonlySet<string>
  readonly ordinaryStarts: ReadonlySet<string>
}

/** A run of characters of countries with what frames it. */
interface Compound extends Span {
  /** Where the characters of countries start and end inside it. */
  readonly from: number
  readonly to: number
}

/** Finds countries that a single character stands for: `中越`, `访日`, `越方`. `taken` are places where longer names stand. */
export type CountryFinder = (text: string, span: Span, taken: readonly Entity[]) => readonly Entity[]

const mostCountries = 5

/**
 * Makes the finder. A character counts in a compound of two to five countries, or behind or before a word that goes
 * with countries, and only if no other word reaches into the compound (`今日中国`, `其中美国`, `访日本`).
 */
export function createCountryFinder(bounds: WordBounds): CountryFinder {
  const tables = readTables()
  const characters = [...tables.countries.keys()].join('')
  const behind = wordsOf(data.framesBehind).join('|')
  const pattern = new RegExp(
    `[${data.framesBefore.replaceAll(' ', '')}]?[${characters}华華]{1,${mostCountries}}(?:${behind})?`,
    'gu',
  )
  return (text, span, taken) =>
    Array.from(text.slice(span.start, span.end).matchAll(pattern)).flatMap(({ index, 0: found }) => {
      const start = span.start + index
      const compound = bestCompound({ text, start, end: start + found.length, tables, bounds, taken })
      return compound === undefined ? [] : entitiesOf(text, compound, tables)
    })
}

function readTables(): Tables {
  const countries = new Map<string, Country[]>()
  const add = (list: string, isCertain: boolean): void => {
    for (const entry of wordsOf(list)) {
      const character = entry.charAt(0)
      countries.set(character, [...(countries.get(character) ?? []), { key: `place:${entry.slice(-2)}`, isCertain }])
    }
  }
  add(data.certainCountries, true)
  add(data.possibleCountries, false)
  return {
    countries,
    relations: wordsOf(data.relationWords),
    ordinary: new Set(phrasesOf(data.ordinaryWords)),
    ordinaryStarts: setOf(data.ordinaryStarts),
  }
}

interface Search extends Span {
  readonly text: string
  readonly tables: Tables
  readonly bounds: WordBounds
  readonly taken: readonly Entity[]
}

/** The longest part of a find that holds, from the left. */
function bestCompound(search: Search): Compound | undefined {
  for (let start = search.start; start < search.end; start++)
    for (let end = search.end; end > start; end--) {
      const compound = compoundAt(search, start, end)
      if (compound !== undefined && isFree(search, compound)) return compound
    }
  return undefined
}

/** Reads a part as frame, countries, frame; undefined when it is no such compound. */
function compoundAt({ text, tables }: Search, start: number, end: number): Compound | undefined {
  const hasBefore = data.framesBefore.includes(text.charAt(start))
  const from = hasBefore ? start + 1 : start
  let to = from
  while (to < end && tables.countries.has(text.charAt(to))) to++
  if (to === from && hasBefore && end === from + 1 && /[华華]/u.test(text.charAt(from)))
    return { start, end, from, to: end }
  const behind = text.slice(to, end)
  const hasBehind = behind !== '' && wordsOf(data.framesBehind).includes(behind)
  if (to === from || (to < end && !hasBehind) || tables.ordinary.has(text.slice(start, end))) return undefined
  const isDay =
    /[日]/u.test(text.charAt(from)) && /[\p{N}一二三四五六七八九十]$/u.test(text.slice(Math.max(0, from - 1), from))
  const count = new Set(text.slice(from, to)).size
  const isPair = count >= 2 && count === to - from && hasCertain(text.slice(from, to), tables)
  return !isDay && (isPair || ((hasBefore || hasBehind) && to - from === 1)) ? { start, end, from, to } : undefined
}

function hasCertain(characters: string, { countries }: Tables): boolean {
  return [...characters].some((character) => countries.get(character)?.some((country) => country.isCertain) === true)
}

/** No longer name stands there, and every word that touches the countries lies in the compound or goes on with a relation. */
function isFree({ text, tables, bounds, taken }: Search, compound: Compound): boolean {
  if (compound.to === compound.end && tables.ordinaryStarts.has(text.slice(compound.to - 1, compound.to + 1)))
    return false
  if (taken.some(({ span }) => span.start < compound.to && span.end > compound.from)) return false
  return bounds.around(text, compound).every((word) => {
    if (word.end <= compound.from || word.start >= compound.to) return true
    if (word.start < compound.start) return false
    return word.end <= compound.end || tables.relations.some((relation) => text.startsWith(relation, compound.to))
  })
}

function entitiesOf(text: string, { from, to }: Compound, { countries }: Tables): readonly Entity[] {
  const entities: Entity[] = []
  for (let at = from; at < to; at++) {
    const span = { start: at, end: at + 1 }
    const known = countries.get(text.charAt(at)) ?? [{ key: 'place:CN', isCertain: true }]
    for (const { key, isCertain } of known)
      entities.push({ kind: 'place', span, key, by: isCertain ? 'abbreviation' : `abbreviation:if:${key}` })
  }
  return entities
}
