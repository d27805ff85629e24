import type { Decision, MemoryUnit, Run, Step } from '../../../../memory-view.ts'
import type { MemoryTextKey } from '../../../locales/memory/en.ts'
import type {
  ConcordanceAnswer,
  FiguresAnswer,
  FuzzyAnswer,
  MemorySheet,
  StepState,
  UnitQuery,
} from '../../../memory-protocol.ts'
import type { Refusal } from '../../../protocol.ts'
import type { TextValues } from '../../text/filled-text.ts'

export type Tab = 'units' | 'concordance' | 'fuzzy' | 'figures' | 'history'

/** All that the page of a memory shows, as one value. */
export interface MemoryState {
  readonly sheet: MemorySheet
  /** Living units. */
  readonly units: number
  readonly steps: StepState
  readonly tab: Tab
  readonly query: UnitQuery
  readonly list: ListState
  /** Number of the current row of the tab; -1 for none. */
  readonly current: number
  /** Grows whenever the current row must come into view. */
  readonly revealed: number
  /** Keys of units selected beside the current one. */
  readonly selected: ReadonlySet<number>
  readonly concordance: ConcordanceState
  readonly fuzzy: FuzzyState
  readonly figures: FiguresAnswer | undefined
  readonly history: readonly Step[] | undefined
  readonly dialog: MemoryDialog | undefined
  readonly saving: 'saved' | 'saving' | 'waiting'
  /** Something that went wrong, until it is put away. */
  readonly problem: Refusal | undefined
  readonly said: { readonly key: MemoryTextKey; readonly values: TextValues } | undefined
  readonly locale: string
  readonly theme: 'auto' | 'light' | 'dark'
  readonly isSideOpen: boolean
  readonly isAboutOpen: boolean
}

/** The units that pass the query: pages of those that were shown lately. */
export interface ListState {
  /** Another one whenever other units are listed. */
  readonly version: number
  readonly count: number
  readonly isWhole: boolean
  /** Share of the memory that was looked at, 0..1. */
  readonly looked: number
  /** By number of page; of `rowsOfPage` units each but the last. */
  readonly pages: ReadonlyMap<number, readonly MemoryUnit[]>
}

export interface ConcordanceState {
  readonly text: string
  readonly language: string
  readonly otherLanguage: string
  readonly isRegex: boolean
  readonly wholeWords: boolean
  readonly caseSensitive: boolean
  readonly sort: 'left' | 'right' | 'keyword' | 'document' | 'date' | ''
  readonly answer: ConcordanceAnswer | undefined
  readonly isBusy: boolean
  readonly problem: Refusal | undefined
}

export interface FuzzyState {
  readonly text: string
  readonly sourceLanguage: string
  readonly targetLanguage: string
  /** Lowest similarity, 0..1. */
  readonly min: number
  readonly answer: FuzzyAnswer | undefined
  /** The text that the answer is about. */
  readonly answered: string
  readonly isBusy: boolean
  readonly problem: Refusal | undefined
}

export type MemoryDialog =
  | { readonly kind: 'help' }
  | { readonly kind: 'edit'; readonly unit: MemoryUnit }
  | { readonly kind: 'delete'; readonly keys: readonly number[] }
  | { readonly kind: 'step'; readonly step: Step }

/** What is typed and chosen in the two searches. */
export type ConcordanceInput = Partial<Omit<ConcordanceState, 'answer' | 'isBusy' | 'problem'>>
export type FuzzyInput = Partial<Pick<FuzzyState, 'text' | 'sourceLanguage' | 'targetLanguage' | 'min'>>

/** The state and all that changes it. */
export interface MemoryStore {
  state(): MemoryState
  subscribe(listener: () => void): void
  setTab(tab: Tab): void
  setQuery(query: UnitQuery): void
  /** Makes sure that rows of the list are there, or soon will be. */
  need(from: number, to: number): void
  moveBy(rows: number): void
  choose(row: number): void
  toggleSelected(): void
  clearSelected(): void
  setConcordance(input: ConcordanceInput): void
  setFuzzy(input: FuzzyInput): void
  /** The next page of a concordance. */
  moreLines(): void
  mark(state: Decision['state']): void
  remove(keys: readonly number[]): void
  retext(unit: MemoryUnit, contents: readonly (readonly Run[])[]): void
  undo(): void
  redo(): void
  turnStep(step: Step): void
  open(dialog: MemoryDialog | undefined): void
  forgetProblem(): void
  setLocale(locale: string): void
  setTheme(theme: MemoryState['theme']): void
  setPanel(panel: 'side' | 'about', isOpen: boolean): void
}

/** A command with its keys, as buttons, menus and help show it. */
export interface MemoryCommand {
  readonly name: MemoryTextKey
  readonly group: 'go' | 'change' | 'view'
  readonly keys: readonly string[]
  /** False where it makes no sense now. */
  isAble(state: MemoryState): boolean
  run(store: MemoryStore): void
}
