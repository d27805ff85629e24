import type { PreparedScorer } from '../../core/contracts.ts'
import { bandAlong, bandThrough, bandWhole, type Point } from './band.ts'
import type { Bounds } from './bounds.ts'
import { bestPath, type Step, scoreTable, stepsOf } from './monotonic.ts'
import { temperature, wide } from './parallel.ts'
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
      : bandAlong(sources, targets, route.filter(isInside).map(moved), () => wide)
  const band = bandThrough(near, targets, bounds.points.filter(isInside).map(moved))
  const table = scoreTable(band, shapes, sources, targets, (sFrom, sTo, tFrom, tTo) =>
    score(sFrom + from.source, sTo + from.source, tFrom + from.target, tTo + from.target),
  )
  const steps = stepsOf(table, bestPath(table), temperature)
  const back = steps.map((step): Step => ({ ...step, i: step.i + from.source, j: step.j + from.target }))
  return withPins(back, bounds, shapes, prepared)
}
