import type { Bead, SegmentRange } from '../../core/types.ts'
import { misfit } from './misfit.ts'
import { beadAt, placeFrom, placeOf, placesHolding, placesOf } from './places.ts'
import { type Draft, placeInOrder, placeLone, replaceBeads } from './placing.ts'
import { isEmpty, overlap, segmentText, sizeOf } from './ranges.ts'
import { type Ranges, remadeBead } from './remade.ts'
import { remaindersOf } from './remainders.ts'
import type { Act, EditedPair, LinkEdit, MergeEdit, MoveEdit, Side, SplitEdit, UnlinkEdit } from './types.ts'

/** One bead of several. */
export function mergeBeads(pair: EditedPair, edit: MergeEdit): Draft {
  const beads = placesOf(pair.beads, edit.beads).map((at) => beadAt(pair.beads, at))
  if (beads.length < 2) throw misfit('it takes two beads to merge')
  return regroup(pair, { source: unionOf(beads, 'source'), target: unionOf(beads, 'target') }, edit)
}

function unionOf(beads: readonly Bead[], side: Side): SegmentRange {
  const ranges = beads
    .map((bead) => bead[side])
    .filter((range) => !isEmpty(range))
    .sort((a, b) => a.from - b.from)
  ranges.forEach((range, k) => {
    const before = ranges[k - 1]
    if (before !== undefined && before.to !== range.from)
      throw misfit(`${side} segments ${before.to} and ${range.from + 1} do not follow each other`)
  })
  const [first, last] = [ranges[0], ranges.at(-1)]
  if (first !== undefined && last !== undefined) return { from: first.from, to: last.to }
  return beads[0]?.[side] ?? { from: 0, to: 0 }
}

/** Two beads of one. */
export function splitBead(pair: EditedPair, edit: SplitEdit): Draft {
  const bead = beadAt(pair.beads, placeOf(pair.beads, edit.bead))
  for (const side of ['source', 'target'] as const)
    if (!Number.isInteger(edit[side]) || edit[side] < bead[side].from || edit[side] > bead[side].to)
      throw misfit(`the ${side} of the bead ${bead.id} cannot be split at ${edit[side]}`)
  const first = {
    source: { from: bead.source.from, to: edit.source },
    target: { from: bead.target.from, to: edit.target },
  }
  const isAll = sizeOf(first.source) === sizeOf(bead.source) && sizeOf(first.target) === sizeOf(bead.target)
  if (isAll || (isEmpty(first.source) && isEmpty(first.target)))
    throw misfit(`the bead ${bead.id} would not be split: one part is empty`)
  return regroup(pair, first, edit)
}

/** The sides of a bead apart. */
export function unlinkBead(pair: EditedPair, edit: UnlinkEdit): Draft {
  const { id, source, target } = beadAt(pair.beads, placeOf(pair.beads, edit.bead))
  if (isEmpty(source) || isEmpty(target)) throw misfit(`the bead ${id} has one side only`)
  return regroup(pair, { source, target: { from: target.from, to: target.from } }, edit)
}

/** A segment in a bead that it borders on, or that has nothing on that side. */
export function moveSegment(pair: EditedPair, edit: MoveEdit): Draft {
  const { side, segment } = edit
  const bead = beadAt(pair.beads, placeOf(pair.beads, edit.to))
  const range = bead[side]
  const one = { from: segment, to: segment + 1 }
  checkRange(pair, side, one)
  if (overlap(range, one)) throw misfit(`${side} segment ${segment + 1} is in the bead ${bead.id} already`)
  if (!isEmpty(range) && one.to !== range.from && segment !== range.to)
    throw misfit(`${side} segment ${segment + 1} does not border on the bead ${bead.id}`)
  const wider = isEmpty(range) ? one : { from: Math.min(range.from, segment), to: Math.max(range.to, one.to) }
  return regroup(pair, { source: bead.source, target: bead.target, [side]: wider }, edit)
}

/** A bead of segments of both sides, wherever they stand. */
export function linkSegments(pair: EditedPair, edit: LinkEdit): Draft {
  for (const side of ['source', 'target'] as const) {
    if (isEmpty(edit[side])) throw misfit(`it links no ${side} segment`)
    checkRange(pair, side, edit[side])
  }
  return regroup(pair, edit, edit)
}

function checkRange(pair: EditedPair, side: Side, { from, to }: SegmentRange): void {
  const count = pair[side].segments.length
  if (!Number.isInteger(from) || !Number.isInteger(to) || from < 0 || to > count)
    throw misfit(`the ${side} has no segment ${segmentText({ from, to })}: it has ${count}`)
}

/** One bead that holds these segments and no others; what their beads hold besides stays with these. */
function regroup(pair: EditedPair, { source, target }: Ranges, act: Act): Draft {
  const ranges = { source: { from: source.from, to: source.to }, target: { from: target.from, to: target.to } }
  const places = placesToChange(pair.beads, ranges)
  const olds = places.map((at) => beadAt(pair.beads, at))
  const fresh = freshBeads(pair, ranges, olds, act)
  const draft: Draft = { beads: [...pair.beads], changes: [] }
  places.forEach((at, k) => {
    replaceBeads(draft, at - k, 1, [])
  })
  const lone = fresh.filter((bead) => isEmpty(bead.source))
  for (const bead of fresh) if (!isEmpty(bead.source)) placeInOrder(draft, bead)
  for (const bead of lone.sort((a, b) => a.target.from - b.target.from))
    placeLone(draft, { ...bead, source: outside(bead.source, ranges.source) })
  return draft
}

function placesToChange(beads: readonly Bead[], { source, target }: Ranges): readonly number[] {
  const near = placeFrom(beads, source.from)
  const places = new Set([
    ...placesHolding(beads, 'source', source, near),
    ...placesHolding(beads, 'target', target, near),
  ])
  return [...places].sort((a, b) => a - b)
}

/** What is left of the old beads, and the one that is wanted; each comment goes to the first that has a segment of its bead. */
function freshBeads(pair: EditedPair, wanted: Ranges, olds: readonly Bead[], act: Act): readonly Bead[] {
  const drafts = [
    ...olds.flatMap((old) => remaindersOf(old, wanted).map((ranges) => ({ ranges, olds: [old] }))),
    { ranges: wanted, olds },
  ]
  const heirs = olds.map((old) =>
    drafts.find(({ ranges }) => overlap(old.source, ranges.source) || overlap(old.target, ranges.target)),
  )
  return drafts.map((draft) => {
    const comments = olds.flatMap((old, k) => (heirs[k] === draft && old.comment !== undefined ? [old.comment] : []))
    return remadeBead(pair, draft.ranges, draft.olds, comments, act)
  })
}

/** A place in the source that is not inside a range: its end, when it would be. */
const outside = (place: SegmentRange, { from, to }: SegmentRange): SegmentRange =>
  place.from > from && place.from < to ? { from: to, to } : place
