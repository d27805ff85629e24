import { realpath } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { AppError } from './core/errors.ts'

/** Fails with WRITE_FAILED for a path, under whatever name, that leads to one of the files that nothing may write over. */
export type Spare = (path: string) => Promise<void>

/** Spares these files, which need not be there. */
export const createSpare =
  (spared: readonly string[]): Spare =>
  async (path) => {
    const own = await placeOf(path)
    for (const other of spared)
      if ((await placeOf(other)) === own)
        throw new AppError('WRITE_FAILED', `${path} is what is being edited, and is not written over`, {
          hint: 'Give the export another name.',
        })
  }

/** Where a path leads, whatever links are on the way; letters of another case may be the same file. */
async function placeOf(path: string): Promise<string> {
  const real = await realpath(path).catch(() => undefined)
  const folder = await realpath(dirname(path)).catch(() => resolve(dirname(path)))
  return (real ?? join(folder, basename(path))).toLowerCase()
}
