import { AppError } from '../core/errors.ts'
import { baseLanguage } from '../core/tags.ts'
import type { LanguageTag, TranslationUnit } from '../core/types.ts'
import { changedSeconds, secondsOf } from './dates.ts'
import type { MemoryUnit, UnitFilter } from './types.ts'

/**
 * Whether a unit is one of those meant. This is the truth: a store that judges part of a filter itself must let out neither
 * more nor less by that part.
 */
export function passesFilter(unit: MemoryUnit, filter: UnitFilter): boolean {
  const { memories, languages, relations, states, minConfidence, origin, user, fields, step } = filter
  const { relation, confidence, decision, variants, props } = unit.unit
  if (memories !== undefined && !memories.includes(unit.memory)) return false
  if (step !== undefined && unit.step !== step) return false
  if (relations !== undefined && (relation === undefined || !relations.includes(relation))) return false
  if (states !== undefined && !states.includes(decision.state)) return false
  if (minConfidence !== undefined && !isAtLeast(confidence, minConfidence)) return false
  if (languages?.every((tag) => variants.some((variant) => isLanguage(variant.language, tag))) === false) return false
  if (!isWithin(props, changedRange(filter))) return false
  if (origin !== undefined && !comesFrom(unit.unit, origin)) return false
  if (user !== undefined && !isBy(unit.unit, user)) return false
  return fields === undefined || hasFields(props, fields)
}

/** Units without a confidence have none that is high enough. A store keeps ten thousandths: half of one is forgiven. */
const isAtLeast = (confidence: number | undefined, min: number): boolean =>
  confidence !== undefined && confidence >= min - 1e-9

/**
 * Whether a text in language `tag` is one in the language `wanted`. What `wanted` says of script and region must hold; where
 * `tag` says nothing of them, those that are usual for it count (CLDR, likely subtags): `zh-TW` is `zh-Hant`, `nl` is `nl-NL`
 * and not `nl-BE`, and every kind of Chinese is `zh`.
 */
export function isLanguage(tag: LanguageTag, wanted: LanguageTag): boolean {
  if (tag === wanted) return true
  if (baseLanguage(tag) !== baseLanguage(wanted)) return false
  if (!/[-_]/u.test(wanted)) return true
  const [asked, full] = [localeOf(wanted), localeOf(tag)]
  if (asked === undefined || full === undefined) return false
  if (asked.script === undefined && asked.region === undefined) return true
  const { script, region } = full.maximize()
  return (asked.script ?? script) === script && (asked.region ?? region) === region
}

function localeOf(tag: LanguageTag): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag.replaceAll('_', '-'))
  } catch {
    return undefined
  }
}

/** Seconds since 1970, both inclusive; a side that is absent is open. */
export interface ChangedRange {
  readonly from?: number
  readonly to?: number
}

/**
 * What `since` and `until` of a filter mean for the time of the last change. A day, a month or a year as `until` is meant
 * to its end; times without a zone are in UTC.
 * @throws AppError USAGE when one of them is no ISO 8601 time.
 */
export function changedRange({ since, until }: UnitFilter): ChangedRange {
  if (since === undefined && until === undefined) return everyTime
  return {
    ...(since === undefined ? {} : { from: timeOf(since).from }),
    ...(until === undefined ? {} : { to: timeOf(until).to }),
  }
}
const everyTime: ChangedRange = {}

const isoPattern =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ]\d{2}:\d{2}(?::(\d{2})(?:[.,]\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?)?)?$/u

/** First and last second of the time that an ISO 8601 text names. */
function timeOf(text: string): Required<ChangedRange> {
  const [, year = '', month, day, second] = isoPattern.exec(text) ?? []
  const hasTime = text.length > 10
  const hasZone = /(?:Z|[+-]\d{2}:?\d{2})$/u.test(text.slice(10))
  const start = hasTime ? secondsOf(text.replace(' ', 'T').replace(',', '.') + (hasZone ? '' : 'Z')) : secondsOf(text)
  if (year === '' || start === undefined)
    throw new AppError('USAGE', `"${text}" is no date: write 2024-05-31, or 2024-05-31T18:00:00Z`)
  if (hasTime) return { from: start, to: second === undefined ? start + 59 : start }
  const next = day !== undefined ? start + 86_400 : startOfNext(Number(year), month)
  return { from: start, to: next - 1 }
}

const startOfNext = (year: number, month: string | undefined): number =>
  (month === undefined ? Date.UTC(year + 1, 0) : Date.UTC(year, Number(month))) / 1000

function isWithin(props: Readonly<Record<string, string>>, { from, to }: ChangedRange): boolean {
  if (from === undefined && to === undefined) return true
  const changed = changedSeconds(props)
  return changed !== 0 && (from === undefined || changed >= from) && (to === undefined || changed <= to)
}

function comesFrom({ origin }: TranslationUnit, part: string): boolean {
  if (origin === undefined) return false
  const wanted = part.toLowerCase()
  return [origin.sourceFile, origin.targetFile].some((name) => name.toLowerCase().includes(wanted))
}

/** Names of properties that say who made or changed a unit or a variant: `@creationid`, `@nl@changeid`. */
const byWhom = /^@(?:[^@:]+@)?(?:creationid|changeid)$/u

/** Whoever edited a unit in a review changed it too. */
function isBy({ props, decision }: TranslationUnit, user: string): boolean {
  const wanted = user.toLowerCase()
  if (decision.state === 'edited' && decision.by.toLowerCase() === wanted) return true
  return Object.entries(props).some(([key, value]) => byWhom.test(key) && value.toLowerCase() === wanted)
}

function hasFields(props: Readonly<Record<string, string>>, fields: Readonly<Record<string, string>>): boolean {
  const entries = Object.entries(props)
  return Object.entries(fields).every(([name, value]) => {
    const [wantedName, wantedValue] = [fieldName(name), value.toLowerCase()]
    return entries.some(
      ([key, found]) =>
        found.toLowerCase() === wantedValue &&
        (fieldName(key) === wantedName || fieldName(key.replace(repeated, '')) === wantedName),
    )
  })
}

/** What is added to the name of a property that a unit has more than once. */
const repeated = /#\d+$/u

/** `client` for `x-Client:SingleString` and for `@nl:client`, the property of a variant. */
const fieldName = (key: string): string =>
  key
    .replace(/^@[^@:]+:/u, '')
    .toLowerCase()
    .replace(/^x-/u, '')
    .replace(/:[a-z]+$/u, '')
