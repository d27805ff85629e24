import { createPattern } from '../text/edit-bits.ts'
import type { FieldReader } from './field-reader.ts'
import { createCounter } from './fuzzy-count.ts'
import { makePlan, mostEdits, piecesOfPlan } from './fuzzy-plan.ts'
import type { Found } from './types.ts'

/**
 * Finds all documents at or above a threshold. A document at edit distance d shares, as a bag, at least the longer length − d
 * tokens; so documents are counted by the query's rarest tokens, until the rest alone cannot be enough, and those that may
 * still share enough are compared in full.
 */
export function createFuzzySearch(
  reader: FieldReader,
): (tokens: readonly string[], min: number) => Promise<readonly Found[]> {
  const candidatesOf = createCounter(reader.head)
  return async (tokens, min) => {
    if (tokens.length === 0) return []
    const weights = new Map<string, number>()
    for (const token of tokens) weights.set(token, (weights.get(token) ?? 0) + 1)
    const terms = [...weights.keys()]
    const entries = await reader.findTerms(terms)
    const plan = makePlan(reader.head, tokens.length, min, entries, [...weights.values()])
    if (plan === undefined) return []
    const blocks = await reader.readBlocks(
      plan.lists.flatMap((list) => piecesOfPlan(list, plan).map(({ block }) => reader.head.postings + block)),
    )
    const candidates = candidatesOf(plan, blocks)
    const idOf = new Map(terms.map((term, k) => [term, entries[k]?.id ?? -1]))
    return await verify(
      reader,
      tokens.map((token) => idOf.get(token) ?? -1),
      min,
      candidates,
    )
  }
}

async function verify(
  reader: FieldReader,
  query: readonly number[],
  min: number,
  candidates: Int32Array,
): Promise<readonly Found[]> {
  const pattern = createPattern(query)
  const near: { readonly document: number; readonly distance: number; readonly length: number }[] = []
  let before = -1
  let allowed = -1
  await reader.visitSequences(candidates, (document, ids, length) => {
    if (length !== before) allowed = mostEdits(Math.max(query.length, length), min)
    before = length
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
