import { realpath } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { AppError } from './core/errors.ts'
import type { Alignment } from './core/types.ts'

/** Fails with WRITE_FAILED for a path, under whatever name, that leads to one of the files that nothing may write over. */
export type Spare = (path: string) => Promise<void>

/** Spares these files, which need not be there; `why` says of each what it is. */
export function createSpare(spared: readonly string[], why = 'is what is being edited'): Spare {
  let places: Promise<ReadonlySet<string>> | undefined
  return async (path) => {
    // A batch asks for every output, and has thousands of texts.
    places ??= Promise.all(spared.map(placeOf)).then((all) => new Set(all))
    if ((await places).has(await placeOf(path)))
      throw new AppError('WRITE_FAILED', `${path} ${why}, and is not written over`, {
        hint: 'Give the output another name.',
      })
  }
}

/** Spares all that others spare. */
export const joinedSpare =
  (...spares: readonly Spare[]): Spare =>
  async (path) => {
    for (const spare of spares) await spare(path)
  }

/** Where the two texts of an alignment in this folder may lie: names are kept as they were given. */
export const textPaths = (
  { source, target }: Pick<Alignment, 'source' | 'target'>,
  folder: string,
): readonly string[] => [source.id, target.id].flatMap((name) => [resolve(name), resolve(folder, name)])

/** Spares the two texts of an alignment that lies at a path. */
export const spareTexts = (alignment: Pick<Alignment, 'source' | 'target'>, path: string): Spare =>
  createSpare(textPaths(alignment, dirname(path)), 'is a text of this alignment')

/** Where a path leads, whatever links are on the way; letters of another case may be the same file. */
async function placeOf(path: string): Promise<string> {
  const real = await realpath(path).catch(() => undefined)
  const folder = await realpath(dirname(path)).catch(() => resolve(dirname(path)))
  return (real ?? join(folder, basename(path))).toLowerCase()
}
