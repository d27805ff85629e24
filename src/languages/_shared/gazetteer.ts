import type { Entity, Span } from '../../core/types.ts'
import { kindOfKey } from './entity-keys.ts'
import type { GazetteerRow } from './gazetteer-file.ts'
import { type GazetteerIndex, indexGazetteer, type Pattern, type Reading } from './gazetteer-index.ts'
import { type Token, tokenise } from './gazetteer-tokens.ts'
import type { WordBounds } from './word-bounds.ts'

/** Things of a list that a segment names, in order of their start. */
export type GazetteerFinder = (text: string, span: Span) => readonly Entity[]

/** What a language adds to the bare list. */
export interface GazetteerOptions {
  /** Words of unspaced text, to keep short forms from being found across them (`海地` in 沿海地区). */
  readonly bounds?: WordBounds
  /** Forms up to this many UTF-16 units are put to `bounds`; 3 unless told. */
  readonly longestUnsureForm?: number
  /** Text before and after a name of a language that is also an adjective; it means the language only there. */
  readonly languageCue?: { readonly before: RegExp; readonly after: RegExp }
  /** False where a form of the list is not meant by what stands in the text: other diacritics, a part of a person's name. */
  readonly accepts?: (form: string, text: string, span: Span) => boolean
}

/** Forms in Han characters up to this length must not cross the bounds of words. */
const longestUnsureForm = 3

/**
 * A finder of surface forms: the longest from left to right. Case does not matter where the form is small; a capital of
 * the form must be one in the text; diacritics do not matter. Of several rows with one form the first counts, and each
 * with a condition: these come out with `by: 'gazetteer:if:KEY'`, for the caller who knows the document. A country at
 * the start of an organisation's or office's name is found beside it. `readRows` is called once, with the first segment.
 */
export function createGazetteer(
  readRows: () => readonly GazetteerRow[],
  options: GazetteerOptions = {},
): GazetteerFinder {
  let index: GazetteerIndex | undefined
  return (text, span) => {
    index ??= indexGazetteer(readRows())
    const tokens = tokenise(text, span)
    return findPatterns(tokens, index).flatMap((match) => entitiesOf({ text, tokens, options }, match))
  }
}

/** A pattern and the index of its first token. */
interface Match {
  readonly at: number
  readonly pattern: Pattern
}

function findPatterns(tokens: readonly Token[], index: GazetteerIndex): readonly Match[] {
  const matches: Match[] = []
  for (let at = 0; at < tokens.length; ) {
    const pattern = index.longest(tokens, at)
    if (pattern !== undefined) matches.push({ at, pattern })
    at += pattern?.norms.length ?? 1
  }
  return matches
}

interface Place {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly options: GazetteerOptions
}

function entitiesOf({ text, tokens, options }: Place, { at, pattern }: Match): readonly Entity[] {
  const span = spanOf(tokens, at, pattern.norms.length)
  const unsure = options.longestUnsureForm ?? longestUnsureForm
  if (span.end - span.start <= unsure && options.bounds?.crosses(text, span)) return []
  const found = text.slice(span.start, span.end)
  const { accepts = () => true } = options
  const readings = pattern.readings.filter(
    (reading) => hasCapitalsOf(reading, found) && accepts(reading.form, text, span),
  )
  const chosen = chooseReadings(readings, hasLanguageCue(text, span, options))
  const entities = chosen.map((reading) => toEntity(reading, span))
  const { country } = pattern
  if (country === undefined || !chosen.some(({ key }) => /^(?:org|office):/u.test(key))) return entities
  const part = spanOf(tokens, at, country.length)
  return accepts(country.reading.form, text, part) ? [...entities, toEntity(country.reading, part)] : entities
}

function spanOf(tokens: readonly Token[], at: number, length: number): Span {
  return { start: tokens[at]?.start ?? 0, end: tokens[at + length - 1]?.end ?? 0 }
}

/** Rows come in order of trust: the first without a condition, and all with one. */
function chooseReadings(readings: readonly Reading[], isLanguage: boolean): readonly Reading[] {
  const certain = readings.filter((reading) => reading.condition === undefined)
  const languages = certain.filter((reading) => reading.key.startsWith('language:'))
  const others = certain.filter((reading) => !reading.key.startsWith('language:'))
  const best = isLanguage ? (languages[0] ?? others[0]) : (others[0] ?? languages[0])
  const conditional = readings.filter((reading) => reading.condition !== undefined && reading.key !== best?.key)
  return best === undefined ? conditional : [best, ...conditional]
}

/** UTF-16 units before and after a name that are looked at for a cue. */
const cueReach = 24

function hasLanguageCue(text: string, { start, end }: Span, { languageCue }: GazetteerOptions): boolean {
  if (languageCue === undefined) return false
  const before = text.slice(Math.max(0, start - cueReach), start)
  return languageCue.before.test(before) || languageCue.after.test(text.slice(end, end + cueReach))
}

function toEntity({ key, by, condition }: Reading, span: Span): Entity {
  const kind = kindOfKey(key) ?? 'title'
  return { kind, span, key, by: condition === undefined ? by : `${by}:if:${condition}` }
}

/** True when every word that has a capital in the list has one in the text; acronyms must be equal. */
function hasCapitalsOf({ form, isExact }: Reading, found: string): boolean {
  if (form === found) return true
  if (isExact) return false
  const words = found.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  return (form.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).every(
    (word, i) => !/^\p{Lu}/u.test(word) || /^\p{Lu}/u.test(words[i] ?? ''),
  )
}
