import { textOf } from '../../core/text.ts'
import type { Bead, SegmentRange, SideTexts } from '../../core/types.ts'
import { changeAt, decisionOf } from './deciding.ts'
import { misfit } from './misfit.ts'
import { beadAt, placeOf } from './places.ts'
import { isEmpty, isWithin, overlap } from './ranges.ts'
import type { Change, CommentEdit, EditedPair, EditedSide, RetextEdit, Side } from './types.ts'

/** The change that puts a text in the place of a side of a bead, or gives it that of the document again. */
export function rewordBead({ beads }: EditedPair, edit: RetextEdit): readonly Change[] {
  const at = placeOf(beads, edit.bead)
  const { text, ...bead } = beadAt(beads, at)
  if (isEmpty(bead[edit.side])) throw misfit(`the bead ${edit.bead} has no ${edit.side}`)
  if (edit.text?.trim() === '') throw misfit(`the text for the ${edit.side} of the bead ${edit.bead} is empty`)
  const texts = textsOf({ ...text, [edit.side]: edit.text })
  return changeAt(beads, at, { ...bead, ...texts, decision: decisionOf('edited', edit) })
}

/** The change that notes something on a bead; an empty note takes it away. */
export function noteOnBead({ beads }: EditedPair, { bead: id, note }: CommentEdit): readonly Change[] {
  const at = placeOf(beads, id)
  const { comment: _, ...bead } = beadAt(beads, at)
  return changeAt(beads, at, note.trim() === '' ? bead : { ...bead, comment: note })
}

/** The member `text` of a bead, where a side has one. */
export function textsOf({ source, target }: { [side in Side]?: string | undefined }): { readonly text?: SideTexts } {
  if (source === undefined && target === undefined) return {}
  return { text: { ...(source === undefined ? {} : { source }), ...(target === undefined ? {} : { target }) } }
}

/**
 * What a person wrote for these segments of a side, when they were in other beads: the texts of the beads one after another;
 * undefined when nobody wrote anything. Fails with EDITS_MISFIT where a text that a person wrote would have to be divided.
 */
export function wordingOf(
  side: Side,
  range: SegmentRange,
  olds: readonly Bead[],
  document: EditedSide,
): string | undefined {
  const concerned = olds.filter((bead) => overlap(bead[side], range)).sort((a, b) => a[side].from - b[side].from)
  const divided = concerned.find((bead) => bead.text?.[side] !== undefined && !isWithin(bead[side], range))
  if (divided !== undefined)
    throw misfit(`somebody wrote another ${side} for the bead ${divided.id}: it cannot be divided between two beads`)
  if (concerned.every((bead) => bead.text?.[side] === undefined)) return undefined
  return concerned.map((bead) => bead.text?.[side] ?? documentText(document, clipped(bead[side], range))).reduce(joined)
}

const clipped = (range: SegmentRange, { from, to }: SegmentRange): SegmentRange => ({
  from: Math.max(range.from, from),
  to: Math.min(range.to, to),
})

const documentText = ({ text, segments }: EditedSide, { from, to }: SegmentRange): string =>
  segments
    .slice(from, to)
    .map(({ span }) => textOf(text, span).replace(/\s+/gu, ' '))
    .reduce(joined, '')

/** Scripts that put no space between sentences, and their punctuation. */
const unspaced =
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}\u3000-\u303f\uff00-\uffef]/u

function joined(before: string, behind: string): string {
  if (before === '' || behind === '') return before + behind
  const border = before.slice(-1) + behind.slice(0, 1)
  return before + (unspaced.test(border) ? '' : ' ') + behind
}
