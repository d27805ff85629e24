import type { Memory, MemoryExport, MemoryExportOptions } from '../../../index.ts'
import { standardPath } from '../../../input.ts'
import { outputFlags } from '../../align-flags.ts'
import type { Args, Command, Io } from '../../command.ts'
import { jsonFlag, quietFlag, strictFlag } from '../../flags.ts'
import { filterFlags, filterFrom, languageFlags, languagesFrom, memoryFlag, memoryPath } from '../../memory-flags.ts'
import { notesInVain } from '../../memory-notes.ts'
import { counted } from '../../numbers.ts'
import { outputOptionsFrom } from '../../output-options.ts'
import { createReporter } from '../../reporter.ts'
import { checkOutput, outputPath, spareInputs, writeOutput } from '../../sink.ts'
import { usageError } from '../../usage.ts'

/** Of the flags that say how files look, those that mean something for a memory. */
const lookFlags = outputFlags.filter(({ name }) => ['xliff', 'date', 'no-tuid', 'profile'].includes(name))

/** `zinpaar memory export`. */
export const command: Command = {
  name: 'memory export',
  about:
    'Writes a memory, or the units that you choose, as TMX, XLIFF, CSV or another format; the ending of the name says which. ' +
    'Notes, dates, users and properties that came with a unit leave with it. Units that were rejected stay behind unless ' +
    '--state asks for them.',
  arguments: [],
  flags: [
    memoryFlag,
    {
      name: 'output',
      short: 'o',
      type: 'string',
      value: 'FILE',
      group: 'Output',
      doc: 'The file to write; its ending says in which format (.tmx .xlf .csv …). `-` writes to another program and needs --to.',
    },
    {
      name: 'to',
      type: 'string',
      value: 'FORMAT',
      group: 'Output',
      doc: 'The format, when the name does not tell.',
    },
    ...lookFlags,
    ...languageFlags,
    ...filterFlags,
    jsonFlag,
    quietFlag,
    strictFlag,
  ],
  examples: [
    { line: 'zinpaar memory export --memory work.zmem -o all.tmx', does: 'Hand on the whole memory.' },
    {
      line: 'zinpaar memory export -m work.zmem -o acme.tmx --where client=Acme --profile trados',
      does: 'The units of one client, as Trados likes them.',
    },
    {
      line: 'zinpaar memory export -m work.zmem -o nl-zh.csv --source-lang nl --target-lang zh',
      does: 'A table of two languages.',
    },
    { line: 'zinpaar memory export -m work.zmem -o - --to tsv', does: 'Hand the units to another program.' },
  ],
  async run(args, io) {
    const path = outputPath(args.text('output') ?? '')
    if (path === '') throw usageError('there is no --output', 'Name the file to write, as in -o all.tmx.')
    if (path === standardPath && args.text('to') === undefined)
      throw usageError('`-` does not say in which format', 'Add --to, as in --to tmx.')
    if (path === standardPath && args.has('json'))
      throw usageError('--json would stand amid the output', 'Write to a file, or leave out --json.')
    const reporter = createReporter(io, { isQuiet: args.has('quiet'), isStrict: args.has('strict') })
    const [{ withMemory }, { exportFormat, exportMemory }] = await Promise.all([
      import('../../../open-memory.ts'),
      import('../../../memory-export.ts'),
    ])
    const options = optionsFrom(args, io)
    try {
      exportFormat(path, options)
      await checkOutput(path)
      if (path !== standardPath) await spareInputs([memoryPath(args)])(path)
      const [result, notes] = await withMemory(memoryPath(args), { mode: 'read' }, async (memory) => {
        const written = await exportMemory(memory, path, options, reporter.context, (chunks) =>
          writeOutput(io, path, chunks),
        )
        return [written, written.units === 0 ? await inVain(memory, options) : ''] as const
      })
      reporter.finish()
      if (notes !== '' && !args.has('quiet')) io.err(notes)
      if (path !== standardPath) await print(result, args, io)
      return args.has('strict') && reporter.hasWarnings() ? 1 : 0
    } finally {
      reporter.finish()
    }
  },
}

function optionsFrom(args: Args, io: Io): MemoryExportOptions {
  const { selection: _, ...look } = outputOptionsFrom(args, io)
  const to = args.text('to')
  const chosen = filterFrom(args)
  return {
    ...look,
    ...languagesFrom(args),
    ...(to === undefined ? {} : { format: to }),
    filter: { ...chosen, states: chosen.states ?? ['proposed', 'accepted', 'edited'] },
  }
}

const inVain = (memory: Memory, { sourceLanguage, targetLanguage, filter }: MemoryExportOptions): Promise<string> =>
  notesInVain(
    memory,
    [sourceLanguage, targetLanguage].flatMap((tag) => tag ?? []),
    filter,
  )

async function print(result: MemoryExport, args: Args, io: Io): Promise<void> {
  const { paths, units, sourceLanguage, targetLanguage } = result
  if (args.has('json')) await io.out(`${JSON.stringify(result, undefined, 2)}\n`)
  else if (!args.has('quiet'))
    await io.out(`wrote ${paths.join(' ')}: ${counted(units, 'unit')}, ${sourceLanguage} – ${targetLanguage}\n`)
}
