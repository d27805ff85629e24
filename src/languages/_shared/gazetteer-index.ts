import { kindOfKey } from './entity-keys.ts'
import type { GazetteerRow } from './gazetteer-file.ts'
import { firstNorm, type Token, tokenNorms } from './gazetteer-tokens.ts'

/** A meaning of a form; acronyms must stand in the text exactly as in the list. */
export interface Reading extends GazetteerRow {
  readonly isExact: boolean
}

/** A form as the norms of its tokens, with its meanings in order of trust. */
export interface Pattern {
  readonly norms: readonly string[]
  readonly readings: readonly Reading[]
  /** The country that the name of an organisation or office starts with, and its length in tokens. */
  readonly country?: { readonly reading: Reading; readonly length: number }
}

/** A list of surface forms, ready to look for. */
export interface GazetteerIndex {
  /** The forms that stand in a text from one of its tokens on, the longest first. */
  standing(tokens: readonly Token[], at: number): readonly Pattern[]
  /** Every form of the list. */
  all(): readonly Pattern[]
}

/** Forms that begin with one token. */
interface Drawer {
  readonly all: readonly Pattern[]
  readonly single?: Pattern
  /** The others by their second token, the longest first. */
  readonly longer: ReadonlyMap<string, readonly Pattern[]>
}

/** Acronyms up to this length must stand in capitals; longer ones are also written as names (`Unesco`). */
const longestExactAcronym = 5

/** One character (元 for yuan, 원 for won) is a part of too many words to be a name. */
const singleCharacter = /^[\p{Script=Han}\p{Script=Hangul}]$/u

const hangul = /\p{Script=Hangul}/u

/**
 * Puts rows into drawers by the first token of their form. A drawer is opened when a text has that token: then its forms
 * are taken apart, and rows with the same form, whatever its case and diacritics, become one pattern.
 */
export function indexGazetteer(rows: readonly GazetteerRow[]): GazetteerIndex {
  const closed = new Map<string, GazetteerRow[]>()
  for (const row of rows) {
    const first = firstNorm(row.form)
    if (first === undefined) continue
    const drawer = closed.get(first)
    if (drawer === undefined) closed.set(first, [row])
    else drawer.push(row)
  }
  const opened = new Map<string, Drawer>()
  const drawerOf = (norm: string): Drawer | undefined => {
    const known = opened.get(norm)
    if (known !== undefined) return known
    const own = closed.get(norm)
    if (own === undefined) return undefined
    const made = openDrawer(own)
    opened.set(norm, made)
    return made
  }
  return {
    standing(tokens, at) {
      const drawer = drawerOf(tokens[at]?.norm ?? '')
      if (drawer === undefined) return nothing
      const { single, longer } = drawer
      const found = (longer.get(tokens[at + 1]?.norm ?? '') ?? nothing).filter(({ norms }) => stands(norms, tokens, at))
      if (single === undefined) return found
      return found.length === 0 ? [single] : [...found, single]
    },
    all: () => [...closed.keys()].flatMap((norm) => drawerOf(norm)?.all ?? []),
  }
}

const nothing: readonly Pattern[] = []

/** The first two tokens are known to be there. */
function stands(norms: readonly string[], tokens: readonly Token[], at: number): boolean {
  for (let i = 2; i < norms.length; i++) if (tokens[at + i]?.norm !== norms[i]) return false
  return true
}

function openDrawer(rows: readonly GazetteerRow[]): Drawer {
  const byForm = new Map<string, { norms: readonly string[]; readings: Reading[] }>()
  for (const row of rows) {
    if (kindOfKey(row.key) === undefined || singleCharacter.test(row.form)) continue
    const norms = tokenNorms(row.form)
    const id = norms.join(' ')
    const entry = byForm.get(id) ?? { norms, readings: [] }
    addReading(entry.readings, row)
    byForm.set(id, entry)
  }
  const all = [...byForm.values()].map((form): Pattern => ({ ...form, ...countryOf(form, byForm) }))
  const single = all.find(({ norms }) => norms.length === 1)
  const longer = new Map<string, Pattern[]>()
  for (const pattern of all) {
    const second = pattern.norms[1]
    if (second !== undefined) longer.set(second, [...(longer.get(second) ?? []), pattern])
  }
  for (const patterns of longer.values()) patterns.sort((a, b) => b.norms.length - a.norms.length)
  return { all, longer, ...(single === undefined ? {} : { single }) }
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
  { norms, readings }: Pattern,
  forms: ReadonlyMap<string, Pattern>,
): { readonly country?: { readonly reading: Reading; readonly length: number } } {
  if (!readings.some(({ key }) => /^(?:org|office):/u.test(key))) return {}
  for (let length = norms.length - 1; length > 0; length--) {
    const readingsOfStart = forms.get(norms.slice(0, length).join(' '))?.readings ?? []
    const reading = readingsOfStart.find(
      ({ key, condition }) => /^place:[A-Z]{2}$/u.test(key) && condition === undefined,
    )
    if (reading !== undefined && startsApart(readings, reading.form)) return { country: { reading, length } }
  }
  return {}
}
