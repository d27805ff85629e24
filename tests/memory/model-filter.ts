import { decisionStates, relations } from '../../src/core/relations.ts'
import { isLanguage } from '../../src/memory/filter.ts'
import type { UnitRow } from '../../src/memory/store.ts'
import type { UnitFilter } from '../../src/memory/types.ts'

/** What a filter says of the columns of a unit; texts that only `packed.ts` understands play no part. */
export const modelFilter =
  (filter: UnitFilter) =>
  (row: UnitRow): boolean => {
    const relation = relations[row.relation - 1]
    const state = decisionStates[row.state]
    const isDated = row.changed !== 0
    const holds = (wanted: string): boolean => row.languages.split(' ').some((tag) => isLanguage(tag, wanted))
    return (
      (filter.memories?.includes(row.memory) ?? true) &&
      (filter.languages?.every(holds) ?? true) &&
      (filter.relations === undefined || (relation !== undefined && filter.relations.includes(relation))) &&
      (filter.states === undefined || (state !== undefined && filter.states.includes(state))) &&
      (filter.minConfidence === undefined ||
        (row.confidence >= 0 && row.confidence >= filter.minConfidence * 10_000)) &&
      (filter.since === undefined || (isDated && row.changed * 1000 >= Date.parse(filter.since))) &&
      (filter.until === undefined || (isDated && row.changed * 1000 <= Date.parse(filter.until))) &&
      (filter.step === undefined || row.step === filter.step)
    )
  }
