import type { LinkedPair, TokenTable } from '../../core/types.ts'
import type { Point } from './band.ts'

/** Words at least this likely to mean the same may serve as anchors when each stands once in its text. */
const anchorProbability = 0.8

/**
 * Places that surely belong together: segments that share things named once in each text. Of those that contradict each
 * other in order the heaviest rising chain is kept.
 */
export function anchorsOf(pair: LinkedPair): readonly Point[] {
  const votes = new Map<number, number>()
  const targets = pair.target.segments.length
  const vote = (s: number, t: number, weight: number): void => {
    votes.set(s * targets + t, (votes.get(s * targets + t) ?? 0) + weight)
  }
  for (const link of pair.links) {
    const [s, t] = [link.source[0], link.target[0]]
    if (link.source.length === 1 && link.target.length === 1 && s !== undefined && t !== undefined)
      vote(s.segment, t.segment, link.confidence)
  }
  const onceS = onlyPlaces(pair.sourceTokens)
  const onceT = onlyPlaces(pair.targetTokens)
  for (const words of pair.wordPairs) {
    const [s, t] = [onceS[words.source] ?? -1, onceT[words.target] ?? -1]
    if (words.probability >= anchorProbability && s >= 0 && t >= 0) vote(s, t, 0.5)
  }
  const points = [...votes]
    .filter(([, weight]) => weight >= 1)
    .map(([cell, weight]) => ({ source: Math.floor(cell / targets), target: cell % targets, weight }))
    .sort((a, b) => a.source - b.source || b.target - a.target)
  return heaviestChain(points)
}

/** Segment of each word that stands in one segment only, else -1. */
function onlyPlaces(table: TokenTable): Int32Array {
  const place = new Int32Array(table.vocabulary.length).fill(-1)
  for (let segment = 0; segment + 1 < table.offsets.length; segment++)
    for (let k = table.offsets[segment] ?? 0; k < (table.offsets[segment + 1] ?? 0); k++) {
      const id = table.ids[k] ?? 0
      if (place[id] === -1) place[id] = segment
      else if (place[id] !== segment) place[id] = -2
    }
  return place
}

interface Weighted extends Point {
  readonly weight: number
}

/** Chain of points rising on both sides with the greatest weight; a Fenwick tree of prefix maxima keeps it n log n. */
export function heaviestChain(points: readonly Weighted[]): readonly Point[] {
  const size = 2 + points.reduce((most, point) => Math.max(most, point.target), 0)
  const tree = new Int32Array(size + 1).fill(-1)
  const total: number[] = []
  const previous: number[] = []
  points.forEach((point, index) => {
    let best = -1
    for (let at = point.target; at > 0; at -= at & -at) {
      const other = tree[at] ?? -1
      if (other >= 0 && (best < 0 || (total[other] ?? 0) > (total[best] ?? 0))) best = other
    }
    total.push(point.weight + (best < 0 ? 0 : (total[best] ?? 0)))
    previous.push(best)
    for (let at = point.target + 1; at <= size; at += at & -at) {
      const other = tree[at] ?? -1
      if (other < 0 || (total[other] ?? 0) < (total[index] ?? 0)) tree[at] = index
    }
  })
  let at = total.reduce((best, value, i) => (best < 0 || value > (total[best] ?? 0) ? i : best), -1)
  const chain: Point[] = []
  for (; at >= 0; at = previous[at] ?? -1) {
    const point = points[at]
    if (point !== undefined) chain.push({ source: point.source, target: point.target })
  }
  return chain.reverse()
}
