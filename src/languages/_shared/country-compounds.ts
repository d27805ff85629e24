import type { Entity, Span } from '../../core/types.ts'
import { phrasesOf, setOf, wordsOf } from './lists.ts'
import type { WordBounds } from './word-bounds.ts'

/** How a language writes countries in one character; lists parted by white space, `ordinaryWords` by `|`. */
export interface CountryCharacters {
  /** Character and ISO 3166 code: `越VN`. */
  readonly certainCountries: string
  /** Characters of several countries, or of words too: they count where the text also names the country. */
  readonly possibleCountries: string
  /** Countries of a character that means them only behind `framesBefore`: `访华`. */
  readonly framedCountries: string
  /** What stands before the character of a country: `访`, and those of them that go with hardly anything else. */
  readonly framesBefore: string
  readonly sureFramesBefore: string
  /** What stands behind it: `方`; `_` is a space. */
  readonly framesBehind: string
  /** What may follow countries inside one word, or behind a space: `关系`. */
  readonly relationWords: string
  /** Ordinary words that look like such compounds, and words that start with the character of a country. */
  readonly ordinaryWords: string
  readonly ordinaryStarts: string
  /** Characters that are no country at the end of what a frame starts: 中 (during) in `訪米中`. */
  readonly notLastFramed?: string
  /** Marks between the characters: `·` in `한·미`; empty where there are none. */
  readonly separators: string
}

/** A country behind a character; `isCertain` when the character alone says so. */
interface Country {
  readonly key: string
  readonly isCertain: boolean
}

interface Tables {
  readonly countries: ReadonlyMap<string, readonly Country[]>
  readonly framed: ReadonlyMap<string, readonly Country[]>
  readonly framesBefore: string
  readonly sureFramesBefore: string
  readonly framesBehind: ReadonlySet<string>
  readonly separators: string
  readonly notLastFramed: string
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
export function createCountryFinder(data: CountryCharacters, bounds: WordBounds): CountryFinder {
  const tables = readTables(data)
  const characters = `[${[...tables.countries.keys(), ...tables.framed.keys()].join('')}]`
  const separator = data.separators === '' ? '' : `[${data.separators}]?`
  const more = `(?:${separator}${characters}){0,${mostCountries - 1}}`
  const behind = [...tables.framesBehind].join('|')
  const pattern = new RegExp(`[${data.framesBefore}]?${characters}${more}(?:${behind})?`, 'gu')
  return (text, span, taken) =>
    Array.from(text.slice(span.start, span.end).matchAll(pattern)).flatMap(({ index, 0: found }) => {
      const start = span.start + index
      const compound = bestCompound({ text, start, end: start + found.length, tables, bounds, taken })
      return compound === undefined ? [] : entitiesOf(text, compound, tables)
    })
}

function readTables(data: CountryCharacters): Tables {
  const framesBehind = wordsOf(data.framesBehind).map((frame) => frame.replace('_', ' '))
  const countries = new Map<string, Country[]>()
  const framed = new Map<string, Country[]>()
  addCountries(countries, data.certainCountries, true)
  addCountries(countries, data.possibleCountries, false)
  addCountries(framed, data.framedCountries, true)
  return {
    countries,
    framed,
    framesBefore: data.framesBefore,
    sureFramesBefore: data.sureFramesBefore,
    framesBehind: new Set(framesBehind),
    separators: data.separators,
    notLastFramed: data.notLastFramed ?? '',
    relations: wordsOf(data.relationWords),
    ordinary: new Set(phrasesOf(data.ordinaryWords)),
    ordinaryStarts: setOf(data.ordinaryStarts),
  }
}

function addCountries(table: Map<string, Country[]>, list: string, isCertain: boolean): void {
  for (const entry of wordsOf(list)) {
    const character = entry.charAt(0)
    table.set(character, [...(table.get(character) ?? []), { key: `place:${entry.slice(-2)}`, isCertain }])
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
  const hasBefore = tables.framesBefore.includes(text.charAt(start))
  const from = hasBefore ? start + 1 : start
  const to = endOfCountries(text, from, end, tables)
  if (to === from && hasBefore && end === from + 1 && tables.framed.has(text.charAt(from)))
    return { start, end, from, to: end }
  if (to === from || (to < end && !tables.framesBehind.has(text.slice(to, end)))) return undefined
  if (tables.ordinary.has(text.slice(start, end)) && !goesOnWithRelation(text, end, tables)) return undefined
  if (isDay(text, from)) return undefined
  if (hasBefore && to - from > 1 && to === end && tables.notLastFramed.includes(text.charAt(to - 1))) return undefined
  const compound = { start, end, from, to }
  return isPair(text, compound, tables) || isFramed(text, compound, tables) ? compound : undefined
}

function endOfCountries(text: string, from: number, end: number, { countries, separators }: Tables): number {
  let to = from
  while (to < end && countries.has(text.charAt(to))) {
    const isParted = separators.includes(text.charAt(to + 1)) && countries.has(text.charAt(to + 2)) && to + 2 < end
    to += isParted && separators !== '' ? 2 : 1
  }
  return to
}

/** 日 behind a number is a day. */
function isDay(text: string, at: number): boolean {
  return text.charAt(at) === '日' && /[\p{N}一二三四五六七八九十]$/u.test(text.slice(Math.max(0, at - 1), at))
}

/** Two countries or more, each once; where a character has other meanings, a word such as 关系 must follow. */
function isPair(text: string, { from, to }: Compound, tables: Tables): boolean {
  const characters = [...text.slice(from, to)].filter((character) => tables.countries.has(character))
  if (characters.length < 2 || new Set(characters).size < characters.length) return false
  const certain = characters.filter((character) => isCertain(character, tables)).length
  return certain === characters.length || (certain > 0 && goesOnWithRelation(text, to, tables))
}

/** One country with a word before or behind it that goes with countries. */
function isFramed(text: string, { start, end, from, to }: Compound, tables: Tables): boolean {
  if (to - from !== 1 || end - start === 1) return false
  return isCertain(text.charAt(from), tables) || to < end || tables.sureFramesBefore.includes(text.charAt(start))
}

function isCertain(character: string, { countries }: Tables): boolean {
  return countries.get(character)?.some((country) => country.isCertain) === true
}

function goesOnWithRelation(text: string, at: number, { relations }: Tables): boolean {
  const next = text.charAt(at) === ' ' ? at + 1 : at
  return relations.some((relation) => text.startsWith(relation, next))
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

function entitiesOf(text: string, { from, to }: Compound, { countries, framed }: Tables): readonly Entity[] {
  const entities: Entity[] = []
  for (let at = from; at < to; at++) {
    const span = { start: at, end: at + 1 }
    const known = countries.get(text.charAt(at)) ?? framed.get(text.charAt(at)) ?? []
    for (const { key, isCertain } of known)
      entities.push({ kind: 'place', span, key, by: isCertain ? 'abbreviation' : `abbreviation:if:${key}` })
  }
  return entities
}
