import type { Alignment, Context } from '../index.ts'
import { standardPath } from '../input.ts'
import { alignmentChunks, outputFormat, writeAlignment } from '../outputs.ts'
import type { Args, Io } from './command.ts'
import { outputOptionsFrom } from './output-options.ts'
import { checkOutput, writeOutput } from './sink.ts'
import { usageError } from './usage.ts'

/** What goes into the outputs of one alignment. */
export type SingleOptions = ReturnType<typeof outputOptionsFrom>

/** What the flags say about the outputs of one alignment, all of one format when --to names it. */
export function singleOptions(args: Args, io: Io): SingleOptions {
  const [format, ...more] = args.list('to')
  if (more.length > 0)
    throw usageError('--to names several formats, but there is no --batch', 'Give one -o for each file instead.')
  return { ...outputOptionsFrom(args, io), ...(format === undefined ? {} : { format }) }
}

/** Fails for outputs that contradict each other or what is to be printed. */
export function checkOutputList(args: Args, outputs: readonly string[]): void {
  if (args.text('to') !== undefined && outputs.length === 0)
    throw usageError('--to says in which format, but not where', 'Add -o FILE, or `-o -` for the screen.')
  const twice = outputs.find((path, i) => outputs.indexOf(path) !== i)
  if (twice !== undefined) throw usageError(`-o ${twice} was given twice`, 'Give each file once.')
  if (!outputs.includes(standardPath)) return
  if (args.text('to') === undefined)
    throw usageError('`-o -` does not say in which format', 'Add --to, as in `-o - --to tmx`.')
  if (outputs.length > 1 || args.has('json') || args.text('show') !== undefined)
    throw usageError(
      '`-o -` fills the screen with the file and leaves no room for anything else',
      'Write to a file instead.',
    )
}

/** Fails before any work where an output could not be written. */
export async function checkOutputFiles(outputs: readonly string[], options: SingleOptions): Promise<void> {
  for (const path of outputs) {
    outputFormat(path, options)
    await checkOutput(path)
  }
}

/** Writes an alignment to every output; gives the files that were written. */
export async function writeOutputs(
  alignment: Alignment,
  outputs: readonly string[],
  options: SingleOptions,
  io: Io,
  context: Context,
): Promise<readonly string[]> {
  const written: string[] = []
  for (const path of outputs)
    if (path === standardPath)
      await writeOutput(io, path, alignmentChunks(alignment, outputFormat(path, options), options, context))
    else written.push(...(await writeAlignment(alignment, path, options, context)))
  return written
}
