import type { SegmentRange, TranslationModel } from '../../core/types.ts'
import { createRows, grown, type Row, reach } from './cell-rows.ts'
import { createFastLog } from './logarithm.ts'
import type { Occurrences } from './occurrences.ts'

/** Two occurrences that may render each other, with what that adds to the odds of each. */
export interface Hit {
  readonly source: number
  readonly target: number
  readonly sourceOdds: number
  readonly targetOdds: number
}

/** The translation score of any bead, from word hits that are found once for each pair of segments. */
export interface TranslationCells {
  score(sFrom: number, sTo: number, tFrom: number, tTo: number): number
  hits(s: SegmentRange, t: SegmentRange): readonly Hit[]
  /** Gain of an occurrence from the summed odds of its hits in a bead whose other side has this summed weight. */
  gainOf(odds: number, weight: number): number
}

/** Summed log of chance of all occurrences before each segment: the score of words without any hit. */
function chanceBefore({ offsets, ids, weights }: Occurrences, chance: Float64Array): Float64Array {
  const before = new Float64Array(offsets.length)
  for (let segment = 0; segment + 1 < offsets.length; segment++) {
    let sum = before[segment] as number
    for (let k = offsets[segment] as number; k < (offsets[segment + 1] as number); k++)
      sum += (weights[k] as number) * Math.log(chance[ids[k] as number] as number)
    before[segment + 1] = sum
  }
  return before
}

/** Gains of short ranges are made together, and of long ones: a search that asks for one asks for the others. */
const ahead = (segments: number): number => segments

// Kernel: everything below runs for each cell and shape of a search and allocates nothing once its rows have grown.
/**
 * Prepares the cells of two texts; nothing is computed before it is asked for. The gain of a target segment depends on the
 * source range of its bead alone, and that of a source segment on the target range, so both are stored and beads of all
 * shapes are sums of them.
 */
