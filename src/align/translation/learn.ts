import type { StemPairs, TranslationModel } from '../../core/types.ts'
import type { Bitext, PassageWords } from './bitext.ts'
import { highest, transposed } from './pairs.ts'

/** Rounds of expectation and maximisation; more make no difference. */
const rounds = 3
/** Taken from every count: what stands together once may do so by chance. */
const discount = 0.15
/** Added to every sum of counts, for renderings that were not seen. */
const unseen = 0.7
/** Renderings less likely than this are dropped. */
const least = 0.005
/** Chance that two words of paired passages render each other before anything is known of them, in a first look and later. */
const firstChance = 1e-3
const laterChance = 1e-4

/** Relative frequency of every stem of a side, over its text. */
export type Frequencies = Float64Array

/** What a search learns from: paired passages, what was known before, and how frequent words are. */
export interface Lesson {
  readonly bitext: Bitext
  /** Probabilities that hold whatever the texts say. */
  readonly seeds: StemPairs
  /** Probabilities of an earlier lesson, to start from; the seeds at first. */
  readonly before: StemPairs
  readonly isFirst: boolean
  readonly sourceFrequencies: Frequencies
  readonly targetFrequencies: Frequencies
}

/**
 * Probabilities that stems render each other by expectation–maximisation over paired passages (Brown et al. 1993, model 1,
 * with the frequency of words in the text as the word that renders nothing). Two words count as far as both directions agree
 * that they render each other (after Liang, Taskar and Klein 2006): a rare word would otherwise take whatever stands beside
 * it. Counts are discounted, so that words that stand together once are not taken for renderings of each other for sure.
 */
export function learnPairs(lesson: Lesson): StemPairs {
  const { bitext, seeds, before, isFirst, sourceFrequencies, targetFrequencies } = lesson
  const material = { bitext, places: placesOf(bitext.source), sourceFrequencies, targetFrequencies }
  let pairs = before
  for (let round = 0; round < rounds; round++) {
    const chance = round > 0 ? 0 : isFirst ? firstChance : laterChance
    pairs = probabilitiesOf(countAgreed(material, pairs, chance), bitext)
  }
  return highest(pairs, seeds, bitext.target.stems)
}

/** Counts less than this are not passed on. */
const leastCount = 0.1

/**
 * Expected counts of all pairs of stems, by what a lesson has taught, the same for both directions. Where nothing was taught
 * yet, any two words that stand together may render each other.
 */
export function countPairs(
  bitext: Bitext,
  { pairs, sourceFrequencies, targetFrequencies }: TranslationModel,
  isFirst: boolean,
): StemPairs {
  const material = { bitext, places: placesOf(bitext.source), sourceFrequencies, targetFrequencies }
  const table = countAgreed(material, pairs, isFirst ? firstChance : 0)
  return keptPairs(table, (k) => {
    const count = table.counts[k] as number
    return count > leastCount ? [count, count] : [0, 0]
  })
}

/** Turns counts into probabilities of both directions. */
function probabilitiesOf(table: Counts, { source, target }: Bitext): StemPairs {
  const { offsets, ids, counts } = table
  const sourceSums = new Float64Array(source.stems).fill(unseen)
  const targetSums = new Float64Array(target.stems).fill(unseen)
  for (let x = 0; x < source.stems; x++)
    for (let k = offsets[x] as number; k < (offsets[x + 1] as number); k++) {
      sourceSums[x] = (sourceSums[x] as number) + (counts[k] as number)
      targetSums[ids[k] as number] = (targetSums[ids[k] as number] as number) + (counts[k] as number)
    }
  return keptPairs(table, (k, x) => {
    const count = counts[k] as number
    return [probability(count, sourceSums[x] as number), probability(count, targetSums[ids[k] as number] as number)]
  })
}

const probability = (count: number, sum: number): number =>
  count / sum > least && count > discount ? (count - discount) / sum : 0

/** A table of what is kept of each count in both directions; pairs of which nothing is kept are left out. */
function keptPairs(
  { offsets, ids }: Counts,
  keep: (entry: number, source: number) => readonly [forward: number, backward: number],
): StemPairs {
  const last = offsets[offsets.length - 1] as number
  const kept = { offsets: new Uint32Array(offsets.length), ids: new Uint32Array(last) }
  const forward = new Float32Array(last)
  const backward = new Float32Array(last)
  let size = 0
  for (let x = 0; x + 1 < offsets.length; x++) {
    for (let k = offsets[x] as number; k < (offsets[x + 1] as number); k++) {
      const [there, back] = keep(k, x)
      if (there === 0 && back === 0) continue
      kept.ids[size] = ids[k] as number
      forward[size] = there
      backward[size++] = back
    }
    kept.offsets[x + 1] = size
  }
  return {
    offsets: kept.offsets,
    ids: kept.ids.slice(0, size),
    forward: forward.slice(0, size),
    backward: backward.slice(0, size),
  }
}

/** Passages in which each stem stands: those of stem x are `passages[offsets[x] .. offsets[x + 1]]`, with its weights there. */
interface Places {
  readonly offsets: Uint32Array
  readonly passages: Uint32Array
  readonly weights: Float32Array
}

