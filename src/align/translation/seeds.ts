import type { LinkedPair, StemPairs, StemTable } from '../../core/types.ts'

/** Worth of a lexicon's pair, shared among the renderings of a word; of words in equal letters; of words that begin alike. */
const dictionaryWorth = 0.7
const leastWorth = 0.02
const equalWorth = 0.6
const cognateWorth = 0.3
/** Related languages spell the roots of their common words alike at least this far. */
const rootLetters = 4
/** A root that begins more words than this in the other text tells none of them apart. */
const mostCognates = 12

/**
 * What is known of the words of two texts before any of their segments are paired: pairs of the lexicon, equal words and
 * marks, and words with a common root. The same for both directions.
 */
export function seedPairs({ sourceStems, targetStems, wordPairs }: LinkedPair): StemPairs {
  const rows: Map<number, number>[] = sourceStems.names.map(() => new Map())
  for (const { source, target, probability } of wordPairs) {
    const row = rows[sourceStems.of[source] ?? 0]
    const stem = targetStems.of[target] ?? 0
    row?.set(stem, Math.max(row.get(stem) ?? 0, probability))
  }
  for (const row of rows) {
    const sum = [...row.values()].reduce((total, probability) => total + probability, 0)
    for (const [stem, probability] of row)
      row.set(stem, (dictionaryWorth * probability) / Math.max(1, sum) + leastWorth)
  }
  const raise = (source: number, target: number, worth: number): void => {
    const row = rows[source]
    if (row !== undefined && (row.get(target) ?? 0) < worth) row.set(target, worth)
  }
  pairEqual(sourceStems, targetStems, raise)
  pairCognates(sourceStems, targetStems, raise)
  return columnsOf(rows)
}

type Raise = (source: number, target: number, worth: number) => void

function pairEqual(source: StemTable, target: StemTable, raise: Raise): void {
  const ids = new Map(target.names.map((name, id) => [name, id]))
  source.names.forEach((name, id) => {
    const other = ids.get(name)
    if (other !== undefined && (name.length > 2 || !/^\p{L}/u.test(name))) raise(id, other, equalWorth)
  })
}

function pairCognates(source: StemTable, target: StemTable, raise: Raise): void {
  const byRoot = new Map<string, number[]>()
  target.names.forEach((name, id) => {
    const root = rootOf(name)
    if (root === undefined) return
    const list = byRoot.get(root)
    if (list === undefined) byRoot.set(root, [id])
    else list.push(id)
  })
  source.names.forEach((name, id) => {
    const root = rootOf(name)
    const others = root === undefined ? [] : (byRoot.get(root) ?? [])
    if (others.length <= mostCognates) for (const other of others) raise(id, other, cognateWorth)
  })
}

/** The first letters without their marks. */
function rootOf(name: string): string | undefined {
  if (name.length < rootLetters || !/^\p{L}/u.test(name)) return undefined
  return name.normalize('NFD').replace(/\p{M}/gu, '').slice(0, rootLetters)
}

function columnsOf(rows: readonly ReadonlyMap<number, number>[]): StemPairs {
  const offsets = new Uint32Array(rows.length + 1)
  const sorted = rows.map((row) => [...row].sort((a, b) => a[0] - b[0]))
  sorted.forEach((row, x) => {
    offsets[x + 1] = (offsets[x] ?? 0) + row.length
  })
  const flat = sorted.flat()
  const worth = Float32Array.from(flat, (entry) => entry[1])
  return { offsets, ids: Uint32Array.from(flat, (entry) => entry[0]), forward: worth, backward: worth }
}
