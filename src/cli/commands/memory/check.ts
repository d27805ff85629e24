import { failureOf } from '../../../failure.ts'
import type { Health } from '../../../index.ts'
import type { Command } from '../../command.ts'
import { jsonFlag, quietFlag } from '../../flags.ts'
import { memoryFlag, memoryPath } from '../../memory-flags.ts'
import { counted } from '../../numbers.ts'
import { createReporter } from '../../reporter.ts'

/** `zinpaar memory check`. */
export const command: Command = {
  name: 'memory check',
  about:
    'Makes sure that a memory is sound: that the file is whole, and that its index finds every unit. With --fix the index is ' +
    'built anew, which loses nothing. The exit code is 1 when something is wrong and was not mended.',
  arguments: [],
  flags: [
    memoryFlag,
    { name: 'fix', type: 'boolean', group: 'Memory', doc: 'Build the index anew when it is not sound.' },
    {
      name: 'rebuild',
      type: 'boolean',
      group: 'Memory',
      doc: 'Build the index anew, sound or not.',
    },
    jsonFlag,
    quietFlag,
  ],
  examples: [
    { line: 'zinpaar memory check --memory work.zmem', does: 'Look the memory over; nothing is changed.' },
    { line: 'zinpaar memory check --fix --memory work.zmem', does: 'Mend the index.' },
  ],
  async run(args, io) {
    const { withMemory } = await import('../../../open-memory.ts')
    const isMending = args.has('fix') || args.has('rebuild')
    const reporter = createReporter(io, { isQuiet: args.has('quiet'), isStrict: false })
    const progress = (what: string) => (done: number, total: number) => reporter.context.progress?.(what, done, total)
    try {
      const mode = isMending ? 'write' : 'read'
      const options = { mode, progress: progress('building the index') } as const
      const health = await withMemory(memoryPath(args), options, async (memory) => {
        const found = await memory.check(progress('checking'))
        if (!args.has('rebuild') && (found.index.length === 0 || !args.has('fix'))) return found
        await memory.rebuild(progress('building the index'))
        return memory.check(progress('checking'))
      }).catch(healthOfDamaged)
      reporter.finish()
      if (args.has('json')) await io.out(`${JSON.stringify(health, undefined, 2)}\n`)
      else if (!args.has('quiet')) await io.out(healthText(health, memoryPath(args)))
      return health.isSound ? 0 : 1
    } finally {
      reporter.finish()
    }
  },
}

/** A file that is too damaged to be looked over is not sound; every other failure stays one. */
function healthOfDamaged(error: unknown): Health {
  const { code, message } = failureOf(error)
  if (code !== 'MEMORY_DAMAGED') throw error
  return { isSound: false, units: 0, damage: [message], index: [] }
}

function healthText({ isSound, units, damage, index }: Health, path: string): string {
  if (isSound) return `${path} is sound: ${counted(units, 'unit')}, all of them in the index\n`
  const lines = [
    ...damage.map((fault) => `  file: ${fault.replaceAll('\n', '\n    ')}`),
    ...index.map((fault) => `  index: ${fault}`),
    damage.length > 0
      ? `  Take the last copy of the file, or save what can be read: \`zinpaar memory import ${path} --memory NEW.zmem\`.`
      : '  `zinpaar memory check --fix` builds the index anew.',
  ]
  return `${path} is not sound:\n${lines.join('\n')}\n`
}
