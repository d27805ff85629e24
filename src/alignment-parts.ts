import { isFixedBead } from './core/pins.ts'
import type { Alignment, AnalysedDocument, Bead, Segment, SegmentAnalysis } from './core/types.ts'

/** An alignment without evidence in pieces, so that passing it to another thread holds nothing up for long. */
export type AlignmentPart =
  | { readonly part: 'frame'; readonly alignment: Alignment }
  | {
      readonly part: 'segments'
      readonly side: 'source' | 'target'
      readonly segments: readonly Segment[]
      readonly analyses: readonly SegmentAnalysis[]
    }
  | { readonly part: 'beads'; readonly beads: readonly Bead[] }
  | { readonly part: 'end' }

const itemsAtOnce = 2000

/** The pieces, in the order in which they are to be put together. Of evidence come the words of persons and memories alone. */
export function* partsOf(alignment: Alignment): Generator<AlignmentPart> {
  const bare = (document: AnalysedDocument): AnalysedDocument => ({ ...document, segments: [], analyses: [] })
  const { source, target, beads } = alignment
  yield { part: 'frame', alignment: { ...alignment, source: bare(source), target: bare(target), beads: [] } }
  for (const [side, { segments, analyses }] of [['source', source] as const, ['target', target] as const])
    for (let at = 0; at < segments.length; at += itemsAtOnce) {
      const end = at + itemsAtOnce
      yield { part: 'segments', side, segments: segments.slice(at, end), analyses: analyses.slice(at, end) }
    }
  for (let at = 0; at < beads.length; at += itemsAtOnce)
    yield { part: 'beads', beads: beads.slice(at, at + itemsAtOnce).map(withoutEvidence) }
  yield { part: 'end' }
}

function withoutEvidence(bead: Bead): Bead {
  if (!isFixedBead(bead)) return { ...bead, evidence: [] }
  const evidence = bead.evidence.filter((item) => isFixedBead({ ...bead, evidence: [item] }))
  return { ...bead, evidence }
}

/** Puts pieces together. */
export interface PartJoiner {
  /** The alignment when this was its last piece. */
  add(part: AlignmentPart): Alignment | undefined
}

/** A joiner that has no piece yet. */
export function createPartJoiner(): PartJoiner {
  const sides = {
    source: { segments: [] as Segment[], analyses: [] as SegmentAnalysis[] },
    target: { segments: [] as Segment[], analyses: [] as SegmentAnalysis[] },
  }
  const beads: Bead[] = []
  let frame: Alignment | undefined
  return {
    add(part) {
      if (part.part === 'frame') frame = part.alignment
      if (part.part === 'segments') {
        sides[part.side].segments.push(...part.segments)
        sides[part.side].analyses.push(...part.analyses)
      }
      if (part.part === 'beads') beads.push(...part.beads)
      if (part.part !== 'end' || frame === undefined) return undefined
      const { source, target } = frame
      return { ...frame, source: { ...source, ...sides.source }, target: { ...target, ...sides.target }, beads }
    },
  }
}
