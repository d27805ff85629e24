import type { Coverage, PreparedScorer } from '../core/contracts.ts'
import type { Evidence, SegmentRange } from '../core/types.ts'

/** What all scorers say of one bead. */
export interface Judgement {
  readonly evidence: readonly Evidence[]
  readonly coverage: Coverage | undefined
  /** The part of the score that its lengths make. */
  readonly lengthScore: number
}

/** Gathers the evidence of a bead; called for the beads of the result alone. */
export function judge(prepared: readonly PreparedScorer[], source: SegmentRange, target: SegmentRange): Judgement {
  const evidence = prepared.flatMap((scorer) => scorer.explain(source, target))
  const coverage = prepared.map((scorer) => scorer.coverage?.(source, target)).find((value) => value !== undefined)
  const lengthScore = evidence.reduce((sum, item) => (lengthScorers.has(item.scorer) ? sum + item.score : sum), 0)
  return { evidence, coverage, lengthScore }
}

const lengthScorers: ReadonlySet<string> = new Set(['length', 'ratio'])
