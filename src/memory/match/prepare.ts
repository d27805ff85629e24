import type { LanguageTag } from '../../core/types.ts'
import { secondsOf } from '../dates.ts'
import { createPattern } from '../text/edit-bits.ts'
import { foldText, printOf } from '../text/fold.ts'
import type { Penalty, SearchQuery } from '../types.ts'
import { type Aligner, createAligner } from './alignment.ts'
import { languagePenalties } from './penalties.ts'
import { normsOf, type PiecedText, piecesOf } from './pieces.ts'
import { type Code, codesOf } from './tags.ts'
import { type Kinship, kinshipOf } from './targets.ts'

/** A query with all that is the same for every unit it is held against. */
export interface PreparedQuery {
  readonly query: SearchQuery
  readonly folded: string
  readonly own: PiecedText
  readonly codes: readonly Code[]
  /** Seconds since 1970 of the time from which ages are counted, where the query gives it. */
  readonly today?: number
  readonly align: Aligner
  readonly tokenDistance: Distance
  readonly pieceDistance: Distance
  /** Prints of the neighbours that are known. */
  readonly before?: number
  readonly after?: number
  /** What a language of a variant means for this query. */
  languageOf(side: Side, found: LanguageTag): JudgedLanguage
}

/** Levenshtein distance of the tokens (norms of the pieces) of the query to others; when it is above `max`, some number above `max`. */
export type Distance = (norms: readonly string[], max: number) => number

export type Side = 'source' | 'target'

export interface JudgedLanguage {
  readonly kinship: Kinship
  readonly penalties: readonly Penalty[]
}

/** Prepares a query for being held against many units; it keeps what it learns of languages on the way. */
export function prepareQuery(query: SearchQuery): PreparedQuery {
  const judged = { source: new Map<LanguageTag, JudgedLanguage>(), target: new Map<LanguageTag, JudgedLanguage>() }
  const asked = { source: query.sourceLanguage, target: query.targetLanguage }
  const own = piecesOf(query.text)
  const tokenDistance = distancesFrom(own.tokens)
  const today = query.now === undefined ? undefined : secondsOf(query.now)
  return {
    query,
    folded: foldText(query.text),
    own,
    align: createAligner(),
    tokenDistance,
    pieceDistance: own.isPlain ? tokenDistance : distancesFrom(normsOf(own.pieces)),
    ...(today !== undefined && { today }),
    codes: codesOf(query.content ?? []),
    ...(query.before !== undefined && { before: printOf(foldText(query.before)) }),
    ...(query.after !== undefined && { after: printOf(foldText(query.after)) }),
    languageOf: (side, found) => {
      const known = judged[side].get(found)
      if (known !== undefined) return known
      const language = {
        kinship: kinshipOf(asked[side], found),
        penalties: languagePenalties(asked[side], found, side),
      }
      judged[side].set(found, language)
      return language
    },
  }
}

function distancesFrom(tokens: readonly string[]): Distance {
  const numbers = new Map<string, number>()
  for (const token of tokens) if (!numbers.has(token)) numbers.set(token, numbers.size)
  const pattern = createPattern(tokens.map((token) => numbers.get(token) ?? 0))
  return (others, max) => {
    const ids = new Int32Array(others.length)
    for (let at = 0; at < ids.length; at++) ids[at] = numbers.get(others[at] ?? '') ?? numbers.size
    return pattern.distance(ids, 0, ids.length, max)
  }
}
