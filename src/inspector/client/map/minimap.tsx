import type { PartProps } from '../part.ts'

/** The whole document as a plot of both texts against each other. */
export function Minimap(_: PartProps) {
  return <div class="map" />
}
