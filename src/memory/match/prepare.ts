import type { LanguageTag } from '../../core/types.ts'
import { foldText, printOf } from '../text/fold.ts'
import type { Penalty, SearchQuery } from '../types.ts'
import { languagePenalties } from './penalties.ts'
import { type PiecedText, piecesOf } from './pieces.ts'
import { type Code, codesOf } from './tags.ts'
import { type Kinship, kinshipOf } from './targets.ts'

/** A query with all that is the same for every unit it is held against. */
export interface PreparedQuery {
  readonly query: SearchQuery
  readonly folded: string
  readonly own: PiecedText
  readonly codes: readonly Code[]
  /** Prints of the neighbours that are known. */
  readonly before?: number
  readonly after?: number
  /** What a language of a variant means for this query. */
  languageOf(side: Side, found: LanguageTag): JudgedLanguage
}

export type Side = 'source' | 'target'

export interface JudgedLanguage {
  readonly kinship: Kinship
  readonly penalties: readonly Penalty[]
}

/** Prepares a query for being held against many units; it keeps what it learns of languages on the way. */
export function prepareQuery(query: SearchQuery): PreparedQuery {
  const judged = { source: new Map<LanguageTag, JudgedLanguage>(), target: new Map<LanguageTag, JudgedLanguage>() }
  const asked = { source: query.sourceLanguage, target: query.targetLanguage }
  return {
    query,
    folded: foldText(query.text),
    own: piecesOf(query.text),
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
