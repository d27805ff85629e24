import { AppError } from '../core/errors.ts'
import type { TranslationUnit } from '../core/types.ts'
import type { FieldMerger } from './index/merge.ts'
import { mergeDue } from './merging.ts'
import { unpackUnit } from './packed.ts'
import { batchSize, maxPending, type NewUnit, type PreparedBatch, prepareBatch } from './prepared.ts'
import type { NewStep, Store, Writer } from './store.ts'
import type { Step } from './types.ts'
import { addPrepared, indexRest } from './upkeep.ts'

/** How many units came in, and how many of them were there already. */
export interface AddCounts {
  readonly added: number
  readonly merged: number
}

/** A step that takes in batch after batch; what was acknowledged stays, whatever happens later. */
export interface Intake {
  readonly step: number
  /** Returns when the batch is safe. `into` names another memory than that of the intake. */
  add(batch: PreparedBatch, into?: string): Promise<AddCounts>
  /** Ends the step and merges what is due of the index. */
  finish(label: string): Promise<void>
}

/**
 * While much is added, segments are merged after so many batches only: to merge all of them once at the end takes half the
 * time, and whoever reads meanwhile looks into a few more of them.
 */
const batchesBetweenMerges = 128

/** Starts a step that adds units to the memory of this name. `helper` merges parts of the index in another thread. */
export async function openIntake(
  store: Store,
  memoryName: string,
  act: NewStep,
  helper?: FieldMerger,
): Promise<Intake> {
  const [memory, step] = await store.write(async (writer) => [
    await writer.memory(memoryName),
    await writer.addStep(act),
  ])
  let isLarge = false
  let batches = 0
  return {
    step,
    async add(batch, into) {
      const added = await store.write(async (writer) =>
        addPrepared(writer, into === undefined ? memory : await writer.memory(into), step, batch),
      )
      isLarge ||= batch.units.length > maxPending
      const fresh = added.filter(({ isNew }) => isNew).length
      if (++batches % batchesBetweenMerges === 0) await mergeDue(store, true, helper)
      return { added: fresh, merged: added.length - fresh }
    },
    async finish(label) {
      await store.write((writer) => writer.finishStep(step, label))
      await mergeDue(store, isLarge, helper)
    },
  }
}

/** Adds units as one step in one transaction: all of them or, when something fails, none. */
export async function addUnits(
  store: Store,
  memoryName: string,
  act: NewStep,
  units: readonly NewUnit[],
): Promise<AddCounts & { readonly step: number }> {
  return change(store, act, async (writer, step) => {
    const added = await addPrepared(writer, await writer.memory(memoryName), step, prepareBatch(units))
    const fresh = added.filter(({ isNew }) => isNew).length
    return { step, added: fresh, merged: added.length - fresh }
  })
}

/** Removes units as one step. */
export function removeUnits(store: Store, act: NewStep, keys: readonly number[]): Promise<number> {
  return change(store, act, async (writer, step) => {
    await writer.remove(step, keys)
    return step
  })
}

/** A unit, by its key, and what takes its place. */
export interface Replacement {
  readonly key: number
  readonly unit: TranslationUnit
}

/** A unit that goes, by its key. */
export interface Removal {
  readonly key: number
  /** The unit that stays for it and takes over its uses, as for a duplicate. */
  readonly heir?: number
}

/**
 * Puts units in the place of others as one step: the old ones are removed, the new ones added to the same memories, with the
 * uses and neighbours of the old ones.
 */
export function replaceUnits(
  store: Store,
  act: NewStep,
  changes: readonly Replacement[],
  removes: readonly Removal[] = [],
): Promise<number> {
  return change(store, act, async (writer, step) => {
    const rows = await writer.units(changes.map(({ key }) => key))
    const uses = await writer.uses(changes.map(({ key }) => key))
    await writer.remove(
      step,
      [...removes, ...changes].map(({ key }) => key),
    )
    const groups = new Map<string, Successor[]>()
    changes.forEach(({ key, unit }, i) => {
      const row = rows[i]
      // Another program may have removed it meanwhile.
      if (row === undefined) return
      const group = groups.get(row.memory) ?? []
      const { context, otherContexts = [] } = unpackUnit(row)
      group.push({ old: key, unit, context, uses: uses[i] ?? [] })
      for (const other of otherContexts) group.push({ old: key, unit, context: other })
      groups.set(row.memory, group)
    })
    const heirs = new Map<number, number>()
    for (const [memory, units] of groups)
      for (let start = 0; start < units.length; start += batchSize) {
        const batch = units.slice(start, start + batchSize)
        const added = await addPrepared(writer, await writer.memory(memory), step, prepareBatch(batch))
        batch.forEach(({ old }, i) => {
          heirs.set(old, added[i]?.key ?? old)
        })
      }
    await bequeath(writer, step, removes, heirs)
    return step
  })
}

interface Successor extends NewUnit {
  /** Key of the unit that it takes the place of. */
  readonly old: number
}

/** Hands the uses of removed units on to those that stay for them, or to what has taken the place of these. */
async function bequeath(
  writer: Writer,
  step: number,
  removes: readonly Removal[],
  successors: ReadonlyMap<number, number>,
): Promise<void> {
  const left = removes.flatMap(({ key, heir }) =>
    heir === undefined ? [] : { key, heir: successors.get(heir) ?? heir },
  )
  const uses = await writer.uses(left.map(({ key }) => key))
  await writer.carry(
    step,
    left.flatMap(({ heir }, i) => (uses[i] ?? []).map((one) => ({ key: heir, ...one }))),
  )
}

async function change<T>(store: Store, act: NewStep, run: (writer: Writer, step: number) => Promise<T>): Promise<T> {
  const done = await store.write(async (writer) => {
    const step = await writer.addStep(act)
    const result = await run(writer, step)
    await writer.finishStep(step, act.label)
    return result
  })
  await mergeDue(store)
  return done
}

/** Takes a step back or does it again: the one of this number, else the last one for which that is possible. Returns it. */
export async function setStep(store: Store, isUndone: boolean, number?: number): Promise<Step> {
  const turned = await store.write(async (writer) => {
    const steps = await writer.steps()
    const able = steps.filter((step) => step.isUndone !== isUndone && step.isFinal !== true)
    // Steps are taken back from the last one on, and done again from the first one that was taken back.
    const chosen = number === undefined ? able.at(isUndone ? -1 : 0) : steps.find((step) => step.number === number)
    if (chosen === undefined) throw unknownStep(number, isUndone)
    if (chosen.isFinal === true)
      throw new AppError(
        'MEMORY_PURGED',
        `step ${chosen.number} can no longer be undone: what it removed is gone for good`,
      )
    await writer.setUndone(chosen.number, isUndone)
    return { ...chosen, isUndone }
  })
  // Many that were not there may still wait for the index, a few from each of many steps.
  await indexRest(store)
  return turned
}

function unknownStep(number: number | undefined, isUndone: boolean): AppError {
  if (number !== undefined) return new AppError('MEMORY_UNKNOWN_NAME', `there is no step ${number} in this memory`)
  return new AppError('MEMORY_UNKNOWN_NAME', isUndone ? 'there is no step to undo' : 'there is no step to do again')
}
