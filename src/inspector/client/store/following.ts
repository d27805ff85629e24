import type { EditedPair, EditedSide, SegmentRange } from '../../../editing.ts'
import { nearestShown, placeOfId } from './places.ts'
import type { Linking, PageState } from './types.ts'

type Side = 'source' | 'target'

/** Finds the beads and segments of a pair in what it became, by their places in the texts: those no edit changes. */
export interface Follower {
  /** The id of the bead that holds the same of both texts, if there is such a bead; undefined when nothing can have it. */
  id(id: string): string | undefined
  /** Where it stands; -1 when it is gone. */
  place(id: string): number
  /** Segments that make up the same text; undefined when their borders are gone. */
  range(side: Side, range: SegmentRange): SegmentRange | undefined
}

/** A follower from one state of a pair to another one. */
export function createFollower(before: EditedPair, after: EditedPair): Follower {
  const isWhole = before.source.segments === after.source.segments && before.target.segments === after.target.segments
  const range = (side: Side, old: SegmentRange): SegmentRange | undefined => rangeIn(before[side], after[side], old)
  const idOf: Follower['id'] = (id) => {
    if (isWhole) return id
    const [source, target] = rangesOf(id)
    const [here, there] = [range('source', source), range('target', target)]
    return here && there && `${here.from}-${here.to}:${there.from}-${there.to}`
  }
  let alone: ReadonlyMap<string, number> | undefined
  const placeAlone = (id: string): number => {
    const [source, target] = rangesOf(id)
    if (source.from < source.to) return -1
    const there = range('target', target)
    alone ??= new Map(after.beads.flatMap((bead, at) => (isEmpty(bead.source) ? [[keyOf(bead.target), at]] : [])))
    return there === undefined ? -1 : (alone.get(keyOf(there)) ?? -1)
  }
  return {
    id: idOf,
    place(id) {
      const now = idOf(id)
      const place = now === undefined ? -1 : placeOfId(after.beads, now)
      // One without source stands wherever the others leave it room.
      return place < 0 ? placeAlone(id) : place
    },
    range,
  }
}

const isEmpty = ({ from, to }: SegmentRange): boolean => from >= to

const keyOf = ({ from, to }: SegmentRange): string => `${from}-${to}`

function rangesOf(id: string): readonly [source: SegmentRange, target: SegmentRange] {
  const [a = 0, b = 0, c = 0, d = 0] = id.split(/[-:]/u).map(Number)
  return [
    { from: a, to: b },
    { from: c, to: d },
  ]
}

function rangeIn(before: EditedSide, after: EditedSide, { from, to }: SegmentRange): SegmentRange | undefined {
  if (before.segments === after.segments) return { from, to }
  const start = before.segments[from]?.span.start
  const first = start === undefined ? after.segments.length : segmentFrom(after, start)
  if (start !== undefined && after.segments[first]?.span.start !== start) return undefined
  if (from >= to) return { from: first, to: first }
  const end = before.segments[to - 1]?.span.end ?? 0
  const behind = segmentFrom(after, end)
  return after.segments[behind - 1]?.span.end === end ? { from: first, to: behind } : undefined
}

/** First segment that begins at an offset of the text or behind it. */
function segmentFrom({ segments }: EditedSide, offset: number): number {
  let [low, high] = [0, segments.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((segments[middle]?.span.start ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * The page after records that others made, with all that it pointed at where it went: the current bead, the selected ones, the
 * link that is being made, and the bead of an open dialog. What is gone is let go: the dialog is closed.
 */
export function withFollowed(before: PageState, after: PageState): PageState {
  if (before.editing.pair === after.editing.pair) return after
  const follow = createFollower(before.editing.pair, after.editing.pair)
  const { beads } = after.editing.pair
  const current = nearestShown(after.shown, placeFollowed(before, after, follow, before.current))
  const anchor = before.anchor === before.current ? current : placeFollowed(before, after, follow, before.anchor)
  return {
    ...after,
    current,
    anchor: nearestShown(after.shown, anchor),
    lit: 0,
    selected: new Set([...before.selected].flatMap((id) => beads[follow.place(id)]?.id ?? [])),
    linking: before.linking && linkingFollowed(before.linking, follow),
    dialog: dialogFollowed(before.dialog, (id) => beads[follow.place(id)]?.id),
  }
}

/** The page with what is known of beads under the ids that they have in another pair: cuts have moved them. */
export function withIdsFollowed(state: PageState, pair: EditedPair): PageState {
  const { source, target } = state.editing.pair
  if (source.segments === pair.source.segments && target.segments === pair.target.segments) return state
  const { id: idOf } = createFollower(state.editing.pair, pair)
  return {
    ...state,
    named: new Set([...state.named].flatMap((id) => idOf(id) ?? [])),
    failed: new Map([...state.failed].flatMap(([id, kinds]) => pairIf(idOf(id), kinds))),
  }
}

const pairIf = <Value>(id: string | undefined, value: Value): readonly (readonly [string, Value])[] =>
  id === undefined ? [] : [[id, value]]

/** Where the bead at a place went, or the one that now holds its beginning. */
function placeFollowed(before: PageState, after: PageState, follow: Follower, at: number): number {
  const bead = before.editing.pair.beads[at]
  if (bead === undefined) return at
  const place = follow.place(bead.id)
  if (place >= 0) return place
  const { beads } = after.editing.pair
  const start = before.editing.pair.source.segments[bead.source.from]?.span.start ?? Number.POSITIVE_INFINITY
  const { segments } = after.editing.pair.source
  const next = segmentFrom(after.editing.pair.source, start)
  const segment = segments[next]?.span.start === start ? next : next - 1
  const found = beads.findIndex(({ source }) => source.to > segment)
  return found < 0 ? beads.length - 1 : found
}

function linkingFollowed({ side, source, target }: Linking, { range }: Follower): Linking | undefined {
  const [here, there] = [range('source', source), range('target', target)]
  return here && there && { side, source: here, target: there }
}

function dialogFollowed(dialog: PageState['dialog'], idOf: (id: string) => string | undefined): PageState['dialog'] {
  if (dialog === undefined || !('bead' in dialog)) return dialog
  const bead = idOf(dialog.bead)
  if (bead === dialog.bead) return dialog
  return bead === undefined ? undefined : { ...dialog, bead }
}
