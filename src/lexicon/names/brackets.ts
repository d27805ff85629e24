import { type LatinName, orderlessKey, parseLatinName } from './latin-name.ts'
import type { Fold, NameBracket } from './name-index.ts'
import { separator } from './sound.ts'
import { type NameContext, titleBefore } from './support.ts'

/** Two forms of one name that a text has side by side. */
export interface LearntName {
  /** Letters of the words in alphabetic order. */
  readonly key: string
  /** Folded. */
  readonly han: string
}

/** How well each of some folded strings agrees with a name, 0..1. */
export type ScoreName = (name: LatinName, forms: readonly string[]) => readonly number[]

const longest = 8
const longestFirstPart = 6
/** A name right behind an office needs less to be believed. */
const titleBonus = 0.15
const minScore = 0.45

/**
 * Which of the characters before a bracket are the name in it: those that agree best; all behind an office when none does.
 * Undefined for acronyms and where nothing agrees.
 */
export function learnBracket(
  { latin, before }: NameBracket,
  fold: Fold,
  context: NameContext,
  score: ScoreName,
): LearntName | undefined {
  const name = parseLatinName(latin)
  if (!isPersonLike(name)) return undefined
  const folded = fold(before)
  const starts = startsOf(folded)
  const scores = score(
    name,
    starts.map((start) => folded.slice(start)),
  )
  let best: { readonly han: string; readonly score: number } | undefined
  for (const [i, start] of starts.entries()) {
    const agreed = (scores[i] ?? 0) + (titleBefore(folded, start, context) > 0 ? titleBonus : 0)
    if (best === undefined || agreed >= best.score) best = { han: folded.slice(start), score: agreed }
  }
  return best === undefined || best.score < minScore ? undefined : { key: orderlessKey(name), han: best.han }
}

/** Words with a capital and small letters; one acronym spoils it. */
function isPersonLike({ words }: LatinName): boolean {
  return (
    words.length > 0 &&
    words.every(({ text }) => text.length < 4 || /\p{Ll}/u.test(text)) &&
    words.some(({ text }) => /\p{Lu}\p{Ll}/u.test(text))
  )
}

/** Where a name that ends at the end may start, the shortest first: two to eight characters, more when it has parts. */
function startsOf(folded: string): readonly number[] {
  const starts: number[] = []
  const first = folded.indexOf(separator)
  const lowest = first < 0 ? folded.length - longest : Math.max(0, first - longestFirstPart)
  for (let start = folded.length - 2; start >= Math.max(0, lowest); start--)
    if (folded.charAt(start) !== separator && folded.charAt(start - 1) !== '') starts.push(start)
    else if (start === 0) starts.push(start)
  return starts
}

const hanInBrackets =
  /(?<![\p{Script=Latin}\p{M}'’.-])((?:[\p{Script=Latin}\p{M}'’.-]+ ){0,4}\p{Lu}[\p{Script=Latin}\p{M}'’-]*) ?[(（]((?:\p{Script=Han}[·・•‧-]?){2,20})[)）]/gu

/** Latin names with Han characters in brackets behind them, longest name first for each place: `minister Nobuo Kishi (岸信夫)`. */
export function findHanBrackets(text: string): readonly { readonly names: readonly string[]; readonly han: string }[] {
  return Array.from(text.matchAll(hanInBrackets), (match) => {
    const words = (match[1] ?? '').split(' ')
    return { names: words.map((_, i) => words.slice(i).join(' ')), han: match[2] ?? '' }
  })
}
