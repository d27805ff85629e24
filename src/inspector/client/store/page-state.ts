import type { Bead, Decision, Editing, EditRecord } from '../../../editing.ts'
import type { TextKey } from '../../locales/en.ts'
import type { BeadDetail, CheckKind, Sheet, WholeSheet } from '../../protocol.ts'
import { type Crossing, crossingAfter, crossingAfterCuts, findCrossing } from '../find/crossing.ts'
import { type Filtered, openFilter } from '../find/filter.ts'
import { findShown, shownAfter } from '../find/shown.ts'
import { withFollowed, withIdsFollowed } from './following.ts'
import type { OpenedRecords } from './opened-records.ts'
import { indexIn, nearestShown } from './places.ts'
import { type BeadChange, changesBetween, moveId, movePlace, type StepChanges, windowOf } from './steps.ts'
import type { PageState, SearchHits } from './types.ts'

/** Finds the segments of an editing that hold a searched text; undefined when nothing is searched. */
export type FindHits = (pair: Editing['pair'], text: string) => SearchHits | undefined

const mostDetails = 1500

/** The page when it opens: everything shown, the first bead current. */
export function openState(
  sheet: Sheet,
  { base: editing, named }: Pick<OpenedRecords, 'base' | 'named'>,
  view: Pick<PageState, 'locale' | 'theme'>,
): PageState {
  const state: PageState = {
    ...view,
    sheet,
    editing,
    failed: new Map(),
    isChecked: false,
    details: new Map(),
    filter: openFilter,
    shownFor: openFilter,
    shown: [],
    current: 0,
    anchor: 0,
    selected: new Set(),
    dialog: undefined,
    saving: 'saved',
    said: undefined,
    counts: { proposed: 0, accepted: 0, rejected: 0, edited: 0 },
    crossing: new Uint8Array(0),
    targets: new Int32Array(0),
    named,
    hits: undefined,
    linking: undefined,
    lit: 0,
    isWhyOpen: true,
    isSideOpen: true,
  }
  const opened = resetTo(state, editing, () => undefined)
  return sheet.whole ? { ...opened, counts: sheet.whole.counts, said: sayRest(sheet.whole) } : opened
}

const sayRest = ({ beads }: WholeSheet): PageState['said'] => ({ key: 'said.loading', values: { count: beads } })

/** What no longer holds once all is there. */
const ofWaiting: ReadonlySet<TextKey> = new Set(['said.loading', 'said.early', 'page.failed'])

/** The page of a first piece on the whole sheet; what was said and looked at meanwhile stays. */
export function withWhole(state: PageState, sheet: Sheet, opened: OpenedRecords, findHits: FindHits): PageState {
  const { base, named } = opened
  const isSame = base.records === state.editing.records
  const whole = resetTo({ ...state, sheet, named }, base, findHits)
  const isOver = state.said === undefined || ofWaiting.has(state.said.key)
  return {
    ...whole,
    details: isSame ? state.details : whole.details,
    lit: isSame ? state.lit : 0,
    said: isOver ? { key: 'said.loaded', values: { count: base.pair.beads.length } } : state.said,
  }
}

/** The page on another editing of which nothing is known but the result; all that the page points at follows what it is about. */
export function resetTo(state: PageState, editing: Editing, findHits: FindHits): PageState {
  const { beads } = editing.pair
  const whole = {
    ...withIdsFollowed(state, editing.pair),
    editing,
    counts: countDecisions(beads),
    ...withCrossing(findCrossing(beads)),
    hits: findHits(editing.pair, state.shownFor.text),
    // The same id may mean another bead now.
    details: new Map<string, BeadDetail>(),
  }
  return withFollowed(state, withCurrent(withShown(whole), state.current))
}

