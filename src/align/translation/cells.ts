import type { SegmentRange, TranslationModel } from '../../core/types.ts'
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

/** Source segments whose hits are kept at a time: a search moves along the source and looks a few segments ahead. */
const rowCount = 16
/** Hits that would add less than this to the odds of a word are not looked at. */
const leastOdds = 0.25
/** Words a side of a usual bead, for the bound above. */
const usualWeight = 8

/** Entries of a joint table with what a hit adds to the odds against chance of each side, before it is divided by the length. */
interface Odds {
  readonly offsets: Uint32Array
  readonly ids: Uint32Array
  /** Added to the odds of the target word. */
  readonly forward: Float32Array
  /** Added to the odds of the source word. */
  readonly backward: Float32Array
}

function oddsOf(model: TranslationModel): Odds {
  const { pairs, sourceFrequencies, targetFrequencies } = model
  const here = oddsAgainst(model.sourceChance)
  const away = oddsAgainst(model.targetChance)
  const offsets = new Uint32Array(pairs.offsets.length)
  const ids = new Uint32Array(pairs.ids.length)
  const forward = new Float32Array(pairs.ids.length)
  const backward = new Float32Array(pairs.ids.length)
  let size = 0
  for (let x = 0; x + 1 < pairs.offsets.length; x++) {
    for (let k = pairs.offsets[x] as number; k < (pairs.offsets[x + 1] as number); k++) {
      const y = pairs.ids[k] as number
      const there = ((away[y] as number) * (pairs.forward[k] as number)) / (targetFrequencies[y] as number)
      const back = ((here[x] as number) * (pairs.backward[k] as number)) / (sourceFrequencies[x] as number)
      if (there < leastOdds * usualWeight && back < leastOdds * usualWeight) continue
      ids[size] = y
      forward[size] = there
      backward[size++] = back
    }
    offsets[x + 1] = size
  }
  return { offsets, ids: ids.slice(0, size), forward: forward.slice(0, size), backward: backward.slice(0, size) }
}

const oddsAgainst = (chance: Float64Array): Float64Array => chance.map((share) => (1 - share) / share)

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

/** Beads of up to this many segments a side are put together from stored sums; longer ones are summed each time. */
const reach = 5

