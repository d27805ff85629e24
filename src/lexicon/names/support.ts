import type { Fold, NameIndex } from './name-index.ts'
import { separator } from './sound.ts'

/** What around a place in a text says that a name stands there. */
export interface Support {
  /** An office or a form of address right before or behind it, or a verb of speaking behind it. */
  readonly hasTitle: boolean
  /** It has separators, and none stands beside it. */
  readonly isParted: boolean
  /** Latin letters in brackets stand behind it, or it stands in brackets itself. */
  readonly isBracketed: boolean
  /** It is a whole line. */
  readonly isLine: boolean
}

/** Words that may stand beside names, folded. */
export interface NameContext {
  readonly before: ReadonlySet<string>
  readonly after: ReadonlySet<string>
}

const longestWord = 6

/** Prepares the words beside names. */
export function createNameContext(
  words: { readonly before: readonly string[]; readonly after: readonly string[] },
  fold: Fold,
): NameContext {
  return { before: new Set(words.before.map(fold)), after: new Set(words.after.map(fold)) }
}

/** Length of the word of the list that ends right at a place; 0 when none does. */
export function titleBefore(folded: string, start: number, { before }: NameContext): number {
  for (let length = Math.min(longestWord, start); length > 1; length--)
    if (before.has(folded.slice(start - length, start))) return length
  return 0
}

/** True when a word of the list starts right at a place. */
export function isTitleAt(folded: string, end: number, { after }: NameContext): boolean {
  for (let length = 1; length <= longestWord && end + length <= folded.length; length++)
    if (after.has(folded.slice(end, end + length))) return true
  return false
}

/** Collects what supports a name at a place. */
export function supportAt({ folded }: NameIndex, start: number, end: number, context: NameContext): Support {
  const before = folded.charAt(start - 1)
  const behind = folded.charAt(end)
  return {
    hasTitle: titleBefore(folded, start, context) > 0 || isTitleAt(folded, end, context),
    isParted: folded.slice(start, end).includes(separator) && before !== separator && behind !== separator,
    isBracketed:
      (isOpening(behind) && /\p{Script=Latin}/u.test(folded.charAt(end + 1))) || (isOpening(before) && isClosing(behind)),
    isLine: isLineEdge(before) && isLineEdge(behind),
  }
}

const isOpening = (character: string): boolean => character === '(' || character === '（'
const isClosing = (character: string): boolean => character === ')' || character === '）'
const isLineEdge = (character: string): boolean => character === '' || /[\n\r\u2028\u2029]/u.test(character)
