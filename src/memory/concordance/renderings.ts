import type { Span } from '../../core/types.ts'
import { plainTextOf } from '../variants.ts'
import type { ConcordanceHit, Renderings } from './types.ts'

/** The hit with the places on its other side that render what was found, as far as `renderings` knows them. */
export function markRenderings(hit: ConcordanceHit, renderings: Renderings): ConcordanceHit {
  const { variant, other, spans } = hit
  if (other === undefined) return hit
  const source = { text: plainTextOf(variant), language: variant.language }
  const target = { text: plainTextOf(other.variant), language: other.variant.language }
  const found = spans.flatMap((span) => renderings({ ...source, span }, target))
  return { ...hit, other: { ...other, spans: joined(found) } }
}

/** In order; those that overlap or touch as one, empty ones left out. */
function joined(spans: readonly Span[]): readonly Span[] {
  const result: Span[] = []
  for (const span of spans.filter(({ start, end }) => end > start).sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = result.at(-1)
    if (last === undefined || span.start > last.end) result.push(span)
    else result[result.length - 1] = { start: last.start, end: Math.max(last.end, span.end) }
  }
  return result
}
