import type { PreparedScorer } from '../../core/contracts.ts'

/** Says nothing of any bead: for a pair that lacks what a scorer looks at. */
export const noScorer: PreparedScorer = { score: () => 0, explain: () => [] }
