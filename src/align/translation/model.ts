import type { LinkedPair, TranslationModel } from '../../core/types.ts'
import type { Bitext } from './bitext.ts'
import type { Frequencies } from './learn.ts'
import { type Occurrences, occurrencesOf } from './occurrences.ts'
import { backwardOf, forwardOf, highest, type Renderings } from './pairs.ts'
import { seedPairs } from './seeds.ts'

/** Before anything is learnt, words with known renderings stand in a text by chance with this share, others nearly always. */
const firstKnown = 0.7
const firstUnknown = 0.95
const firstShare = 0.85
/** Chance of one stem is pulled towards that of all by so many occurrences. */
const pull = 2
const chanceBounds = [0.1, 0.98] as const
/** Learnt probabilities fit the text they were learnt from too well: the share of chance is moved this far up. */
const overfit = 0.4
const shareRounds = 5

/** What the lexicon alone tells of a pair. */
export function firstModel(pair: LinkedPair): TranslationModel {
  const seeds = seedPairs(pair)
  const pairs = pair.prior === undefined ? seeds : highest(seeds, pair.prior, pair.targetStems.names.length)
  const isKnownTarget = new Set(pairs.ids)
  const shareOf = (isKnown: boolean): number => (isKnown ? firstKnown : firstUnknown)
  return {
    pairs,
    sourceChance: Float64Array.from(pair.sourceStems.names, (_, x) =>
      shareOf((pairs.offsets[x + 1] ?? 0) > (pairs.offsets[x] ?? 0)),
    ),
    targetChance: Float64Array.from(pair.targetStems.names, (_, y) => shareOf(isKnownTarget.has(y))),
    sourceFrequencies: frequenciesOf(occurrencesOf(pair.sourceTokens, pair.sourceStems)),
    targetFrequencies: frequenciesOf(occurrencesOf(pair.targetTokens, pair.targetStems)),
  }
}

/**
 * A text is taken to have so many words beside its own, none of them among these: in a text of a few sentences every word
 * would otherwise be frequent, and finding its rendering would say nothing.
 */
const unseenWords = 1500

/** Relative frequency of each stem in a text, with half an occurrence added to each. */
export function frequenciesOf(words: Occurrences): Frequencies {
  const counts = new Float64Array(words.stems).fill(0.5)
  let sum = 0.5 * words.stems + unseenWords
  words.ids.forEach((id, k) => {
    const weight = words.weights[k] ?? 0
    counts[id] = (counts[id] ?? 0) + weight
    sum += weight
  })
  return counts.map((count) => count / sum)
}

/** The model with the shares of chance that make the paired passages likeliest, moved up against overfitting. */
export function withChance(bitext: Bitext, model: TranslationModel): TranslationModel {
  const { source, target } = bitext
  const there = explained(source, target, forwardOf(model.pairs), model.targetFrequencies)
  const here = explained(target, source, backwardOf(model.pairs, target.stems), model.sourceFrequencies)
  return {
    ...model,
    sourceChance: chanceOf(source, here, bitext.weights),
    targetChance: chanceOf(target, there, bitext.weights),
  }
}

/** Share of chance of every stem of one side, by expectation–maximisation from the ratios of its occurrences. */
function chanceOf(words: Bitext['source'], ratios: Float64Array, worth: Float64Array): Float64Array {
  const weights = new Float64Array(words.ids.length)
  worth.forEach((value, b) => {
    for (let k = words.offsets[b] ?? 0; k < (words.offsets[b + 1] ?? 0); k++)
      weights[k] = value * (words.weights[k] ?? 0)
  })
  let overall = firstShare
  let shares = new Float64Array(words.stems).fill(overall)
  for (let round = 0; round < shareRounds; round++) {
    const chance = new Float64Array(words.stems)
    const all = new Float64Array(words.stems)
    words.ids.forEach((id, k) => {
      const weight = weights[k] ?? 0
      const share = shares[id] ?? overall
      chance[id] = (chance[id] ?? 0) + (weight * share) / (share + (1 - share) * (ratios[k] ?? 0))
      all[id] = (all[id] ?? 0) + weight
    })
    const total = all.reduce((sum, value) => sum + value, 0)
    if (total > 0) overall = chance.reduce((sum, value) => sum + value, 0) / total
    shares = chance.map((value, id) => (value + pull * overall) / ((all[id] ?? 0) + pull))
  }
  return shares.map((share) => Math.min(chanceBounds[1], Math.max(chanceBounds[0], share + overfit * (1 - share))))
}

// Kernel: for each word of the rendered passages, how much likelier it is to render a word than to stand there by chance.
function explained(
  given: Bitext['source'],
  rendered: Bitext['source'],
  table: Renderings,
  frequencies: Frequencies,
): Float64Array {
  const ratios = new Float64Array(rendered.ids.length)
  const place = new Int32Array(rendered.stems)
  for (let b = 0; b + 1 < rendered.offsets.length; b++) {
    const [from, to] = [rendered.offsets[b] as number, rendered.offsets[b + 1] as number]
    for (let k = from; k < to; k++) place[rendered.ids[k] as number] = k + 1
    let length = 1
    for (let g = given.offsets[b] as number; g < (given.offsets[b + 1] as number); g++) {
      const x = given.ids[g] as number
      const weight = given.weights[g] as number
      length += weight
      for (let r = table.offsets[x] as number; r < (table.offsets[x + 1] as number); r++) {
        const k = (place[table.ids[r] as number] as number) - 1
        if (k >= 0) ratios[k] = (ratios[k] as number) + weight * (table.probabilities[r] as number)
      }
    }
    for (let k = from; k < to; k++) {
      const y = rendered.ids[k] as number
      place[y] = 0
      ratios[k] = (ratios[k] as number) / (length * (frequencies[y] as number))
    }
  }
  return ratios
}
