import type { Context, PreparedScorer, Scorer } from '../core/contracts.ts'
import { checkPins } from '../core/pins.ts'
import type { Alignment, AlignmentMode, Bead, Evidence, LinkedPair, Pin } from '../core/types.ts'
import { coverAll, emptyBead, proposedBead } from './beads.ts'
import { findComparable } from './comparable.ts'
import { judge } from './judge.ts'
import { withAnchors, withAnchorsInOrder } from './memory-anchors.ts'
import { chooseMode, mayBeParallel } from './mode.ts'
import { joinLonePins, pinnedBead, withoutPinned } from './pinned-beads.ts'
import { relationOfComparable, relationOfParallel } from './relation.ts'
import { scorersOf } from './scorers/index.ts'
import { countsOf, type Taught } from './search/learning.ts'
import type { Step } from './search/monotonic.ts'
import { lookParallel, type ParallelSearch, searchParallel } from './search/parallel.ts'
import type { Shape } from './search/shapes.ts'
import type { PlacedStep } from './search/swaps.ts'

export interface AlignChoice {
  readonly mode: 'auto' | AlignmentMode
  readonly scorers: readonly Scorer[]
  /** Beads that the result has whatever the texts say. */
  readonly pins?: readonly Pin[]
  /** Makes the signature from what ran. */
  signature(mode: AlignmentMode): string
}

/**
 * Aligns a linked pair. In `auto` the order-keeping search runs first, and what it finds decides. Fails with PINS_CONFLICT
 * for pins that contradict each other or the texts.
 */
export function alignPair(linked: LinkedPair, choice: AlignChoice, context: Context): Alignment {
  return alignKeeping(linked, choice, context).alignment
}

/** Aligns a linked pair, and keeps the search of parallel texts for realigning. */
export function alignKeeping(
  linked: LinkedPair,
  choice: AlignChoice,
  context: Context,
): { readonly alignment: Alignment; readonly search?: ParallelSearch } {
  const { search, reason } = findWay(linked, choice, context)
  return search === undefined
    ? { alignment: comparable(linked, choice, reason) }
    : { alignment: parallel(search, choice, reason), search }
}

/** Aligns a linked pair, and tells what its words teach other documents when the two are parallel. */
export function alignTeaching(
  linked: LinkedPair,
  choice: AlignChoice,
  context: Context,
): { readonly alignment: Alignment; readonly taught?: Taught } {
  const { alignment, search } = alignKeeping(linked, choice, context)
  return search === undefined ? { alignment } : { alignment, taught: countsOf(search.pair, search.steps) }
}

/** How two texts belong together; the search is there for parallel ones. */
interface Way {
  readonly search?: ParallelSearch
  readonly reason: string
}

function findWay(linked: LinkedPair, choice: AlignChoice, context: Context): Way {
  const pins = withAnchorsInOrder(pinsOf(linked, choice), anchorsOf(linked))
  if (choice.mode === 'comparable') return { reason: askedFor }
  const look = lookParallel(linked, scorersOf(choice.scorers, 'look'), context, pins)
  const isDoubtful = choice.mode === 'auto' && mayBeParallel(look)
  const search =
    choice.mode === 'parallel' || isDoubtful
      ? searchParallel(look, scorersOf(choice.scorers, 'parallel'), context)
      : undefined
  const { isParallel, reason } = choice.mode === 'parallel' ? asked : chooseMode(look, search)
  return isParallel && search !== undefined ? { search, reason } : { reason }
}
/** Why a mode ran that was not found out. */
export const askedFor = 'asked for'
const asked = { isParallel: true, reason: askedFor } as const

const pinsOf = ({ source, target }: LinkedPair, { pins = [] }: AlignChoice): readonly Pin[] =>
  checkPins(pins, source.segments.length, target.segments.length)

/** Pairs that a memory has of both texts. */
const anchorsOf = ({ memory }: LinkedPair): readonly Pin[] => memory?.anchors ?? []

