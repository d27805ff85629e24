import type { Bead, SegmentRange } from '../../../editing.ts'
import { isTwoSided } from '../find/shape.ts'

/** A stretch where the two texts part ways. */
export interface Parting {
  /** Segments of one text alone, of each its own, or segments whose counterparts stand elsewhere. */
  readonly kind: 'source' | 'target' | 'both' | 'moved'
  readonly source: SegmentRange
  readonly target: SegmentRange
  /** Place of its first bead. */
  readonly place: number
}

/** Fewer segments than this are a sentence added or left out, not a parting. */
const fewest = 3

/** So many beads are looked at in one piece. */
const beadsAtOnce = 5000

/**
 * Where the texts part ways: stretches of three segments or more on either side between beads that go together (translations,
 * whole or in part, that cross no others: `crossing` has 1 for those that do). In document order, all of them. It
 * pauses now and then.
 */
export function* findPartings(
  beads: readonly Bead[],
  crossing: Uint8Array,
  targetSegments: number,
): Generator<undefined, readonly Parting[]> {
  const linked = yield* linkedTargets(beads, targetSegments)
  const partings: Parting[] = []
  let first = 0
  let source = 0
  let target = 0
  const close = (place: number, sourceEnd: number, targetEnd: number): void => {
    if (Math.max(sourceEnd - source, targetEnd - target) < fewest) return
    const ranges = { source: { from: source, to: sourceEnd }, target: { from: target, to: targetEnd } }
    partings.push({ kind: kindOf(beads, first, place, ranges.target, linked), ...ranges, place: first })
  }
  for (let place = 0; place < beads.length; place++) {
    if (place % beadsAtOnce === beadsAtOnce - 1) yield undefined
    const bead = beads[place]
    if (bead === undefined || crossing[place] === 1 || !goesTogether(bead)) continue
    close(place, bead.source.from, bead.target.from)
    first = place + 1
    source = bead.source.to
    target = bead.target.to
  }
  close(beads.length, beads.at(-1)?.source.to ?? 0, targetSegments)
  return partings
}

/** The longest of them, still in document order. */
export function longestPartings(partings: readonly Parting[], most: number): readonly Parting[] {
  if (partings.length <= most) return partings
  const kept = new Set([...partings].sort((a, b) => lengthOf(b) - lengthOf(a)).slice(0, most))
  return partings.filter((parting) => kept.has(parting))
}

const lengthOf = ({ source, target }: Parting): number => Math.max(source.to - source.from, target.to - target.from)

function goesTogether(bead: Bead): boolean {
  if (!isTwoSided(bead) || bead.decision.state === 'rejected') return false
  return bead.relation === 'translation' || bead.relation === 'partial'
}

/** 1 for each segment of the target that is in a bead of both sides. */
function* linkedTargets(beads: readonly Bead[], targetSegments: number): Generator<undefined, Uint8Array> {
  const linked = new Uint8Array(targetSegments)
  for (let place = 0; place < beads.length; place++) {
    if (place % beadsAtOnce === beadsAtOnce - 1) yield undefined
    const bead = beads[place]
    if (bead !== undefined && isTwoSided(bead)) linked.fill(1, bead.target.from, bead.target.to)
  }
  return linked
}

function kindOf(
  beads: readonly Bead[],
  first: number,
  end: number,
  target: SegmentRange,
  linked: Uint8Array,
): Parting['kind'] {
  let alone = 0
  let elsewhere = 0
  for (let place = first; place < end; place++) {
    const bead = beads[place]
    if (bead === undefined) continue
    if (isTwoSided(bead)) elsewhere += bead.source.to - bead.source.from
    else alone += bead.source.to - bead.source.from
  }
  let targetAlone = 0
  for (let segment = target.from; segment < target.to; segment++) if (linked[segment] === 0) targetAlone++
  const targetElsewhere = target.to - target.from - targetAlone
  if (elsewhere + targetElsewhere > alone + targetAlone) return 'moved'
  if (alone >= fewest && targetAlone >= fewest) return 'both'
  return alone >= targetAlone ? 'source' : 'target'
}
