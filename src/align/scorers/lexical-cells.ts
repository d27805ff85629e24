import type { SegmentRange } from '../../core/types.ts'
import type { LexicalModel } from './lexical-model.ts'

/** A source word and its rendering in the other range: indexes of occurrences, and their weighted gains. */
export interface Hit {
  readonly source: number
  readonly target: number
  readonly sourceGain: number
}

/** The lexical score of any bead, from word hits that are found once for each pair of segments. */
export interface LexicalCells {
  score(sFrom: number, sTo: number, tFrom: number, tTo: number): number
  hits(s: SegmentRange, t: SegmentRange): readonly Hit[]
}

/** Source segments whose hits are kept at a time: a search moves along the source and looks a few segments ahead. */
const rowCount = 16

/** Hits of one source segment with the target segments that were asked for. */
interface Row {
  segment: number
  /** First entry of each target word's renderings, plus 1; 0 for none. */
  readonly heads: Int32Array
  entries: number
  /** Of each entry: occurrence in the source, index of its rendering, next entry of the same target word plus 1. */
  entrySource: Int32Array
  entryRendering: Int32Array
  entryNext: Int32Array
  /** First hit of each target segment, plus 1; -1 for an empty cell, 0 for a cell that was not asked for. */
  readonly cells: Int32Array
  readonly asked: number[]
  hitCount: number
  hitSource: Int32Array
  hitTarget: Int32Array
  hitRendering: Int32Array
  /** Hits of a cell end where this is 1. */
  hitIsLast: Uint8Array
}

// Kernel: everything below runs for each cell and shape of a search and allocates nothing once its rows have grown.
/** Prepares the cells of a model; nothing is computed before it is asked for. */
export function createCells(model: LexicalModel): LexicalCells {
  const rows = Array.from({ length: rowCount }, () => emptyRow(model))
  const { source, target, renderings } = model
  const seenS = new Uint32Array(source.ids.length)
  const seenT = new Uint32Array(target.ids.length)
  const bestS = new Float64Array(source.ids.length)
  const bestT = new Float64Array(target.ids.length)
  let stamp = 0

  const score = (sFrom: number, sTo: number, tFrom: number, tTo: number): number => {
    stamp++
    // In a longer range every rendering is likelier by chance, to a first order in proportion.
    const diluteS = Math.log(tTo - tFrom)
    const diluteT = Math.log(sTo - sFrom)
    let sum = (source.lossBefore[sTo] as number) - (source.lossBefore[sFrom] as number)
    sum += (target.lossBefore[tTo] as number) - (target.lossBefore[tFrom] as number)
    for (let s = sFrom; s < sTo; s++) {
      const row = rowOf(rows, model, s)
      for (let t = tFrom; t < tTo; t++) {
        let hit = cellOf(row, model, t)
        if (hit < 0) continue
        for (let isLast = 0; isLast === 0; hit++) {
          isLast = row.hitIsLast[hit] as number
          const a = row.hitSource[hit] as number
          const b = row.hitTarget[hit] as number
          const r = row.hitRendering[hit] as number
          const gainS = (source.weights[a] as number) * Math.max(0, (renderings.sourceGains[r] as number) - diluteS)
          const gainT = (target.weights[b] as number) * Math.max(0, (renderings.targetGains[r] as number) - diluteT)
          if (seenS[a] !== stamp) {
            seenS[a] = stamp
            bestS[a] = gainS
            sum += gainS - (source.losses[a] as number)
          } else if (gainS > (bestS[a] as number)) {
            sum += gainS - (bestS[a] as number)
            bestS[a] = gainS
          }
          if (seenT[b] !== stamp) {
            seenT[b] = stamp
            bestT[b] = gainT
            sum += gainT - (target.losses[b] as number)
          } else if (gainT > (bestT[b] as number)) {
            sum += gainT - (bestT[b] as number)
            bestT[b] = gainT
          }
        }
      }
    }
    return 0.5 * sum
  }

  const hits = (s: SegmentRange, t: SegmentRange): readonly Hit[] => {
    const found: Hit[] = []
    const dilution = Math.log(Math.max(1, t.to - t.from))
    for (let i = s.from; i < s.to; i++) {
      const row = rowOf(rows, model, i)
      for (let j = t.from; j < t.to; j++) {
        let hit = cellOf(row, model, j)
        if (hit < 0) continue
        for (let isLast = 0; isLast === 0; hit++) {
          isLast = row.hitIsLast[hit] ?? 1
          const a = row.hitSource[hit] ?? 0
          const gain = Math.max(0, (renderings.sourceGains[row.hitRendering[hit] ?? 0] ?? 0) - dilution)
          found.push({ source: a, target: row.hitTarget[hit] ?? 0, sourceGain: (source.weights[a] ?? 1) * gain })
        }
      }
    }
    return found
  }
  return { score, hits }
}

