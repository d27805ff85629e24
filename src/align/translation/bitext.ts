import type { Occurrences } from './occurrences.ts'

/** Passages of one side, their stems each once with summed weight, as columns. */
export interface PassageWords {
  /** Words of passage b are `offsets[b] .. offsets[b + 1]`. */
  readonly offsets: Uint32Array
  readonly ids: Uint32Array
  readonly weights: Float32Array
  readonly stems: number
}

/** Paired passages to learn from: passage b of one side is taken to render passage b of the other. */
export interface Bitext {
  readonly source: PassageWords
  readonly target: PassageWords
  /** How much each pair of passages counts, 0..1. */
  readonly weights: Float64Array
}

/** Half-open ranges of segments on both sides. */
export interface PairedRange {
  readonly sFrom: number
  readonly sTo: number
  readonly tFrom: number
  readonly tTo: number
}

/**
 * The words of paired ranges. A pair of which every segment stands k times or more in its text counts as one k-th: what a
 * text says again teaches nothing new, and chance neighbours that are met again with it would pass for well attested.
 */
export function bitextOf(source: Occurrences, target: Occurrences, ranges: readonly PairedRange[]): Bitext {
  const here = copiesOf(source)
  const there = copiesOf(target)
  const weights = Float64Array.from(
    ranges,
    ({ sFrom, sTo, tFrom, tTo }) => 1 / Math.min(leastOf(here, sFrom, sTo), leastOf(there, tFrom, tTo)),
  )
  return {
    weights,
    source: passages(
      source,
      ranges.map((range) => [range.sFrom, range.sTo]),
    ),
    target: passages(
      target,
      ranges.map((range) => [range.tFrom, range.tTo]),
    ),
  }
}

/** How often each segment stands in its text, itself included: segments of the same words in the same order. */
function copiesOf({ offsets, ids }: Occurrences): Uint32Array {
  const keys: string[] = []
  const counts = new Map<string, number>()
  for (let segment = 0; segment + 1 < offsets.length; segment++) {
    const key = ids.subarray(offsets[segment], offsets[segment + 1]).join(' ')
    keys.push(key)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return Uint32Array.from(keys, (key) => counts.get(key) ?? 1)
}

function leastOf(values: Uint32Array, from: number, to: number): number {
  let value = values[from] ?? 1
  for (let k = from + 1; k < to; k++) value = Math.min(value, values[k] ?? 1)
  return value
}

function passages(words: Occurrences, ranges: readonly (readonly [number, number])[]): PassageWords {
  const place = new Int32Array(words.stems).fill(-1)
  const offsets = new Uint32Array(ranges.length + 1)
  let most = 0
  for (const [from, to] of ranges) most += (words.offsets[to] ?? 0) - (words.offsets[from] ?? 0)
  const ids = new Uint32Array(most)
  const weights = new Float32Array(most)
  let size = 0
  ranges.forEach(([from, to], b) => {
    const first = size
    for (let k = words.offsets[from] as number; k < (words.offsets[to] as number); k++) {
      const id = words.ids[k] as number
      let at = place[id] as number
      if (at < first) {
        at = size++
        place[id] = at
        ids[at] = id
      }
      weights[at] = (weights[at] as number) + (words.weights[k] as number)
    }
    offsets[b + 1] = size
  })
  return { offsets, ids: ids.slice(0, size), weights: weights.slice(0, size), stems: words.stems }
}
