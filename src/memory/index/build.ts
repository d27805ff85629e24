import type { BuiltSegment, IndexDocument } from './types.ts'

export interface SegmentBuilder {
  add(document: IndexDocument): void
  build(): BuiltSegment
  readonly documents: number
}

/** Collects documents and makes a segment of them. */
export function createSegmentBuilder(): SegmentBuilder {
  throw new Error('not yet')
}
