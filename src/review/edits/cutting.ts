import { isSpace } from '../../core/text.ts'
import type { Bead, Segment, SegmentAnalysis, SegmentRange, Span } from '../../core/types.ts'
import { misfit } from './misfit.ts'
import { idOf } from './ranges.ts'
import type { Change, CutEdit, EditedPair, EditedSide, Side } from './types.ts'

/** A side that was analysed knows something of each segment. */
interface AnalysedSide extends EditedSide {
  readonly analyses?: readonly SegmentAnalysis[]
}

type CutChange = Extract<Change, { readonly kind: 'cut' }>

/** The change that makes two segments of one; white space at the cut belongs to neither. */
export function cutSegment(pair: EditedPair, { side, segment: index, offset }: CutEdit): readonly Change[] {
  const { text, segments } = pair[side]
  const segment = segments[index]
  if (segment === undefined) throw misfit(`the ${side} has no segment ${index + 1}`)
  const { start, end } = segment.span
  if (!Number.isInteger(offset) || offset <= start || offset >= end)
    throw misfit(`${offset} is not inside ${side} segment ${index + 1}`)
  if (isLow(text.charCodeAt(offset)) && isHigh(text.charCodeAt(offset - 1)))
    throw misfit(`${offset} is inside a character of ${side} segment ${index + 1}`)
  if (partsOf(text, segment.span, offset).some((part) => part.start >= part.end))
    throw misfit(`a part of ${side} segment ${index + 1} would be empty`)
  const { analyses }: AnalysedSide = pair[side]
  const analysis = analyses?.[index]
  return [{ kind: 'cut', side, segment: index, offset, ...(analysis === undefined ? {} : { analysis }) }]
}

const isHigh = (code: number): boolean => code >= 0xd800 && code <= 0xdbff
const isLow = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff

function partsOf(text: string, { start, end }: Span, offset: number): readonly [Span, Span] {
  let [before, behind] = [offset, offset]
  while (before > start && isSpace(text.charCodeAt(before - 1))) before--
  while (behind < end && isSpace(text.charCodeAt(behind))) behind++
  return [
    { start, end: before },
    { start: behind, end },
  ]
}

/** The pair with one segment more. */
export const cutApart = <Pair extends EditedPair>(pair: Pair, { side, segment, offset }: CutChange): Pair => ({
  ...pair,
  [side]: splitSide(pair[side], segment, offset),
  beads: movedOn(pair.beads, side, segment, 1),
})

/** The pair with the two segments of a cut as one again. */
export const putTogether = <Pair extends EditedPair>(pair: Pair, { side, segment, analysis }: CutChange): Pair => ({
  ...pair,
  [side]: joinedSide(pair[side], segment, analysis),
  beads: movedOn(pair.beads, side, segment + 1, -1),
})

function splitSide(side: AnalysedSide, index: number, offset: number): AnalysedSide {
  const whole = side.segments[index]
  if (whole === undefined) throw misfit(`there is no segment ${index + 1}`)
  const [before, behind] = partsOf(side.text, whole.span, offset)
  const parts = [
    { ...whole, span: before },
    { ...whole, index: index + 1, span: behind },
  ]
  const segments = renumbered(side.segments, index, 1, parts)
  const { analyses } = side
  const analysis = analyses?.[index]
  if (analyses === undefined || analysis === undefined) return { ...side, segments }
  return { ...side, segments, analyses: replaced(analyses, index, 1, analysesOfParts(analysis, before, behind)) }
}

function joinedSide(side: AnalysedSide, index: number, analysis: SegmentAnalysis | undefined): AnalysedSide {
  const [first, second] = [side.segments[index], side.segments[index + 1]]
  if (first === undefined || second === undefined) throw misfit(`there are no segments ${index + 1} and ${index + 2}`)
  const whole = { ...first, span: { start: first.span.start, end: second.span.end } }
  const segments = renumbered(side.segments, index, 2, [whole])
  const { analyses } = side
  if (analyses === undefined || analysis === undefined) return { ...side, segments }
  return { ...side, segments, analyses: replaced(analyses, index, 2, [analysis]) }
}

/** Segments with others in the place of some; the numbers of all behind follow. */
function renumbered(
  segments: readonly Segment[],
  at: number,
  gone: number,
  fresh: readonly Segment[],
): readonly Segment[] {
  const by = fresh.length - gone
  const all = [...segments.slice(0, at), ...fresh]
  for (let k = at + gone; k < segments.length; k++) {
    const segment = segments[k]
    if (segment !== undefined) all.push({ ...segment, index: segment.index + by })
  }
  return all
}

const replaced = <Item>(items: readonly Item[], at: number, gone: number, fresh: readonly Item[]): readonly Item[] => [
  ...items.slice(0, at),
  ...fresh,
  ...items.slice(at + gone),
]

/** What is named across the cut is named by neither part; the length is shared by characters. */
function analysesOfParts(
  { entities, length }: SegmentAnalysis,
  before: Span,
  behind: Span,
): readonly SegmentAnalysis[] {
  const characters = before.end - before.start + behind.end - behind.start
  return [before, behind].map((part) => ({
    entities: entities.filter(({ span }) => span.start >= part.start && span.end <= part.end),
    length: (length * (part.end - part.start)) / characters,
  }))
}

/** Beads whose ranges end or begin behind a segment move on by so many; the others are the same objects. */
function movedOn(beads: readonly Bead[], side: Side, segment: number, by: number): readonly Bead[] {
  return beads.map((bead) => {
    const { from, to } = bead[side]
    if (to <= segment) return bead
    const moved: SegmentRange = { from: from > segment ? from + by : from, to: to + by }
    return side === 'source' ? withRanges(bead, moved, bead.target) : withRanges(bead, bead.source, moved)
  })
}

const withRanges = (bead: Bead, source: SegmentRange, target: SegmentRange): Bead => ({
  ...bead,
  id: idOf({ source, target }),
  source,
  target,
})
