import type { BlockReader, Found, Occurrence } from './types.ts'

/** One immutable part of the index, opened for reading. */
export interface Segment {
  readonly fields: readonly string[]
  field(name: string): SegmentField | undefined
}

/** The texts of one language and script in a segment. Documents without an owner are never found. */
export interface SegmentField {
  readonly documents: number
  /** Documents whose folded text has this print. */
  exact(print: number): Promise<readonly Occurrence[]>
  /** All documents with base similarity at or above `min` (less 1e-9), shorter ones first. */
  fuzzy(tokens: readonly string[], min: number): Promise<readonly Found[]>
  /**
   * Documents with the tokens of a phrase in a row, at most `limit` after the first `skip`, shorter ones first. One list of
   * alternatives for each token: `[['verdrag', 'verdragen'], ['van']]`.
   */
  phrase(alternatives: readonly (readonly string[])[], limit: number, skip?: number): Promise<PhraseResult>
  /** Terms that hold the folded, lower-case part, at most `limit`, the commonest first, with the number of documents. */
  termsWith(part: string, limit: number): Promise<readonly TermCount[]>
  /** In how many documents a term stands, those without an owner included. */
  frequency(term: string): Promise<number>
}

export interface PhraseResult {
  readonly found: readonly Occurrence[]
  /** False when there may be more. */
  readonly isAll: boolean
}

export interface TermCount {
  readonly term: string
  readonly documents: number
}

/** Reads the head of a segment; everything else when it is asked for. */
export function openSegment(_read: BlockReader): Promise<Segment> {
  return Promise.reject(new Error('not yet'))
}
