import { plainText } from '../../core/content.ts'
import type { Variant } from '../../core/types.ts'
import { foldText } from '../text/fold.ts'
import type { Difference } from '../types.ts'
import type { Step } from './alignment.ts'
import { differencesOf, inOrder } from './differences.ts'
import { characterSimilarity } from './likeness.ts'
import type { NameJudge } from './names.ts'
import { normsOf, type PiecedText, piecesOf } from './pieces.ts'
import type { PreparedQuery } from './prepare.ts'
import { codesOf, sameCodes, tagDifferences } from './tags.ts'

/** How the source of a unit goes with a query. */
export interface Comparison {
  readonly base: number
  /** The same text after folding, with the same inline codes. Words that are the same only across scripts are not. */
  readonly isExact: boolean
  /**
   * 1 − weighed edit distance in pieces (words, numbers, characters of scripts without spaces) / the longer length, 0..1. An edit
   * costs 1, but the change of a number .6, and that of a word into one that is alike between 1 and .2: 1 − .8 × likeness, where
   * likeness is 0 for words of which half the characters or more have to be edited and otherwise 1 − 2 × (edit distance in
   * characters / the longer length). Case, punctuation and codes cost nothing here, only points. Texts without any piece
   * are compared by characters.
   */
  readonly similarity: number
  /** None for an exact match, and for one whose words are all the same across scripts. */
  readonly differences: readonly Difference[]
  /** How the two texts were compared; absent for an exact match, where nothing needs to be. */
  readonly alignment?: { readonly own: PiecedText; readonly source: PiecedText; readonly steps: readonly Step[] }
}

const exactComparison: Comparison = { base: 1, isExact: true, similarity: 1, differences: [] }

/** Similarities are compared with this much leniency: 7 of 10 is .7. */
export const epsilon = 1e-9

/** Compares a query with the source of a unit; undefined when it is not as like it as the query wants. */
export function compareSource(prepared: PreparedQuery, variant: Variant, isName?: NameJudge): Comparison | undefined {
  const { codes, query } = prepared
  const isOtherScript = prepared.languageOf('source', variant.language).kinship === 'script'
  const folding = isOtherScript ? prepared.otherScript : undefined
  const text = plainText(variant.content)
  const isSameText = text === query.text || foldText(text) === prepared.folded
  const sourceCodes = codesOf(variant.content)
  if (isSameText && sameCodes(codes, sourceCodes)) return exactComparison
  const { own, tokenDistance, pieceDistance } = (folding ?? prepared).words()
  const source = piecesOf(text, folding?.fold)
  const most = Math.max(own.tokens.length, source.tokens.length)
  const max = Math.floor((1 - query.min + epsilon) * most)
  const distance = isSameText ? 0 : tokenDistance(source.tokens, max)
  // Two texts without any word are alike only when they are the same.
  const base = isSameText ? 1 : most === 0 ? 0 : 1 - distance / most
  if (base < query.min - epsilon) return undefined
  const edits = own.isPlain && source.isPlain ? distance : pieceDistance(normsOf(source.pieces), Infinity)
  const { steps, cost } = prepared.aligner()(own.pieces, source.pieces, edits)
  const texts = {
    query: own,
    match: source,
    language: query.sourceLanguage,
    matchLanguage: variant.language,
    isOtherScript,
    ...(isName && { isName }),
  }
  const words = isSameText ? [] : differencesOf(texts, steps)
  const tags = tagDifferences({ own, codes }, { own: source, codes: sourceCodes }, steps, isSameText)
  const found = tags.length === 0 ? words : inOrder([...words, ...tags])
  const isSameFolded = folding !== undefined && distance === 0
  const longer = Math.max(own.pieces.length, source.pieces.length)
  return {
    base,
    isExact: false,
    similarity: longer === 0 ? characterSimilarity(prepared.folded, foldText(text)) : 1 - cost / (1000 * longer),
    differences: found.length > 0 || isSameFolded ? found : [wholeDifference(query.text, text)],
    alignment: { own, source, steps },
  }
}

/** For texts that differ in something that no rule knows. */
const wholeDifference = (query: string, match: string): Difference => ({
  kind: 'punctuation',
  query: { start: 0, end: query.length },
  match: { start: 0, end: match.length },
})
