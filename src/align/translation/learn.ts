import type { StemPairs, TranslationModel } from '../../core/types.ts'
import type { Bitext, PassageWords } from './bitext.ts'
import { backwardOf, forwardOf, joined, type Renderings, transposed } from './pairs.ts'

/** Rounds of expectation and maximisation; more make no difference. */
const rounds = 4
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
 * with the frequency of words in the text as the word that renders nothing), both ways. Counts are discounted, so that
 * words that stand together once are not taken for renderings of each other for sure.
 */
export function learnPairs(lesson: Lesson): StemPairs {
  const { bitext, seeds, before, isFirst, sourceFrequencies, targetFrequencies } = lesson
  const chance = isFirst ? firstChance : laterChance
  const { source, target } = bitext
  const there = train(source, target, forwardOf(before), forwardOf(seeds), targetFrequencies, chance)
  const back = train(
    target,
    source,
    backwardOf(before, target.stems),
    backwardOf(seeds, target.stems),
    sourceFrequencies,
    chance,
  )
  return joined(there, transposed(back, source.stems), target.stems)
}

function train(
  given: PassageWords,
  rendered: PassageWords,
  before: Renderings,
  seeds: Renderings,
  frequencies: Frequencies,
  chance: number,
): Renderings {
  const places = placesOf(given)
  let table = before
  for (let round = 0; round < rounds; round++)
    table = improve(
      { given, rendered, places, frequencies },
      table,
      round === 0 ? chance : 0,
      round + 1 === rounds ? confirmed : probabilities,
    )
  return withSeeds(table, seeds, rendered.stems)
}

/** Passages in which each stem stands: those of stem x are `passages[offsets[x] .. offsets[x + 1]]`, with its weights there. */
interface Places {
  readonly offsets: Uint32Array
  readonly passages: Uint32Array
  readonly weights: Float32Array
}

function placesOf({ offsets, ids, weights, stems }: PassageWords): Places {
  const starts = new Uint32Array(stems + 1)
  for (const id of ids) starts[id + 1] = (starts[id + 1] as number) + 1
  for (let x = 0; x < stems; x++) starts[x + 1] = (starts[x + 1] as number) + (starts[x] as number)
  const next = starts.slice()
  const passages = new Uint32Array(ids.length)
  const sums = new Float32Array(ids.length)
  for (let b = 0; b + 1 < offsets.length; b++)
    for (let k = offsets[b] as number; k < (offsets[b + 1] as number); k++) {
      const at = next[ids[k] as number] as number
      next[ids[k] as number] = at + 1
      passages[at] = b
      sums[at] = weights[k] as number
    }
  return { offsets: starts, passages, weights: sums }
}

/**
 * Expected counts of all pairs of stems, by what a lesson has taught: forward and backward, as columns by source stem. Where
 * nothing was taught yet, any two words that stand together may render each other.
 */
export function countPairs(
  { source, target }: Bitext,
  { pairs, sourceFrequencies, targetFrequencies }: TranslationModel,
  isFirst: boolean,
): StemPairs {
  const chance = isFirst ? firstChance : 0
  const there = improve(
    { given: source, rendered: target, places: placesOf(source), frequencies: targetFrequencies },
    forwardOf(pairs),
    chance,
    counted,
  )
  const back = improve(
    { given: target, rendered: source, places: placesOf(target), frequencies: sourceFrequencies },
    backwardOf(pairs, target.stems),
    chance,
    counted,
  )
  return joined(there, transposed(back, source.stems), target.stems)
}

/** One direction of a bitext. */
interface Direction {
  readonly given: PassageWords
  readonly rendered: PassageWords
  readonly places: Places
  readonly frequencies: Frequencies
}

/** What a table keeps of a count, given the sum of its row and the most that one passage adds to it; 0 to drop it. */
type Keep = (count: number, sum: number, most: number) => number
const probabilities: Keep = (count, sum) => (count / sum > least && count > discount ? (count - discount) / sum : 0)
/** Without the passage that tells most: what two passages alone say of each other must not confirm that they belong together. */
const confirmed: Keep = (count, sum, most) => probabilities(count - most, sum, most)
/** Counts less than this are not passed on. */
const leastCount = 0.1
const counted: Keep = (count) => (count > leastCount ? count : 0)

