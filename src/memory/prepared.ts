import type { TranslationUnit, Variant } from '../core/types.ts'
import { createSegmentBuilder } from './index/build.ts'
import type { BuiltSegment } from './index/types.ts'
import { orderedVariants, packUnit } from './packed.ts'
import type { PackedUnit } from './store.ts'
import { fieldOf } from './text/fold.ts'
import type { UnitContext } from './types.ts'
import { plainTextOf } from './variants.ts'

/** A unit on its way into a memory, with what stood beside it. */
export interface NewUnit {
  readonly unit: TranslationUnit
  readonly context: UnitContext
}

/** Units ready to be added: packed, and with the segment of the index that holds them. Nothing in it depends on a store, so any thread can make it. */
export interface PreparedBatch {
  readonly units: readonly PackedUnit[]
  /** Its owners are places in `units`, counted from 1. Absent when it is left to whoever adds the batch. */
  readonly segment?: BuiltSegment
}

/** So many units wait outside the index at most: a search goes through them one by one. */
export const maxPending = 512
/** Units of one batch and of one segment when much is added. */
export const batchSize = 16_384

/** Packs units and, where there are many and whoever adds them has no time for it, builds their segment. */
export function prepareBatch(units: readonly NewUnit[], withSegment = units.length > maxPending): PreparedBatch {
  const packed = units.map(({ unit, context }) => packUnit(unit, context))
  return withSegment
    ? { units: packed, segment: buildSegment(units.map(({ unit }) => orderedVariants(unit))) }
    : { units: packed }
}

/** The segment of these units, given by their variants in order; its owners are their places, counted from 1. */
export function buildSegment(units: readonly (readonly Variant[])[]): BuiltSegment {
  const builder = createSegmentBuilder()
  const fields = new Map<string, string>()
  units.forEach((variants, i) => {
    variants.forEach((variant, place) => {
      const field = fields.get(variant.language) ?? fieldOf(variant.language)
      fields.set(variant.language, field)
      builder.add({ owner: i + 1, variant: place, field, text: plainTextOf(variant) })
    })
  })
  return builder.build()
}
