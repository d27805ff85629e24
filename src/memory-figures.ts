import type { MemoryTable, RowKind } from './memory-table.ts'

/** How many units there are by everything that can be drawn; the largest first, months and confidences in their order. */
export interface MemoryFigures {
  readonly units: number
  readonly byLanguages: readonly Figure[]
  /** By document of the source; `step:N` where the unit names none, for the file that the step brought in. */
  readonly byOrigin: readonly Figure[]
  /** `2026-03`; without a name for units without a date. */
  readonly byMonth: readonly Figure[]
  readonly byRelation: readonly Figure[]
  readonly byState: readonly Figure[]
  readonly byMemory: readonly Figure[]
  /** By lowest percent of ten: `90` is 90 to 100; without a name for units without a confidence. */
  readonly byConfidence: readonly Figure[]
}

export interface Figure {
  /** Empty for units of which nothing is known here. */
  readonly name: string
  readonly units: number
}

/** Counts what a table knows up to now. */
export function figuresOf(table: MemoryTable): MemoryFigures {
  const kinds = new Map<RowKind, number>()
  const days = new Map<number, number>()
  const confidences = new Map<string, number>()
  let units = 0
  table.scan(0, table.size(), (_, { kind, confidence, changed }) => {
    units++
    add(kinds, kind, 1)
    add(days, changed === 0 ? -1 : Math.floor(changed / 86_400), 1)
    add(confidences, confidence < 0 ? '' : String(Math.min(90, Math.floor(confidence / 1000) * 10)), 1)
  })
  const byKind = (nameOf: (kind: RowKind) => string): readonly Figure[] => largestFirst(regrouped(kinds, nameOf))
  return {
    units,
    byLanguages: byKind(({ languages }) => languages.join(' ')),
    byOrigin: byKind(({ documents, step }) => documents[0] ?? `step:${step}`),
    byMonth: inOrder(regrouped(days, monthOf)),
    byRelation: byKind(({ relation }) => relation ?? ''),
    byState: byKind(({ state }) => state),
    byMemory: byKind(({ memory }) => memory),
    byConfidence: inOrder(confidences, (a, b) => Number(a) - Number(b)),
  }
}

const monthOf = (day: number): string => (day < 0 ? '' : new Date(day * 86_400_000).toISOString().slice(0, 7))

function add<K>(counts: Map<K, number>, key: K, units: number): void {
  counts.set(key, (counts.get(key) ?? 0) + units)
}

function regrouped<K>(counts: ReadonlyMap<K, number>, nameOf: (key: K) => string): ReadonlyMap<string, number> {
  const groups = new Map<string, number>()
  for (const [key, units] of counts) add(groups, nameOf(key), units)
  return groups
}

const figures = (counts: ReadonlyMap<string, number>): Figure[] =>
  [...counts].map(([name, units]): Figure => ({ name, units }))

const largestFirst = (counts: ReadonlyMap<string, number>): readonly Figure[] =>
  figures(counts).sort((a, b) => b.units - a.units)

/** Those without a name come last. */
const inOrder = (
  counts: ReadonlyMap<string, number>,
  compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0),
): readonly Figure[] =>
  figures(counts).sort((a, b) => Number(a.name === '') - Number(b.name === '') || compare(a.name, b.name))
