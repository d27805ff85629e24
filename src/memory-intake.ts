import { stat } from 'node:fs/promises'
import { AppError } from './core/errors.ts'
import type { Alignment } from './core/types.ts'
import type { MemoryChoice } from './memory-answer.ts'
import { defaultMemory } from './memory-import.ts'
import { checkEngine, withMemory } from './open-memory.ts'
import { placedUnits } from './unit-context.ts'
import { type Selection, toUnits } from './units.ts'
import { checkWritable } from './whole-file.ts'

/** Where pairs of an alignment are kept. */
export interface IntakeOptions {
  /** File of the memory; made when it is not there. */
  readonly path: string
  /** Name of the memory in the file; `main` when absent. */
  readonly as?: string
  readonly by: string
  /** ISO 8601. */
  readonly at: string
}

/** What was kept. */
export interface StoredPairs {
  readonly path: string
  /** Number of the step; absent when there was nothing to keep. */
  readonly step?: number
  readonly added: number
  /** Pairs that the memory had already. */
  readonly merged: number
}

/** Fails where a memory could not take pairs in: MEMORY_…, or WRITE_FAILED for one that is yet to be made. Makes nothing. */
export async function checkIntake(path: string): Promise<void> {
  if ((await sizeOf(path)) === 0) {
    await checkWritable(path)
    await checkEngine()
    return
  }
  await withMemory(path, { mode: 'write' }, async ({ isReadOnly }) => {
    if (isReadOnly) throw new AppError('MEMORY_READ_ONLY', `${path} may only be read`)
  })
}

const sizeOf = (path: string): Promise<number> =>
  stat(path).then(
    ({ size }) => size,
    () => 0,
  )

/** The memory in a file as it is now; what is added later does not help. Fails as opening it does. */
export function chooseMemory(path: string): Promise<MemoryChoice> {
  return withMemory(path, { mode: 'read' }, async (memory) => ({
    path,
    lastStep: (await memory.history()).at(-1)?.number ?? 0,
  }))
}

/** Keeps the pairs that the selection lets out in a memory, as one step. */
export async function storePairs(
  alignment: Alignment,
  selection: Selection,
  { path, as = defaultMemory, by, at }: IntakeOptions,
): Promise<StoredPairs> {
  const units = placedUnits(toUnits(alignment, selection))
  if (units.length === 0) return { path, added: 0, merged: 0 }
  const label = `alignment of ${alignment.source.id} and ${alignment.target.id}`
  return withMemory(path, { mode: 'create' }, async (memory) => ({
    path,
    ...(await memory.add(as, { kind: 'align', label, by, at }, units)),
  }))
}
