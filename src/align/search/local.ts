import type { PreparedScorer } from '../../core/contracts.ts'
import { type Band, bandOf, bandThrough, bandWhole, type Point } from './band.ts'
import type { Bounds } from './bounds.ts'
import { bestSteps, type Step, scoreTable } from './monotonic.ts'
import { temperature } from './parallel.ts'
import { withPins } from './settle.ts'
import type { Shape } from './shapes.ts'
import type { BeadScore } from './sum.ts'

/** A stretch of at most this many cells is searched whole, a longer one near the way through it that there was. */
const wholeCells = 12_000

/** What a search of a part of two texts needs to know. */
export interface LocalSearch {
  readonly prepared: readonly PreparedScorer[]
  readonly shapes: readonly Shape[]
  readonly bounds: Bounds
  /** Score of a bead within its text. */
  readonly score: BeadScore
}

/** The best beads between two cells that the way goes through; `route` is a way through the stretch that is near to it. */
export function searchStretch(
  { prepared, shapes, bounds, score }: LocalSearch,
  from: Point,
  to: Point,
  route: readonly Point[],
): readonly Step[] {
  const [sources, targets] = [to.source - from.source, to.target - from.target]
  const moved = ({ source, target }: Point): Point => ({ source: source - from.source, target: target - from.target })
  const isInside = ({ source, target }: Point): boolean =>
    from.source <= source && source <= to.source && from.target <= target && target <= to.target
  const near =
    sources * targets <= wholeCells
      ? bandWhole(sources, targets)
      : bandNear(sources, targets, route.filter(isInside).map(moved))
  const band = bandThrough(near, targets, bounds.points.filter(isInside).map(moved))
  const table = scoreTable(band, shapes, sources, targets, (sFrom, sTo, tFrom, tTo) =>
    score(sFrom + from.source, sTo + from.source, tFrom + from.target, tTo + from.target),
  )
  const steps = bestSteps(table, temperature)
  const back = steps.map((step): Step => ({ ...step, i: step.i + from.source, j: step.j + from.target }))
  return withPins(back, bounds, shapes, prepared)
}

/** How far a search near a way looks to each side of it: in columns, and how many rows of the way before and after count. */
const wide = { columns: 12, rows: 6 } as const

/** A band around a way of cells from corner to corner. */
function bandNear(sources: number, targets: number, way: readonly Point[]): Band {
  const least = new Int32Array(sources + 1).fill(targets)
  const most = new Int32Array(sources + 1)
  way.forEach(({ source, target }, k) => {
    const next = way[k + 1] ?? { source, target }
    for (let i = source; i <= next.source; i++) {
      least[i] = Math.min(least[i] ?? targets, target)
      most[i] = Math.max(most[i] ?? 0, next.target)
    }
  })
  return bandOf(sources, targets, (i) => {
    let [from, to] = [targets, 0]
    for (let k = Math.max(0, i - wide.rows); k <= Math.min(sources, i + wide.rows); k++) {
      from = Math.min(from, least[k] ?? targets)
      to = Math.max(to, most[k] ?? 0)
    }
    return [from - wide.columns, to + wide.columns]
  })
}
