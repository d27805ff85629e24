import type { Bead } from '../../core/types.ts'
import { cutApart, putTogether } from './cutting.ts'
import type { Change, EditedPair, Making } from './types.ts'

/** A pair after changes, in their order. What pair and sides have beside what editing knows stays. */
export const withChanges = <Pair extends EditedPair>(pair: Pair, changes: readonly Change[]): Pair =>
  afterAll(pair, changes, {
    beads: ({ at, removed, added }) => [at, removed.length, added],
    cut: cutApart,
    made: ({ after }) => after,
  })

/** A pair as it was before changes that were the last ones made to it. */
export const withoutChanges = <Pair extends EditedPair>(pair: Pair, changes: readonly Change[]): Pair =>
  afterAll(pair, [...changes].reverse(), {
    beads: ({ at, removed, added }) => [at, added.length, removed],
    cut: putTogether,
    made: ({ before }) => before,
  })

interface Direction {
  beads(change: Extract<Change, { kind: 'beads' }>): readonly [at: number, gone: number, fresh: readonly Bead[]]
  cut<Pair extends EditedPair>(pair: Pair, change: Extract<Change, { kind: 'cut' }>): Pair
  made(change: Extract<Change, { kind: 'made' }>): Partial<Making>
}

/** The list of beads is copied once, however many changes there are. */
function afterAll<Pair extends EditedPair>(pair: Pair, changes: readonly Change[], direction: Direction): Pair {
  let now = pair
  let own: Bead[] | undefined
  for (const change of changes)
    if (change.kind === 'cut') {
      now = direction.cut(now, change)
      own = undefined
    } else if (change.kind === 'made') now = { ...now, ...direction.made(change) }
    else if (own === undefined) {
      own = withReplaced(now.beads, ...direction.beads(change))
      now = { ...now, beads: own }
    } else replaceIn(own, ...direction.beads(change))
  return now
}

/** A call takes only so many arguments. */
const mostArguments = 10_000

/** As `replaceIn`, in a copy: one that would grow is made as long as it will be, since to grow is to be copied again. */
function withReplaced(beads: readonly Bead[], at: number, gone: number, fresh: readonly Bead[]): Bead[] {
  if (fresh.length > gone && fresh.length <= mostArguments) return beads.toSpliced(at, gone, ...fresh)
  const copy = [...beads]
  replaceIn(copy, at, gone, fresh)
  return copy
}

/** Puts beads in the place of `gone` others. */
export function replaceIn(beads: Bead[], at: number, gone: number, fresh: readonly Bead[]): void {
  if (fresh.length <= mostArguments) {
    beads.splice(at, gone, ...fresh)
    return
  }
  const rest = beads.slice(at + gone)
  beads.length = at
  for (const bead of fresh) beads.push(bead)
  for (const bead of rest) beads.push(bead)
}
