import type { Bead } from '../../core/types.ts'
import { replaceIn } from './changes.ts'
import { placeFrom, placesHolding } from './places.ts'
import { idOf, isEmpty } from './ranges.ts'
import type { Change } from './types.ts'

type BeadsChange = Extract<Change, { readonly kind: 'beads' }>

/** Beads in the making, with the changes that led to them. */
export interface Draft {
  readonly beads: Bead[]
  readonly changes: BeadsChange[]
}

/** Puts beads in the place of others; changes that touch become one. */
export function replaceBeads({ beads, changes }: Draft, at: number, gone: number, added: readonly Bead[]): void {
  const change: BeadsChange = { kind: 'beads', at, removed: beads.slice(at, at + gone), added }
  replaceIn(beads, at, gone, added)
  const last = changes.at(-1)
  const joined = last === undefined ? undefined : joinedChange(last, change)
  if (joined === undefined) changes.push(change)
  else changes[changes.length - 1] = joined
}

function joinedChange(a: BeadsChange, b: BeadsChange): BeadsChange | undefined {
  const offset = b.at - a.at
  if (offset === a.added.length) return { ...a, removed: [...a.removed, ...b.removed], added: [...a.added, ...b.added] }
  if (b.removed.length > 0 || offset < 0 || offset > a.added.length) return undefined
  return { ...a, added: [...a.added.slice(0, offset), ...b.added, ...a.added.slice(offset)] }
}

/** Puts a bead with segments of the source where its order asks; what stood alone inside it comes behind it. */
export function placeInOrder(draft: Draft, bead: Bead): void {
  const { beads } = draft
  let at = placeFrom(beads, bead.source.from)
  while (isLoneAt(beads[at], bead.source.from)) at++
  replaceBeads(draft, at, 0, [bead])
  for (let next = at + 1; isInside(beads[next], bead); ) {
    const inside = beads[next]
    if (inside === undefined) return
    replaceBeads(draft, next, 1, [])
    placeAlone(draft, inside, bead.source.to)
  }
}

const isLoneAt = (bead: Bead | undefined, segment: number): boolean =>
  bead !== undefined && bead.source.from === segment && isEmpty(bead.source)

const isInside = (bead: Bead | undefined, { source }: Bead): boolean =>
  bead !== undefined && isEmpty(bead.source) && bead.source.from > source.from && bead.source.from < source.to

/** Puts a bead without source at this segment of the source, among others there in the order of the target. */
function placeAlone(draft: Draft, bead: Bead, segment: number): void {
  const source = { from: segment, to: segment }
  replaceBeads(draft, placeAt(draft.beads, bead, segment), 0, [
    { ...bead, id: idOf({ source, target: bead.target }), source },
  ])
}

function placeAt(beads: readonly Bead[], bead: Bead, segment: number): number {
  let at = placeFrom(beads, segment)
  while (isLoneAt(beads[at], segment) && (beads[at]?.target.from ?? 0) < bead.target.from) at++
  return at
}

/**
 * Puts a bead without source where it belongs: where it was, if there a neighbour in the list is one in the target too, and
 * else behind the bead of the segment before it.
 */
export function placeLone(draft: Draft, bead: Bead): void {
  const { beads } = draft
  const segment = bead.source.from
  const at = placeAt(beads, bead, segment)
  const { from, to } = bead.target
  const isAtHome = nearestTarget(beads, at - 1, -1)?.to === from || nearestTarget(beads, at, 1)?.from === to
  placeAlone(draft, bead, isAtHome ? segment : (placeInTarget(beads, bead, at) ?? segment))
}

function nearestTarget(beads: readonly Bead[], from: number, step: 1 | -1): Bead['target'] | undefined {
  for (let at = from; ; at += step) {
    const bead = beads[at]
    if (bead === undefined || !isEmpty(bead.target)) return bead?.target
  }
}

/** The segment of the source at which a bead stands that follows the order of the target. */
function placeInTarget(beads: readonly Bead[], { target: { from, to } }: Bead, near: number): number | undefined {
  const [before] = placesHolding(beads, 'target', { from: from - 1, to: from }, near)
  const [behind] = before === undefined ? placesHolding(beads, 'target', { from: to, to: to + 1 }, near) : []
  return before === undefined ? beads[behind ?? -1]?.source.from : beads[before]?.source.to
}
