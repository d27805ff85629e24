/** One variant of a unit, as the index sees it. */
export interface IndexDocument {
  /** Key of its unit; in a segment that is built before its units have keys, their place in the batch plus 1. 0 is nobody. */
  readonly owner: number
  /** Which variant of the unit, from 0. */
  readonly variant: number
  /** `nl-Latn`: language and script; each has its own words (`fieldOf`). */
  readonly field: string
  readonly text: string
}

/** A segment ready to be kept. The first block is its head, and says where everything else is. */
export interface BuiltSegment {
  readonly documents: number
  readonly blocks: readonly Uint8Array[]
}

/** Blocks of one segment by number, from wherever they are kept; callers of the index cache them. */
export interface BlockReader {
  (numbers: readonly number[]): Promise<readonly Uint8Array[]>
  /** A block that can be had at once; undefined when it takes a promise. */
  readonly now?: (number: number) => Uint8Array | undefined
}

/** A document that passed a threshold. */
export interface Found {
  readonly owner: number
  readonly variant: number
  /** Edit distance in tokens, and the number of tokens of the document. */
  readonly distance: number
  readonly length: number
}

/** A document that holds a phrase. */
export interface Occurrence {
  readonly owner: number
  readonly variant: number
}
