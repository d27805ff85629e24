import { hanNameContext, readHanVariants } from '../../languages/names.ts'
import { findHanBrackets, type LearntName, learnBracket, orderlessKey, type ScoreName } from './brackets.ts'
import { openChannels } from './channels.ts'
import { findName, lineCandidates, openName } from './find-name.ts'
import { type LatinName, parseLatinName } from './latin-name.ts'
import { createFold, type Fold, indexNames, joinLine, type NameIndex } from './name-index.ts'
import { createNameContext, isTitleAt, titleBefore } from './support.ts'
import type { NameHit } from './types.ts'

export type { NameIndex } from './name-index.ts'
export type { NameHit } from './types.ts'

export interface NameFinderOptions {
  /** Ids of the channels to use; all when absent. */
  readonly channels?: readonly string[]
}

/** Finds names in Latin letters in texts in Han characters. It remembers what it learnt, and nothing else. */
export interface NameFinder {
  /** Prepares a text once for any number of names. */
  index(text: string): NameIndex
  /** Places of a name, the best first, the longest on a tie, those that are not accepted too. */
  find(name: string, index: NameIndex): readonly NameHit[]
  /** Learns names that a text has in both forms, one of them in brackets; returns how many. They hold for every text from then on. */
  learn(text: string): number
}

/** Makes a finder; the data of a channel is read when the first name is looked up. */
export function createNameFinder(options: NameFinderOptions = {}): NameFinder {
  const fold = createFold(readHanVariants())
  const context = createNameContext(hanNameContext, fold)
  const channels = openChannels(options.channels)
  const learnt: LearntName[] = []
  const learntByIndex = new WeakMap<NameIndex, readonly LearntName[]>()
  const preference = (character: string): number | undefined => channels.sound()?.preference(character)
  const score = (name: LatinName, han: string): number => {
    const line = { span: { start: 0, end: han.length }, folded: han, ...joinLine(han, preference) }
    return Math.max(0, ...lineCandidates(openName(name, channels), [line], channels).map((each) => each.score))
  }
  const learntIn = (index: NameIndex): readonly LearntName[] => {
    const known =
      learntByIndex.get(index) ??
      index.brackets.flatMap((bracket) => learnBracket(bracket, fold, context, score) ?? [])
    learntByIndex.set(index, known)
    return known
  }
  const indexText = (text: string): NameIndex =>
    indexNames(text, {
      fold,
      preference,
      hasTitle(line) {
        for (let at = 1; at < line.length; at++) if (titleBefore(line, at + 1, context) > 0 || isTitleAt(line, at, context)) return true
        return false
      },
    })
  return {
    index: indexText,
    find: (name, index) =>
      findName(openName(parseLatinName(name), channels), index, {
        channels,
        context,
        learnt: [...learnt, ...learntIn(index)],
      }),
    learn(text) {
      const found = [...learntIn(indexText(text)), ...learnHanBrackets(text, fold, score)]
      learnt.push(...found)
      return found.length
    },
  }
}

const minBracketScore = 0.5

/** Names in Latin letters with Han characters in brackets behind them: the words that agree best with these. */
function learnHanBrackets(
  text: string,
  fold: Fold,
  score: ScoreName,
): readonly LearntName[] {
  return findHanBrackets(text).flatMap(({ names, han }) => {
    const folded = fold(han)
    let best: { readonly name: LatinName; readonly score: number } | undefined
    for (const name of names.map(parseLatinName)) {
      const agreed = score(name, folded)
      if (best === undefined || agreed > best.score) best = { name, score: agreed }
    }
    return best === undefined || best.score < minBracketScore ? [] : [{ key: orderlessKey(best.name), han: folded }]
  })
}
