import type { Bead, EditedPair } from '../../../editing.ts'

/** The text of a side of a bead: what a person wrote for it, or that of its segments. */
export function textOfSide(pair: EditedPair, bead: Bead, side: 'source' | 'target', joiner: string): string {
  const own = bead.text?.[side]
  if (own !== undefined) return own
  const { text, segments } = pair[side]
  return segments
    .slice(bead[side].from, bead[side].to)
    .map(({ span }) => text.slice(span.start, span.end))
    .join(joiner)
}