/** The page after one record: places, ids and counts follow what it changed. */
export function takeStep(state: PageState, editing: Editing, record: EditRecord, findHits: FindHits): PageState {
  const changes = changesBetween(state.editing, editing)
  const isCut = changes.segments.length > 0
  const isSameShape = !isCut && changes.beads.every(keepsIds)
  const moved = isSameShape ? state : moveIds(state, changes)
  const isSameOrder = isSameShape && !changes.beads.some(turnsRejected)
  const next: PageState = {
    ...moved,
    editing,
    counts: recount(state.counts, changes.beads),
    details: forget(moved.details, changes.beads),
    ...(isSameOrder ? {} : withCrossing(stepCrossing(state, editing, changes))),
    hits: isCut ? findHits(editing.pair, state.shownFor.text) : state.hits,
    linking: isSameShape ? state.linking : undefined,
    lit: 0,
  }
  const isTurn = record.edit === 'undo' || record.edit === 'redo'
  const last = changes.beads.at(-1)
  const place = changes.beads.reduce(movePlace, state.current)
  return withCurrent(isCut ? withShown(next) : stepShown(next, changes.beads), isTurn && last ? last.at : place)
}

const withCrossing = ({ marks, targets }: Crossing): Pick<PageState, 'crossing' | 'targets'> => ({
  crossing: marks,
  targets,
})

function stepCrossing({ crossing, targets }: PageState, { pair }: Editing, changes: StepChanges): Crossing {
  const before = { marks: crossing, targets }
  if (changes.segments.length === 0) return crossingAfter(before, changes.beads, windowOf(changes.beads))
  return changes.beads.length === 0 ? crossingAfterCuts(before, changes.segments) : findCrossing(pair.beads)
}

/** The page with what is shown after changes. Which others cross may have changed too. */
function stepShown(state: PageState, changes: readonly BeadChange[]): PageState {
  if (state.shownFor.shape === 'crossing') return withShown(state)
  const { beads } = state.editing.pair
  return { ...state, shown: shownAfter(state.shown, beads, filteredOf(state), windowOf(changes)) }
}

/** A rejected bead does not stand in the order of the others. */
function turnsRejected({ removed, added }: BeadChange): boolean {
  const isRejected = ({ decision }: Bead): boolean => decision.state === 'rejected'
  return removed.some(isRejected) || added.some(isRejected)
}

function keepsIds({ removed, added }: BeadChange): boolean {
  return removed.length === added.length && removed.every((bead, at) => bead.id === added[at]?.id)
}

/** What is known of beads by their ids, without those that are gone and with those behind a cut under their new ids. */
function moveIds(state: PageState, changes: StepChanges): PageState {
  const gone = new Set(changes.beads.flatMap(({ removed }) => removed.map(({ id }) => id)))
  for (const { added } of changes.beads) for (const { id } of added) gone.delete(id)
  const idOf = (id: string): string => changes.segments.reduce(moveId, id)
  const keepEntries = <Value>(map: ReadonlyMap<string, Value>): ReadonlyMap<string, Value> =>
    changes.segments.length === 0 && ![...gone].some((id) => map.has(id))
      ? map
      : changes.segments.length === 0
        ? withoutIds(map, gone)
        : new Map([...map].flatMap(([id, value]) => (gone.has(id) ? [] : [[idOf(id), value]])))
  return {
    ...state,
    failed: keepEntries(state.failed),
    details: changes.segments.length === 0 ? keepEntries(state.details) : new Map(),
    named: changes.segments.length === 0 ? state.named : new Set([...state.named].map(idOf)),
    selected: new Set([...state.selected].flatMap((id) => (gone.has(id) ? [] : idOf(id)))),
  }
}

function withoutIds<Value>(map: ReadonlyMap<string, Value>, gone: ReadonlySet<string>): ReadonlyMap<string, Value> {
  const kept = new Map(map)
  for (const id of gone) kept.delete(id)
  return kept
}

/** Evidence of beads whose text is another now has to be asked for again. */
function forget(
  details: ReadonlyMap<string, BeadDetail>,
  changes: readonly BeadChange[],
): ReadonlyMap<string, BeadDetail> {
  const changed = changes.flatMap(({ removed, added }) =>
    added.flatMap((bead) => {
      const before = removed.find(({ id }) => id === bead.id)
      return before === undefined || before.text !== bead.text ? bead.id : []
    }),
  )
  if (!changed.some((id) => details.has(id))) return details
  const kept = new Map(details)
  for (const id of changed) kept.delete(id)
  return kept
}

type Counts = PageState['counts']

function countDecisions(beads: readonly Bead[]): Counts {
  const counts = { proposed: 0, accepted: 0, rejected: 0, edited: 0 }
  for (const { decision } of beads) counts[decision.state]++
  return counts
}

