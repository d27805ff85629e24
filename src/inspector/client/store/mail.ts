import type { Editing, EditRecord } from '../../../editing.ts'
import type { Kept, Refusal } from '../../protocol.ts'
import type { Later } from '../work.ts'
import type { Cell } from './cell.ts'
import type { Answer, Door } from './door.ts'
import { withFollowed } from './following.ts'
import { openRecords } from './opened-records.ts'
import { type FindHits, resetTo, takeStep, withFailed } from './page-state.ts'
import {
  addPending,
  nextToSend,
  receive,
  reopened,
  type Sending,
  shownEditing,
  type TakeRecord,
  withoutFirst,
} from './sending.ts'
import type { PageState } from './types.ts'

/** What mail is made of. */
export interface MailParts {
  readonly cell: Cell
  readonly door: Door
  /** The editing that the server has. */
  readonly base: Editing
  readonly createEditing: (pair: Editing['pair']) => Editing
  readonly takeRecord: TakeRecord
  readonly findHits: FindHits
  readonly later: Later
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

type SaidKey = NonNullable<PageState['said']>['key']

const firstWait = 500
const longestWait = 10_000
/** What takes longer than this is explained. */
const slowMs = 1000

/** Mail that has nothing to carry yet. One request is under way at a time; what is done meanwhile goes with the next one. */
export function createMail(parts: MailParts): Mail {
  const { cell, door } = parts
  let sending: Sending = { base: parts.base, pending: [] }
  let underWay: Promise<void> | undefined
  let reloading: Promise<void> | undefined
  /** As many records as the server was heard to have since all was loaded anew: what was on its way then may lack some. */
  let newest = 0
  let wait = 0
  let mostAtOnce = Number.POSITIVE_INFINITY

  const flush = (): Promise<void> => {
    underWay ??= post().finally(() => {
      underWay = undefined
      if (sending.pending.length > 0) parts.later(() => void flush(), wait)
      else parts.settled()
    })
    return underWay
  }
  const post = async (): Promise<void> => {
    await reloading
    const revision = sending.base.records
    const records = nextToSend(sending, mostAtOnce)
    if (records.length === 0) return
    try {
      const answer = await door.edits({ revision, records })
      if (answer.kind === 'failed') return failed('said.notKept', { reason: answer.refusal.message })
      const isAgain = wait > 0
      const { said } = cell.get()
      wait = 0
      if ('refusal' in answer) giveUp(records.length, answer.refusal)
      else takeAnswer(answer, revision, answer.kind === 'kept' ? records : [])
      if (sending.pending.length > 0) return
      cell.set({ ...cell.get(), saving: 'saved' })
      if (isAgain && cell.get().said === said) cell.say('header.saved')
    } catch {
      failed('said.unsaved')
    }
  }
  /** All that is pending stays so, and is sent again. */
  const failed = (key: 'said.notKept' | 'said.unsaved', values: Readonly<Record<string, string>> = {}): void => {
    wait = Math.min(longestWait, wait * 2 + firstWait)
    cell.set({ ...cell.get(), saving: 'failed', said: { key, values } })
  }
  /** Of several records only one need be refused: fewer go at a time until it is found. */
  const giveUp = (count: number, { message }: Refusal): void => {
    mostAtOnce = count > 1 ? count >> 1 : Number.POSITIVE_INFINITY
    if (count > 1) return
    const left = withoutFirst(sending, parts.takeRecord)
    sending = left.sending
    const next = resetTo(cell.get(), shownEditing(sending), parts.findHits)
    if (left.lost.length > 0) show(next, 'said.refusedWith', { reason: message, count: left.lost.length })
    else show(next, 'said.refused', { reason: message })
  }
  /** Shows what nobody here has done, and says it; where a person was at work on what is gone, that. */
  const show = (next: PageState, key: SaidKey, values: Readonly<Record<string, string | number>> = {}): void => {
    const { dialog, linking } = cell.get()
    const isGone = key === 'said.others' && ((dialog && !next.dialog) || (linking && !next.linking))
    cell.set({ ...next, said: isGone ? { key: 'said.gone', values: {} } : { key, values } })
    parts.came()
  }
  const takeAnswer = ({ kept }: { readonly kept: Kept }, revision: number, sent: readonly EditRecord[]): void => {
    takeIn(revision, [...sent, ...kept.records])
    cell.set(withFailed(cell.get(), kept.failed))
  }
  const takeIn = (revision: number, records: readonly EditRecord[]): void => {
    newest = Math.max(newest, revision + records.length)
    const wasSettled = sending.pending.length === 0
    const received = receive(sending, revision, records, parts.takeRecord)
    if (!received) {
      reloading ??= reload()
        .catch(() => cell.say('page.failed'))
        .finally(() => {
          reloading = undefined
        })
      return
    }
    sending = received.sending
    const { others, lost } = received
    if (others.length === 0) return
    const editing = shownEditing(sending)
    const [only] = others
    const isStep = wasSettled && only !== undefined && others.length === 1
    const next = isStep
      ? withFollowed(cell.get(), takeStep(cell.get(), editing, only, parts.findHits))
      : resetTo(cell.get(), editing, parts.findHits)
    if (lost.length > 0) show(next, 'said.conflict', { count: lost.length })
    else show(next, 'said.others', { count: others.length })
  }
  /** Loads everything anew, when records between are missing; what is pending goes on top. */
  const reload = async (): Promise<void> => {
    newest = 0
    const sheet = await door.sheet()
    const { base, named } = openRecords(sheet, parts)
    const found = reopened(sending, base, sheet.records, parts.takeRecord)
    sending = found.sending
    const shown = resetTo({ ...cell.get(), sheet }, shownEditing(sending), parts.findHits)
    const next = { ...shown, named, saving: savingNow() }
    if (found.lost.length > 0) show(next, 'said.conflict', { count: found.lost.length })
    else show(next, 'said.reloaded')
    if (sending.pending.length > 0) void flush()
    if (sending.base.records < newest) return reload()
  }
  /** What is pending is being sent, or is waiting to be. */
  const savingNow = (): PageState['saving'] => (sending.pending.length > 0 ? cell.get().saving : 'saved')
  const settle = async (): Promise<void> => {
    while (sending.pending.length > 0 || underWay) {
      await flush()
      if (wait > 0) await new Promise<void>((resolve) => void parts.later(resolve, wait))
    }
  }
  const ask: Mail['ask'] = async (made, key) => {
    await settle()
    const stop = parts.later(() => cell.say('said.aligning'), slowMs)
    try {
      cell.set({ ...cell.get(), saving: 'saving' })
      const revision = sending.base.records
      const answer = await made(revision)
      if ('refusal' in answer) cell.say('said.refused', { reason: answer.refusal.message })
      else takeAnswer(answer, revision, [])
      if (answer.kind === 'kept') cell.say(key)
      parts.settled()
    } catch {
      cell.say('page.failed')
    } finally {
      stop()
      cell.set({ ...cell.get(), saving: savingNow() })
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
