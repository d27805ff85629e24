import type { Coverage, PreparedScorer, Scorer } from '../../core/contracts.ts'
import type { Evidence, LinkedPair, SegmentRange, TokenTable } from '../../core/types.ts'
import { type Direction, directionOf } from './lexical-direction.ts'

/**
 * Rewards ranges whose words translate each other and counts against known words without a counterpart. Each word of one
 * side is a witness: the log-likelihood ratio of finding one of its renderings on the other side of a translation against
 * finding it in any range of that size. Both directions are averaged.
 */
export const lexical: Scorer = {
  id: 'lexical',
  version: 1,
  prepare(pair) {
    const forward = directionOf(pair.sourceTokens, pair.targetTokens, pair.wordPairs)
    const swapped = pair.wordPairs.map(({ source, target, probability }) => ({
      source: target,
      target: source,
      probability,
    }))
    const backward = directionOf(pair.targetTokens, pair.sourceTokens, swapped)
    return prepared(pair, forward, backward)
  },
}

function prepared(pair: LinkedPair, forward: Direction, backward: Direction): PreparedScorer {
  const score = (sFrom: number, sTo: number, tFrom: number, tTo: number): number =>
    0.5 * (forward.score(sFrom, sTo, tFrom, tTo) + backward.score(tFrom, tTo, sFrom, sTo))
  return {
    score,
    explain(s, t) {
      const total = score(s.from, s.to, t.from, t.to)
      const hits = forward.hits(s, t)
      const matched = hits.map((hit): Evidence => {
        const from = place(pair.sourceTokens, hit.from)
        const to = place(pair.targetTokens, hit.to)
        const note = `${pair.source.text.slice(from.start, from.end)} = ${pair.target.text.slice(to.start, to.end)}`
        return { scorer: 'lexical', score: 0.5 * hit.gain, note, kind: 'word', links: [{ source: from, target: to }] }
      })
      const rest = total - matched.reduce((sum, item) => sum + item.score, 0)
      return [...matched, { scorer: 'lexical', score: rest, note: noteOf(coverageOf(forward, backward, s, t)) }]
    },
    coverage: (s, t) => coverageOf(forward, backward, s, t),
  }
}

function coverageOf(forward: Direction, backward: Direction, s: SegmentRange, t: SegmentRange): Coverage {
  const sourceCount = forward.known(s)
  const targetCount = backward.known(t)
  return {
    sourceCount,
    targetCount,
    source: sourceCount === 0 ? 0 : forward.hits(s, t).length / sourceCount,
    target: targetCount === 0 ? 0 : backward.hits(t, s).length / targetCount,
  }
}

function noteOf(coverage: Coverage): string {
  const hits = (share: number, count: number): string => `${Math.round(share * count)} of ${count}`
  return `${hits(coverage.source, coverage.sourceCount)} known words here and ${hits(coverage.target, coverage.targetCount)} there have a counterpart`
}

const place = (table: TokenTable, occurrence: number): { start: number; end: number } => ({
  start: table.starts[occurrence] ?? 0,
  end: table.ends[occurrence] ?? 0,
})
