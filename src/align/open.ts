import type { Context } from '../core/contracts.ts'
import { checkPins, isPinnedBead, shareSegments } from '../core/pins.ts'
import type { Alignment, Bead, Evidence, LinkedPair, Pin } from '../core/types.ts'
import { type AlignChoice, alignKeeping, coverWith } from './align.ts'
import { judge } from './judge.ts'
import { createRealignable, type Realignable, realignAround, stepsOfBeads } from './realign.ts'
import { scorersOf } from './scorers/index.ts'
import { learnFrom } from './search/learning.ts'
import { activeShapes, lessons } from './search/parallel.ts'
import { shapesFrom } from './search/shapes.ts'
import { skeletonPoints } from './search/skeleton.ts'

/** An alignment with what is kept in memory of its making, so that it can be made again around pins while a person waits. */
export interface OpenAlignment {
  readonly alignment: Alignment
  /**
   * The alignment with more pins: in parallel texts the stretches around them are searched again, in comparable ones the
   * beads that they touch fall apart; all else stays. Earlier pins and decided beads that share a segment with a new pin give
   * way to it. This alignment is left as it is, for undoing. Fails with PINS_CONFLICT for pins that contradict each other.
   */
  realign(pins: readonly Pin[]): OpenAlignment
  /**
   * The same texts with other beads over the same segments, such as a person has made of them; nothing is learnt anew. Decided
   * beads stay when it is realigned, as pinned ones do.
   */
  withBeads(beads: readonly Bead[]): OpenAlignment
  /** What speaks for and against segments belonging together, whatever bead they are in. */
  explain(pair: Pick<Bead, 'source' | 'target'>): readonly Evidence[]
}

/** Aligns a linked pair and keeps what realigning needs. */
export function openPair(linked: LinkedPair, choice: AlignChoice, context: Context): OpenAlignment {
  const { alignment, search } = alignKeeping(linked, choice, context)
  if (search === undefined) return openComparable(linked, choice, alignment)
  return openParallel(createRealignable(search, alignment.beads, search.bounds.found), alignment)
}

/** Takes up an alignment that was made before; `linked` are its texts, and their words are learnt again from its beads. */
export function reopenPair(alignment: Alignment, linked: LinkedPair, choice: AlignChoice): OpenAlignment {
  if (alignment.mode === 'comparable') return openComparable(linked, choice, alignment)
  const steps = stepsOfBeads(alignment.beads)
  let pair = linked
  for (let lesson = 0; lesson < lessons; lesson++) pair = learnFrom(pair, steps)
  const prepared = scorersOf(choice.scorers, 'parallel').map((scorer) => scorer.prepare(pair))
  const shapes = shapesFrom(activeShapes({ pair, steps }))
  const starts = new Set(steps.filter(({ isPinned }) => isPinned !== true).map(({ i, j }) => `${i}:${j}`))
  const found = skeletonPoints(pair.source, pair.target).filter(({ source, target }) =>
    starts.has(`${source}:${target}`),
  )
  return openParallel(createRealignable({ pair, prepared, shapes }, alignment.beads, found), alignment)
}

function openParallel(known: Realignable, alignment: Alignment): OpenAlignment {
  return {
    alignment,
    realign(pins) {
      const next = realignAround(known, pins)
      return openParallel(next, { ...alignment, beads: next.beads })
    },
    withBeads(beads) {
      return openParallel(createRealignable(known, beads, known.bounds.found), { ...alignment, beads })
    },
    explain: ({ source, target }) => judge(known.prepared, source, target).evidence,
  }
}

function openComparable(pair: LinkedPair, choice: AlignChoice, alignment: Alignment): OpenAlignment {
  return {
    alignment,
    realign(pins) {
      const fresh = checkPins(pins, pair.source.segments.length, pair.target.segments.length)
      const stay = alignment.beads.filter(
        (bead) => isWorthKeeping(bead) && !fresh.some((pin) => shareSegments(bead, pin)),
      )
      return openComparable(pair, choice, { ...alignment, beads: coverWith(pair, choice, stay, fresh) })
    },
    withBeads: (beads) => openComparable(pair, choice, { ...alignment, beads }),
    explain({ source, target }) {
      const prepared = scorersOf(choice.scorers, 'glance').map((scorer) => scorer.prepare(pair))
      return judge(prepared, source, target).evidence
    },
  }
}

/** Pairs, and what a person has said of segments without a counterpart. */
const isWorthKeeping = (bead: Bead): boolean =>
  (bead.source.from < bead.source.to && bead.target.from < bead.target.to) ||
  isPinnedBead(bead) ||
  bead.decision.state !== 'proposed'
