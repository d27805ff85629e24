import type { SegmentRange } from '../../../editing.ts'
import type { EditDraft, PageState } from '../store/types.ts'
import { isEmpty } from './neighbours.ts'

/** A segment that was dropped on the bead at a place. */
export interface Drop {
  readonly side: 'source' | 'target'
  readonly segment: number
  readonly over: number
}

/**
 * What a drop means: the bead takes the segment when they border, else the segment is linked with the other side of the bead.
 * Undefined when it was dropped where it stands, or where nothing can be linked.
 */
export function draftDrop({ editing }: PageState, { side, segment, over }: Drop): EditDraft | undefined {
  const bead = editing.pair.beads[over]
  if (!bead || holds(bead[side], segment)) return undefined
  if (!isEmpty(bead[side]) && borders(bead[side], segment)) return { edit: 'move', side, segment, to: bead.id }
  const one = { from: segment, to: segment + 1 }
  const other = bead[side === 'source' ? 'target' : 'source']
  if (isEmpty(other)) return undefined
  return side === 'source' ? { edit: 'link', source: one, target: other } : { edit: 'link', source: other, target: one }
}

function holds({ from, to }: SegmentRange, segment: number): boolean {
  return from <= segment && segment < to
}

function borders({ from, to }: SegmentRange, segment: number): boolean {
  return segment === to || segment === from - 1
}
