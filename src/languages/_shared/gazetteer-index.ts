import { kindOfKey } from './entity-keys.ts'
import type { GazetteerRow } from './gazetteer-file.ts'
import { tokenNorms } from './gazetteer-tokens.ts'

/** A meaning of a form; acronyms must stand in the text exactly as in the list. */
export interface Reading extends GazetteerRow {
  readonly isExact: boolean
}

/** A form as numbered tokens with its meanings, in order of trust. */
export interface Pattern {
  readonly tokens: readonly number[]
  readonly readings: readonly Reading[]
  /** The country that the name of an organisation or office starts with, and its length in tokens. */
  readonly country?: { readonly reading: Reading; readonly length: number }
}

/** A list of surface forms, ready to look for. */
export interface GazetteerIndex {
  readonly vocabulary: ReadonlyMap<string, number>
  /** Forms of one token, by that token. */
  readonly singles: ReadonlyMap<number, Pattern>
  readonly longer: readonly Pattern[]
  /** Pairs of neighbours in longer forms: a token without such a neighbour is in no match. */
  readonly neighbours: ReadonlySet<number>
  /** Longer forms (by index) that begin with a pair of tokens. */
  readonly openings: ReadonlyMap<number, readonly number[]>
}

/** Acronyms up to this length must stand in capitals; longer ones are also written as names (`Unesco`). */
const longestExactAcronym = 5

/** One character (元 for yuan, 원 for won) is a part of too many words to be a name. */
const singleCharacter = /^[\p{Script=Han}\p{Script=Hangul}]$/u

const hangul = /\p{Script=Hangul}/u

/** Numbers the tokens of all forms and joins rows with the same form, whatever its case and diacritics. */
export function indexGazetteer(rows: readonly GazetteerRow[]): GazetteerIndex {
  const vocabulary = new Map<string, number>()
  const byForm = new Map<string, { tokens: readonly number[]; readings: Reading[] }>()
  for (const row of rows) {
    if (kindOfKey(row.key) === undefined || singleCharacter.test(row.form)) continue
    const tokens = tokenNorms(row.form).map((norm) => numberOf(vocabulary, norm))
    if (tokens.length === 0) continue
    const id = tokens.join(' ')
    const entry = byForm.get(id) ?? { tokens, readings: [] }
    addReading(entry.readings, row)
    byForm.set(id, entry)
  }
  const longer = [...byForm.values()].filter(({ tokens }) => tokens.length > 1)
  return {
    vocabulary,
    singles: new Map(
      [...byForm.values()].flatMap((form) => (form.tokens.length === 1 ? [[form.tokens[0] ?? -1, form]] : [])),
    ),
    longer: longer.map((form) => ({ ...form, ...countryOf(form, byForm) })),
    neighbours: new Set(
      longer.flatMap(({ tokens }) => tokens.slice(1).map((token, i) => pairOf(tokens[i] ?? -1, token))),
    ),
    openings: openingsOf(longer),
  }
}

function openingsOf(longer: readonly { readonly tokens: readonly number[] }[]): ReadonlyMap<number, readonly number[]> {
  const openings = new Map<number, number[]>()
  longer.forEach(({ tokens: [first = -1, second = -1] }, form) => {
    const pair = pairOf(first, second)
    const forms = openings.get(pair)
    if (forms === undefined) openings.set(pair, [form])
    else forms.push(form)
  })
  return openings
}

/** One number for two neighbouring tokens; exact as long as a vocabulary has fewer than 2^20 words. */
export function pairOf(left: number, right: number): number {
  return left * 1_048_576 + right
}

function numberOf(vocabulary: Map<string, number>, norm: string): number {
  const known = vocabulary.get(norm)
  if (known !== undefined) return known
  vocabulary.set(norm, vocabulary.size)
  return vocabulary.size - 1
}

function addReading(readings: Reading[], row: GazetteerRow): void {
  const isKnown = readings.some(
    (other) => other.key === row.key && other.condition === row.condition && other.form === row.form,
  )
  if (!isKnown) readings.push({ ...row, isExact: isAcronym(row.form) })
}

function isAcronym(form: string): boolean {
  return form.length <= longestExactAcronym && /^\p{Lu}[\p{Lu}\p{N}]+$/u.test(form)
}

/** Syllables are tokens, so that 미 국무부 seems to start with 미국; the form itself says that it does not. */
function startsApart(readings: readonly Reading[], country: string): boolean {
  return !hangul.test(country) || readings.some(({ form }) => form.startsWith(country))
}

function countryOf(
  { tokens, readings }: Pattern,
  forms: ReadonlyMap<string, Pattern>,
): { readonly country?: { readonly reading: Reading; readonly length: number } } {
  if (!readings.some(({ key }) => /^(?:org|office):/u.test(key))) return {}
  for (let length = tokens.length - 1; length > 0; length--) {
    const readingsOfStart = forms.get(tokens.slice(0, length).join(' '))?.readings ?? []
    const reading = readingsOfStart.find(
      ({ key, condition }) => /^place:[A-Z]{2}$/u.test(key) && condition === undefined,
    )
    if (reading !== undefined && startsApart(readings, reading.form)) return { country: { reading, length } }
  }
  return {}
}
