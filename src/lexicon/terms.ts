import type { Span } from '../core/types.ts'
import type { Column, WordKnowledge } from './column.ts'

type Visit = (start: number, end: number, norm: string) => void

/**
 * Finds the terms of a lexicon column that a tokeniser does not yield as words: in unspaced text every known form of two
 * characters or more at any place (segmenters cut names and terms differently from dictionaries), in spaced text phrases.
 * Terms may overlap.
 */
export function termFinder(column: Column, words: WordKnowledge): (text: string, span: Span, visit: Visit) => void {
  return words.joiner === '' ? unspacedTerms(column) : phraseTerms(column, words)
}

function unspacedTerms(column: Column): (text: string, span: Span, visit: Visit) => void {
  const starts = new Set<string>()
  for (const form of column.exact.keys()) if (form.length > 1) starts.add(form.slice(0, 2))
  return (text, span, visit) => {
    for (let at = span.start; at + 2 <= span.end; at++) {
      if (!starts.has(text.slice(at, at + 2))) continue
      const limit = Math.min(span.end, at + column.longest)
      for (let end = at + 2; end <= limit; end++) {
        const form = text.slice(at, end)
        if (column.exact.has(form)) visit(at, end, form)
      }
    }
  }
}

function phraseTerms(column: Column, words: WordKnowledge): (text: string, span: Span, visit: Visit) => void {
  return (text, span, visit) => {
    if (!column.hasPhrases) return
    const found: { start: number; end: number; norm: string }[] = []
    words.words(text, span, (start, end, norm) => found.push({ start, end, norm }))
    found.forEach((word, i) => {
      for (const phrase of column.phrasesFrom(word.norm)) {
        if (!phrase.stems.every((stem, k) => stem === words.stem(found[i + k]?.norm ?? ''))) continue
        visit(word.start, found[i + phrase.stems.length - 1]?.end ?? word.end, phrase.norm)
        break
      }
    })
  }
}
