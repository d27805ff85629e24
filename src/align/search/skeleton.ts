import type { AnalysedDocument } from '../../core/types.ts'
import type { Point } from './band.ts'
import type { FoundPoint } from './bounds.ts'
import { commonChain } from './chain.ts'

/** Fewer numbered headings in common than this may be chance. */
const leastCommon = 3
/** The chain must hold this share of the numbered headings of the text that has fewer of them. */
const leastShare = 0.5
/** Numbers that stand very often on both sides are left out, the commonest first, until so few pairs of places remain. */
const mostPairs = 300_000

/** How much a heading in common speaks for a way through it, in log-odds. */
const worthOfHeading = 5
/** How much the first heading of what only one text has speaks for an end there: joining what follows saves as much as leaving it out costs. */
const worthOfEnd = 12

/** A paragraph that begins with the number of a part of its text: `Article 5`, `第五条`, `2. Definitions`. */
interface Heading {
  readonly segment: number
  /** `section:5`. */
  readonly key: string
  /** How the number is written: equal for the articles of a text, and mostly another for its chapters. */
  readonly style: string
}

/**
 * Where the same numbered parts begin in both texts: the numbers of paragraphs on one side are a sequence, and so are those
 * of the other; taken are the pairs of places that every longest sequence in common holds. So neither a part that is
 * missing on one side, nor parts in another order, nor a table of contents on one side leads astray: what has a double
 * meaning is left out. Where only one text goes on with further parts, the part before them ends. Empty when little is common.
 */
export function skeletonPoints(source: AnalysedDocument, target: AnalysedDocument): readonly FoundPoint[] {
  const here = headingsOf(source)
  const there = headingsOf(target)
  const enough = Math.max(leastCommon, leastShare * Math.min(here.length, there.length))
  if (Math.min(here.length, there.length) < leastCommon) return []
  const first = commonChain(pairsOf(here, there, () => true))
  const styles = stylesInCommon(first)
  const fits = (a: Heading, b: Heading): boolean => (styles.get(a.style) ?? b.style) === b.style
  const chain = commonChain(pairsOf(here, there, fits))
  if (chain.length < enough) return []
  const common = chain.map(({ here: a, there: b }) => ({
    source: a.segment,
    target: b.segment,
    worth: worthOfHeading,
  }))
  const end = { source: source.segments.length, target: target.segments.length }
  return [...common, ...endsOfParts(chain, here, there, end)]
}

/**
 * Where a part ends because headings follow that the other text does not have: what stands from the first of them to the
 * next heading in common is without a counterpart, and the part before it has all of the other text up to there.
 */
function endsOfParts(
  chain: readonly Pair[],
  here: readonly Heading[],
  there: readonly Heading[],
  end: Point,
): readonly FoundPoint[] {
  const hereStyles = new Set(chain.map((pair) => pair.here.style))
  const thereStyles = new Set(chain.map((pair) => pair.there.style))
  return chain.flatMap((pair, k): readonly FoundPoint[] => {
    const next = chain[k + 1]
    const to = next === undefined ? end : { source: next.here.segment, target: next.there.segment }
    const a = here.slice(pair.source + 1, next?.source).find(({ style }) => hereStyles.has(style))
    const b = there.slice(pair.target + 1, next?.target).find(({ style }) => thereStyles.has(style))
    if (a !== undefined && b === undefined) return [{ source: a.segment, target: to.target, worth: worthOfEnd }]
    return a === undefined && b !== undefined ? [{ source: to.source, target: b.segment, worth: worthOfEnd }] : []
  })
}

/** Two headings with the same number; `source` and `target` are their places among the headings. */
interface Pair extends Point {
  readonly here: Heading
  readonly there: Heading
}

function pairsOf(
  here: readonly Heading[],
  there: readonly Heading[],
  fits: (a: Heading, b: Heading) => boolean,
): readonly Pair[] {
  const rows = groupedBy(here)
  const columns = groupedBy(there)
  const keys = [...rows.keys()]
    .filter((key) => columns.has(key))
    .map((key) => ({ key, count: (rows.get(key)?.length ?? 0) * (columns.get(key)?.length ?? 0) }))
    .sort((a, b) => a.count - b.count)
  const pairs: Pair[] = []
  for (const { key, count } of keys) {
    if (pairs.length + count > mostPairs) break
    for (const a of rows.get(key) ?? [])
      for (const b of columns.get(key) ?? [])
        if (fits(a.heading, b.heading)) pairs.push({ source: a.at, target: b.at, here: a.heading, there: b.heading })
  }
  return pairs
}

interface Placed {
  readonly heading: Heading
  readonly at: number
}

function groupedBy(headings: readonly Heading[]): ReadonlyMap<string, readonly Placed[]> {
  const groups = new Map<string, Placed[]>()
  headings.forEach((heading, at) => {
    const group = groups.get(heading.key)
    if (group === undefined) groups.set(heading.key, [{ heading, at }])
    else group.push({ heading, at })
  })
  return groups
}

/** For each style of the one side, the style that its numbers have on the other, where nearly all agree both ways. */
function stylesInCommon(pairs: readonly Pair[]): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>()
  const totals = new Map<string, number>()
  for (const { here, there } of pairs) {
    const row = counts.get(here.style) ?? new Map<string, number>()
    counts.set(here.style, row)
    row.set(there.style, (row.get(there.style) ?? 0) + 1)
    totals.set(there.style, (totals.get(there.style) ?? 0) + 1)
  }
  const agreed = new Map<string, string>()
  for (const [style, row] of counts) {
    const all = [...row.values()].reduce((sum, count) => sum + count, 0)
    for (const [other, count] of row)
      if (count >= 2 && count >= agreement * all && count >= agreement * (totals.get(other) ?? 0))
        agreed.set(style, other)
  }
  return agreed
}
const agreement = 0.8

/** Paragraphs that begin with a number of a part; a sentence inside a paragraph that does so refers to one. */
function headingsOf({ text, segments, analyses, blocks }: AnalysedDocument): readonly Heading[] {
  return segments.flatMap((segment, i): readonly Heading[] => {
    const block = blocks[segment.block]
    if (segments[i - 1]?.block === segment.block || block?.role === 'boilerplate') return []
    const first = analyses[i]?.entities.find(({ span }) => text.slice(segment.span.start, span.start).trim() === '')
    if (first?.key?.startsWith('section:') !== true) return []
    return [{ segment: i, key: first.key, style: styleOf(text.slice(first.span.start, first.span.end)) }]
  })
}

/** The word that a written number begins with and the letter that it ends in, where it is written with such: `artikel`, `第…条`. */
function styleOf(written: string): string {
  const isLetter = (character: string): boolean => /^\p{Lo}$/u.test(character)
  const [start, end] = [written.charAt(0), written.charAt(written.length - 1)]
  if (written.length > 1 && isLetter(start)) return isLetter(end) ? `${start}…${end}` : start
  return /^\p{L}+(?=\P{L})/u.exec(written)?.[0].toLowerCase() ?? '#'
}
