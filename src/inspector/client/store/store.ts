import type { Edit, Editing, EditRecord } from '../../../editing.ts'
import type { ExportPost, Sheet } from '../../protocol.ts'
import { actedIds, placeOf } from '../commands/neighbours.ts'
import { createDoubtfulWalk, type DoubtfulWalk } from '../find/doubtful.ts'
import { createSearch } from '../find/search.ts'
import { createSlices, finishInTurns, type Later } from '../work.ts'
import { type Cell, createCell } from './cell.ts'
import type { Door } from './door.ts'
import { waitForWhole } from './early.ts'
import { createFinding, type Finding } from './finding.ts'
import { createFollower } from './following.ts'
import { createLookups } from './lookups.ts'
import { createMail, type Mail } from './mail.ts'
import { openComing, openRecords } from './opened-records.ts'
import {
  type FindHits,
  openState,
  placeBy,
  takeStep,
  withCurrent,
  withExtended,
  withToggled,
  withWhole,
} from './page-state.ts'
import { placeOfId } from './places.ts'
import { sayEdit, sayMatch } from './saying.ts'
import type { TakeRecord } from './sending.ts'
import type { EditDraft, PageState, Store } from './types.ts'

/** What a store is made of; all that is outside the page comes in here. */
export interface StoreParts {
  readonly door: Door
  /** The sheet, or its first piece: then the store asks for the whole. */
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
  readonly later: Later
}

/** What can be made ready waits as long as this for keys that come first: behind the opening, and behind an edit. */
const readyFirst = 2000
const readyAgain = 150
/** After so many milliseconds the whole sheet is asked for again when it did not come. */
const tryAgain = 2000

/** The store of a page: opens the sheet with its records, and sends and receives from then on. */
export function createStore(parts: StoreParts): Store {
  const { door, sheet, later } = parts
  const opened = openRecords(sheet, parts)
  const cell = createCell(openState(sheet, opened, parts))
  const search = createSearch()
  const findHits = search.find
  const finding = createFinding(cell, search, later)
  const came = (): void => {
    lookups.check()
    lookups.fetch()
  }
  const { base } = opened
  const mail = createMail({ ...parts, cell, base, findHits, settled: () => lookups.fetch(), came })
  const lookups = createLookups(cell, door, mail, later)
  const make = createMaker(parts, cell, mail, findHits)
  const live = (): void => {
    if (sheet.isEditable)
      door.news(({ revision, records }) => mail.takeIn(revision - records.length, records), mail.revision())
    later(lookups.check, 0)
    createSlices(later).start(search.prepare(cell.get().editing.pair), () => undefined, readyFirst)
  }
  const loadWhole = async (): Promise<void> => {
    try {
      const { sheet: whole, opened } = await openComing(door.coming(), parts, later)
      // In turns too: what is found of a search now need not be searched at once below.
      await finishInTurns(search.findInPieces(opened.base.pair, cell.get().shownFor.text), later)
      mail.begin(opened.base)
      cell.set(withWhole(cell.get(), whole, opened, findHits))
      live()
    } catch {
      cell.say('page.failed')
      later(() => void loadWhole(), tryAgain)
    }
  }
  // Behind the first drawing, which it would hold up.
  if (sheet.whole) later(() => void loadWhole(), 0)
  else live()
  const store: Store = {
    state: cell.get,
    subscribe: cell.subscribe,
    ...editActions(cell, make),
    ...moveActions(cell, finding, later),
    ...viewActions(parts, cell),
    setFilter: finding.setFilter,
    realign: () => realignAround(cell, mail, door),
    rerun: (mode) => mail.ask((revision) => door.rerun({ revision, mode }), 'said.rerun'),
    export: (post) => exportPairs(parts, cell, mail, post),
    show: lookups.show,
    say: cell.say,
  }
  return sheet.whole ? waitForWhole(cell, store) : store
}

type Make = (draft: EditDraft | { readonly edit: 'undo' | 'redo' }) => boolean

/** Makes a record and shows what it does at once; false when it does not fit, which is said. */
function createMaker(parts: StoreParts, cell: Cell, mail: Mail, findHits: FindHits): Make {
  let lastAt = 0
  return (draft) => {
    // No two records of a page have the same time.
    lastAt = Math.max(lastAt + 1, parts.now())
    const record = { ...draft, by: parts.sheet.by, at: new Date(lastAt).toISOString() } as Edit | EditRecord
    try {
      const after = parts.takeRecord(cell.get().editing, record)
      cell.set({ ...takeStep(cell.get(), after, record, findHits), saving: 'saving' })
      mail.send(record, after)
      return true
    } catch (cause) {
      cell.say('said.misfit', { reason: cause instanceof Error ? cause.message : '' })
      return false
    }
  }
}

