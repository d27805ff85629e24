/** What the page of a memory and its server say. All paths are below `/TOKEN/`; all bodies are JSON. */
import type { Decision, LanguageTag, Match, MemoryUnit, Relation, Run, Span, Step, Variant } from '../memory-view.ts'

/** GET `api/memory`: what the page needs before the first rows. */
export interface MemorySheet {
  /** Name to show: that of the file. */
  readonly name: string
  readonly isReadOnly: boolean
  /** Name under which edits of this page are recorded. */
  readonly by: string
  /** Living units. */
  readonly units: number
  /** Sets of languages that units have, such as `nl zh`, the commonest first. */
  readonly pairs: readonly LanguageCount[]
  /** Every language of a unit, with the direction in which it is written. */
  readonly languages: readonly PageLanguage[]
  /** Names of the memories in the file. */
  readonly memories: readonly string[]
  readonly steps: StepState
}

export interface LanguageCount {
  readonly languages: string
  readonly units: number
}

export interface PageLanguage {
  readonly tag: LanguageTag
  readonly direction: 'ltr' | 'rtl'
}

/** What of this page's own steps can be taken back and done again. */
export interface StepState {
  /** Label of the step that undo takes back; absent when there is none. */
  readonly undo?: string
  readonly redo?: string
}

/** Which units are listed; members that are absent let all pass. */
export interface UnitQuery {
  /** Looked for in every text, in any case; empty for all. */
  readonly text: string
  readonly memories?: readonly string[]
  readonly languages?: readonly LanguageTag[]
  readonly relations?: readonly Relation[]
  readonly states?: readonly Decision['state'][]
  readonly minConfidence?: number
  readonly origin?: string
  /** Days, `2026-01-31`, both inclusive. */
  readonly since?: string
  readonly until?: string
  readonly step?: number
}

/** POST `api/units`: a piece of a listing. */
export interface UnitsPost {
  readonly query: UnitQuery
  /** Number of the first one wanted, from 0. */
  readonly from: number
  readonly size: number
}

/** The units of a listing from `from` on; fewer than were asked for when so many are not known yet. */
export interface UnitsAnswer {
  readonly from: number
  readonly units: readonly MemoryUnit[]
  /** How many the listing has, as far as is known. */
  readonly count: number
  readonly isWhole: boolean
  /** Share of the memory that was looked at, 0..1. */
  readonly looked: number
}

/** POST `api/concordance`. */
export interface ConcordancePost {
  readonly text: string
  /** Any language when it is empty. */
  readonly language: LanguageTag
  /** Any other language when it is empty. */
  readonly otherLanguage: LanguageTag
  readonly isRegex: boolean
  readonly wholeWords: boolean
  readonly caseSensitive: boolean
  readonly sort: 'left' | 'right' | 'keyword' | 'document' | 'date' | ''
  readonly skip: number
  /** Also says what renders the words, which takes longer. */
  readonly marksRenderings: boolean
  readonly query: UnitQuery
}

/** Keywords in context. */
export interface ConcordanceAnswer {
  readonly lines: readonly PageLine[]
  /** Units with what was looked for that are known so far. */
  readonly counted: number
  readonly isAll: boolean
  /** Words found, the commonest first. */
  readonly forms: readonly { readonly form: string; readonly count: number }[]
  readonly milliseconds: number
}

export interface PageLine {
  readonly unit: MemoryUnit
  readonly language: LanguageTag
  readonly left: string
  readonly keyword: string
  readonly right: string
  /** The translation, and where it renders the keyword as far as a lexicon knows. */
  readonly other?: { readonly variant: Variant; readonly spans: readonly Span[] }
}

/** POST `api/fuzzy`; an empty language is any. */
export interface FuzzyPost {
  readonly text: string
  readonly sourceLanguage: LanguageTag
  readonly targetLanguage: LanguageTag
  /** Lowest similarity, 0..1. */
  readonly min: number
  readonly query: UnitQuery
}

export interface FuzzyAnswer {
  readonly matches: readonly Match[]
  readonly milliseconds: number
}

/** POST `api/change`. */
export type ChangePost = UnitChange | StepTurn

/** An edit of units: one step. */
export type UnitChange =
  | { readonly kind: 'retext'; readonly key: number; readonly contents: readonly (readonly Run[])[] }
  | { readonly kind: 'mark'; readonly keys: readonly number[]; readonly state: Decision['state'] }
  | { readonly kind: 'delete'; readonly keys: readonly number[] }

/** A step taken back or done again; without a number the last one of this page. */
export type StepTurn =
  | { readonly kind: 'undo'; readonly step?: number }
  | { readonly kind: 'redo'; readonly step?: number }

export interface Changed {
  /** The step that was made, taken back or done again; absent when nothing was to be done. */
  readonly step?: { readonly number: number; readonly label: string }
  /** Units that are others now, or gone. Absent: any may be. */
  readonly heirs?: readonly (readonly [old: number, now: MemoryUnit | null])[]
  readonly units: number
  readonly steps: StepState
}

/** GET `api/history`: all steps, the oldest first. */
export type HistoryAnswer = readonly Step[]

/** GET `api/figures`: how many units there are by what. */
export interface FiguresAnswer {
  readonly units: number
  readonly byLanguages: readonly PageFigure[]
  readonly byOrigin: readonly PageFigure[]
  readonly byMonth: readonly PageFigure[]
  readonly byRelation: readonly PageFigure[]
  readonly byState: readonly PageFigure[]
  readonly byMemory: readonly PageFigure[]
  readonly byConfidence: readonly PageFigure[]
  /** False while units are still counted. */
  readonly isWhole: boolean
}

export interface PageFigure {
  /** Empty for units of which nothing is known here. */
  readonly name: string
  readonly units: number
}
