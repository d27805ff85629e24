/** Characters that may stand between the end of a sentence and the space after it; they belong to that sentence. */
export const closers = '"\'”’»›)\\]}」』》〉】）］｝＂＇'

/**
 * The same in text with spaces, where a mark that opens in one language closes in another (`„…“`, `»…«`): glued to the
 * end of a sentence and with a space after it, it closes.
 */
export const spacedClosers = `${closers}“‘«‹`

/** What follows the place where a sentence may end. */
export type Follower = 'capital' | 'lower' | 'digit' | 'caseless' | 'mark' | 'nothing'

/** A place where a sentence may end. */
export interface Candidate {
  /** First and past-last offset of the marks that may end the sentence: `.`, `?!`, `...`. */
  readonly mark: number
  readonly markEnd: number
  /** Past the closing quotes and brackets. */
  readonly end: number
  /** First character after the white space that follows, or the end of the block. */
  readonly next: number
}

/** First offset at or after `from` that is no white space; `to` when there is none. */
export function skipSpace(text: string, from: number, to: number): number {
  let at = from
  while (at < to && /\s/u.test(text.charAt(at))) at++
  return at
}

/** Marks that no sentence starts with. `»` and `”` open a quotation in some languages, but then a letter follows at once. */
const continuing = /^(?:[,;:)\]}%&/|=+]|[»”](?![\p{L}\p{N}]))/u
/** Quotes, brackets, dashes, bullets and symbols before a first letter; more than this many are no sentence's start. */
const mostBeforeLetter = 6
/** `'s Avonds`, an address, `iPhone`: starts of a sentence in a small letter. */
const smallStart = /^(?:['’‘`][stnkrm][\s-]+["“‘(]?\p{Lu}|https?:|www\.|[@#]\p{L})/u
const camelWord = /^\p{Ll}{1,2}\p{Lu}/u

/** Tells what kind of character starts the text at `next`, looking through quotes, brackets, dashes and symbols. */
export function followerAt(text: string, next: number, to: number): Follower {
  if (next >= to) return 'nothing'
  if (continuing.test(text.slice(next, next + 2))) return 'mark'
  if (smallStart.test(text.slice(next, next + 10))) return 'capital'
  let at = next
  for (let skipped = 0; at < to && skipped < mostBeforeLetter; skipped++) {
    const code = text.codePointAt(at) ?? 0
    const kind = kindOf(String.fromCodePoint(code))
    if (kind === 'lower') return camelWord.test(text.slice(at, at + 4)) ? 'capital' : 'lower'
    if (kind !== 'mark') return kind
    at += code > 0xffff ? 2 : 1
  }
  return at >= to ? 'nothing' : 'mark'
}

function kindOf(character: string): Follower {
  if (/[\p{Lu}\p{Lt}]/u.test(character)) return 'capital'
  if (/\p{Ll}/u.test(character)) return 'lower'
  if (/\p{N}/u.test(character)) return 'digit'
  return /[\p{Lo}\p{Lm}]/u.test(character) ? 'caseless' : 'mark'
}

/** Longest word looked at before a full stop. */
const longestWord = 48

/** Offset where the word that ends at `end` starts: back to white space, without quotes and brackets before it. */
export function wordStart(text: string, from: number, end: number): number {
  let start = end
  const least = Math.max(from, end - longestWord)
  while (start > least && !/[\s\u3000]/u.test(text.charAt(start - 1))) start--
  while (start < end && /["'“”‘’„‚«»‹›([{*_<–—]/u.test(text.charAt(start))) start++
  return start
}
