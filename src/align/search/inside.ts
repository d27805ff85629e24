import type { PreparedScorer } from '../../core/contracts.ts'
import type { LinkedPair, SegmentRange } from '../../core/types.ts'
import { bandWhole } from './band.ts'
import { bestSteps, scoreTable } from './monotonic.ts'
import { scoreInText } from './seams.ts'
import { usualShapes } from './shapes.ts'
import type { BeadScore } from './sum.ts'
import { withCrossings } from './swaps.ts'

/** Part of a pair of passages. */
export interface Part {
  readonly source: SegmentRange
  readonly target: SegmentRange
  /** Probability of the part, given that the passages belong together, 0..1. */
  readonly share: number
}

/** Witnesses of a bead depend on each other, the more the less was learnt. */
const temperature = 2.5
/** Share of the sentences without a counterpart: of passages whose lengths run in step, and of others. */
const unpairedInStep = 0.01
const unpairedElse = 0.1

const noneIdle = { source: () => false, target: () => false }

/** Splits two passages that belong together into beads; sentences may stand in another order or be left over. */
export function splitInside(
  pair: LinkedPair,
  prepared: readonly PreparedScorer[],
): (source: SegmentRange, target: SegmentRange, isInStep: boolean) => readonly Part[] {
  const kinds = [unpairedElse, unpairedInStep].map((unpaired) => {
    const shapes = usualShapes(unpaired)
    return { shapes, score: scoreInText(pair, prepared, shapes) }
  })
  return (source, target, isInStep) => {
    const kind = kinds[isInStep ? 1 : 0]
    if (kind === undefined) return []
    const { shapes, score } = kind
    const [rows, columns] = [source.to - source.from, target.to - target.from]
    if (rows === 1 && columns === 1) return [{ source, target, share: 1 }]
    const inside: BeadScore = (sFrom, sTo, tFrom, tTo) =>
      score(source.from + sFrom, source.from + sTo, target.from + tFrom, target.from + tTo)
    const table = scoreTable(bandWhole(rows, columns), shapes, rows, columns, inside)
    const inOrder = bestSteps(table, temperature)
    const steps = withCrossings({ steps: inOrder, shapes, score: inside, temperature, isIdle: noneIdle })
    return steps.flatMap(({ i, j, shape, posterior }): readonly Part[] => {
      if (shape.source === 0 || shape.target === 0) return []
      const [s, t] = [source.from + i, target.from + j]
      return [
        { source: { from: s, to: s + shape.source }, target: { from: t, to: t + shape.target }, share: posterior },
      ]
    })
  }
}
