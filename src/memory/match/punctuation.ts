import type { Span } from '../../core/types.ts'
import { foldText } from '../text/fold.ts'
import type { Difference } from '../types.ts'
import type { Step } from './alignment.ts'
import type { Piece, PiecedText } from './pieces.ts'

/** Signs that belong to an amount. */
const amountSign = /[%‰\p{Sc}]/u
/** A minus: a hyphen before a number and not behind anything. */
const minus = /(?:^|[\s(])-$/u

/**
 * Differences in what stands between the words: marks and spaces (`punctuation`), and signs that belong to an amount (`number`).
 * Where words are missing on one side, marks that go with them are no difference of their own.
 */
export function punctuationDifferences(query: PiecedText, match: PiecedText, steps: readonly Step[]): Difference[] {
  const differences: Difference[] = []
  let [fromQuery, fromMatch] = [-1, -1]
  for (let at = 0; at <= steps.length; at++) {
    const step = steps[at] ?? { query: query.pieces.length, match: match.pieces.length }
    if (step.query < 0 || step.match < 0) continue
    const found = compareZone(zoneOf(query, fromQuery, step.query), zoneOf(match, fromMatch, step.match))
    if (found !== undefined) differences.push(found)
    fromQuery = step.query
    fromMatch = step.match
  }
  return differences
}

/** What lies between two pieces that have a counterpart each, with the pieces in it that have none. */
interface Zone {
  readonly own: PiecedText
  readonly from: number
  readonly to: number
}

const zoneOf = (own: PiecedText, from: number, to: number): Zone => ({ own, from, to })

const gapSpan = ({ text, pieces }: PiecedText, after: number): Span => {
  const start: Piece | undefined = pieces[after]
  const end: Piece | undefined = pieces[after + 1]
  return { start: start?.end ?? 0, end: end?.start ?? text.length }
}

function compareZone(query: Zone, match: Zone): Difference | undefined {
  const isPlain = query.to - query.from === 1 && match.to - match.from === 1
  if (!isPlain) return compareWithWords(query, match)
  const [ownSpan, otherSpan] = [gapSpan(query.own, query.from), gapSpan(match.own, match.from)]
  const [own, other] = [
    query.own.text.slice(ownSpan.start, ownSpan.end),
    match.own.text.slice(otherSpan.start, otherSpan.end),
  ]
  if (own === other) return undefined
  const [ownGap, otherGap] = [foldGap(query.own, query.from), foldGap(match.own, match.from)]
  if (ownGap === otherGap) return undefined
  const isAmount = isAmountSign(query, ownGap) !== isAmountSign(match, otherGap) || signs(ownGap) !== signs(otherGap)
  return {
    kind: isAmount ? 'number' : 'punctuation',
    ...trimmed(query, ownSpan, match, otherSpan),
  }
}

const signs = (gap: string): string =>
  Array.from(gap)
    .filter((sign) => amountSign.test(sign))
    .join('')

const isAmountSign = ({ own, to }: Zone, gap: string): boolean =>
  own.pieces[to]?.number !== undefined && minus.test(gap)

/** The folded text between a piece and the next, with its spaces but for those at the ends of the text. */
function foldGap(own: PiecedText, after: number): string {
  const span = gapSpan(own, after)
  const raw = own.text.slice(span.start, span.end)
  if (raw === ' ' && after >= 0 && after + 1 < own.pieces.length) return raw
  // Digits around it keep its spaces from being trimmed, and compose with nothing.
  const gap = foldText(`0${raw}0`).slice(1, -1)
  const start = after < 0 ? gap.trimStart() : gap
  return after + 1 >= own.pieces.length ? start.trimEnd() : start
}

function compareWithWords(query: Zone, match: Zone): Difference | undefined {
  const [own, other] = [marksIn(query), marksIn(match)]
  if (isContained(own, other) || isContained(other, own)) return undefined
  return {
    kind: signs(own) === signs(other) ? 'punctuation' : 'number',
    ...trimmed(query, gapSpan(query.own, query.to - 1), match, gapSpan(match.own, match.to - 1)),
  }
}

function marksIn({ own, from, to }: Zone): string {
  let marks = ''
  for (let after = from; after < to; after++) marks += foldGap(own, after).replaceAll(' ', '')
  return marks
}

/** True when all characters of the first stand in the second in the same order. */
function isContained(a: string, b: string): boolean {
  let at = 0
  for (let i = 0; i < b.length && at < a.length; i++) if (a.charCodeAt(at) === b.charCodeAt(i)) at++
  return at === a.length
}

/** Both spans without the spaces around their marks; where there are only spaces in both, as they are. */
function trimmed(query: Zone, querySpan: Span, match: Zone, matchSpan: Span): Pick<Difference, 'query' | 'match'> {
  const [own, other] = [withoutSpaces(query.own.text, querySpan), withoutSpaces(match.own.text, matchSpan)]
  const isSpace = own.start === own.end && other.start === other.end
  return isSpace ? { query: querySpan, match: matchSpan } : { query: own, match: other }
}

function withoutSpaces(text: string, { start, end }: Span): Span {
  const gap = text.slice(start, end)
  const marks = gap.trim()
  if (marks === '') return { start, end: start }
  const from = start + gap.indexOf(marks)
  return { start: from, end: from + marks.length }
}