function placesOf({ offsets, ids, weights, stems }: PassageWords): Places {
  const byStem = transposed({ offsets, ids, probabilities: weights }, stems)
  return { offsets: byStem.offsets, passages: byStem.ids, weights: byStem.probabilities }
}

/** A bitext, its source words by stem, and the frequencies of the words of both sides. */
interface Material {
  readonly bitext: Bitext
  readonly places: Places
  readonly sourceFrequencies: Frequencies
  readonly targetFrequencies: Frequencies
}

/** Counts of pairs while they are made, by source stem. */
interface Counts {
  readonly offsets: Uint32Array
  ids: Uint32Array
  counts: Float64Array
  size: number
}

// Kernel: one round, stem by stem of the source, with its probabilities of both directions spread over dense rows.
function countAgreed(material: Material, table: StemPairs, chance: number): Counts {
  const { bitext, places, sourceFrequencies } = material
  const { source, target, weights: worth } = bitext
  const there = new Float32Array(target.stems)
  const back = new Float32Array(target.stems)
  const targetSums = sumsOfTargets(material, table, chance)
  const row = new Float64Array(target.stems)
  const rows = createCounts(source.stems)
  const seen: number[] = []
  for (let x = 0; x < source.stems; x++) {
    spread(table, table.forward, x, there)
    spread(table, table.backward, x, back)
    seen.length = 0
    for (let p = places.offsets[x] as number; p < (places.offsets[x + 1] as number); p++) {
      const b = places.passages[p] as number
      const [from, to] = [target.offsets[b] as number, target.offsets[b + 1] as number]
      let sourceSum = sourceFrequencies[x] as number
      for (let k = from; k < to; k++)
        sourceSum += (target.weights[k] as number) * ((back[target.ids[k] as number] as number) + chance)
      const weight = places.weights[p] as number
      for (let k = from; k < to; k++) {
        const y = target.ids[k] as number
        const likely = (there[y] as number) + chance
        // Most words that stand together are no renderings of each other: divisions cost more than all else here.
        if (likely === 0) continue
        const forward = likely / (targetSums[k] as number)
        const backward = ((back[y] as number) + chance) / sourceSum
        const agreed = forward < backward ? forward : backward
        if (agreed === 0) continue
        if (row[y] === 0) seen.push(y)
        row[y] = (row[y] as number) + (worth[b] as number) * weight * (target.weights[k] as number) * agreed
      }
    }
    wipe(table, x, there)
    wipe(table, x, back)
    addRow(rows, x, seen, row)
  }
  return rows
}

// Kernel: what the source words of its passage and chance together give each target word.
function sumsOfTargets(
  { bitext, places, targetFrequencies }: Material,
  table: StemPairs,
  chance: number,
): Float64Array {
  const { source, target } = bitext
  const dense = new Float32Array(target.stems)
  const sums = new Float64Array(target.ids.length)
  for (let k = 0; k < sums.length; k++) sums[k] = targetFrequencies[target.ids[k] as number] as number
  for (let x = 0; x < source.stems; x++) {
    spread(table, table.forward, x, dense)
    for (let p = places.offsets[x] as number; p < (places.offsets[x + 1] as number); p++) {
      const b = places.passages[p] as number
      const weight = places.weights[p] as number
      for (let k = target.offsets[b] as number; k < (target.offsets[b + 1] as number); k++)
        sums[k] = (sums[k] as number) + weight * ((dense[target.ids[k] as number] as number) + chance)
    }
    wipe(table, x, dense)
  }
  return sums
}

function spread({ offsets, ids }: StemPairs, values: Float32Array, x: number, dense: Float32Array): void {
  for (let k = offsets[x] as number; k < (offsets[x + 1] as number); k++) dense[ids[k] as number] = values[k] as number
}

function wipe({ offsets, ids }: StemPairs, x: number, dense: Float32Array): void {
  for (let k = offsets[x] as number; k < (offsets[x + 1] as number); k++) dense[ids[k] as number] = 0
}

const createCounts = (stems: number): Counts => ({
  offsets: new Uint32Array(stems + 1),
  ids: new Uint32Array(4 * stems + 64),
  counts: new Float64Array(4 * stems + 64),
  size: 0,
})

/** Adds the counts of a stem and clears them. */
function addRow(rows: Counts, x: number, seen: number[], row: Float64Array): void {
  seen.sort((a, b) => a - b)
  for (const y of seen) {
    push(rows, y, row[y] as number)
    row[y] = 0
  }
  rows.offsets[x + 1] = rows.size
}

function push(rows: Counts, y: number, count: number): void {
  if (rows.size === rows.ids.length) {
    const ids = new Uint32Array(2 * rows.size)
    ids.set(rows.ids)
    rows.ids = ids
    const counts = new Float64Array(2 * rows.size)
    counts.set(rows.counts)
    rows.counts = counts
  }
  rows.ids[rows.size] = y
  rows.counts[rows.size++] = count
}
