import type { Bead } from '../../../editing.ts'
import { indexIn } from '../store/places.ts'
import type { StepWindow } from '../store/steps.ts'
import { finish } from '../work.ts'
import { createPass, type Filtered, isOpen } from './filter.ts'

/** So many beads are looked at in one piece. */
const beadsAtOnce = 4000

/** Places of the beads that pass, ascending. It pauses now and then. */
export function* findShownInPieces(
  beads: readonly Bead[],
  filtered: Filtered,
): Generator<undefined, readonly number[]> {
  if (isOpen(filtered.filter)) return countTo(beads.length, [])
  const passes = createPass(filtered)
  const shown: number[] = []
  for (let place = 0; place < beads.length; place++) {
    if (place % beadsAtOnce === beadsAtOnce - 1) yield undefined
    const bead = beads[place]
    if (bead !== undefined && passes(bead, place)) shown.push(place)
  }
  return shown
}

/** As `findShownInPieces`, all at once. */
export function findShown(beads: readonly Bead[], filtered: Filtered): readonly number[] {
  return finish(findShownInPieces(beads, filtered))
}

/**
 * What is shown after a step, from what was shown before it: only what lies in its window is looked at. What the filter looks
 * at must be the same for all other beads.
 */
export function shownAfter(
  before: readonly number[],
  beads: readonly Bead[],
  filtered: Filtered,
  { from, to, by }: StepWindow,
): readonly number[] {
  if (isOpen(filtered.filter)) return before.length === beads.length ? before : countTo(beads.length, before)
  const passes = createPass(filtered)
  const shown = before.slice(0, indexIn(before, from))
  for (let place = from; place < to; place++) {
    const bead = beads[place]
    if (bead !== undefined && passes(bead, place)) shown.push(place)
  }
  for (let at = indexIn(before, to - by); at < before.length; at++) shown.push((before[at] ?? 0) + by)
  return shown
}

/** The numbers from 0 on; a row of them that is there already is copied, which is quick. */
function countTo(count: number, row: readonly number[]): readonly number[] {
  if (row.length >= count) return row.slice(0, count)
  const more: number[] = []
  for (let next = row.length; next < count; next++) more.push(next)
  return row.length === 0 ? more : row.concat(more)
}
