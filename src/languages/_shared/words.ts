import type { LanguagePack } from '../../core/contracts.ts'
import { piecesOf } from './pieces.ts'
import { unspacedLetters } from './unspaced-scripts.ts'

/** Finds the words of a segment: the contract's `words`. */
export type WordFinder = LanguagePack['words']

/** Letters and digits; inner apostrophes join (`zo'n`, `foto's`), digits join over `.`, `,` and `:`; hyphens part; `'s` alone is a word. */
const spacedWord =
  /['’](?:[stnkmr]|em|ie)(?![\p{L}\p{M}\p{N}'’])|\p{N}+(?:[.,:]\p{N}+)+|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’ʼ]\p{L}[\p{L}\p{M}]*)*/gu

/** Runs of scripts that put no spaces between words, or of anything else that makes words. */
const unspacedRun = new RegExp(`[${unspacedLetters}]+|[^${unspacedLetters}]+`, 'gv')
const unspacedStart = new RegExp(`^[${unspacedLetters}]`, 'v')

/** Text given to `Intl.Segmenter` at a time, in UTF-16 units; its time grows with the square of the length. */
const chunkSize = 1000

/** Form to compare: lower case, NFC, straight apostrophe, half width; diacritics stay. */
export function normOf(word: string): string {
  const lower = word.toLowerCase()
  if (/^[a-z0-9]*$/.test(lower)) return lower
  const straight = lower.replaceAll(/[’ʼ]/gu, "'")
  return /[\uff00-\uffef]/u.test(straight) ? straight.normalize('NFKC') : straight.normalize('NFC')
}

/** What a language does with the words between spaces. */
export interface WordStyle {
  /** Cut from the end of a word, where it is no part of the form to compare (the English possessive); matches at the end only. */
  readonly ending?: RegExp
  /** Short words that are written together with the next (`l'`, `qu'`) and are words of their own; matches at the start only. */
  readonly elided?: RegExp
  /** Makes the form to compare; `normOf` when absent. */
  readonly norm?: (word: string) => string
}

/** Words of text with spaces. */
export function createSpacedWordFinder(style: WordStyle = {}): WordFinder {
  return rememberLast((text, span, visit) => {
    for (const [start, piece] of piecesOf(text.slice(span.start, span.end)))
      visitSpaced(piece, span.start + start, style, visit)
  })
}

/** The same finder, which remembers the words of the sentence that it was last asked for: several look at each in turn. */
function rememberLast(find: WordFinder): WordFinder {
  let last: { readonly text: string; readonly start: number; readonly end: number } | undefined
  let words: { readonly start: number; readonly end: number; readonly norm: string }[] = []
  return (text, { start, end }, visit) => {
    if (last === undefined || last.start !== start || last.end !== end || last.text !== text) {
      const found: typeof words = []
      find(text, { start, end }, (from, to, norm) => found.push({ start: from, end: to, norm }))
      last = { text, start, end }
      words = found
    }
    for (const word of words) visit(word.start, word.end, word.norm)
  }
}

function visitSpaced(
  text: string,
  offset: number,
  { ending, elided, norm = normOf }: WordStyle,
  visit: Parameters<WordFinder>[2],
): void {
  for (const { index, 0: whole } of text.matchAll(spacedWord)) {
    const first = elided?.exec(whole)?.[0].length ?? 0
    const start = offset + index
    if (first > 0) visit(start, start + first, norm(whole.slice(0, first)))
    const rest = whole.slice(first)
    const word = ending === undefined ? rest : rest.replace(ending, '')
    if (word !== '') visit(start + first, start + first + word.length, norm(word))
  }
}

/** A run of katakana is one word, or what stands between such runs. */
const katakanaRun = /\p{Script=Katakana}[\p{Script=Katakana}ー]*|\P{Script=Katakana}+/gu

/**
 * Words of text that mixes scripts: `Intl.Segmenter` finds those of scripts without spaces, the rest are spaced words.
 * With `katakanaRuns` it is not asked about runs of katakana, each of which is a word.
 */
export function createMixedWordFinder(locale: string, options?: { readonly katakanaRuns: boolean }): WordFinder {
  const segmenter = new Intl.Segmenter(locale, { granularity: 'word' })
  return (text, span, visit) => {
    for (const [start, piece] of piecesOf(text.slice(span.start, span.end)))
      for (const { index, 0: run } of piece.matchAll(unspacedRun)) {
        const offset = span.start + start + index
        if (!unspacedStart.test(run)) visitSpaced(run, offset, {}, visit)
        else if (options?.katakanaRuns) visitKatakana(segmenter, run, offset, visit)
        else visitUnspaced(segmenter, run, offset, visit)
      }
  }
}

function visitKatakana(segmenter: Intl.Segmenter, run: string, offset: number, visit: Parameters<WordFinder>[2]): void {
  for (const { index, 0: part } of run.matchAll(katakanaRun)) {
    const at = offset + index
    if (/^\p{Script=Katakana}/u.test(part)) visit(at, at + part.length, normOf(part))
    else visitUnspaced(segmenter, part, at, visit)
  }
}

function visitUnspaced(segmenter: Intl.Segmenter, run: string, offset: number, visit: Parameters<WordFinder>[2]): void {
  for (let start = 0; start < run.length; start += chunkSize) {
    for (const { index, segment, isWordLike } of segmenter.segment(run.slice(start, start + chunkSize))) {
      const at = offset + start + index
      if (isWordLike === true || /[\p{L}\p{N}]/u.test(segment)) visit(at, at + segment.length, normOf(segment))
    }
  }
}
