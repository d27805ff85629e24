import type { Editing } from '../../../editing.ts'
import type { Sheet } from '../../protocol.ts'
import { finish } from '../work.ts'
import { namedBeads, openingPair } from './opened-pair.ts'
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

/** The editing of a sheet with all its records; that of a first piece has them already, and knows none to take back. */
export function openRecords(sheet: Sheet, tools: EditingTools): OpenedRecords {
  return finish(openingRecords(sheet, tools))
}

/** As `openRecords`, with pauses. */
export function* openingRecords(
  sheet: Sheet,
  { takeRecord }: Pick<EditingTools, 'takeRecord'>,
): Generator<undefined, OpenedRecords> {
  const pair = yield* openingPair(sheet)
  // Ids are made as editing makes them: to look whether they are would take as long as to make them.
  let base: Editing = { pair, records: sheet.whole?.revision ?? 0, done: undefined, undone: undefined }
  let named = namedBeads(pair.beads, sheet.beads.hasEntity)
  for (const record of sheet.records) {
    yield undefined
    const after = takeRecord(base, record)
    const { segments } = changesBetween(base, after)
    if (segments.length > 0) named = new Set([...named].map((id) => segments.reduce(moveId, id)))
    base = after
  }
  return { base, named }
}
