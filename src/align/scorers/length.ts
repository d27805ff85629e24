import type { Scorer } from '../../core/contracts.ts'
import { firstLengthFit, lengthScore, lengthsBefore, shortness } from '../translation/lengths.ts'

/** Spread of the log ratio of any two segments of a text. */
const chanceSpread = 0.9

/** How well the lengths of a bead fit, and how usual it is to cut a passage of that length into so many segments. */
export const length: Scorer = {
  id: 'length',
  version: 3,
  searches: ['look', 'parallel'],
  learns: true,
  prepare(pair) {
    const fit = pair.lengthFit ?? firstLengthFit
    const score = lengthScore(pair.source, pair.target, fit)
    const before = [lengthsBefore(pair.source), lengthsBefore(pair.target)] as const
    return {
      score,
      explain(s, t) {
        const [source, target] = before
        const here = (source[s.to] ?? 0) - (source[s.from] ?? 0)
        const there = (target[t.to] ?? 0) - (target[t.from] ?? 0)
        const d = Math.log(there / here) - Math.log(fit.ratio)
        const variance = fit.variance * shortness(here, there)
        const fitting =
          Math.log(chanceSpread / Math.sqrt(variance)) - (d * d) / (2 * variance) + (d * d) / (2 * chanceSpread ** 2)
        const rest = score(s.from, s.to, t.from, t.to) - fitting
        return [
          { scorer: 'length', score: fitting, note: fitting >= 0 ? 'the lengths fit' : 'the lengths do not fit' },
          { scorer: 'division', score: rest, note: 'how usual sentences of these lengths are here' },
        ]
      },
    }
  },
}
