import type { Coverage, Scorer } from '../../core/contracts.ts'
import type { Evidence, LinkedPair, SegmentRange, Span } from '../../core/types.ts'
import { createCells, type Hit } from './lexical-cells.ts'
import { type LexicalModel, lexicalModel } from './lexical-model.ts'

/**
 * Rewards ranges whose words translate each other and counts against known words without a counterpart. Each word of one
 * side is a witness: the log-likelihood ratio of finding one of its renderings on the other side of a translation against
 * finding it in any range of that size. Both directions are averaged.
 */
export const lexical: Scorer = {
  id: 'lexical',
  version: 1,
  searches: ['look', 'glance'],
  prepare(pair) {
    const model = lexicalModel(pair)
    const cells = createCells(model)
    const coverage = (s: SegmentRange, t: SegmentRange): Coverage => coverageOf(model, cells.hits(s, t), s, t)
    return {
      score: cells.score,
      coverage,
      explain: (s, t) => explain(pair, model, cells.hits(s, t), cells.score(s.from, s.to, t.from, t.to), s, t),
    }
  },
}

function explain(
  pair: LinkedPair,
  model: LexicalModel,
  hits: readonly Hit[],
  total: number,
  s: SegmentRange,
  t: SegmentRange,
): readonly Evidence[] {
  const matched = bestBySource(hits).map((hit): Evidence => {
    const source = spanOf(model.source, hit.source)
    const target = spanOf(model.target, hit.target)
    const note = `${pair.source.text.slice(source.start, source.end)} = ${pair.target.text.slice(target.start, target.end)}`
    return {
      scorer: 'lexical',
      score: 0.5 * hit.sourceGain,
      note,
      kind: 'word' as const,
      links: [{ source, target }],
    }
  })
  const rest = total - matched.reduce((sum, item) => sum + item.score, 0)
  return [...matched, { scorer: 'lexical', score: rest, note: noteOf(coverageOf(model, hits, s, t)) }]
}

/** The best hit of each source word, in the order of the text. */
function bestBySource(hits: readonly Hit[]): readonly Hit[] {
  const best = new Map<number, Hit>()
  for (const hit of hits) if (hit.sourceGain > (best.get(hit.source)?.sourceGain ?? -1)) best.set(hit.source, hit)
  return [...best.values()].sort((a, b) => a.source - b.source)
}

function coverageOf(model: LexicalModel, hits: readonly Hit[], s: SegmentRange, t: SegmentRange): Coverage {
  const sourceCount = (model.source.offsets[s.to] ?? 0) - (model.source.offsets[s.from] ?? 0)
  const targetCount = (model.target.offsets[t.to] ?? 0) - (model.target.offsets[t.from] ?? 0)
  const share = (count: number, of: number): number => (of === 0 ? 0 : count / of)
  return {
    sourceCount,
    targetCount,
    source: share(new Set(hits.map((hit) => hit.source)).size, sourceCount),
    target: share(new Set(hits.map((hit) => hit.target)).size, targetCount),
  }
}

function noteOf(coverage: Coverage): string {
  const hits = (share: number, count: number): string => `${Math.round(share * count)} of ${count}`
  return `${hits(coverage.source, coverage.sourceCount)} known words here and ${hits(coverage.target, coverage.targetCount)} there have a counterpart`
}

const spanOf = (side: LexicalModel['source'], occurrence: number): Span => ({
  start: side.starts[occurrence] ?? 0,
  end: side.ends[occurrence] ?? 0,
})
