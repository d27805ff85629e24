import type { SegmentRange } from '../../../editing.ts'
import type { Linking, Store } from '../store/types.ts'

/** Place of the row that holds an element, or -1. */
export function placeUnder(element: EventTarget | null): number {
  const row = element instanceof Element ? element.closest<HTMLElement>('[data-place]') : null
  return row ? Number(row.dataset.place) : -1
}

/** The segment on whose line an element stands. */
export function segmentUnder(
  element: EventTarget | null,
): { readonly side: 'source' | 'target'; readonly segment: number } | undefined {
  const line = element instanceof Element ? element.closest<HTMLElement>('[data-segment]') : null
  if (!line) return undefined
  return { side: line.dataset.side === 'target' ? 'target' : 'source', segment: Number(line.dataset.segment) }
}

/** A click moves, with Shift it selects up to there, with Ctrl it selects one more; while a link is made it chooses segments. */
export function onRowClick(event: MouseEvent, store: Store): void {
  const place = placeUnder(event.target)
  if (place < 0) return
  const { linking } = store.state()
  const at = segmentUnder(event.target)
  if (linking && at) store.setLinking(chooseSegment(linking, at, event.shiftKey))
  else if (event.ctrlKey || event.metaKey) store.toggleSelected(place)
  else store.moveTo(place, { extend: event.shiftKey })
}

/** The link with a segment chosen on its side, or with everything up to it. */
export function chooseSegment(
  linking: Linking,
  at: { readonly side: 'source' | 'target'; readonly segment: number },
  isExtended: boolean,
): Linking {
  const before = linking[at.side]
  const one: SegmentRange = { from: at.segment, to: at.segment + 1 }
  const range = isExtended ? { from: Math.min(before.from, one.from), to: Math.max(before.to, one.to) } : one
  return { ...linking, side: at.side, [at.side]: range }
}

/** Marks of the current row light up on both sides while one of them is pointed at. */
export function onRowOver(event: PointerEvent, store: Store): void {
  const mark = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-mark]') : null
  store.light(mark ? Number(mark.dataset.mark) : 0)
}
