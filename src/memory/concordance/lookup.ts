import type { SegmentField } from '../index/segment.ts'
import { looseFor, type Need } from './needs.ts'
import { fits, type Phrase, type PhraseWord } from './phrase.ts'

/** How many terms and documents are asked for at first, and how much more each time that is not enough. */
const firstTerms = 512
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
    const areAllTerms = words.every(({ isAll }) => isAll)
    if (words.every(({ terms }) => terms.length > 0))
      yield* ownersIn(
        field,
        words.map(({ terms }) => terms),
      )
    if (areAllTerms) return
  }
}

async function* ownersIn(
  field: SegmentField,
  alternatives: readonly (readonly string[])[],
): AsyncGenerator<readonly number[]> {
  let skip = 0
  for (let limit = firstDocuments; ; limit *= moreDocuments) {
    const { found, isAll } = await field.phrase(alternatives, limit, skip)
    skip += found.length
    yield found.map(({ owner }) => owner).filter((owner) => owner !== 0)
    if (isAll || found.length === 0) return
  }
}

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
