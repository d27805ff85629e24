import type { TranslationUnit, Variant } from '../core/types.ts'
import { type BatchColumns, type ColumnRoom, createColumnWriter } from './batch-columns.ts'
import { createSegmentBuilder } from './index/build.ts'
import type { BuiltSegment } from './index/types.ts'
import { orderedVariants, packUnit } from './packed.ts'
import type { PackedUnit, Uses } from './store.ts'
import { createFieldNames } from './text/fold.ts'
import type { UnitContext } from './types.ts'
import { plainTextOf } from './variants.ts'

/** A unit on its way into a memory, with what stood beside it. */
export interface NewUnit {
  readonly unit: TranslationUnit
  readonly context: UnitContext
  /** How often it was used where it comes from. */
  readonly uses?: readonly Uses[]
}

/** Units ready to be added: packed, and with the segment of the index that holds them. Nothing in it depends on a store, so any thread can make it. */
export interface PreparedBatch {
  readonly units: readonly PackedUnit[]
  /** Its owners are places in `units`, counted from 1. Absent when it is left to whoever adds the batch. */
  readonly segment?: BuiltSegment
  /** Uses that units bring along, by place in `units`; absent when there are none. */
  readonly uses?: readonly PlacedUses[]
}

/** Uses of the unit at a place of a batch. */
export interface PlacedUses extends Uses {
  readonly place: number
}

/** So many units wait outside the index at most: a search goes through them one by one. */
export const maxPending = 512
/** Units of one batch and of one segment when much is added. */
export const batchSize = 8_192
/** Characters after which a batch is full before it has so many units: ten times what sentences need. */
const batchLength = 16e6

/** A batch in the making. Units are packed as they come, so that nothing of them outlives its turn: garbage that dies young is cheap. */
export interface BatchBuilder {
  add(unit: NewUnit): void
  /** True when it is time for the next batch. */
  readonly isFull: boolean
  readonly count: number
  /** May be called once. */
  build(): BatchColumns
}

/** An empty batch; with `withSegment` it builds the segment of its units as well. */
export function createBatch(withSegment: boolean, room?: ColumnRoom): BatchBuilder {
  const columns = createColumnWriter(room)
  const segment = withSegment ? createUnitIndexer() : undefined
  const placedUses: PlacedUses[] = []
  let length = 0
  return {
    add({ unit, context, uses = [] }) {
      for (const one of uses) placedUses.push({ ...one, place: columns.count })
      const packed = packUnit(unit, context)
      length += packed.body.length
      columns.add(packed)
      segment?.add(orderedVariants(unit))
    },
    get isFull() {
      return columns.count >= batchSize || length >= batchLength
    },
    get count() {
      return columns.count
    },
    build: () => columns.finish(segment?.build(), placedUses.length === 0 ? undefined : placedUses),
  }
}

/** A batch of units that are all there. */
export function prepareBatch(units: readonly NewUnit[]): PreparedBatch {
  const uses = units.flatMap((unit, place) => (unit.uses ?? []).map((one) => ({ ...one, place })))
  return {
    units: units.map(({ unit, context }) => packUnit(unit, context)),
    ...(units.length <= maxPending ? {} : { segment: buildSegment(units.map(({ unit }) => orderedVariants(unit))) }),
    ...(uses.length === 0 ? {} : { uses }),
  }
}

interface UnitIndexer {
  /** The variants of the next unit, in order. */
  add(variants: readonly Variant[]): void
  build(): BuiltSegment
}

/** Owners are the places of the units, counted from 1. */
function createUnitIndexer(): UnitIndexer {
  const builder = createSegmentBuilder()
  const fieldNames = createFieldNames()
  let owner = 0
  return {
    add(variants) {
      owner++
      for (const [place, variant] of variants.entries()) {
        builder.add({ owner, variant: place, field: fieldNames(variant.language), text: plainTextOf(variant) })
      }
    },
    build: () => builder.build(),
  }
}

/** The segment of these units, given by their variants in order; its owners are their places, counted from 1. */
export function buildSegment(units: readonly (readonly Variant[])[]): BuiltSegment {
  const indexer = createUnitIndexer()
  for (const variants of units) indexer.add(variants)
  return indexer.build()
}
