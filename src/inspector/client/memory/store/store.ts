import type { MemoryUnit } from '../../../../memory-view.ts'
import type {
  Changed,
  ChangePost,
  ConcordancePost,
  MemorySheet,
  UnitQuery,
  UnitsAnswer,
} from '../../../memory-protocol.ts'
import type { Answered, MemoryDoor } from './door.ts'
import { createLatest } from './latest.ts'
import { actedKeys, currentUnit, rowsOf, rowsOfPage } from './reading.ts'
import type { ListState, MemoryState, MemoryStore, Tab } from './types.ts'

/** What the store needs of the world. */
export interface MemoryStoreParts {
  readonly door: MemoryDoor
  readonly sheet: MemorySheet
  readonly locale: string
  readonly theme: MemoryState['theme']
  remember(name: 'locale' | 'theme', value: string): void
  /** Runs something after so many milliseconds; gives back what prevents it. */
  later(run: () => void, milliseconds: number): () => void
}

const typingPauseMs = 140
const scrollPauseMs = 40
const renderingPauseMs = 350
const pollMs = 250
const figuresMs = 400
/** Who waits longer for a change is told that somebody else writes. */
const patienceMs = 1200
const mostPages = 80

const noList: ListState = { version: 0, count: 0, isWhole: false, looked: 0, pages: new Map() }

