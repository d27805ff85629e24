import type { Scorer } from '../../core/contracts.ts'
import type { AnalysedDocument } from '../../core/types.ts'

/** Added to both lengths, so that headings of a few characters do not swing the ratio. */
const pad = 8
/** Spread of the log ratio of true pairs: at least `spread`, wider for short ones (measured on own parallel text, in units of length). */
const spread = 0.22
const shortSpread = 1.1
/** Spread of the log ratio of any two segments of a text. */
const chanceSpread = 0.9
const maxPenalty = -6

/**
 * For comparable texts, whose beads need not tile the texts: how much likelier the two lengths are in a translation than by chance: both log-normal in the ratio, after Gale and
 * Church (1993), whose variance grows with length as well.
 */
export const ratio: Scorer = {
  id: 'ratio',
  version: 1,
  searches: ['glance', 'comparable'],
  prepare(pair) {
    const source = cumulative(pair.source)
    const target = cumulative(pair.target)
    const centre = Math.log(pair.lengthFit?.ratio ?? 1)
    const score = (sFrom: number, sTo: number, tFrom: number, tTo: number): number => {
      const s = (source[sTo] as number) - (source[sFrom] as number)
      const t = (target[tTo] as number) - (target[tFrom] as number)
      if (s === 0 || t === 0) return maxPenalty
      const d = Math.log((t + pad) / (s + pad)) - centre
      const deviation = spread + shortSpread / Math.sqrt(s + t)
      const own = d / deviation
      const chance = d / chanceSpread
      const llr = Math.log(chanceSpread / deviation) - 0.5 * own * own + 0.5 * chance * chance
      return llr < maxPenalty ? maxPenalty : llr
    }
    return {
      score,
      explain(s, t) {
        const value = score(s.from, s.to, t.from, t.to)
        return [{ scorer: 'ratio', score: value, note: value >= 0 ? 'the lengths fit' : 'the lengths do not fit' }]
      },
    }
  },
}

function cumulative(document: AnalysedDocument): Float64Array {
  const sums = new Float64Array(document.analyses.length + 1)
  document.analyses.forEach((analysis, i) => {
    sums[i + 1] = (sums[i] ?? 0) + analysis.length
  })
  return sums
}
