import type { Step } from '../../../index.ts'
import type { Command } from '../../command.ts'
import { jsonFlag, quietFlag } from '../../flags.ts'
import { memoryFlag, memoryPath } from '../../memory-flags.ts'
import { number } from '../../numbers.ts'
import { screenText } from '../../screen-text.ts'

/** `zinpaar memory history`. */
export const command: Command = {
  name: 'memory history',
  about:
    'Lists the steps that made a memory, the oldest first: imports, alignments, cleanings, edits. Each can be taken back with ' +
    '`zinpaar memory undo` and done again with `zinpaar memory redo`.',
  arguments: [],
  flags: [memoryFlag, jsonFlag, quietFlag],
  examples: [
    { line: 'zinpaar memory history --memory work.zmem', does: 'Every step with its number.' },
    { line: 'zinpaar memory history --memory work.zmem --json', does: 'The same for another program.' },
  ],
  async run(args, io) {
    const { withMemory } = await import('../../../open-memory.ts')
    const steps = await withMemory(memoryPath(args), { mode: 'read' }, (memory) => memory.history())
    const text = steps.length === 0 ? 'No step has been made.\n' : steps.map(stepText).join('')
    await io.out(args.has('json') ? `${JSON.stringify(steps, undefined, 2)}\n` : text)
    return 0
  },
}

function stepText(step: Step): string {
  const counts = [
    ...(step.added === 0 ? [] : [`${number(step.added)} in`]),
    ...(step.removed === 0 ? [] : [`${number(step.removed)} out`]),
  ]
  const marks = [
    ...(step.isUndone ? ['undone'] : []),
    ...(step.isWhole ? [] : ['broken off']),
    ...(step.isFinal ? ['for good'] : []),
  ]
  const by = step.by === '' ? '' : `  by ${screenText(step.by)}`
  const note = marks.length === 0 ? '' : `  (${marks.join(', ')})`
  return `${String(step.number).padStart(4)}  ${step.at.slice(0, 16).replace('T', ' ')}  ${screenText(step.label)}: ${counts.join(', ') || 'nothing'}${by}${note}\n`
}
