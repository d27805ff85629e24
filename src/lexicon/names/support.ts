import type { HanNameContext } from '../../languages/names.ts'
import type { Fold, NameIndex } from './name-index.ts'
import { separator } from './sound.ts'

/** What around a place in a text says that a name stands there. */
export interface Support {
  /** An office or a form of address right before it, or right behind it (or a verb of speaking), or either. */
  readonly isTitledBefore: boolean
  readonly isTitledBehind: boolean
  readonly isTitled: boolean
  /** It has separators, and none stands beside it. */
  readonly isParted: boolean
  /** It stands in brackets. */
  readonly isBracketed: boolean
  /** A Latin capital in brackets stands behind it: of this name or of another. */
  readonly hasLatinBehind: boolean
  /** It is a whole line. */
  readonly isLine: boolean
}

/** Words that may stand beside names, folded. */
export interface NameContext {
  readonly before: ReadonlySet<string>
  readonly after: ReadonlySet<string>
  readonly edgesBefore: ReadonlySet<string>
  readonly edgesBehind: ReadonlySet<string>
  readonly particles: ReadonlySet<string>
}

const longestWord = 6

/** Prepares the words beside names. */
export function createNameContext(words: HanNameContext, fold: Fold): NameContext {
  const folded = (list: readonly string[]): ReadonlySet<string> => new Set(list.map(fold))
  return {
    before: folded(words.before),
    after: folded(words.after),
    edgesBefore: folded(words.edgesBefore),
    edgesBehind: folded(words.edgesBehind),
    particles: folded(words.particles),
  }
}

/** Length of the office that ends right at a place; 0 when none does. */
export function titleBefore(folded: string, start: number, { before }: NameContext): number {
  return lengthBefore(folded, start, before)
}

/** True when an office, a form of address or a verb of speaking starts right at a place. */
export function isTitleAt(folded: string, end: number, { after }: NameContext): boolean {
  return startsAt(folded, end, after)
}

/** True when a word ends right at a place that is no part of the name behind it. */
export function isEdgeBefore(folded: string, start: number, { edgesBefore }: NameContext): boolean {
  return lengthBefore(folded, start, edgesBefore) > 0
}

/** True when a word starts right at a place that is no part of the name before it. */
export function isEdgeAt(folded: string, end: number, { edgesBehind }: NameContext): boolean {
  return startsAt(folded, end, edgesBehind)
}

function lengthBefore(folded: string, start: number, words: ReadonlySet<string>): number {
  for (let length = Math.min(longestWord, start); length > 0; length--)
    if (words.has(folded.slice(start - length, start))) return length
  return 0
}

function startsAt(folded: string, end: number, words: ReadonlySet<string>): boolean {
  for (let length = 1; length <= longestWord && end + length <= folded.length; length++)
    if (words.has(folded.slice(end, end + length))) return true
  return false
}

/** Collects what supports a name at a place. */
export function supportAt({ folded }: NameIndex, start: number, end: number, context: NameContext): Support {
  const before = folded.charAt(start - 1)
  const behind = folded.charAt(end)
  const isTitledBefore = titleBefore(folded, start, context) > 0
  const isTitledBehind = isTitleAt(folded, end, context)
  return {
    isTitledBefore,
    isTitledBehind,
    isTitled: isTitledBefore || isTitledBehind,
    isParted: folded.slice(start, end).includes(separator) && before !== separator && behind !== separator,
    isBracketed: isOpening(before) && isClosing(behind),
    hasLatinBehind: isOpening(behind) && /\p{Lu}/u.test(folded.charAt(end + 1)),
    isLine: isLineEdge(before) && isLineEdge(behind),
  }
}

const isOpening = (character: string): boolean => character === '(' || character === '（'
const isClosing = (character: string): boolean => character === ')' || character === '）'
const isLineEdge = (character: string): boolean => character === '' || /[\n\r\u2028\u2029]/u.test(character)
