import type { IndexView } from '../open-index.ts'
import { unpackUnit } from '../packed.ts'
import type { View } from '../store.ts'
import { plainTextOf } from '../variants.ts'
import { exactPairs } from './exact.ts'
import type { RelevanceQuery, RelevantUnits, TeachingPair } from './types.ts'
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
  return { pairs: await teachingPairs(keys, query, view), exact }
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

async function teachingPairs(
  keys: readonly number[],
  { source, target, limit, lastStep }: RelevanceQuery,
  view: View,
): Promise<readonly TeachingPair[]> {
  const sidesOf = createSides(source.language, target.language)
  const pairs: TeachingPair[] = []
  for (let at = 0; at < keys.length && pairs.length < limit; at += batchSize) {
    const rows = await view.units(keys.slice(at, at + batchSize))
    for (const row of rows) {
      if (row === undefined) continue
      const unit = unpackUnit(row)
      const sides = mayTeach(unit, lastStep) ? sidesOf(unit) : undefined
      const [here, there] = [sides?.source[0], sides?.target[0]]
      if (here !== undefined && there !== undefined)
        pairs.push({ source: plainTextOf(here), target: plainTextOf(there) })
    }
  }
  return pairs.slice(0, limit)
}
