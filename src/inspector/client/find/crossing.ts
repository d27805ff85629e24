import type { Bead } from '../../../editing.ts'
import { type BeadChange, moveBorder, type SegmentChange, type StepWindow } from '../store/steps.ts'
import { isTwoSided } from './shape.ts'

/** Which beads cross others. */
export interface Crossing {
  /** By place: 1 where a bead crosses others. */
  readonly marks: Uint8Array
  /** By place: the first target segment of a bead that stands in the order of the others; `outside` where it does not. */
  readonly targets: Int32Array
}

/** A bead of one side, or one that was rejected, stands in no order. */
const outside = -1

/**
 * 1 for each bead that crosses others: two-sided, not rejected, and outside of the longest run of such beads whose targets
 * ascend. So of a passage that stands elsewhere only its own beads cross, not all those that it passes over.
 */
export function findCrossing(beads: readonly Bead[]): Crossing {
  const targets = Int32Array.from(beads, targetOf)
  return { marks: markCrossing(targets), targets }
}

const targetOf = (bead: Bead): number =>
  isTwoSided(bead) && bead.decision.state !== 'rejected' ? bead.target.from : outside

/** What crosses after changes of beads, which all lie in a window: as `findCrossing` of all beads would have it. */
export function crossingAfter(before: Crossing, changes: readonly BeadChange[], window: StepWindow): Crossing {
  const targets = targetsAfter(before.targets, changes, window.by)
  const removed = changes.flatMap((change) => change.removed.map(targetOf)).filter((target) => target !== outside)
  const [from, to] = partAround(targets, removed, window)
  const marks = new Uint8Array(targets.length)
  marks.set(before.marks.subarray(0, from))
  marks.set(markCrossing(targets.subarray(from, to)), from)
  marks.set(before.marks.subarray(to - window.by), to)
  return { marks, targets }
}

/** What crosses after segments became two, or two one: the same beads, though their targets have moved. */
export function crossingAfterCuts({ marks, targets }: Crossing, cuts: readonly SegmentChange[]): Crossing {
  const inTarget = cuts.filter(({ side }) => side === 'target')
  return { marks: marks.slice(), targets: targets.map((target) => inTarget.reduce(moveBorder, target)) }
}

function targetsAfter(before: Int32Array, changes: readonly BeadChange[], by: number): Int32Array {
  const most = changes.reduce((sum, { added }) => sum + added.length, before.length)
  const targets = new Int32Array(most)
  targets.set(before)
  let length = before.length
  for (const { at, removed, added } of changes) {
    targets.copyWithin(at + added.length, at + removed.length, length)
    targets.set(added.map(targetOf), at)
    length += added.length - removed.length
  }
  return targets.subarray(0, before.length + by)
}

/**
 * The smallest part around a window that no bead, of now or of before, crosses the borders of: what ascends the longest in a
 * row of such parts is what does in each of them.
 */
function partAround(targets: Int32Array, removed: readonly number[], window: StepWindow): readonly [number, number] {
  const count = targets.length
  const leastGone = removed.reduce((least, target) => Math.min(least, target), Number.POSITIVE_INFINITY)
  const mostGone = removed.reduce((most, target) => Math.max(most, target), outside)
  /** By place: the lowest target there or behind it. */
  const lowest = new Int32Array(count + 1)
  let low = 0x7fffffff
  lowest[count] = low
  for (let place = count - 1; place >= 0; place--) {
    const target = targets[place] ?? outside
    if (target !== outside && target < low) low = target
    lowest[place] = low
  }
  let from = 0
  let highest = outside
  for (let place = 0; place < count; place++) {
    const next = lowest[place] ?? 0
    if (place <= window.from && highest < next && highest < leastGone) from = place
    else if (place >= window.to && highest < next && mostGone < next) return [from, place]
    highest = Math.max(highest, targets[place] ?? outside)
  }
  return [from, count]
}

function markCrossing(targets: Int32Array): Uint8Array {
  const marks = new Uint8Array(targets.length)
  const before = new Int32Array(targets.length)
  /** `ends[k]`: place of the bead with the lowest target that ends an ascending run of k + 1 beads; `lows[k]`: that target. */
  const ends = new Int32Array(targets.length)
  const lows = new Int32Array(targets.length)
  let length = 0
  for (let place = 0; place < targets.length; place++) {
    const target = targets[place] ?? outside
    if (target === outside) continue
    marks[place] = 1
    const at = (lows[length - 1] ?? outside) < target ? length : firstAtLeast(lows, length, target)
    before[place] = ends[at - 1] ?? -1
    ends[at] = place
    lows[at] = target
    if (at === length) length++
  }
  for (let place = ends[length - 1] ?? -1; place >= 0; place = before[place] ?? -1) marks[place] = 0
  return marks
}

function firstAtLeast(lows: Int32Array, length: number, target: number): number {
  let low = 0
  let high = length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((lows[middle] ?? 0) >= target) high = middle
    else low = middle + 1
  }
  return low
}
