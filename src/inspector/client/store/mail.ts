import type { Editing, EditRecord } from '../../../editing.ts'
import type { Kept, Refusal } from '../../protocol.ts'
import type { Cell } from './cell.ts'
import type { Answer, Door } from './door.ts'
import { openRecords } from './opened-records.ts'
import { type FindHits, resetTo, takeStep, withFailed } from './page-state.ts'
import { addPending, receive, type Sending, shownEditing, type TakeRecord } from './sending.ts'

/** What mail is made of. */
export interface MailParts {
  readonly cell: Cell
  readonly door: Door
  /** The editing that the server has. */
  readonly base: Editing
  readonly createEditing: (pair: Editing['pair']) => Editing
  readonly takeRecord: TakeRecord
  readonly findHits: FindHits
  /** Does something later; gives back what stops that. */
  readonly later: (run: () => void, milliseconds: number) => () => void
  /** Called when the server has all that was done here. */
  readonly settled: () => void
  /** Called when beads came that nobody here has made. */
  readonly came: () => void
}

/** Carries records to the server and back. */
export interface Mail {
  /** Begins anew with another editing that the server has; nothing may have been sent yet. */
  begin(base: Editing): void
  /** Sends a record that the page shows already. */
  send(record: EditRecord, after: Editing): void
  /** Takes in records that came by themselves, from a revision on. */
  takeIn(revision: number, records: readonly EditRecord[]): void
  /** Asks the server to make records itself, once it has all of ours. */
  ask(post: (revision: number) => Promise<Answer>, key: 'said.realigned' | 'said.rerun'): Promise<void>
  /** Resolves when the server has all that was done here. */
  settle(): Promise<void>
  isSettled(): boolean
  /** Records that the server has. */
  revision(): number
}

const firstWait = 500
const longestWait = 10_000

/** Mail that has nothing to carry yet. One request is under way at a time; what is done meanwhile goes with the next one. */
export function createMail(parts: MailParts): Mail {
  const { cell, door } = parts
  let sending: Sending = { base: parts.base, pending: [] }
  let underWay: Promise<void> | undefined
  let wait = 0

  const flush = (): Promise<void> => {
    underWay ??= post().finally(() => {
      underWay = undefined
      if (sending.pending.length > 0) parts.later(() => void flush(), wait)
      else parts.settled()
    })
    return underWay
  }
  const post = async (): Promise<void> => {
    const { base, pending } = sending
    const records = pending.map(({ record }) => record)
    if (records.length === 0) return
    try {
      const answer = await door.edits({ revision: base.records, records })
      wait = 0
      if (answer.kind === 'refused') giveUp(answer.refusal)
      else takeAnswer(answer, base.records, answer.kind === 'kept' ? records : [])
      if (sending.pending.length === 0) cell.set({ ...cell.get(), saving: 'saved' })
    } catch {
      wait = Math.min(longestWait, wait * 2 + firstWait)
      cell.set({ ...cell.get(), saving: 'failed', said: { key: 'said.unsaved', values: {} } })
    }
  }
  const giveUp = ({ message }: Refusal): void => {
    sending = { base: sending.base, pending: [] }
    cell.set(resetTo(cell.get(), sending.base, parts.findHits))
    parts.came()
    cell.say('said.refused', { reason: message })
  }
  const takeAnswer = ({ kept }: { readonly kept: Kept }, revision: number, sent: readonly EditRecord[]): void => {
    takeIn(revision, [...sent, ...kept.records])
    cell.set(withFailed(cell.get(), kept.failed))
  }
  const takeIn = (revision: number, records: readonly EditRecord[]): void => {
    const wasSettled = sending.pending.length === 0
    const received = receive(sending, revision, records, parts.takeRecord)
    if (!received) {
      void reload().catch(() => cell.set({ ...cell.get(), saving: 'failed', said: { key: 'page.failed', values: {} } }))
      return
    }
    sending = received.sending
    const { others, lost } = received
    if (others.length === 0) return
    const editing = shownEditing(sending)
    const [only] = others
    const isStep = wasSettled && only !== undefined && others.length === 1
    cell.set(
      isStep ? takeStep(cell.get(), editing, only, parts.findHits) : resetTo(cell.get(), editing, parts.findHits),
    )
    parts.came()
    if (lost.length > 0) cell.say('said.conflict', { count: lost.length })
    else cell.say('said.others', { count: others.length })
  }
  /** Loads everything anew, when records between are missing. */
  const reload = async (): Promise<void> => {
    const sheet = await door.sheet()
    const { base, named } = openRecords(sheet, parts)
    sending = { base, pending: [] }
    cell.set(resetTo({ ...cell.get(), sheet, named, saving: 'saved' }, base, parts.findHits))
    parts.came()
    cell.say('said.reloaded')
  }
  const settle = async (): Promise<void> => {
    while (sending.pending.length > 0 || underWay) {
      await flush()
      if (wait > 0) await new Promise<void>((resolve) => void parts.later(resolve, wait))
    }
  }
  const ask: Mail['ask'] = async (made, key) => {
    try {
      await settle()
      cell.set({ ...cell.get(), saving: 'saving' })
      const revision = sending.base.records
      const answer = await made(revision)
      if (answer.kind === 'refused') cell.say('said.refused', { reason: answer.refusal.message })
      else takeAnswer(answer, revision, [])
      if (answer.kind === 'kept') cell.say(key)
      cell.set({ ...cell.get(), saving: 'saved' })
      parts.settled()
    } catch {
      cell.set({ ...cell.get(), saving: 'failed', said: { key: 'page.failed', values: {} } })
    }
  }
  return {
    begin: (base) => {
      sending = { base, pending: [] }
    },
    send: (record, after) => {
      sending = addPending(sending, { record, after })
      void flush()
    },
    takeIn,
    ask,
    settle,
    isSettled: () => sending.pending.length === 0,
    revision: () => sending.base.records,
  }
}
