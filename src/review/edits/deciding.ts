import type { Bead, Decision } from '../../core/types.ts'
import { beadAt, placesOf } from './places.ts'
import type { Act, Change, DecideEdit, EditedPair } from './types.ts'

/** The decision of a person's act. */
export const decisionOf = (state: Exclude<Decision['state'], 'proposed'>, { by, at, comment }: Act): Decision => ({
  state,
  by,
  at,
  ...(comment === undefined ? {} : { comment }),
})

/** The changes that give beads a decision, or take theirs away. */
export function decideBeads({ beads }: EditedPair, edit: DecideEdit): readonly Change[] {
  const decision: Decision =
    edit.edit === 'reopen' ? { state: 'proposed' } : decisionOf(edit.edit === 'accept' ? 'accepted' : 'rejected', edit)
  return changesAt(beads, placesOf(beads, edit.beads), (bead) => ({ ...bead, decision }))
}

/** Beads that are no further apart than this change together: fewer changes at the price of a few places more. */
const mostBetween = 16

/** The changes that put others in the place of beads at ascending places. */
export function changesAt(
  beads: readonly Bead[],
  places: readonly number[],
  make: (bead: Bead) => Bead,
): readonly Change[] {
  const changes: Change[] = []
  for (let k = 0; k < places.length; ) {
    const first = k
    while ((places[k + 1] ?? Number.POSITIVE_INFINITY) - (places[k] ?? 0) <= mostBetween) k++
    const at = places[first] ?? 0
    const removed = beads.slice(at, (places[k] ?? at) + 1)
    const added = [...removed]
    k++
    for (const place of places.slice(first, k)) added[place - at] = make(beadAt(beads, place))
    changes.push({ kind: 'beads', at, removed, added })
  }
  return changes
}

/** The change that puts another bead in the place of one. */
export const changeAt = (beads: readonly Bead[], at: number, added: Bead): readonly Change[] => [
  { kind: 'beads', at, removed: [beadAt(beads, at)], added: [added] },
]
