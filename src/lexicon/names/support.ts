import type { Fold, NameIndex } from './name-index.ts'
import { separator } from './sound.ts'

/** What around a place in a text says that a name stands there. */
export interface Support {
  /** An office or a form of address right before or behind it. */
  readonly hasTitle: boolean
  /** It has a separator, or one ties it to another part. */
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

export function createNameContext(
  words: { readonly before: readonly string[]; readonly after: readonly string[] },
  fold: Fold,
): NameContext {
  return { before: new Set(words.before.map(fold)), after: new Set(words.after.map(fold)) }
}

/** True when an office or form of address ends right at `start`, or starts right at `end`. */
export function hasTitle(folded: string, start: number, end: number, context: NameContext): boolean {
  return isTitleBefore(folded, start, context) || titleAfter(folded, end, context)
}

export function isTitleBefore(folded: string, start: number, { before }: NameContext): boolean {
  for (let length = 2; length <= Math.min(longestWord, start); length++)
    if (before.has(folded.slice(start - length, start))) return true
  return false
}

export function titleAfter(folded: string, end: number, { after }: NameContext): boolean {
  for (let length = 1; length <= longestWord && end + length <= folded.length; length++)
    if (after.has(folded.slice(end, end + length))) return true
  return false
}

/** Collects what supports a name at a place. */
export function supportAt(index: NameIndex, start: number, end: number, context: NameContext): Support {
  const { folded } = index
  const before = folded.charAt(start - 1)
  const behind = folded.charAt(end)
  return {
    hasTitle: hasTitle(folded, start, end, context),
    isParted: folded.slice(start, end).includes(separator) || before === separator || behind === separator,
    isBracketed:
      (/[(（]/u.test(behind) && /\p{Script=Latin}/u.test(folded.charAt(end + 1))) ||
      (/[(（]/u.test(before) && /[)）]/u.test(behind)),
    isLine: isLineEdge(before) && isLineEdge(behind),
  }
}

const isLineEdge = (character: string): boolean => character === '' || /[\n\r\u2028\u2029]/u.test(character)
