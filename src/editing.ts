/** Editing an alignment, for the page of the inspector too: nothing here needs Node. */
export { AppError } from './core/errors.ts'
export { decisionStates, relations } from './core/relations.ts'
export type {
  Bead,
  Decision,
  EntityKind,
  Evidence,
  EvidenceLink,
  Relation,
  Segment,
  SegmentRange,
  SideTexts,
  Span,
} from './core/types.ts'
export { createEditing, takeRecord } from './review/edits/editing.ts'
export { recordRealign } from './review/edits/realigning.ts'
export type * from './review/edits/types.ts'
