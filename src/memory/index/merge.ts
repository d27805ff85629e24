import type { BlockReader, BuiltSegment } from './types.ts'

/** Merges segments into one without the documents whose owner is dead. */
export function mergeSegments(
  _segments: readonly BlockReader[],
  _isAlive: (owner: number) => boolean,
): Promise<BuiltSegment> {
  return Promise.reject(new Error('not yet'))
}

/** Owners of all documents, dead ones 0. */
export function ownersOf(_read: BlockReader): Promise<Uint32Array> {
  return Promise.reject(new Error('not yet'))
}

/** The segment with `owners[place - 1]` in place of each owner; 0 for nobody. */
export function withOwners(_built: BuiltSegment, _owners: Uint32Array): BuiltSegment {
  throw new Error('not yet')
}

/** Which segments to merge next, as indexes into their sizes (in documents); undefined when none. */
export function mergePlan(_sizes: readonly number[]): readonly number[] | undefined {
  return undefined
}
