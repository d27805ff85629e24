import { stat } from 'node:fs/promises'
import type { Purge } from './memory/purge.ts'
import { withMemory } from './open-memory.ts'

/** What a purge of a file did, or would do. */
export interface PurgeReport extends Purge {
  /** False when it was only looked at. */
  readonly isDone: boolean
  /** Size of the file before, and now. */
  readonly bytesBefore: number
  readonly bytes: number
}

/** Removes for good what of the memory in a file is removed or undone, or, without `fix`, says what that would be. */
export async function purgeFile(
  path: string,
  fix: boolean,
  progress?: (done: number, total: number) => void,
): Promise<PurgeReport> {
  const { size: bytesBefore } = await withMemory(path, { mode: 'read' }, () => stat(path))
  const purge = fix
    ? await withMemory(path, { mode: 'write' }, (memory) => memory.purge(progress))
    : await withMemory(path, { mode: 'read' }, (memory) => memory.purgeable())
  return { ...purge, isDone: fix, bytesBefore, bytes: (await stat(path)).size }
}
