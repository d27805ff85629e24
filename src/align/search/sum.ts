import type { PreparedScorer } from '../../core/contracts.ts'

/** Score of a bead as log-likelihood ratio; called only with ranges inside the texts. */
export type BeadScore = (sFrom: number, sTo: number, tFrom: number, tTo: number) => number

/** Sum of all scorers: what one bead is worth. */
export function sumOf(prepared: readonly PreparedScorer[]): BeadScore {
  return (sFrom, sTo, tFrom, tTo) => {
    let sum = 0
    for (const scorer of prepared) sum += scorer.score(sFrom, sTo, tFrom, tTo)
    return sum
  }
}
