import { once } from '../../core/once.ts'
import type { LanguageTag } from '../../core/types.ts'
import { secondsOf } from '../dates.ts'
import type { WordFold } from '../script-fold.ts'
import { createPattern } from '../text/edit-bits.ts'
import { foldText, printOf } from '../text/fold.ts'
import type { Penalty, SearchQuery } from '../types.ts'
import { type Aligner, createAligner } from './alignment.ts'
import { languagePenalties } from './penalties.ts'
import { normsOf, type PiecedText, piecesOf } from './pieces.ts'
import { type Code, codesOf } from './tags.ts'
import { type Kinship, kinshipOf } from './targets.ts'

/** The text of a query, ready to be held against others. */
export interface QueryText {
  readonly own: PiecedText
  readonly tokenDistance: Distance
  readonly pieceDistance: Distance
}

/** A query with all that is the same for every unit it is held against. */
export interface PreparedQuery {
  readonly query: SearchQuery
  readonly folded: string
  readonly codes: readonly Code[]
  /** Seconds since 1970 of the time from which ages are counted, where the query gives it. */
  readonly today?: number
  /** Its words, cut when the first text that is not the same is held against it. */
  readonly words: () => QueryText
  readonly aligner: () => Aligner
  /** For texts in other scripts of the language: all words in one form. Absent where nobody knows how scripts compare. */
  readonly otherScript?: { readonly words: () => QueryText; readonly fold: WordFold }
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

/** What a language found means for one that is asked for. */
export type LanguageJudge = (side: Side, asked: LanguageTag, found: LanguageTag) => JudgedLanguage

/** A judge that remembers: to tell how two tags go together takes longer than to compare two sentences. */
export function createLanguageJudge(): LanguageJudge {
  const judged = { source: new Map<string, JudgedLanguage>(), target: new Map<string, JudgedLanguage>() }
  return (side, asked, found) => {
    const key = `${asked} ${found}`
    const known = judged[side].get(key)
    if (known !== undefined) return known
    const language = { kinship: kinshipOf(asked, found), penalties: languagePenalties(asked, found, side) }
    judged[side].set(key, language)
    return language
  }
}

/**
 * Prepares a query for being held against many units. With `fold` texts in other scripts are compared by their folded words,
 * else as they stand.
 */
export function prepareQuery(
  query: SearchQuery,
  fold?: WordFold,
  judge: LanguageJudge = createLanguageJudge(),
): PreparedQuery {
  const asked = { source: query.sourceLanguage, target: query.targetLanguage }
  const today = query.now === undefined ? undefined : secondsOf(query.now)
  return {
    query,
    folded: foldText(query.text),
    words: once(() => queryText(piecesOf(query.text))),
    aligner: once(createAligner),
    ...(fold && { otherScript: { words: once(() => queryText(piecesOf(query.text, fold))), fold } }),
    ...(today !== undefined && { today }),
    codes: codesOf(query.content ?? []),
    ...(query.before !== undefined && { before: printOf(foldText(query.before)) }),
    ...(query.after !== undefined && { after: printOf(foldText(query.after)) }),
    languageOf: (side, found) => judge(side, asked[side], found),
  }
}

function queryText(own: PiecedText): QueryText {
  const tokenDistance = distancesFrom(own.tokens)
  return { own, tokenDistance, pieceDistance: own.isPlain ? tokenDistance : distancesFrom(normsOf(own.pieces)) }
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
