import type { Edit, Editing, Relation } from '../../../editing.ts'
import type { BeadDetail, CheckKind, ExportPost, Sheet } from '../../protocol.ts'

/** All that the page shows, as one value; nothing else of the page is kept anywhere. */
export interface PageState {
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
  /** Places of the beads that pass the filter and hold what is searched, ascending. */
  readonly shown: readonly number[]
  /** Place of the current bead; -1 when there is none. */
  readonly current: number
  /** Ids of beads selected beside the current one. */
  readonly selected: ReadonlySet<string>
  /** What is open over the rows; its own state is inside. */
  readonly dialog: Dialog | undefined
  readonly saving: 'saved' | 'saving' | 'failed'
  /** The last thing that happened, for the live region: a key of the locale and what stands in it. */
  readonly said: { readonly key: string; readonly values: Readonly<Record<string, string | number>> } | undefined
  readonly locale: string
  readonly theme: 'auto' | 'light' | 'dark'
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
  setFilter(part: Partial<Filter>): void
  open(dialog: Dialog | undefined): void
  setLocale(locale: string): void
  setTheme(theme: PageState['theme']): void
}

/** A thing to do, with its keys: one table makes the keyboard, the buttons and the help. */
export interface Command {
  /** Key of the locale for its name: `command.accept`. */
  readonly name: string
  readonly group: 'move' | 'decide' | 'correct' | 'find' | 'file'
  /** As `KeyboardEvent.key` with `Ctrl+`, `Shift+`, `Alt+` before it; the first one is shown. */
  readonly keys: readonly string[]
  /** Edits are not offered in a report. */
  readonly isEdit: boolean
  isAble(state: PageState): boolean
  run(store: Store): void
}
