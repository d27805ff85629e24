import type { LanguageTag, Place, Run } from '../../core/types.ts'
import type { Property } from '../_units/provenance.ts'

/** What a `file` element says about the units in it. */
export interface FileHead {
  readonly sourceLanguage: LanguageTag
  readonly targetLanguage: LanguageTag
  readonly signature: string
  /** ISO 8601, when the file has a date. */
  readonly date: string | undefined
  /** Inherited `xml:space`. */
  readonly space: string | undefined
}

/** One segment of a unit; a side without text is empty. */
export interface RawSegment {
  readonly source: readonly Run[]
  readonly target: readonly Run[]
  /** What the file says of this segment alone. */
  readonly properties?: readonly Property[]
  /** Whether this segment is approved, where the file says so of each. */
  readonly isApproved?: boolean
}

/** A unit of either version of XLIFF before it is told what in it is ours. */
export interface RawUnit {
  readonly id: string
  /** Absent where the file has no places to speak of. */
  readonly place?: Place
  readonly isApproved: boolean
  readonly segments: readonly RawSegment[]
  readonly notes: readonly string[]
  readonly properties: readonly Property[]
  /** Names of the elements in it that were not read. */
  readonly leftOut: readonly string[]
  /** What is wrong with what was not read, in plain words. */
  readonly faults?: readonly string[]
}
