import type { LinkedPair, TokenTable, WordPair } from '../../core/types.ts'
import { votesOf } from '../../core/votes.ts'

/** How often a translation holds one of the listed renderings of a word; lists are short and translators are free. */
const renderingRate = 0.55
const maxGain = 6
/**
 * Segments that a text is taken to have beside its own, with none of its words: in a text of one sentence every word would
 * otherwise stand everywhere and say nothing.
 */
const unseen = 10

/** Occurrences of known words of one text, each word once a segment, and what each is worth. */
export interface KnownWords {
  /** Occurrences of segment i are `offsets[i] .. offsets[i + 1]`. */
  readonly offsets: Uint32Array
  /** Index into the vocabulary of its text. */
  readonly ids: Uint32Array
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  /** Share of a vote, 0..1: words over the same characters divide it. */
  readonly weights: Float64Array
  /** Weighted loss of an occurrence whose renderings are all missing; never positive. */
  readonly losses: Float64Array
  /** Sums of `losses` before each segment. */
  readonly lossBefore: Float64Array
}

/** Everything that the lexical score needs of a pair, as columns. */
export interface LexicalModel {
  readonly source: KnownWords
  readonly target: KnownWords
  /** Renderings of source word w are `renderings.ids[offsets[w] .. offsets[w + 1]]`. */
  readonly renderings: {
    readonly offsets: Uint32Array
    readonly ids: Uint32Array
    /** Gain of the source word by this rendering, and of the rendering by the word, in ranges of one segment. */
    readonly sourceGains: Float64Array
    readonly targetGains: Float64Array
  }
  readonly targetVocabulary: number
}

/** Prepares the columns of a pair. */
export function lexicalModel(pair: LinkedPair): LexicalModel {
  const pairs = [...pair.wordPairs].sort((a, b) => a.source - b.source || a.target - b.target)
  const flipped = pairs.map((words) => ({ ...words, source: words.target, target: words.source }))
  const sourcePlaces = placesOf(pair.sourceTokens)
  const targetPlaces = placesOf(pair.targetTokens)
  const sources = pair.source.segments.length + unseen
  const targets = pair.target.segments.length + unseen
  const share = (places: readonly (readonly number[])[], id: number, segments: number): number =>
    Math.max(1, places[id]?.length ?? 0) / segments
  const offsets = new Uint32Array(pair.sourceTokens.vocabulary.length + 1)
  for (const words of pairs) offsets[words.source + 1] = (offsets[words.source + 1] ?? 0) + 1
  for (let w = 0; w + 1 < offsets.length; w++) offsets[w + 1] = (offsets[w + 1] ?? 0) + (offsets[w] ?? 0)
  return {
    source: knownWords(pair.sourceTokens, lossesOf(pairs, pair.sourceTokens, targetPlaces, targets)),
    target: knownWords(pair.targetTokens, lossesOf(flipped, pair.targetTokens, sourcePlaces, sources)),
    renderings: {
      offsets,
      ids: Uint32Array.from(pairs, (words) => words.target),
      sourceGains: Float64Array.from(pairs, (w) => gainOf(w.probability, share(targetPlaces, w.target, targets))),
      targetGains: Float64Array.from(pairs, (w) => gainOf(w.probability, share(sourcePlaces, w.source, sources))),
    },
    targetVocabulary: pair.targetTokens.vocabulary.length,
  }
}

/** Log-likelihood ratio of a rendering that is there: as often as translators use it against as often as it stands anywhere. */
function gainOf(probability: number, share: number): number {
  const rate = renderingRate * probability
  return Math.min(maxGain, Math.log((rate + (1 - rate) * share) / share))
}

/** Loss of every word of a vocabulary when none of its renderings is there; undefined for words without any. */
function lossesOf(
  pairs: readonly WordPair[],
  table: TokenTable,
  places: readonly (readonly number[])[],
  segments: number,
): readonly (number | undefined)[] {
  const found = new Map<number, Set<number>>()
  const trust = new Float64Array(table.vocabulary.length)
  for (const words of pairs) {
    const set = found.get(words.source) ?? new Set<number>()
    for (const segment of places[words.target] ?? []) set.add(segment)
    found.set(words.source, set)
    trust[words.source] = Math.max(trust[words.source] ?? 0, words.probability)
  }
  return table.vocabulary.map((_, id) => {
    const set = found.get(id)
    if (set === undefined) return undefined
    const rate = renderingRate * (trust[id] ?? 0)
    return Math.min(0, Math.log((1 - rate) / Math.max(0.05, 1 - set.size / segments)))
  })
}

/** Segments in which each word of a vocabulary stands. */
function placesOf(table: TokenTable): readonly (readonly number[])[] {
  const places: number[][] = table.vocabulary.map(() => [])
  for (let segment = 0; segment + 1 < table.offsets.length; segment++)
    for (let k = table.offsets[segment] ?? 0; k < (table.offsets[segment + 1] ?? 0); k++) {
      const row = places[table.ids[k] ?? 0]
      if (row !== undefined && row.at(-1) !== segment) row.push(segment)
    }
  return places
}

function knownWords(table: TokenTable, losses: readonly (number | undefined)[]): KnownWords {
  const segments = table.offsets.length - 1
  const offsets = new Uint32Array(segments + 1)
  const kept: number[] = []
  for (let segment = 0; segment < segments; segment++) {
    const seen = new Set<number>()
    for (let k = table.offsets[segment] ?? 0; k < (table.offsets[segment + 1] ?? 0); k++) {
      const id = table.ids[k] ?? 0
      if (losses[id] === undefined || seen.has(id)) continue
      seen.add(id)
      kept.push(k)
    }
    offsets[segment + 1] = kept.length
  }
  const column = (values: Uint32Array): Uint32Array => Uint32Array.from(kept, (k) => values[k] ?? 0)
  const places = { offsets, ids: column(table.ids), starts: column(table.starts), ends: column(table.ends) }
  const weights = votesOf(places)
  const weighted = Float64Array.from(places.ids, (id, k) => (weights[k] ?? 1) * (losses[id] ?? 0))
  const lossBefore = new Float64Array(segments + 1)
  for (let segment = 0; segment < segments; segment++) {
    let sum = lossBefore[segment] ?? 0
    for (let k = offsets[segment] ?? 0; k < (offsets[segment + 1] ?? 0); k++) sum += weighted[k] ?? 0
    lossBefore[segment + 1] = sum
  }
  return { ...places, weights, losses: weighted, lossBefore }
}
