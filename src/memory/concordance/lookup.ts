import type { SegmentField } from '../index/segment.ts'
import type { Occurrence } from '../index/types.ts'
import { looseFor, type Need } from './needs.ts'
import { fits, type Phrase, type PhraseWord } from './phrase.ts'

/** How many terms and documents are asked for at first, and how much more each time that is not enough. */
const firstTerms = 64
const moreTerms = 16
const firstDocuments = 128
const moreDocuments = 4

/**
 * Keys of units that meet all needs, as far as the index can tell, in parts that grow; none comes twice. Of several needs the
 * one that fewest documents meet is looked up.
 */
export async function* ownersMeeting(field: SegmentField, needs: readonly Need[]): AsyncGenerator<readonly number[]> {
  const need = await rarestNeed(field, needs)
  if (need === undefined) return
  const seen = new Set<number>()
  for (const phrase of need.phrases)
    for await (const owners of ownersWith(field, phrase, need.isLoose)) {
      const fresh = owners.filter((owner) => !seen.has(owner) && seen.add(owner))
      if (fresh.length > 0) yield fresh
    }
}

async function rarestNeed(field: SegmentField, needs: readonly Need[]): Promise<Need | undefined> {
  if (needs.length < 2) return needs[0]
  let rarest: { readonly need: Need; readonly documents: number } | undefined
  for (const need of needs) {
    const counts = await Promise.all(need.phrases.map((phrase) => estimate(field, phrase, need.isLoose)))
    const documents = counts.reduce((sum, count) => sum + count, 0)
    if (rarest === undefined || documents < rarest.documents) rarest = { need, documents }
  }
  return rarest?.need
}

/** About how many documents hold a phrase: as many as hold the rarest of its words. */
async function estimate(field: SegmentField, phrase: Phrase, isLoose: boolean): Promise<number> {
  const words = await Promise.all(phrase.map((word) => alternativesFor(field, word, isLoose, firstTerms)))
  return Math.min(...words.map(({ documents }) => documents))
}

async function* ownersWith(field: SegmentField, phrase: Phrase, isLoose: boolean): AsyncGenerator<readonly number[]> {
  for (let limit = firstTerms; ; limit *= moreTerms) {
    const words = await Promise.all(phrase.map((word) => alternativesFor(field, word, isLoose, limit)))
    if (words.some(({ isAll, terms }) => isAll && terms.length === 0)) return
    if (words.every(({ terms }) => terms.length > 0)) yield* ownersIn(field, words)
    if (words.every(({ isAll }) => isAll)) return
    const owners = limit === firstTerms ? await fewOwners(field, completeRun(words)) : undefined
    if (owners !== undefined) {
      yield owners
      return
    }
  }
}

/** So many units are fetched and looked at in the time that it takes to look for some thousand terms. */
const mostLookedAt = 500

/** Whoever has these words, whatever stands beside them, if they are few: sooner than all terms that may stand there. */
async function fewOwners(field: SegmentField, words: readonly Alternatives[]): Promise<readonly number[] | undefined> {
  if (words.length === 0) return undefined
  const { found, isAll } = await field.phrase(
    words.map(({ terms }) => terms),
    mostLookedAt,
  )
  return isAll ? ownersOf(found) : undefined
}

const ownersOf = (found: readonly Occurrence[]): readonly number[] =>
  found.map(({ owner }) => owner).filter((owner) => owner !== 0)

/** The longest run of words of which all alternatives are known. */
function completeRun(words: readonly Alternatives[]): readonly Alternatives[] {
  let best: readonly Alternatives[] = []
  for (let start = 0; start < words.length; start++) {
    const next = words.findIndex(({ isAll }, i) => i >= start && !isAll)
    const run = words.slice(start, next < 0 ? words.length : next)
    if (run.length > best.length) best = run
  }
  return best
}

async function* ownersIn(field: SegmentField, words: readonly Alternatives[]): AsyncGenerator<readonly number[]> {
  const alternatives = words.map(({ terms }) => terms)
  let skip = 0
  for (let limit = firstDocuments; ; limit *= moreDocuments) {
    const { found, isAll } = await field.phrase(alternatives, limit, skip)
    skip += found.length
    yield ownersOf(found)
    if (isAll || found.length === 0) return
  }
}

/** Terms that may stand for a word, and in how many documents they are, those with several counted more than once. */
interface Alternatives {
  readonly terms: readonly string[]
  readonly documents: number
  /** False when there are terms beyond the limit. */
  readonly isAll: boolean
}

async function alternativesFor(
  field: SegmentField,
  word: PhraseWord,
  isLoose: boolean,
  limit: number,
): Promise<Alternatives> {
  const loose = isLoose ? looseFor(word) : []
  const [own, ...others] = await Promise.all([
    wordAlternatives(field, word, limit),
    ...loose.map((letter) => termsHolding(field, letter, limit, () => true)),
  ])
  const all = [own, ...others]
  return {
    terms: [...new Set(all.flatMap(({ terms }) => terms))],
    documents: all.reduce((sum, { documents }) => sum + documents, 0),
    isAll: all.every(({ isAll }) => isAll),
  }
}

async function wordAlternatives(field: SegmentField, word: PhraseWord, limit: number): Promise<Alternatives> {
  if (word.fit !== 'whole') return termsHolding(field, word.norm, limit, (term) => fits(term, word))
  const documents = await field.frequency(word.norm)
  return { terms: documents === 0 ? [] : [word.norm], documents, isAll: true }
}

async function termsHolding(
  field: SegmentField,
  part: string,
  limit: number,
  isWanted: (term: string) => boolean,
): Promise<Alternatives> {
  const counts = await field.termsWith(part, limit)
  const wanted = counts.filter(({ term }) => isWanted(term))
  return {
    terms: wanted.map(({ term }) => term),
    documents: wanted.reduce((sum, { documents }) => sum + documents, 0),
    isAll: counts.length < limit,
  }
}
