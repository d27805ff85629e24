import type { LengthFit, LinkedPair, StemPairs, TranslationModel } from '../../core/types.ts'
import { type Bitext, bitextOf, type PairedRange } from '../translation/bitext.ts'
import { countPairs, learnPairs } from '../translation/learn.ts'
import { firstLengthFit, lengthsBefore, shortness } from '../translation/lengths.ts'
import { firstModel, withChance } from '../translation/model.ts'
import { occurrencesOf } from '../translation/occurrences.ts'
import { highest } from '../translation/pairs.ts'
import type { NamedCounts } from '../translation/pool.ts'
import { seedPairs } from '../translation/seeds.ts'
import type { Step } from './monotonic.ts'

/** A pair with what its own beads teach of its words and lengths. */
export function learnFrom(pair: LinkedPair, steps: readonly Step[]): LinkedPair {
  const sure = sureSteps(steps)
  const before = pair.learnt ?? firstModel(pair)
  const bitext = bitextOfSteps(pair, sure)
  const learnt = relearn(bitext, knownBefore(pair), before, pair.learnt === undefined)
  return { ...pair, learnt, lengthFit: fitLengths(pair, sure) }
}

/** What a document teaches other documents. */
export interface Taught extends NamedCounts {
  /** How many beads speak for themselves and taught this. */
  readonly beads: number
}

/** What the words of a pair teach other documents. */
export function countsOf(pair: LinkedPair, steps: readonly Step[]): Taught {
  const sure = sureSteps(steps)
  const counts = countPairs(bitextOfSteps(pair, sure), pair.learnt ?? firstModel(pair), pair.learnt === undefined)
  const beads = sure.filter(({ posterior }) => posterior > 0.5).length
  return { source: pair.sourceStems.names, target: pair.targetStems.names, counts, beads }
}

/** What the words of two texts teach whose segments belong together one by one, in their order. */
export function teachFromPairs(pair: LinkedPair): Taught {
  const shape = { source: 1, target: 1, logPrior: 0 }
  const steps = pair.source.segments.map((_, i): Step => ({ i, j: i, shape, score: 1, posterior: 1 }))
  return countsOf(learnFrom(pair, steps), steps)
}

/** Of what the lexicon and other documents say, this much holds against what the texts say. */
const knownShare = 0.5

function knownBefore(pair: LinkedPair): StemPairs {
  const seeds = seedPairs(pair)
  const known = pair.prior === undefined ? seeds : highest(seeds, pair.prior, pair.targetStems.names.length)
  return { ...known, forward: known.forward.map(half), backward: known.backward.map(half) }
}
const half = (probability: number): number => knownShare * probability

/** Two-sided beads that more speaks for than how usual their shape is. */
const sureSteps = (steps: readonly Step[]): readonly Step[] =>
  steps.filter(({ shape, score }) => shape.source > 0 && shape.target > 0 && score > shape.logPrior)

function bitextOfSteps(pair: LinkedPair, steps: readonly Step[]): Bitext {
  const ranges = steps.map(
    ({ i, j, shape }): PairedRange => ({ sFrom: i, sTo: i + shape.source, tFrom: j, tTo: j + shape.target }),
  )
  const source = occurrencesOf(pair.sourceTokens, pair.sourceStems)
  const target = occurrencesOf(pair.targetTokens, pair.targetStems)
  return bitextOf(source, target, ranges)
}

function relearn(bitext: Bitext, seeds: StemPairs, before: TranslationModel, isFirst: boolean): TranslationModel {
  const { sourceFrequencies, targetFrequencies } = before
  const pairs = learnPairs({ bitext, seeds, before: before.pairs, isFirst, sourceFrequencies, targetFrequencies })
  return withChance(bitext, { ...before, pairs })
}

/** The ratio of lengths and its spread are taken over when at least this many one-to-one beads tell them. */
const enoughBeads = 12
const leastVariance = 0.04
/** One bead counts no more than this in the variance: a few are wrong. */
const mostDeviation = 1

function fitLengths(pair: LinkedPair, steps: readonly Step[]): LengthFit {
  const before = pair.lengthFit ?? firstLengthFit
  const source = lengthsBefore(pair.source)
  const target = lengthsBefore(pair.target)
  const ratios = steps
    .filter(({ shape }) => shape.source === 1 && shape.target === 1)
    .map(({ i, j }) => {
      const here = (source[i + 1] ?? 0) - (source[i] ?? 0)
      const there = (target[j + 1] ?? 0) - (target[j] ?? 0)
      return { ratio: Math.log(there / here), more: shortness(here, there) }
    })
    .sort((a, b) => a.ratio - b.ratio)
  if (ratios.length < enoughBeads) return before
  const middle = ratios[ratios.length >> 1]?.ratio ?? 0
  const squares = ratios.reduce(
    (sum, { ratio, more }) => sum + Math.min(mostDeviation, (ratio - middle) ** 2) / more,
    0,
  )
  return { ratio: Math.exp(middle), variance: Math.max(leastVariance, squares / ratios.length) }
}
