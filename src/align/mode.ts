import type { AnalysedDocument, LinkedPair } from '../core/types.ts'
import type { Step } from './search/monotonic.ts'
import type { ParallelSearch } from './search/parallel.ts'

/**
 * From this share of the shorter text in well-founded beads on, two texts are taken for translations of each other.
 * Translations with a quarter of their sentences missing stay above 0.55, shuffled and merely related texts below 0.25.
 */
const foundedEnough = 0.42
/** Where hardly any word is known, this share must stand in beads whose lengths run in step. */
const inStepEnough = 0.6
/** Fewer known word pairs and links than this a segment say nothing about words. */
const knownEnough = 0.5

/** Which search fits two texts, and why, in plain words. */
export interface ModeChoice {
  readonly isParallel: boolean
  readonly reason: string
}

/** Judges by what the order-keeping search found: founded beads where words are known, else lengths alone. */
export function chooseMode({ pair, steps }: ParallelSearch): ModeChoice {
  const founded = shareOf(pair, steps, (step) => step.score > 1 && step.posterior > 0.5)
  const percent = Math.round(100 * founded)
  if (founded >= foundedEnough)
    return { isParallel: true, reason: `${percent} % of the shorter text has a counterpart in the same order` }
  const segments = Math.min(pair.source.segments.length, pair.target.segments.length)
  if (pair.wordPairs.length + pair.links.length >= knownEnough * segments)
    return { isParallel: false, reason: `only ${percent} % of the shorter text has a counterpart in the same order` }
  const inStep = shareOf(pair, steps, (step) => step.score > 0)
  return inStep >= inStepEnough
    ? { isParallel: true, reason: 'hardly a word is known, but the lengths of the sentences run in step' }
    : { isParallel: false, reason: 'hardly a word is known, and the lengths of the sentences do not run in step' }
}

/** Share of the side with less text that lies in two-sided beads of the given kind. */
function shareOf(pair: LinkedPair, steps: readonly Step[], counts: (step: Step) => boolean): number {
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
  let sum = 0
  for (let i = from; i < to; i++)
    if (document.blocks[document.segments[i]?.block ?? -1]?.role !== 'boilerplate')
      sum += document.analyses[i]?.length ?? 0
  return sum
}
