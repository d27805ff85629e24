import type { Bead } from '../../../editing.ts'
import type { CheckKind } from '../../protocol.ts'
import { isTwoSided } from './shape.ts'

/** Beads with how much the review of each helps. */
export interface Doubted {
  readonly beads: readonly Bead[]
  readonly failed: ReadonlyMap<string, readonly CheckKind[]>
  /** By place, as `doubtOf` says. */
  readonly doubts: Float64Array
}

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

/** As `doubtOf`, also of a bead that was decided: as if it had not been. */
export function openDoubt(
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
