import type { Evidence, Span } from '../../../editing.ts'
import type { BeadDetail } from '../../protocol.ts'

/** A piece of evidence that stands in both texts, with the number under which it is marked. */
export interface Match {
  /** From 1 on: what weighs most first, names before words. */
  readonly number: number
  readonly kind: 'name' | 'word'
  readonly evidence: Evidence
  readonly source: readonly Span[]
  readonly target: readonly Span[]
}

/** The matches of a bead in the order of their numbers. Words that stand inside matching names are not named again. */
export function matchesOf(detail: BeadDetail): readonly Match[] {
  const found = detail.evidence.flatMap((evidence) => {
    const { links, kind } = evidence
    if (!links || links.length === 0) return []
    return { kind: kind === 'word' ? ('word' as const) : ('name' as const), evidence, ...spansOf(links) }
  })
  const names = found.filter(({ kind }) => kind === 'name').sort(byWeight)
  const words = found.filter((word) => word.kind === 'word' && !names.some((name) => covers(name, word))).sort(byWeight)
  return [...names, ...words].map((match, at) => ({ ...match, number: at + 1 }))
}

type Found = Pick<Match, 'evidence' | 'source' | 'target'>

function byWeight(a: Found, b: Found): number {
  return b.evidence.score - a.evidence.score
}

function spansOf(links: NonNullable<Evidence['links']>): Pick<Match, 'source' | 'target'> {
  return { source: distinct(links.map(({ source }) => source)), target: distinct(links.map(({ target }) => target)) }
}

function distinct(spans: readonly Span[]): readonly Span[] {
  return spans.filter(
    (span, at) => spans.findIndex(({ start, end }) => start === span.start && end === span.end) === at,
  )
}

function covers(name: Found, word: Found): boolean {
  return isInside(word.source, name.source) && isInside(word.target, name.target)
}

function isInside(inner: readonly Span[], outer: readonly Span[]): boolean {
  return inner.every(({ start, end }) => outer.some((span) => span.start <= start && end <= span.end))
}

/** How many colours there are; matches take them in turn. */
const colours = 8

/** The colour of a match, 1 to 8. */
export function colourOf(number: number): number {
  return ((number - 1) % colours) + 1
}
