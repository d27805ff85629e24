import type { Command } from '../../command.ts'
import { jsonFlag, quietFlag } from '../../flags.ts'
import { memoryFlag } from '../../memory-flags.ts'
import { stepArgument, turnStep } from '../../memory-step.ts'

/** `zinpaar memory undo`. */
export const command: Command = {
  name: 'memory undo',
  about:
    'Takes a whole step back: what an import brought is gone again, what a cleaning removed is there again. Nothing is lost: ' +
    '`zinpaar memory redo` does the step again. Without a number it is the last step that still counts.',
  arguments: [stepArgument],
  flags: [memoryFlag, jsonFlag, quietFlag],
  examples: [
    { line: 'zinpaar memory undo --memory work.zmem', does: 'Take the last step back.' },
    { line: 'zinpaar memory undo 3 --memory work.zmem', does: 'Take step 3 back and leave the later ones.' },
  ],
  run: (args, io) => turnStep(args, io, true),
}
