import type { ConcordanceSource, StoredTexts } from './concordance/index.ts'
import { passesFilter } from './filter.ts'
import type { KnownLanguages } from './languages.ts'
import type { IndexView } from './open-index.ts'
import { unpackUnit, unpackVariants } from './packed.ts'
import type { UnitRow, View } from './store.ts'
import type { MemoryUnit } from './types.ts'

/** What a concordance needs of an index and a store at one moment. */
export function concordanceSource(index: IndexView, view: View, languages: KnownLanguages): ConcordanceSource {
  return {
    fieldNames: index.fieldNames,
    fields: (name) => index.fields(name),
    texts: async (keys) => (await view.units(keys)).map((row) => row && textsOf(row)),
    pending: async () => [...new Map(index.pending.map(({ unit }) => [unit.key, unit])).values()].map(textsOfUnit),
    scan: async (filter, after, limit) => (await view.scan(filter, after, limit)).map(textsOf),
    passes: passesFilter,
    scriptFold: (language) => languages.scriptFold(language),
  }
}

const textsOf = (row: UnitRow): StoredTexts => ({
  key: row.key,
  variants: unpackVariants(row),
  unit: () => unpackUnit(row),
})

const textsOfUnit = (unit: MemoryUnit): StoredTexts => ({
  key: unit.key,
  variants: unit.unit.variants,
  unit: () => unit,
})
