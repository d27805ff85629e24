import { shareSegments } from '../core/pins.ts'
import type { Pin } from '../core/types.ts'
import { commonChain } from './search/chain.ts'

/** Pins of a person with the anchors of a memory that share no segment with them. */
export const withAnchors = (pins: readonly Pin[], anchors: readonly Pin[]): readonly Pin[] =>
  anchors.length === 0 ? pins : [...pins, ...fittingAnchors(pins, anchors)]

/** The same for texts that keep their order: anchors that cross a pin or, on the whole, the other anchors are dropped. */
export function withAnchorsInOrder(pins: readonly Pin[], anchors: readonly Pin[]): readonly Pin[] {
  if (anchors.length === 0) return pins
  const pairs = pins.filter(({ source, target }) => source.from < source.to && target.from < target.to)
  const cells = fittingAnchors(pins, anchors)
    .filter((anchor) => !pairs.some((pin) => cross(anchor, pin)))
    .map((anchor) => ({ source: anchor.source.from, target: anchor.target.from, anchor }))
  return [...pins, ...commonChain(cells).map(({ anchor }) => anchor)]
}

const fittingAnchors = (pins: readonly Pin[], anchors: readonly Pin[]): readonly Pin[] =>
  anchors.filter((anchor) => !pins.some((pin) => shareSegments(anchor, pin)))

const cross = (a: Pin, b: Pin): boolean => a.source.from < b.source.from !== a.target.from < b.target.from
