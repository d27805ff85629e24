import type { Conversion, ConvertOptions } from '../../conversion.ts'
import { inputFrom, standardPath } from '../../input.ts'
import { parseLanguage } from '../../language-names.ts'
import { joinedSpare, type Spare } from '../../spared-files.ts'
import { outputFlags } from '../align-flags.ts'
import type { Args, Command, Io } from '../command.ts'
import { jsonFlag, quietFlag, strictFlag } from '../flags.ts'
import { outputOptionsFrom } from '../output-options.ts'
import { createReporter } from '../reporter.ts'
import { checkOutput, outputPath, spareInputs, writeOutput } from '../sink.ts'
import { count } from '../summary-text.ts'
import { usageError } from '../usage.ts'

const formatsGroup = 'Formats and languages'

/** `zinpaar convert`: the same pairs in another format. */
export const command: Command = {
  name: 'convert',
  about:
    'Turns a translation memory into another format, such as TMX into a table for a spreadsheet, or makes any other file from an ' +
    'alignment that was kept as .json. The endings of the two names say what they are. What cannot be kept is reported.',
  arguments: [
    {
      name: 'IN',
      isRequired: true,
      doc: 'The file to read: .tmx .xlf .csv .tsv .json … `-` reads what another program sends.',
    },
    { name: 'OUT', isRequired: true, doc: 'The file to write, never IN itself. `-` is the screen and needs --to.' },
  ],
  flags: [
    {
      name: 'from',
      type: 'string',
      value: 'FORMAT',
      group: formatsGroup,
      doc: 'What IN is, when its name does not tell: tmx, xlf, csv …',
    },
    {
      name: 'to',
      type: 'string',
      value: 'FORMAT',
      group: formatsGroup,
      doc: 'What OUT becomes, when its name does not tell.',
    },
    {
      name: 'source-lang',
      type: 'string',
      value: 'TAG',
      group: formatsGroup,
      doc: 'Which language is the source, in a memory of several; otherwise the commonest source language.',
    },
    {
      name: 'target-lang',
      type: 'string',
      value: 'TAG',
      group: formatsGroup,
      doc: 'Which language is the target; otherwise the commonest of the others.',
    },
    {
      name: 'salvage',
      type: 'boolean',
      group: formatsGroup,
      doc: 'Of a damaged file keep what stands before the damage; the exit code is then 1.',
    },
    ...outputFlags,
    jsonFlag,
    quietFlag,
    strictFlag,
  ],
  examples: [
    { line: 'zinpaar convert memory.tmx memory.csv', does: 'Make a table from a translation memory.' },
    { line: 'zinpaar convert contract.json contract.xlf', does: 'Make a bilingual file from an alignment.' },
    {
      line: 'zinpaar convert - - --from tmx --to tsv < memory.tmx',
      does: 'Read from another program and write to another one.',
    },
  ],
  async run(args, io) {
    const [source = ''] = args.positionals
    const target = outputPath(args.positionals[1] ?? '')
    if (target === standardPath && args.text('to') === undefined)
      throw usageError('`-` does not say in which format', 'Add --to, as in --to tmx.')
    if (target === standardPath && args.has('json'))
      throw usageError('--json would stand amid the output', 'Write to a file, or leave out --json.')
    const reporter = createReporter(io, { isQuiet: args.has('quiet'), isStrict: args.has('strict') })
    const { prepareConversion } = await import('../../conversion.ts')
    try {
      const options = optionsFrom(args, io)
      await checkOutput(target)
      const spare = spareInputs([source])
      if (target !== standardPath) await spare(target)
      const conversion = await prepareConversion(inputFrom(source, io.stdin), target, options, reporter.context)
      const outputs = await write(conversion, target, io, joinedSpare(spare, conversion.spare))
      reporter.finish()
      if (target !== standardPath) await print(conversion, outputs, args, io, reporter.diagnostics)
    } finally {
      reporter.finish()
    }
    const isDamaged = reporter.diagnostics.some((diagnostic) => diagnostic.level === 'error')
    return isDamaged || (args.has('strict') && reporter.hasWarnings()) ? 1 : 0
  },
}

function optionsFrom(args: Args, io: Io): ConvertOptions {
  const [from, to] = [args.text('from'), args.text('to')]
  const [source, target] = [args.text('source-lang'), args.text('target-lang')]
  return {
    ...outputOptionsFrom(args, io),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { format: to }),
    ...(source === undefined ? {} : { sourceLanguage: parseLanguage(source) }),
    ...(target === undefined ? {} : { targetLanguage: parseLanguage(target) }),
    salvage: args.has('salvage'),
  }
}

async function write({ content, to }: Conversion, path: string, io: Io, spare: Spare): Promise<readonly string[]> {
  if ('chunks' in content) {
    if (path !== standardPath) await spare(path)
    await writeOutput(io, path, content.chunks)
    return [path]
  }
  if (path === standardPath)
    throw usageError(`${to.title} is several files`, 'Give a file name; the others get its name and their own endings.')
  const { writeParts } = await import('../../outputs.ts')
  return writeParts(path, to, content.parts, { spare })
}

async function print(
  conversion: Conversion,
  outputs: readonly string[],
  args: Args,
  io: Io,
  diagnostics: readonly unknown[],
): Promise<void> {
  const { from, to, sourceLanguage, targetLanguage } = conversion
  const unitsRead = conversion.unitCount()
  if (args.has('json')) {
    const result = { from: from.name, to: to.name, sourceLanguage, targetLanguage, unitsRead, outputs, diagnostics }
    await io.out(`${JSON.stringify(result, undefined, 2)}\n`)
  } else if (!args.has('quiet'))
    await io.out(
      `wrote ${outputs.join(' ')}: ${count(unitsRead, 'unit')} read, ${sourceLanguage} – ${targetLanguage}\n`,
    )
}
