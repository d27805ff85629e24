import type { LanguageTag, Span, TranslationUnit } from '../../core/types.ts'
import type { Subject } from './subject.ts'
import type { CleanTools, Need } from './tools.ts'

/** What `memory clean` can look for. */
export type CheckId =
  | 'encoding'
  | 'white-space'
  | 'wrong-language'
  | 'empty'
  | 'same-as-source'
  | 'numbers'
  | 'names'
  | 'tags'
  | 'length'
  | 'duplicate'
  | 'outdated'

export type Severity = 'error' | 'warning' | 'info'

/** What to do about a finding. A unit that is replaced keeps everything but its contents. */
export type Fix = { readonly remove: number } | { readonly replace: number; readonly unit: TranslationUnit }

/** Something wrong with one unit; a unit has at most one finding of each check. */
export interface Finding {
  readonly check: CheckId
  /** Key of the unit. */
  readonly key: number
  /** Keys of the units that it was compared with, the one to keep first. */
  readonly others: readonly number[]
  readonly memory: string
  readonly severity: Severity
  /** Plain words: `12 stands in nl alone`. */
  readonly message: string
  readonly places: readonly FindingPlace[]
  /** Texts of the unit without inline codes, by variant. */
  readonly texts: readonly FindingText[]
  readonly fix?: Fix
}

/** Where: UTF-16 offsets in the text of a variant without its inline codes. */
export interface FindingPlace {
  /** Index into `unit.variants`. */
  readonly variant: number
  readonly span: Span
}

export interface FindingText {
  readonly language: LanguageTag
  readonly text: string
}

/** What a check says of a unit. */
export interface Report {
  readonly severity: Severity
  readonly message: string
  readonly places: readonly FindingPlace[]
}

/** What a check that compares units says of one. */
export interface GroupReport extends Report {
  /** The unit to keep first. */
  readonly others: readonly number[]
  /** Whether the unit can go. */
  readonly canGo: boolean
}

/** What a check does to a unit: another one in its place, or nothing in its place. */
export type Mended = TranslationUnit | 'remove'

interface CheckBase {
  readonly id: CheckId
  /** One line for lists. */
  readonly title: string
  readonly fix: 'remove' | 'repair' | 'none'
  /** Whether it fixes without being named. */
  readonly isSafe: boolean
  /** What it asks of the language packs; such checks are slower by far. */
  readonly needs: readonly Need[]
}

/** Looks at each unit by itself. */
export interface UnitCheck extends CheckBase {
  readonly kind: 'unit'
  find(subject: Subject, tools: CleanTools): Report | undefined
  /** The unit put right, where that is certain. Never more than what `find` reports, and mending twice changes nothing more. */
  mend?(subject: Subject): Mended | undefined
}

/** Compares units with each other. */
export interface GroupCheck extends CheckBase {
  readonly kind: 'group'
  start(): Survey
}

/** First sees all units, then judges each. */
export interface Survey {
  see(subject: Subject): void
  find(subject: Subject): GroupReport | undefined
}

export type Check = UnitCheck | GroupCheck
