import { canWait } from './merging.ts'
import type { Store } from './store.ts'
import type { Step } from './types.ts'
import { rebuildIndex } from './upkeep.ts'

/** What a purge does, or has done. */
export interface Purge {
  /** Units that are removed or undone. */
  readonly units: number
  /** Steps that are undone, or removed units: they can then be neither undone nor done again. */
  readonly steps: readonly Step[]
}

/** What a purge would do now; nothing is changed. */
export function planPurge(store: Store): Promise<Purge> {
  return store.read(async (view) => ({
    units: (await view.counts()).removed,
    steps: (await view.steps()).filter((step) => step.isUndone || (step.removed > 0 && step.isFinal !== true)),
  }))
}

/**
 * Removes for good what is removed or undone, builds the index of the rest, and gives room back. Broken off at any moment, it
 * leaves a memory that is sound, with some of this done.
 */
export async function purgeMemory(store: Store, progress?: (done: number, total: number) => void): Promise<Purge> {
  const plan = await planPurge(store)
  const units = await store.write((writer) => writer.purge())
  try {
    if (units > 0) await rebuildIndex(store, progress)
    await store.compact()
  } catch (error) {
    // What is gone is gone. The old index finds the rest, and the room stays the memory's own and is used again.
    if (!canWait(error)) throw error
  }
  return { units, steps: plan.steps }
}