/** The store of the page of a memory; it asks for the first units at once. */
export function createMemoryStore(parts: MemoryStoreParts): MemoryStore {
  const { door, later } = parts
  let state = firstState(parts)
  const listeners = new Set<() => void>()
  const set = (change: Partial<MemoryState>): void => {
    state = { ...state, ...change }
    for (const listener of listeners) listener()
  }
  const say = (key: NonNullable<MemoryState['said']>['key'], values = {}): void => set({ said: { key, values } })

  // The list of units
  const wanted = new Set<number>()
  const asked = new Set<number>()
  let seen: readonly [number, number] = [0, 0]
  const takeUnits = (answer: UnitsAnswer, version: number): void => {
    if (version !== state.list.version) return
    const { count, isWhole, looked, units, from } = answer
    const page = from / rowsOfPage
    const isFull = units.length === Math.min(rowsOfPage, Math.max(0, count - from))
    const pages = new Map(state.list.pages)
    if (units.length > 0 || isWhole) pages.set(page, units)
    if (!isFull && !isWhole) wanted.add(page)
    for (const [oldest] of pages) if (pages.size > mostPages && oldest !== page) pages.delete(oldest)
    const current = state.tab !== 'units' ? state.current : Math.min(Math.max(0, state.current), count - 1)
    set({ list: { ...state.list, count, isWhole, looked, pages }, current })
  }
  const fetchPage = async (page: number): Promise<void> => {
    const { version } = state.list
    asked.add(page)
    const answer = await door.units({ query: state.query, from: page * rowsOfPage, size: rowsOfPage })
    if (version === state.list.version) asked.delete(page)
    if (answer.isOk) takeUnits(answer.value, version)
    else set({ problem: answer.refusal })
  }
  const fetchSeen = createLatest(
    async ([from, to]: readonly [number, number]) => {
      const pages: number[] = []
      for (let page = Math.floor(from / rowsOfPage); page * rowsOfPage < Math.max(to, from + 1); page++)
        pages.push(page)
      await Promise.all(pages.filter((page) => isMissing(page)).map(fetchPage))
    },
    () => undefined,
    scrollPauseMs,
    later,
  )
  const isMissing = (page: number): boolean =>
    !asked.has(page) && (wanted.delete(page) || state.list.pages.get(page) === undefined)
  let stopPolling = (): void => undefined
  const poll = (): void => {
    stopPolling()
    stopPolling = later(() => {
      if (state.list.isWhole) return
      void fetchPage(Math.floor(seen[0] / rowsOfPage)).then(() => poll())
    }, pollMs)
  }
  /** Other units are listed; old rows stay until new ones come, when `keeps`. */
  const renewList = (keeps: boolean): void => {
    const { list } = state
    wanted.clear()
    asked.clear()
    for (const page of keeps ? list.pages.keys() : []) wanted.add(page)
    const kept = keeps ? { ...list, isWhole: false } : { ...noList, count: list.count }
    set({ list: { ...kept, version: list.version + 1 } })
    const first = keeps ? Math.floor(seen[0] / rowsOfPage) : 0
    void fetchPage(first).then(() => {
      poll()
      fetchSeen.ask(seen)
    })
  }
  const listQuery = createLatest(
    async (query: UnitQuery) => query,
    () => renewList(false),
    typingPauseMs,
    later,
  )

  // Searches
  const concordancePost = (skip: number, marksRenderings: boolean): ConcordancePost => {
    const { text, language, otherLanguage, isRegex, wholeWords, caseSensitive, sort } = state.concordance
    const query = { ...state.query, text: '' }
    return { text, language, otherLanguage, isRegex, wholeWords, caseSensitive, sort, skip, marksRenderings, query }
  }
  const lines = createLatest(
    (skip: number) => door.concordance(concordancePost(skip, false)),
    (answer, skip) => {
      const { concordance } = state
      const done = { isBusy: false, problem: answer.isOk ? undefined : answer.refusal }
      if (!answer.isOk) return set({ concordance: { ...concordance, ...done, answer: undefined } })
      const before = skip > 0 ? (concordance.answer?.lines ?? []) : []
      const all = { ...answer.value, lines: [...before, ...answer.value.lines] }
      set({ concordance: { ...concordance, ...done, answer: all }, ...(skip > 0 ? {} : firstRow(all.lines.length)) })
      say(all.isAll ? 'memory.said.lines' : 'memory.said.linesMore', { count: all.lines.length })
      if (answer.value.lines.length > 0) renderings.ask({ skip, from: before.length })
    },
    typingPauseMs,
    later,
  )
  /** What renders the words takes longer to find: it is asked for once nothing more is typed. */
  const renderings = createLatest(
    ({ skip }: { readonly skip: number; readonly from: number }) => door.concordance(concordancePost(skip, true)),
    (answer, { from }) => {
      const old = state.concordance.answer
      if (!answer.isOk || old === undefined) return
      const marked = answer.value.lines
      const all = old.lines.map((line, i) => {
        const same = marked[i - from]
        return same !== undefined && same.unit.key === line.unit.key ? same : line
      })
      set({ concordance: { ...state.concordance, answer: { ...old, lines: all } } })
    },
    renderingPauseMs,
    later,
  )
  const matches = createLatest(
    async (text: string) => {
      const { sourceLanguage, targetLanguage, min } = state.fuzzy
      return door.fuzzy({ text, sourceLanguage, targetLanguage, min, query: { ...state.query, text: '' } })
    },
    (answer, answered) => {
      const problem = answer.isOk ? undefined : answer.refusal
      const value = answer.isOk ? answer.value : undefined
      const count = value?.matches.length ?? 0
      set({ fuzzy: { ...state.fuzzy, isBusy: false, problem, answer: value, answered }, ...firstRow(count) })
      if (value !== undefined) say('memory.said.matches', { count })
    },
    typingPauseMs,
    later,
  )
  const firstRow = (count: number): Partial<MemoryState> => ({ current: count > 0 ? 0 : -1, selected: new Set() })
  const searchLines = (): void => {
    const isEmpty = state.concordance.text.trim() === ''
    set({ concordance: { ...state.concordance, isBusy: !isEmpty, ...(isEmpty ? { answer: undefined } : {}) } })
    renderings.forget()
    if (isEmpty) lines.forget()
    else lines.ask(0)
  }
  const searchMatches = (): void => {
    const text = state.fuzzy.text.trim()
    set({ fuzzy: { ...state.fuzzy, isBusy: text !== '', ...(text === '' ? { answer: undefined } : {}) } })
    if (text === '') matches.forget()
    else matches.ask(text)
  }

  // Figures and history
  const loadFigures = async (): Promise<void> => {
    const answer = await door.figures()
    if (!answer.isOk) return set({ problem: answer.refusal })
    set({ figures: answer.value })
    if (!answer.value.isWhole && state.tab === 'figures') later(() => void loadFigures(), figuresMs)
  }
  const loadHistory = async (): Promise<void> => {
    const answer = await door.history()
    set(answer.isOk ? { history: answer.value } : { problem: answer.refusal })
  }
  const load = (tab: Tab): void => {
    if (tab === 'figures') void loadFigures()
    if (tab === 'history') void loadHistory()
  }

  // Changes
  const change = async (post: ChangePost): Promise<Changed | undefined> => {
    set({ saving: 'saving', problem: undefined })
    const patience = later(() => set({ saving: 'waiting' }), patienceMs)
    const answer: Answered<Changed> = await door.change(post)
    patience()
    if (!answer.isOk) {
      set({ saving: 'saved', problem: answer.refusal })
      return undefined
    }
    const { heirs, units, steps } = answer.value
    set({ saving: 'saved', units, steps, selected: new Set(), ...withHeirs(state, heirs) })
    renewList(heirs !== undefined)
    load(state.tab)
    return answer.value
  }
  const changed = (post: ChangePost, key: NonNullable<MemoryState['said']>['key'], values = {}): void => {
    void change(post).then((done) => {
      if (done === undefined) return
      if (done.step === undefined) say('memory.said.nothing')
      else say(key, { label: done.step.label, ...values })
    })
  }
  const canEdit = (): boolean => !state.sheet.isReadOnly

  void fetchPage(0).then(() => poll())
  return {
    state: () => state,
    subscribe: (listener) => void listeners.add(listener),
    setTab(tab) {
      if (tab === state.tab) return
      set({ tab, selected: new Set(), current: -1, said: undefined })
      set({ current: rowsOf(state) > 0 ? 0 : -1 })
      load(tab)
    },
    setQuery(query) {
      set({ query, selected: new Set(), current: state.tab === 'units' ? 0 : state.current })
      listQuery.ask(query)
      if (state.tab === 'concordance') searchLines()
      if (state.tab === 'fuzzy') searchMatches()
    },
    need(from, to) {
      seen = [from, to]
      fetchSeen.ask(seen)
    },
    moveBy(rows) {
      const current = Math.max(0, Math.min(rowsOf(state) - 1, Math.max(0, state.current) + rows))
      if (rowsOf(state) > 0) set({ current, revealed: state.revealed + 1 })
    },
    choose: (row) => set({ current: row }),
    toggleSelected() {
      const unit = currentUnit(state)
      if (unit === undefined) return
      const selected = new Set(state.selected)
      if (!selected.delete(unit.key)) selected.add(unit.key)
      set({ selected })
      say('memory.said.selected', { count: selected.size })
    },
    clearSelected: () => set({ selected: new Set() }),
    setConcordance(input) {
      set({ concordance: { ...state.concordance, ...input } })
      searchLines()
    },
    setFuzzy(input) {
      set({ fuzzy: { ...state.fuzzy, ...input } })
      searchMatches()
    },
    moreLines() {
      const { answer } = state.concordance
      if (answer === undefined || answer.isAll) return
      set({ concordance: { ...state.concordance, isBusy: true } })
      lines.ask(new Set(answer.lines.map(({ unit }) => unit.key)).size)
    },
    mark(wantedState) {
      const keys = actedKeys(state)
      if (!canEdit() || keys.length === 0) return
      changed({ kind: 'mark', keys, state: wantedState }, `memory.said.${wantedState}`, { count: keys.length })
    },
    remove(keys) {
      set({ dialog: undefined })
      if (canEdit() && keys.length > 0) changed({ kind: 'delete', keys }, 'memory.said.deleted', { count: keys.length })
    },
    retext(unit, contents) {
      set({ dialog: undefined })
      if (canEdit()) changed({ kind: 'retext', key: unit.key, contents }, 'memory.said.retexted')
    },
    undo: () => (canEdit() ? changed({ kind: 'undo' }, 'memory.said.undone') : undefined),
    redo: () => (canEdit() ? changed({ kind: 'redo' }, 'memory.said.redone') : undefined),
    turnStep({ number, isUndone }) {
      set({ dialog: undefined })
      if (!canEdit()) return
      if (isUndone) changed({ kind: 'redo', step: number }, 'memory.said.redone')
      else changed({ kind: 'undo', step: number }, 'memory.said.undone')
    },
    open: (dialog) => set({ dialog }),
    forgetProblem: () => set({ problem: undefined }),
    setLocale(locale) {
      parts.remember('locale', locale)
      set({ locale })
    },
    setTheme(theme) {
      parts.remember('theme', theme)
      set({ theme })
    },
    setPanel: (panel, isOpen) => set(panel === 'side' ? { isSideOpen: isOpen } : { isAboutOpen: isOpen }),
  }
}

