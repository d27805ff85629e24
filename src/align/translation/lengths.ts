import type { AnalysedDocument, LengthFit } from '../../core/types.ts'

/** Added to the length of every segment, so that headings of a few characters do not swing the ratio. */
const pad = 3
const logFactorial = [0, 0, Math.log(2), Math.log(6), Math.log(24), Math.log(120), Math.log(720)] as const

/** Before anything is known: lengths are made comparable by the packs, and spread widely. */
export const firstLengthFit: LengthFit = { ratio: 1, variance: 0.2 }

/** Lengths of which the variance is twice that of long passages. */
const shortLength = 20

/**
 * By how much more the log ratio of two lengths varies than that of long passages: what a translator adds or leaves out
 * weighs more in a short sentence (the variance of the difference grows with the length, as in Gale and Church 1993).
 */
export const shortness = (source: number, target: number): number => 1 + (2 * shortLength) / (source + target)

/** Lengths of one text: sums before each segment, and summed log-densities of its segments as they come in the text. */
interface Side {
  readonly before: Float64Array
  readonly usual: Float64Array
}

/**
 * Log-likelihood ratio of the lengths of a bead: the length of one side as the translation of the other (log-normal, after
 * Gale and Church 1993) cut at random places into its segments, against segments as they come in the text. Both directions
 * are averaged, so that beads of any shape are comparable.
 */
export function lengthScore(
  source: AnalysedDocument,
  target: AnalysedDocument,
  { ratio, variance }: LengthFit,
): (sFrom: number, sTo: number, tFrom: number, tTo: number) => number {
  const sides = [sideOf(source), sideOf(target)] as const
  const [s, t] = sides
  const centre = Math.log(ratio)
  const constant = -0.5 * Math.log(2 * Math.PI * variance)
  return (sFrom, sTo, tFrom, tTo) => {
    const lengthS = (s.before[sTo] as number) - (s.before[sFrom] as number)
    const lengthT = (t.before[tTo] as number) - (t.before[tFrom] as number)
    const logS = Math.log(lengthS)
    const logT = Math.log(lengthT)
    const d = logT - logS - centre
    const more = shortness(lengthS, lengthT)
    const fit = constant - 0.5 * Math.log(more) - (d * d) / (2 * variance * more)
    const there = fit + (logFactorial[tTo - tFrom - 1] ?? 0) - (tTo - tFrom) * logT
    const here = fit + (logFactorial[sTo - sFrom - 1] ?? 0) - (sTo - sFrom) * logS
    const usualT = (t.usual[tTo] as number) - (t.usual[tFrom] as number)
    const usualS = (s.usual[sTo] as number) - (s.usual[sFrom] as number)
    return 0.5 * (there + here - usualT - usualS)
  }
}

/** Length of a range as `lengthScore` sees it. */
export function lengthsBefore(document: AnalysedDocument): Float64Array {
  const before = new Float64Array(document.analyses.length + 1)
  document.analyses.forEach((analysis, i) => {
    before[i + 1] = (before[i] ?? 0) + pad + analysis.length
  })
  return before
}

function sideOf(document: AnalysedDocument): Side {
  const before = lengthsBefore(document)
  const logs = document.analyses.map((analysis) => Math.log(pad + analysis.length))
  const density = densityOf(logs)
  const usual = new Float64Array(logs.length + 1)
  logs.forEach((value, i) => {
    usual[i + 1] = (usual[i] ?? 0) + density(value) - value
  })
  return { before, usual }
}

/** Width of a bin of log lengths, and how far each length is spread: headings and menus make texts with several peaks. */
const binWidth = 0.1
const spread = 0.3
const bins = 140
/** Added to every text: segments of any length may come. */
const priorWeight = 5
const priorMean = 4
const priorSpread = 1.2

/** Log-density of a log length among those of a text, by a smoothed histogram. */
function densityOf(logs: readonly number[]): (value: number) => number {
  const binOf = (value: number): number => Math.min(bins - 1, Math.max(0, Math.round(value / binWidth)))
  const counts = new Float64Array(bins)
  for (const value of logs) counts[binOf(value)] = (counts[binOf(value)] ?? 0) + 1
  const table = Float64Array.from({ length: bins }, (_, at) => {
    let sum = priorWeight * gaussian(at * binWidth - priorMean, priorSpread)
    for (let k = 0; k < bins; k++)
      if ((counts[k] ?? 0) > 0) sum += (counts[k] ?? 0) * gaussian((k - at) * binWidth, spread)
    return Math.log(sum / (logs.length + priorWeight))
  })
  return (value) => table[binOf(value)] ?? 0
}

const gaussian = (d: number, deviation: number): number =>
  Math.exp(-(d * d) / (2 * deviation * deviation)) / (deviation * Math.sqrt(2 * Math.PI))
