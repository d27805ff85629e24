import { createEditing, takeRecord } from '../../editing.ts'
import type { Act, Alignment, Bead, Editing, EditRecord } from '../../index.ts'
import type { Realigner } from '../../realigner.ts'
import type { BeadDetail, CheckList, EditPost, Kept, News, RealignPost, RerunPost, Sheet } from '../protocol.ts'
import { firstPiece, isLong } from './first-piece.ts'
import type { Journal } from './journal.ts'
import { createJudge } from './judge.ts'
import { malformed, whileItMayPass } from './refusal.ts'
import { createSheetAnswers, recordForPage, type SentText, type SheetAnswers } from './sheet.ts'

/** What a session is made of. */
export interface SessionParts {
  /** As it was before the first record. */
  readonly alignment: Alignment
  /** Those in the journal. */
  readonly records: readonly EditRecord[]
  readonly journal: Pick<Journal, 'refresh' | 'append'>
  readonly realigner: Realigner
  /** Makes the sheet without its records; called once, when it is first asked for. */
  sheet(): Omit<Sheet, 'records'>
  readonly by: string
  now(): Date
}

/** What became of records: kept, or others were first. */
export interface Outcome {
  readonly isKept: boolean
  readonly kept: Kept
}

/** An alignment that people edit, with all who look at it. */
export interface Session {
  revision(): number
  /** The alignment as it is now. */
  alignment(): Alignment
  /** JSON of the first piece, or of the whole sheet when that is short; in pieces. */
  firstText(): readonly Uint8Array[]
  /** JSON of the whole sheet, in pieces. */
  sheetText(): readonly Uint8Array[]
  /** The text of a side that comes apart; undefined for one that stands in the sheet. */
  sideText(side: 'source' | 'target'): SentText | undefined
  /** All that was done to it. */
  records(): readonly EditRecord[]
  /** Records from a revision on, as pages get them. */
  since(revision: number): readonly EditRecord[]
  edit(post: EditPost): Promise<Outcome>
  realign(post: RealignPost): Promise<Outcome>
  rerun(post: RerunPost): Promise<Outcome>
  details(ids: readonly string[]): Promise<readonly BeadDetail[]>
  checks(): Promise<CheckList>
  /** Failed checks of beads as they are now, in plain words. */
  notes(): Promise<(bead: Bead) => readonly string[]>
  /** Looks for records of other processes. */
  refresh(): Promise<void>
  /** Resolves when all that was asked is done. */
  settled(): Promise<void>
}

/** Opens a session; `tell` is called for every record that comes in, whoever made it. */
export function createSession(parts: SessionParts, tell: (news: News) => void): Session {
  const { journal, realigner } = parts
  const hasPieces = isLong(parts.alignment)
  let made: SheetAnswers | undefined
  const answers = (): SheetAnswers => {
    made ??= createSheetAnswers(parts.sheet(), hasPieces)
    return made
  }
  const records: EditRecord[] = [...parts.records]
  /** The same as pages get them. */
  const shown: EditRecord[] = records.map(recordForPage)
  let editing = take(createEditing(parts.alignment), parts.records)
  let waiting = 0
  const judge = createJudge(parts.alignment, realigner, () => waiting > 0)
  let queue: Promise<unknown> = Promise.resolve()
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    waiting++
    const result = queue.then(work).finally(() => {
      waiting--
    })
    queue = result.catch(() => undefined)
    return result
  }
  const absorb = (next: Editing<Alignment>, fresh: readonly EditRecord[]): void => {
    if (fresh.length === 0) return
    editing = next
    for (const record of fresh) {
      records.push(record)
      shown.push(recordForPage(record))
    }
    tell({ revision: records.length, records: since(records.length - fresh.length) })
  }
  const refresh = (): Promise<void> =>
    whileItMayPass(async () => {
      const fresh = await journal.refresh(records.length)
      absorb(take(editing, fresh), fresh)
    })
  /** Puts records on the disk; false when others were first, whose records are then taken in. */
  const write = (fresh: readonly EditRecord[], revision: number): Promise<boolean> =>
    whileItMayPass(async () => {
      const others = await journal.append(fresh, revision)
      absorb(take(editing, others), others)
      return others.length === 0
    })
  const since = (revision: number): readonly EditRecord[] => shown.slice(revision)
  const overtaken = (revision: number): Outcome => {
    if (revision > records.length) throw malformed(`there are only ${records.length} records`)
    return { isKept: false, kept: { revision: records.length, records: since(revision), failed: {} } }
  }
  /** Keeps records made on a revision; `isOwn` ones are known to the page already. */
  const keep = (revision: number, fresh: readonly EditRecord[], isOwn: boolean): Promise<Outcome> =>
    inTurn(async () => {
      if (revision !== records.length) return overtaken(revision)
      const before = editing.pair
      const next = take(editing, fresh)
      if (!(await write(fresh, revision))) return overtaken(revision)
      absorb(next, fresh)
      const failed = judge.failedAmongNew(before, next.pair)
      return { isKept: true, kept: { revision: records.length, records: isOwn ? [] : since(revision), failed } }
    })
  const act = (): Act => ({ by: parts.by, at: parts.now().toISOString() })
  /** Records that the server makes itself take their time: edits of meanwhile win. */
  const keepMade = async (
    revision: number,
    make: (known: readonly EditRecord[]) => Promise<readonly EditRecord[]>,
  ): Promise<Outcome> => {
    await inTurn(refresh)
    if (revision !== records.length) return overtaken(revision)
    const made = await make([...records])
    if (made.length > 0) return keep(revision, made, false)
    return { isKept: true, kept: { revision, records: [], failed: {} } }
  }
  return {
    revision: () => records.length,
    alignment: () => editing.pair,
    firstText: () => {
      if (!hasPieces) return answers().sheet(shown)
      return [Buffer.from(JSON.stringify(firstPiece(answers().frame, editing.pair, records.length)))]
    },
    sheetText: () => answers().sheet(shown),
    sideText: (side) => answers().text(side),
    records: () => [...records],
    since,
    edit: (post) => keep(post.revision, post.records, true),
    realign: ({ revision, beads }) => keepMade(revision, (known) => realigner.realign(known, beads, act())),
    rerun: ({ revision, mode }) => keepMade(revision, (known) => realigner.rerun(known, mode, act())),
    details: (ids) => judge.details(editing.pair, ids, [...records]),
    async checks() {
      await judge.prepare()
      const [revision, { pair }] = [records.length, editing]
      return { revision, failed: await judge.failed(pair) }
    },
    notes: () => judge.notes(editing.pair),
    refresh: () => inTurn(refresh),
    settled: () => inTurn(async () => undefined),
  }
}

const take = (editing: Editing<Alignment>, records: readonly EditRecord[]): Editing<Alignment> =>
  records.reduce<Editing<Alignment>>(takeRecord, editing)