/** Units in the answers of the searches become what they are now; those that are gone leave. */
function withHeirs(state: MemoryState, heirs: Changed['heirs']): Partial<MemoryState> {
  if (heirs === undefined) return {}
  const now = new Map<number, MemoryUnit | null>(heirs)
  const heirOf = <Row extends { readonly unit: MemoryUnit }>(row: Row): readonly Row[] => {
    const unit = now.get(row.unit.key)
    return unit === undefined ? [row] : unit === null ? [] : [{ ...row, unit }]
  }
  const { concordance, fuzzy } = state
  const lines = concordance.answer && { ...concordance.answer, lines: concordance.answer.lines.flatMap(heirOf) }
  const matches = fuzzy.answer && { ...fuzzy.answer, matches: fuzzy.answer.matches.flatMap(heirOf) }
  return { concordance: { ...concordance, answer: lines }, fuzzy: { ...fuzzy, answer: matches } }
}

function firstState({ sheet, locale, theme }: MemoryStoreParts): MemoryState {
  return {
    sheet,
    units: sheet.units,
    steps: sheet.steps,
    tab: 'units',
    query: { text: '' },
    list: { ...noList, count: sheet.units },
    current: sheet.units > 0 ? 0 : -1,
    revealed: 0,
    selected: new Set(),
    concordance: {
      text: '',
      language: '',
      otherLanguage: '',
      isRegex: false,
      wholeWords: false,
      caseSensitive: false,
      sort: '',
      answer: undefined,
      isBusy: false,
      problem: undefined,
    },
    fuzzy: {
      text: '',
      sourceLanguage: '',
      targetLanguage: '',
      min: 0.6,
      answer: undefined,
      answered: '',
      isBusy: false,
      problem: undefined,
    },
    figures: undefined,
    history: undefined,
    dialog: undefined,
    saving: 'saved',
    problem: undefined,
    said: undefined,
    locale,
    theme,
    isSideOpen: true,
    isAboutOpen: true,
  }
}
