import { setImmediate as nextTurn } from 'node:timers/promises'
import { AppError } from '../core/errors.ts'
import { isStale, staleIndex } from './block-cache.ts'
import { indexVersion } from './index/check.ts'
import { type FieldMerger, mergePlans, mergeSegments } from './index/merge.ts'
import { mergeField } from './index/merge-field.ts'
import type { BlockReader } from './index/types.ts'
import type { SegmentRow, Store } from './store.ts'

/** Does all merges that are due, or that can be done now. `helper` merges fields beside this thread, in another one. */
export async function mergeDue(store: Store, isLast = false, helper?: FieldMerger): Promise<void> {
  while (await mergeRound(store, isLast, helper));
}

/** Merges that do not wait for each other; false when none is due, or none can be done now. */
async function mergeRound(store: Store, isLast: boolean, helper: FieldMerger | undefined): Promise<boolean> {
  const rows = await store.read((view) => view.segments())
  const plans = mergePlans(
    rows.map(({ documents }) => documents),
    isLast,
  )
  const groups = plans.map((plan) => plan.flatMap((place) => rows[place] ?? []))
  if (groups.length === 0) return false
  if (helper === undefined) {
    const [first = []] = groups
    return mergeGroup(store, first, mergeHere)
  }
  const merge = inTurns([helper, mergeHere])
  // All are waited for: what goes on after one has failed would meet a store that is closed.
  const ends = await Promise.allSettled(groups.map((group) => mergeGroup(store, group, merge)))
  for (const end of ends) if (end.status === 'rejected') throw end.reason
  return ends.every((end) => end.status === 'fulfilled' && end.value)
}

async function mergeGroup(store: Store, group: readonly SegmentRow[], merge: FieldMerger): Promise<boolean> {
  const numbers = group.map(({ number }) => number)
  try {
    const merged = await mergeSegments(
      numbers.map((number) => readerOf(store, number)),
      merge,
    )
    const segment = { ...merged, version: indexVersion, units: new Uint32Array(0) }
    await store.write((writer) => writer.addSegment(segment, numbers))
  } catch (error) {
    if (canWait(error)) return false
    // Another process merged them first.
    if (!isStale(error)) throw error
  }
  return true
}

const mergeHere: FieldMerger = (name, readers) => mergeField(name, readers, () => true, nextTurn)

/** Hands each field that is to be merged to one of several that have nothing to do. */
function inTurns(mergers: readonly FieldMerger[]): FieldMerger {
  const idle = [...mergers]
  const waiting: (() => void)[] = []
  return async (name, readers) => {
    while (idle.length === 0)
      await new Promise<void>((resolve) => {
        waiting.push(resolve)
      })
    const merge = idle.shift() as FieldMerger
    try {
      return await merge(name, readers)
    } finally {
      idle.push(merge)
      waiting.shift()?.()
    }
  }
}

/** A full disk or a long writer: what was kept before this is safe and found all the same, and the next change tries again. */
export const canWait = (error: unknown): boolean =>
  error instanceof AppError && (error.code === 'MEMORY_FULL' || error.code === 'MEMORY_BUSY')

/** Reads blocks past the cache: a merge sees each of them once. */
const readerOf =
  (store: Store, segment: number): BlockReader =>
  async (numbers) => {
    const blocks = await store.read((view) => view.blocks(segment, numbers))
    if (blocks.length < numbers.length) throw staleIndex(segment)
    return blocks
  }
