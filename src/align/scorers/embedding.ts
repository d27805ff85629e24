import type { PreparedScorer, Scorer } from '../../core/contracts.ts'
import type { AnalysedDocument, LinkedPair, PairVectors } from '../../core/types.ts'
import { createDots } from '../meaning/vectors.ts'
import { noScorer } from './none.ts'

/** Worth of one standard deviation above chance, and what standing at chance costs. */
const slope = 0.9
const offset = 1
/** Bounds for one segment against one. */
const most = 6
const least = -2

/**
 * How near the vectors of a bead are, against how near segments of these texts come by chance: the cosine of both sides
 * less the mean cosine of each with sampled segments of the other text (the margin of Artetxe and Schwenk 2019), in
 * standard deviations. A side of several segments has the mean of their vectors, weighted by length. Every further segment
 * of the longer side counts half, so that beads are joined where one vector answers to several, and not for the joining,
 * which brings any two passages nearer to each other. True pairs get about 3 to 6, others about -2 to 0.
 */
export const embedding: Scorer = {
  id: 'embedding',
  version: 1,
  searches: ['parallel', 'glance', 'comparable'],
  isUsable: (pair) => pair.vectors !== undefined,
  prepare: (pair) => (pair.vectors === undefined ? noScorer : prepared(pair, pair.vectors)),
}

function prepared(pair: LinkedPair, vectors: PairVectors): PreparedScorer {
  const { source, target, size, spread } = vectors
  const weightS = weightsOf(pair.source)
  const weightT = weightsOf(pair.target)
  const across = createDots(source, target, size)
  const here = createDots(source, source, size)
  const there = createDots(target, target, size)
  const score = (sFrom: number, sTo: number, tFrom: number, tTo: number): number => {
    const normS = normOf(here, weightS, sFrom, sTo)
    const normT = normOf(there, weightT, tFrom, tTo)
    if (normS === 0 || normT === 0) return 0
    let dot = 0
    for (let i = sFrom; i < sTo; i++)
      for (let j = tFrom; j < tTo; j++) dot += (weightS[i] as number) * (weightT[j] as number) * across(i, j)
    const chance =
      0.5 * (meanOf(source.chance, weightS, sFrom, sTo) / normS + meanOf(target.chance, weightT, tFrom, tTo) / normT)
    const value = (slope * (dot / (normS * normT) - chance)) / spread - offset
    const longer = sTo - sFrom > tTo - tFrom ? sTo - sFrom : tTo - tFrom
    const witnesses = 0.5 * (1 + longer)
    return witnesses * (value > most ? most : value < least ? least : value)
  }
  return {
    score,
    explain(s, t) {
      const value = score(s.from, s.to, t.from, t.to)
      if (value === 0) return []
      const note = value > 0 ? 'their meanings are near' : 'their meanings are no nearer than by chance'
      return [{ scorer: 'embedding', score: value, note }]
    },
  }
}

/** Longer segments say more of what their bead means; each has some weight. */
const weightsOf = (document: AnalysedDocument): Float64Array =>
  Float64Array.from(document.analyses, ({ length }) => 1 + length)

/** Length of the weighted sum of the vectors of a range. */
function normOf(dot: (i: number, j: number) => number, weights: Float64Array, from: number, to: number): number {
  let sum = 0
  for (let i = from; i < to; i++) {
    const weight = weights[i] as number
    sum += weight * weight * dot(i, i)
    for (let k = i + 1; k < to; k++) sum += 2 * weight * (weights[k] as number) * dot(i, k)
  }
  // Vectors that cancel each other out leave nothing but rounding.
  return sum < 1e-9 ? 0 : Math.sqrt(sum)
}

function meanOf(values: Float64Array, weights: Float64Array, from: number, to: number): number {
  let sum = 0
  for (let i = from; i < to; i++) sum += (weights[i] as number) * (values[i] as number)
  return sum
}
