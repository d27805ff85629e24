import { split } from 'sentence-splitter'
import type { Span } from '../../core/types.ts'
import { spacedClosers } from './sentence-marks.ts'

/** UTF-16 units given to sentence-splitter at a time: its time grows with the square of the length (3 MB/s at 1,000, half at 8,000). */
const chunkSize = 1000
const separators = ['.', '?', '!', '…', '．', '。', '？', '！', '؟', '۔', '।']
const anySeparator = separators.join('').replaceAll('.', '\\.')

/** Marks before white space, marks between `…t?` and `Om…`, other marks, and the letter or digit whose stop the library passes over. */
const masked = new RegExp(
  `[${anySeparator}]+[${spacedClosers}]*(?=\\s|$)|[?!]+(?=\\p{Lu}\\p{Ll})|[${anySeparator}"“”„«»()\\[\\]{}「」『』《》]|(?:\\p{N}|(?<!\\p{L})\\p{L})(?=\\.(?:\\s|$))`,
  'gu',
)
const separatorMark = new RegExp(`[${anySeparator}]`, 'u')
/** An end inside a chunk or at its end; every end that the library can find in a masked chunk is one of these. */
const innerEnd = new RegExp(`[${anySeparator}][${spacedClosers}]*\\s|[?!]\\p{Lu}\\p{Ll}`, 'u')
const tailEnd = new RegExp(`[${anySeparator}][${spacedClosers}]*$`, 'u')

/**
 * Offsets in `span` after which sentence-splitter ends a sentence, closing quotes and brackets included. Quotes and
 * brackets do not hide ends from it here, and of the abbreviations it leaves out `never` only: the rest is the rules'
 * to decide. The end of the span itself is left out where the library need not be asked for it. Not for Han text.
 */
export function proposeEnds(text: string, span: Span, never: ReadonlySet<string>): readonly number[] {
  const ends: number[] = []
  for (let start = span.start; start < span.end; ) {
    const end = chunkEnd(text, start, span.end)
    const chunk = text.slice(start, end)
    const isTail = tailEnd.test(chunk) && end < span.end && /\s/u.test(text.charAt(end))
    if (innerEnd.test(chunk)) proposeInChunk(chunk, start, never, ends)
    if (isTail && ends.at(-1) !== end) ends.push(end)
    start = end
  }
  return ends
}

function proposeInChunk(chunk: string, offset: number, never: ReadonlySet<string>, ends: number[]): void {
  const options = {
    SeparatorParser: { separatorCharacters: separators },
    AbbrMarker: {
      language: { ABBREVIATIONS: [], PREPOSITIVE_ABBREVIATIONS: abbreviationsIn(chunk, never), EXCLAMATION_WORDS: [] },
    },
  }
  for (const { type, range } of split(maskChunk(chunk), options)) {
    if (type === 'Sentence' && range[1] < chunk.length) ends.push(offset + range[1])
  }
}

/** The library compares every word with every abbreviation, so it gets only those that are there. */
function abbreviationsIn(chunk: string, never: ReadonlySet<string>): string[] {
  const found = new Set<string>()
  for (const [word] of chunk.matchAll(/\S+\.(?=\s)/gu)) if (never.has(word.toLowerCase())) found.add(word)
  return [...found]
}

/** A text of equal length in which each possible end is one separator at its last place, and nothing else is a separator or a pair mark. */
function maskChunk(chunk: string): string {
  return chunk.replace(masked, (marks: string, at: number) => {
    const after = chunk.charAt(at + marks.length)
    const isEnd = separatorMark.test(marks) && (after === '' || /\s/u.test(after))
    const isGlued = /[?!]$/u.test(marks) && /\p{Lu}/u.test(after)
    return '_'.repeat(marks.length - 1) + (isEnd ? '.' : isGlued ? '!' : '_')
  })
}

/** Cuts only at white space, so that every end with its white space lies in one chunk; at any place when there is none for long. */
function chunkEnd(text: string, start: number, limit: number): number {
  const most = start + chunkSize
  if (most >= limit) return limit
  for (let at = most; at > start + chunkSize / 2; at--) {
    if (/\s/u.test(text.charAt(at)) && !/\s/u.test(text.charAt(at - 1))) return at
  }
  return most
}
