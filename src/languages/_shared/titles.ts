import type { Entity, Span } from '../../core/types.ts'
import { expandEllipsis } from './ellipsis.ts'

/** What a language knows of titles of treaties and of names in quotes. All words in lower case. */
export interface TitleLists {
  /** Ends of the words that head a treaty's title: `verdrag` (also `Vriendschapsverdrag`), `agreement`; with `_` for a space whole heads of several words (`hiệp_định`). */
  readonly heads: readonly string[]
  /** Words right after the head: `inzake`, `van`, `on`. */
  readonly joins: ReadonlySet<string>
  /** Those of them that show a title even where the capital of the head is only that of the sentence. */
  readonly sureJoins: ReadonlySet<string>
  /** Words that a title may hold but not end in: articles, prepositions, conjunctions. */
  readonly links: ReadonlySet<string>
  /** Words that end a title before them: finite verbs, relative pronouns, months. */
  readonly stops: ReadonlySet<string>
  readonly conjunctions: ReadonlySet<string>
  readonly articles: ReadonlySet<string>
  /** First parts of compounds, with their linking letters, for `defensiematerieel en -technologie`. */
  readonly firstMembers: readonly string[]
  /** True where titles write content words with a capital, so that a small one ends the title. */
  readonly isCapitalised: boolean
}

/** Finds titles of treaties in running text, and capitalised names in quotes; kind `title`, `form` with ellipses expanded. */
export type TitleFinder = (text: string, span: Span) => readonly Entity[]

const longestTitle = 240
const mostWords = 28
const word = /\p{L}[\p{L}\p{M}\p{N}'’]*(?:-\p{L}[\p{L}\p{M}\p{N}'’]*)*|-\p{L}+|\p{N}+|\S/gu
const wordsBefore = /(?:\p{Lu}[\p{L}\p{M}'’-]*[^\S\n]){1,3}$/u
const quoted = /["“„«‘]([^"“”„«»\n‘]{3,160})["”“»’]/gu

/** Makes the finder of a language with spaces between words. */
export function createTitleFinder(lists: TitleLists): TitleFinder {
  const words = lists.heads.filter((each) => !each.includes('_')).map(caseless)
  const phrases = lists.heads.filter((each) => each.includes('_')).map(phraseHead)
  const heads = [...phrases, ...(words.length > 0 ? [`\\p{Lu}(?:[\\p{L}-]*)(?<=${words.join('|')})`] : [])]
  const head = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${heads.join('|')})(?![\\p{L}-])`, 'gu')
  return (text, span) => {
    const slice = text.slice(span.start, span.end)
    const titles: Entity[] = []
    let last = 0
    for (const { index, 0: found } of slice.matchAll(head)) {
      if (index < last) continue
      const end = titleEnd(slice, index + found.length, lists)
      if (end === undefined || !isSure(slice, index, found, lists)) continue
      const start = titleStart(slice, index, last, lists)
      titles.push(titleOf(slice, { start, end }, span.start, 'treaty-title', lists))
      last = end
    }
    return [...titles, ...quotedTitles(slice, span.start, lists)]
  }
}

/** At the start of a sentence the head's capital means nothing, so the word after it has to tell. */
function isSure(slice: string, index: number, head: string, { sureJoins, isCapitalised }: TitleLists): boolean {
  if (isCapitalised || /[\p{L}\p{N}]/u.test(slice.slice(0, index))) return true
  return sureJoins.has(/^\s+(\p{L}+)/u.exec(slice.slice(index + head.length, index + head.length + 24))?.[1] ?? '')
}

/** `verdrag` as `[vV]erdrag`, so that the head is found alone and as the last part of a compound. */
function caseless(head: string): string {
  const first = head.charAt(0)
  return `[${first}${first.toUpperCase()}]${head.slice(1)}`
}

/** `hiệp_định` as `Hiệp[^\S\n]định`. */
function phraseHead(head: string): string {
  return `${head.charAt(0).toUpperCase()}${head.slice(1).replaceAll('_', '[^\\S\\n]')}`
}

function titleOf(slice: string, { start, end }: Span, offset: number, by: string, lists: TitleLists): Entity {
  const form = expandEllipsis(slice.slice(start, end).replaceAll(/\s+/gu, ' '), lists.firstMembers)
  return { kind: 'title', span: { start: offset + start, end: offset + end }, form, by }
}

/** Capitalised words right before the head belong to the title (`Universele Verklaring`), unless they only start the sentence. */
function titleStart(slice: string, head: number, least: number, { links }: TitleLists): number {
  const before = wordsBefore.exec(slice.slice(Math.max(least, head - 60), head))
  if (before === null) return head
  let start = head - before[0].length
  for (const part of before[0].split(/(?<=\s)/u)) {
    if (!links.has(part.trim().toLowerCase())) break
    start += part.length
  }
  return start
}

/** Where the title ends that goes on after its head at `from`; undefined when the head stands alone. */
function titleEnd(slice: string, from: number, lists: TitleLists): number | undefined {
  const rest = slice.slice(from, from + longestTitle)
  const tokens = Array.from(rest.matchAll(word), ({ index, 0: text }) => ({ text, lower: text.toLowerCase(), index }))
  if (!lists.joins.has(tokens[0]?.lower ?? '')) return undefined
  let end: number | undefined
  for (let i = 0; i < Math.min(tokens.length, mostWords); i++) {
    const token = tokens[i]
    if (token === undefined || endsTitle(tokens, i, lists)) break
    const isLink = lists.links.has(token.lower) || lists.joins.has(token.lower) || token.text === ','
    if (isLink) continue
    if (lists.isCapitalised && !/^[\p{Lu}-]/u.test(token.text)) break
    end = from + token.index + token.text.length
  }
  return end
}

interface TitleToken {
  readonly text: string
  readonly lower: string
  readonly index: number
}

function endsTitle(tokens: readonly TitleToken[], i: number, lists: TitleLists): boolean {
  const { text, lower } = tokens[i] ?? { text: '', lower: '' }
  const next = tokens[i + 1]?.lower ?? ''
  if (lists.stops.has(lower) || /^\p{N}/u.test(text)) return true
  if (lists.conjunctions.has(lower)) return lists.articles.has(next) || lists.stops.has(next) || next === ''
  if (text === ',') return lists.stops.has(next) || lists.articles.has(next) || !isEnumeration(tokens, i, lists)
  return !/^-?\p{L}/u.test(text)
}

/** `wrede, onmenselijke of vernederende`: a conjunction follows soon after the comma. */
function isEnumeration(tokens: readonly TitleToken[], comma: number, { conjunctions, stops }: TitleLists): boolean {
  for (let i = comma + 2; i < comma + 6; i++) {
    const lower = tokens[i]?.lower ?? ''
    if (stops.has(lower)) return false
    if (conjunctions.has(lower)) return true
  }
  return false
}

/** Names in quotes: at least two words, all but the links with a capital. */
function quotedTitles(slice: string, offset: number, lists: TitleLists): readonly Entity[] {
  return Array.from(slice.matchAll(quoted)).flatMap(({ index, 1: inner = '' }) => {
    const name = inner.trim()
    const words = name.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu) ?? []
    const content = words.filter((each) => !lists.links.has(each.toLowerCase()))
    const isName = content.length >= 2 && content.every((each) => /^[\p{Lu}\p{N}]/u.test(each))
    if (!isName || /[.!?…;:]/u.test(name) || !/^\p{Lu}/u.test(name)) return []
    const start = index + 1 + inner.indexOf(name)
    return [titleOf(slice, { start, end: start + name.length }, offset, 'quoted-title', lists)]
  })
}
