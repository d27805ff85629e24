import type { Evidence } from '../../core/types.ts'
import type { Band, Point } from './band.ts'
import type { Shape } from './shapes.ts'
import type { BeadScore } from './sum.ts'

/** One bead of a path: `source` segments from `i`, `target` segments from `j`. */
export interface Step {
  readonly i: number
  readonly j: number
  readonly shape: Shape
  /** Log-odds of the bead, its prior included. */
  readonly score: number
  /** Probability of the bead over all paths of the search, 0..1. */
  readonly posterior: number
  /** True for a bead that a person has fixed; it need not lie on the path. */
  readonly isPinned?: true
  /** What fixes it when no person has. */
  readonly word?: Evidence
}

const impossible = -1e30

/** Scores of all beads of a search: bead of shape k that starts in cell c is `values[c * shapes.length + k]`. */
export interface ScoreTable {
  readonly band: Band
  readonly shapes: readonly Shape[]
  readonly values: Float32Array
  readonly sources: number
  readonly targets: number
}

/** Scores every bead that fits into the band. */
export function scoreTable(
  band: Band,
  shapes: readonly Shape[],
  sources: number,
  targets: number,
  score: BeadScore,
): ScoreTable {
  const values = new Float32Array(band.size * shapes.length).fill(impossible)
  for (let i = 0; i <= sources; i++)
    for (let j = band.lo[i] as number; j <= (band.hi[i] as number); j++) {
      const cell = ((band.offsets[i] as number) + j - (band.lo[i] as number)) * shapes.length
      for (let k = 0; k < shapes.length; k++) {
        const shape = shapes[k] as Shape
        const [a, b] = [i + shape.source, j + shape.target]
        if (a > sources || b < (band.lo[a] as number) || b > (band.hi[a] as number)) continue
        values[cell + k] = shape.logPrior + score(i, a, j, b)
      }
    }
  return { band, shapes, values, sources, targets }
}

// Kernel: Viterbi over the cells of the band.
/** The best path from corner to corner, as the shape that leaves each of its cells. */
export function bestPath(table: ScoreTable): readonly Point[] {
  const { band, shapes, values, sources, targets } = table
  const best = new Float64Array(band.size).fill(impossible)
  const back = new Int8Array(band.size).fill(-1)
  best[0] = 0
  for (let i = 0; i <= sources; i++)
    for (let j = band.lo[i] as number; j <= (band.hi[i] as number); j++) {
      const cell = (band.offsets[i] as number) + j - (band.lo[i] as number)
      const here = best[cell] as number
      if (here <= impossible) continue
      for (let k = 0; k < shapes.length; k++) {
        const value = values[cell * shapes.length + k] as number
        if (value <= impossible) continue
        const shape = shapes[k] as Shape
        const a = i + shape.source
        const next = (band.offsets[a] as number) + j + shape.target - (band.lo[a] as number)
        if (here + value > (best[next] as number)) {
          best[next] = here + value
          back[next] = k
        }
      }
    }
  return trace(table, back, sources, targets)
}

function trace({ band, shapes }: ScoreTable, back: Int8Array, sources: number, targets: number): readonly Point[] {
  const path: Point[] = [{ source: sources, target: targets }]
  let [i, j] = [sources, targets]
  while (i > 0 || j > 0) {
    const shape = shapes[back[(band.offsets[i] as number) + j - (band.lo[i] as number)] as number]
    if (shape === undefined) throw new RangeError('the band of the search has no path from corner to corner')
    i -= shape.source
    j -= shape.target
    path.push({ source: i, target: j })
  }
  return path.reverse()
}

/** Log of the summed weight of all paths that lead to each cell of a search, and of all that lead on from it. */
export interface Sums {
  readonly forward: Float64Array
  readonly backward: Float64Array
  /** The scores of the table were divided by this. */
  readonly temperature: number
}

/**
 * Forward–backward over a table. Scores are divided by `temperature` first, because the witnesses of a bead are not
 * independent and would be overconfident.
 */
export const sumsOf = (table: ScoreTable, temperature: number): Sums => ({
  forward: sums(table, temperature, 'forward'),
  backward: sums(table, temperature, 'backward'),
  temperature,
})

/** The beads of a path with their posterior probabilities. */
export function stepsOf(table: ScoreTable, path: readonly Point[], sums: Sums): readonly Step[] {
  const { forward, backward, temperature } = sums
  const { band, shapes, values } = table
  const cellOf = (p: Point): number => (band.offsets[p.source] as number) + p.target - (band.lo[p.source] as number)
  const total = forward[band.size - 1] as number
  return path.slice(0, -1).map((from, index) => {
    const to = path[index + 1] as Point
    const k = shapes.findIndex((s) => s.source === to.source - from.source && s.target === to.target - from.target)
    const shape = shapes[k] as Shape
    const score = values[cellOf(from) * shapes.length + k] as number
    const log = (forward[cellOf(from)] as number) + score / temperature + (backward[cellOf(to)] as number) - total
    return { i: from.source, j: from.target, shape, score, posterior: Math.min(1, Math.exp(log)) }
  })
}

/** The beads of the best path of a table with their posterior probabilities. */
export const bestSteps = (table: ScoreTable, temperature: number): readonly Step[] =>
  stepsOf(table, bestPath(table), sumsOf(table, temperature))

// Kernel: log of the summed weight of all paths from the first cell to each cell, or from each cell to the last.
function sums(table: ScoreTable, temperature: number, way: 'forward' | 'backward'): Float64Array {
  const { band, shapes, values, sources } = table
  const sum = new Float64Array(band.size).fill(impossible)
  const isForward = way === 'forward'
  sum[isForward ? 0 : band.size - 1] = 0
  for (let step = 0; step <= sources; step++) {
    const i = isForward ? step : sources - step
    const [lo, hi] = [band.lo[i] as number, band.hi[i] as number]
    for (let s = 0; s <= hi - lo; s++) {
      const j = isForward ? lo + s : hi - s
      const cell = (band.offsets[i] as number) + j - lo
      for (let k = 0; k < shapes.length; k++) {
        const value = values[cell * shapes.length + k] as number
        if (value <= impossible) continue
        const shape = shapes[k] as Shape
        const a = i + shape.source
        const next = (band.offsets[a] as number) + j + shape.target - (band.lo[a] as number)
        if (isForward) sum[next] = logAdd(sum[next] as number, (sum[cell] as number) + value / temperature)
        else sum[cell] = logAdd(sum[cell] as number, (sum[next] as number) + value / temperature)
      }
    }
  }
  return sum
}

/** A sum is not changed by what is e^18 times smaller. */
const negligible = 18

function logAdd(a: number, b: number): number {
  const high = a > b ? a : b
  const low = a > b ? b : a
  return high - low > negligible ? high : high + Math.log1p(Math.exp(low - high))
}
