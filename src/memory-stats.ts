import { decisionStates, relations } from './core/relations.ts'
import type { LanguageTag } from './core/types.ts'
import type { Memory } from './memory/memory.ts'
import { fieldOf } from './memory/text/fold.ts'
import type { UnitFilter } from './memory/types.ts'

/** What a memory holds, by everything that is cheap to count. */
export interface MemoryStats {
  readonly name: string
  readonly units: number
  /** Removed or undone, and still there for undoing. */
  readonly removed: number
  /** Not in the index yet: searched one by one. */
  readonly pending: number
  readonly byMemory: Readonly<Record<string, number>>
  /** By language tags: `nl zh`. */
  readonly byLanguages: Readonly<Record<string, number>>
  /** `none` for units that come from no alignment. */
  readonly byRelation: Readonly<Record<string, number>>
  readonly byState: Readonly<Record<string, number>>
  readonly steps: number
}

/**
 * Pairs of languages that a memory has units in, as `nl zh`, the commonest first, when it has none in all of these; undefined
 * when it has some. Scripts count: simplified Chinese is not traditional Chinese.
 */
export async function otherLanguages(
  memory: Memory,
  languages: readonly LanguageTag[],
): Promise<readonly string[] | undefined> {
  const { byLanguages } = await memory.counts()
  const pairs = Object.entries(byLanguages).sort((a, b) => b[1] - a[1])
  const wanted = languages.map(fieldOf)
  const isHere = pairs.some(([tags]) => {
    const fields = tags.split(' ').map(fieldOf)
    return wanted.every((field) => fields.includes(field))
  })
  return isHere ? undefined : pairs.map(([tags]) => tags)
}

/** Names of the memories in a file that have units, the largest first, when the filter names others alone; else undefined. */
export async function otherMemories(memory: Memory, { memories }: UnitFilter): Promise<readonly string[] | undefined> {
  const { byMemory } = await memory.counts()
  const names = Object.entries(byMemory).sort((a, b) => b[1] - a[1])
  const isHere = memories === undefined || names.length === 0 || names.some(([name]) => memories.includes(name))
  return isHere ? undefined : names.map(([name]) => name)
}

/** Counts a memory. */
export async function memoryStats(memory: Memory): Promise<MemoryStats> {
  const { units, removed, pending, byMemory, byLanguages, byRelation, byState } = await memory.counts()
  const named = (counts: Readonly<Record<number, number>>, name: (index: number) => string) =>
    Object.fromEntries(Object.entries(counts).map(([index, count]) => [name(Number(index)), count]))
  return {
    name: memory.name,
    units,
    removed,
    pending,
    byMemory,
    byLanguages,
    byRelation: named(byRelation, (index) => relations[index - 1] ?? 'none'),
    byState: named(byState, (index) => decisionStates[index] ?? 'proposed'),
    steps: (await memory.history()).length,
  }
}
