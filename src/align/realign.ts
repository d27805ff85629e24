import type { PreparedScorer } from '../core/contracts.ts'
import { checkPins, isFixedBead, shareSegments } from '../core/pins.ts'
import type { Bead, LinkedPair, Pin } from '../core/types.ts'
import { beadOf } from './align.ts'
import { changesOf, searchAround } from './search/around.ts'
import type { Point } from './search/band.ts'
import { type Bounds, boundsOf, type FoundPoint } from './search/bounds.ts'
import { commonChain } from './search/chain.ts'
import type { Step } from './search/monotonic.ts'
import { scoreInText } from './search/seams.ts'
import type { Shape } from './search/shapes.ts'

/** Two parallel texts with their beads and all that is needed to search again. */
export interface Realignable {
  readonly pair: LinkedPair
  readonly prepared: readonly PreparedScorer[]
  readonly shapes: readonly Shape[]
  readonly bounds: Bounds
  readonly beads: readonly Bead[]
  /** `steps[k]` is what the search knows of `beads[k]`. */
  readonly steps: readonly Step[]
}

/** What a search has learnt of two texts. */
export type Learnt = Pick<Realignable, 'pair' | 'prepared' | 'shapes'>

/**
 * Makes beads ready for realigning. Beads that a person has pinned or decided on stay whatever is pinned later, and so do
 * pairs against the order of the others. `found` are cells that every way goes through because both texts say so.
 */
export function createRealignable(learnt: Learnt, beads: readonly Bead[], found: readonly FoundPoint[]): Realignable {
  const steps = stepsOfBeads(beads)
  const fixed = beads.filter((_, k) => steps[k]?.isPinned === true)
  return { ...learnt, bounds: boundsOf(learnt.pair, fixed, steps, found), beads, steps }
}

/** What a search would know of beads; fixed ones count as pinned. The priors of their shapes are left out. */
export function stepsOfBeads(beads: readonly Bead[]): readonly Step[] {
  const cells = beads.filter(isTwoSided).map((bead) => ({ source: bead.source.from, target: bead.target.from, bead }))
  const inOrder = new Set(commonChain(cells).map(({ bead }) => bead))
  return beads.map((bead): Step => {
    const { source, target, score, confidence, decision } = bead
    const isAcross = isTwoSided(bead) && !inOrder.has(bead)
    const isFixed = isFixedBead(bead) || decision.state !== 'proposed' || isAcross
    const shape = { source: source.to - source.from, target: target.to - target.from, logPrior: 0 }
    const step = { i: source.from, j: target.from, shape, score, posterior: confidence }
    return isFixed ? { ...step, isPinned: true } : step
  })
}

const isTwoSided = ({ source, target }: Bead): boolean => source.from < source.to && target.from < target.to

/**
 * The same with more pins: only the stretches around them are searched again, with the words that were learnt before, and
 * all other beads stay as they are. Fixed beads that share a segment with a new pin give way to it. Fails with PINS_CONFLICT
 * for new pins that contradict each other or the texts.
 */
export function realignAround(known: Realignable, pins: readonly Pin[]): Realignable {
  const { pair, prepared, shapes } = known
  const checked = checkPins(pins, pair.source.segments.length, pair.target.segments.length)
  const fresh = checked.filter((pin) => !known.bounds.pins.some((other) => isSamePin(pin, other)))
  const stays = known.bounds.pins.filter((pin) => !fresh.some((other) => shareSegments(pin, other)))
  const gone = known.bounds.pins.filter((pin) => !stays.includes(pin))
  const bounds = boundsOf(pair, [...stays, ...fresh], known.steps, known.bounds.found)
  const changes = changesOf([...fresh, ...gone], known.bounds, bounds)
  if (changes.length === 0) return known
  const score = scoreInText(pair, prepared, shapes, bounds)
  const steps = searchAround(known.steps, changes, { prepared, shapes, bounds, score }, sizesOf(pair))
  return { ...known, bounds, steps, beads: beadsAfter(known, steps) }
}

const sizesOf = ({ source, target }: LinkedPair): Point => ({
  source: source.segments.length,
  target: target.segments.length,
})

/** The beads of new steps; those whose step is as it was, or nearly so, are the same as before. */
function beadsAfter({ steps: old, beads, prepared }: Realignable, steps: readonly Step[]): readonly Bead[] {
  const most = Math.min(old.length, steps.length)
  let head = 0
  while (head < most && old[head] === steps[head]) head++
  let tail = 0
  while (tail < most - head && old[old.length - 1 - tail] === steps[steps.length - 1 - tail]) tail++
  const between = beads.slice(head, beads.length - tail)
  const before = new Map(old.slice(head, old.length - tail).map((step, k) => [step, between[k]]))
  const byId = new Map(between.map((bead) => [bead.id, bead]))
  const fresh = steps.slice(head, steps.length - tail).map((step) => {
    const bead = byId.get(idOf(step))
    return before.get(step) ?? (bead !== undefined && isKept(bead, step) ? bead : beadOf(step, prepared))
  })
  return [...beads.slice(0, head), ...fresh, ...beads.slice(beads.length - tail)]
}

/** A probability that differs by less than this is no news. */
const leastNews = 0.02

function isKept(bead: Bead, { isPinned, posterior }: Step): boolean {
  if (isPinned === true) return isFixedBead(bead) || bead.decision.state !== 'proposed'
  if (isFixedBead(bead)) return false
  return !isTwoSided(bead) || Math.abs(bead.confidence - posterior) < leastNews
}

const idOf = ({ i, j, shape }: Step): string => `${i}-${i + shape.source}:${j}-${j + shape.target}`

function isSamePin(a: Pin, b: Pin): boolean {
  const isSame = (one: Pin['source'], other: Pin['source']): boolean =>
    (one.from === other.from && one.to === other.to) || (one.from === one.to && other.from === other.to)
  return isSame(a.source, b.source) && isSame(a.target, b.target)
}
