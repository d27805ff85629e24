import type { Alignment, Bead, Segment, SegmentAnalysis, SegmentRange } from '../../core/types.ts'

/** Who did it, when (ISO 8601), and why. */
export interface Act {
  readonly by: string
  readonly at: string
  readonly comment?: string
}

export type Side = 'source' | 'target'

/** A decision on beads: they are right, they are wrong, or it is open again. */
export interface DecideEdit extends Act {
  readonly edit: 'accept' | 'reject' | 'reopen'
  /** Ids of beads. */
  readonly beads: readonly string[]
}

/** Neighbouring beads, in the order of the source, become one. */
export interface MergeEdit extends Act {
  readonly edit: 'merge'
  readonly beads: readonly string[]
}

/** A bead becomes two: segments before these indexes, and those from them on. Either may be an end of the bead. */
export interface SplitEdit extends Act {
  readonly edit: 'split'
  readonly bead: string
  readonly source: number
  readonly target: number
}

/** A segment goes from its bead to another one that it borders on: a boundary moves. */
export interface MoveEdit extends Act {
  readonly edit: 'move'
  readonly side: Side
  readonly segment: number
  /** Id of the bead that takes it. */
  readonly to: string
}

/** Segments of the source belong with these of the target, wherever both stand; what else their beads hold stays with these. */
export interface LinkEdit extends Act {
  readonly edit: 'link'
  readonly source: SegmentRange
  readonly target: SegmentRange
}

/** The two sides of a bead have nothing to do with each other: it becomes two beads of one side each. */
export interface UnlinkEdit extends Act {
  readonly edit: 'unlink'
  readonly bead: string
}

/** A segment becomes two. Its bead then holds both. */
export interface CutEdit extends Act {
  readonly edit: 'cut'
  readonly side: Side
  readonly segment: number
  /** UTF-16 offset into the text of the document, inside the segment. */
  readonly offset: number
}

/** Another text stands for a side of a bead; absent: that of the document again. */
export interface RetextEdit extends Act {
  readonly edit: 'retext'
  readonly bead: string
  readonly side: Side
  readonly text?: string
}

/** A note on a bead; an empty one takes the note away. */
export interface CommentEdit extends Act {
  readonly edit: 'comment'
  readonly bead: string
  readonly note: string
}

/** A bead is right as it is, and stays whatever is aligned around it. */
export interface PinEdit extends Act {
  readonly edit: 'pin'
  /** Id of the bead. */
  readonly bead: string
}

/** Beads took the place of others when the texts were aligned around pins; nothing has to be searched to do it again. */
export interface RealignEdit extends Act {
  readonly edit: 'realign'
  readonly changes: readonly Replacement[]
  /** What holds from then on, when the texts were aligned in another way. */
  readonly made?: Making
}

/** How an alignment was made. */
export type Making = Pick<Alignment, 'mode' | 'modeReason' | 'signature'>

/** Neighbouring beads that gave way, and those in their place; one of both may be empty. */
export interface Replacement {
  /** Id of the bead that they follow; absent at the head. */
  readonly follows?: string
  readonly removed: readonly string[]
  readonly beads: readonly Bead[]
}

/** What a person has done to an alignment, as data. Beads go by the ids that they have when the edit is made. */
export type Edit =
  | DecideEdit
  | MergeEdit
  | SplitEdit
  | MoveEdit
  | LinkEdit
  | UnlinkEdit
  | CutEdit
  | RetextEdit
  | CommentEdit
  | PinEdit
  | RealignEdit

/** The last edit that stands is taken back, or the last one taken back is done again. */
export interface TurnRecord extends Act {
  readonly edit: 'undo' | 'redo'
}

/** A line of the file of edits: nothing is ever taken out of it. */
export type EditRecord = Edit | TurnRecord

/** One side as editing sees it: an analysed document has all of this. */
export interface EditedSide {
  readonly text: string
  readonly segments: readonly Segment[]
}

/** What edits change: an alignment has all of this. */
export interface EditedPair extends Partial<Making> {
  readonly source: EditedSide
  readonly target: EditedSide
  readonly beads: readonly Bead[]
}

/** One thing that an edit changed, in a form that can be done and taken back. */
export type Change =
  /** From the place `at` on, the beads `removed` gave way to `added`. */
  | {
      readonly kind: 'beads'
      readonly at: number
      readonly removed: readonly Bead[]
      readonly added: readonly Bead[]
    }
  /** A segment became two at a UTF-16 offset of the text; ranges and ids of all beads behind moved on by one. */
  | {
      readonly kind: 'cut'
      readonly side: Side
      readonly segment: number
      readonly offset: number
      /** What was known of the segment when it was one, where its side was analysed. */
      readonly analysis?: SegmentAnalysis
    }
  /** It was made in another way from then on. */
  | { readonly kind: 'made'; readonly before: Partial<Making>; readonly after: Making }

/** All that one edit changed, in the order in which it did. */
export interface EditStep {
  readonly edit: Edit
  readonly changes: readonly Change[]
}

/** A pair with the edits that stand and those that were taken back. */
export interface Editing<Pair extends EditedPair = EditedPair> {
  readonly pair: Pair
  /** How many records led here. */
  readonly records: number
  /** The last step that stands, with those before it. */
  readonly done: StepStack | undefined
  /** The last step that was taken back, with those to be done again after it. */
  readonly undone: StepStack | undefined
}

/** A stack that is never changed: the top, and what is below. */
export interface StepStack {
  readonly top: EditStep
  readonly below: StepStack | undefined
  readonly height: number
}
