import type { Editing, EditRecord } from '../../../editing.ts'

/** What the server has, and what it does not have yet. */
export interface Sending {
  /** The editing of all records that the server has acknowledged. */
  readonly base: Editing
  readonly pending: readonly PendingRecord[]
}

export interface PendingRecord {
  readonly record: EditRecord
  /** The editing that it made. */
  readonly after: Editing
}

/** Makes the editing after a record; throws when the record does not fit. */
export type TakeRecord = (editing: Editing, record: EditRecord) => Editing

/** What became of records that came from the server. */
export interface Received {
  readonly sending: Sending
  /** Records of others among them, in order. */
  readonly others: readonly EditRecord[]
  /** Own records that do not fit any more. */
  readonly lost: readonly EditRecord[]
}

/** The editing that the page shows. */
export function shownEditing({ base, pending }: Sending): Editing {
  return pending.at(-1)?.after ?? base
}

/** One more record of the page. */
export function addPending(sending: Sending, pending: PendingRecord): Sending {
  return { ...sending, pending: [...sending.pending, pending] }
}

/**
 * Takes in what the server has from the revision `start` on. Records that the page has sent are recognised among them; those of
 * others go before what is still pending, which is made again on top. Undefined when records between are missing, or do not fit:
 * then the page has to be loaded anew.
 */
export function receive(
  sending: Sending,
  start: number,
  records: readonly EditRecord[],
  take: TakeRecord,
): Received | undefined {
  const known = sending.base.records - start
  if (known < 0) return undefined
  let { base, pending } = sending
  const others: EditRecord[] = []
  for (const record of records.slice(known)) {
    const own = pending[0]
    const isOwn = own !== undefined && isSame(own.record, record)
    if (!isOwn) others.push(record)
    const next = isOwn && others.length === 0 ? own.after : attempt(base, record, take)
    if (!next) return undefined
    base = next
    if (isOwn) pending = pending.slice(1)
  }
  if (others.length === 0) return { sending: { base, pending }, others, lost: [] }
  const { kept, lost } = takeAgain(base, pending, take)
  return { sending: { base, pending: kept }, others, lost }
}

/** The server takes at most so much in one message. */
const mostAtOnce = { records: 1000, characters: 2_000_000 }

/** The first of the pending records, as many as go in one message: at most so many, and at least one. */
export function nextToSend({ pending }: Sending, most: number): readonly EditRecord[] {
  const records = pending.slice(0, Math.min(most, mostAtOnce.records)).map(({ record }) => record)
  if (records.length < 2) return records
  let characters = 0
  const end = records.findIndex((record) => {
    characters += JSON.stringify(record).length
    return characters > mostAtOnce.characters
  })
  return end < 0 ? records : records.slice(0, Math.max(1, end))
}

/** What is left when the first pending record will never be taken; those behind it that need it go too. */
export function withoutFirst({ base, pending }: Sending, take: TakeRecord): Pick<Received, 'sending' | 'lost'> {
  const { kept, lost } = takeAgain(base, pending.slice(1), take)
  return { sending: { base, pending: kept }, lost }
}

/** The pending records on what the server is found to have, without those that it has already. */
export function reopened(
  { base: before, pending }: Sending,
  base: Editing,
  records: readonly EditRecord[],
  take: TakeRecord,
): Pick<Received, 'sending' | 'lost'> {
  const fresh = records.slice(Math.min(before.records, records.length))
  const left = pending.filter(({ record }) => !fresh.some((known) => isSame(known, record)))
  const { kept, lost } = takeAgain(base, left, take)
  return { sending: { base, pending: kept }, lost }
}

/** An undo would now take back what another person did: from there on nothing is tried again. */
function takeAgain(
  base: Editing,
  pending: readonly PendingRecord[],
  take: TakeRecord,
): { readonly kept: readonly PendingRecord[]; readonly lost: readonly EditRecord[] } {
  const kept: PendingRecord[] = []
  const lost: EditRecord[] = []
  const turn = pending.findIndex(({ record }) => record.edit === 'undo' || record.edit === 'redo')
  pending.forEach(({ record }, at) => {
    const after = turn >= 0 && at >= turn ? undefined : attempt(kept.at(-1)?.after ?? base, record, take)
    if (after) kept.push({ record, after })
    else lost.push(record)
  })
  return { kept, lost }
}

function attempt(editing: Editing, record: EditRecord, take: TakeRecord): Editing | undefined {
  try {
    return take(editing, record)
  } catch {
    return undefined
  }
}

function isSame(a: EditRecord, b: EditRecord): boolean {
  return a.at === b.at && a.by === b.by && inOneOrder(a) === inOneOrder(b)
}

function inOneOrder(record: EditRecord): string {
  return JSON.stringify(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)))
}
