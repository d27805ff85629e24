import type { Entity, Span } from '../../core/types.ts'

/** What a language knows of words before people's names. */
export interface PersonLists {
  /** Titles and offices, lower case: `president`, `dhr.`. */
  readonly titles: readonly string[]
  /** What may stand between an office and the name, as written: `van Defensie`. */
  readonly portfolios: readonly string[]
  /** Small words inside names: `van`, `de`, `bin`. */
  readonly particles: readonly string[]
}

/** Finds people in a segment; kind `person`, no key, `form` is the name in Latin letters. */
export type PersonFinder = (text: string, span: Span) => readonly Entity[]

/** Finds names of two to five words with capitals right after a title word; single surnames are left out as too unsure. */
export function createPersonFinder({ titles, portfolios, particles }: PersonLists): PersonFinder {
  const part = `(?:\\p{Lu}\\.)+|\\p{Lu}[\\p{L}\\p{M}'’]*(?:-\\p{L}[\\p{L}\\p{M}'’]*)*`
  const particle = particles.map(escapeRegex).join('|')
  const name = `(?:${part})(?:[^\\S\\n](?:(?:${particle})[^\\S\\n]){0,3}(?:${part})){1,4}`
  const title = titles.map((word) => `[${word.charAt(0)}${word.charAt(0).toUpperCase()}]${escapeRegex(word.slice(1))}`)
  const office = `(?:[^\\S\\n](?:${portfolios.map(escapeRegex).join('|')}))?`
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${title.join('|')})${office}[^\\S\\n](${name})(?![\\p{L}\\p{N}])`,
    'gu',
  )
  const notNames = new Set(portfolios.flatMap((each) => each.split(' ')).filter((each) => /^\p{Lu}/u.test(each)))
  return (text, span) =>
    Array.from(text.slice(span.start, span.end).matchAll(pattern)).flatMap(({ index, 0: whole, 1: found = '' }) => {
      const start = span.start + index + whole.length - found.length
      const form = found.replaceAll(/\s+/gu, ' ')
      const isName = !form.split(' ').some((each) => notNames.has(each))
      return isName
        ? [{ kind: 'person', span: { start, end: start + found.length }, form, by: 'title-word' } satisfies Entity]
        : []
    })
}

function escapeRegex(word: string): string {
  return word.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&')
}
