import type { SegmentRange, TokenTable, WordPair } from '../../core/types.ts'

/** How often a translation holds one of the listed renderings of a word; lists are short and translators are free. */
const renderingRate = 0.55
const maxGain = 6

/** One direction of the lexical score: words of `from` look for their renderings among the words of `to`. */
export interface Direction {
  score(fFrom: number, fTo: number, tFrom: number, tTo: number): number
  /** Word occurrences of a range with a rendering in the other range, each word once. */
  hits(from: SegmentRange, to: SegmentRange): readonly Hit[]
  /** How many different words of a range have renderings in the other text at all. */
  known(range: SegmentRange): number
}

export interface Hit {
  /** Indexes of occurrences in the two token tables. */
  readonly from: number
  readonly to: number
  readonly gain: number
}

interface Renderings {
  /** Renderings of word w are `ids[offsets[w] .. offsets[w + 1]]`. */
  readonly offsets: Uint32Array
  readonly ids: Uint32Array
  /** Gain of each rendering when it stands in a range of one segment. */
  readonly gains: Float64Array
  /** Loss of word w when none of its renderings is there; 0 for words without any. */
  readonly losses: Float64Array
}

/** Prepares one direction from the word pairs of two texts. */
export function directionOf(from: TokenTable, to: TokenTable, pairs: readonly WordPair[]): Direction {
  const renderings = renderingsOf(from, to, pairs)
  const weights = weightsOf(from, renderings)
  const score = scoreOf(from, to, renderings, weights)
  const isKnown = (id: number): boolean => (renderings.offsets[id] ?? 0) < (renderings.offsets[id + 1] ?? 0)
  return {
    score,
    known: (range) => new Set(from.ids.subarray(from.offsets[range.from], from.offsets[range.to]).filter(isKnown)).size,
    hits: (a, b) => hitsOf(from, to, renderings, weights, a, b),
  }
}

function renderingsOf(from: TokenTable, to: TokenTable, pairs: readonly WordPair[]): Renderings {
  const rows = new Map<number, WordPair[]>()
  for (const pair of pairs) {
    const row = rows.get(pair.source)
    if (row === undefined) rows.set(pair.source, [pair])
    else row.push(pair)
  }
  const segments = Math.max(1, to.offsets.length - 1)
  const places = segmentsOf(to)
  const count = from.vocabulary.length
  const offsets = new Uint32Array(count + 1)
  const ids = new Uint32Array(pairs.length)
  const gains = new Float64Array(pairs.length)
  const losses = new Float64Array(count)
  let next = 0
  for (let word = 0; word < count; word++) {
    for (const pair of rows.get(word) ?? []) {
      ids[next] = pair.target
      const share = Math.max(1, places[pair.target]?.length ?? 0) / segments
      gains[next++] = gainOf(renderingRate * pair.probability, share)
    }
    offsets[word + 1] = next
    losses[word] = lossOf(rows.get(word) ?? [], places, segments)
  }
  return { offsets, ids, gains, losses }
}

const gainOf = (rate: number, share: number): number => Math.min(maxGain, Math.log((rate + (1 - rate) * share) / share))

/** The loss weighs less for a word whose renderings are unsure and for one whose renderings stand everywhere. */
function lossOf(row: readonly WordPair[], places: readonly (readonly number[])[], segments: number): number {
  if (row.length === 0) return 0
  const found = new Set(row.flatMap((pair) => places[pair.target] ?? []))
  const rate = renderingRate * Math.max(...row.map((pair) => pair.probability))
  return Math.min(0, Math.log((1 - rate) / Math.max(0.05, 1 - found.size / segments)))
}

/** Segments in which each word stands. */
function segmentsOf(table: TokenTable): readonly (readonly number[])[] {
  const places: number[][] = table.vocabulary.map(() => [])
  for (let segment = 0; segment + 1 < table.offsets.length; segment++)
    for (let k = table.offsets[segment] ?? 0; k < (table.offsets[segment + 1] ?? 0); k++) {
      const row = places[table.ids[k] ?? 0]
      if (row !== undefined && row.at(-1) !== segment) row.push(segment)
    }
  return places
}

