import type { LinkedPair, StemPairs, StemTable } from '../../core/types.ts'
import { joined, type Renderings } from './pairs.ts'

/** Expected counts of pairs of stems over many documents of one pair of languages, by the stems' names. */
export type Pool = ReadonlyMap<string, ReadonlyMap<string, PooledCount>>

/** How often a stem is rendered by another, and renders it. */
export interface PooledCount {
  readonly forward: number
  readonly backward: number
}

/** Taken from every count, and added to every sum of counts; as in learning from one document. */
const discount = 0.15
const unseen = 0.7

/** Counts of one document by name; what `poolCounts` takes. */
export interface NamedCounts {
  readonly source: readonly string[]
  readonly target: readonly string[]
  readonly counts: StemPairs
}

/** Sums the counts of documents, in the order given, so that the sums do not depend on which was done first. */
export function poolCounts(documents: readonly NamedCounts[]): Pool {
  const pool = new Map<string, Map<string, PooledCount>>()
  for (const { source, target, counts } of documents)
    source.forEach((name, x) => {
      for (let k = counts.offsets[x] ?? 0; k < (counts.offsets[x + 1] ?? 0); k++) {
        const other = target[counts.ids[k] ?? 0] ?? ''
        const row = pool.get(name) ?? new Map<string, PooledCount>()
        pool.set(name, row)
        const before = row.get(other)
        row.set(other, {
          forward: (before?.forward ?? 0) + (counts.forward[k] ?? 0),
          backward: (before?.backward ?? 0) + (counts.backward[k] ?? 0),
        })
      }
    })
  return pool
}

/** What a pool tells of the words of one pair of texts, as probabilities. */
export function priorOf(pool: Pool, { sourceStems, targetStems }: LinkedPair): StemPairs {
  const backwardSums = new Map<string, number>()
  for (const row of pool.values())
    for (const [name, { backward }] of row) backwardSums.set(name, (backwardSums.get(name) ?? 0) + backward)
  const targetIds = new Map(targetStems.names.map((name, id) => [name, id]))
  const there = directionOf(
    pool,
    sourceStems,
    targetIds,
    (count, _, sum) => Math.max(0, count.forward - discount) / (sum + unseen),
  )
  const back = directionOf(
    pool,
    sourceStems,
    targetIds,
    (count, name) => Math.max(0, count.backward - discount) / ((backwardSums.get(name) ?? 0) + unseen),
  )
  return joined(there, back, targetStems.names.length)
}

function directionOf(
  pool: Pool,
  { names }: StemTable,
  targetIds: ReadonlyMap<string, number>,
  probability: (count: PooledCount, target: string, sum: number) => number,
): Renderings {
  const offsets = new Uint32Array(names.length + 1)
  const ids: number[] = []
  const probabilities: number[] = []
  names.forEach((name, x) => {
    const row = pool.get(name)
    const sum = row === undefined ? 0 : [...row.values()].reduce((total, count) => total + count.forward, 0)
    for (const [other, count] of row ?? []) {
      const id = targetIds.get(other)
      const value = id === undefined ? 0 : probability(count, other, sum)
      if (id === undefined || value < leastProbability) continue
      ids.push(id)
      probabilities.push(value)
    }
    offsets[x + 1] = ids.length
  })
  return { offsets, ids: Uint32Array.from(ids), probabilities: Float32Array.from(probabilities) }
}
/** Renderings less likely than this are dropped. */
const leastProbability = 0.005
