import type { Args, Argument, ExitCode, Io } from './command.ts'
import { memoryPath } from './memory-flags.ts'
import { screenText } from './screen-text.ts'
import { usageError } from './usage.ts'

/** The number of a step. */
export const stepArgument: Argument = {
  name: 'STEP',
  isRequired: false,
  doc: 'Number of the step, from `zinpaar memory history`.',
}

/** Takes a step back or does it again. */
export async function turnStep(args: Args, io: Io, isUndo: boolean): Promise<ExitCode> {
  const [given] = args.positionals
  const number = given === undefined ? undefined : Number(given)
  if (number !== undefined && !(Number.isSafeInteger(number) && number > 0))
    throw usageError(`${given} is no number of a step`, 'See `zinpaar memory history` for the steps.')
  const { withMemory } = await import('../open-memory.ts')
  const step = await withMemory(memoryPath(args), { mode: 'write' }, (memory) =>
    isUndo ? memory.undo(number) : memory.redo(number),
  )
  if (args.has('json')) await io.out(`${JSON.stringify(step, undefined, 2)}\n`)
  else if (!args.has('quiet'))
    await io.out(`step ${step.number} ${isUndo ? 'is undone' : 'is done again'}: ${screenText(step.label)}\n`)
  return 0
}
