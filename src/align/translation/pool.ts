import type { LinkedPair, StemPairs } from '../../core/types.ts'
import { joined, type Renderings } from './pairs.ts'

/** Expected counts of pairs of stems in one document, with the names of the stems. */
export interface NamedCounts {
  readonly source: readonly string[]
  readonly target: readonly string[]
  readonly counts: StemPairs
}

/**
 * Counts of pairs of stems over many documents of one pair of languages, by source stem, in hundredths. Whole numbers, so
 * that sums are the same in any order and a text file holds them exactly; plain data that passes between threads.
 */
export interface Pool {
  /** In order of their UTF-16 units, as are the targets. */
  readonly source: readonly string[]
  readonly target: readonly string[]
  /** Pairs of source stem x are `offsets[x] .. offsets[x + 1]`. */
  readonly offsets: Uint32Array
  readonly ids: Uint32Array
  /** How often the source stem is rendered by the target stem, and how often it renders it. */
  readonly forward: Float64Array
  readonly backward: Float64Array
}

/** A pool in the making. */
export interface Pooling {
  /** Adds the counts of a document. */
  add(document: NamedCounts): void
  /** Adds what was pooled before. */
  addPool(pool: Pool): void
  /** What was added, without rare pairs and with a bounded number of renderings of each stem. */
  pool(): Pool
}

/** Hundredths in one. */
const one = 100
/** Pairs seen less often than this, in hundredths, tell nothing that holds for another document. */
const leastCount = 20
/** A source stem keeps so many renderings, the most frequent ones. */
const mostRenderings = 64
/** Above this many pairs the rarest are dropped; about 200 MB. */
const usualMost = 1_000_000

interface Count {
  forward: number
  backward: number
}
type Rows = Map<string, Map<string, Count>>

/** Starts an empty pool that never holds many more than `most` pairs: then rare ones are dropped, the rarest first. */
export function createPooling(most = usualMost): Pooling {
  const rows: Rows = new Map()
  let size = 0
  const addOne = (source: string, target: string, forward: number, backward: number): void => {
    const row = rows.get(source) ?? new Map<string, Count>()
    if (row.size === 0) rows.set(source, row)
    const count = row.get(target)
    if (count === undefined) {
      row.set(target, { forward, backward })
      size++
      return
    }
    count.forward += forward
    count.backward += backward
  }
  const shrink = (): void => {
    for (let least = leastCount; size > most; least *= 2) size = dropRare(rows, least)
  }
  return {
    add({ source, target, counts }) {
      source.forEach((name, x) => {
        for (let k = counts.offsets[x] ?? 0; k < (counts.offsets[x + 1] ?? 0); k++) {
          const [forward, backward] = [inHundredths(counts.forward[k]), inHundredths(counts.backward[k])]
          const other = target[counts.ids[k] ?? 0] ?? ''
          if (forward + backward > 0 && isWord(name) && isWord(other)) addOne(name, other, forward, backward)
        }
      })
      shrink()
    },
    addPool({ source, target, offsets, ids, forward, backward }) {
      source.forEach((name, x) => {
        for (let k = offsets[x] ?? 0; k < (offsets[x + 1] ?? 0); k++)
          addOne(name, target[ids[k] ?? 0] ?? '', forward[k] ?? 0, backward[k] ?? 0)
      })
      shrink()
    },
    pool: () => poolOf([...rows].flatMap(([source, row]) => keptOf(source, row))),
  }
}

/** Nothing that a line of a table could not hold. */
const isWord = (name: string): boolean => name !== '' && !/[\t\n\r]/u.test(name)

const inHundredths = (count = 0): number => Math.round(one * count)

function dropRare(rows: Rows, least: number): number {
  let size = 0
  for (const [source, row] of rows) {
    for (const [target, { forward, backward }] of row) if (Math.max(forward, backward) < least) row.delete(target)
    if (row.size === 0) rows.delete(source)
    size += row.size
  }
  return size
}

/** One pair of a pool, by name; counts in hundredths. */
export interface PooledPair extends Readonly<Count> {
  readonly source: string
  readonly target: string
}

function keptOf(source: string, row: ReadonlyMap<string, Count>): readonly PooledPair[] {
  return [...row]
    .map(([target, count]) => ({ source, target, ...count }))
    .filter(({ forward, backward }) => Math.max(forward, backward) >= leastCount)
    .sort((a, b) => b.forward + b.backward - a.forward - a.backward || compareNames(a.target, b.target))
    .slice(0, mostRenderings)
}