/** Hits of one source segment with the target segments that were asked for. */
interface Row {
  segment: number
  /** First entry of each target stem, plus 1; 0 for none. */
  readonly heads: Int32Array
  entries: number
  entryStem: Int32Array
  entrySource: Int32Array
  entryForward: Float32Array
  entryBackward: Float32Array
  entryNext: Int32Array
  /** First hit of each target segment, plus 1; 0 for a cell that was not asked for. */
  readonly cells: Int32Array
  readonly cellEnds: Int32Array
  readonly asked: number[]
  hitCount: number
  hitSource: Int32Array
  hitTarget: Int32Array
  hitForward: Float32Array
  hitBackward: Float32Array
  /** Gain of the words of target segment t by 1 to `reach` source segments from this one on: `gains[t * reach + n - 1]`. */
  readonly targetGains: Float64Array
  /** Gain of the words of this segment by 1 to `reach` target segments from t on. */
  readonly sourceGains: Float64Array
  /** How many of the gains of each target segment are known. */
  readonly targetKnown: Uint8Array
  readonly sourceKnown: Uint8Array
}

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
  const odds = oddsOf(model)
  const rows = Array.from({ length: rowCount }, () => emptyRow(target))
  const fastLog = createFastLog()
  const lossS = chanceBefore(source, model.sourceChance)
  const lossT = chanceBefore(target, model.targetChance)
  const sums = new Float32Array(Math.max(source.ids.length, target.ids.length))
  let touched = new Int32Array(1024)

  const filledRow = (s: number, t: number): Row => {
    const row = rowOf(rows, odds, source, s)
    if (row.cells[t] === 0) fillCell(row, target, t)
    return row
  }

  /** Adds the hits of one cell to the sums of its target or source words; gives how many words are touched now. */
  const gather = (row: Row, t: number, hitWord: Int32Array, hitOdds: Float32Array, before: number): number => {
    const first = (row.cells[t] as number) - 1
    const end = row.cellEnds[t] as number
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
    const home = rowOf(rows, odds, source, sFrom)
    const known = home.targetKnown[t] as number
    if (known >= sTo - sFrom) return home.targetGains[t * reach + sTo - sFrom - 1] as number
    let count = 0
    for (let s = sFrom; s < sTo; s++) {
      const row = filledRow(s, t)
      count = gather(row, t, row.hitTarget, row.hitForward, count)
      if (s - sFrom >= known)
        home.targetGains[t * reach + s - sFrom] = gainOfTouched(
          count,
          target.weights,
          (source.weightBefore[s + 1] as number) - (source.weightBefore[sFrom] as number),
        )
    }
    clear(count)
    home.targetKnown[t] = sTo - sFrom
    home.asked.push(t)
    return home.targetGains[t * reach + sTo - sFrom - 1] as number
  }

  const sourceGain = (s: number, tFrom: number, tTo: number): number => {
    const row = rowOf(rows, odds, source, s)
    const known = row.sourceKnown[tFrom] as number
    if (known >= tTo - tFrom) return row.sourceGains[tFrom * reach + tTo - tFrom - 1] as number
    let count = 0
    for (let t = tFrom; t < tTo; t++) {
      if (row.cells[t] === 0) fillCell(row, target, t)
      count = gather(row, t, row.hitSource, row.hitBackward, count)
      if (t - tFrom >= known)
        row.sourceGains[tFrom * reach + t - tFrom] = gainOfTouched(
          count,
          source.weights,
          (target.weightBefore[t + 1] as number) - (target.weightBefore[tFrom] as number),
        )
    }
    clear(count)
    row.sourceKnown[tFrom] = tTo - tFrom
    row.asked.push(tFrom)
    return row.sourceGains[tFrom * reach + tTo - tFrom - 1] as number
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
    const home = rowOf(rows, odds, source, sFrom)
    const last = sTo - sFrom - 1
    for (let t = tFrom; t < tTo; t++)
      total +=
        (home.targetKnown[t] as number) > last
          ? (home.targetGains[t * reach + last] as number)
          : targetGain(sFrom, sTo, t)
    const lastT = tTo - tFrom - 1
    for (let s = sFrom; s < sTo; s++) {
      const row = rowOf(rows, odds, source, s)
      total +=
        (row.sourceKnown[tFrom] as number) > lastT
          ? (row.sourceGains[tFrom * reach + lastT] as number)
          : sourceGain(s, tFrom, tTo)
    }
    return share * total
  }

  const hits = (s: SegmentRange, t: SegmentRange): readonly Hit[] => {
    const found: Hit[] = []
    for (let i = s.from; i < s.to; i++)
      for (let j = t.from; j < t.to; j++) {
        const row = filledRow(i, j)
        for (let h = (row.cells[j] ?? 1) - 1; h < (row.cellEnds[j] ?? 0); h++)
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

function emptyRow(target: Occurrences): Row {
  const targets = target.offsets.length
  return {
    segment: -1,
    heads: new Int32Array(target.stems),
    entries: 0,
    entryStem: new Int32Array(256),
    entrySource: new Int32Array(256),
    entryForward: new Float32Array(256),
    entryBackward: new Float32Array(256),
    entryNext: new Int32Array(256),
    cells: new Int32Array(targets),
    cellEnds: new Int32Array(targets),
    asked: [],
    hitCount: 0,
    hitSource: new Int32Array(256),
    hitTarget: new Int32Array(256),
    hitForward: new Float32Array(256),
    hitBackward: new Float32Array(256),
    targetGains: new Float64Array(targets * reach),
    sourceGains: new Float64Array(targets * reach),
    targetKnown: new Uint8Array(targets),
    sourceKnown: new Uint8Array(targets),
  }
}

/** The row of a source segment, filled with the renderings of its words when it is new. */
function rowOf(rows: readonly Row[], odds: Odds, source: Occurrences, segment: number): Row {
  const row = rows[segment % rowCount] as Row
  if (row.segment !== segment) fillRow(row, odds, source, segment)
  return row
}

function fillRow(row: Row, odds: Odds, source: Occurrences, segment: number): void {
  for (let e = 0; e < row.entries; e++) row.heads[row.entryStem[e] as number] = 0
  for (const t of row.asked) row.cells[t] = row.targetKnown[t] = row.sourceKnown[t] = 0
  row.asked.length = 0
  row.segment = segment
  row.entries = 0
  row.hitCount = 0
  for (let k = source.offsets[segment] as number; k < (source.offsets[segment + 1] as number); k++) {
    const id = source.ids[k] as number
    const weight = source.weights[k] as number
    for (let r = odds.offsets[id] as number; r < (odds.offsets[id + 1] as number); r++) {
      if (row.entries === row.entryStem.length) growEntries(row)
      const stem = odds.ids[r] as number
      row.entryStem[row.entries] = stem
      row.entrySource[row.entries] = k
      row.entryForward[row.entries] = weight * (odds.forward[r] as number)
      row.entryBackward[row.entries] = odds.backward[r] as number
      row.entryNext[row.entries] = row.heads[stem] as number
      row.heads[stem] = ++row.entries
    }
  }
}

function fillCell(row: Row, target: Occurrences, t: number): void {
  row.cells[t] = row.hitCount + 1
  row.asked.push(t)
  for (let k = target.offsets[t] as number; k < (target.offsets[t + 1] as number); k++)
    for (let e = row.heads[target.ids[k] as number] as number; e > 0; e = row.entryNext[e - 1] as number) {
      if (row.hitCount === row.hitSource.length) growHits(row)
      row.hitSource[row.hitCount] = row.entrySource[e - 1] as number
      row.hitTarget[row.hitCount] = k
      row.hitForward[row.hitCount] = row.entryForward[e - 1] as number
      row.hitBackward[row.hitCount++] = (target.weights[k] as number) * (row.entryBackward[e - 1] as number)
    }
  row.cellEnds[t] = row.hitCount
}

function growEntries(row: Row): void {
  const size = 2 * row.entryStem.length
  row.entryStem = grown(row.entryStem, size)
  row.entrySource = grown(row.entrySource, size)
  row.entryNext = grown(row.entryNext, size)
  row.entryForward = grownFloats(row.entryForward, size)
  row.entryBackward = grownFloats(row.entryBackward, size)
}

function growHits(row: Row): void {
  const size = 2 * row.hitSource.length
  row.hitSource = grown(row.hitSource, size)
  row.hitTarget = grown(row.hitTarget, size)
  row.hitForward = grownFloats(row.hitForward, size)
  row.hitBackward = grownFloats(row.hitBackward, size)
}

function grown(values: Int32Array, size: number): Int32Array<ArrayBuffer> {
  const more = new Int32Array(Math.max(size, 2 * values.length))
  more.set(values)
  return more
}

function grownFloats(values: Float32Array, size: number): Float32Array {
  const more = new Float32Array(size)
  more.set(values)
  return more
}
