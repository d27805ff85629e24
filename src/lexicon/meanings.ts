import type { Column, Sense, WordKnowledge } from './column.ts'

/** How sure a dictionary form found by rules is against a form that stands in the lexicon, and how sure further ones are. */
const lemmaTrust = 0.95
const otherLemmaTrust = 0.6
/** How sure a dictionary form is of a word that stands in the lexicon itself. */
const besideTrust = 0.7
/** Dictionary forms that a word may have beside the first. */
const maxOthers = 2
/** How sure a stem is against a whole form. */
const stemTrust = 0.9
/**
 * How sure a concept of data that were not made for this is, alone and beside others: a word that is known needs no such
 * pair unless the word on the other side is unknown.
 */
const minorTrust = 0.9
const besideMajorTrust = 0.38
/** How sure the last part of a compound, which says what it is, and any other part are against a whole word. */
const headTrust = 0.75
const partTrust = 0.65
/** Parts of compounds have at least this many letters, or chance finds too many. */
const minPart = 4
/** A first part as it stands in the lexicon may be shorter: *gasveld*, *zeespiegel*. */
const minFirst = 3
/** Longer compounds are rare, and the search for them costs. */
const maxParts = 4

/** A concept that a word may mean, with how sure that is, 0..1. */
export interface Meaning {
  readonly concept: number
  readonly trust: number
}

/** What a word may mean: by its form, else by its dictionary form, else by its stem, else by the parts of a compound. */
export function meaningsOf(column: Column, norm: string, words: WordKnowledge): readonly Meaning[] {
  const whole = wholeMeanings(column, norm, words)
  if (whole.length > 0 || words.compoundLinks === undefined) return whole
  return compoundMeanings(column, norm, words, words.compoundLinks)
}

function wholeMeanings(column: Column, norm: string, words: WordKnowledge): readonly Meaning[] {
  const exact = meaningsIn(column, norm, 1)
  // A form that is a word of its own may be a form of another too: *landen* is to land, and countries.
  if (exact.length > 0) return [...exact, ...lemmaMeanings(column, norm, words, besideTrust)]
  const lemmas = lemmaMeanings(column, norm, words, 1)
  return lemmas.length > 0 ? lemmas : weighed(column, column.byStem(norm), stemTrust)
}

function meaningsIn(column: Column, norm: string, trust: number): readonly Meaning[] {
  const senses = column.exact.get(norm)
  return senses === undefined ? [] : weighed(column, senses, trust)
}

/** Senses with their trust; minor ones count much less where there are others. */
function weighed(column: Column, senses: readonly Sense[], trust: number): readonly Meaning[] {
  const major = senses.filter((sense) => !column.minor.has(sense.concept))
  if (major.length === senses.length) return scaled(senses, trust)
  const minor = senses.filter((sense) => column.minor.has(sense.concept))
  return [...scaled(major, trust), ...scaled(minor, trust * (major.length > 0 ? besideMajorTrust : minorTrust))]
}

const scaled = (senses: readonly Sense[], trust: number): readonly Meaning[] =>
  senses.map(({ concept, rank }) => ({ concept, trust: trust / (1 + 0.15 * rank) }))

/** What the dictionary forms of a word mean that the column knows; the first is the likeliest. */
function lemmaMeanings(column: Column, norm: string, words: WordKnowledge, trust: number): readonly Meaning[] {
  const known = (words.lemmas?.(norm) ?? []).filter((lemma) => column.exact.has(lemma))
  return known
    .slice(0, 1 + maxOthers)
    .flatMap((lemma, i) => meaningsIn(column, lemma, trust * (i === 0 ? lemmaTrust : otherLemmaTrust)))
}

/** What the parts of a compound mean: of the splits into the fewest known parts the one with the longest last part. */
function compoundMeanings(
  column: Column,
  norm: string,
  words: WordKnowledge,
  links: readonly string[],
): readonly Meaning[] {
  const parts = partFinder(column, words)
  for (let count = 2; count <= maxParts; count++) {
    const split = splitInto(norm, count, links, parts)
    if (split !== undefined)
      return split.flatMap((meanings, i) => {
        const trust = i === split.length - 1 ? headTrust : partTrust
        return meanings.map((meaning) => ({ concept: meaning.concept, trust: trust * meaning.trust }))
      })
  }
  return []
}

/** What a part of a compound may mean, by its form or dictionary form; words that only join others are no parts. */
type PartFinder = (part: string) => readonly Meaning[]

function partFinder(column: Column, words: WordKnowledge): PartFinder {
  const known = new Map<string, readonly Meaning[]>()
  return (part) => {
    const cached = known.get(part)
    if (cached !== undefined) return cached
    const meanings = partMeanings(column, part, words).filter((meaning) => !column.joining.has(meaning.concept))
    known.set(part, meanings)
    return meanings
  }
}

function partMeanings(column: Column, part: string, words: WordKnowledge): readonly Meaning[] {
  if (words.endings?.has(part) === true) return []
  const exact = meaningsIn(column, part, 1)
  return exact.length > 0 || part.length < minPart ? exact : lemmaMeanings(column, part, words, 1)
}

/** Meanings of the parts of a word cut into a number of parts, in order; undefined where some part is unknown. */
function splitInto(
  norm: string,
  count: number,
  links: readonly string[],
  parts: PartFinder,
): readonly (readonly Meaning[])[] | undefined {
  for (let cut = (count - 1) * minFirst; cut <= norm.length - minPart; cut++) {
    const head = parts(norm.slice(cut))
    if (head.length === 0) continue
    const first = firstParts(norm.slice(0, cut), count - 1, links, parts)
    if (first !== undefined) return [...first, head]
  }
  return undefined
}

function firstParts(
  norm: string,
  count: number,
  links: readonly string[],
  parts: PartFinder,
): readonly (readonly Meaning[])[] | undefined {
  for (const link of links) {
    if (!norm.endsWith(link) || norm.length - link.length < minFirst) continue
    const part = link === '' ? norm : norm.slice(0, -link.length)
    if (count > 1) {
      const split = splitInto(part, count, links, parts)
      if (split !== undefined) return split
      continue
    }
    const meanings = parts(part)
    if (meanings.length > 0) return [meanings]
  }
  return undefined
}
