import { parseLanguage } from '../language-names.ts'
import type { AlignOptions } from '../pipeline.ts'
import { isServerAddress } from '../server-address.ts'
import type { Args, Io } from './command.ts'
import { usageError } from './usage.ts'

const modes: readonly AlignOptions['mode'][] = ['auto', 'parallel', 'comparable']

/** The value of --lexicon that is no file: what the user has added is left out. */
const noLexicons = 'none'

/** What the flags of `align` say about how to align. */
export function alignOptionsFrom(args: Args, io: Io): Partial<AlignOptions> {
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
