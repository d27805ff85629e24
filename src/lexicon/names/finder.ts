import { hanNameContext, readHanVariants } from '../../languages/names.ts'
import { findHanBrackets, type LearntName, learnBracket, type ScoreName } from './brackets.ts'
import { type Channels, openChannels } from './channels.ts'
import { findName, openName } from './find-name.ts'
import { type LatinName, orderlessKey, parseLatinName } from './latin-name.ts'
import { scoreLines } from './line-search.ts'
import {
  createFold,
  type Fold,
  findBrackets,
  indexNames,
  type NameBracket,
  type NameIndex,
  nameLineOf,
} from './name-index.ts'
import { createNameContext, isTitleAt, type NameContext, titleBefore } from './support.ts'
import type { NameHit } from './types.ts'

export type { NameIndex } from './name-index.ts'
export type { NameHit } from './types.ts'

/** What is known of names; it is shared by finders, and the data of a channel is read when the first name is looked up. */
export interface NameKnowledge {
  readonly fold: Fold
  readonly context: NameContext
  readonly channels: Channels
}

/** Opens what is known of names, in the channels whose ids are given, or in all. */
export function openNameKnowledge(channels?: readonly string[]): NameKnowledge {
  const fold = createFold(readHanVariants())
  return { fold, context: createNameContext(hanNameContext, fold), channels: openChannels(channels, fold) }
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

/** Makes a finder that has learnt nothing yet. */
export function createNameFinder({ fold, context, channels }: NameKnowledge = openNameKnowledge()): NameFinder {
  const learnt = new Map<string, Set<string>>()
  const bracketsByIndex = new WeakMap<NameIndex, ReadonlyMap<string, readonly NameBracket[]>>()
  const preference = (character: string): number | undefined => channels.sound()?.preference(character)
  const score: ScoreName = (name, forms) => {
    const lines = forms.map((folded, i) => nameLineOf(folded, [{ start: i, end: i + 1 }], preference))
    const { readings, sound } = openName(name, channels)
    const scores = forms.map(() => 0)
    for (const { start, score: agreed } of scoreLines(readings, sound, channels.sound(), lines))
      scores[start] = Math.max(scores[start] ?? 0, agreed)
    return scores
  }
  const bracketsOf = (index: NameIndex): ReadonlyMap<string, readonly NameBracket[]> => {
    const known = bracketsByIndex.get(index) ?? groupBrackets(index.brackets)
    bracketsByIndex.set(index, known)
    return known
  }
  const learnFrom = (brackets: readonly NameBracket[]): readonly LearntName[] =>
    brackets.flatMap((bracket) => learnBracket(bracket, fold, context, score) ?? [])
  const indexText = (text: string): NameIndex =>
    indexNames(text, {
      fold,
      preference,
      particles: context.particles,
      hasTitle(line) {
        for (let at = 1; at < line.length; at++)
          if (titleBefore(line, at + 1, context) > 0 || isTitleAt(line, at, context)) return true
        return false
      },
    })
  return {
    index: indexText,
    find: (name, index) =>
      findName(openName(parseLatinName(name), channels), index, {
        channels,
        context,
        learnt: (searched, { brackets }) => {
          const key = orderlessKey(searched)
          const own = brackets.length === 0 ? [] : learnFrom(bracketsOf(index).get(key) ?? [])
          return [...new Set([...(learnt.get(key) ?? []), ...own.map((each) => each.han)])]
        },
      }),
    learn(text) {
      const found = [...learnFrom(findBrackets(text)), ...learnHanBrackets(text, fold, score)]
      for (const { key, han } of found) learnt.set(key, (learnt.get(key) ?? new Set()).add(han))
      return found.length
    },
  }
}

function groupBrackets(brackets: readonly NameBracket[]): ReadonlyMap<string, readonly NameBracket[]> {
  const groups = new Map<string, NameBracket[]>()
  for (const bracket of brackets) {
    const key = orderlessKey(parseLatinName(bracket.latin))
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [bracket])
    else group.push(bracket)
  }
  return groups
}

const minBracketScore = 0.5

/** Names in Latin letters with Han characters in brackets behind them: the words that agree best with these. */
function learnHanBrackets(text: string, fold: Fold, score: ScoreName): readonly LearntName[] {
  return findHanBrackets(text).flatMap(({ names, han }) => {
    const folded = fold(han)
    let best: { readonly name: LatinName; readonly score: number } | undefined
    for (const name of names.map(parseLatinName)) {
      const agreed = score(name, [folded])[0] ?? 0
      if (best === undefined || agreed > best.score) best = { name, score: agreed }
    }
    return best === undefined || best.score < minBracketScore ? [] : [{ key: orderlessKey(best.name), han: folded }]
  })
}
