import type { Bead } from '../../../editing.ts'
import type { BeadDetail } from '../../protocol.ts'
import { findMatches } from '../find/search.ts'
import { matchesOf } from '../why/matches.ts'
import type { MarkSpan } from './mark-tree.ts'

type Side = 'source' | 'target'

/** What is marked in the text of a document for a bead: matches and places that checks are about. */
export function evidenceSpans(detail: BeadDetail | undefined, side: Side): readonly MarkSpan[] {
  if (!detail) return []
  const matches = matchesOf(detail).flatMap((match) =>
    match[side].map((span) => ({ ...span, mark: `${match.kind}-${match.number}` })),
  )
  const checks = detail.checks.flatMap((check) =>
    (check[side] ?? []).map(([start, end]) => ({ start, end, mark: 'check' })),
  )
  return [...matches, ...checks]
}

/** The spans of matches in a text that a person wrote: where the words of the document stand in it too. */
export function moveSpans(spans: readonly MarkSpan[], text: string, own: string): readonly MarkSpan[] {
  return spans.flatMap(({ start, end, mark }) => {
    const at = own.indexOf(text.slice(start, end))
    return at < 0 || start === end ? [] : [{ start: at, end: at + end - start, mark }]
  })
}

/** Places of a stretch of text that hold what is searched. */
export function foundSpans(text: string, start: number, end: number, searched: string): readonly MarkSpan[] {
  if (searched === '') return []
  return findMatches(text.slice(start, end), searched).map(([from, to]) => ({
    start: start + from,
    end: start + to,
    mark: 'found',
  }))
}

/** The text that a person wrote for a side of a bead, if one did. */
export function ownText({ text }: Bead, side: Side): string | undefined {
  return text?.[side]
}
