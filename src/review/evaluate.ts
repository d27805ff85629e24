/** Segment indexes from 0 on both sides; an empty side is a deletion. */
export interface LadderBead {
  readonly source: readonly number[]
  readonly target: readonly number[]
}

/** Fractions 0..1. */
export interface Scores {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

/** How well the beads of a system agree with the gold beads. */
export interface BeadScores {
  /** A system bead counts when the gold has exactly the same bead. */
  readonly strict: Scores
  /** A system bead counts when it shares a linked pair of sentences with a gold bead. */
  readonly lax: Scores
  /** Distinct beads: of the system, and of the gold without its deletions. */
  readonly beads: { readonly correct: number; readonly system: number; readonly gold: number }
}

/** Gold beads and system beads of one document. */
export interface LadderPair {
  readonly gold: readonly LadderBead[]
  readonly system: readonly LadderBead[]
}

/** Right and wrong beads of one side of the comparison, before they become fractions. */
export interface Counts {
  readonly strict: number
  readonly lax: number
  readonly total: number
}

/**
 * Strict and lax scores over documents taken together, as Vecalign's `score.py` defines them: a bead is a pair of sets, so
 * doubles count once; deletions count in precision and not in recall; recall is precision with the roles exchanged.
 */
export function evaluateLadders(pairs: readonly LadderPair[]): BeadScores {
  const precision = pairs.map(({ gold, system }) => countHits(gold, system))
  const recall = pairs.map(({ gold, system }) => countHits(withoutDeletions(system), withoutDeletions(gold)))
  return scoresOf(sumCounts(precision), sumCounts(recall))
}

const withoutDeletions = (beads: readonly LadderBead[]): readonly LadderBead[] =>
  beads.filter((bead) => bead.source.length > 0 && bead.target.length > 0)

/** How many of `beads` the `reference` confirms. */
function countHits(reference: readonly LadderBead[], beads: readonly LadderBead[]): Counts {
  const known = distinct(reference)
  const linked = new Set([...known.values()].flatMap(linksOf))
  let strict = 0
  let lax = 0
  const tried = distinct(beads)
  for (const [key, bead] of tried) {
    const isSame = known.has(key)
    if (isSame) strict++
    if (isSame || linksOf(bead).some((link) => linked.has(link))) lax++
  }
  return { strict, lax, total: tried.size }
}

function distinct(beads: readonly LadderBead[]): ReadonlyMap<string, LadderBead> {
  const filled = beads.filter((bead) => bead.source.length > 0 || bead.target.length > 0)
  return new Map(filled.map((bead) => [`${bead.source.join()}|${bead.target.join()}`, bead]))
}

const linksOf = (bead: LadderBead): readonly string[] =>
  bead.source.flatMap((source) => bead.target.map((target) => `${source}|${target}`))

/** Adds the counts of several documents. */
export function sumCounts(counts: readonly Counts[]): Counts {
  return counts.reduce(
    (sum, one) => ({ strict: sum.strict + one.strict, lax: sum.lax + one.lax, total: sum.total + one.total }),
    { strict: 0, lax: 0, total: 0 },
  )
}

/** Fractions of the counts of the precision side (system beads) and of the recall side (gold beads). */
export function scoresOf(precision: Counts, recall: Counts): BeadScores {
  return {
    strict: scores(ratio(precision.strict, precision.total), ratio(recall.strict, recall.total)),
    lax: scores(ratio(precision.lax, precision.total), ratio(recall.lax, recall.total)),
    beads: { correct: precision.strict, system: precision.total, gold: recall.total },
  }
}

/** Precision and recall with their harmonic mean; 0 when both are 0. */
export function scores(precision: number, recall: number): Scores {
  return { precision, recall, f1: ratio(2 * precision * recall, precision + recall) }
}

/** A quotient that is 0 where there is nothing to divide by. */
export function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
}
