import type { SegmentRange } from '../../core/types.ts'
import type { Match } from './comparable.ts'
import type { BeadScore } from './sum.ts'

/** A match grown over its neighbours. */
export interface GrownMatch {
  readonly source: SegmentRange
  readonly target: SegmentRange
  readonly score: number
  /** How far the seed stood above the next best pair of either side, in log-odds and as a ratio; see `Match`. */
  readonly margin: number
  readonly ratio: number
}

/** Which segments may be paired: furniture, captions and by-lines may not. */
export interface Participation {
  source(segment: number): boolean
  target(segment: number): boolean
}

/** How many segments the two texts have. */
export interface Sizes {
  readonly sources: number
  readonly targets: number
}

/** A bead of comparable texts holds at most this many segments of both sides together. */
const mostSegments = 6
/** A neighbour is taken in when it raises the score by at least this much; less happens by chance. */
export const leastGain = 3

/**
 * Grows each match, best first, over neighbours of either side while that raises its score: a sentence of one article is
 * often two of the other. A neighbour that is already in a better match stays there; one that has a weaker match leaves it,
 * because every segment is in one bead, and the weaker match is gone.
 */
export function growMatches(
  matches: readonly Match[],
  takesPart: Participation,
  sizes: Sizes,
  score: BeadScore,
  joinCost: BeadScore,
): readonly GrownMatch[] {
  const worth: BeadScore = (...cell) => score(...cell) + joinCost(...cell)
  const usedS = new Uint8Array(sizes.sources)
  const usedT = new Uint8Array(sizes.targets)
  const isFreeS = (s: number): boolean => s >= 0 && s < sizes.sources && usedS[s] === 0 && takesPart.source(s)
  const isFreeT = (t: number): boolean => t >= 0 && t < sizes.targets && usedT[t] === 0 && takesPart.target(t)
  const grown: GrownMatch[] = []
  for (const match of [...matches].sort((a, b) => b.score - a.score || a.source - b.source)) {
    if (usedS[match.source] === 1 || usedT[match.target] === 1) continue
    const [sFrom, sTo, tFrom, tTo] = growOne(match, isFreeS, isFreeT, worth)
    usedS.fill(1, sFrom, sTo)
    usedT.fill(1, tFrom, tTo)
    grown.push({
      source: { from: sFrom, to: sTo },
      target: { from: tFrom, to: tTo },
      score: score(sFrom, sTo, tFrom, tTo),
      margin: match.margin,
      ratio: match.ratio,
    })
  }
  return grown.sort((a, b) => a.source.from - b.source.from)
}

function growOne(
  match: Match,
  isFreeS: (s: number) => boolean,
  isFreeT: (t: number) => boolean,
  worth: BeadScore,
): Cell {
  let cell: Cell = [match.source, match.source + 1, match.target, match.target + 1]
  let value = match.score
  for (;;) {
    const [next, nextValue] = bestNeighbour(cell, isFreeS, isFreeT, worth)
    if (next === undefined || nextValue < value + leastGain) return cell
    cell = next
    value = nextValue
  }
}

type Cell = readonly [sFrom: number, sTo: number, tFrom: number, tTo: number]

function bestNeighbour(
  [sFrom, sTo, tFrom, tTo]: Cell,
  isFreeS: (s: number) => boolean,
  isFreeT: (t: number) => boolean,
  worth: BeadScore,
): readonly [Cell | undefined, number] {
  let best: Cell | undefined
  let most = Number.NEGATIVE_INFINITY
  if (sTo - sFrom + tTo - tFrom >= mostSegments) return [best, most]
  const consider = (isFree: boolean, cell: Cell): void => {
    if (!isFree) return
    const value = worth(...cell)
    if (value > most) [best, most] = [cell, value]
  }
  consider(isFreeS(sFrom - 1), [sFrom - 1, sTo, tFrom, tTo])
  consider(isFreeS(sTo), [sFrom, sTo + 1, tFrom, tTo])
  consider(isFreeT(tFrom - 1), [sFrom, sTo, tFrom - 1, tTo])
  consider(isFreeT(tTo), [sFrom, sTo, tFrom, tTo + 1])
  return [best, most]
}
