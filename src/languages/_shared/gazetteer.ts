import type { Entity, Span } from '../../core/types.ts'
import { kindOfKey } from './entity-keys.ts'
import type { GazetteerRow } from './gazetteer-file.ts'
import { type GazetteerIndex, indexGazetteer, type Pattern, type Reading } from './gazetteer-index.ts'
import { type Token, tokenise } from './gazetteer-tokens.ts'
import { createTaggerMaker, type Tagger, type TaggerMaker } from './tagger.ts'
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

/** A list ready to look for, made when the first segment asks. */
interface Compiled {
  readonly index: GazetteerIndex
  /** Numbers of the forms of several tokens, and of their tokens, that a text has asked for; all of them in the end. */
  readonly forms: Map<Pattern, number>
  readonly numbered: Pattern[]
  readonly words: Map<string, number>
  /** Made when the first segment holds a form of several tokens. */
  make?: TaggerMaker
  tagger?: Tagger
  /** How many of the forms the tagger knows. */
  learnt: number
  learnings: number
}

/**
 * A tagger learns the forms that may stand in a segment and in so many UTF-16 units behind it, twice as many each time:
 * that takes a few milliseconds, and all forms take hundreds. After so many times it learns all.
 */
const firstAhead = 4000
const fewLearnings = 16

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
  let compiled: Compiled | undefined
  return (text, span) => {
    compiled ??= {
      index: indexGazetteer(readRows()),
      forms: new Map(),
      numbered: [],
      words: new Map(),
      learnt: 0,
      learnings: 0,
    }
    const tokens = tokenise(text, span)
    return findPatterns(tokens, compiled, { text, end: span.end }).flatMap((match) =>
      entitiesOf({ text, tokens, options }, match),
    )
  }
}

/** A pattern and the index of its first token. */
interface Match {
  readonly at: number
  readonly pattern: Pattern
}

/** Where a segment ends in its text. */
interface Ending {
  readonly text: string
  readonly end: number
}

function findPatterns(tokens: readonly Token[], compiled: Compiled, ending: Ending): readonly Match[] {
  const standing = standingIn(tokens, compiled.index)
  const longer = findLonger(tokens, standing, compiled, ending)
  const matches: Match[] = []
  let next = 0
  for (let at = 0; at < tokens.length; ) {
    const match = longer[next]
    if (match?.at === at) {
      matches.push(match)
      next++
      at += match.pattern.norms.length
      continue
    }
    const shortest = standing[at]?.at(-1)
    if (shortest?.norms.length === 1) matches.push({ at, pattern: shortest })
    at++
  }
  return matches
}

/** Forms that stand at each token, the longest first. */
const standingIn = (tokens: readonly Token[], index: GazetteerIndex): readonly (readonly Pattern[])[] =>
  tokens.map((_, at) => index.standing(tokens, at))

/** Matches of several tokens. The tagger sees only tokens of forms that stand there, with -1 for each gap between them. */
function findLonger(
  tokens: readonly Token[],
  standing: readonly (readonly Pattern[])[],
  compiled: Compiled,
  ending: Ending,
): readonly Match[] {
  const tagger = taggerFor(standing.flat().filter(isLong), compiled, ending)
  if (tagger === undefined) return []
  const live: number[] = []
  const origin: number[] = []
  let reach = 0
  standing.forEach((patterns, i) => {
    reach = Math.max(reach, i + (patterns[0]?.norms.length ?? 0))
    if (i >= reach) return
    if (live.length > 0 && origin.at(-1) !== i - 1) {
      live.push(-1)
      origin.push(-1)
    }
    live.push(compiled.words.get(tokens[i]?.norm ?? '') ?? -1)
    origin.push(i)
  })
  return tagger(live).flatMap(({ from, pattern }) => {
    const found = compiled.numbered[pattern]
    return found === undefined ? [] : [{ at: origin[from] ?? 0, pattern: found }]
  })
}

const isLong = ({ norms }: Pattern): boolean => norms.length > 1

/** A tagger that knows the wanted forms; none when nothing is wanted. */
function taggerFor(wanted: readonly Pattern[], compiled: Compiled, { text, end }: Ending): Tagger | undefined {
  if (wanted.length === 0) return undefined
  const { index, forms } = compiled
  const isKnown = wanted.every((form) => (forms.get(form) ?? compiled.learnt) < compiled.learnt)
  if (compiled.tagger !== undefined && isKnown) return compiled.tagger
  const ahead = { start: end, end: Math.min(text.length, end + firstAhead * 2 ** compiled.learnings) }
  const more = compiled.learnings++ < fewLearnings ? standingIn(tokenise(text, ahead), index).flat() : index.all()
  for (const form of [...wanted, ...more.filter(isLong)])
    if (!forms.has(form)) forms.set(form, compiled.numbered.push(form) - 1)
  const wordOf = (norm: string): number => {
    const known = compiled.words.get(norm) ?? compiled.words.size
    compiled.words.set(norm, known)
    return known
  }
  compiled.learnt = forms.size
  compiled.make ??= createTaggerMaker()
  compiled.tagger = compiled.make(Array.from(forms, ([{ norms }, id]) => ({ id, tokens: norms.map(wordOf) })))
  return compiled.tagger
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
