import type { LanguageTag } from './core/types.ts'
import type { Memory } from './memory/memory.ts'
import { relations, states } from './memory/packed.ts'
import { fieldOf } from './memory/text/fold.ts'

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
 * Pairs of languages that a memory has units in, as `nl zh`, the commonest first, when it has none in both of these; undefined
 * when it has some. Scripts count: simplified Chinese is not traditional Chinese.
 */
export async function otherLanguages(
  memory: Memory,
  source: LanguageTag,
  target: LanguageTag,
): Promise<readonly string[] | undefined> {
  const { byLanguages } = await memory.counts()
  const pairs = Object.entries(byLanguages).sort((a, b) => b[1] - a[1])
  const [from, to] = [fieldOf(source), fieldOf(target)]
  const isHere = pairs.some(([tags]) => {
    const fields = tags.split(' ').map(fieldOf)
    return fields.includes(from) && fields.includes(to)
  })
  return isHere ? undefined : pairs.map(([tags]) => tags)
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
    byState: named(byState, (index) => states[index] ?? 'proposed'),
    steps: (await memory.history()).length,
  }
}
