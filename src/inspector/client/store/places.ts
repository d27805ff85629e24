import type { Bead } from '../../../editing.ts'

/** Where a value stands in ascending numbers, or would stand. */
export function indexIn(ascending: readonly number[], value: number): number {
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ascending[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}

/** Of ascending places, the one at a value or next behind it; the last one when there is none behind; -1 when there is none. */
export function nearestShown(shown: readonly number[], place: number): number {
  return shown[Math.min(indexIn(shown, place), shown.length - 1)] ?? -1
}

/** First place whose bead begins at this segment of the source or behind it; beads stand in the order of the source. */
export function placeFrom(beads: readonly Bead[], segment: number): number {
  let low = 0
  let high = beads.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((beads[middle]?.source.from ?? 0) < segment) low = middle + 1
    else high = middle
  }
  return low
}

/** Place of the bead with this id, or -1. */
export function placeOfId(beads: readonly Bead[], id: string): number {
  const from = Number.parseInt(id, 10)
  for (let place = placeFrom(beads, from); beads[place]?.source.from === from; place++)
    if (beads[place]?.id === id) return place
  return -1
}
