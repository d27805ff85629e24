import type { Candidates } from './candidates.ts'
import type { Units } from './passages.ts'

/** A pair of units that are each other's best match, by their indexes. */
export interface Match {
  readonly source: number
  readonly target: number
  readonly score: number
  /** How far the best stands above the next best of either side, in log-odds; at most `score`. */
  readonly margin: number
  /** Log of the score over the mean of the next best ones of both sides (Artetxe and Schwenk 2019), all of them plus 1. */
  readonly ratio: number
}

/** Units that are still to be had, by index. */
export interface Free {
  source(unit: number): boolean
  target(unit: number): boolean
}

/** So many of the next best candidates of a unit make the mean that its best is held against. */
const rivals = 3

/** Pairs of units without regard to order: among the candidates that are free, those that are best in both directions. */
export function mutualBest({ sources, targets, scores }: Candidates, units: Units, free: Free): readonly Match[] {
  const bySource = emptyRanks(units.source.length)
  const byTarget = emptyRanks(units.target.length)
  sources.forEach((s, k) => {
    const t = targets[k] ?? 0
    if (!free.source(s) || !free.target(t)) return
    note(bySource, s, t, scores[k] ?? 0)
    note(byTarget, t, s, scores[k] ?? 0)
  })
  const matches: Match[] = []
  bySource.best.forEach((t, s) => {
    const score = bySource.top[s * (rivals + 1)] ?? 0
    if (t < 0 || byTarget.best[t] !== s || score <= 0) return
    const second = Math.max(bySource.top[s * (rivals + 1) + 1] ?? 0, byTarget.top[t * (rivals + 1) + 1] ?? 0)
    const rest = 0.5 * (meanOfRivals(bySource, s) + meanOfRivals(byTarget, t))
    matches.push({ source: s, target: t, score, margin: score - second, ratio: Math.log((score + 1) / (rest + 1)) })
  })
  return matches
}

/** Best candidates of every unit of one side. */
interface Ranks {
  readonly best: Int32Array
  /** The highest scores of each unit, falling; 0 where there are fewer or where they are negative. */
  readonly top: Float64Array
}
const emptyRanks = (size: number): Ranks => ({
  best: new Int32Array(size).fill(-1),
  top: new Float64Array(size * (rivals + 1)),
})

function note({ best, top }: Ranks, at: number, other: number, value: number): void {
  const first = at * (rivals + 1)
  if (value > (top[first] ?? 0)) best[at] = other
  let k = rivals
  if (value <= (top[first + k] ?? 0)) return
  while (k > 0 && (top[first + k - 1] ?? 0) < value) {
    top[first + k] = top[first + k - 1] ?? 0
    k--
  }
  top[first + k] = value
}

function meanOfRivals({ top }: Ranks, at: number): number {
  let sum = 0
  for (let k = 1; k <= rivals; k++) sum += top[at * (rivals + 1) + k] ?? 0
  return sum / rivals
}
