import type { SegmentRange } from '../../core/types.ts'
import type { Match, Participation } from './comparable.ts'
import type { BeadScore } from './sum.ts'

/** A match grown over its neighbours. */
export interface GrownMatch {
  readonly source: SegmentRange
  readonly target: SegmentRange
  readonly score: number
  /** How far the seed stood above the next best pair of either side. */
  readonly margin: number
}

/** A bead of comparable texts holds at most this many segments of both sides together. */
const mostSegments = 6
/** A neighbour is taken in when it raises the score by at least this much; less happens by chance. */
const leastGain = 1

/**
 * Grows each match, best first, over free neighbours of either side while that raises its score: a sentence of one
 * article is often two of the other. Segments that have a match of their own are never taken from it.
 */
export function growMatches(
  matches: readonly Match[],
  takesPart: Participation,
  sizes: { readonly sources: number; readonly targets: number },
  score: BeadScore,
): readonly GrownMatch[] {
  const usedS = new Uint8Array(sizes.sources)
  const usedT = new Uint8Array(sizes.targets)
  for (const match of matches) {
    usedS[match.source] = 1
    usedT[match.target] = 1
  }
  const isFreeS = (s: number): boolean => s >= 0 && s < sizes.sources && usedS[s] === 0 && takesPart.source(s)
  const isFreeT = (t: number): boolean => t >= 0 && t < sizes.targets && usedT[t] === 0 && takesPart.target(t)
  return [...matches]
    .sort((a, b) => b.score - a.score || a.source - b.source)
    .map((match) => {
      let grown: Cell = [match.source, match.source + 1, match.target, match.target + 1]
      let value = match.score
      for (;;) {
        const [next, nextValue] = bestNeighbour(grown, isFreeS, isFreeT, score)
        if (next === undefined || nextValue < value + leastGain) break
        grown = next
        value = nextValue
        usedS.fill(1, grown[0], grown[1])
        usedT.fill(1, grown[2], grown[3])
      }
      const [sFrom, sTo, tFrom, tTo] = grown
      return { source: { from: sFrom, to: sTo }, target: { from: tFrom, to: tTo }, score: value, margin: match.margin }
    })
    .sort((a, b) => a.source.from - b.source.from)
}

type Cell = readonly [sFrom: number, sTo: number, tFrom: number, tTo: number]

function bestNeighbour(
  [sFrom, sTo, tFrom, tTo]: Cell,
  isFreeS: (s: number) => boolean,
  isFreeT: (t: number) => boolean,
  score: BeadScore,
): readonly [Cell | undefined, number] {
  let best: Cell | undefined
  let most = Number.NEGATIVE_INFINITY
  if (sTo - sFrom + tTo - tFrom >= mostSegments) return [best, most]
  const consider = (isFree: boolean, cell: Cell): void => {
    if (!isFree) return
    const value = score(...cell)
    if (value > most) [best, most] = [cell, value]
  }
  consider(isFreeS(sFrom - 1), [sFrom - 1, sTo, tFrom, tTo])
  consider(isFreeS(sTo), [sFrom, sTo + 1, tFrom, tTo])
  consider(isFreeT(tFrom - 1), [sFrom, sTo, tFrom - 1, tTo])
  consider(isFreeT(tTo), [sFrom, sTo, tFrom, tTo + 1])
  return [best, most]
}
