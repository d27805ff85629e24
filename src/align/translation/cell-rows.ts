import type { TranslationModel } from '../../core/types.ts'
import type { Occurrences } from './occurrences.ts'

/** Hits that would add less than this to the odds of a word are not looked at. */
const leastOdds = 0.5
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

/** Source segments whose hits are kept at a time: a search moves along the source and looks a few segments ahead. */
const rowCount = 16
/** Gains of ranges of up to this many segments are kept. */
export const reach = 5

/**
 * Hits of one source segment with the target segments that were asked for. These lie near each other in a search, so that
 * only a window of the target is kept: target segment t has place `t - base` in all columns of the window.
 */
export interface Row {
  segment: number
  /** First entry of each target stem, plus 1; 0 for none. */
  readonly heads: Int32Array
  entries: number
  entryStem: Int32Array
  entrySource: Int32Array
  entryForward: Float32Array
  entryBackward: Float32Array
  entryNext: Int32Array
  hitCount: number
  hitSource: Int32Array
  hitTarget: Int32Array
  hitForward: Float32Array
  hitBackward: Float32Array
  /** First target segment of the window, and how many there are. */
  base: number
  size: number
  /** First hit of each target segment, plus 1; 0 for a cell that was not asked for. */
  cells: Int32Array
  cellEnds: Int32Array
  /** Gain of the words of the target segment at place p by 1 to `reach` source segments from this one on: `targetGains[p * reach + n - 1]`. */
  targetGains: Float32Array
  /** Gain of the words of this segment by 1 to `reach` target segments from place p on. */
  sourceGains: Float32Array
  /** How many of the gains of each place are known. */
  targetKnown: Uint8Array
  sourceKnown: Uint8Array
}

// Kernel: everything below allocates nothing once its rows have grown.
/** The rows of a search: the one of a source segment, with a window that holds target segment t, whose hits need not be there yet. */
export function createRows(
  source: Occurrences,
  target: Occurrences,
  model: TranslationModel,
): {
  rowAt(segment: number, t: number): Row
  /** The same with the hits of t. */
  filledRow(segment: number, t: number): Row
} {
  const odds = oddsOf(model)
  const rows = Array.from({ length: rowCount }, () => emptyRow(target.stems))
  const rowAt = (segment: number, t: number): Row => {
    const row = rows[segment % rowCount] as Row
    if (row.segment !== segment) fillRow(row, odds, source, segment, t)
    if (t < row.base || t >= row.base + row.size) widen(row, t)
    return row
  }
  const filledRow = (segment: number, t: number): Row => {
    const row = rowAt(segment, t)
    if (row.cells[t - row.base] === 0) fillCell(row, target, t)
    return row
  }
  return { rowAt, filledRow }
}

/** Places of a window before it grows, and how many of them lie before the first target segment that was asked for. */
const firstSize = 64
const before = 16

function emptyRow(stems: number): Row {
  return {
    segment: -1,
    heads: new Int32Array(stems),
    entries: 0,
    entryStem: new Int32Array(256),
    entrySource: new Int32Array(256),
    entryForward: new Float32Array(256),
    entryBackward: new Float32Array(256),
    entryNext: new Int32Array(256),
    hitCount: 0,
    hitSource: new Int32Array(256),
    hitTarget: new Int32Array(256),
    hitForward: new Float32Array(256),
    hitBackward: new Float32Array(256),
    base: 0,
    size: firstSize,
    cells: new Int32Array(firstSize),
    cellEnds: new Int32Array(firstSize),
    targetGains: new Float32Array(firstSize * reach),
    sourceGains: new Float32Array(firstSize * reach),
    targetKnown: new Uint8Array(firstSize),
    sourceKnown: new Uint8Array(firstSize),
  }
}

/** Gives the row to a source segment: the renderings of its words, and a window around a target segment. */
function fillRow(row: Row, odds: Odds, source: Occurrences, segment: number, t: number): void {
  for (let e = 0; e < row.entries; e++) row.heads[row.entryStem[e] as number] = 0
  row.cells.fill(0)
  row.targetKnown.fill(0)
  row.sourceKnown.fill(0)
  row.base = Math.max(0, t - before)
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

/** Makes the window reach a target segment outside it. */
function widen(row: Row, t: number): void {
  const base = t < row.base ? Math.max(0, t - before) : row.base
  const size = Math.max(2 * row.size, row.base + row.size - base, t - base + 1)
  const shift = row.base - base
  row.cells = moved(row.cells, new Int32Array(size), shift)
  row.cellEnds = moved(row.cellEnds, new Int32Array(size), shift)
  row.targetKnown = moved(row.targetKnown, new Uint8Array(size), shift)
  row.sourceKnown = moved(row.sourceKnown, new Uint8Array(size), shift)
  row.targetGains = moved(row.targetGains, new Float32Array(size * reach), shift * reach)
  row.sourceGains = moved(row.sourceGains, new Float32Array(size * reach), shift * reach)
  row.base = base
  row.size = size
}

function fillCell(row: Row, target: Occurrences, t: number): void {
  const place = t - row.base
  row.cells[place] = row.hitCount + 1
  for (let k = target.offsets[t] as number; k < (target.offsets[t + 1] as number); k++)
    for (let e = row.heads[target.ids[k] as number] as number; e > 0; e = row.entryNext[e - 1] as number) {
      if (row.hitCount === row.hitSource.length) growHits(row)
      row.hitSource[row.hitCount] = row.entrySource[e - 1] as number
      row.hitTarget[row.hitCount] = k
      row.hitForward[row.hitCount] = row.entryForward[e - 1] as number
      row.hitBackward[row.hitCount++] = (target.weights[k] as number) * (row.entryBackward[e - 1] as number)
    }
  row.cellEnds[place] = row.hitCount
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

/** The same values with room for so many. */
export function grown(values: Int32Array, size: number): Int32Array<ArrayBuffer> {
  const more = new Int32Array(Math.max(size, 2 * values.length))
  more.set(values)
  return more
}

const grownFloats = (values: Float32Array, size: number): Float32Array => moved(values, new Float32Array(size), 0)

/** Copies values to a place of a larger column. */
function moved<A extends Int32Array | Float32Array | Uint8Array>(values: A, to: A, place: number): A {
  to.set(values, place)
  return to
}