function recount(before: Counts, changes: readonly BeadChange[]): Counts {
  const counts: Record<Decision['state'], number> = { ...before }
  for (const { removed, added } of changes) {
    for (const { decision } of removed) counts[decision.state]--
    for (const { decision } of added) counts[decision.state]++
  }
  return counts
}

/** True while what the filter lets pass is being searched: what is shown is still that of the filter before. */
export function isSearching({ filter, shownFor }: PageState): boolean {
  return filter !== shownFor
}

/** The page with what its filter lets pass; the current bead stays, or the next one that is shown is current. */
export function withFound(state: PageState, found: Pick<PageState, 'hits' | 'shown'>): PageState {
  return withCurrent({ ...state, ...found, shownFor: state.filter }, state.current)
}

function withShown(state: PageState): PageState {
  return { ...state, shown: findShown(state.editing.pair.beads, filteredOf(state)) }
}

const filteredOf = (state: PageState): Filtered => ({ ...state, filter: state.shownFor })

/** The page at the shown bead that stands at a place or next behind it. */
export function withCurrent(state: PageState, place: number): PageState {
  const current = nearestShown(state.shown, place)
  return { ...state, current, anchor: current, lit: current === state.current ? state.lit : 0 }
}

/** The page at a place, with all that is shown between it and the anchor selected. */
export function withExtended(state: PageState, place: number): PageState {
  const current = nearestShown(state.shown, place)
  const [from = 0, to = 0] = [indexIn(state.shown, state.anchor), indexIn(state.shown, current)].sort((a, b) => a - b)
  const { beads } = state.editing.pair
  const selected = new Set<string>()
  for (let row = from; row <= to; row++) selected.add(beads[state.shown[row] ?? -1]?.id ?? '')
  selected.delete('')
  return { ...state, current, selected, lit: 0 }
}

/** The page with one bead more or less selected; the first one takes the current bead with it when that is another. */
export function withToggled(state: PageState, place: number): PageState {
  const id = state.editing.pair.beads[place]?.id
  if (id === undefined) return state
  const selected = new Set(state.selected)
  if (!selected.delete(id)) selected.add(id)
  return { ...state, selected, current: place, anchor: place, lit: 0 }
}

/** The place so many shown rows further, as far as there are any. */
export function placeBy(state: PageState, rows: number): number {
  const here = indexIn(state.shown, state.current)
  return state.shown[Math.max(0, Math.min(state.shown.length - 1, here + rows))] ?? -1
}

/** The page with evidence that has come in; that which was looked at longest ago goes when there is too much. */
export function withDetails(state: PageState, fresh: readonly BeadDetail[]): PageState {
  const details = new Map(state.details)
  for (const detail of fresh) details.set(detail.id, detail)
  for (const id of details.keys()) {
    if (details.size <= mostDetails) break
    details.delete(id)
  }
  return { ...state, details, named: withNamed(state.named, fresh) }
}

function withNamed(named: ReadonlySet<string>, fresh: readonly BeadDetail[]): ReadonlySet<string> {
  const added = fresh.filter(({ id, evidence }) => !named.has(id) && evidence.some(isName))
  return added.length === 0 ? named : new Set([...named, ...added.map(({ id }) => id)])
}

function isName({ kind, links }: BeadDetail['evidence'][number]): boolean {
  return kind !== undefined && kind !== 'word' && links !== undefined
}

type FailedById = Readonly<Record<string, readonly CheckKind[]>>

/** The page with what the checks of all beads found. */
export function withChecked(state: PageState, all: FailedById): PageState {
  return refiltered({ ...state, failed: new Map(Object.entries(all)), isChecked: true })
}

/** The page with what the checks of some beads found. */
export function withFailed(state: PageState, fresh: FailedById): PageState {
  const entries = Object.entries(fresh).filter(([id, kinds]) => kinds.join() !== (state.failed.get(id) ?? []).join())
  if (entries.length === 0) return state
  const failed = new Map(state.failed)
  for (const [id, kinds] of entries) {
    if (kinds.length > 0) failed.set(id, kinds)
    else failed.delete(id)
  }
  return refiltered({ ...state, failed })
}

function refiltered(state: PageState): PageState {
  return state.shownFor.failedCheck ? withCurrent(withShown(state), state.current) : state
}
