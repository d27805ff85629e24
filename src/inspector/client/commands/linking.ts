import type { SegmentRange } from '../../../editing.ts'
import type { Linking, Store } from '../store/types.ts'
import { placeOf } from './neighbours.ts'

/**
 * Keys while a link is made: up and down choose a segment of the side whose turn it is, with Shift they choose more, left and
 * right change the side, Enter goes on to the target and then makes the link, Escape gives it up. True when the key was one
 * of these.
 */
export function takeLinkingKey(store: Store, key: string): boolean {
  const state = store.state()
  const { linking } = state
  if (!linking) return false
  if (key === 'Escape') store.setLinking(undefined)
  else if (key === 'Enter' && linking.side === 'target') store.link()
  else if (key === 'Enter' || key === 'ArrowRight') turnTo(store, linking, 'target')
  else if (key === 'ArrowLeft') turnTo(store, linking, 'source')
  else {
    const step = steps[key]
    if (!step) return false
    const most = state.editing.pair[linking.side].segments.length
    show(store, { ...linking, [linking.side]: stepRange(linking[linking.side], step, most) })
  }
  return true
}

interface RangeStep {
  readonly by: 1 | -1
  readonly isExtended: boolean
}

const steps: Readonly<Record<string, RangeStep>> = {
  ArrowDown: { by: 1, isExtended: false },
  j: { by: 1, isExtended: false },
  ArrowUp: { by: -1, isExtended: false },
  k: { by: -1, isExtended: false },
  'Shift+ArrowDown': { by: 1, isExtended: true },
  'Shift+J': { by: 1, isExtended: true },
  'Shift+ArrowUp': { by: -1, isExtended: true },
  'Shift+K': { by: -1, isExtended: true },
}

/** The range one segment further, or with one segment more or less at its end; always with at least one. */
export function stepRange({ from, to }: SegmentRange, { by, isExtended }: RangeStep, most: number): SegmentRange {
  if (isExtended) return { from, to: Math.max(from + 1, Math.min(most, to + by)) }
  const next = Math.max(0, Math.min(most - 1, by === 1 ? to : from - 1))
  return { from: next, to: next + 1 }
}

function turnTo(store: Store, linking: Linking, side: Linking['side']): void {
  show(store, { ...linking, side })
}

/** Changes the link and goes to the row that holds what was just chosen. */
function show(store: Store, linking: Linking): void {
  const state = store.state()
  const range = linking[linking.side]
  const segment = range.to > range.from ? range.to - 1 : range.from
  const place = placeOf(state.editing.pair.beads, linking.side, segment, Math.max(0, state.current))
  if (place >= 0) store.moveTo(place)
  store.setLinking(linking)
}
