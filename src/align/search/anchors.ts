import type { LinkedPair, Pin } from '../../core/types.ts'
import type { Point } from './band.ts'
import { type Bounds, boundsOf, delimiterPoints, pinsOnWay, pointsBeside } from './bounds.ts'
import type { Step } from './monotonic.ts'
import type { ParallelSearch } from './parallel.ts'
import { skeletonPoints } from './skeleton.ts'

/** Numbered headings in common speak for a way through them with this much each, in log-odds. */
const worthOfPoint = 3

/**
 * A look that keeps to what is fixed. Pins and borders that the user has given hold whatever the texts say. Numbered
 * headings that both texts have hold where the way goes through them by itself, or where a way through them is as good.
 */
export function lookWithin(
  pair: LinkedPair,
  pins: readonly Pin[],
  look: (bounds: Bounds) => ParallelSearch,
): ParallelSearch {
  const borders = delimiterPoints(pair)
  const free = look(boundsOf(pair, pins, [], borders))
  const onWay = pinsOnWay(
    pins.filter((pin) => pointsBeside(borders, [pin]).length === borders.length),
    free.steps,
  )
  const fixed = boundsOf(pair, pins, onWay, borders)
  const found = pointsBeside(skeletonPoints(pair.source, pair.target), onWay)
  const all = boundsOf(pair, pins, onWay, [...borders, ...agreeing(found, borders)])
  const cells = cellsOf(free)
  if (all.points.every((point) => cells.has(keyOf(point)))) return { ...free, bounds: all }
  const through = look(all)
  const hard = new Set(fixed.points.map(keyOf))
  return spliced(pair, free, through, hard)
}

/** Points that lie before or behind every border on both sides. */
const agreeing = (points: readonly Point[], borders: readonly Point[]): readonly Point[] =>
  points.filter((point) =>
    borders.every(
      ({ source, target }) =>
        (point.source <= source && point.target <= target) || (point.source >= source && point.target >= target),
    ),
  )

const keyOf = ({ source, target }: Point): string => `${source}:${target}`

/** Cells between the beads of a search. */
function cellsOf({ steps }: Pick<ParallelSearch, 'steps'>): ReadonlySet<string> {
  return new Set(steps.filter(({ isPinned }) => isPinned !== true).map(({ i, j }) => `${i}:${j}`))
}

/**
 * Of two ways, stretch by stretch between the cells that both have, the one through found points where it is as good as the
 * free one; the points of the other stretches are given up. A stretch with a point that the user has given is never free.
 */
function spliced(
  pair: LinkedPair,
  free: ParallelSearch,
  through: ParallelSearch,
  hard: ReadonlySet<string>,
): ParallelSearch {
  const shared = cellsOf(free)
  const own = cellsOf(through)
  const freeParts = stretchesOf(free.steps, own)
  const parts = stretchesOf(through.steps, shared)
  const points = new Map(through.bounds.points.map((point) => [keyOf(point), point]))
  const kept = new Map(points)
  const steps = parts.flatMap((part, k): readonly Step[] => {
    const other = freeParts[k]
    const cells = part.steps.slice(1).map(({ i, j }) => `${i}:${j}`)
    const inside = cells.filter((cell) => points.has(cell))
    if (other === undefined || inside.length === 0 || inside.some((cell) => hard.has(cell))) return part.steps
    if (totalOf(part.steps) + worthOfPoint * inside.length >= totalOf(other.steps)) return part.steps
    for (const cell of inside) kept.delete(cell)
    return other.steps
  })
  return { ...through, steps, bounds: { ...through.bounds, points: [...kept.values()] }, pair }
}

interface Stretch {
  readonly steps: readonly Step[]
}

/** The beads of a way, cut at the given cells. */
function stretchesOf(steps: readonly Step[], cuts: ReadonlySet<string>): readonly Stretch[] {
  const stretches: { readonly steps: Step[] }[] = []
  for (const step of steps) {
    const last = stretches.at(-1)
    if (last === undefined || (step.isPinned !== true && cuts.has(`${step.i}:${step.j}`)))
      stretches.push({ steps: [step] })
    else last.steps.push(step)
  }
  return stretches
}

const totalOf = (steps: readonly Step[]): number => steps.reduce((sum, { score }) => sum + score, 0)
