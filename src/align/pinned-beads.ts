import type { PreparedScorer } from '../core/contracts.ts'
import { pinEvidence } from '../core/pins.ts'
import type { AnalysedDocument, Bead, LinkedPair, Pin, Relation, SegmentRange } from '../core/types.ts'
import { emptyBead, proposedBead } from './beads.ts'
import { judge } from './judge.ts'
import { relationOfParallel } from './relation.ts'

/** A memory is right nearly always. */
const memoryConfidence = 0.99

/** The bead of a pin, with what the scorers say of it and the word of the person or memory. An empty side keeps its place. */
export function pinnedBead(prepared: readonly PreparedScorer[], { source, target, word: given }: Pin): Bead {
  const word = given ?? pinEvidence({ source, target })
  if (source.from === source.to || target.from === target.to)
    return { ...emptyBead(source, target), score: word.score, evidence: [word] }
  const { evidence, coverage, lengthScore } = judge(prepared, source, target)
  const all = [...evidence, word]
  const score = all.reduce((sum, item) => sum + item.score, 0)
  const relation = asPaired(relationOfParallel(1, coverage, lengthScore, evidence))
  return proposedBead({
    source,
    target,
    score,
    confidence: given === undefined ? 1 : memoryConfidence,
    relation,
    evidence: all,
  })
}

/** Nobody would fix what is related at most. */
const asPaired = (relation: Relation): Relation => (relation === 'partial' ? 'partial' : 'translation')

/** The pair with the segments of pins set aside as boilerplate is, for searches that pair any with any. */
export function withoutPinned(pair: LinkedPair, pins: readonly Pin[]): LinkedPair {
  if (pins.length === 0) return pair
  return {
    ...pair,
    source: setAside(
      pair.source,
      pins.map((pin) => pin.source),
    ),
    target: setAside(
      pair.target,
      pins.map((pin) => pin.target),
    ),
  }
}

function setAside(document: AnalysedDocument, ranges: readonly SegmentRange[]): AnalysedDocument {
  const { segments, blocks } = document
  const pinned = new Set(ranges.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, k) => from + k)))
  return {
    ...document,
    blocks: [...blocks, { span: { start: 0, end: 0 }, role: 'boilerplate' }],
    segments: segments.map((segment) => (pinned.has(segment.index) ? { ...segment, block: blocks.length } : segment)),
  }
}

/** Beads of one segment each that a pin without a counterpart holds together become its one bead, where the first of them stood. */
export function joinLonePins(beads: readonly Bead[], pins: readonly (Pin | Bead)[]): readonly Bead[] {
  const lone = pins.filter(({ source, target }) => source.from === source.to || target.from === target.to)
  const pinOf = (bead: Bead): Pin | Bead | undefined =>
    lone.find(
      ({ source, target }) =>
        (bead.target.from === bead.target.to &&
          source.from <= bead.source.from &&
          bead.source.to <= source.to &&
          bead.source.from < bead.source.to) ||
        (bead.source.from === bead.source.to &&
          target.from <= bead.target.from &&
          bead.target.to <= target.to &&
          bead.target.from < bead.target.to),
    )
  const seen = new Set<Pin | Bead>()
  return beads.flatMap((bead): readonly Bead[] => {
    const pin = lone.length === 0 ? undefined : pinOf(bead)
    if (pin === undefined) return [bead]
    if (seen.has(pin)) return []
    seen.add(pin)
    if ('decision' in pin) return [pin]
    const hasSource = pin.source.from < pin.source.to
    return [pinnedBead([], hasSource ? { ...pin, target: bead.target } : { ...pin, source: bead.source })]
  })
}