/** Overlapping known words (国防, 国防部, 部长 over the same characters) share one vote: 1 over how many cover a character, averaged. */
function weightsOf(table: TokenTable, { offsets }: Renderings): Float64Array {
  const weights = new Float64Array(table.ids.length).fill(1)
  const cover = new Map<number, number>()
  for (let segment = 0; segment + 1 < table.offsets.length; segment++) {
    cover.clear()
    const known: number[] = []
    for (let k = table.offsets[segment] ?? 0; k < (table.offsets[segment + 1] ?? 0); k++) {
      const id = table.ids[k] ?? 0
      if ((offsets[id] ?? 0) === (offsets[id + 1] ?? 0)) continue
      known.push(k)
      for (let c = table.starts[k] ?? 0; c < (table.ends[k] ?? 0); c++) cover.set(c, (cover.get(c) ?? 0) + 1)
    }
    for (const k of known) {
      let sum = 0
      const start = table.starts[k] ?? 0
      const end = table.ends[k] ?? 0
      for (let c = start; c < end; c++) sum += 1 / (cover.get(c) ?? 1)
      if (end > start) weights[k] = sum / (end - start)
    }
  }
  return weights
}

// Kernel: called for every cell and shape of the search.
function scoreOf(from: TokenTable, to: TokenTable, renderings: Renderings, weights: Float64Array): Direction['score'] {
  const seenFrom = new Uint32Array(from.vocabulary.length)
  const seenTo = new Uint32Array(to.vocabulary.length)
  let stamp = 0
  return (fFrom, fTo, tFrom, tTo) => {
    stamp++
    for (let k = to.offsets[tFrom] as number; k < (to.offsets[tTo] as number); k++) seenTo[to.ids[k] as number] = stamp
    // In a longer range every rendering is likelier by chance, to a first order in proportion.
    const dilution = Math.log(tTo - tFrom)
    let sum = 0
    for (let k = from.offsets[fFrom] as number; k < (from.offsets[fTo] as number); k++) {
      const id = from.ids[k] as number
      if (seenFrom[id] === stamp) continue
      seenFrom[id] = stamp
      const end = renderings.offsets[id + 1] as number
      let gain = -1
      for (let r = renderings.offsets[id] as number; r < end; r++)
        if (seenTo[renderings.ids[r] as number] === stamp && (renderings.gains[r] as number) > gain)
          gain = renderings.gains[r] as number
      const value = gain < 0 ? (renderings.losses[id] as number) : Math.max(0, gain - dilution)
      sum += (weights[k] as number) * value
    }
    return sum
  }
}

function hitsOf(
  from: TokenTable,
  to: TokenTable,
  renderings: Renderings,
  weights: Float64Array,
  a: SegmentRange,
  b: SegmentRange,
): readonly Hit[] {
  const places = new Map<number, number>()
  for (let k = (to.offsets[b.to] ?? 0) - 1; k >= (to.offsets[b.from] ?? 0); k--) places.set(to.ids[k] ?? 0, k)
  const dilution = Math.log(Math.max(1, b.to - b.from))
  const seen = new Set<number>()
  const hits: Hit[] = []
  for (let k = from.offsets[a.from] ?? 0; k < (from.offsets[a.to] ?? 0); k++) {
    const id = from.ids[k] ?? 0
    if (seen.has(id)) continue
    seen.add(id)
    let best: Hit | undefined
    for (let r = renderings.offsets[id] ?? 0; r < (renderings.offsets[id + 1] ?? 0); r++) {
      const place = places.get(renderings.ids[r] ?? 0)
      const gain = (weights[k] ?? 1) * Math.max(0, (renderings.gains[r] ?? 0) - dilution)
      if (place !== undefined && (best === undefined || gain > best.gain)) best = { from: k, to: place, gain }
    }
    if (best !== undefined) hits.push(best)
  }
  return hits
}
