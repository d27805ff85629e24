import { relations } from './core/relations.ts'
import { placeAt, textOf } from './core/text.ts'
import type {
  Alignment,
  AlignmentMode,
  AnalysedDocument,
  Bead,
  Evidence,
  LanguageGuess,
  Relation,
  SegmentRange,
  Span,
} from './core/types.ts'
import { exportedBeads, type Selection, toUnits } from './units.ts'

/** What there is to say about an alignment in a few lines; plain data that passes between threads. */
export interface Summary {
  readonly source: SideSummary
  readonly target: SideSummary
  readonly mode: AlignmentMode
  readonly modeReason: string
  /** How many beads are of each kind; `unaligned` counts beads with an empty side that are not page furniture. */
  readonly beads: Readonly<Record<Relation, number>>
  readonly exported: Exported
  readonly signature: string
  /** The best pairs, best first. */
  readonly pairs: readonly PairView[]
}

/** What the selection lets out. */
export interface Exported {
  /** Beads of each relation. */
  readonly beads: Readonly<Record<Relation, number>>
  readonly pairs: number
  /** Translation units; fewer than pairs where a source text is repeated. */
  readonly units: number
}

/** What there is to say about one of the two texts. */
export interface SideSummary {
  readonly file: string
  readonly language: LanguageGuess
  readonly segments: number
  /** Segments that are page furniture and took no part. */
  readonly furniture: number
  /** Segments of the text that found no counterpart. */
  readonly unaligned: number
}

/** One bead as a person reads it. */
export interface PairView {
  readonly id: string
  readonly relation: Relation
  /** Probability 0..1. */
  readonly confidence: number
  readonly source: TextView
  readonly target: TextView
  /** What speaks for the pair, strongest first. */
  readonly reasons: readonly Reason[]
  /** What speaks against it, in plain words. */
  readonly doubts: readonly string[]
}

/** The text of one side of a bead, on one line. */
export interface TextView {
  readonly text: string
  /** Line of the file on which it starts, counted from 1. */
  readonly line: number
  /** Places in `text` in order, apart from each other; `reason` is the index of the reason that they belong to. */
  readonly marks: readonly Mark[]
}
/** A place in a text that matches one on the other side. */
export interface Mark extends Span {
  readonly reason: number
}

/** Two stretches of text that mean the same thing. */
export interface Reason {
  readonly kind: NonNullable<Evidence['kind']>
  readonly source: string
  readonly target: string
  readonly key?: string
}

/** Summarises an alignment with its `count` best pairs among those that the selection lets out, or among the related ones when none is. */
export function summarise(alignment: Alignment, selection: Selection, count: number): Summary {
  const exported = exportedBeads(alignment, selection)
  const idle = { source: furnitureOf(alignment.source), target: furnitureOf(alignment.target) }
  const beads: Record<Relation, number> = { ...noBeads }
  const unaligned = { source: 0, target: 0 }
  for (const bead of alignment.beads) {
    const own = { source: countActive(bead.source, idle.source), target: countActive(bead.target, idle.target) }
    if (own.source + own.target > 0) beads[bead.relation]++
    if (bead.relation !== 'unaligned') continue
    unaligned.source += own.source
    unaligned.target += own.target
  }
  const side = (name: 'source' | 'target'): SideSummary => ({
    file: alignment[name].id,
    language: alignment[name].language,
    segments: alignment[name].segments.length,
    furniture: idle[name].filter(Boolean).length,
    unaligned: unaligned[name],
  })
  return {
    source: side('source'),
    target: side('target'),
    mode: alignment.mode,
    modeReason: alignment.modeReason,
    beads,
    exported: {
      beads: countRelations(alignment.beads.filter((bead) => exported.has(bead.id))),
      pairs: exported.size,
      units: toUnits(alignment, selection).length,
    },
    signature: alignment.signature,
    pairs: bestBeads(alignment, exported)
      .slice(0, count)
      .map((bead) => viewPair(alignment, bead)),
  }
}

const noBeads: Readonly<Record<Relation, number>> = { translation: 0, partial: 0, related: 0, unaligned: 0 }

function countRelations(beads: readonly Bead[]): Readonly<Record<Relation, number>> {
  const counts: Record<Relation, number> = { ...noBeads }
  for (const bead of beads) counts[bead.relation]++
  return counts
}

const furnitureOf = (document: AnalysedDocument): readonly boolean[] =>
  document.segments.map((segment) => document.blocks[segment.block]?.role === 'boilerplate')

function countActive(range: SegmentRange, idle: readonly boolean[]): number {
  let count = 0
  for (let i = range.from; i < range.to; i++) if (idle[i] !== true) count++
  return count
}