function emptyRow(model: LexicalModel): Row {
  return {
    segment: -1,
    heads: new Int32Array(model.targetVocabulary),
    entries: 0,
    entrySource: new Int32Array(64),
    entryRendering: new Int32Array(64),
    entryNext: new Int32Array(64),
    cells: new Int32Array(model.target.offsets.length),
    asked: [],
    hitCount: 0,
    hitSource: new Int32Array(64),
    hitTarget: new Int32Array(64),
    hitRendering: new Int32Array(64),
    hitIsLast: new Uint8Array(64),
  }
}

/** The row of a source segment, filled with the renderings of its words when it is new. */
function rowOf(rows: readonly Row[], model: LexicalModel, segment: number): Row {
  const row = rows[segment % rowCount] as Row
  if (row.segment === segment) return row
  for (let e = 0; e < row.entries; e++) row.heads[model.renderings.ids[row.entryRendering[e] as number] as number] = 0
  for (const t of row.asked) row.cells[t] = 0
  row.asked.length = 0
  row.segment = segment
  row.entries = 0
  row.hitCount = 0
  const { source, renderings } = model
  for (let k = source.offsets[segment] as number; k < (source.offsets[segment + 1] as number); k++) {
    const id = source.ids[k] as number
    for (let r = renderings.offsets[id] as number; r < (renderings.offsets[id + 1] as number); r++)
      addEntry(row, model, k, r)
  }
  return row
}

function addEntry(row: Row, model: LexicalModel, source: number, rendering: number): void {
  if (row.entries === row.entrySource.length) {
    row.entrySource = doubled(row.entrySource)
    row.entryRendering = doubled(row.entryRendering)
    row.entryNext = doubled(row.entryNext)
  }
  const word = model.renderings.ids[rendering] as number
  row.entrySource[row.entries] = source
  row.entryRendering[row.entries] = rendering
  row.entryNext[row.entries] = row.heads[word] as number
  row.heads[word] = ++row.entries
}

/** Index of the first hit between a row's segment and a target segment, -1 when there is none. */
function cellOf(row: Row, model: LexicalModel, t: number): number {
  const known = row.cells[t] as number
  if (known !== 0) return known < 0 ? -1 : known - 1
  const first = row.hitCount
  const { target } = model
  for (let k = target.offsets[t] as number; k < (target.offsets[t + 1] as number); k++)
    for (let e = row.heads[target.ids[k] as number] as number; e > 0; e = row.entryNext[e - 1] as number)
      addHit(row, row.entrySource[e - 1] as number, k, row.entryRendering[e - 1] as number)
  row.asked.push(t)
  if (row.hitCount === first) {
    row.cells[t] = -1
    return -1
  }
  row.hitIsLast[row.hitCount - 1] = 1
  row.cells[t] = first + 1
  return first
}

function addHit(row: Row, source: number, target: number, rendering: number): void {
  if (row.hitCount === row.hitSource.length) {
    row.hitSource = doubled(row.hitSource)
    row.hitTarget = doubled(row.hitTarget)
    row.hitRendering = doubled(row.hitRendering)
    const flags = new Uint8Array(2 * row.hitIsLast.length)
    flags.set(row.hitIsLast)
    row.hitIsLast = flags
  }
  row.hitSource[row.hitCount] = source
  row.hitTarget[row.hitCount] = target
  row.hitRendering[row.hitCount] = rendering
  row.hitIsLast[row.hitCount++] = 0
}

function doubled(values: Int32Array): Int32Array {
  const grown = new Int32Array(2 * values.length)
  grown.set(values)
  return grown
}
