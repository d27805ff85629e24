import type { IndexView } from '../open-index.ts'
import { unpackUnit } from '../packed.ts'
import type { View } from '../store.ts'
import type { MemoryUnit } from '../types.ts'
import { exactPairs } from './exact.ts'
import type { RelevanceQuery, RelevantUnits } from './types.ts'
import { createSides, mayTeach } from './usable.ts'
import { type UnitsByWord, unitsByWord } from './words.ts'

/** Of each word so many units are taken, those with most else in common with the texts, before others fill the rest. */
const bestOfWord = 4
/** Units are fetched so many at a time until there are enough. */
const batchSize = 500

/** What a memory has for two texts: units that share rarer words with them, and pairs that stand in both. */
export async function findRelevant(query: RelevanceQuery, index: IndexView, view: View): Promise<RelevantUnits> {
  const byWord = [...(await unitsByWord(query.source, index)), ...(await unitsByWord(query.target, index))]
  const exact = await exactPairs(query, index, view)
  const keys = ranked(byWord)
  return { units: await teachingUnits(keys, query, view), exact }
}

/** Keys of units by how much they have in common with the texts, where a word counts the more the rarer it is. */
function ranked(byWord: UnitsByWord): readonly number[] {
  const scores = new Map<number, number>()
  for (const keys of byWord)
    for (const key of keys) scores.set(key, (scores.get(key) ?? 0) + 1 / Math.sqrt(keys.length))
  const before = (a: number, b: number): number => (scores.get(b) ?? 0) - (scores.get(a) ?? 0) || a - b
  const best = new Set(byWord.flatMap((keys) => keys.toSorted(before).slice(0, bestOfWord)))
  return [...[...best].sort(before), ...[...scores.keys()].filter((key) => !best.has(key)).sort(before)]
}

async function teachingUnits(
  keys: readonly number[],
  { source, target, limit, lastStep }: RelevanceQuery,
  view: View,
): Promise<readonly MemoryUnit[]> {
  const sidesOf = createSides(source.language, target.language)
  const units: MemoryUnit[] = []
  for (let at = 0; at < keys.length && units.length < limit; at += batchSize) {
    const rows = await view.units(keys.slice(at, at + batchSize))
    const batch = rows.flatMap((row) => (row === undefined ? [] : unpackUnit(row)))
    units.push(...batch.filter((unit) => mayTeach(unit, lastStep) && sidesOf(unit) !== undefined))
  }
  return units.slice(0, limit)
}
