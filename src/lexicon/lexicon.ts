import { once } from '../core/once.ts'
import { type Column, type ColumnPart, stackColumn } from './column.ts'
import { levels } from './levels.ts'
import { type Bridge, openBridge } from './pivot.ts'
import type { Source, VersionedWords } from './source.ts'

/** Another source that leads to or from one, by its name. */
export interface Partner {
  readonly partner: string
  readonly pivots: readonly string[]
}

/** All sources in use as one: concepts of all of them are numbered in one row. */
export interface Lexicon {
  /** The most trusted first. */
  readonly sources: readonly Source[]
  /** A language in all sources that have it; undefined when none does. */
  column(language: string, words: VersionedWords): Column | undefined
  /** Factor on the probability of pairs that meet in a concept: how far its source is trusted. */
  trustOf(concept: number): number
  /** True when the user wrote the concept into a glossary. */
  isOfGlossary(concept: number): boolean
  readonly hasGlossary: boolean
  /** What the signature names for a pair: what ships, and all else that links the two languages. */
  signatures(source: string, target: string): readonly string[]
  /** Sources with which this one links two languages, and the languages in which they meet. */
  partners(one: Source, source: string, target: string): readonly Partner[]
  /** Languages that a pair has to be bridged by, because two sources meet in them and one of the two lacks the pair. */
  pivotLanguages(source: string, target: string): readonly string[]
  /** The ways from concepts of the source language to concepts of the target language by a pivot language, whose words are given. */
  bridge(source: string, target: string, pivot: string, words: VersionedWords): Bridge
}

/** A lexicon of sources; nothing of them is loaded yet. The order in which they are given changes nothing. */
export function createLexicon(given: readonly Source[]): Lexicon {
  const sources = [...given].sort(byLevel)
  const firsts = firstConcepts(sources)
  const facts = sources.map((source) => once(source.facts))
  const placeOf = (concept: number): number => {
    let place = 0
    while (place + 1 < firsts.length && concept >= (firsts[place + 1] ?? 0)) place++
    return place
  }
  const part = (place: number, language: string, words: VersionedWords): ColumnPart | undefined => {
    const source = sources[place]
    const factsOf = facts[place]
    const packed = source?.info.languages.includes(language) === true ? source.column(language, words) : undefined
    if (packed === undefined || factsOf === undefined) return undefined
    return { packed, facts: factsOf(), firstConcept: firsts[place] ?? 0 }
  }
  return {
    sources,
    column(language, words) {
      const parts = sources.flatMap((_, place) => part(place, language, words) ?? [])
      return parts.length === 0 ? undefined : stackColumn(parts, words)
    },
    trustOf(concept) {
      const place = placeOf(concept)
      return facts[place]?.().trustOf(concept - (firsts[place] ?? 0)) ?? 0
    },
    hasGlossary: sources.some((source) => source.info.level === 'glossary'),
    isOfGlossary: (concept) => sources[placeOf(concept)]?.info.level === 'glossary',
    signatures(source, target) {
      const bridged = new Set(bridgedPairs(sources, source, target).flatMap(({ from, to }) => [from, to]))
      return sources.flatMap(({ info }, place) => {
        const isDirect = info.languages.includes(source) && info.languages.includes(target)
        return info.level === 'shipped' || isDirect || bridged.has(place) ? [info.signature] : []
      })
    },
    partners(one, source, target) {
      const place = sources.indexOf(one)
      return bridgedPairs(sources, source, target).flatMap(({ from, to, pivots }) => {
        const other = from === place ? sources[to] : to === place ? sources[from] : undefined
        return other === undefined ? [] : [{ partner: other.info.name, pivots }]
      })
    },
    pivotLanguages: (source, target) => [
      ...new Set(bridgedPairs(sources, source, target).flatMap(({ pivots }) => pivots)),
    ],
    bridge(source, target, pivot, words) {
      const pairs = bridgedPairs(sources, source, target).filter(({ pivots }) => pivots.includes(pivot))
      const parts = new Map<number, ColumnPart | undefined>()
      const partOf = (place: number): ColumnPart | undefined => {
        if (!parts.has(place)) parts.set(place, part(place, pivot, words))
        return parts.get(place)
      }
      return openBridge(
        pairs.flatMap(({ from, to }) => {
          const [left, right] = [partOf(from), partOf(to)]
          return left === undefined || right === undefined ? [] : [{ left, right }]
        }),
      )
    },
  }
}

/** The most trusted first, then by name and content. */
const byLevel = ({ info: a }: Source, { info: b }: Source): number =>
  levels.indexOf(a.level) - levels.indexOf(b.level) ||
  (a.signature < b.signature ? -1 : a.signature > b.signature ? 1 : 0)

function firstConcepts(sources: readonly Source[]): readonly number[] {
  const firsts: number[] = []
  let next = 0
  for (const source of sources) {
    firsts.push(next)
    next += source.info.concepts
  }
  return firsts
}

/**
 * Two sources that meet in third languages: the first has the source language, the second the target language. Sources that
 * ship are not bridged where one of them has both.
 */
interface BridgedPair {
  readonly from: number
  readonly to: number
  readonly pivots: readonly string[]
}

function bridgedPairs(sources: readonly Source[], source: string, target: string): readonly BridgedPair[] {
  const languagesOf = (place: number): readonly string[] => sources[place]?.info.languages ?? []
  const isDirect = (place: number): boolean =>
    languagesOf(place).includes(source) && languagesOf(place).includes(target)
  const isShipped = (place: number): boolean => sources[place]?.info.level === 'shipped'
  const shipsDirectly = sources.some((_, place) => isShipped(place) && isDirect(place))
  return sources.flatMap((_, from) =>
    sources.flatMap((_, to): readonly BridgedPair[] => {
      const isLinked = languagesOf(from).includes(source) && languagesOf(to).includes(target)
      const isNeedless = (isDirect(from) && isDirect(to)) || (shipsDirectly && isShipped(from) && isShipped(to))
      if (from === to || !isLinked || source === target || isNeedless) return []
      const pivots = languagesOf(from).filter(
        (language) => language !== source && language !== target && languagesOf(to).includes(language),
      )
      return pivots.length === 0 ? [] : [{ from, to, pivots }]
    }),
  )
}
