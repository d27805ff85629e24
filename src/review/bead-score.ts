import { trimSpan } from '../core/text.ts'
import type { Alignment, AnalysedDocument, SegmentRange, Span } from '../core/types.ts'
import { type BeadScores, type Counts, scoresOf } from './evaluate.ts'
import type { GoldBead } from './gold.ts'

/** One bead as stretches of the two texts; an empty side is a deletion. */
type TextBead = GoldBead

/**
 * Strict and lax scores of an alignment against gold sentences. A system bead is strictly right when its segments cover
 * exactly the sentences of a gold bead, however either side is cut inside; counting is that of `evaluateLadders`.
 */
export function evaluateBeads(gold: readonly GoldBead[], alignment: Alignment): BeadScores {
  const system = alignment.beads.map((bead) => ({
    source: segmentSpans(alignment.source, bead.source),
    target: segmentSpans(alignment.target, bead.target),
  }))
  const texts = { source: alignment.source.text, target: alignment.target.text }
  return scoresOf(
    countHits(gold, system, texts),
    countHits(system.filter(hasBothSides), gold.filter(hasBothSides), texts),
  )
}

interface Texts {
  readonly source: string
  readonly target: string
}

const segmentSpans = (document: AnalysedDocument, range: SegmentRange): readonly Span[] =>
  document.segments.slice(range.from, range.to).map((segment) => segment.span)

const hasBothSides = (bead: TextBead): boolean => bead.source.length > 0 && bead.target.length > 0

function countHits(reference: readonly TextBead[], beads: readonly TextBead[], texts: Texts): Counts {
  const known = new Set(reference.map((bead) => coverKey(bead, texts)))
  const linked = reference.filter(hasBothSides)
  const source = ownersOf(
    linked.map((bead) => bead.source),
    texts.source.length,
  )
  const target = ownersOf(
    linked.map((bead) => bead.target),
    texts.target.length,
  )
  const tried = new Map(beads.map((bead) => [coverKey(bead, texts), bead]))
  let strict = 0
  let lax = 0
  for (const [key, bead] of tried) {
    const isSame = known.has(key)
    if (isSame) strict++
    const touched = beadsTouched(bead.target, target)
    if (isSame || [...beadsTouched(bead.source, source)].some((owner) => touched.has(owner))) lax++
  }
  return { strict, lax, total: tried.size }
}

/** First and last character of both sides: equal for equal text, however it is cut. */
function coverKey(bead: TextBead, texts: Texts): string {
  return `${cover(bead.source, texts.source)}|${cover(bead.target, texts.target)}`
}

function cover(spans: readonly Span[], text: string): string {
  const first = spans[0]
  const last = spans.at(-1)
  if (first === undefined || last === undefined) return ''
  const span = trimSpan(text, { start: first.start, end: last.end })
  return `${span.start}-${span.end}`
}

/** For every character the number of the bead that holds it, counted from 1; 0 for none. */
function ownersOf(sides: readonly (readonly Span[])[], length: number): Uint32Array {
  const owners = new Uint32Array(length)
  sides.forEach((spans, i) => {
    for (const span of spans) owners.fill(i + 1, span.start, span.end)
  })
  return owners
}

function beadsTouched(spans: readonly Span[], owners: Uint32Array): ReadonlySet<number> {
  const touched = new Set<number>()
  for (const span of spans) for (let i = span.start; i < span.end; i++) touched.add(owners[i] ?? 0)
  touched.delete(0)
  return touched
}
