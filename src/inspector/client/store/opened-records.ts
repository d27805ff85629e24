import type { Editing } from '../../../editing.ts'
import type { Sheet } from '../../protocol.ts'
import { namedBeads, openPair } from './opened-pair.ts'
import type { TakeRecord } from './sending.ts'
import { changesBetween, moveId } from './steps.ts'

/** A sheet with all its records. */
export interface OpenedRecords {
  readonly base: Editing
  /** Ids of the beads whose evidence names something, as they are after the records. */
  readonly named: ReadonlySet<string>
}

/** What a page does to a pair. */
export interface EditingTools {
  readonly createEditing: (pair: Editing['pair']) => Editing
  readonly takeRecord: TakeRecord
}

/** The editing of a sheet with all its records. */
export function openRecords(sheet: Sheet, { createEditing, takeRecord }: EditingTools): OpenedRecords {
  let base = createEditing(openPair(sheet))
  let named = namedBeads(base.pair.beads, sheet.beads.hasEntity)
  for (const record of sheet.records) {
    const after = takeRecord(base, record)
    const { segments } = changesBetween(base, after)
    if (segments.length > 0) named = new Set([...named].map((id) => segments.reduce(moveId, id)))
    base = after
  }
  return { base, named }
}
