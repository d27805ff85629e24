import type { LanguageTag } from '../../core/types.ts'
import type { MemoryUnit } from '../types.ts'

/** What two texts that are to be aligned ask a memory. */
export interface RelevanceQuery {
  readonly source: AskingText
  readonly target: AskingText
  /** At most so many units come back. */
  readonly limit: number
  /** Units that later steps brought are left out. */
  readonly lastStep?: number
}

/** One of the two texts. */
export interface AskingText {
  readonly language: LanguageTag
  readonly segments: readonly string[]
  /** Its words, each once; of very many the first are looked up. */
  readonly words: readonly string[]
}

/** What a memory has for two texts. Units that a person rejected are never among it. */
export interface RelevantUnits {
  /** Texts of units in both languages that share words with the texts, the most telling first. */
  readonly pairs: readonly TeachingPair[]
  /** Segments of both texts that are a unit of the memory, in the order of the source; no segment stands in two. */
  readonly exact: readonly ExactPair[]
}

/** The two texts of a unit, without inline codes. */
export interface TeachingPair {
  readonly source: string
  readonly target: string
}

/** Indexes of a source and a target segment, and the unit that they are. */
export interface ExactPair {
  readonly source: number
  readonly target: number
  readonly unit: MemoryUnit
}
