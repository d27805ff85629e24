import type { Edit, Editing, EditRecord } from '../../../editing.ts'
import type { Kept, Refusal, Sheet } from '../../protocol.ts'
import { nextDoubtful } from '../find/doubtful.ts'
import { createSearch } from '../find/search.ts'
import { matchesOf } from '../why/matches.ts'
import type { Answer, Door } from './door.ts'
import { openPair } from './opened-pair.ts'
import {
  openState,
  placeBy,
  resetTo,
  takeStep,
  withCurrent,
  withDetails,
  withExtended,
  withFailed,
  withFilter,
  withToggled,
} from './page-state.ts'
import { placeOfId } from './places.ts'
import { addPending, receive, type Sending, shownEditing, type TakeRecord } from './sending.ts'
import type { EditDraft, PageState, Store } from './types.ts'

/** What a store is made of; all that is outside the page comes in here. */
export interface StoreParts {
  readonly door: Door
  readonly sheet: Sheet
  readonly createEditing: (pair: Editing['pair']) => Editing
  readonly takeRecord: TakeRecord
  readonly locale: string
  readonly theme: PageState['theme']
  /** Keeps a choice of the person for the next time. */
  readonly remember: (name: 'locale' | 'theme', value: string) => void
  /** Hands a file to the person. */
  readonly handOver: (name: string, content: Blob) => void
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Does something later; gives back what stops that. */
  readonly later: (run: () => void, milliseconds: number) => () => void
}

const longestWait = 10_000
const detailsAtOnce = 60

