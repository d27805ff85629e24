import { parseLanguage } from '../../language-names.ts'
import type { AlignOptions } from '../../pipeline.ts'
import { isServerAddress } from '../../server-address.ts'
import { alignFlags } from '../align-flags.ts'
import type { Args, Command, Io } from '../command.ts'
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
    const options = optionsFrom(args, io)
    if (args.has('match')) return (await import('../align-match.ts')).runMatch(args, io, options)
    if (list !== undefined) return (await import('../align-batch.ts')).runBatch(args, io, list, options)
    if (args.positionals.length === 0)
      throw usageError('there is nothing to align', 'Name two text files, as in `zinpaar align dutch.txt chinese.txt`.')
    return (await import('../align-single.ts')).runSingle(args, io, options)
  },
}

const modes: readonly AlignOptions['mode'][] = ['auto', 'parallel', 'comparable']

/** The value of --lexicon that is no file: what the user has added is left out. */
const noLexicons = 'none'

function optionsFrom(args: Args, io: Io): Partial<AlignOptions> {
  const source = args.text('source-lang')
  const target = args.text('target-lang')
  const lexicons = args.list('lexicon')
  const folder = lexicons.includes(noLexicons) ? undefined : io.dataFolder
  const options = {
    ...(source === undefined ? {} : { sourceLanguage: parseLanguage(source) }),
    ...(target === undefined ? {} : { targetLanguage: parseLanguage(target) }),
    mode: modes.find((mode) => mode === args.text('mode')) ?? 'auto',
    segmented: args.has('segmented'),
    lexiconFiles: lexicons.filter((file) => file !== noLexicons),
    ...(folder === undefined ? {} : { lexiconFolder: folder }),
    ...embeddingFrom(args, io),
    ...translationFrom(args),
    ...bordersFrom(args),
  }
  return options
}

function bordersFrom(args: Args): Pick<AlignOptions, 'delimiter'> {
  if (args.text('pins') !== undefined && (args.text('batch') !== undefined || args.has('match')))
    throw usageError('--pins goes with one pair of texts', 'Leave out --batch, or --pins.')
  const delimiter = args.text('delimiter')
  if (delimiter === undefined) return {}
  if (delimiter.trim() === '')
    throw usageError('--delimiter is an empty line', 'Name a line that stands between the parts, such as .EOA.')
  return { delimiter }
}

function embeddingFrom(args: Args, io: Io): Pick<AlignOptions, 'embedding'> {
  const [address, model] = [args.text('embed'), args.text('embed-model')]
  if (address === undefined && model === undefined) return {}
  if (address === undefined)
    throw usageError('--embed-model names a model, but there is no --embed', 'Add --embed http://localhost:11434.')
  if (model === undefined)
    throw usageError('--embed does not say which model', 'Add --embed-model NAME, such as bge-m3.')
  checkAddress(address)
  return { embedding: { address, model, ...(io.dataFolder === undefined ? {} : { dataFolder: io.dataFolder }) } }
}

function checkAddress(address: string): void {
  if (isServerAddress(address)) return
  throw usageError(`--embed ${address} is no address of a program`, 'Write it as in --embed http://localhost:11434.')
}

function translationFrom(args: Args): Pick<AlignOptions, 'translationFile'> {
  const file = args.text('translation')
  if (file === undefined) return {}
  if (args.text('batch') !== undefined)
    throw usageError('--translation goes with one pair of texts', 'Leave out --batch, or --translation.')
  if (!args.has('segmented'))
    throw usageError('--translation needs --segmented', 'Add --segmented: line 5 translates line 5 of the first text.')
  return { translationFile: file }
}
