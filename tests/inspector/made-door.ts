import { createEditing, type Editing, type EditRecord, takeRecord } from '../../src/editing.ts'
import type { Answer, Door } from '../../src/inspector/client/store/door.ts'
import { openPair } from '../../src/inspector/client/store/opened-pair.ts'
import { createStore } from '../../src/inspector/client/store/store.ts'
import type { Store } from '../../src/inspector/client/store/types.ts'
import type { CheckList, News, Sheet } from '../../src/inspector/protocol.ts'
import type { MadeSheet } from './made-sheet.ts'

/** A server in the same process: keeps records, and answers in a later turn. */
export interface MadeServer {
  readonly records: readonly EditRecord[]
  /** What its checks find. */
  failed: CheckList['failed']
  /** While it is down every request fails. */
  isDown: boolean
  /** Says what is wrong with records, if anything is. */
  refuse: (records: readonly EditRecord[]) => Extract<Answer, { kind: 'refused' | 'failed' }>['kind'] | undefined
  /** While it is mute, pages hear no news. */
  isMute: boolean
  /** Edits wait for this before they are looked at. */
  held: Promise<void> | undefined
  /** How often it was asked for what. */
  readonly asked: ReadonlyMap<string, number>
  door(): Door
  editing(): Editing
}

/** `first`: the first piece that it sends after these records; it sends the whole sheet when absent. */
export function createMadeServer(
  { sheet, detailOf }: MadeSheet,
  first?: (records: readonly EditRecord[]) => Sheet,
): MadeServer {
  const records: EditRecord[] = []
  const asked = new Map<string, number>()
  const listeners = new Set<(news: News) => void>()
  const turn = async (what: string): Promise<void> => {
    asked.set(what, (asked.get(what) ?? 0) + 1)
    await new Promise((resolve) => setTimeout(resolve, 0))
    if (server.isDown) throw new Error('down')
  }
  const keep = (fresh: readonly EditRecord[]): void => {
    records.push(...fresh)
    const news = { revision: records.length, records: fresh }
    if (!server.isMute) for (const listener of listeners) setTimeout(listener, 0, news)
  }
  const behind = (revision: number): Answer => ({
    kind: 'behind',
    kept: { revision: records.length, records: records.slice(revision), failed: {} },
  })
  const kept = (made: readonly EditRecord[]): Answer => ({
    kind: 'kept',
    kept: { revision: records.length, records: made, failed: {} },
  })
  const refused: Answer = { kind: 'refused', refusal: { code: 'X', message: 'no', next: '' } }
  const server: MadeServer = {
    records,
    asked,
    failed: {},
    isDown: false,
    refuse: () => undefined,
    isMute: false,
    held: undefined,
    editing: () => records.reduce(takeRecord, createEditing(openPair(sheet))),
    door: () => ({
      coming() {
        const whole = this.sheet()
        const bare = whole.then((sent) => ({
          ...sent,
          source: { ...sent.source, text: '' },
          target: { ...sent.target, text: '' },
        }))
        return { bare, whole }
      },
      first: async () => {
        await turn('first')
        return first?.([...records]) ?? { ...sheet, records: [...records] }
      },
      sheet: async () => {
        await turn('sheet')
        return { ...sheet, records: [...records] }
      },
      beads: async (ids) => {
        await turn('beads')
        return ids.map(detailOf)
      },
      checks: async () => {
        await turn('checks')
        return { revision: records.length, failed: server.failed }
      },
      edits: async ({ revision, records: fresh }) => {
        await turn('edits')
        await server.held
        if (revision !== records.length) return behind(revision)
        const kind = server.refuse(fresh)
        if (kind !== undefined) return { kind, refusal: { code: 'X', message: 'there is no room left', next: '' } }
        keep(fresh)
        return kept([])
      },
      realign: async ({ revision, beads }) => {
        await turn('realign')
        if (revision !== records.length) return behind(revision)
        const made = beads.map((bead): EditRecord => ({ edit: 'pin', bead, by: 'server', at: '2026-01-02T03:04:05Z' }))
        keep(made)
        return kept(made)
      },
      rerun: async () => refused,
      export: async () => ({ kind: 'written', exported: { paths: ['a.tmx'], units: 2 } }),
      news: (take) => {
        listeners.add(take)
        return () => listeners.delete(take)
      },
    }),
  }
  return server
}

/** A page on a made server. Times of its records start at `now`. */
export async function openPage(server: MadeServer, now = 0): Promise<Store> {
  const door = server.door()
  return createStore({
    door,
    sheet: await door.first(),
    createEditing,
    takeRecord,
    locale: 'en',
    theme: 'auto',
    remember: () => undefined,
    handOver: () => undefined,
    now: () => now,
    later: (run, milliseconds) => {
      const timer = setTimeout(run, Math.min(milliseconds, 2))
      return () => clearTimeout(timer)
    },
  })
}

/** Resolves when a page is at rest. */
export async function atRest(...pages: readonly Store[]): Promise<void> {
  for (let calm = 0; calm < 6; ) {
    await new Promise((resolve) => setTimeout(resolve, 1))
    calm = pages.every((page) => page.state().saving === 'saved') ? calm + 1 : 0
  }
}
