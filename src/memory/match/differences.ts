import type { LanguageTag, Span } from '../../core/types.ts'
import { foldText } from '../text/fold.ts'
import type { Difference } from '../types.ts'
import type { Step } from './alignment.ts'
import { type NameJudge, type NameTest, nameTest } from './names.ts'
import type { Piece, PiecedText } from './pieces.ts'
import { punctuationDifferences } from './punctuation.ts'

/** Two texts that are compared, and what names are found with. */
export interface ComparedTexts {
  readonly query: PiecedText
  readonly match: PiecedText
  readonly language: LanguageTag
  /** Language of the second, where it is another. */
  readonly matchLanguage?: LanguageTag
  /** The second is in another script: words that are equal across scripts do not differ in case. */
  readonly isOtherScript?: boolean
  readonly isName?: NameJudge
}

/** Where two texts differ, in the order of the second; those of words and of names that touch are joined. */
export function differencesOf(texts: ComparedTexts, steps: readonly Step[]): Difference[] {
  const differences = [
    ...pieceDifferences(texts, steps),
    ...caseDifferences(texts, steps),
    ...punctuationDifferences(texts.query, texts.match, steps),
  ]
  return inOrder(differences)
}

/** By place in the match, then in the query. */
export function inOrder(differences: readonly Difference[]): Difference[] {
  return differences.toSorted(
    (a, b) =>
      a.match.start - b.match.start ||
      a.query.start - b.query.start ||
      a.match.end - b.match.end ||
      a.query.end - b.query.end,
  )
}

function pieceDifferences(texts: ComparedTexts, steps: readonly Step[]): Difference[] {
  const { query, match, language, matchLanguage = language, isName } = texts
  const isQueryName = nameTest(query, match, language, isName)
  const isMatchName = nameTest(match, query, matchLanguage, isName)
  const differences: Difference[] = []
  let [queryEnd, matchEnd] = [0, 0]
  let isJoinable = false
  for (const step of steps) {
    const [own, other] = [query.pieces[step.query], match.pieces[step.match]]
    if (own?.norm !== other?.norm) {
      const kind = kindOf(step, own, other, isQueryName, isMatchName)
      const difference: Difference = { kind, query: spanOf(own, queryEnd), match: spanOf(other, matchEnd) }
      const last = isJoinable ? differences.at(-1) : undefined
      if (last?.kind === kind && kind !== 'number') differences[differences.length - 1] = joined(last, difference)
      else differences.push(difference)
    }
    isJoinable = own?.norm !== other?.norm
    queryEnd = own?.end ?? queryEnd
    matchEnd = other?.end ?? matchEnd
  }
  return differences
}

function kindOf(
  step: Step,
  own: Piece | undefined,
  other: Piece | undefined,
  isQueryName: NameTest,
  isMatchName: NameTest,
): Difference['kind'] {
  // A lone Chinese numeral is a number only against a number: 一 is in many words as well.
  const isNumber =
    own && other ? own.number !== undefined && other.number !== undefined : isSureNumber(own) || isSureNumber(other)
  if (isNumber) return 'number'
  return (own && isQueryName(step.query)) || (other && isMatchName(step.match)) ? 'name' : 'word'
}

const isSureNumber = (piece: Piece | undefined): boolean =>
  piece?.number === 'digits' || (piece?.number === 'han' && piece.norm.length > 1)

const spanOf = (piece: Piece | undefined, empty: number): Span =>
  piece === undefined ? { start: empty, end: empty } : { start: piece.start, end: piece.end }

const joined = (a: Difference, b: Difference): Difference => ({
  kind: a.kind,
  query: joinedSpan(a.query, b.query),
  match: joinedSpan(a.match, b.match),
})

/** An empty span only marks a place and gives way. */
function joinedSpan(a: Span, b: Span): Span {
  if (b.start === b.end) return a
  return a.start === a.end ? b : { start: a.start, end: b.end }
}

function caseDifferences({ query, match, isOtherScript = false }: ComparedTexts, steps: readonly Step[]): Difference[] {
  const differences: Difference[] = []
  for (const step of steps) {
    const [own, other] = [query.pieces[step.query], match.pieces[step.match]]
    if (own === undefined || other === undefined || own.norm !== other.norm) continue
    const [ownText, otherText] = [query.text.slice(own.start, own.end), match.text.slice(other.start, other.end)]
    if (ownText === otherText || foldText(ownText) === foldText(otherText)) continue
    if (isOtherScript && foldText(ownText).toLowerCase() !== foldText(otherText).toLowerCase()) continue
    differences.push({ kind: 'case', query: spanOf(own, 0), match: spanOf(other, 0) })
  }
  return differences
}
