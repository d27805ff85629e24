import type { AnalysedDocument, LinkedPair, SegmentRange } from '../core/types.ts'

/** Counts the words of two passages that a translation would have kept as they are, and that only one of them has. */
export type ForeignWords = (source: SegmentRange, target: SegmentRange) => number

/** Names and codes in Latin letters, with the marks that join their parts, and numbers of two digits and more. */
const latinWord = /[\p{Script=Latin}\p{Nd}]+(?:[.:@/_+-][\p{Script=Latin}\p{Nd}]+)*/gu
const tells = /\p{Script=Latin}|\p{Nd}{2}/u
/** More than this many of them in one passage say no more. */
const mostForeign = 4

/**
 * A text in another script writes names and codes in Latin letters where it keeps them as they are, so that they stand in
 * its translation too. Nothing can be told of a text that is in Latin letters itself.
 */
export function foreignWords({ source, target }: LinkedPair): ForeignWords {
  const [isHere, isThere] = [!isLatin(source), !isLatin(target)]
  if (!isHere && !isThere) return () => 0
  return (s, t) => {
    const [left, right] = [textOf(source, s), textOf(target, t)]
    const missing = (isHere ? countMissing(left, right) : 0) + (isThere ? countMissing(right, left) : 0)
    return Math.min(mostForeign, missing)
  }
}

/** Words of one passage that the other does not hold. */
function countMissing(text: string, other: string): number {
  const words = new Set(text.match(latinWord) ?? [])
  return [...words].filter((word) => tells.test(word) && !other.includes(word)).length
}

const textOf = ({ text, segments }: AnalysedDocument, { from, to }: SegmentRange): string =>
  text
    .slice(segments[from]?.span.start, segments[to - 1]?.span.end)
    .normalize('NFKC')
    .toLowerCase()

/** How much of a text is looked at to tell its script. */
const sample = 20_000

/** Whether a text is in Latin letters: words in them are counted against single letters of others, which may be words. */
function isLatin({ text }: AnalysedDocument): boolean {
  const head = text.slice(0, sample)
  const words = head.match(/\p{Script=Latin}+/gu)?.length ?? 0
  const others = head.match(/(?!\p{Script=Latin})\p{L}/gu)?.length ?? 0
  return words > others || others === 0
}
