import type { Span } from '../../core/types.ts'
import { pushTrimmed, splitBlock } from './segments.ts'
import { closers, skipSpace } from './sentence-marks.ts'
import { endsSentence, noLists } from './sentence-rules.ts'

/** Marks that may end a sentence with what closes after them, or an opening bracket; bounded, since runs of megabytes exhaust the stack. `，` `、` `；` `：` never end one. */
const stops = new RegExp(`[。｡！？!?．.…⋯]{1,200}[${closers}]{0,50}|[《〈（(]`, 'gu')
const closingOf: ReadonlyMap<string, RegExp> = new Map([
  ['《', /》/u],
  ['〈', /〉/u],
  ['（', /[）)]/u],
  ['(', /[）)]/u],
])
/** Titles and remarks longer than this many UTF-16 units are taken for a bracket that somebody forgot to close. */
const longestBracket = 120
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々〇ー]/u
/** Goes on with the sentence whatever ended before it. */
const goesOn = /^[，、；：,;:)）」』》。｡！？!?．.…⋯]/u
/** Goes on with the sentence after a quotation: `“加油！”的呼声`, `「はい。」と`. */
const goesOnAfterQuote = /^(?:[的地等为為之了]|一[类類]|[这這][样樣句个個一]|と|って)/u
/** An empty line, or a list item on a line of its own. */
const itemStart = /\n\s*?(?=\n|[-–—•·●▪*]|[（(]?[\p{N}一二三四五六七八九十]{1,3}[.)、）．])/gu
const latinAbbreviation = /(?<![\p{L}\p{N}])(?:\p{L}|Mr|Mrs|Ms|Dr|St|Prof|No|Vol|Vs|vs|Co|Jr|Sr)$/u
const listMark = /^[（(]?(?:\p{Nd}{1,3}|[一二三四五六七八九十]{1,3})$/u

/** What the splitter knows of one language. */
export interface HanLists {
  /** Marks that stay with the sentence before them: `(完)`. */
  readonly endMarks: readonly string[]
  /** What goes on with a sentence after a quotation that ends in its own mark; without it that of Chinese and the commonest of Japanese. */
  readonly goesOnAfterQuote?: RegExp
}

/**
 * Sentences of one block of text without spaces between words. A sentence takes closing quotes, closing brackets and end
 * marks with it; quotations of several sentences are split inside; titles in 《》 and remarks in brackets are not.
 */
export function splitHan(text: string, block: Span, lists: HanLists): readonly Span[] {
  return splitBlock(text, block, (inner, whole) => {
    const segments: Span[] = []
    let start = 0
    for (const { index, 0: gap } of inner.matchAll(itemStart)) {
      splitPart(inner, { start, end: index }, lists, segments)
      start = index + gap.length
    }
    splitPart(inner, { start, end: whole.end }, lists, segments)
    return segments
  })
}

function splitPart(text: string, part: Span, lists: HanLists, segments: Span[]): void {
  let from = skipSpace(text, part.start, part.end)
  let hiddenUntil = from
  const quotes: QuoteCount = { isOpen: false, scanned: from }
  for (const { index, 0: marks } of text.slice(part.start, part.end).matchAll(stops)) {
    const mark = part.start + index
    if (mark < hiddenUntil || mark < from) continue
    const closing = closingOf.get(marks)
    if (closing !== undefined) {
      if (mark > from || marks === '《') hiddenUntil = bracketEnd(text, mark, part.end, closing)
      continue
    }
    const own = ownMarks(text, mark, marks, quotes)
    const place: Place = { text, from, to: part.end, mark, end: mark + own.length, marks: own, lists }
    const end = endMarkEnd(place, lists.endMarks)
    if (end === place.end && !endsHere(place)) continue
    pushTrimmed(text, from, end, segments)
    from = skipSpace(text, end, part.end)
  }
  pushTrimmed(text, from, part.end, segments)
}

interface Place {
  readonly text: string
  /** Start of the present sentence, end of the block. */
  readonly from: number
  readonly to: number
  readonly mark: number
  /** Past the marks and what closes. */
  readonly end: number
  readonly marks: string
  readonly lists: HanLists
}

function bracketEnd(text: string, open: number, to: number, closing: RegExp): number {
  const inner = text.slice(open + 1, Math.min(open + longestBracket, to))
  const at = inner.search(closing)
  return at < 0 ? open : open + at + 2
}

/** Whether a straight quote is open, counted as far as `scanned`. */
interface QuoteCount {
  isOpen: boolean
  scanned: number
}

/** The marks without a straight quote that opens the next sentence: `他走了。"你好`. */
function ownMarks(text: string, mark: number, marks: string, quotes: QuoteCount): string {
  for (; quotes.scanned < mark; quotes.scanned++) {
    if (text.charCodeAt(quotes.scanned) === 0x22) quotes.isOpen = !quotes.isOpen
  }
  const first = marks.indexOf('"')
  const opening = quotes.isOpen && first >= 0 ? marks.indexOf('"', first + 1) : first
  return opening < 0 ? marks : marks.slice(0, opening)
}

function endMarkEnd({ text, end, to }: Place, endMarks: readonly string[]): number {
  const next = skipSpace(text, end, to)
  const found = endMarks.find((mark) => text.startsWith(mark, next))
  return found === undefined ? end : Math.min(next + found.length, to)
}

function endsHere(place: Place): boolean {
  const { text, marks, end, to, lists } = place
  const after = text.slice(end, Math.min(end + 3, to))
  const isQuoted = !/[。｡！？!?．.…⋯]$/u.test(marks)
  if (after === '') return true
  if (goesOn.test(after) || (isQuoted && (lists.goesOnAfterQuote ?? goesOnAfterQuote).test(after))) return false
  if (/[。｡！？]/u.test(marks)) return true
  if (/[!?]/u.test(marks)) return isQuoted || !/^[\p{Script=Latin}\p{N}=&_/%#-]/u.test(after)
  if (/[…⋯]|\.\./u.test(marks)) return isQuoted || /^[\s“「『]/u.test(after)
  return stopEnds(place, after)
}

/** A single full stop of Latin writing: `他说.`, `3.5`, `ADMM.`, `1.前言`. */
function stopEnds({ text, from, to, mark, end }: Place, after: string): boolean {
  const before = text.slice(Math.max(from, mark - 12), mark)
  if (listMark.test(before) || /(?:^|[\s；：;:(（，,、])\p{Nd}{1,3}$/u.test(before)) return false
  if (unspaced.test(before.slice(-1)) || /[”’」』》）)%]$/u.test(before)) return true
  if (latinAbbreviation.test(before)) return false
  if (!/^\s/u.test(after)) return unspaced.test(after.charAt(0)) || /^[“「『《（]/u.test(after)
  return endsSentence(text, from, to, { mark, markEnd: mark + 1, end, next: skipSpace(text, end, to) }, noLists)
}
