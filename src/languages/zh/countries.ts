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
  if (isDay(text, from)) return undefined
  const compound = { start, end, from, to }
  return isPair(text, compound, tables) || isFramed(text, compound, tables) ? compound : undefined
}

/** 日 behind a number is a day. */
function isDay(text: string, at: number): boolean {
  return text.charAt(at) === '日' && /[\p{N}一二三四五六七八九十]$/u.test(text.slice(Math.max(0, at - 1), at))
}

/** Two countries or more, each once; where a character has other meanings, a word such as 关系 must follow. */
function isPair(text: string, { from, to }: Compound, tables: Tables): boolean {
  const characters = [...text.slice(from, to)]
  if (characters.length < 2 || new Set(characters).size < characters.length) return false
  const certain = characters.filter((character) => isCertain(character, tables)).length
  return certain === characters.length || (certain > 0 && goesOnWithRelation(text, to, tables))
}

/** One country with a word before or behind it that goes with countries. */
function isFramed(text: string, { start, end, from, to }: Compound, tables: Tables): boolean {
  if (to - from !== 1 || end - start === 1) return false
  return isCertain(text.charAt(from), tables) || to < end || data.sureFramesBefore.includes(text.charAt(start))
}

function isCertain(character: string, { countries }: Tables): boolean {
  return countries.get(character)?.some((country) => country.isCertain) === true
}

function goesOnWithRelation(text: string, at: number, { relations }: Tables): boolean {
  return relations.some((relation) => text.startsWith(relation, at))
}

/** No longer name stands there, and every word that touches the countries lies in the compound or goes on with a relation. */
function isFree({ text, tables, bounds, taken }: Search, compound: Compound): boolean {
  if (compound.to === compound.end && tables.ordinaryStarts.has(text.slice(compound.to - 1, compound.to + 1)))
    return false
  if (taken.some(({ span }) => span.start < compound.to && span.end > compound.from)) return false
  return bounds.around(text, compound).every((word) => {
    if (word.end <= compound.start || word.start >= compound.end || word.start < compound.start) {
      return word.end <= compound.start || word.start >= compound.end
    }
    return word.end <= compound.end || (compound.to === compound.end && goesOnWithRelation(text, compound.to, tables))
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