function parallel({ pair, steps, prepared }: ParallelSearch, choice: AlignChoice, modeReason: string): Alignment {
  const beads = steps.map((step) => beadOf(step, prepared, orderEvidence(step, steps)))
  return result(pair, choice, 'parallel', modeReason, beads)
}

/** The bead of a step, with all that the scorers say of it, and what is known of its order. */
export function beadOf(step: Step, prepared: readonly PreparedScorer[], order: readonly Evidence[] = []): Bead {
  const { i, j, shape, score, posterior, isPinned, word } = step
  const source = { from: i, to: i + shape.source }
  const target = { from: j, to: j + shape.target }
  if (isPinned === true) return pinnedBead(prepared, { source, target, ...(word === undefined ? {} : { word }) })
  if (shape.source === 0 || shape.target === 0) return emptyBead(source, target)
  const { evidence, coverage, lengthScore } = judge(prepared, source, target)
  const relation = relationOfParallel(posterior, coverage, lengthScore, evidence)
  const placed = [...evidence, ...order]
  const all = [...placed, shapeEvidence(shape, score, placed)]
  return proposedBead({ source, target, score, confidence: posterior, relation, evidence: all })
}

/** What it costs a bead to cross others, and to which side it does. */
function orderEvidence({ i, j, crossing }: PlacedStep, steps: readonly PlacedStep[]): readonly Evidence[] {
  if (crossing === undefined) return []
  const isEarlier = steps.some((other) => isPaired(other) && other.i < i && other.j > j)
  const isLater = steps.some((other) => isPaired(other) && other.i > i && other.j < j)
  const place = isEarlier && isLater ? 'elsewhere' : isEarlier ? 'earlier' : 'later'
  const note = `stands ${place} in the other text: crosses other pairs`
  return [{ scorer: 'order', score: crossing, note, key: `order:${place}` }]
}
const isPaired = ({ shape }: PlacedStep): boolean => shape.source > 0 && shape.target > 0

/** The part of a bead's score that its scorers do not make: how usual its shape is, and that it crosses paragraphs. */
function shapeEvidence(shape: Shape, score: number, evidence: readonly Evidence[]): Evidence {
  const rest = score - evidence.reduce((sum, item) => sum + item.score, 0)
  const note =
    shape.source === 1 && shape.target === 1
      ? 'one sentence against one'
      : `${shape.source} against ${shape.target} sentences`
  return { scorer: 'shape', score: rest, note }
}

function comparable(pair: LinkedPair, choice: AlignChoice, modeReason: string): Alignment {
  const pins = withAnchors(pinsOf(pair, choice), anchorsOf(pair))
  const paired = findComparable(withoutPinned(pair, pins), choice.scorers).map((found): Bead => {
    const { match, coverage, evidence, lengthScore, confidence } = found
    const relation = relationOfComparable(confidence, coverage, lengthScore, evidence)
    return proposedBead({ ...match, confidence, relation, evidence })
  })
  const beads = coverWith(pair, choice, paired, pins)
  return result(pair, choice, 'comparable', modeReason, beads)
}

/** Beads of comparable texts from pairs and pins, and one for every segment that is left. */
export function coverWith(
  pair: LinkedPair,
  { scorers }: AlignChoice,
  beads: readonly Bead[],
  pins: readonly Pin[],
): readonly Bead[] {
  const isPair = ({ source, target }: Pin | Bead): boolean => source.from < source.to && target.from < target.to
  const pinned = pins.filter(isPair)
  const prepared = pinned.length === 0 ? [] : scorersOf(scorers, 'glance').map((scorer) => scorer.prepare(pair))
  const paired = [...beads.filter(isPair), ...pinned.map((pin) => pinnedBead(prepared, pin))]
  const lone = [...beads, ...pins].filter((one) => !isPair(one))
  return joinLonePins(coverAll(pair.source.segments.length, pair.target.segments.length, paired), lone)
}

function result(
  { source, target }: LinkedPair,
  choice: AlignChoice,
  mode: AlignmentMode,
  modeReason: string,
  beads: readonly Bead[],
): Alignment {
  return { source, target, mode, modeReason, beads, signature: choice.signature(mode) }
}
