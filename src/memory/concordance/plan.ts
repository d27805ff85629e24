import type { Span } from '../../core/types.ts'
import { foldWords, type WordFold } from '../script-fold.ts'
import { foldText } from '../text/fold.ts'
import { visitTokens } from '../text/tokens.ts'
import { lowerCase, mapFolded, mapLowerCase, mapWords } from './mapped-text.ts'
import { type Phrase, phraseOf, type WholeEnds } from './phrase.ts'
import type { ConcordanceQuery } from './types.ts'

/** How a text is looked for. */
export interface TextPlan {
  /** The text folded, in lower case unless case counts; empty when there is nothing to look for. */
  readonly wanted: string
  readonly isCaseSensitive: boolean
  readonly ends: WholeEnds
  /** What the index finds; empty for a text of punctuation alone, for which all units are looked through. */
  readonly phrase: Phrase
  /** Where in `wanted` its first token starts and its last one ends. */
  readonly tokens: Span
  /** What the words of `wanted` and `phrase` are folded with, as those of a text have to be. */
  readonly fold?: WordFold
}

/**
 * What a query for a text comes to. Several words begin at the start of a word; `wholeWords` closes both ends. With `fold` it is
 * for texts in another script.
 */
export function planQuery(
  query: Pick<ConcordanceQuery, 'text' | 'wholeWords' | 'caseSensitive'>,
  fold?: WordFold,
): TextPlan {
  const own = foldText(query.text)
  const folded = fold === undefined ? own : foldWords(own, fold)
  const isCaseSensitive = query.caseSensitive === true
  const wanted = isCaseSensitive ? folded : lowerCase(folded)
  const isWhole = query.wholeWords === true
  const ends = { start: isWhole || folded.includes(' '), end: isWhole }
  return {
    wanted,
    isCaseSensitive,
    ends,
    phrase: phraseOf(folded, ends),
    tokens: tokensSpan(wanted),
    ...(fold && { fold }),
  }
}

function tokensSpan(text: string): Span {
  let start = -1
  let end = 0
  visitTokens(text, (tokenStart, tokenEnd) => {
    if (start < 0) start = tokenStart
    end = tokenEnd
  })
  return { start: Math.max(0, start), end }
}

/** All places of what a plan looks for, as UTF-16 offsets in the text as it stands: from the left, not overlapping. */
export function findIn(text: string, plan: TextPlan): readonly Span[] {
  const { wanted, isCaseSensitive, fold } = plan
  if (wanted === '') return []
  const folded = isCaseSensitive ? foldText(text) : lowerCase(foldText(text))
  if (!(fold === undefined ? folded : foldWords(folded, fold)).includes(wanted)) return []
  const cased = isCaseSensitive ? mapFolded(text) : mapLowerCase(mapFolded(text))
  const mapped = fold === undefined ? cased : mapWords(cased, fold)
  const isPlace = placeTest(mapped.text, plan)
  const spans: Span[] = []
  let at = mapped.text.indexOf(wanted)
  while (at >= 0) {
    const isFound = isPlace(at)
    if (isFound) spans.push(mapped.place(at, at + wanted.length))
    at = mapped.text.indexOf(wanted, at + (isFound ? wanted.length : 1))
  }
  return spans
}

const markNext = /^\p{M}/u

/** Tells whether what is looked for may stand at an offset of a text: a letter is not the same letter with a mark. */
function placeTest(text: string, { wanted, ends, phrase, tokens }: TextPlan): (at: number) => boolean {
  const isUncut = (at: number): boolean => {
    const next = text.slice(at + wanted.length, at + wanted.length + 2)
    return next === '' || !markNext.test(next)
  }
  if (phrase.length === 0 || (!ends.start && !ends.end)) return isUncut
  const starts = new Set<number>()
  const stops = new Set<number>()
  visitTokens(text, (start, end) => {
    starts.add(start)
    stops.add(end)
  })
  return (at) =>
    isUncut(at) && (!ends.start || starts.has(at + tokens.start)) && (!ends.end || stops.has(at + tokens.end))
}
