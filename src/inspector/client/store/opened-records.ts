import type { EditedPair, Editing } from '../../../editing.ts'
import type { Sheet } from '../../protocol.ts'
import { finish, finishInTurns, type Later } from '../work.ts'
import type { ComingSheet } from './door.ts'
import { namedBeads, openingPair, openPair } from './opened-pair.ts'
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
  return finish(takingRecords(sheet, openPair(sheet), tools))
}

/** As `openRecords` of a sheet that is on its way, in turns; its beads are made while its texts still come. */
export async function openComing(
  { bare, whole }: ComingSheet,
  tools: Pick<EditingTools, 'takeRecord'>,
  later: Later,
): Promise<{ readonly sheet: Sheet; readonly opened: OpenedRecords }> {
  const made = await finishInTurns(openingPair(await bare), later)
  const sheet = await whole
  const pair = {
    ...made,
    source: { ...made.source, text: sheet.source.text },
    target: { ...made.target, text: sheet.target.text },
  }
  return { sheet, opened: await finishInTurns(takingRecords(sheet, pair, tools), later) }
}

function* takingRecords(
  sheet: Sheet,
  pair: EditedPair,
  { takeRecord }: Pick<EditingTools, 'takeRecord'>,
): Generator<undefined, OpenedRecords> {
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
