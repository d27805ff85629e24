import type { PurgeReport } from '../../../index.ts'
import type { Command } from '../../command.ts'
import { jsonFlag, quietFlag } from '../../flags.ts'
import { memoryFlag, memoryPath } from '../../memory-flags.ts'
import { counted, sizeText } from '../../numbers.ts'
import { createReporter } from '../../reporter.ts'
import { screenText } from '../../screen-text.ts'

/** `zinpaar memory purge`. */
export const command: Command = {
  name: 'memory purge',
  about:
    'Removes for good what is only kept so that steps can be taken back and done again: units that were removed, replaced or ' +
    'undone. The file becomes smaller. It only says what would go, unless --fix says to do it; this is no step, and cannot be ' +
    'taken back.',
  arguments: [],
  flags: [
    memoryFlag,
    { name: 'fix', type: 'boolean', group: 'Memory', doc: 'Remove it for good, and give the room back.' },
    jsonFlag,
    quietFlag,
  ],
  examples: [
    { line: 'zinpaar memory purge --memory work.zmem', does: 'Say what would go; nothing is changed.' },
    { line: 'zinpaar memory purge --fix --memory work.zmem', does: 'Remove it for good.' },
  ],
  async run(args, io) {
    const { purgeFile } = await import('../../../memory-purge.ts')
    const reporter = createReporter(io, { isQuiet: args.has('quiet'), isStrict: false })
    const path = memoryPath(args)
    try {
      const report = await purgeFile(path, args.has('fix'), (done, total) =>
        reporter.context.progress?.('building the index', done, total),
      )
      reporter.finish()
      if (args.has('json')) await io.out(`${JSON.stringify(report, undefined, 2)}\n`)
      else if (!args.has('quiet')) await io.out(purgeText(report, path))
      return 0
    } finally {
      reporter.finish()
    }
  },
}

function purgeText({ units, steps, isDone, bytesBefore, bytes }: PurgeReport, path: string): string {
  if (isDone) {
    const size = bytes < bytesBefore ? `${sizeText(bytes)}, it was ${sizeText(bytesBefore)}` : sizeText(bytes)
    return `${path}: ${counted(units, 'unit')} removed for good; the file takes ${size}\n`
  }
  if (units === 0 && steps.every(({ isUndone }) => !isUndone)) return `${path}: there is nothing to remove for good\n`
  const lines = [
    `${path}: ${counted(units, 'unit')} removed or undone, kept so that steps can be taken back and done again`,
    ...steps.map(
      (step) => `${String(step.number).padStart(4)}  ${screenText(step.label)}${step.isUndone ? '  (undone)' : ''}`,
    ),
    'nothing was changed; --fix removes the units for good, and these steps can then be neither undone nor done again',
  ]
  return `${lines.join('\n')}\n`
}
