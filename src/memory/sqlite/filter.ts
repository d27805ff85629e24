import { decisionStates, relations } from '../../core/relations.ts'
import { canonicalTag } from '../../core/tags.ts'
import type { LanguageTag } from '../../core/types.ts'
import { changedRange, isLanguage } from '../filter.ts'
import { mayHold } from '../packed.ts'
import type { UnitRow } from '../store.ts'
import type { UnitFilter } from '../types.ts'
import type { Lot } from './session.ts'

/** The parts of a filter that are columns of a unit. */
export interface Bounds {
  /** Ten thousandths. */
  readonly minConfidence?: number
  /** Seconds since 1970, both inclusive. */
  readonly since?: number
  readonly until?: number
}

/** The bounds that a filter sets. */
export function boundsOf(filter: UnitFilter): Bounds {
  const { from, to } = changedRange(filter)
  return {
    ...(filter.minConfidence === undefined ? {} : { minConfidence: Math.floor(filter.minConfidence * 10_000) }),
    ...(from === undefined ? {} : { since: from }),
    ...(to === undefined ? {} : { until: to }),
  }
}

/** Judges what a unit shares with its lot. What it lets through may still fail a closer look at the unit itself. */
export function lotFilter(filter: UnitFilter): (lot: Omit<Lot, 'id' | 'source'>) => boolean {
  const wanted = {
    memories: filter.memories === undefined ? undefined : new Set(filter.memories),
    relations:
      filter.relations === undefined ? undefined : new Set(filter.relations.map((one) => relations.indexOf(one) + 1)),
    states: filter.states === undefined ? undefined : new Set(filter.states.map((one) => decisionStates.indexOf(one))),
    languages: (filter.languages ?? []).map(languageFilter),
  }
  return (lot) =>
    (filter.step === undefined || lot.step === filter.step) &&
    wanted.memories?.has(lot.memory) !== false &&
    wanted.relations?.has(lot.relation) !== false &&
    wanted.states?.has(lot.state) !== false &&
    (wanted.languages.length === 0 || hasLanguages(lot.languages, wanted.languages)) &&
    mayHold(lot.shared, filter)
}

const hasLanguages = (languages: string, wanted: readonly ((tag: LanguageTag) => boolean)[]): boolean => {
  const tags = languages.split(' ')
  return wanted.every((isWanted) => tags.some(isWanted))
}

function languageFilter(wanted: LanguageTag): (tag: LanguageTag) => boolean {
  const tag = canonicalTag(wanted) ?? wanted
  return (other) => isLanguage(canonicalTag(other) ?? other, tag)
}

/** Judges a whole unit as its living steps have made it. */
export function rowFilter(filter: UnitFilter): (row: UnitRow) => boolean {
  const isLot = lotFilter(filter)
  const { minConfidence, since, until } = boundsOf(filter)
  return (row) =>
    isLot(row) &&
    (minConfidence === undefined || (row.confidence >= 0 && row.confidence >= minConfidence)) &&
    (since === undefined || (row.changed !== 0 && row.changed >= since)) &&
    (until === undefined || (row.changed !== 0 && row.changed <= until))
}
