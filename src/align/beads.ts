import type { Bead, Evidence, Relation, SegmentRange } from '../core/types.ts'

/** Scores and probabilities are kept to four decimals, so that files stay small and equal on every machine. */
export const rounded = (value: number): number => Math.round(value * 10_000) / 10_000

/** What a search and its judges know of one bead. */
export interface Finding {
  readonly source: SegmentRange
  readonly target: SegmentRange
  readonly score: number
  readonly confidence: number
  readonly relation: Relation
  readonly evidence: readonly Evidence[]
}

/** A bead that nobody has decided on yet. */
export function proposedBead({ source, target, score, confidence, relation, evidence }: Finding): Bead {
  return {
    id: `${source.from}-${source.to}:${target.from}-${target.to}`,
    source,
    target,
    score: rounded(score),
    confidence: rounded(confidence),
    relation,
    evidence: evidence.map((item) => ({ ...item, score: rounded(item.score) })).filter((item) => item.score !== 0),
    decision: { state: 'proposed' },
  }
}

/** A bead with nothing on one of its sides. */
export function emptyBead(source: SegmentRange, target: SegmentRange): Bead {
  return proposedBead({ source, target, score: 0, confidence: 0, relation: 'unaligned', evidence: [] })
}

/**
 * Adds a bead for every segment that is in none yet. Beads come in source order; segments of the target without a
 * counterpart follow the bead of the segment before them, and every empty range says where it falls.
 */
export function coverAll(sources: number, targets: number, paired: readonly Bead[]): readonly Bead[] {
  const bySource = new Map(paired.map((bead) => [bead.source.from, bead]))
  const targetStarts = new Set(paired.map((bead) => bead.target.from))
  const beads: Bead[] = []
  let s = 0
  const addLoneTargets = (from: number): void => {
    for (let t = from; t < targets && !targetStarts.has(t); t++)
      beads.push(emptyBead({ from: s, to: s }, { from: t, to: t + 1 }))
  }
  addLoneTargets(0)
  let place = 0
  while (s < sources) {
    const bead = bySource.get(s)
    if (bead === undefined) {
      beads.push(emptyBead({ from: s, to: s + 1 }, { from: place, to: place }))
      s++
      continue
    }
    beads.push(bead)
    s = bead.source.to
    place = bead.target.to
    addLoneTargets(place)
  }
  return beads
}