function editActions(cell: Cell, make: Make): Pick<Store, 'edit' | 'undo' | 'redo' | 'link'> {
  const edit = (draft: EditDraft): void => {
    const before = cell.get()
    const id = before.editing.pair.beads[before.current]?.id
    if (!make(draft)) return
    const after = cell.get()
    cell.set({ ...followEdit(after, draft, id), selected: new Set(), said: sayEdit(draft, before, after) })
  }
  return {
    edit,
    undo: () => {
      if (cell.get().editing.done === undefined) cell.say('said.nothingToUndo')
      else if (make({ edit: 'undo' })) cell.say('said.undone')
    },
    redo: () => {
      if (cell.get().editing.undone === undefined) cell.say('said.nothingToRedo')
      else if (make({ edit: 'redo' })) cell.say('said.redone')
    },
    link: () => {
      const { linking } = cell.get()
      if (linking) edit({ edit: 'link', source: linking.source, target: linking.target })
    },
  }
}

/** Where the page stands after an edit: a bead stays that takes a segment, a decision goes on to the next bead, a link to the bead that it made. */
function followEdit(state: PageState, draft: EditDraft, id: string | undefined): PageState {
  const { beads } = state.editing.pair
  if (draft.edit === 'link') {
    const { source, target } = draft
    const place = placeOfId(beads, `${source.from}-${source.to}:${target.from}-${target.to}`)
    return place < 0 ? state : withCurrent({ ...state, linking: undefined }, place)
  }
  if (draft.edit === 'move' && draft.to === id)
    return withCurrent(state, placeOf(beads, draft.side, draft.segment, state.current))
  const isDecided = draft.edit === 'accept' || draft.edit === 'reject'
  const isStill = isDecided && draft.beads.length === 1 && draft.beads[0] === id && beads[state.current]?.id === id
  return isStill ? withCurrent(state, placeBy(state, 1)) : state
}

type MoveActions = Pick<Store, 'moveTo' | 'moveBy' | 'moveToDoubtful' | 'toggleSelected' | 'clearSelected'>

function moveActions(cell: Cell, { whenFound }: Finding, later: Later): MoveActions {
  const walk = createFollowedWalk(cell, later)
  const moveTo: Store['moveTo'] = (place, options) =>
    cell.set(options?.extend ? withExtended(cell.get(), place) : withCurrent(cell.get(), place))
  return {
    moveTo,
    moveBy: (rows, options) => whenFound(() => moveTo(placeBy(cell.get(), rows), options)),
    moveToDoubtful: () =>
      whenFound(() => {
        const { editing, failed, current, shown } = cell.get()
        const { beads } = editing.pair
        const place = walk.next({ beads, failed }, current, shown.length === beads.length ? undefined : shown)
        if (place < 0) cell.say('said.noDoubt')
        else moveTo(place)
      }),
    toggleSelected: (place) => cell.set(withToggled(cell.get(), place)),
    clearSelected: () => {
      if (cell.get().selected.size > 0) cell.set({ ...cell.get(), selected: new Set() })
    },
  }
}

/** A walk that knows the doubts of all beads mostly before it is asked for the next one. */
function createFollowedWalk(cell: Cell, later: Later): DoubtfulWalk {
  const walk = createDoubtfulWalk()
  const slices = createSlices(later)
  let known: Pick<PageState, 'editing' | 'failed'> | undefined
  const follow = (): void => {
    const { editing, failed } = cell.get()
    if (known?.editing === editing && known.failed === failed) return
    known = { editing, failed }
    slices.start(walk.prepare({ beads: editing.pair.beads, failed }), () => undefined, readyAgain)
  }
  follow()
  cell.subscribe(follow)
  return walk
}

type ViewActions = Pick<Store, 'open' | 'setLocale' | 'setTheme' | 'setPanel' | 'light' | 'setLinking'>

function viewActions({ remember }: StoreParts, cell: Cell): ViewActions {
  const set = (part: Partial<PageState>): void => cell.set({ ...cell.get(), ...part })
  return {
    open: (dialog) => set({ dialog }),
    setLocale: (locale) => {
      remember('locale', locale)
      set({ locale })
    },
    setTheme: (theme) => {
      remember('theme', theme)
      set({ theme })
    },
    setPanel: (panel, isOpen) => set(panel === 'why' ? { isWhyOpen: isOpen } : { isSideOpen: isOpen }),
    light: (lit, options) => {
      const state = cell.get()
      if (lit !== state.lit) set({ lit, said: options?.isSaid ? sayMatch(state, lit) : state.said })
    },
    setLinking: (linking) => set({ linking }),
  }
}

/** Pins the beads that are chosen now: until it is their turn the page may go elsewhere, and others may cut segments. */
function realignAround(cell: Cell, mail: Mail, door: Door): Promise<void> {
  const { pair } = cell.get().editing
  const ids = actedIds(cell.get())
  return mail.ask((revision) => {
    const { id: idOf } = createFollower(pair, cell.get().editing.pair)
    return door.realign({ revision, beads: ids.flatMap((id) => idOf(id) ?? []) })
  }, 'said.realigned')
}

async function exportPairs({ door, handOver }: StoreParts, cell: Cell, mail: Mail, post: ExportPost): Promise<void> {
  try {
    await mail.settle()
    const answer = await door.export(post)
    if (answer.kind === 'refused') cell.say('said.refused', { reason: answer.refusal.message })
    else if (answer.kind === 'file') handOver(answer.name, answer.content)
    else cell.say('said.exported', { count: answer.exported.units, path: answer.exported.paths.join(', ') })
  } catch {
    cell.say('page.failed')
  }
}
