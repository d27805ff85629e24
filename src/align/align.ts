import type { Context, Scorer } from '../core/contracts.ts'
import type { Alignment, AlignmentMode, Bead, Evidence, LinkedPair } from '../core/types.ts'
import { coverAll, emptyBead, proposedBead } from './beads.ts'
import { findComparable } from './comparable.ts'
import { judge } from './judge.ts'
import { chooseMode, mayBeParallel } from './mode.ts'
import { relationOfComparable, relationOfParallel } from './relation.ts'
import { scorersOf } from './scorers/index.ts'
import { countsOf, type Taught } from './search/learning.ts'
import { lookParallel, type ParallelSearch, searchParallel } from './search/parallel.ts'
import type { Shape } from './search/shapes.ts'

export interface AlignChoice {
  readonly mode: 'auto' | AlignmentMode
  readonly scorers: readonly Scorer[]
  /** Makes the signature from what ran. */
  signature(mode: AlignmentMode): string
}

/** Aligns a linked pair. In `auto` the order-keeping search runs first, and what it finds decides. */
export function alignPair(linked: LinkedPair, choice: AlignChoice, context: Context): Alignment {
  const found = findWay(linked, choice, context)
  return found.search === undefined
    ? comparable(linked, choice, found.reason)
    : parallel(found.search, choice, found.reason)
}

/** Aligns a linked pair, and tells what its words teach other documents when the two are parallel. */
export function alignTeaching(
  linked: LinkedPair,
  choice: AlignChoice,
  context: Context,
): { readonly alignment: Alignment; readonly taught?: Taught } {
  const { search, reason } = findWay(linked, choice, context)
  if (search === undefined) return { alignment: comparable(linked, choice, reason) }
  return { alignment: parallel(search, choice, reason), taught: countsOf(search.pair, search.steps) }
}

/** How two texts belong together; the search is there for parallel ones. */
interface Way {
  readonly search?: ParallelSearch
  readonly reason: string
}

function findWay(linked: LinkedPair, choice: AlignChoice, context: Context): Way {
  if (choice.mode === 'comparable') return { reason: askedFor }
  const look = lookParallel(linked, scorersOf(choice.scorers, 'look'), context)
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

function parallel({ pair, steps, prepared }: ParallelSearch, choice: AlignChoice, modeReason: string): Alignment {
  const beads = steps.map(({ i, j, shape, score, posterior }): Bead => {
    const source = { from: i, to: i + shape.source }
    const target = { from: j, to: j + shape.target }
    if (shape.source === 0 || shape.target === 0) return emptyBead(source, target)
    const { evidence, coverage, lengthScore } = judge(prepared, source, target)
    const relation = relationOfParallel(posterior, coverage, lengthScore, evidence)
    const all = [...evidence, shapeEvidence(shape, score, evidence)]
    return proposedBead({ source, target, score, confidence: posterior, relation, evidence: all })
  })
  return result(pair, choice, 'parallel', modeReason, beads)
}

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
  const paired = findComparable(pair, choice.scorers).map((found): Bead => {
    const { match, coverage, evidence, lengthScore, confidence } = found
    const relation = relationOfComparable(confidence, coverage, lengthScore, evidence)
    return proposedBead({ ...match, confidence, relation, evidence })
  })
  const beads = coverAll(pair.source.segments.length, pair.target.segments.length, paired)
  return result(pair, choice, 'comparable', modeReason, beads)
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
