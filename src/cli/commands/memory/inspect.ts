import type { MemoryInspector } from '../../../inspector/server/memory/start.ts'
import type { Args, Command, Io } from '../../command.ts'
import { jsonFlag, quietFlag } from '../../flags.ts'
import { memoryFlag, memoryPath } from '../../memory-flags.ts'
import { pageFlags, untilInterrupted, userName } from '../../page-serving.ts'
import { createReporter } from '../../reporter.ts'

/** `zinpaar memory inspect`: a memory in the browser. */
export const command: Command = {
  name: 'memory inspect',
  about:
    'Opens a memory in your browser: all its units, to filter and to search; words in their context; sentences that are like one ' +
    'that you type; and figures. Units can be corrected, accepted, rejected and deleted; each act is a step that can be undone. The ' +
    'page is served by your own computer to itself alone, under an address that nobody else knows, and nothing is sent anywhere.',
  arguments: [{ name: 'FILE', isRequired: false, doc: 'The file that is the memory; --memory names it as well.' }],
  flags: [memoryFlag, ...pageFlags, jsonFlag, quietFlag],
  examples: [
    { line: 'zinpaar memory inspect work.zmem', does: 'Look at a memory and correct it.' },
    {
      line: 'zinpaar memory inspect work.zmem --no-open --port 8123',
      does: 'Print the address instead of opening it.',
    },
  ],
  async run(args, io) {
    const inspector = await start(args, io)
    const interrupted = untilInterrupted()
    try {
      await present(inspector, args, io)
      await interrupted
    } finally {
      await inspector.close()
    }
    return 0
  },
}

async function start(args: Args, io: Io): Promise<MemoryInspector> {
  const { startMemoryInspector } = await import('../../../inspector/server/memory/start.ts')
  const reporter = createReporter(io, { isQuiet: args.has('quiet'), isStrict: false })
  const path = args.positionals[0] ?? memoryPath(args)
  const port = args.number('port')
  try {
    return await startMemoryInspector({
      path,
      by: args.text('by') ?? userName(),
      ...(port === undefined ? {} : { port }),
      dataFolder: io.dataFolder,
      stock: io.stock,
      progress: (done, total) => reporter.context.progress?.('building the index', done, total),
    })
  } finally {
    reporter.finish()
  }
}

async function present({ address, isReadOnly }: MemoryInspector, args: Args, io: Io): Promise<void> {
  if (args.has('json')) await io.out(`${JSON.stringify({ address, isReadOnly }, undefined, 2)}\n`)
  else await io.out(`${address}\n`)
  if (!args.has('quiet') && isReadOnly) io.err('The memory may only be read: nothing can be changed on the page.\n')
  if (!args.has('quiet')) io.err('Ctrl-C ends.\n')
  if (args.has('no-open')) return
  const { openBrowser } = await import('../../browser.ts')
  openBrowser(address, () => io.err('No browser could be opened: open the address above yourself.\n'))
}
