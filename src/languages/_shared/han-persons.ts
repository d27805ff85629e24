import type { Entity, Span } from '../../core/types.ts'

/** A Latin name in brackets, and the Han characters before one: `岸信夫(Nobuo Kishi)`. */
const bracketed = /(?<=[\p{Script=Han}·・•]{2})[(（]\s*(\p{Lu}[\p{L}\p{M}'’. -]{2,60}?)\s*[)）]/gu
const hanEnd = /[\p{Script=Han}·・•]{2,24}$/u

/** Data for cutting a name out of the characters before the bracket. */
export interface HanPersonLists {
  /** Offices, ranks and conjunctions that end right before a name. */
  readonly beforeNames: readonly string[]
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

/** How many of the last characters are the name: all after an office, else as many as the surname lets expect. */
function nameLength(before: string, { beforeNames, surnames }: HanPersonLists): number {
  const cut = Math.max(
    0,
    ...beforeNames.map((word) => before.lastIndexOf(word) + (before.includes(word) ? word.length : 0)),
  )
  const name = before.slice(cut)
  const isForeign = /[·・•]/u.test(name)
  if (cut > 0 && name.length >= 2 && name.length <= (isForeign ? 16 : 4)) return name.length
  if (isForeign) return foreignLength(name)
  for (const length of [4, 3, 2]) {
    const start = before.slice(-length)
    if (before.length >= length && surnames.has(start.slice(0, length === 4 ? 2 : 1))) return length
  }
  return before.length <= 4 ? before.length : 3
}

/** Parts of a foreign name have up to six characters; the first is cut there. */
function foreignLength(name: string): number {
  const first = name.search(/[·・•]/u)
  return name.length - Math.max(0, first - 4)
}
