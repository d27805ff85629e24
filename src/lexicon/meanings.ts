import type { Column, Sense, WordKnowledge } from './column.ts'

/** How sure a stem is against a whole form. */
const stemTrust = 0.9
/** How sure one part of a compound is against a whole word. */
const partTrust = 0.7
/** Parts of compounds have at least this many letters, or chance finds too many. */
const minPart = 4
/** A concept that a word may mean, with how sure that is, 0..1. */
export interface Meaning {
  readonly concept: number
  readonly trust: number
}

/** What a word may mean: by its form, else by its stem, else by the parts of a compound. */
export function meaningsOf(column: Column, norm: string, words: WordKnowledge): readonly Meaning[] {
  const whole = wholeMeanings(column, norm)
  if (whole.length > 0 || words.compoundLinks === undefined) return whole
  return compoundMeanings(column, norm, words.compoundLinks)
}

function wholeMeanings(column: Column, norm: string): readonly Meaning[] {
  const exact = column.exact.get(norm)
  if (exact !== undefined) return exact.map((sense) => ({ concept: sense.concept, trust: trustOf(sense) }))
  return column.byStem(norm).map((sense) => ({ concept: sense.concept, trust: stemTrust * trustOf(sense) }))
}
const trustOf = (sense: Sense): number => 1 / (1 + 0.15 * sense.rank)

function partMeanings(column: Column, part: string): readonly Meaning[] {
  return wholeMeanings(column, part).filter((meaning) => !column.joining.has(meaning.concept))
}

/** The split whose shorter part is longest; both parts must be known. */
function compoundMeanings(column: Column, norm: string, links: readonly string[]): readonly Meaning[] {
  let best: readonly Meaning[] = []
  let balance = 0
  for (let cut = minPart; cut <= norm.length - minPart; cut++) {
    const shorter = Math.min(cut, norm.length - cut)
    if (shorter <= balance) continue
    const head = partMeanings(column, norm.slice(cut))
    if (head.length === 0) continue
    const first = firstMeanings(column, norm.slice(0, cut), links)
    if (first.length === 0) continue
    best = [...first, ...head].map(({ concept, trust }) => ({ concept, trust: partTrust * trust }))
    balance = shorter
  }
  return best
}

function firstMeanings(column: Column, part: string, links: readonly string[]): readonly Meaning[] {
  for (const link of links) {
    if (!part.endsWith(link) || part.length - link.length < minPart - 1) continue
    const meanings = partMeanings(column, link === '' ? part : part.slice(0, -link.length))
    if (meanings.length > 0) return meanings
  }
  return []
}
