import type { Bead, EditedSide } from '../../../editing.ts'
import type { EditDraft } from '../store/types.ts'

type Side = 'source' | 'target'

/** A place where a side of a bead can be divided: UTF-16 offset into the text of the document. */
export interface CutPlace {
  readonly offset: number
  /** How natural a division is here: between segments, behind punctuation or before what it opens, between words. */
  readonly rank: 'segment' | 'sign' | 'word'
}

/** All places of a side between words, from its start to its end. Nothing stands between those of two segments. */
export function cutPlaces(side: EditedSide, from: number, to: number, language: string): readonly CutPlace[] {
  const words = new Intl.Segmenter(language, { granularity: 'word' })
  return side.segments.slice(from, to).flatMap(({ span: { start, end }, index }) => {
    const text = side.text.slice(start, end)
    const places: CutPlace[] = []
    for (const { index: at, segment } of words.segment(text))
      if (at > 0 && segment.trim() !== '') places.push({ offset: start + at, rank: rankAt(text, at) })
    const head: CutPlace = { offset: start, rank: 'segment' }
    return index === to - 1 ? [head, ...places, { offset: end, rank: 'segment' }] : [head, ...places]
  })
}

const opening = /[\p{Ps}\p{Pi}]$/u
const opens = /^[\p{Ps}\p{Pi}]/u
const closes = /^[\p{Pe}\p{Pf}\p{Po}]/u
/** Punctuation, and where letters of half the width stand, a space behind it: a hyphen within a word divides nothing. */
const closing =
  /\p{P}\s+$|[\u201d\u3001-\u3003\u3009\u300b\u300d\u300f\u3011\uff01\uff09\uff0c\uff0e\uff1a\uff1b\uff1f]$/u

/** How natural a division is within a segment. */
function rankAt(text: string, at: number): CutPlace['rank'] {
  const before = text.slice(Math.max(0, at - signsBefore), at)
  const behind = text.slice(at, at + 2)
  if (opening.test(before.trimEnd()) || closes.test(behind)) return 'word'
  return opens.test(behind) || closing.test(before) ? 'sign' : 'word'
}

/** Signs and spaces in front of a place that are looked at, in UTF-16 units. */
const signsBefore = 8

/** So far from the wanted place, as a share of the side, a more natural place may lie. */
const reach: Readonly<Record<CutPlace['rank'], number>> = { segment: 1, sign: 0.25, word: 1 }

/** The most natural place near a share (0..1) of a side: between segments, else behind punctuation, else between words. */
export function naturalPlace(places: readonly CutPlace[], share: number): number {
  const first = places[0]?.offset ?? 0
  const last = places.at(-1)?.offset ?? first
  const wanted = first + share * (last - first)
  const inner = places.slice(1, -1)
  for (const rank of ['segment', 'sign', 'word'] as const) {
    const best = nearest(
      inner.filter((place) => place.rank === rank),
      wanted,
    )
    if (best && Math.abs(best.offset - wanted) <= reach[rank] * (last - first)) return best.offset
  }
  return last
}

function nearest(places: readonly CutPlace[], wanted: number): CutPlace | undefined {
  return places.reduce<CutPlace | undefined>(
    (near, place) => (near && Math.abs(near.offset - wanted) <= Math.abs(place.offset - wanted) ? near : place),
    undefined,
  )
}

/** What stands on both sides of a bead: where it begins in each. */
export interface Tie {
  readonly source: number
  readonly target: number
  readonly weight: number
}

const bonus: Readonly<Record<CutPlace['rank'], number>> = { segment: 1.5, sign: 1, word: 0 }

/**
 * Where the target divides when the source does at an offset: so that as much as possible of what stands on both sides stays
 * together, best between segments or behind punctuation, and near the same share of the text.
 */
export function counterpartPlace(
  source: readonly CutPlace[],
  target: readonly CutPlace[],
  offset: number,
  ties: readonly Tie[],
): number {
  const share = shareOf(source, offset)
  if (share <= 0 || share >= 1) return share <= 0 ? (target[0]?.offset ?? 0) : (target.at(-1)?.offset ?? 0)
  if (ties.length === 0) return naturalPlace(target, share)
  const worth = (place: CutPlace): number => {
    const kept = ties.filter((tie) => tie.source < offset === tie.target < place.offset)
    const weight = kept.reduce((sum, tie) => sum + tie.weight, 0)
    return weight + bonus[place.rank] - Math.abs(shareOf(target, place.offset) - share)
  }
  const inner = target.slice(1, -1)
  const best = inner.reduce<CutPlace | undefined>(
    (top, place) => (top && worth(top) >= worth(place) ? top : place),
    undefined,
  )
  return best?.offset ?? target.at(-1)?.offset ?? 0
}

function shareOf(places: readonly CutPlace[], offset: number): number {
  const first = places[0]?.offset ?? 0
  const last = places.at(-1)?.offset ?? first
  return last === first ? 0.5 : (offset - first) / (last - first)
}

/** The next place in a direction, of a rank and above; the ends when there is none. */
export function nextPlace(places: readonly CutPlace[], offset: number, by: 1 | -1, least: CutPlace['rank']): number {
  const row = by === 1 ? places : [...places].reverse()
  const allowed = row.filter((place) => least === 'word' || place.rank !== 'word')
  const next = allowed.find((place) => (place.offset - offset) * by > 0)
  return next?.offset ?? row.at(-1)?.offset ?? offset
}

/** Where a side is divided: before this segment, after it was cut at the offset when that lies inside one. */
interface Division {
  readonly index: number
  readonly cut: { readonly segment: number; readonly offset: number } | undefined
}

function divide(side: EditedSide, from: number, to: number, offset: number): Division {
  for (let index = from; index < to; index++) {
    const span = side.segments[index]?.span
    if (!span) break
    if (offset <= span.start) return { index, cut: undefined }
    if (offset < span.end) return { index: index + 1, cut: { segment: index, offset } }
  }
  return { index: to, cut: undefined }
}

/**
 * The edits that divide a bead at a place of each side: segments are cut where a place lies inside one, then the bead is split.
 * Without `isSplit` they are only cut.
 */
export function draftSplit(
  bead: Bead,
  source: EditedSide,
  target: EditedSide,
  offsets: Readonly<Record<Side, number>>,
  isSplit: boolean,
): readonly EditDraft[] {
  const here = divide(source, bead.source.from, bead.source.to, offsets.source)
  const there = divide(target, bead.target.from, bead.target.to, offsets.target)
  const cuts = [cutOf('source', here), cutOf('target', there)].flat()
  if (!isSplit) return cuts
  const sourceTo = bead.source.to + (here.cut ? 1 : 0)
  const targetTo = bead.target.to + (there.cut ? 1 : 0)
  const id = `${bead.source.from}-${sourceTo}:${bead.target.from}-${targetTo}`
  return [...cuts, { edit: 'split', bead: id, source: here.index, target: there.index }]
}

function cutOf(side: Side, { cut }: Division): readonly EditDraft[] {
  return cut ? [{ edit: 'cut', side, ...cut }] : []
}
