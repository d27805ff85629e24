import type { ConcordanceSource } from './concordance/index.ts'
import { passesFilter } from './filter.ts'
import type { IndexView } from './open-index.ts'
import { unpackUnit } from './packed.ts'
import type { UnitRow, View } from './store.ts'
import type { MemoryUnit } from './types.ts'

/** What a concordance needs of an index and a store at one moment. */
export function concordanceSource(index: IndexView, view: View): ConcordanceSource {
  const unpack = (row: UnitRow | undefined): MemoryUnit | undefined => (row === undefined ? undefined : unpackUnit(row))
  return {
    fieldNames: index.fieldNames,
    fields: (name) => index.fields(name),
    units: async (keys) => (await view.units(keys)).map(unpack),
    pending: async () => [...new Map(index.pending.map(({ unit }) => [unit.key, unit])).values()],
    scan: async (filter, after, limit) => (await view.scan(filter, after, limit)).flatMap((row) => unpack(row) ?? []),
    passes: passesFilter,
  }
}
