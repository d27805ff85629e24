import type { PreparedScorer } from '../../core/contracts.ts'
import type { Pin } from '../../core/types.ts'
import type { Bounds } from './bounds.ts'
import type { Step } from './monotonic.ts'
import type { Shape } from './shapes.ts'
import { sumOf } from './sum.ts'

/**
 * The beads of a way with the beads that pins hold in the place of the segments that the way passed by for them. A pin whose
 * segments lie apart on the way stands where its source does, and one without a source where its target does.
 */
export function withPins(
  steps: readonly Step[],
  { pins, taken }: Bounds,
  shapes: readonly Shape[],
  prepared: readonly PreparedScorer[],
): readonly Step[] {
  if (taken === undefined) return steps
  const bySource = new Map(pins.filter(hasSource).map((pin) => [pin.source.from, pin]))
  const byTarget = new Map(pins.filter((pin) => !hasSource(pin)).map((pin) => [pin.target.from, pin]))
  const rare = shapes.reduce((least, { logPrior }) => Math.min(least, logPrior), 0)
  const score = sumOf(prepared)
  let end = 0
  return steps.flatMap((step): readonly Step[] => {
    const { i, j, shape } = step
    const isTaken = shape.target === 0 ? taken.source[i] === 1 : shape.source === 0 && taken.target[j] === 1
    // A segment that is left out beside a pin of several segments stands behind it.
    if (!isTaken) return [shape.source === 0 && i < end ? { ...step, i: end } : step]
    const pin = shape.target === 0 ? bySource.get(i) : byTarget.get(j)
    if (pin === undefined) return []
    const { source, target } = pin
    end = Math.max(end, source.to)
    const logPrior = priorOf(source.to - source.from, target.to - target.from, shapes) ?? rare
    const said = pin.word?.score ?? 0
    const own = isTwoSided(pin) ? logPrior + score(source.from, source.to, target.from, target.to) + said : 0
    return [
      {
        i: hasSource(pin) ? source.from : Math.max(i, end),
        j: isTwoSided(pin) || !hasSource(pin) ? target.from : j,
        shape: { source: source.to - source.from, target: target.to - target.from, logPrior },
        score: own,
        posterior: isTwoSided(pin) ? 1 : 0,
        isPinned: true,
        ...(pin.word === undefined ? {} : { word: pin.word }),
      },
    ]
  })
}

const hasSource = ({ source }: Pin): boolean => source.from < source.to
const isTwoSided = (pin: Pin): boolean => hasSource(pin) && pin.target.from < pin.target.to

const priorOf = (source: number, target: number, shapes: readonly Shape[]): number | undefined =>
  shapes.find((shape) => shape.source === source && shape.target === target)?.logPrior
