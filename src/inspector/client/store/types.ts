import type { Decision, Edit, Editing, Relation, SegmentRange } from '../../../editing.ts'
import type { TextKey } from '../../locales/en.ts'
import type { BeadDetail, CheckKind, ExportPost, Sheet } from '../../protocol.ts'

/** All that the page shows, as one value; nothing else of the page is kept anywhere. */
export interface PageState {
  /** With `whole` as long as it is a first piece: then only the first beads are there. */
  readonly sheet: Sheet
  /** The pair with its beads as they are now. */
  readonly editing: Editing
  /** Kinds of failed checks by id of bead. */
  readonly failed: ReadonlyMap<string, readonly CheckKind[]>
  /** False until the server has checked all beads. */
  readonly isChecked: boolean
  /** Evidence of beads that were looked at, by id. */
  readonly details: ReadonlyMap<string, BeadDetail>
  readonly filter: Filter
  /**
   * The filter of which `shown` and `hits` are: the same object as `filter`, or the one before as long as what the new one lets
   * pass is being searched (`isSearching`).
   */
  readonly shownFor: Filter
  /** Places of the beads that pass the filter and hold what is searched, ascending. */
  readonly shown: readonly number[]
  /** Place of the current bead; -1 when there is none. */
  readonly current: number
  /** Place from which a selection is extended. */
  readonly anchor: number
  /** Ids of beads selected beside the current one. */
  readonly selected: ReadonlySet<string>
  /** What is open over the rows; its own state is inside. */
  readonly dialog: Dialog | undefined
  readonly saving: 'saved' | 'saving' | 'failed'
  /** The last thing that happened, for the live region: a key of the locale and what stands in it. */
  readonly said: { readonly key: TextKey; readonly values: Readonly<Record<string, string | number>> } | undefined
  readonly locale: string
  readonly theme: 'auto' | 'light' | 'dark'
  /** How many beads have each decision. */
  readonly counts: Readonly<Record<Decision['state'], number>>
  /** By place: 1 where the target side of a bead stands outside the order of the others. */
  readonly crossing: Uint8Array
  /** By place: the first target segment of a bead that stands in the order of the others, or -1. */
  readonly targets: Int32Array
  /** Ids of beads whose evidence names something. */
  readonly named: ReadonlySet<string>
  /** Segments that hold the searched text; absent when nothing is searched. */
  readonly hits: SearchHits | undefined
  /** The link that is being made, until it is done or given up. */
  readonly linking: Linking | undefined
  /** Number of the piece of evidence that is lit on both sides; 0 for none. */
  readonly lit: number
  readonly isWhyOpen: boolean
  /** The side panel with search, filters and minimap. */
  readonly isSideOpen: boolean
}

/** By segment: 1 where it holds what is searched. */
export interface SearchHits {
  readonly source: Uint8Array
  readonly target: Uint8Array
}

/** Segments chosen on both sides; the side whose turn it is moves with the keys. */
export interface Linking {
  readonly side: 'source' | 'target'
  readonly source: SegmentRange
  readonly target: SegmentRange
}

/** Beads pass when they pass every part; an absent part lets all pass. */
export interface Filter {
  /** Searched in both languages, folded as the browser compares letters. */
  readonly text: string
  readonly relations: ReadonlySet<Relation> | undefined
  /** Probabilities 0..1. */
  readonly confidence: readonly [least: number, most: number]
  readonly decisions: ReadonlySet<'proposed' | 'accepted' | 'rejected' | 'edited'> | undefined
  readonly shape: 'any' | '1:1' | 'n:m' | 'one-sided' | 'crossing'
  readonly hasEntity: boolean
  readonly failedCheck: boolean
  readonly hasComment: boolean
}

export type Dialog =
  | { readonly kind: 'help' }
  | { readonly kind: 'export' }
  | { readonly kind: 'rerun' }
  | { readonly kind: 'acceptAll' }
  | { readonly kind: 'jump' }
  | { readonly kind: 'comment'; readonly bead: string }
  | { readonly kind: 'retext'; readonly bead: string }
  | { readonly kind: 'split'; readonly bead: string }

/** What of an edit the page gives; who and when are added. */
export type EditDraft = Edit extends infer Each ? (Each extends Edit ? Omit<Each, 'by' | 'at'> : never) : never

/** Everything that can be done on the page, for keys, buttons and tests alike. */
export interface Store {
  state(): PageState
  /** Calls back after each change; gives back what ends that. */
  subscribe(changed: () => void): () => void
  /** Makes an edit at once and sends it; what does not fit is said and changes nothing. */
  edit(draft: EditDraft): void
  undo(): void
  redo(): void
  /** Pins the selected beads, or the current one, and has the rest aligned around them. */
  realign(): Promise<void>
  rerun(mode: 'auto' | 'parallel' | 'comparable'): Promise<void>
  export(post: ExportPost): Promise<void>
  /** Moves to a place in `editing.pair.beads`; shows it. */
  moveTo(place: number, options?: { readonly extend?: boolean }): void
  /** Moves by rows that are shown. */
  moveBy(rows: number, options?: { readonly extend?: boolean }): void
  /** To the bead whose review helps most: those in doubt first. */
  moveToDoubtful(): void
  toggleSelected(place: number): void
  clearSelected(): void
  /** What it shows follows in a moment; until then all that goes by rows waits. */
  setFilter(part: Partial<Filter>): void
  open(dialog: Dialog | undefined): void
  setLocale(locale: string): void
  setTheme(theme: PageState['theme']): void
  /** Opens or closes one of the panels beside the rows. */
  setPanel(panel: 'why' | 'side', isOpen: boolean): void
  /** Lights a piece of evidence of the current bead by its number; 0 for none. `isSaid`: the live region says what it is. */
  light(mark: number, options?: { readonly isSaid?: boolean }): void
  /** Starts a link with the segments of the current bead, changes it, or (undefined) gives it up. */
  setLinking(linking: Linking | undefined): void
  /** Makes the link that is being made. */
  link(): void
  /** Says something in the live region. */
  say(key: TextKey, values?: Readonly<Record<string, string | number>>): void
  /** Has the evidence of these beads fetched, when it is not there yet. */
  show(ids: readonly string[]): void
}

/** A thing to do, with its keys: one table makes the keyboard, the buttons and the help. */
export interface Command {
  /** Key of the locale for its name: `command.accept`. */
  readonly name: TextKey
  readonly group: 'move' | 'decide' | 'correct' | 'find' | 'file'
  /** As `KeyboardEvent.key` with `Ctrl+`, `Shift+`, `Alt+` before it; the first one is shown. */
  readonly keys: readonly string[]
  /** Edits are not offered in a report. */
  readonly isEdit: boolean
  isAble(state: PageState): boolean
  run(store: Store): void
}
