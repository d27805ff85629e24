import type { Span } from '../../core/types.ts'
import { pushTrimmed, splitBlock } from './segments.ts'
import { type Candidate, skipSpace, spacedClosers } from './sentence-marks.ts'
import { endsSentence, type SentenceLists } from './sentence-rules.ts'
import { proposeEnds } from './splitter.ts'

const isCloser = new RegExp(`[${spacedClosers}]`, 'u')
const isTerminal = /[.!?…．。？！؟۔।]/u
const strayQuote = /^["”’»](?=\s|$|[.,;:?!])/u
const listItem = /\n[^\S\n]*(?:\n|[-–—•*·▪]\s|\p{N}{1,3}[.)]\s)/gu
/** A bracket that opened inside a sentence holds it together, if it closes within this many UTF-16 units. */
const longestBracket = 400

/**
 * Sentences of one block of text with spaces between words. sentence-splitter proposes, the rules and lists decide.
 * Also splits inside quotations of several sentences, before list items on lines of their own and at empty lines; other
 * line ends are white space.
 */
export function splitSpaced(text: string, block: Span, lists: SentenceLists): readonly Span[] {
  return splitBlock(text, block, (inner, whole) => {
    const segments: Span[] = []
    for (const part of splitAtItems(inner, whole)) splitPart(inner, part, lists, segments)
    return segments
  })
}

function splitAtItems(text: string, block: Span): readonly Span[] {
  const parts: Span[] = []
  let start = block.start
  for (const match of text.slice(block.start, block.end).matchAll(listItem)) {
    const at = block.start + match.index
    if (at > start) parts.push({ start, end: at })
    start = at
  }
  parts.push({ start, end: block.end })
  return parts
}

function splitPart(text: string, part: Span, lists: SentenceLists, segments: Span[]): void {
  const ends = [...proposeEnds(text, part, lists.never), ...gluedEnds(text, part, lists)].sort((a, b) => a - b)
  let from = skipSpace(text, part.start, part.end)
  const bracket: Bracket = { open: -1, scanned: from }
  for (const proposed of ends) {
    const candidate = candidateAt(text, from, proposed, part.end)
    if (candidate.mark < from || candidate.next >= part.end) continue
    if (isInBracket(text, from, candidate, bracket)) continue
    if (!endsSentence(text, from, part.end, candidate, lists)) continue
    pushTrimmed(text, from, candidate.end, segments)
    from = candidate.next
    bracket.open = -1
    bracket.scanned = from
  }
  pushTrimmed(text, from, part.end, segments)
}

/** Ends that no white space follows. */
function gluedEnds(text: string, part: Span, { gluedStop }: SentenceLists): readonly number[] {
  if (gluedStop === undefined) return []
  return Array.from(text.slice(part.start, part.end).matchAll(gluedStop), ({ index }) => part.start + index + 1)
}

/** A closing quote that typists set off with a space (`goed. " Het`) still belongs to the sentence before. */
function candidateAt(text: string, from: number, proposed: number, to: number): Candidate {
  let markEnd = proposed
  while (markEnd > from && isCloser.test(text.charAt(markEnd - 1))) markEnd--
  let mark = markEnd
  while (mark > from && isTerminal.test(text.charAt(mark - 1))) mark--
  const next = skipSpace(text, proposed, to)
  if (!strayQuote.test(text.slice(next, Math.min(next + 2, to)))) return { mark, markEnd, end: proposed, next }
  return { mark, markEnd, end: next + 1, next: skipSpace(text, next + 1, to) }
}

/** Where a round bracket is open in the present sentence, and how far the text has been looked at. */
interface Bracket {
  open: number
  scanned: number
}

function isInBracket(text: string, from: number, candidate: Candidate, bracket: Bracket): boolean {
  for (; bracket.scanned < candidate.end; bracket.scanned++) {
    const code = text.charCodeAt(bracket.scanned)
    if (code === 0x28 && bracket.open < 0) bracket.open = bracket.scanned
    else if (code === 0x29) bracket.open = -1
  }
  if (bracket.open <= from) return false
  if (text.slice(candidate.end, bracket.open + longestBracket).includes(')')) return true
  bracket.open = -1
  return false
}
