import type { Context } from '../index.ts'
import { readLearnt } from '../learnt-file.ts'
import type { AlignOptions } from '../pipeline.ts'
import type { Args } from './command.ts'

/** The options with the words that --learnt names, if it does. */
export async function withLearnt(
  options: Partial<AlignOptions>,
  args: Args,
  context: Context,
): Promise<Partial<AlignOptions>> {
  const path = args.text('learnt')
  return path === undefined ? options : { ...options, learnt: await readLearnt(path, context) }
}
