import { createPattern } from '../text/edit-bits.ts'
import type { TermEntry } from './dictionary-blocks.ts'
import type { FieldReader } from './field-reader.ts'
import { createCounter } from './fuzzy-count.ts'
import { makePlan, mostEdits, piecesOfPlan } from './fuzzy-plan.ts'
import type { Found } from './types.ts'

/** Terms of a field that count as one token of a query; those of different tokens are different. */
export type Alternatives = (token: string) => readonly string[]

/** Finds all documents at or above a threshold; each token stands for itself where no alternatives are given. */
export type FuzzySearch = (
  tokens: readonly string[],
  min: number,
  alternatives?: Alternatives,
) => Promise<readonly Found[]>

/**
 * A document at edit distance d shares, as a bag, at least the longer length − d tokens; so documents are counted by the
 * query's rarest tokens, until the rest alone cannot be enough, and those that may still share enough are compared in full.
 */
export function createFuzzySearch(reader: FieldReader): FuzzySearch {
  const candidatesOf = createCounter(reader.head)
  return async (tokens, min, alternatives) => {
    if (tokens.length === 0) return []
    const weights = new Map<string, number>()
    for (const token of tokens) weights.set(token, (weights.get(token) ?? 0) + 1)
    const entries = await findAlike(reader, [...weights.keys()], alternatives)
    const plan = makePlan(reader.head, tokens.length, min, entries, [...weights.values()])
    if (plan === undefined) return []
    const blocks = await reader.readBlocks(
      plan.lists.flatMap((list) => piecesOfPlan(list, plan).map(({ block }) => reader.head.postings + block)),
    )
    const idOf = new Map([...weights.keys()].map((token, k) => [token, entries[k]?.[0]?.id ?? -1]))
    const query = tokens.map((token) => idOf.get(token) ?? -1)
    return await verify(reader, { ids: query, min, sameAs: idsAlike(entries) }, candidatesOf(plan, blocks))
  }
}

/** Entries of the terms that count as each token. */
async function findAlike(
  reader: FieldReader,
  tokens: readonly string[],
  alternatives: Alternatives = (token) => [token],
): Promise<readonly (readonly TermEntry[])[]> {
  const terms = tokens.map(alternatives)
  const found = await reader.findTerms(terms.flat())
  let at = 0
  return terms.map((alike) => alike.flatMap(() => found[at++] ?? []))
}

/** Ids of terms that count as another one, by which they are known to the query; empty when each stands for itself. */
function idsAlike(entries: readonly (readonly TermEntry[])[]): ReadonlyMap<number, number> {
  return new Map(entries.flatMap(([first, ...more]) => more.map(({ id }) => [id, first?.id ?? id] as const)))
}

interface Wanted {
  readonly ids: readonly number[]
  readonly min: number
  readonly sameAs: ReadonlyMap<number, number>
}

async function verify(
  reader: FieldReader,
  { ids: query, min, sameAs }: Wanted,
  candidates: Int32Array,
): Promise<readonly Found[]> {
  const pattern = createPattern(query)
  const near: { readonly document: number; readonly distance: number; readonly length: number }[] = []
  let before = -1
  let allowed = -1
  await reader.visitSequences(candidates, (document, ids, length) => {
    if (length !== before) allowed = mostEdits(Math.max(query.length, length), min)
    before = length
    if (sameAs.size > 0)
      for (let at = 0; at < length; at++) ids[at] = sameAs.get(ids[at] as number) ?? (ids[at] as number)
    const distance = pattern.distance(ids, 0, length, allowed)
    if (distance <= allowed) near.push({ document, distance, length })
    return true
  })
  const occurrences = await reader.occurrencesOf(near.map(({ document }) => document))
  return near.flatMap(({ distance, length }, k) => {
    const occurrence = occurrences[k]
    return occurrence === undefined || occurrence.owner === 0 ? [] : [{ ...occurrence, distance, length }]
  })
}
