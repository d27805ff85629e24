import { AppError } from './errors.ts'
import type { Bead, Evidence, Pin, SegmentRange } from './types.ts'

/** Name under which a person's word stands among the evidence of a bead. */
const pinScorer = 'pin'
/** What a person's word adds to the score of a bead, in log-odds: more than anything that a text can say against it. */
const pinWorth = 10

/** The reason that a pinned bead has beside all others: for a pair, or for having no counterpart. */
export function pinEvidence({ source, target }: Pick<Bead, 'source' | 'target'>): Evidence {
  return isEmpty(source) || isEmpty(target)
    ? { scorer: pinScorer, score: -pinWorth, note: 'a person says that there is no counterpart' }
    : { scorer: pinScorer, score: pinWorth, note: 'a person says that these belong together' }
}

/** Name under which the word of a translation memory stands among the evidence of a bead. */
const memoryScorer = 'memory'
/** What it adds to the score: as much as a person's, but a person's pin wins over it. */
const memoryWorth = 10

/** The reason that a bead has beside all others when it is a pair of the memory of this name. */
export const memoryEvidence = (memory: string, isDecided: boolean): Evidence => ({
  scorer: memoryScorer,
  score: memoryWorth,
  note: isDecided ? `an accepted pair of the memory ${memory}` : `a pair of the memory ${memory}`,
  key: `memory:${memory}`,
})

/** True for a bead that a person or a memory has fixed. */
export const isFixedBead = (bead: Bead): boolean =>
  bead.evidence.some((item) => item.scorer === pinScorer || item.scorer === memoryScorer)

/** True for a bead that a person has fixed. */
export const isPinnedBead = (bead: Bead): boolean => bead.evidence.some((item) => item.scorer === pinScorer)

const isEmpty = ({ from, to }: SegmentRange): boolean => from === to

/**
 * Pins in the order of the source, each once. Fails with PINS_CONFLICT for one that names segments that are not there or no
 * segments at all, and for two that share a segment.
 */
export function checkPins(pins: readonly Pin[], sources: number, targets: number): readonly Pin[] {
  const seen = new Map(pins.map((pin) => [keyOf(pin), pin]))
  for (const pin of seen.values()) checkPlace(pin, sources, targets)
  const sorted = [...seen.values()].sort((a, b) => a.source.from - b.source.from || a.target.from - b.target.from)
  for (const side of ['source', 'target'] as const) {
    const bySide = sorted.filter((pin) => !isEmpty(pin[side])).sort((a, b) => a[side].from - b[side].from)
    bySide.forEach((pin, k) => {
      const before = bySide[k - 1]
      if (before !== undefined && before[side].to > pin[side].from)
        throw new AppError(
          'PINS_CONFLICT',
          `${nameOf(pin)} and ${nameOf(before)} share ${side} segment ${pin[side].from + 1}`,
        )
    })
  }
  return sorted
}

function checkPlace(pin: Pin, sources: number, targets: number): void {
  if (isEmpty(pin.source) && isEmpty(pin.target)) throw new AppError('PINS_CONFLICT', `${nameOf(pin)} holds no segment`)
  for (const [side, range, count] of [
    ['source', pin.source, sources],
    ['target', pin.target, targets],
  ] as const) {
    const { from, to } = range
    if (Number.isInteger(from) && Number.isInteger(to) && 0 <= from && from <= to && (to <= count || isEmpty(range)))
      continue
    const there = count === 0 ? 'has no segments' : `has segments 1 to ${count}`
    throw new AppError('PINS_CONFLICT', `${nameOf(pin)} names ${side} ${rangeText(range)}, but the ${side} ${there}`)
  }
}

const keyOf = ({ source, target }: Pin): string =>
  `${isEmpty(source) ? '-' : rangeText(source)}:${isEmpty(target) ? '-' : rangeText(target)}`

/** A pin as a person would name it, its segments counted from 1. */
const nameOf = (pin: Pin): string =>
  `the pin ${rangeText(pin.source)} with ${rangeText(pin.target)}${pin.where === undefined ? '' : ` (${pin.where})`}`

const rangeText = ({ from, to }: SegmentRange): string =>
  from === to ? 'none' : to - from === 1 ? String(to) : `${from + 1}-${to}`

/** True when two pins share a segment. */
export const shareSegments = (a: Pick<Pin, 'source' | 'target'>, b: Pick<Pin, 'source' | 'target'>): boolean =>
  overlaps(a.source, b.source) || overlaps(a.target, b.target)

const overlaps = (a: SegmentRange, b: SegmentRange): boolean => Math.max(a.from, b.from) < Math.min(a.to, b.to)
