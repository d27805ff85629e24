import type { LinkedPair, TokenTable } from '../../core/types.ts'
import { nearest } from '../meaning/vectors.ts'
import type { BeadScore } from './sum.ts'

/** A pair of segments that are each other's best match. */
export interface Match {
  readonly source: number
  readonly target: number
  readonly score: number
  /** How far the best stands above the next best of either side, in log-odds; at most `score`. */
  readonly margin: number
}

/** Full scores are computed for this many candidates of a segment. */
const candidateCount = 8
/** So many segments whose vectors are nearest are among the candidates. */
const nearestCount = 4
/** Things that stand in more than this share of the other text's segments do not nominate candidates by themselves. */
const commonShare = 0.25

/**
 * Pairs of segments without regard to order: every segment nominates those of the other side that share rare things with
 * it, the full score ranks them, and only pairs stay that are best in both directions.
 */
export function mutualBest(pair: LinkedPair, takesPart: Participation, score: BeadScore): readonly Match[] {
  const nominations = nominate(pair)
  const sources = pair.source.segments.length
  const targets = pair.target.segments.length
  const scores = new Map<number, number>()
  const bySource = emptyRanks(sources)
  const byTarget = emptyRanks(targets)
  for (let s = 0; s < sources; s++) {
    if (!takesPart.source(s)) continue
    for (const t of nominations(s)) {
      if (!takesPart.target(t)) continue
      const value = score(s, s + 1, t, t + 1)
      scores.set(s * targets + t, value)
      note(bySource, s, t, value)
      note(byTarget, t, s, value)
    }
  }
  const matches: Match[] = []
  for (let s = 0; s < sources; s++) {
    const t = bySource.best[s] ?? -1
    if (t < 0 || byTarget.best[t] !== s) continue
    const value = scores.get(s * targets + t) ?? 0
    const second = Math.max(bySource.second[s] ?? 0, byTarget.second[t] ?? 0, 0)
    if (value > 0) matches.push({ source: s, target: t, score: value, margin: value - second })
  }
  return matches
}

/** Which segments may be paired: furniture, captions and by-lines may not. */
export interface Participation {
  source(segment: number): boolean
  target(segment: number): boolean
}

interface Ranks {
  readonly best: Int32Array
  readonly top: Float64Array
  readonly second: Float64Array
}
const emptyRanks = (size: number): Ranks => ({
  best: new Int32Array(size).fill(-1),
  top: new Float64Array(size).fill(Number.NEGATIVE_INFINITY),
  second: new Float64Array(size).fill(Number.NEGATIVE_INFINITY),
})

function note(ranks: Ranks, at: number, other: number, value: number): void {
  if (value > (ranks.top[at] ?? 0)) {
    ranks.second[at] = ranks.top[at] ?? 0
    ranks.top[at] = value
    ranks.best[at] = other
  } else if (value > (ranks.second[at] ?? 0)) ranks.second[at] = value
}

/** Inverted index from shared things and words to target segments; gives the likeliest targets of a source segment. */
function nominate(pair: LinkedPair): (source: number) => readonly number[] {
  const targets = pair.target.segments.length
  const limit = Math.max(5, Math.ceil(commonShare * targets))
  const postings = postingsOf(pair.targetTokens)
  const renderings = renderingsOf(pair)
  const linksBySource = linkRows(pair)
  const stemPostings = translatedPostings(pair)
  const votes = new Float64Array(targets)
  return (source) => {
    const touched: number[] = []
    const add = (places: readonly number[], weight: number): void => {
      if (places.length === 0 || places.length > limit) return
      const gain = weight * Math.log(1 + targets / places.length)
      for (const t of places) {
        if (votes[t] === 0) touched.push(t)
        votes[t] = (votes[t] ?? 0) + gain
      }
    }
    for (const places of linksBySource[source] ?? []) add(places, 1.5)
    for (const id of new Set(idsOf(pair.sourceTokens, source)))
      for (const [word, probability] of renderings.get(id) ?? []) add(postings[word] ?? [], probability)
    if (pair.vectors !== undefined) for (const t of nearest(pair.vectors, source, nearestCount)) add([t], 1)
    for (const places of stemPostings(source)) add(places, 1)
    const ranked = touched.sort((a, b) => (votes[b] ?? 0) - (votes[a] ?? 0) || a - b).slice(0, candidateCount)
    for (const t of touched) votes[t] = 0
    return ranked
  }
}

const idsOf = (table: TokenTable, segment: number): Uint32Array =>
  table.ids.subarray(table.offsets[segment], table.offsets[segment + 1])

function postingsOf(table: TokenTable): readonly (readonly number[])[] {
  const rows: number[][] = table.vocabulary.map(() => [])
  for (let segment = 0; segment + 1 < table.offsets.length; segment++)
    for (const id of idsOf(table, segment)) if (rows[id]?.at(-1) !== segment) rows[id]?.push(segment)
  return rows
}

/** For a source segment, the target segments of each stem of its machine translation. */
function translatedPostings({
  translated,
  targetTokens,
  targetStems,
}: LinkedPair): (source: number) => readonly (readonly number[])[] {
  if (translated === undefined) return () => []
  const places = new Map<string, number[]>()
  for (let segment = 0; segment + 1 < targetTokens.offsets.length; segment++)
    for (const id of idsOf(targetTokens, segment)) {
      const stem = targetStems.names[targetStems.of[id] ?? 0] ?? ''
      const row = places.get(stem) ?? []
      places.set(stem, row)
      if (row.at(-1) !== segment) row.push(segment)
    }
  const { tokens, stems } = translated
  return (source) =>
    [...new Set(idsOf(tokens, source))].map((id) => places.get(stems.names[stems.of[id] ?? 0] ?? '') ?? [])
}

function renderingsOf(
  pair: LinkedPair,
): ReadonlyMap<number, readonly (readonly [word: number, probability: number])[]> {
  const rows = new Map<number, [number, number][]>()
  for (const { source, target, probability } of pair.wordPairs) {
    const row = rows.get(source)
    if (row === undefined) rows.set(source, [[target, probability]])
    else row.push([target, probability])
  }
  return rows
}

/** For every source segment, the target segments of each thing it shares with the other text. */
function linkRows(pair: LinkedPair): readonly (readonly (readonly number[])[])[] {
  const rows: (readonly number[])[][] = pair.source.segments.map(() => [])
  for (const link of pair.links) {
    const places = [...new Set(link.target.map((mention) => mention.segment))]
    for (const segment of new Set(link.source.map((mention) => mention.segment))) rows[segment]?.push(places)
  }
  return rows
}
