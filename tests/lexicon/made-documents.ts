import type { Document } from '../../src/core/types.ts'

/** A plain text of one block. */
export function documentFrom(id: string, text: string): Document {
  return { id, format: 'txt', text, segmented: false, blocks: [{ span: { start: 0, end: text.length }, role: 'body' }] }
}
