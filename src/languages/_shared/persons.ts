import type { Entity, Span } from '../../core/types.ts'

/** What a language knows of words before people's names. */
export interface PersonLists {
  /** Titles and offices, lower case: `president`, `dhr.`. */
  readonly titles: readonly string[]
  /** What may stand between an office and the name, as written: `van Defensie`. */
  readonly portfolios: readonly string[]
  /** Small words inside names: `van`, `de`, `bin`. */
  readonly particles: readonly string[]
  /** Names of countries that may stand between an office and the name: `Thủ tướng Nhật Bản Haruki Tanaka`. */
  readonly origins?: readonly string[]
  /** Marks that may stand between office and name: `,` in `el primer ministro, Haruki Tanaka`. */
  readonly separators?: readonly string[]
  /** Family names that come first, so that a name of three words or more is known without a title: `Nguyễn`. */
  readonly surnames?: readonly string[]
  /** Words before such a name when it names something else: `đường`, `Quảng trường`. */
  readonly namesakes?: readonly string[]
}

/** Finds people in a segment; kind `person`, no key, `form` is the name in Latin letters. */
export type PersonFinder = (text: string, span: Span) => readonly Entity[]

/**
 * Finds names of two to five words with capitals right after a title word; single surnames are left out as too unsure.
 * With a list of family names also those of three or four words that begin with one.
 */
export function createPersonFinder(lists: PersonLists): PersonFinder {
  const byTitle = createTitledFinder(lists)
  if (lists.surnames === undefined) return byTitle
  const bySurname = createSurnameFinder(lists.surnames, lists.namesakes ?? [])
  return (text, span) => {
    const titled = byTitle(text, span)
    const others = bySurname(text, span).filter(({ span: { start, end } }) =>
      titled.every((each) => end <= each.span.start || start >= each.span.end),
    )
    return [...titled, ...others].sort((a, b) => a.span.start - b.span.start)
  }
}

function createTitledFinder(lists: PersonLists): PersonFinder {
  const { portfolios, origins = [], separators = [] } = lists
  const part = `(?:\\p{Lu}\\.)+|\\p{Lu}[\\p{L}\\p{M}'’]*(?:-\\p{L}[\\p{L}\\p{M}'’]*)*`
  const name = `(?:${part})(?:[^\\S\\n](?:(?:${oneOf(lists.particles)})[^\\S\\n]){0,3}(?:${part})){1,4}`
  const title = lists.titles
    .flatMap(formsOf)
    .map((word) => `[${word.charAt(0)}${word.charAt(0).toUpperCase()}]${escapeRegex(word.slice(1))}`)
  const office = `(?:[^\\S\\n](?:${oneOf(portfolios)}))?`
  const country = oneOf(origins)
  const origin = country === '' ? '' : `(?:[^\\S\\n](?:${country}))?(?![^\\S\\n](?:${country})(?![\\p{L}\\p{M}\\p{N}]))`
  const separator = separators.length === 0 ? '' : `(?:${oneOf(separators)})?`
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${title.join('|')})${office}${origin}${separator}[^\\S\\n](${name})(?![\\p{L}\\p{N}])`,
    'gu',
  )
  const isPortfolio = createPortfolioTest(portfolios)
  return (text, span) =>
    Array.from(text.slice(span.start, span.end).matchAll(pattern)).flatMap(({ index, 0: whole, 1: found = '' }) => {
      const start = span.start + index + whole.length - found.length
      return isPortfolio(found) ? [] : [personOf(found, start, 'title-word')]
    })
}

/** Tells names that are portfolios: they have a word of one (`van Buitenlandse Zaken`), or begin with one that is all name (`Ngoại giao`). */
function createPortfolioTest(portfolios: readonly string[]): (name: string) => boolean {
  const heads = portfolios.filter((each) => /^\p{Lu}/u.test(each))
  const start = new RegExp(`^(?:${oneOf(heads)})(?![\\p{L}\\p{M}])`, 'u')
  const others = portfolios.filter((each) => !heads.includes(each)).flatMap((each) => each.split(' '))
  const words = new Set(others.filter((each) => /^\p{Lu}/u.test(each)))
  return (name) => (heads.length > 0 && start.test(name)) || name.split(/\s+/u).some((each) => words.has(each))
}

/** UTF-16 units before a name that are looked at. */
const longestNamesake = 24

/** A family name of the list and two or three more words with capitals, not right behind another such word. */
function createSurnameFinder(surnames: readonly string[], namesakes: readonly string[]): PersonFinder {
  const name = `(?:${oneOf(surnames)})(?:[^\\S\\n]\\p{Lu}[\\p{Ll}\\p{M}]+){2,3}`
  const pattern = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}-])${name}(?![\\p{L}\\p{M}\\p{N}])`, 'gu')
  const other = new RegExp(`(?:\\p{Lu}[\\p{L}\\p{M}]*|(?<![\\p{L}\\p{M}])(?:${oneOf(namesakes)}))[^\\S\\n]$`, 'u')
  return (text, span) =>
    Array.from(text.slice(span.start, span.end).matchAll(pattern)).flatMap(({ index, 0: found }) => {
      const start = span.start + index
      const before = text.slice(Math.max(span.start, start - longestNamesake), start)
      return other.test(before) ? [] : [personOf(found, start, 'surname')]
    })
}

function personOf(found: string, start: number, by: string): Entity {
  return { kind: 'person', span: { start, end: start + found.length }, form: found.replaceAll(/\s+/gu, ' '), by }
}

/** Alternatives of a pattern; each word as it is composed and as it is decomposed, since texts have either. */
function oneOf(words: readonly string[]): string {
  return words.flatMap(formsOf).map(escapeRegex).join('|')
}

function formsOf(word: string): readonly string[] {
  const decomposed = word.normalize('NFD')
  return decomposed === word ? [word] : [word, decomposed]
}

function escapeRegex(word: string): string {
  return word.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&')
}
