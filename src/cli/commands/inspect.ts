import { basename } from 'node:path'
import type { Context } from '../../index.ts'
import { standardPath } from '../../input.ts'
import type { Inspector } from '../../inspector/server/start.ts'
import { alignFlags } from '../align-flags.ts'
import { alignOptionsFrom } from '../align-options.ts'
import type { Args, Command, Flag, Io } from '../command.ts'
import { jsonFlag, quietFlag } from '../flags.ts'
import { withLearnt } from '../learnt-words.ts'
import { pageFlags, pageGroup, untilInterrupted, userName } from '../page-serving.ts'
import { createReporter } from '../reporter.ts'
import { checkOutput, outputPath, spareInputs, writeOutput } from '../sink.ts'
import { usageError } from '../usage.ts'

/** Flags of `align` that say how two texts are aligned. */
const aligning = [
  'source-lang',
  'target-lang',
  'segmented',
  'mode',
  'pins',
  'delimiter',
  'lexicon',
  'memory',
  'embed',
  'embed-model',
  'translation',
  'learnt',
]

const flags: readonly Flag[] = [
  {
    name: 'output',
    short: 'o',
    type: 'string',
    value: 'FILE',
    group: pageGroup,
    doc: 'Write the page into this .html file instead, to read and to send: nobody needs zinpaar or a network to open it, and nothing can be changed in it. `-` writes to another program.',
  },
  ...pageFlags,
  ...alignFlags.filter(({ name }) => aligning.includes(name)),
  jsonFlag,
  quietFlag,
]

/** `zinpaar inspect`: an alignment in the browser, to look at and to correct. */
export const command: Command = {
  name: 'inspect',
  about:
    'Opens an alignment in your browser: both texts side by side, why their sentences belong together, and all that you need to ' +
    'correct them, with undo. Every edit is kept at once in a file beside the alignment. The page is served by your own computer to ' +
    'itself alone, under an address that nobody else knows, and nothing is sent anywhere. Give it two texts to align them first.',
  arguments: [
    {
      name: 'SOURCE',
      isRequired: true,
      doc: 'An alignment (.json) that was written before, or the first text.',
    },
    {
      name: 'TARGET',
      isRequired: false,
      doc: 'The second text, in the other language. The alignment of both is kept as .json beside the first.',
    },
  ],
  flags,
  examples: [
    { line: 'zinpaar inspect contract.json', does: 'Look at an alignment and correct it.' },
    { line: 'zinpaar inspect contract.nl.txt contract.zh.txt', does: 'Align two texts, and correct the result.' },
    { line: 'zinpaar inspect contract.json -o report.html', does: 'Make one page of it to send to somebody.' },
    { line: 'zinpaar inspect contract.json --no-open --port 8123', does: 'Print the address instead of opening it.' },
  ],
  async run(args, io) {
    const reporter = createReporter(io, { isQuiet: args.has('quiet'), isStrict: false })
    try {
      if (args.text('output') !== undefined) {
        await writeReport(args, io, reporter.context)
        return 0
      }
      const inspector = await start(args, io, reporter.context)
      reporter.finish()
      const interrupted = untilInterrupted()
      try {
        await present(inspector, args, io)
        await interrupted
      } finally {
        await inspector.close()
      }
    } finally {
      reporter.finish()
    }
    return 0
  },
}

async function start(args: Args, io: Io, context: Context): Promise<Inspector> {
  const align = await alignSettings(args, io, context)
  const path = await alignmentPath(args, io, align, context)
  const { startInspector } = await import('../../inspector/server/start.ts')
  const port = args.number('port')
  const given = { path, by: args.text('by') ?? userName(), align, ...(port === undefined ? {} : { port }) }
  return startInspector(given, context).catch(explainSingle(args))
}

async function alignSettings(args: Args, io: Io, context: Context): Promise<ReturnType<typeof alignOptionsFrom>> {
  const options = await withLearnt(alignOptionsFrom(args, io), args, context)
  const memory = args.text('memory')
  if (memory === undefined) return options
  return { ...options, memory: await (await import('../../memory-intake.ts')).chooseMemory(memory) }
}

async function writeReport(args: Args, io: Io, context: Context): Promise<void> {
  const out = outputPath(args.text('output') ?? '')
  if (out !== standardPath && !/\.html?$/iu.test(out))
    throw usageError(`-o ${out} is no .html file`, 'For other formats: zinpaar align ALIGNMENT.json -o FILE.')
  if (args.has('json'))
    throw usageError('--json tells the address of a page, and -o opens none', 'Leave one of them out.')
  await checkOutput(out)
  if (out !== standardPath) await spareInputs(args.positionals)(out)
  const align = await alignSettings(args, io, context)
  const path = await alignmentPath(args, io, align, context)
  const { reportOfFile } = await import('../../inspector/report.ts')
  await writeOutput(io, out, reportOfFile(path, { align }, context)).catch(explainSingle(args))
  if (!args.has('quiet') && out !== standardPath) await io.out(`wrote ${out}\n`)
}

/** The file to open: the one that was given, or the one that two texts are aligned into. */
async function alignmentPath(
  args: Args,
  io: Io,
  options: ReturnType<typeof alignOptionsFrom>,
  context: Context,
): Promise<string> {
  const [source = '', target] = args.positionals
  if (source === standardPath || target === standardPath)
    throw usageError('edits are kept beside a file, and standard input is none', 'Save it as a file first.')
  if (target === undefined) {
    if (args.text('pins') !== undefined)
      throw usageError('--pins goes with two texts', 'Pin pairs on the page instead.')
    return source
  }
  const { alignIntoFile } = await import('../inspect-pair.ts')
  const { builtClient, readPage } = await import('../../inspector/server/page-files.ts')
  const beforeWork = (): void => void readPage(builtClient())
  const choice = { options, pinsFile: args.text('pins'), plugIns: { stock: io.stock }, beforeWork }
  const { path, isNew } = await alignIntoFile({ source, target }, choice, context)
  if (!args.has('quiet'))
    io.err(
      isNew
        ? `aligned ${source} and ${target}: kept in ${path}\n`
        : `${path} holds these two texts already: going on with it\n`,
    )
  return path
}

/** One text alone is the commonest mistake; the reader can only say that it is no alignment. */
const explainSingle =
  ({ positionals }: Args) =>
  (error: unknown): never => {
    const isForeign = error instanceof Error && 'code' in error && error.code === 'FORMAT_CANNOT_READ'
    if (!isForeign || positionals.length > 1) throw error
    throw usageError('there is only one text', 'Name the second text as well, or an alignment (.json) alone.')
  }

async function present({ address, edits }: Inspector, args: Args, io: Io): Promise<void> {
  if (args.has('json')) await io.out(`${JSON.stringify({ address, edits }, undefined, 2)}\n`)
  else await io.out(`${address}\n`)
  if (!args.has('quiet')) io.err(`Edits are kept in ${basename(edits)}. Ctrl-C ends.\n`)
  if (args.has('no-open')) return
  const { openBrowser } = await import('../browser.ts')
  openBrowser(address, () => io.err('No browser could be opened: open the address above yourself.\n'))
}
