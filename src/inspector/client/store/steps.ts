import type { Change, Editing } from '../../../editing.ts'

/** One change of the beads: from a place on, so many gave way to so many. */
export type BeadChange = Extract<Change, { readonly kind: 'beads' }>

/** A segment that became two (1), or two that became one again (-1), at this index. */
export interface SegmentChange {
  readonly side: 'source' | 'target'
  readonly segment: number
  readonly by: 1 | -1
}

/** What one record changed, in the order in which it did; edits that were taken back come the other way round. */
export interface StepChanges {
  readonly beads: readonly BeadChange[]
  readonly segments: readonly SegmentChange[]
}

/** What stands between an editing and the one that a single record made of it. */
export function changesBetween(before: Editing, after: Editing): StepChanges {
  const isBack = heightOf(after) < heightOf(before)
  const changes = (isBack ? after.undone?.top.changes : after.done?.top.changes) ?? []
  const inOrder = isBack ? [...changes].reverse().map(turnBack) : changes
  return {
    beads: inOrder.filter((change): change is BeadChange => change.kind === 'beads'),
    segments: inOrder.flatMap((change) =>
      change.kind === 'cut' ? { side: change.side, segment: change.segment, by: isBack ? -1 : 1 } : [],
    ),
  }
}

function heightOf({ done }: Editing): number {
  return done?.height ?? 0
}

function turnBack(change: Change): Change {
  return change.kind === 'beads' ? { ...change, removed: change.added, added: change.removed } : change
}

/** The id of a bead after a segment became two, or two became one: segments behind have moved. */
export function moveId(id: string, change: SegmentChange): string {
  const colon = id.indexOf(':')
  return change.side === 'source'
    ? movedRange(id.slice(0, colon), change) + id.slice(colon)
    : id.slice(0, colon + 1) + movedRange(id.slice(colon + 1), change)
}

function movedRange(range: string, change: SegmentChange): string {
  const dash = range.indexOf('-')
  const [from, to] = [Number(range.slice(0, dash)), Number(range.slice(dash + 1))]
  return `${moveBorder(from, change)}-${moveBorder(to, change)}`
}

/** Where a border of a range of the cut side went: the cut lies inside what ends or begins behind it. */
export function moveBorder(border: number, { segment, by }: Pick<SegmentChange, 'segment' | 'by'>): number {
  return border > (by === 1 ? segment : segment + 1) ? border + by : border
}

/** Where the current place went: beads before it came or went, or it is among those that changed. */
export function movePlace(place: number, { at, removed, added }: BeadChange): number {
  if (place < at) return place
  if (place >= at + removed.length) return place + added.length - removed.length
  return at + Math.max(0, Math.min(place - at, added.length - 1))
}

/** Places after a step, half-open, outside of which no bead is another one; those behind it have moved on `by` so many. */
export interface StepWindow {
  readonly from: number
  readonly to: number
  readonly by: number
}

/** The smallest window that holds all changes of a step; an empty one at 0 when there are none. */
export function windowOf(changes: readonly BeadChange[]): StepWindow {
  let window: StepWindow | undefined
  for (const { at, removed, added } of changes) {
    const by = added.length - removed.length
    const { from, to, by: before } = window ?? { from: at, to: at, by: 0 }
    window = { from: Math.min(from, at), to: Math.max(to, at + removed.length) + by, by: before + by }
  }
  return window ?? { from: 0, to: 0, by: 0 }
}
