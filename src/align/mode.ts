import type { AnalysedDocument, LinkedPair } from '../core/types.ts'
import type { ParallelSearch } from './search/parallel.ts'
import { idleSegments } from './search/seams.ts'
import type { PlacedStep } from './search/swaps.ts'

/**
 * Two texts are taken for translations of each other from this share of the shorter text in well-founded beads on, after
 * the search has learnt from them; from less, where the first look found much. Translations with a quarter of their
 * sentences missing and with hardly a word known stay above one of the two, shuffled and merely related texts below both:
 * what a look finds in these does not stand when it is learnt from.
 */
const searchEnough = 0.28
const lookEnough = 0.38
const confirmed = 0.15
/** Below this share in a first look, learning has nothing to learn from. */
const leastLook = 0.1
/** Where hardly any word is known, this share must stand in beads whose lengths run in step. */
const inStepEnough = 0.6
/** Fewer known word pairs and links than this a segment say nothing about words. */
const knownEnough = 0.5

/** Which search fits two texts, and why, in plain words. */
export interface ModeChoice {
  readonly isParallel: boolean
  readonly reason: string
}

type Found = Pick<ParallelSearch, 'pair' | 'steps'>

/** Whether a first look leaves it open that two texts are translations of each other. */
export function mayBeParallel(look: Found): boolean {
  return founded(look) >= leastLook || !isKnown(look) || inStep(look) >= inStepEnough
}

/** Judges by what the look and the search found: founded beads where words are known, else lengths alone. */
export function chooseMode(look: Found, search: Found | undefined): ModeChoice {
  const before = founded(look)
  const after = search === undefined ? 0 : founded(search)
  const percent = Math.round(100 * after)
  if (after >= searchEnough || (before >= lookEnough && after >= confirmed))
    return { isParallel: true, reason: `${percent} % of the shorter text has a counterpart in the same order` }
  if (isKnown(look))
    return { isParallel: false, reason: `only ${percent} % of the shorter text has a counterpart in the same order` }
  return inStep(look) >= inStepEnough
    ? { isParallel: true, reason: 'hardly a word is known, but the lengths of the sentences run in step' }
    : { isParallel: false, reason: 'hardly a word is known, and the lengths of the sentences do not run in step' }
}

function isKnown({ pair }: Found): boolean {
  const segments = Math.min(pair.source.segments.length, pair.target.segments.length)
  return pair.wordPairs.length + pair.links.length >= knownEnough * segments
}

/** Share of the shorter text in beads that their lengths speak for. */
const inStep = ({ pair, steps }: Found): number => shareOf(pair, steps, (step) => step.score > 0)

/** Share of the shorter text in well-founded beads that keep the order of the texts. */
const founded = ({ pair, steps }: Found): number =>
  shareOf(pair, steps, (step) => step.crossing === undefined && step.score > 1 && step.posterior > 0.5)

/** Share of the side with less text that lies in two-sided beads of the given kind. */
function shareOf(pair: LinkedPair, steps: readonly PlacedStep[], counts: (step: PlacedStep) => boolean): number {
  const total = Math.min(
    lengthOf(pair.source, 0, pair.source.segments.length),
    lengthOf(pair.target, 0, pair.target.segments.length),
  )
  let sum = 0
  for (const step of steps) {
    const { i, j, shape } = step
    if (shape.source > 0 && shape.target > 0 && counts(step))
      sum += Math.min(lengthOf(pair.source, i, i + shape.source), lengthOf(pair.target, j, j + shape.target))
  }
  return total === 0 ? 0 : sum / total
}

/** Summed length of the segments of a range, boilerplate left out. */
function lengthOf(document: AnalysedDocument, from: number, to: number): number {
  const isIdle = idleSegments(document)
  let sum = 0
  for (let i = from; i < to; i++) if (!isIdle(i)) sum += document.analyses[i]?.length ?? 0
  return sum
}