// Kernel: one round, stem by stem of the given side, with its probabilities spread over a dense row.
function improve(
  { given, rendered, places, frequencies }: Direction,
  table: Renderings,
  chance: number,
  keep: Keep,
): Renderings {
  const dense = new Float32Array(rendered.stems)
  const shares = new Float64Array(rendered.ids.length)
  for (let k = 0; k < shares.length; k++) shares[k] = frequencies[rendered.ids[k] as number] as number
  for (let x = 0; x < given.stems; x++) {
    spread(table, x, dense)
    for (let p = places.offsets[x] as number; p < (places.offsets[x + 1] as number); p++) {
      const b = places.passages[p] as number
      const weight = places.weights[p] as number
      for (let k = rendered.offsets[b] as number; k < (rendered.offsets[b + 1] as number); k++) {
        const probability = (dense[rendered.ids[k] as number] as number) + chance
        if (probability > 0) shares[k] = (shares[k] as number) + weight * probability
      }
    }
    wipe(table, x, dense)
  }
  for (let k = 0; k < shares.length; k++) shares[k] = (rendered.weights[k] as number) / (shares[k] as number)
  const counts = new Float64Array(rendered.stems)
  const most = new Float64Array(rendered.stems)
  const rows = createRows(given.stems)
  const seen: number[] = []
  for (let x = 0; x < given.stems; x++) {
    spread(table, x, dense)
    seen.length = 0
    for (let p = places.offsets[x] as number; p < (places.offsets[x + 1] as number); p++) {
      const b = places.passages[p] as number
      const weight = places.weights[p] as number
      for (let k = rendered.offsets[b] as number; k < (rendered.offsets[b + 1] as number); k++) {
        const y = rendered.ids[k] as number
        const probability = (dense[y] as number) + chance
        if (probability === 0) continue
        if (counts[y] === 0) seen.push(y)
        const more = weight * probability * (shares[k] as number)
        counts[y] = (counts[y] as number) + more
        if (more > (most[y] as number)) most[y] = more
      }
    }
    wipe(table, x, dense)
    addRow(rows, x, seen, counts, most, keep)
  }
  return finished(rows)
}

function spread({ offsets, ids, probabilities }: Renderings, x: number, dense: Float32Array): void {
  for (let k = offsets[x] as number; k < (offsets[x + 1] as number); k++)
    dense[ids[k] as number] = probabilities[k] as number
}

function wipe({ offsets, ids }: Renderings, x: number, dense: Float32Array): void {
  for (let k = offsets[x] as number; k < (offsets[x + 1] as number); k++) dense[ids[k] as number] = 0
}

/** Rows of a table while it is made. */
interface Rows {
  readonly offsets: Uint32Array
  ids: Uint32Array
  probabilities: Float32Array
  size: number
}

const createRows = (stems: number): Rows => ({
  offsets: new Uint32Array(stems + 1),
  ids: new Uint32Array(4 * stems + 64),
  probabilities: new Float32Array(4 * stems + 64),
  size: 0,
})

/** Turns the counts of a stem into probabilities and clears them. */
function addRow(rows: Rows, x: number, seen: number[], counts: Float64Array, most: Float64Array, keep: Keep): void {
  let sum = unseen
  for (const y of seen) sum += counts[y] as number
  seen.sort((a, b) => a - b)
  for (const y of seen) {
    const count = counts[y] as number
    counts[y] = 0
    const kept = keep(count, sum, most[y] as number)
    most[y] = 0
    if (kept > 0) push(rows, y, kept)
  }
  rows.offsets[x + 1] = rows.size
}

function push(rows: Rows, y: number, probability: number): void {
  if (rows.size === rows.ids.length) {
    const ids = new Uint32Array(2 * rows.size)
    ids.set(rows.ids)
    rows.ids = ids
    const probabilities = new Float32Array(2 * rows.size)
    probabilities.set(rows.probabilities)
    rows.probabilities = probabilities
  }
  rows.ids[rows.size] = y
  rows.probabilities[rows.size++] = probability
}

const finished = (rows: Rows): Renderings => ({
  offsets: rows.offsets,
  ids: rows.ids.slice(0, rows.size),
  probabilities: rows.probabilities.slice(0, rows.size),
})

/** What was known before stays, where the texts do not say more. */
function withSeeds(table: Renderings, seeds: Renderings, columns: number): Renderings {
  const dense = new Float32Array(columns)
  const rows = createRows(table.offsets.length - 1)
  for (let x = 0; x + 1 < table.offsets.length; x++) {
    spread(table, x, dense)
    const ids = new Set(table.ids.subarray(table.offsets[x], table.offsets[x + 1]))
    for (let k = seeds.offsets[x] as number; k < (seeds.offsets[x + 1] as number); k++) {
      const y = seeds.ids[k] as number
      dense[y] = Math.max(dense[y] as number, seeds.probabilities[k] as number)
      ids.add(y)
    }
    for (const y of [...ids].sort((a, b) => a - b)) {
      push(rows, y, dense[y] as number)
      dense[y] = 0
    }
    rows.offsets[x + 1] = rows.size
  }
  return finished(rows)
}
