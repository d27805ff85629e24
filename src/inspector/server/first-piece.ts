import type { Alignment, Bead, Decision } from '../../index.ts'
import type { Sheet, SheetSide } from '../protocol.ts'
import { codeSegments } from '../sheet-coding.ts'
import { columnsOf } from './sheet.ts'

/** Up to so many beads a sheet is sent at once. */
const mostOfShort = 500
/** What a first piece holds at most: a bead that needs more ends it. */
export interface PieceLimits {
  readonly beads: number
  /** Segments of a side. */
  readonly segments: number
  /** UTF-16 units of a text. */
  readonly text: number
}

/** So many beads fill a high window and some more. */
const usualLimits: PieceLimits = { beads: 60, segments: 400, text: 100_000 }

/** True for an alignment that is sent in two. */
export const isLong = ({ beads }: Pick<Alignment, 'beads'>): boolean => beads.length > mostOfShort

/** The first beads of a pair as it is at a revision, as a sheet without records. No bead when the first one reaches too far. */
export function firstPiece(
  base: Omit<Sheet, 'records'>,
  pair: Alignment,
  revision: number,
  limits: PieceLimits = usualLimits,
): Sheet {
  const beads = pair.beads.slice(0, countFirst(pair, limits))
  const whole = {
    revision,
    counts: countDecisions(pair.beads),
    beads: pair.beads.length,
    sourceSegments: pair.source.segments.length,
    targetSegments: pair.target.segments.length,
  }
  const source = beginOf(base.source, pair.source, endOf(beads, 'source'))
  const target = beginOf(base.target, pair.target, endOf(beads, 'target'))
  const { mode, modeReason, signature } = pair
  return { ...base, mode, modeReason, signature, source, target, beads: columnsOf(beads), records: [], whole }
}

function countFirst({ source, target, beads }: Alignment, most: PieceLimits): number {
  const isFar = ({ segments }: Alignment['source'], to: number): boolean =>
    to > most.segments || (segments[to - 1]?.span.end ?? 0) > most.text
  const first = beads.slice(0, most.beads)
  const far = first.findIndex((bead) => isFar(source, bead.source.to) || isFar(target, bead.target.to))
  return far < 0 ? first.length : far
}

const endOf = (beads: readonly Bead[], side: 'source' | 'target'): number =>
  beads.reduce((end, bead) => Math.max(end, bead[side].to), 0)

function beginOf(side: SheetSide, { text, segments }: Alignment['source'], count: number): SheetSide {
  const begin = segments.slice(0, count)
  return { ...side, text: text.slice(0, begin.at(-1)?.span.end ?? 0), segments: codeSegments(begin) }
}

function countDecisions(beads: readonly Bead[]): Readonly<Record<Decision['state'], number>> {
  const counts = { proposed: 0, accepted: 0, rejected: 0, edited: 0 }
  for (const { decision } of beads) counts[decision.state]++
  return counts
}