export function createCells(
  source: Occurrences,
  target: Occurrences,
  model: TranslationModel,
  share: number,
): TranslationCells {
  const { rowAt, filledRow } = createRows(source, target, model)
  const fastLog = createFastLog()
  const lossS = chanceBefore(source, model.sourceChance)
  const lossT = chanceBefore(target, model.targetChance)
  const sums = new Float32Array(Math.max(source.ids.length, target.ids.length))
  let touched = new Int32Array(1024)
  const lastSource = source.offsets.length - 1
  const lastTarget = target.offsets.length - 1

  /** Adds the hits of one cell to the sums of its target or source words; gives how many words are touched now. */
  const gather = (row: Row, t: number, hitWord: Int32Array, hitOdds: Float32Array, before: number): number => {
    const first = (row.cells[t - row.base] as number) - 1
    const end = row.cellEnds[t - row.base] as number
    let count = before
    if (count + end - first > touched.length) touched = grown(touched, count + end - first)
    for (let h = first; h < end; h++) {
      const more = hitOdds[h] as number
      if (more === 0) continue
      const word = hitWord[h] as number
      if (sums[word] === 0) touched[count++] = word
      sums[word] = (sums[word] as number) + more
    }
    return count
  }

  const gainOfTouched = (count: number, weights: Float32Array, weight: number): number => {
    const per = 1 / (1 + weight)
    let total = 0
    for (let k = 0; k < count; k++) {
      const word = touched[k] as number
      total += (weights[word] as number) * fastLog(1 + (sums[word] as number) * per)
    }
    return total
  }

  const clear = (count: number): void => {
    for (let k = 0; k < count; k++) sums[touched[k] as number] = 0
  }

  const targetGain = (sFrom: number, sTo: number, t: number): number => {
    const home = rowAt(sFrom, t)
    const known = home.targetKnown[t - home.base] as number
    const most = Math.min(lastSource - sFrom, ahead(sTo - sFrom))
    if (known < sTo - sFrom) {
      let count = 0
      for (let n = 1; n <= most; n++) {
        const row = filledRow(sFrom + n - 1, t)
        count = gather(row, t, row.hitTarget, row.hitForward, count)
        if (n <= known) continue
        const weight = (source.weightBefore[sFrom + n] as number) - (source.weightBefore[sFrom] as number)
        home.targetGains[(t - home.base) * reach + n - 1] = gainOfTouched(count, target.weights, weight)
      }
      clear(count)
      home.targetKnown[t - home.base] = most
    }
    return home.targetGains[(t - home.base) * reach + sTo - sFrom - 1] as number
  }

  const sourceGain = (s: number, tFrom: number, tTo: number): number => {
    const row = rowAt(s, tFrom)
    const known = row.sourceKnown[tFrom - row.base] as number
    const most = Math.min(lastTarget - tFrom, ahead(tTo - tFrom))
    if (known < tTo - tFrom) {
      let count = 0
      for (let n = 1; n <= most; n++) {
        filledRow(s, tFrom + n - 1)
        count = gather(row, tFrom + n - 1, row.hitSource, row.hitBackward, count)
        if (n <= known) continue
        const weight = (target.weightBefore[tFrom + n] as number) - (target.weightBefore[tFrom] as number)
        row.sourceGains[(tFrom - row.base) * reach + n - 1] = gainOfTouched(count, source.weights, weight)
      }
      clear(count)
      row.sourceKnown[tFrom - row.base] = most
    }
    return row.sourceGains[(tFrom - row.base) * reach + tTo - tFrom - 1] as number
  }

  const longGain = (sFrom: number, sTo: number, tFrom: number, tTo: number): number => {
    let total = 0
    for (let t = tFrom; t < tTo; t++) {
      let count = 0
      for (let s = sFrom; s < sTo; s++) {
        const row = filledRow(s, t)
        count = gather(row, t, row.hitTarget, row.hitForward, count)
      }
      total += gainOfTouched(
        count,
        target.weights,
        (source.weightBefore[sTo] as number) - (source.weightBefore[sFrom] as number),
      )
      clear(count)
    }
    for (let s = sFrom; s < sTo; s++) {
      let count = 0
      for (let t = tFrom; t < tTo; t++) {
        const row = filledRow(s, t)
        count = gather(row, t, row.hitSource, row.hitBackward, count)
      }
      total += gainOfTouched(
        count,
        source.weights,
        (target.weightBefore[tTo] as number) - (target.weightBefore[tFrom] as number),
      )
      clear(count)
    }
    return total
  }

  const score = (sFrom: number, sTo: number, tFrom: number, tTo: number): number => {
    let total = (lossS[sTo] as number) - (lossS[sFrom] as number) + (lossT[tTo] as number) - (lossT[tFrom] as number)
    if (sTo - sFrom > reach || tTo - tFrom > reach) return share * (total + longGain(sFrom, sTo, tFrom, tTo))
    // What is known already is read here: that is most of what a search asks for.
    const home = rowAt(sFrom, tFrom)
    const n = sTo - sFrom
    for (let t = tFrom; t < tTo; t++)
      total +=
        (home.targetKnown[t - home.base] as number) >= n
          ? (home.targetGains[(t - home.base) * reach + n - 1] as number)
          : targetGain(sFrom, sTo, t)
    const m = tTo - tFrom
    for (let s = sFrom; s < sTo; s++) {
      const row = rowAt(s, tFrom)
      const place = tFrom - row.base
      total +=
        (row.sourceKnown[place] as number) >= m
          ? (row.sourceGains[place * reach + m - 1] as number)
          : sourceGain(s, tFrom, tTo)
    }
    return share * total
  }

  const hits = (s: SegmentRange, t: SegmentRange): readonly Hit[] => {
    const found: Hit[] = []
    for (let i = s.from; i < s.to; i++)
      for (let j = t.from; j < t.to; j++) {
        const row = filledRow(i, j)
        for (let h = (row.cells[j - row.base] ?? 1) - 1; h < (row.cellEnds[j - row.base] ?? 0); h++)
          found.push({
            source: row.hitSource[h] ?? 0,
            target: row.hitTarget[h] ?? 0,
            sourceOdds: row.hitBackward[h] ?? 0,
            targetOdds: row.hitForward[h] ?? 0,
          })
      }
    return found
  }
  return { score, hits, gainOf: (sum, weight) => fastLog(1 + sum / (1 + weight)) }
}
