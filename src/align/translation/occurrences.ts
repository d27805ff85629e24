import type { StemTable, TokenTable } from '../../core/types.ts'

/** Word occurrences of one text by stem, as columns. */
export interface Occurrences extends Omit<TokenTable, 'vocabulary'> {
  /** Summed weight of all occurrences before each segment. */
  readonly weightBefore: Float64Array
  /** How many stems there are; `ids` are stems. */
  readonly stems: number
}

/** Every word of a text with its stem. */
export function occurrencesOf({ offsets, ids, starts, ends, weights }: TokenTable, stems: StemTable): Occurrences {
  const weightBefore = new Float64Array(offsets.length)
  for (let segment = 0; segment + 1 < offsets.length; segment++) {
    let sum = weightBefore[segment] ?? 0
    for (let k = offsets[segment] ?? 0; k < (offsets[segment + 1] ?? 0); k++) sum += weights[k] ?? 0
    weightBefore[segment + 1] = sum
  }
  const stemIds = ids.map((id) => stems.of[id] ?? 0)
  return { offsets, ids: stemIds, starts, ends, weights, weightBefore, stems: stems.names.length }
}
