import type { Bead } from '../../../editing.ts'
import type { CheckKind } from '../../protocol.ts'
import { placeOfId } from '../store/places.ts'
import { isTwoSided } from './shape.ts'

/**
 * How much the review of a bead helps, 0 when it was decided. The rule:
 * - the nearer its confidence is to a toss-up, the more: 1 at 50 %, 0 at 0 % and 100 %; a one-sided bead has `oneSided`;
 * - the first failed check adds `firstCheck`, each further kind `furtherCheck`;
 * - a bead that was rejected or corrected adds `nearCorrection` to its neighbours, and half of it to those behind them.
 */
export function doubtOf(
  beads: readonly Bead[],
  place: number,
  failed: ReadonlyMap<string, readonly CheckKind[]>,
): number {
  const bead = beads[place]
  return bead === undefined || bead.decision.state !== 'proposed' ? 0 : openDoubt(beads, place, bead, failed)
}

/** A segment without counterpart may be one that was missed; texts have many, so it waits behind what is in real doubt. */
const oneSided = 0.1
const firstCheck = 0.4
const furtherCheck = 0.1
const nearCorrection = 0.3
/** Beads that are in no doubt at all are still to be reviewed, last. */
const least = 1e-9

function openDoubt(
  beads: readonly Bead[],
  place: number,
  bead: Bead,
  failed: ReadonlyMap<string, readonly CheckKind[]>,
): number {
  const checks = failed.size === 0 ? 0 : (failed.get(bead.id)?.length ?? 0)
  const base = isTwoSided(bead) ? 1 - Math.abs(2 * bead.confidence - 1) : oneSided
  const raised = checks === 0 ? 0 : firstCheck + furtherCheck * (checks - 1)
  return least + base + raised + correctionNear(beads, place)
}

function correctionNear(beads: readonly Bead[], place: number): number {
  if (isCorrected(beads[place - 1]) || isCorrected(beads[place + 1])) return nearCorrection
  return isCorrected(beads[place - 2]) || isCorrected(beads[place + 2]) ? nearCorrection / 2 : 0
}

function isCorrected(bead: Bead | undefined): boolean {
  return bead !== undefined && (bead.decision.state === 'rejected' || bead.decision.state === 'edited')
}

/**
 * Place of the bead to review after the one `from` that was looked at last (-1 for none); -1 when all are decided. From a bead
 * that was left open or accepted it goes on to the next lower doubt; after a correction, which raises its neighbours, it starts
 * from the highest. Equal doubt goes by place. Behind the last it starts again. `among` (ascending places) leaves others out.
 */
export function nextDoubtful(
  beads: readonly Bead[],
  failed: ReadonlyMap<string, readonly CheckKind[]>,
  from: number,
  among?: readonly number[],
): number {
  const here = beads[from]
  const state = here?.decision.state
  const goesOn = here !== undefined && (state === 'proposed' || state === 'accepted')
  const ceiling = goesOn ? openDoubt(beads, from, here, failed) : Number.POSITIVE_INFINITY
  let best = -1
  let bestDoubt = 0
  let next = -1
  let nextDoubt = 0
  const count = among?.length ?? beads.length
  for (let i = 0; i < count; i++) {
    const place = among === undefined ? i : (among[i] ?? -1)
    const doubt = place === from ? 0 : doubtOf(beads, place, failed)
    if (doubt > bestDoubt) {
      best = place
      bestDoubt = doubt
    }
    const comesLater = doubt < ceiling || (doubt === ceiling && place > from)
    if (comesLater && doubt > nextDoubt) {
      next = place
      nextDoubt = doubt
    }
  }
  if (next >= 0 || best >= 0) return next >= 0 ? next : best
  return state === 'proposed' ? from : -1
}

/**
 * Leads from doubt to doubt, wherever the person went in between: it goes on from the bead to which it led last. It does not
 * lead to the bead that is current already, unless no other is left.
 */
export function createDoubtfulWalk(): (
  beads: readonly Bead[],
  failed: ReadonlyMap<string, readonly CheckKind[]>,
  current: number,
  among?: readonly number[],
) => number {
  let last = ''
  return (beads, failed, current, among) => {
    const next = nextDoubtful(beads, failed, last === '' ? -1 : placeOfId(beads, last), among)
    const place = next >= 0 && next === current ? nextDoubtful(beads, failed, next, among) : next
    last = beads[place]?.id ?? ''
    return place
  }
}
