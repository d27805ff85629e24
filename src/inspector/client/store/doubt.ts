import type { Bead, Decision } from '../../../editing.ts'
import type { CheckKind } from '../../protocol.ts'

const leastDoubt = 0.1
const doubtOfOneSided = 0.25

/**
 * How much a look at a bead helps: most where the confidence is a toss-up, more where a check failed, some where a sentence has no
 * counterpart; 0 where a person has decided.
 */
export function doubtOf({ source, target, confidence, decision }: Bead, hasFailed: boolean): number {
  if (decision.state !== undecided) return 0
  const isOneSided = source.from === source.to || target.from === target.to
  return (isOneSided ? doubtOfOneSided : 4 * confidence * (1 - confidence)) + (hasFailed ? 0.5 : 0)
}

const undecided: Decision['state'] = 'proposed'

/**
 * The place to look at next: the most doubtful of these, or when the current one is among the doubtful, the one that comes after
 * it. -1 when nothing is left in doubt.
 */
export function findDoubtful(
  beads: readonly Bead[],
  places: readonly number[],
  failed: ReadonlyMap<string, readonly CheckKind[]>,
  current: number,
): number {
  const here = beads[current]
  const doubtHere = here ? doubtOf(here, failed.has(here.id)) : 0
  const after = { place: -1, doubt: 0 }
  const first = { place: -1, doubt: 0 }
  for (const place of places) {
    const bead = beads[place]
    if (!bead || place === current) continue
    const doubt = doubtOf(bead, failed.has(bead.id))
    if (doubt < leastDoubt) continue
    if (doubt > first.doubt) Object.assign(first, { place, doubt })
    const isAfter = doubt < doubtHere || (doubt === doubtHere && place > current)
    if (isAfter && doubt > after.doubt) Object.assign(after, { place, doubt })
  }
  return after.place >= 0 ? after.place : first.place
}
