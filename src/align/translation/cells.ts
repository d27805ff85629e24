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
const leastOdds = 0.02
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
}

// Kernel: everything below runs for each cell and shape of a search and allocates nothing once its rows have grown.
/** Prepares the cells of two texts; nothing is computed before it is asked for. */
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
  const sumS = new Float32Array(source.ids.length)
  const sumT = new Float32Array(target.ids.length)
  let touched = new Int32Array(1024)

  const score = (sFrom: number, sTo: number, tFrom: number, tTo: number): number => {
    const weightS = (source.weightBefore[sTo] as number) - (source.weightBefore[sFrom] as number)
    const weightT = (target.weightBefore[tTo] as number) - (target.weightBefore[tFrom] as number)
    let total = (lossS[sTo] as number) - (lossS[sFrom] as number) + (lossT[tTo] as number) - (lossT[tFrom] as number)
    let count = 0
    for (let s = sFrom; s < sTo; s++) {
      const row = rowOf(rows, odds, source, s)
      for (let t = tFrom; t < tTo; t++) {
        if (row.cells[t] === 0) fillCell(row, target, t)
        const end = row.cellEnds[t] as number
        const first = (row.cells[t] as number) - 1
        if (count + 2 * (end - first) > touched.length) touched = grown(touched, count + 2 * (end - first))
        for (let h = first; h < end; h++) {
          const a = row.hitSource[h] as number
          const b = row.hitTarget[h] as number
          if (sumS[a] === 0) touched[count++] = a
          if (sumT[b] === 0) touched[count++] = ~b
          sumS[a] = (sumS[a] as number) + (row.hitBackward[h] as number)
          sumT[b] = (sumT[b] as number) + (row.hitForward[h] as number)
        }
      }
    }
    const perS = 1 / (1 + weightS)
    const perT = 1 / (1 + weightT)
    for (let k = 0; k < count; k++) {
      const id = touched[k] as number
      if (id >= 0) {
        total += (source.weights[id] as number) * fastLog(1 + (sumS[id] as number) * perT)
        sumS[id] = 0
      } else {
        total += (target.weights[~id] as number) * fastLog(1 + (sumT[~id] as number) * perS)
        sumT[~id] = 0
      }
    }
    return share * total
  }

  const hits = (s: SegmentRange, t: SegmentRange): readonly Hit[] => {
    const found: Hit[] = []
    for (let i = s.from; i < s.to; i++) {
      const row = rowOf(rows, odds, source, i)
      for (let j = t.from; j < t.to; j++) {
        if (row.cells[j] === 0) fillCell(row, target, j)
        for (let h = (row.cells[j] ?? 1) - 1; h < (row.cellEnds[j] ?? 0); h++)
          found.push({
            source: row.hitSource[h] ?? 0,
            target: row.hitTarget[h] ?? 0,
            sourceOdds: row.hitBackward[h] ?? 0,
            targetOdds: row.hitForward[h] ?? 0,
          })
      }
    }
    return found
  }
  return { score, hits, gainOf: (odds_, weight) => fastLog(1 + odds_ / (1 + weight)) }
}

function emptyRow(target: Occurrences): Row {
  return {
    segment: -1,
    heads: new Int32Array(target.stems),
    entries: 0,
    entryStem: new Int32Array(256),
    entrySource: new Int32Array(256),
    entryForward: new Float32Array(256),
    entryBackward: new Float32Array(256),
    entryNext: new Int32Array(256),
    cells: new Int32Array(target.offsets.length),
    cellEnds: new Int32Array(target.offsets.length),
    asked: [],
    hitCount: 0,
    hitSource: new Int32Array(256),
    hitTarget: new Int32Array(256),
    hitForward: new Float32Array(256),
    hitBackward: new Float32Array(256),
  }
}

/** The row of a source segment, filled with the renderings of its words when it is new. */
function rowOf(rows: readonly Row[], odds: Odds, source: Occurrences, segment: number): Row {
  const row = rows[segment % rowCount] as Row
  if (row.segment === segment) return row
  for (let e = 0; e < row.entries; e++) row.heads[row.entryStem[e] as number] = 0
  for (const t of row.asked) row.cells[t] = 0
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
  return row
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
