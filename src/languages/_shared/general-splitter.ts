import type { Span } from '../../core/types.ts'
import { splitHan } from './han-splitter.ts'
import { pushTrimmed, splitBlock } from './segments.ts'
import { type Candidate, closers, skipSpace } from './sentence-marks.ts'
import { endsSentence, noLists } from './sentence-rules.ts'

/** Marks with the Unicode property Sentence_Terminal, an ellipsis, and what closes after them; bounded, since runs of megabytes exhaust the stack. */
const marks = new RegExp(`[\\p{Sentence_Terminal}…។៕།]{1,200}[${closers}]{0,50}`, 'gu')
const goesOn = new RegExp(`^[\\p{Sentence_Terminal}${closers}]`, 'u')
const closing = new RegExp(`[${closers}]+$`, 'u')
const unspacedLetter = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu
/** UTF-16 units of a block that tell whether its writing has spaces. */
const sampleSize = 1000
const ascii = /^[.!?…]/u

/**
 * Sentences of one block in any language, by Unicode's sentence-final punctuation and without lists of abbreviations:
 * marks of Latin writing need white space after them, those of other scripts (`।`, `۔`, `។`) do not.
 */
export function splitAnyScript(text: string, block: Span): readonly Span[] {
  if (isUnspaced(text.slice(block.start, Math.min(block.start + sampleSize, block.end))))
    return splitHan(text, block, { endMarks: [] })
  return splitBlock(text, block, splitAtMarks)
}

function splitAtMarks(text: string, whole: Span): readonly Span[] {
  const segments: Span[] = []
  let from = skipSpace(text, 0, whole.end)
  for (const { index, 0: found } of text.matchAll(marks)) {
    const candidate = candidateOf(text, index, found)
    if (candidate.mark < from || !isEnd(text, from, candidate)) continue
    pushTrimmed(text, from, candidate.end, segments)
    from = candidate.next
  }
  pushTrimmed(text, from, whole.end, segments)
  return segments
}

function isUnspaced(sample: string): boolean {
  const count = sample.match(unspacedLetter)?.length ?? 0
  return count > 0 && count * 4 > (sample.match(/\p{L}/gu)?.length ?? 0)
}

function candidateOf(text: string, mark: number, found: string): Candidate {
  const end = mark + found.length
  const markEnd = mark + found.replace(closing, '').length
  return { mark, markEnd, end, next: skipSpace(text, end, text.length) }
}

function isEnd(text: string, from: number, candidate: Candidate): boolean {
  const { mark, end, next } = candidate
  if (!ascii.test(text.charAt(mark))) return !goesOn.test(text.slice(end, end + 2))
  return (next > end || next >= text.length) && endsSentence(text, from, text.length, candidate, noLists)
}
