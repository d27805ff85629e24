/** Editing an alignment, for the page of the inspector too: nothing here needs Node. */
export type { Bead, Decision, Evidence, Relation, Segment, SegmentRange, SideTexts, Span } from './core/types.ts'
export type * from './review/edits/types.ts'
