import { alignFlags } from '../align-flags.ts'
import { alignOptionsFrom } from '../align-options.ts'
import type { Command } from '../command.ts'
import { usageError } from '../usage.ts'

/** `zinpaar align`: two texts in, pairs of sentences out. */
export const command: Command = {
  name: 'align',
  about:
    'Finds out which sentences of two texts in different languages belong together. Give it a text and its translation, or two ' +
    'articles about the same thing, as plain text files. It shows the best pairs and why they belong together, and writes the ' +
    'pairs to a file that translation tools such as OmegaT, Trados and memoQ open.',
  arguments: [
    {
      name: 'SOURCE',
      isRequired: false,
      doc: 'The first text, or an alignment (.json) that was written before. `-` reads what another program sends.',
    },
    { name: 'TARGET', isRequired: false, doc: 'The second text, in the other language.' },
  ],
  flags: alignFlags,
  examples: [
    { line: 'zinpaar align contract.nl.txt contract.zh.txt', does: 'Show which sentences belong together.' },
    {
      line: 'zinpaar align contract.nl.txt contract.zh.txt -o contract.tmx',
      does: 'Write them to a translation memory.',
    },
    {
      line: 'zinpaar align contract.nl.txt contract.zh.txt -o contract.json -o contract.xlf',
      does: 'Write several files: the .json keeps everything, for later work.',
    },
    { line: 'zinpaar align contract.json -o contract.csv', does: 'Make another file from it, without aligning again.' },
    {
      line: 'zinpaar align contract.nl.txt contract.zh.txt --memory work.zmem --into work.zmem',
      does: 'Let a memory help, and keep the pairs in it.',
    },
    {
      line: 'zinpaar align --batch pairs.tsv --out-dir memories --to tmx',
      does: 'Align every pair of texts that a list names.',
    },
    {
      line: 'zinpaar align --batch --match dutch chinese --out-dir memories --to tmx',
      does: 'Find out which texts of two folders belong together, and align them.',
    },
  ],
  async run(args, io) {
    const list = args.text('batch')
    const options = alignOptionsFrom(args, io)
    if (args.has('match')) return (await import('../align-match.ts')).runMatch(args, io, options)
    if (list !== undefined) return (await import('../align-batch.ts')).runBatch(args, io, list, options)
    if (args.positionals.length === 0)
      throw usageError('there is nothing to align', 'Name two text files, as in `zinpaar align dutch.txt chinese.txt`.')
    return (await import('../align-single.ts')).runSingle(args, io, options)
  },
}
