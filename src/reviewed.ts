import { AppError } from './core/errors.ts'
import type { Alignment, AnalysedDocument, Bead, SegmentRange } from './core/types.ts'
import { createEditing, takeNumbered } from './review/edits/editing.ts'
import type { Edit, Editing, EditRecord, StepStack } from './review/edits/types.ts'

/** How far the review of an alignment has come. */
export interface ReviewSummary {
  readonly beads: {
    readonly accepted: number
    readonly rejected: number
    readonly edited: number
    /** Beads on which nobody has decided, page furniture not counted. */
    readonly left: number
  }
  /** Edits that stand, by kind in the order of the alphabet; kinds that were not used are missing. */
  readonly edits: Readonly<Partial<Record<Edit['edit'], number>>>
  /** Edits that were taken back and could be done again. */
  readonly takenBack: number
}

/** An alignment with the edits of a file on it. Fails with EDITS_MISFIT, naming the file, where one does not fit. */
export function replayEdits(alignment: Alignment, records: readonly EditRecord[], file: string): Editing<Alignment> {
  try {
    return records.reduce(takeNumbered, createEditing(alignment))
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'EDITS_MISFIT') throw error
    throw new AppError(error.code, `${file}, ${error.message}`, { cause: error })
  }
}

/** What was done in a review, and what is left to do. */
export function summariseReview({ pair, done, undone }: Editing<Alignment>): ReviewSummary {
  const count = (state: Bead['decision']['state']): number =>
    pair.beads.filter(({ decision }) => decision.state === state).length
  const kinds: Edit['edit'][] = []
  for (let step: StepStack | undefined = done; step !== undefined; step = step.below) kinds.push(step.top.edit.edit)
  const edits: Partial<Record<Edit['edit'], number>> = {}
  for (const kind of kinds.sort()) edits[kind] = (edits[kind] ?? 0) + 1
  return {
    beads: {
      accepted: count('accepted'),
      rejected: count('rejected'),
      edited: count('edited'),
      left: pair.beads.filter((bead) => bead.decision.state === 'proposed' && !isFurniture(pair, bead)).length,
    },
    edits,
    takenBack: undone?.height ?? 0,
  }
}

const isFurniture = ({ source, target }: Alignment, bead: Bead): boolean =>
  isIdle(source, bead.source) && isIdle(target, bead.target)

const isIdle = ({ segments, blocks }: AnalysedDocument, { from, to }: SegmentRange): boolean =>
  segments.slice(from, to).every(({ block }) => blocks[block]?.role === 'boilerplate')
