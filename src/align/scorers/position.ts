import type { Scorer } from '../../core/contracts.ts'

/** What standing at the same share of the text is worth at most; what standing at opposite ends costs. */
const gain = 0.3

/** A light hand: passages about the same thing stand at about the same place in both texts. It settles ties and nothing else. */
export const position: Scorer = {
  id: 'position',
  version: 1,
  searches: ['glance', 'comparable'],
  prepare(pair) {
    const sources = Math.max(1, pair.source.segments.length)
    const targets = Math.max(1, pair.target.segments.length)
    const score = (sFrom: number, sTo: number, tFrom: number, tTo: number): number =>
      gain * (1 - 2 * Math.abs((sFrom + sTo) / (2 * sources) - (tFrom + tTo) / (2 * targets)))
    return {
      score,
      explain(s, t) {
        const value = score(s.from, s.to, t.from, t.to)
        const note =
          value > 0 ? 'they stand at about the same place in the two texts' : 'they stand far apart in the two texts'
        return [{ scorer: 'position', score: value, note }]
      },
    }
  },
}