/** Best first: by what a person decided, relation, confidence, and how much links the two sides. */
function bestBeads(alignment: Alignment, exported: ReadonlySet<string>): readonly Bead[] {
  const allowed = (bead: Bead): boolean => (exported.size > 0 ? exported.has(bead.id) : bead.relation === 'related')
  return alignment.beads
    .filter((bead) => allowed(bead) && bead.source.from < bead.source.to && bead.target.from < bead.target.to)
    .map((bead) => ({
      bead,
      keys: [-relations.indexOf(bead.relation), Math.floor(bead.confidence * 100), weightOf(bead)],
    }))
    .sort((a, b) => compareKeys(b.keys, a.keys))
    .map(({ bead }) => bead)
}

const weightOf = (bead: Bead): number =>
  bead.evidence.reduce((sum, item) => sum + (item.links === undefined ? 0 : Math.max(0, item.score)), 0)

function compareKeys(a: readonly number[], b: readonly number[]): number {
  const different = a.findIndex((value, i) => value !== b[i])
  return different < 0 ? 0 : (a[different] ?? 0) - (b[different] ?? 0)
}

/** Shows a bead: its text on both sides with the places that match. */
export function viewPair(alignment: Alignment, bead: Bead): PairView {
  const { source, target } = alignment
  const linked = reasonsFor(bead)
  const doubts = bead.evidence.filter((item) => item.score < 0 && item.key !== undefined).map((item) => item.note)
  return {
    id: bead.id,
    relation: bead.relation,
    confidence: bead.confidence,
    source: viewText(
      source,
      bead.source,
      linked.map((item) => spansOf(item, 'source')),
      bead.text?.source,
    ),
    target: viewText(
      target,
      bead.target,
      linked.map((item) => spansOf(item, 'target')),
      bead.text?.target,
    ),
    reasons: linked.map((item) => reasonOf(item, source.text, target.text)),
    doubts: [...new Set(doubts)],
  }
}

/** Evidence with places, things before words; a word inside a thing that matches already says nothing new. */
function reasonsFor(bead: Bead): readonly Evidence[] {
  const linked = bead.evidence.filter((item) => item.score > 0 && (item.links?.length ?? 0) > 0)
  const things = linked.filter((item) => item.kind !== 'word')
  const isPartOf = (word: Evidence, thing: Evidence): boolean =>
    overlap(spansOf(word, 'source'), spansOf(thing, 'source')) &&
    overlap(spansOf(word, 'target'), spansOf(thing, 'target'))
  const words = linked.filter((item) => item.kind === 'word' && !things.some((thing) => isPartOf(item, thing)))
  const byScore = (a: Evidence, b: Evidence): number => b.score - a.score
  return [...things.sort(byScore), ...words.sort(byScore)]
}

const overlap = (some: readonly Span[], others: readonly Span[]): boolean =>
  some.some((span) => others.some((other) => span.start < other.end && other.start < span.end))

const spansOf = (evidence: Evidence, side: 'source' | 'target'): readonly Span[] =>
  (evidence.links ?? []).map((link) => link[side])

function reasonOf(evidence: Evidence, source: string, target: string): Reason {
  const [link] = evidence.links ?? []
  return {
    kind: evidence.kind ?? 'word',
    source: link === undefined ? '' : textOf(source, link.source),
    target: link === undefined ? '' : textOf(target, link.target),
    ...(evidence.key === undefined ? {} : { key: evidence.key }),
  }
}

/** The text from the first segment of a range to the last, each run of white space as one space, or what a person wrote. */
function viewText(
  document: AnalysedDocument,
  range: SegmentRange,
  spans: readonly (readonly Span[])[],
  own: string | undefined,
): TextView {
  const start = document.segments[range.from]?.span.start ?? 0
  if (own !== undefined) return { text: own.replace(/\s+/gu, ' '), line: placeAt(document.text, start).line, marks: [] }
  const end = document.segments[range.to - 1]?.span.end ?? start
  const { text, offsets } = squeezed(document.text.slice(start, end))
  const marks: Mark[] = []
  spans.forEach((places, reason) => {
    for (const place of places) {
      const mark = { start: offsets[place.start - start] ?? 0, end: offsets[place.end - start] ?? 0, reason }
      const isFree = marks.every((other) => mark.end <= other.start || mark.start >= other.end)
      if (mark.start < mark.end && isFree) marks.push(mark)
    }
  })
  return { text, line: placeAt(document.text, start).line, marks: marks.sort((a, b) => a.start - b.start) }
}

/** The text with every run of white space as one space, and for each offset of the original its offset in the result. */
function squeezed(original: string): { readonly text: string; readonly offsets: Uint32Array } {
  const offsets = new Uint32Array(original.length + 1)
  let text = ''
  for (let i = 0; i < original.length; i++) {
    offsets[i] = text.length
    if (!/\s/u.test(original.charAt(i))) text += original.charAt(i)
    else if (!text.endsWith(' ')) text += ' '
  }
  offsets[original.length] = text.length
  return { text, offsets }
}
