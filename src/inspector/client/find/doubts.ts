import type { Bead } from '../../../editing.ts'
import { placeOfId } from '../store/places.ts'
import type { StepWindow } from '../store/steps.ts'
import { type Doubted, doubtOf } from './doubt.ts'

/** So many beads are looked at in one piece. */
const beadsAtOnce = 2000

/** How far a correction raises its neighbours. */
const reach = 2

/**
 * Finds the doubts of all beads, with pauses. From one call to the next it keeps those of beads that are the same objects among
 * the same neighbours, and failed the same checks.
 */
export function createDoubts(): (beads: Doubted['beads'], failed: Doubted['failed']) => Generator<undefined, Doubted> {
  let known: Doubted = { beads: [], failed: new Map(), doubts: new Float64Array(0) }
  return function* (beads, failed) {
    if (known.beads === beads && known.failed === failed) return known
    const before = known
    const window = windowBetween(before.beads, beads)
    const doubts = movedDoubts(before.doubts, window)
    let seen = 0
    for (const place of changedPlaces(before, { beads, failed }, window)) {
      if (seen++ % beadsAtOnce === beadsAtOnce - 1) yield undefined
      if (place >= 0) doubts[place] = doubtOf(beads, place, failed)
    }
    known = { beads, failed, doubts }
    return known
  }
}

function movedDoubts(before: Float64Array, { from, to, by }: StepWindow): Float64Array {
  if (by === 0) return before.slice()
  const doubts = new Float64Array(before.length + by)
  doubts.set(before.subarray(0, from))
  doubts.set(before.subarray(to - by), to)
  return doubts
}

/** Outside of this window the beads are the same objects. */
function windowBetween(before: readonly Bead[], beads: readonly Bead[]): StepWindow {
  const most = Math.min(before.length, beads.length)
  let from = 0
  while (from < most && before[from] === beads[from]) from++
  let tail = 0
  while (tail < most - from && before[before.length - 1 - tail] === beads[beads.length - 1 - tail]) tail++
  return { from, to: beads.length - tail, by: beads.length - before.length }
}

/** Places whose doubt may be another one, some of them twice; -1 for each that was looked at and is as it was. */
function* changedPlaces(
  before: Doubted,
  { beads, failed }: Pick<Doubted, 'beads' | 'failed'>,
  { from, to, by }: StepWindow,
): Generator<number, void> {
  for (let place = Math.max(0, from - reach); place < Math.min(beads.length, to + reach); place++)
    yield by !== 0 || hasChangedNear(before.beads, beads, place) ? place : -1
  if (before.failed === failed) return
  for (const [id, kinds] of failed) yield before.failed.get(id) === kinds ? -1 : placeOfId(beads, id)
  for (const id of before.failed.keys()) yield failed.has(id) ? -1 : placeOfId(beads, id)
}

function hasChangedNear(before: readonly Bead[], beads: readonly Bead[], place: number): boolean {
  for (let near = place - reach; near <= place + reach; near++) if (before[near] !== beads[near]) return true
  return false
}
