import { plainText } from '../../core/content.ts'
import type { Run, Variant } from '../../core/types.ts'
import type { Difference, Match, MatchKind, MemoryUnit, UnitContext } from '../types.ts'
import { type Comparison, compareSource, epsilon } from './compare.ts'
import type { NameJudge } from './names.ts'
import { differencePenalties, unitPenalties } from './penalties.ts'
import { piecesOf } from './pieces.ts'
import type { PreparedQuery } from './prepare.ts'
import { type NumberWords, repairNumbers } from './repair.ts'
import { targetsFor } from './targets.ts'

/** What the judge may be told of languages; it does without. */
export interface MatchSettings {
  /** Knows names: a gazetteer. */
  readonly isName?: NameJudge
  /** Knows words that are numbers or hold one: with it, a number is not put right where a word may be meant. */
  readonly numberOf?: NumberWords
}

/**
 * All matches that a unit is: one for each of its variants that is like the text and each target. A rejected unit is none, unless
 * the filter asks for rejected ones. What else the filter says is not looked at.
 */
export function judgeMatches(prepared: PreparedQuery, unit: MemoryUnit, settings: MatchSettings = {}): Match[] {
  const { query } = prepared
  if (!isOffered(prepared, unit)) return []
  const matches: Match[] = []
  for (const source of unit.unit.variants) {
    if (!isAsked(prepared, source)) continue
    const targets = targetsFor(unit.unit, query.targetLanguage, {
      source,
      foldScript: query.foldScript === true,
      kinship: (_, found) => prepared.languageOf('target', found).kinship,
    })
    const comparison = targets.length === 0 ? undefined : compareSource(prepared, source, settings.isName)
    if (comparison === undefined) continue
    for (const target of targets) matches.push(matchOf(prepared, { unit, source, target }, comparison, settings))
  }
  return matches
}

/** The match that a unit is with this source and this target; undefined when it is none. */
export function judgeMatch(
  prepared: PreparedQuery,
  unit: MemoryUnit,
  source: Variant,
  target: Variant,
  settings: MatchSettings = {},
): Match | undefined {
  if (!isOffered(prepared, unit) || !isAsked(prepared, source)) return undefined
  const { kinship } = prepared.languageOf('target', target.language)
  if (kinship === 'other' || (kinship === 'script' && prepared.query.foldScript !== true)) return undefined
  const comparison = compareSource(prepared, source, settings.isName)
  return comparison && matchOf(prepared, { unit, source, target }, comparison, settings)
}

const isOffered = ({ query }: PreparedQuery, { unit }: MemoryUnit): boolean =>
  unit.decision.state !== 'rejected' || query.filter?.states?.includes('rejected') === true

function isAsked(prepared: PreparedQuery, { language }: Variant): boolean {
  const { kinship } = prepared.languageOf('source', language)
  return kinship !== 'other' && (kinship !== 'script' || prepared.query.foldScript === true)
}

type Candidate = Pick<Match, 'unit' | 'source' | 'target'>

/**
 * The score is 100 for an exact match and 1 more for each equal neighbour, else 100 × similarity (see `Comparison`); less all
 * penalties, rounded down, at least 0. What is not exact differs in something that costs points, so it has 99 at most.
 */
function matchOf(
  prepared: PreparedQuery,
  candidate: Candidate,
  comparison: Comparison,
  settings: MatchSettings,
): Match {
  const { unit, source, target } = candidate
  const { base, differences, isExact, similarity } = comparison
  const neighbours = isExact ? equalNeighbours(prepared, unit) : 0
  const kind: MatchKind = neighbours > 0 ? 'context' : isExact ? 'exact' : 'fuzzy'
  const suggestion = suggestionFor(candidate, comparison, settings)
  const penalties = [
    ...differencePenalties(differences, suggestion !== undefined),
    ...prepared.languageOf('source', source.language).penalties,
    ...prepared.languageOf('target', target.language).penalties,
    ...unitPenalties(unit, prepared.query, prepared.today),
  ]
  const taken = penalties.reduce((sum, { points }) => sum + points, 0)
  const score = Math.max(0, Math.floor(100 * similarity + neighbours - taken + epsilon))
  const match: Match = { unit, source, target, kind, base, score, differences, penalties }
  return suggestion === undefined ? match : { ...match, suggestion }
}

/** Most neighbours that the text has in common with any place where the unit was met. */
function equalNeighbours({ before, after }: PreparedQuery, { context, otherContexts = [] }: MemoryUnit): number {
  const equalIn = (one: UnitContext): number =>
    Number(before !== undefined && before === one.before) + Number(after !== undefined && after === one.after)
  return Math.max(equalIn(context), ...otherContexts.map(equalIn))
}

/** Kinds of difference beside which the numbers are put right: they leave the words as they are. */
const leaveWords: readonly string[] = ['number', 'case', 'punctuation', 'tag']

/** Whether numbers differ, and no words with them: what may get a suggestion. */
export const differOnlyInNumbers = (differences: readonly Difference[]): boolean =>
  differences.some(({ kind }) => kind === 'number') && differences.every(({ kind }) => leaveWords.includes(kind))

function suggestionFor(
  { source, target }: Candidate,
  { differences, alignment }: Comparison,
  { numberOf }: MatchSettings,
): readonly Run[] | undefined {
  if (alignment === undefined || !differOnlyInNumbers(differences)) return undefined
  const numbers = differences.filter(({ kind }) => kind === 'number').length
  return repairNumbers({
    query: alignment.own,
    match: alignment.source,
    steps: alignment.steps,
    numbers,
    target: piecesOf(plainText(target.content)),
    targetContent: target.content,
    sourceLanguage: source.language,
    targetLanguage: target.language,
    ...(numberOf && { numberOf }),
  })
}
