import type { Bead, Decision, Relation } from '../../../editing.ts'
import type { Filter, PageState } from '../store/types.ts'
import { foldQuery } from './fold.ts'
import { holdsHit } from './search.ts'
import { isTwoSided, shapeOf } from './shape.ts'

/** Lets all beads pass. */
export const openFilter: Filter = {
  text: '',
  relations: undefined,
  confidence: [0, 1],
  decisions: undefined,
  shape: 'any',
  hasEntity: false,
  failedCheck: false,
  hasComment: false,
}

/** True when the filter keeps nothing back. */
export function isOpen(filter: Filter): boolean {
  return (
    foldQuery(filter.text) === '' &&
    filter.relations === undefined &&
    filter.decisions === undefined &&
    filter.shape === 'any' &&
    filter.confidence[0] <= 0 &&
    filter.confidence[1] >= 1 &&
    !filter.hasEntity &&
    !filter.failedCheck &&
    !filter.hasComment
  )
}

/** How many beads each choice would show, with every other part of the filter as it is. */
export interface Counts {
  readonly relations: Readonly<Record<Relation, number>>
  readonly decisions: Readonly<Record<Decision['state'], number>>
  readonly shapes: Readonly<Record<Filter['shape'], number>>
  readonly hasEntity: number
  readonly failedCheck: number
  readonly hasComment: number
  /** Two-sided beads by confidence, in steps of 5 %. */
  readonly confidence: readonly number[]
}

/** What the parts of a filter look at beside the beads. */
export type Filtered = Pick<PageState, 'filter' | 'hits' | 'crossing' | 'failed' | 'named'>

const text = 1
const relation = 2
const confidence = 4
const decision = 8
const shape = 16
const entity = 32
const check = 64
const comment = 128

const bins = 20

/** Tells whether a bead passes; it is looked at no longer than until it fails. */
export function createPass({
  filter,
  hits,
  crossing,
  failed,
  named,
}: Filtered): (bead: Bead, place: number) => boolean {
  const searched = foldQuery(filter.text)
  return (bead, place) => {
    if (filter.shape === 'crossing' && crossing[place] !== 1) return false
    if (filter.hasComment && bead.comment === undefined) return false
    if (failingParts(filter, bead, ~0) !== 0) return false
    if (filter.hasEntity && !named.has(bead.id)) return false
    if (filter.failedCheck && !failed.has(bead.id)) return false
    return hits === undefined || holdsHit(bead, hits, searched)
  }
}

/** So many beads are counted at once. */
const beadsAtOnce = 5000

/**
 * Counts what each choice would show, in one pass: a bead that fails one part alone counts for the choices of that part. It
 * pauses now and then, so that whoever drives it can let others have their turn.
 */
export function* countChoices(beads: readonly Bead[], filtered: Filtered): Generator<undefined, Counts> {
  const tally = emptyTally()
  const searched = foldQuery(filtered.filter.text)
  for (let place = 0; place < beads.length; place++) {
    if (place % beadsAtOnce === beadsAtOnce - 1) yield undefined
    const bead = beads[place]
    if (bead === undefined) continue
    const marks = marksOf(filtered, bead, place)
    const isHit = filtered.hits === undefined || holdsHit(bead, filtered.hits, searched)
    count(tally, bead, marks, failingParts(filtered.filter, bead, marks) | (isHit ? 0 : text))
  }
  return tally
}

interface Tally {
  relations: Record<Relation, number>
  decisions: Record<Decision['state'], number>
  shapes: Record<Filter['shape'], number>
  hasEntity: number
  failedCheck: number
  hasComment: number
  confidence: number[]
}

function emptyTally(): Tally {
  return {
    relations: { translation: 0, partial: 0, related: 0, unaligned: 0 },
    decisions: { proposed: 0, accepted: 0, rejected: 0, edited: 0 },
    shapes: { any: 0, '1:1': 0, 'n:m': 0, 'one-sided': 0, crossing: 0 },
    hasEntity: 0,
    failedCheck: 0,
    hasComment: 0,
    confidence: new Array<number>(bins).fill(0),
  }
}

/** Bits of what a bead has. */
function marksOf({ crossing, named, failed }: Filtered, bead: Bead, place: number): number {
  let marks = 0
  if (crossing[place] === 1) marks |= shape
  if (named.size > 0 && named.has(bead.id)) marks |= entity
  if (failed.size > 0 && failed.has(bead.id)) marks |= check
  if (bead.comment !== undefined) marks |= comment
  return marks
}

/** Bits of the parts that a bead does not pass, text apart. */
function failingParts(filter: Filter, bead: Bead, marks: number): number {
  let failing = 0
  if (filter.relations !== undefined && !filter.relations.has(bead.relation)) failing |= relation
  if (bead.confidence < filter.confidence[0] || bead.confidence > filter.confidence[1]) failing |= confidence
  if (filter.decisions !== undefined && !filter.decisions.has(bead.decision.state)) failing |= decision
  if (filter.shape === 'crossing') failing |= ~marks & shape
  else if (filter.shape !== 'any' && filter.shape !== shapeOf(bead)) failing |= shape
  if (filter.hasEntity) failing |= ~marks & entity
  if (filter.failedCheck) failing |= ~marks & check
  if (filter.hasComment) failing |= ~marks & comment
  return failing
}

/** Counts a bead for the choices of each part that is the only one, if any, which keeps it back. */
function count(tally: Tally, bead: Bead, marks: number, failing: number): void {
  if ((failing & (failing - 1)) !== 0) return
  if (isOnly(failing, relation)) tally.relations[bead.relation]++
  if (isOnly(failing, decision)) tally.decisions[bead.decision.state]++
  if (isOnly(failing, shape)) countShape(tally, bead, marks)
  if ((marks & entity) !== 0 && isOnly(failing, entity)) tally.hasEntity++
  if ((marks & check) !== 0 && isOnly(failing, check)) tally.failedCheck++
  if ((marks & comment) !== 0 && isOnly(failing, comment)) tally.hasComment++
  if (isTwoSided(bead) && isOnly(failing, confidence)) {
    const bin = Math.min(bins - 1, Math.floor(bead.confidence * bins))
    tally.confidence[bin] = (tally.confidence[bin] ?? 0) + 1
  }
}

function countShape(tally: Tally, bead: Bead, marks: number): void {
  tally.shapes.any++
  tally.shapes[shapeOf(bead)]++
  if ((marks & shape) !== 0) tally.shapes.crossing++
}

function isOnly(failing: number, part: number): boolean {
  return (failing & ~part) === 0
}
