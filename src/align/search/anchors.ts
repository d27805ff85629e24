import type { LinkedPair, Pin } from '../../core/types.ts'
import { bandOfBoth, type Point } from './band.ts'
import { type Bounds, boundsOf, freeBounds } from './bounds.ts'
import type { Step } from './monotonic.ts'
import type { ParallelSearch } from './parallel.ts'
import { skeletonPoints } from './skeleton.ts'

/**
 * A look that keeps to what is fixed. Pins and borders that the user has given hold whatever the texts say. Numbered
 * headings that both texts have hold where the way goes through them by itself, or where a way through them is as good.
 */
export function lookWithin(
  pair: LinkedPair,
  pins: readonly Pin[],
  look: (bounds: Bounds) => ParallelSearch,
): ParallelSearch {
  const free = look(freeBounds(pair, pins))
  const bounds = boundsOf(pair, pins, free.steps, skeletonPoints(pair.source, pair.target))
  const cells = cellsOf(free)
  if (bounds.points.every((point) => cells.has(keyOf(point)))) return { ...free, bounds }
  return spliced(free, look(bounds))
}

const keyOf = ({ source, target }: Point): string => `${source}:${target}`

/** Cells between the beads of a search. */
function cellsOf({ steps }: Pick<ParallelSearch, 'steps'>): ReadonlySet<string> {
  return new Set(steps.filter(({ isPinned }) => isPinned !== true).map(({ i, j }) => `${i}:${j}`))
}

/**
 * Of two ways, stretch by stretch between the cells that both have, the one through found points where it is as good as the
 * free one; the found points of the other stretches are given up. A stretch with a point that the user has given is never free.
 */
function spliced(free: ParallelSearch, through: ParallelSearch): ParallelSearch {
  const { bounds } = through
  const worths = new Map(bounds.found.map((point) => [keyOf(point), point.worth]))
  const points = new Set(bounds.points.map(keyOf))
  const freeParts = stretchesOf(free.steps, cellsOf(through))
  const lost = new Set<string>()
  const steps = stretchesOf(through.steps, cellsOf(free)).flatMap((part, k): readonly Step[] => {
    const other = freeParts[k]?.steps ?? part.steps
    const inside = part.steps
      .slice(1)
      .map(({ i, j }) => `${i}:${j}`)
      .filter((cell) => points.has(cell))
    const isGiven = inside.some((cell) => !worths.has(cell)) || part.steps.some(({ isPinned }) => isPinned === true)
    if (isGiven || inside.length === 0) return part.steps
    const worth = inside.reduce((sum, cell) => sum + (worths.get(cell) ?? 0), 0)
    if (totalOf(part.steps) + worth >= totalOf(other)) return part.steps
    for (const cell of inside) lost.add(cell)
    return other
  })
  const isKept = (point: Point): boolean => !lost.has(keyOf(point))
  return {
    ...through,
    steps,
    open: bandOfBoth(free.open, through.open, through.pair.target.segments.length),
    bounds: { ...bounds, points: bounds.points.filter(isKept), found: bounds.found.filter(isKept) },
  }
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
