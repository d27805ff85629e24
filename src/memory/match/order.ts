import { plainText } from '../../core/content.ts'
import type { Decision } from '../../core/types.ts'
import type { Match, MatchKind } from '../types.ts'
import { lastChange } from './penalties.ts'

const kinds: readonly MatchKind[] = ['context', 'exact', 'fuzzy']
const states: readonly Decision['state'][][] = [['accepted', 'edited'], ['proposed'], ['rejected']]

/**
 * The matches, the best first: by score, kind, decision of a person, newest, most used. Units that are equal in all this come in
 * the order of their keys, and matches of one unit by language and text, so that the order never depends on how they came.
 */
export function orderMatches(matches: readonly Match[]): Match[] {
  if (matches.length < 2) return [...matches]
  return matches
    .map((match) => ({ match, change: lastChange(match.unit.unit) }))
    .sort((a, b) => compareMatches(a.match, b.match, b.change - a.change))
    .map(({ match }) => match)
}

function compareMatches(a: Match, b: Match, newer: number): number {
  return (
    b.score - a.score ||
    kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
    rankOf(a) - rankOf(b) ||
    newer ||
    b.unit.uses - a.unit.uses ||
    a.unit.key - b.unit.key ||
    compareTexts(textOf(a), textOf(b))
  )
}

const rankOf = ({ unit }: Match): number => states.findIndex((group) => group.includes(unit.unit.decision.state))

const textOf = ({ source, target }: Match): string =>
  [target.language, plainText(target.content), source.language, plainText(source.content)].join('\n')

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
