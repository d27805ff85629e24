import type { CleanReport } from '../../../index.ts'
import { cleanText } from '../../clean-text.ts'
import type { Args, Command, Io } from '../../command.ts'
import { jsonFlag, quietFlag } from '../../flags.ts'
import { filterFlags, filterFrom, memoryFlag, memoryPath } from '../../memory-flags.ts'
import { createReporter } from '../../reporter.ts'

/** What `memory clean` can look for, in the order in which it reports. */
const checkIds = [
  'encoding',
  'white-space',
  'wrong-language',
  'empty',
  'same-as-source',
  'numbers',
  'names',
  'tags',
  'length',
  'duplicate',
  'outdated',
] as const

/** `zinpaar memory clean`. */
export const command: Command = {
  name: 'memory clean',
  about:
    'Looks for what is wrong with units: duplicates, sides that are empty or the same, the wrong language, odd lengths, numbers ' +
    'and names on one side only, broken tags, damaged characters, outdated translations. It only shows what it finds, unless ' +
    '--fix says to put it right; a cleaning is one step, which `zinpaar memory undo` takes back.',
  arguments: [],
  flags: [
    memoryFlag,
    {
      name: 'checks',
      type: 'list',
      value: 'CHECKS',
      choices: checkIds,
      group: 'What to look for',
      doc: 'Only these; otherwise all.',
    },
    {
      name: 'fix',
      type: 'boolean',
      group: 'What to look for',
      doc: 'Put right what is certain; with --checks, everything of those checks that can be put right.',
    },
    {
      name: 'samples',
      type: 'number',
      value: 'N',
      range: [0, 1000],
      default: '3',
      group: 'Output',
      doc: 'How many examples of each check are shown.',
    },
    { name: 'by', type: 'string', value: 'NAME', group: 'Memory', doc: 'Who cleans, for the history.' },
    ...filterFlags,
    jsonFlag,
    quietFlag,
  ],
  examples: [
    { line: 'zinpaar memory clean --memory work.zmem', does: 'Show what is wrong; nothing is changed.' },
    { line: 'zinpaar memory clean --fix --memory work.zmem', does: 'Put right what is certain.' },
    {
      line: 'zinpaar memory clean --checks same-as-source,numbers --samples 20 --memory work.zmem',
      does: 'Look closer at two kinds.',
    },
  ],
  async run(args, io) {
    const reporter = createReporter(io, { isQuiet: args.has('quiet'), isStrict: false })
    const [{ withMemory }, { cleanMemory }] = await Promise.all([
      import('../../../open-memory.ts'),
      import('../../../memory-clean.ts'),
    ])
    const isFixing = args.has('fix')
    try {
      const report = await withMemory(memoryPath(args), { mode: isFixing ? 'write' : 'read' }, (memory) =>
        cleanMemory(memory, optionsFrom(args, io), reporter.context),
      )
      reporter.finish()
      await print(report, args, io)
      return 0
    } finally {
      reporter.finish()
    }
  },
}

function optionsFrom(args: Args, io: Io) {
  const named = checkIds.filter((id) => args.list('checks').includes(id))
  return {
    ...(named.length === 0 ? {} : { checks: named }),
    filter: filterFrom(args),
    fix: args.has('fix'),
    samples: args.number('samples') ?? 3,
    by: args.text('by') ?? '',
    at: io.now().toISOString(),
  }
}

async function print(report: CleanReport, args: Args, io: Io): Promise<void> {
  if (args.has('json')) await io.out(`${JSON.stringify(report, undefined, 2)}\n`)
  else if (!args.has('quiet')) await io.out(cleanText(report, memoryPath(args), io))
}
