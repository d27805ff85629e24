import { relations } from '../../core/relations.ts'
import type { Bead, Evidence, Relation, SegmentRange, Span } from '../../core/types.ts'
import { decisionOf } from './deciding.ts'
import { idOf, isEmpty, overlap } from './ranges.ts'
import type { Act, EditedPair, EditedSide } from './types.ts'
import { textsOf, wordingOf } from './wording.ts'

/** Two ranges of segments. */
export interface Ranges {
  readonly source: SegmentRange
  readonly target: SegmentRange
}

/**
 * A bead that a person made of the segments of others. Of their evidence stays what both its sides hold; a text that somebody
 * wrote stays too.
 */
export function remadeBead(
  pair: EditedPair,
  ranges: Ranges,
  olds: readonly Bead[],
  comments: readonly string[],
  act: Act,
): Bead {
  const { source, target } = ranges
  const isPair = !isEmpty(source) && !isEmpty(target)
  const evidence = isPair ? evidenceWithin(pair, ranges, olds) : []
  return {
    id: idOf(ranges),
    source,
    target,
    score: evidence.reduce((sum, item) => sum + item.score, 0),
    confidence: isPair ? 1 : 0,
    relation: isPair ? relationOf(olds, ranges) : 'unaligned',
    evidence,
    decision: decisionOf('edited', act),
    ...textsOf({
      source: wordingOf('source', source, olds, pair.source),
      target: wordingOf('target', target, olds, pair.target),
    }),
    ...(comments.length === 0 ? {} : { comment: comments.join('\n') }),
  }
}

/** Best first. */

/** A pair that a person makes is a translation, or a partial one where that is the worst of what it is made of. */
function relationOf(olds: readonly Bead[], { source, target }: Ranges): Relation {
  const concerned = olds.filter((bead) => overlap(bead.source, source) || overlap(bead.target, target))
  const worst = Math.max(...concerned.map((bead) => relations.indexOf(bead.relation)))
  return relations[worst] === 'partial' ? 'partial' : 'translation'
}

/** Reasons that name places of both sides; those that speak of a bead as a whole no longer hold. */
function evidenceWithin(pair: EditedPair, { source, target }: Ranges, olds: readonly Bead[]): readonly Evidence[] {
  const sourceSpan = spanOf(pair.source, source)
  const targetSpan = spanOf(pair.target, target)
  return olds.flatMap((bead) =>
    bead.evidence.flatMap((item) => {
      const links = item.links?.filter((link) => isInside(link.source, sourceSpan) && isInside(link.target, targetSpan))
      return links === undefined || links.length === 0 ? [] : [{ ...item, links }]
    }),
  )
}

const spanOf = ({ segments }: EditedSide, { from, to }: SegmentRange): Span => ({
  start: segments[from]?.span.start ?? 0,
  end: segments[to - 1]?.span.end ?? 0,
})

const isInside = (inner: Span, outer: Span): boolean => inner.start >= outer.start && inner.end <= outer.end
