import type { Command } from '../../command.ts'
import { jsonFlag, quietFlag } from '../../flags.ts'
import { memoryFlag } from '../../memory-flags.ts'
import { stepArgument, turnStep } from '../../memory-step.ts'

/** `zinpaar memory redo`. */
export const command: Command = {
  name: 'memory redo',
  about:
    'Does a step again that was taken back with `zinpaar memory undo`, with everything that it brought and removed. Without a ' +
    'number it is the first of the steps that were taken back.',
  arguments: [stepArgument],
  flags: [memoryFlag, jsonFlag, quietFlag],
  examples: [
    { line: 'zinpaar memory redo --memory work.zmem', does: 'Do again what was undone.' },
    { line: 'zinpaar memory redo 3 --memory work.zmem', does: 'Do step 3 again.' },
  ],
  run: (args, io) => turnStep(args, io, false),
}