/** The store of a page: opens the sheet with its records, and sends and receives from then on. */
export function createStore(parts: StoreParts): Store {
  const { door, sheet } = parts
  const opened = parts.createEditing(openPair(sheet))
  const first = sheet.records.reduce(parts.takeRecord, opened)
  const findHits = createSearch()
  const listeners = new Set<() => void>()
  let state = openState(sheet, opened, first, parts)
  let sending: Sending = { base: first, pending: [] }
  let isPosting = false
  let wait = 0
  let lastAt = 0
  let wanted: readonly string[] = []
  let isFetching = false

  const set = (next: PageState): void => {
    if (next === state) return
    state = next
    for (const listener of listeners) listener()
  }
  const say = (said: NonNullable<PageState['said']>): void => set({ ...state, said })

  /** ISO 8601 time; no two records of a page have the same. */
  const stamp = (): string => {
    lastAt = Math.max(lastAt + 1, parts.now())
    return new Date(lastAt).toISOString()
  }

  const make = (record: EditRecord): boolean => {
    try {
      const after = parts.takeRecord(state.editing, record)
      sending = addPending(sending, { record, after })
      set({ ...takeStep(state, after, record, findHits), saving: 'saving' })
      void flush()
      return true
    } catch (cause) {
      say({ key: 'said.misfit', values: { reason: cause instanceof Error ? cause.message : '' } })
      return false
    }
  }

  const flush = async (): Promise<void> => {
    if (isPosting || sending.pending.length === 0) return
    isPosting = true
    const { base, pending } = sending
    try {
      const answer = await door.edits({ revision: base.records, records: pending.map(({ record }) => record) })
      wait = 0
      if (answer.kind === 'refused') giveUp(answer.refusal)
      else takeAnswer(answer, base.records, answer.kind === 'kept' ? pending.map(({ record }) => record) : [])
    } catch {
      wait = Math.min(longestWait, wait * 2 + 500)
      set({ ...state, saving: 'failed', said: { key: 'said.unsaved', values: {} } })
      parts.later(() => void flush(), wait)
      return
    } finally {
      isPosting = false
    }
    if (sending.pending.length > 0) void flush()
    else {
      set({ ...state, saving: 'saved' })
      void fetchDetails()
    }
  }

  const giveUp = (refusal: Refusal): void => {
    sending = { base: sending.base, pending: [] }
    set({
      ...resetTo(state, sending.base, findHits),
      said: { key: 'said.refused', values: { reason: refusal.message } },
    })
  }

  const takeAnswer = (answer: Extract<Answer, { kept: Kept }>, revision: number, sent: readonly EditRecord[]): void => {
    takeIn(revision, [...sent, ...answer.kept.records])
    set(withFailed(state, answer.kept.failed))
  }

  /** Takes in records of the server from a revision on; loads everything anew when some between are missing. */
  const takeIn = (revision: number, records: readonly EditRecord[]): void => {
    const hadPending = sending.pending.length > 0
    const received = receive(sending, revision, records, parts.takeRecord)
    if (!received) {
      void reload()
      return
    }
    sending = received.sending
    const { others, lost } = received
    if (others.length === 0) return
    const isSimple = !hadPending && others.length === 1 && others[0] !== undefined
    const editing = shownEditing(sending)
    const next = isSimple
      ? takeStep(state, editing, others[0] as EditRecord, findHits)
      : resetTo(state, editing, findHits)
    const key = lost.length > 0 ? 'said.conflict' : 'said.others'
    set({ ...next, said: { key, values: { count: lost.length > 0 ? lost.length : others.length } } })
  }

  const reload = async (): Promise<void> => {
    const fresh = await door.sheet()
    const base = fresh.records.reduce(parts.takeRecord, parts.createEditing(openPair(fresh)))
    sending = { base, pending: [] }
    set({
      ...resetTo({ ...state, sheet: fresh, details: new Map() }, base, findHits),
      said: { key: 'said.reloaded', values: {} },
    })
  }

  const settle = async (): Promise<void> => {
    while (sending.pending.length > 0) {
      await flush()
      if (sending.pending.length > 0) await new Promise<void>((resolve) => void parts.later(resolve, 50))
    }
  }

  const ask = async (post: () => Promise<Answer>, key: 'said.realigned' | 'said.rerun'): Promise<void> => {
    try {
      await settle()
      set({ ...state, saving: 'saving' })
      const revision = sending.base.records
      const answer = await post()
      if (answer.kind === 'refused') say({ key: 'said.refused', values: { reason: answer.refusal.message } })
      else {
        takeAnswer(answer, revision, [])
        if (answer.kind === 'kept') say({ key, values: {} })
      }
      set({ ...state, saving: 'saved' })
      void fetchDetails()
    } catch {
      set({ ...state, saving: 'failed', said: { key: 'page.failed', values: {} } })
    }
  }

  /** Evidence is asked for when the server knows all that was done here, and one request at a time. */
  const fetchDetails = async (): Promise<void> => {
    const missing = wanted.filter((id) => !state.details.has(id)).slice(0, detailsAtOnce)
    if (isFetching || missing.length === 0 || sending.pending.length > 0) return
    isFetching = true
    try {
      const fresh = await door.beads(missing)
      set(withDetails(state, fresh))
      const came = new Set(fresh.map(({ id }) => id))
      wanted = wanted.filter((id) => came.has(id) || !missing.includes(id))
    } catch {
      wanted = []
    } finally {
      isFetching = false
    }
    void fetchDetails()
  }

  const check = async (): Promise<void> => {
    const revision = sending.base.records
    try {
      const list = await door.checks(revision)
      if (list.revision !== sending.base.records) parts.later(() => void check(), 500)
      else set({ ...withFailed(state, list.failed), isChecked: true })
    } catch {
      parts.later(() => void check(), 5_000)
    }
  }

  const edit = (draft: EditDraft): void => {
    const { current } = state
    const id = state.editing.pair.beads[current]?.id
    const record = { ...draft, by: sheet.by, at: stamp() } as Edit
    if (!make(record)) return
    const next = followEdit(state, draft, id)
    set({ ...next, selected: new Set(), said: sayEdit(draft, current) })
  }

  const turn = (way: 'undo' | 'redo'): void => {
    const top = way === 'undo' ? state.editing.done?.top : state.editing.undone?.top
    if (!top) {
      say({ key: way === 'undo' ? 'said.nothingToUndo' : 'said.nothingToRedo', values: {} })
      return
    }
    if (make({ edit: way, by: sheet.by, at: stamp() }))
      say({ key: way === 'undo' ? 'said.undone' : 'said.redone', values: {} })
  }

  if (sheet.isEditable) door.news(({ revision, records }) => takeIn(revision - records.length, records))
  parts.later(() => void check(), 0)

  return {
    state: () => state,
    subscribe: (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    edit,
    undo: () => turn('undo'),
    redo: () => turn('redo'),
    realign: async () => {
      const { beads } = state.editing.pair
      const ids =
        state.selected.size > 0 ? [...state.selected] : [beads[state.current]?.id].filter((id) => id !== undefined)
      await ask(() => door.realign({ revision: sending.base.records, beads: ids }), 'said.realigned')
    },
    rerun: (mode) => ask(() => door.rerun({ revision: sending.base.records, mode }), 'said.rerun'),
    export: async (post) => {
      await settle()
      try {
        const answer = await door.export(post)
        if (answer.kind === 'refused') say({ key: 'said.refused', values: { reason: answer.refusal.message } })
        else if (answer.kind === 'file') parts.handOver(answer.name, answer.content)
        else {
          const { paths, units } = answer.exported
          say({ key: 'said.exported', values: { count: units, path: paths.join(', ') } })
        }
      } catch {
        say({ key: 'page.failed', values: {} })
      }
    },
    moveTo: (place, options) => set(options?.extend ? withExtended(state, place) : withCurrent(state, place)),
    moveBy: (rows, options) => {
      const place = placeBy(state, rows)
      set(options?.extend ? withExtended(state, place) : withCurrent(state, place))
    },
    moveToDoubtful: () => {
      const place = nextDoubtful(state.editing.pair.beads, state.failed, state.current, state.shown)
      if (place < 0) say({ key: 'said.noDoubt', values: {} })
      else set(withCurrent(state, place))
    },
    clearSelected: () => set(state.selected.size === 0 ? state : { ...state, selected: new Set() }),
    toggleSelected: (place) => set(withToggled(state, place)),
    setFilter: (part) => {
      const next = withFilter(state, part, findHits)
      set({ ...next, said: { key: 'said.shown', values: { count: next.shown.length } } })
    },
    open: (dialog) => set({ ...state, dialog }),
    setLocale: (locale) => {
      parts.remember('locale', locale)
      set({ ...state, locale })
    },
    setTheme: (theme) => {
      parts.remember('theme', theme)
      set({ ...state, theme })
    },
    setPanel: (panel, isOpen) =>
      set(panel === 'why' ? { ...state, isWhyOpen: isOpen } : { ...state, isSideOpen: isOpen }),
    light: (lit, options) => {
      if (lit !== state.lit) set({ ...state, lit, said: options?.isSaid ? sayMatch(state, lit) : state.said })
    },
    setLinking: (linking) => set({ ...state, linking }),
    link: () => {
      if (state.linking) edit({ edit: 'link', source: state.linking.source, target: state.linking.target })
    },
    show: (ids) => {
      wanted = ids
      void fetchDetails()
    },
  }
}

/** Where the page stands after an edit: a decision goes on to the next bead, a link to the bead that it made. */
function followEdit(state: PageState, draft: EditDraft, id: string | undefined): PageState {
  const { beads } = state.editing.pair
  if (draft.edit === 'link') {
    const { source, target } = draft
    const place = placeOfId(beads, `${source.from}-${source.to}:${target.from}-${target.to}`)
    return place < 0 ? state : withCurrent({ ...state, linking: undefined }, place)
  }
  const isDecided = draft.edit === 'accept' || draft.edit === 'reject'
  const isStill = isDecided && draft.beads.length === 1 && draft.beads[0] === id && beads[state.current]?.id === id
  return isStill ? withCurrent(state, placeBy(state, 1)) : state
}

function sayMatch({ editing, details, current, said }: PageState, lit: number): PageState['said'] {
  const detail = details.get(editing.pair.beads[current]?.id ?? '')
  const match = detail && matchesOf(detail).find(({ number }) => number === lit)
  const [here, there] = [match?.source[0], match?.target[0]]
  if (!here || !there) return said
  const what = `${editing.pair.source.text.slice(here.start, here.end)} = ${editing.pair.target.text.slice(there.start, there.end)}`
  return { key: 'said.light', values: { what } }
}

function sayEdit(draft: EditDraft, place: number): NonNullable<PageState['said']> {
  const pair = place + 1
  const count = 'beads' in draft ? draft.beads.length : 1
  const isMany = count > 1 && (draft.edit === 'accept' || draft.edit === 'reject' || draft.edit === 'reopen')
  return { key: isMany ? `said.${draft.edit}.many` : `said.${draft.edit}`, values: { pair, count } }
}