const compareNames = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** A pool of pairs in any order, each once. */
export function poolOf(pairs: readonly PooledPair[]): Pool {
  const sorted = pairs.toSorted((a, b) => compareNames(a.source, b.source) || compareNames(a.target, b.target))
  const target = [...new Set(sorted.map((pair) => pair.target))].sort(compareNames)
  const idOf = new Map(target.map((name, id) => [name, id]))
  const source: string[] = []
  const offsets: number[] = []
  sorted.forEach((pair, k) => {
    if (pair.source === source.at(-1)) return
    source.push(pair.source)
    offsets.push(k)
  })
  return {
    source,
    target,
    offsets: Uint32Array.from([...offsets, sorted.length]),
    ids: Uint32Array.from(sorted, (pair) => idOf.get(pair.target) ?? 0),
    forward: Float64Array.from(sorted, (pair) => pair.forward),
    backward: Float64Array.from(sorted, (pair) => pair.backward),
  }
}

/** The pairs of a pool, by source stem and then by target stem. */
export function* pairsOfPool({ source, target, offsets, ids, forward, backward }: Pool): Iterable<PooledPair> {
  for (const [x, name] of source.entries())
    for (let k = offsets[x] ?? 0; k < (offsets[x + 1] ?? 0); k++)
      yield { source: name, target: target[ids[k] ?? 0] ?? '', forward: forward[k] ?? 0, backward: backward[k] ?? 0 }
}

/** Tells what a pool says of the words of one pair of texts, as probabilities. */
export type PriorOf = (pair: Pick<LinkedPair, 'sourceStems' | 'targetStems'>) => StemPairs

/** Taken from every count, and added to every sum of counts, in hundredths; as in learning from one document. */
const discount = 15
const unseen = 70
/** Renderings less likely than this are dropped. */
const leastProbability = 0.005

/** Makes a pool ready to be asked about many pairs of texts. */
export function preparePool({ source, target, offsets, ids, forward, backward }: Pool): PriorOf {
  const rowOf = new Map(source.map((name, x) => [name, x]))
  const forwardSums = new Float64Array(source.length).fill(unseen)
  const backwardSums = new Float64Array(target.length).fill(unseen)
  source.forEach((_, x) => {
    for (let k = offsets[x] ?? 0; k < (offsets[x + 1] ?? 0); k++) {
      forwardSums[x] = (forwardSums[x] ?? 0) + (forward[k] ?? 0)
      backwardSums[ids[k] ?? 0] = (backwardSums[ids[k] ?? 0] ?? 0) + (backward[k] ?? 0)
    }
  })
  return ({ sourceStems, targetStems }) => {
    const own = new Map(targetStems.names.map((name, id) => [name, id]))
    const ownIds = target.map((name) => own.get(name))
    const direction = (probability: (k: number, x: number) => number): Renderings =>
      renderingsOf(sourceStems.names, rowOf, { offsets, ids }, ownIds, probability)
    const there = direction((k, x) => ((forward[k] ?? 0) - discount) / (forwardSums[x] ?? 1))
    const back = direction((k) => ((backward[k] ?? 0) - discount) / (backwardSums[ids[k] ?? 0] ?? 1))
    return joined(there, back, targetStems.names.length)
  }
}

function renderingsOf(
  names: readonly string[],
  rowOf: ReadonlyMap<string, number>,
  { offsets, ids }: Pick<Pool, 'offsets' | 'ids'>,
  ownIds: readonly (number | undefined)[],
  probability: (k: number, x: number) => number,
): Renderings {
  const starts = new Uint32Array(names.length + 1)
  const kept: number[] = []
  const probabilities: number[] = []
  names.forEach((name, own) => {
    const x = rowOf.get(name)
    if (x !== undefined)
      for (let k = offsets[x] ?? 0; k < (offsets[x + 1] ?? 0); k++) {
        const id = ownIds[ids[k] ?? 0]
        const value = probability(k, x)
        if (id === undefined || value < leastProbability) continue
        kept.push(id)
        probabilities.push(value)
      }
    starts[own + 1] = kept.length
  })
  return { offsets: starts, ids: Uint32Array.from(kept), probabilities: Float32Array.from(probabilities) }
}
