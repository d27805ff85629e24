import type { Span } from '../../core/types.ts'
import type { WordBounds } from './word-bounds.ts'

/** What a language with spaces and glued particles (Korean) knows of the ends of its words. */
export interface SyllableLists {
  /** All that may follow a name inside its word: particles. Matches the empty text too. */
  readonly ending: RegExp
  /** Nouns that are glued to short names: 군, 정부. */
  readonly heads: readonly string[]
  /** What is glued before short names: 주, 대. */
  readonly prefixes: readonly string[]
}

/** Names of fewer syllables are parts of too many words to stand inside one without a known head. */
const sureName = 3
/** No word is longer; a fixed reach keeps the time in proportion to the text. */
const reach = 24
const syllable = /[\p{Script=Hangul}]/u

/** Word bounds by spaces: a word of Hangul syllables is its noun, and what `ending` matches is not part of it. */
export function createSyllableBounds({ ending, heads, prefixes }: SyllableLists): WordBounds {
  const before = new Set(prefixes)
  const head = new RegExp(`^(?:${heads.join('|')})`, 'u')
  const isEnd = (rest: string): boolean => ending.test(rest) || ending.test(rest.replace(head, ''))
  return {
    crosses: (text, span) => {
      const form = text.slice(span.start, span.end)
      if (!syllable.test(form.charAt(0)) && !syllable.test(form.charAt(form.length - 1))) return false
      const word = wordAround(text, span)
      const lead = text.slice(word.start, span.start)
      const rest = text.slice(span.end, word.end)
      if (form.length >= sureName) return /\s/u.test(form) && form.length <= sureName + 1 ? !isEnd(rest) : false
      return /\s/u.test(form) || (lead !== '' && !before.has(lead)) || !(isEnd(rest) || head.test(rest))
    },
    around: (text, span) => {
      const word = wordAround(text, span)
      return [ending.test(text.slice(span.end, word.end)) ? { start: word.start, end: span.end } : word]
    },
  }
}

function wordAround(text: string, span: Span): Span {
  let { start, end } = span
  while (start > 0 && span.start - start < reach && syllable.test(text.charAt(start - 1))) start--
  while (end < text.length && end - span.end < reach && syllable.test(text.charAt(end))) end++
  return { start, end }
}
