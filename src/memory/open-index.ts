import { AppError } from '../core/errors.ts'
import type { BlockCache } from './block-cache.ts'
import { indexVersion } from './index/check.ts'
import { openSegment, type Segment, type SegmentField } from './index/segment.ts'
import { unpackUnit } from './packed.ts'
import type { SegmentRow, View } from './store.ts'
import { createFieldNames } from './text/fold.ts'
import { tokensOf } from './text/tokens.ts'
import type { MemoryUnit } from './types.ts'
import { plainTextOf } from './variants.ts'

/** One variant of a unit that no segment holds yet. */
export interface PendingDocument {
  readonly unit: MemoryUnit
  readonly variant: number
  readonly field: string
  readonly text: string
  readonly tokens: readonly string[]
}

/** All that can be searched at one moment. */
export interface IndexView {
  /** `View.generation` of that moment. */
  readonly generation: number
  readonly segments: readonly Segment[]
  readonly pending: readonly PendingDocument[]
  /** This field of every segment that has it. */
  fields(name: string): readonly SegmentField[]
  /** Every field that any unit has, sorted. */
  readonly fieldNames: readonly string[]
}

/** Opens the index as a view sees it; what has not changed since the last time is not read again. */
export interface IndexOpener {
  (view: View): Promise<IndexView>
  /** What was opened last; the store may have changed since. */
  last(): IndexView | undefined
}

/** Fails with MEMORY_OLD_INDEX or MEMORY_NEWER when another version of the program made part of the index: its words may be others. */
export function checkVersions(segments: readonly SegmentRow[], name: string): void {
  for (const { version } of segments) {
    if (version < indexVersion)
      throw new AppError(
        'MEMORY_OLD_INDEX',
        `${name}: its index has version ${version}, this program needs ${indexVersion}`,
      )
    if (version > indexVersion)
      throw new AppError(
        'MEMORY_NEWER',
        `${name}: its index has version ${version}, this program knows ${indexVersion}`,
      )
  }
}

/** An opener that keeps opened segments between calls; `name` is that of the store, for messages. */
export function createIndexOpener(cache: BlockCache, name: string): IndexOpener {
  let segments = new Map<number, Segment>()
  let last: IndexView | undefined
  const open = async (view: View): Promise<IndexView> => {
    const generation = await view.generation()
    if (last?.generation === generation) return last
    const rows = await view.segments()
    checkVersions(rows, name)
    const opened = new Map<number, Segment>()
    for (const { number } of rows)
      opened.set(number, segments.get(number) ?? (await openSegment(cache.readerOf(number))))
    segments = opened
    last = indexOf(generation, [...opened.values()], await pendingDocuments(view))
    return last
  }
  return Object.assign(open, { last: () => last })
}

function indexOf(generation: number, segments: readonly Segment[], pending: readonly PendingDocument[]): IndexView {
  const names = new Set([...segments.flatMap(({ fields }) => fields), ...pending.map(({ field }) => field)])
  const fields = new Map([...names].map((name) => [name, segments.flatMap((segment) => segment.field(name) ?? [])]))
  return {
    generation,
    segments,
    pending,
    fields: (name) => fields.get(name) ?? [],
    fieldNames: [...names].sort(),
  }
}

async function pendingDocuments(view: View): Promise<readonly PendingDocument[]> {
  const rows = await view.units(await view.pending())
  const fieldOf = createFieldNames()
  return rows.flatMap((row) => {
    if (row === undefined) return []
    const unit = unpackUnit(row)
    return unit.unit.variants.map((variant, i): PendingDocument => {
      const text = plainTextOf(variant)
      return { unit, variant: i, field: fieldOf(variant.language), text, tokens: tokensOf(text) }
    })
  })
}
