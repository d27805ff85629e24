import { AppError } from '../../core/errors.ts'
import { withChanges, withoutChanges } from './changes.ts'
import { cutSegment } from './cutting.ts'
import { decideBeads } from './deciding.ts'
import { misfit } from './misfit.ts'
import type { Draft } from './placing.ts'
import { idOf } from './ranges.ts'
import { madeOtherwise, pinBead, replaceRealigned } from './realigning.ts'
import { linkSegments, mergeBeads, moveSegment, splitBead, unlinkBead } from './regrouping.ts'
import type { Change, Edit, EditedPair, Editing, EditRecord, EditStep, StepStack, TurnRecord } from './types.ts'
import { noteOnBead, rewordBead } from './wording.ts'

/** A pair before its first record. Beads whose ids do not say which segments they hold get ids that do. */
export function createEditing<Pair extends EditedPair>(pair: Pair): Editing<Pair> {
  return { pair: withIds(pair), records: 0, done: undefined, undone: undefined }
}

const withIds = <Pair extends EditedPair>(pair: Pair): Pair =>
  pair.beads.every((bead) => bead.id === idOf(bead))
    ? pair
    : { ...pair, beads: pair.beads.map((bead) => ({ ...bead, id: idOf(bead) })) }

/**
 * What a record leads to. Beads that it does not concern stay the same objects, but for those behind a cut. Fails with
 * EDITS_MISFIT, in plain words, for a record that does not fit; the editing that was given stays as it was in any case.
 */
export function takeRecord<Pair extends EditedPair>(editing: Editing<Pair>, record: EditRecord): Editing<Pair> {
  if (isTurn(record)) return record.edit === 'undo' ? takenBack(editing) : doneAgain(editing)
  const { pair, records, done } = editing
  const made = changesOf(pair, record)
  const isDone = 'beads' in made
  const changes = isDone ? made.changes : made
  const next = isDone ? { ...pair, beads: made.beads } : withChanges(pair, changes)
  const remade = record.edit === 'realign' ? madeOtherwise(pair, record) : []
  return {
    pair: withChanges(next, remade),
    records: records + 1,
    done: stacked({ edit: record, changes: [...changes, ...remade] }, done),
    undone: undefined,
  }
}

const isTurn = (record: EditRecord): record is TurnRecord => record.edit === 'undo' || record.edit === 'redo'

/** A pair after records, in their order. Fails with EDITS_MISFIT where one does not fit what the ones before it left. */
export function applyEdits<Pair extends EditedPair>(pair: Pair, records: readonly EditRecord[]): Pair {
  return records.reduce(takeNumbered, createEditing(pair)).pair
}

/** As `takeRecord`, with the number of the record in the message when it does not fit. */
export function takeNumbered<Pair extends EditedPair>(editing: Editing<Pair>, record: EditRecord): Editing<Pair> {
  try {
    return takeRecord(editing, record)
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'EDITS_MISFIT') throw error
    throw new AppError(error.code, `edit ${editing.records + 1}: ${error.message}`, { cause: error })
  }
}

const stacked = (top: EditStep, below: StepStack | undefined): StepStack => ({
  top,
  below,
  height: (below?.height ?? 0) + 1,
})

function takenBack<Pair extends EditedPair>({ pair, records, done, undone }: Editing<Pair>): Editing<Pair> {
  if (done === undefined) throw misfit('there is nothing to take back')
  return {
    pair: withoutChanges(pair, done.top.changes),
    records: records + 1,
    done: done.below,
    undone: stacked(done.top, undone),
  }
}

function doneAgain<Pair extends EditedPair>({ pair, records, done, undone }: Editing<Pair>): Editing<Pair> {
  if (undone === undefined) throw misfit('there is nothing to do again')
  return {
    pair: withChanges(pair, undone.top.changes),
    records: records + 1,
    done: stacked(undone.top, done),
    undone: undone.below,
  }
}

/** All that an edit changes, with the beads as they are then where they had to be made to find out. */
function changesOf(pair: EditedPair, edit: Edit): readonly Change[] | Draft {
  switch (edit.edit) {
    case 'accept':
    case 'reject':
    case 'reopen':
      return decideBeads(pair, edit)
    case 'merge':
      return mergeBeads(pair, edit)
    case 'split':
      return splitBead(pair, edit)
    case 'move':
      return moveSegment(pair, edit)
    case 'link':
      return linkSegments(pair, edit)
    case 'unlink':
      return unlinkBead(pair, edit)
    case 'cut':
      return cutSegment(pair, edit)
    case 'retext':
      return rewordBead(pair, edit)
    case 'comment':
      return noteOnBead(pair, edit)
    case 'pin':
      return pinBead(pair, edit)
    case 'realign':
      return replaceRealigned(pair, edit)
  }
}
