import type { Span } from '../core/types.ts'
import type { Column, Phrase, WordKnowledge } from './column.ts'

type Visit = (start: number, end: number, norm: string) => void

/**
 * Finds the terms of a lexicon column that a tokeniser does not yield as words: in unspaced text every known form of two
 * characters or more at any place (segmenters cut names and terms differently from dictionaries), in spaced text phrases and
 * words whose parts stand apart. Terms may overlap.
 */
export function termFinder(column: Column, words: WordKnowledge): (text: string, span: Span, visit: Visit) => void {
  return words.joiner === '' ? unspacedTerms(column) : phraseTerms(column, words)
}

function unspacedTerms(column: Column): (text: string, span: Span, visit: Visit) => void {
  return (text, span, visit) => {
    for (let at = span.start; at + 2 <= span.end; at++) {
      if (!column.mayBegin(text.charCodeAt(at), text.charCodeAt(at + 1))) continue
      const limit = Math.min(span.end, at + column.longest)
      for (let end = at + 2; end <= limit; end++) if (column.hasForm(text, at, end)) visit(at, end, text.slice(at, end))
    }
  }
}

function phraseTerms(column: Column, words: WordKnowledge): (text: string, span: Span, visit: Visit) => void {
  const isKnown = (norm: string): boolean => column.exact.has(norm)
  const phrasesFrom = rememberPhrases(column)
  return (text, span, visit) => {
    words.separated?.(text, span, isKnown, visit)
    if (!column.hasPhrases) return
    const found: { start: number; end: number; norm: string }[] = []
    words.words(text, span, (start, end, norm) => found.push({ start, end, norm }))
    found.forEach((word, i) => {
      for (const phrase of phrasesFrom(word.norm)) {
        if (!phrase.stems.every((stem, k) => stem === words.stem(found[i + k]?.norm ?? ''))) continue
        visit(word.start, found[i + phrase.stems.length - 1]?.end ?? word.end, phrase.norm)
        break
      }
    })
  }
}

/** Words whose phrases are kept; then the memory starts afresh, so that it stays bounded. */
const memorySize = 100_000

/** The phrases that a word may begin: a text asks for the same words again and again, and nearly all begin none. */
function rememberPhrases(column: Column): Column['phrasesFrom'] {
  const known = new Map<string, readonly Phrase[]>()
  return (norm) => {
    const cached = known.get(norm)
    if (cached !== undefined) return cached
    if (known.size >= memorySize) known.clear()
    const found = column.phrasesFrom(norm)
    const made = found.length === 0 ? none : found
    known.set(norm, made)
    return made
  }
}

const none: readonly never[] = []
