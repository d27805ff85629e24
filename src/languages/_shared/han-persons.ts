import type { Entity, Span } from '../../core/types.ts'

/** A Latin name in brackets, and the Han characters before one: `岸信夫(Nobuo Kishi)`. */
const bracketed = /(?<=[\p{Script=Han}·・•]{2})[(（]\s*(\p{Lu}[\p{L}\p{M}'’. -]{2,60}?)\s*[)）]/gu
const hanEnd = /[\p{Script=Han}·・•]{2,24}$/u

/** Data for cutting a name out of the characters before the bracket. */
export interface HanPersonLists {
  /** Offices and ranks that end right before a name. */
  readonly offices: readonly string[]
  /** Conjunctions and verbs that may. */
  readonly joiners: readonly string[]
  /** Surnames of one and two characters. */
  readonly surnames: ReadonlySet<string>
  /** Last characters of what is no person: `社`, `部`, `会`. */
  readonly notPeople: RegExp
}

/** Finds people whose name stands in Latin letters behind it; kind `person`, the span of the Han name, `form` the Latin one. */
export function findHanPersons(text: string, span: Span, lists: HanPersonLists): readonly Entity[] {
  return Array.from(text.slice(span.start, span.end).matchAll(bracketed)).flatMap(({ index, 1: latin = '' }) => {
    const end = span.start + index
    const before = hanEnd.exec(text.slice(Math.max(span.start, end - 24), end))?.[0] ?? ''
    const form = latinName(latin)
    const length = form === undefined || lists.notPeople.test(before) ? 0 : nameLength(before, lists)
    if (form === undefined || length === 0) return []
    return [{ kind: 'person', span: { start: end - length, end }, form, by: 'latin-in-brackets' } satisfies Entity]
  })
}

/** Two to five parts with a capital and small letters each, `KojiYamazaki` among them; undefined for acronyms and single words. */
function latinName(latin: string): string | undefined {
  const parts = latin.replaceAll(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ').split(/\s+/u)
  const isName =
    parts.length > 1 &&
    parts.length < 6 &&
    parts.every((part) => /^\p{Lu}(?:\p{L}*\p{Ll}|\.)|^(?:bin|de|van|von|da|al)$/u.test(part))
  return isName ? parts.join(' ') : undefined
}

/** How many of the last characters are the name: all after an office, else what a surname lets expect; 0 when nothing tells. */
function nameLength(before: string, { offices, joiners, surnames }: HanPersonLists): number {
  const office = lastEnd(before, offices)
  const name = before.slice(Math.max(office, lastEnd(before, joiners)))
  const isForeign = /[·・•]/u.test(name)
  if (isForeign) return foreignLength(name)
  if (office > 0 && name.length >= 2 && name.length <= 4) return name.length
  for (const length of [4, 3, 2]) {
    const surname = before.slice(-length).slice(0, length === 4 ? 2 : 1)
    if (before.length >= length && surnames.has(surname)) return length
  }
  return 0
}

/** Past the last of the words in a text, 0 when it has none of them. */
function lastEnd(text: string, words: readonly string[]): number {
  return Math.max(0, ...words.map((word) => (text.includes(word) ? text.lastIndexOf(word) + word.length : 0)))
}

/** The part before the dot has up to four characters. */
function foreignLength(name: string): number {
  return name.length - Math.max(0, name.search(/[·・•]/u) - 4)
}
