import { languageName, parseLanguage } from '../../language-names.ts'
import type { AddedLexicon } from '../../lexicon-folder.ts'
import type { LexiconRow } from '../../lexicons.ts'
import type { Args, Command, ExitCode, Io } from '../command.ts'
import { jsonFlag, quietFlag, strictFlag } from '../flags.ts'
import { pad, widthOf } from '../layout.ts'
import { number, sizeText } from '../numbers.ts'
import { createPaint } from '../paint.ts'
import { createReporter, type Reporter } from '../reporter.ts'
import { count } from '../summary-text.ts'
import { usageError } from '../usage.ts'

const adding = 'For add'
const weights = ['glossary', 'memory', 'dictionary'] as const
const actions = ['add', 'list', 'remove'] as const

/** `zinpaar lexicon`: words that help to align, beside those that ship. */
export const command: Command = {
  name: 'lexicon',
  about:
    'Adds words that help to align: a glossary of your own in columns (.tsv, .csv) or TBX, a translation memory (.tmx, its ' +
    'short units), FreeDict dictionaries (.index and .dict.dz, or .tei), CC-CEDICT (cedict_ts.u8) and Open Multilingual ' +
    'Wordnet (.tab). What was added helps in every later alignment of its languages. Words of your own glossary count most, ' +
    'then those of memories, then what ships, then dictionaries; two dictionaries that share a third language help as well.',
  arguments: [
    { name: 'ACTION', isRequired: true, doc: '`add` a file, `list` what there is, or `remove` what was added.' },
    {
      name: 'WHAT',
      isRequired: false,
      doc: 'For add, the file; for remove, the name; for list, the first language of a pair, such as nl.',
    },
    { name: 'WITH', isRequired: false, doc: 'For list, the second language of the pair, such as zh.' },
  ],
  flags: [
    {
      name: 'name',
      type: 'string',
      value: 'NAME',
      group: adding,
      doc: 'What to call it; otherwise as the file. One that has this name already is replaced; files of one wordnet are put together.',
    },
    {
      name: 'lang',
      type: 'string',
      value: 'TAG,TAG',
      group: adding,
      doc: 'Languages of the file in their order, when it does not say them itself: nl,en.',
    },
    { name: 'licence', type: 'string', value: 'TEXT', group: adding, doc: 'Its licence, to be shown in the list.' },
    {
      name: 'weight',
      type: 'string',
      value: 'KIND',
      choices: weights,
      group: adding,
      doc: 'How much its words count; otherwise as files of its kind do.',
    },
    jsonFlag,
    quietFlag,
    strictFlag,
  ],
  examples: [
    { line: 'zinpaar lexicon add terms.tsv', does: 'Add a glossary whose first line names its languages.' },
    {
      line: 'zinpaar lexicon add freedict-nld-eng.index',
      does: 'Add a dictionary of FreeDict; the .dict.dz lies beside it.',
    },
    {
      line: 'zinpaar lexicon add cedict_ts.u8',
      does: 'Add CC-CEDICT; with the other one, Dutch and Chinese meet in English.',
    },
    { line: 'zinpaar lexicon list nl zh', does: 'What is used for Dutch and Chinese, with licence and size.' },
    { line: 'zinpaar lexicon remove terms', does: 'Take one away again.' },
  ],
  async run(args, io) {
    const [given = ''] = args.positionals
    const action = actions.find((one) => one === given)
    if (action === undefined) throw usageError(`lexicon cannot ${given}`, `It is one of ${actions.join(', ')}.`)
    const reporter = createReporter(io, { isQuiet: args.has('quiet'), isStrict: args.has('strict') })
    try {
      const code = await { add, list, remove }[action](args, io, reporter)
      return args.has('strict') && reporter.hasWarnings() ? 1 : code
    } finally {
      reporter.finish()
    }
  },
}

async function add(args: Args, io: Io, reporter: Reporter): Promise<ExitCode> {
  const [, file, extra] = args.positionals
  if (file === undefined) throw usageError('there is no file to add', 'Name it, as in `zinpaar lexicon add terms.tsv`.')
  if (extra !== undefined) throw usageError('only one file can be added at a time', `Add ${extra} by itself.`)
  if (file === '-')
    throw usageError('a lexicon is added from a file', 'Save it first: its name helps to tell what it is.')
  const { addLexicon } = await import('../../lexicon-folder.ts')
  const [name, licence] = [args.text('name'), args.text('licence')]
  const level = weights.find((weight) => weight === args.text('weight'))
  const options = {
    languages: languagesFrom(args.text('lang')),
    ...(name === undefined ? {} : { name }),
    ...(licence === undefined ? {} : { licence }),
    ...(level === undefined ? {} : { level }),
  }
  const added = await addLexicon(folderOf(io), file, options, reporter.context, io.stock)
  reporter.finish()
  if (args.has('json')) await io.out(`${JSON.stringify(added, undefined, 2)}\n`)
  else if (!args.has('quiet')) await io.out(addedText(added))
  return 0
}

async function remove(args: Args, io: Io): Promise<ExitCode> {
  const [, name, extra] = args.positionals
  if (name === undefined || extra !== undefined)
    throw usageError('remove takes the name of one lexicon', 'See `zinpaar lexicon list`.')
  const { removeLexicon } = await import('../../lexicon-folder.ts')
  await removeLexicon(folderOf(io), name)
  if (args.has('json')) await io.out(`${JSON.stringify({ removed: name })}\n`)
  else if (!args.has('quiet')) await io.out(`Removed ${name}\n`)
  return 0
}

async function list(args: Args, io: Io, reporter: Reporter): Promise<ExitCode> {
  const [, source, target] = args.positionals
  if (source !== undefined && target === undefined)
    throw usageError('list takes no language or two', 'As in `zinpaar lexicon list nl zh`.')
  const pair =
    source === undefined || target === undefined ? undefined : ([parseLanguage(source), parseLanguage(target)] as const)
  const { listLexicons } = await import('../../lexicons.ts')
  const rows = await listLexicons(io.dataFolder, pair, reporter.context, io.stock)
  reporter.finish()
  await io.out(args.has('json') ? `${JSON.stringify(rows, undefined, 2)}\n` : listText(rows, pair, io))
  return 0
}

function folderOf(io: Io): string {
  if (io.dataFolder !== undefined) return io.dataFolder
  throw usageError('there is no folder to keep lexicons in', 'Name one in the environment variable ZINPAAR_DATA.')
}

const languagesFrom = (text = ''): readonly string[] =>
  text
    .split(',')
    .filter((tag) => tag.trim() !== '')
    .map(parseLanguage)

const addedHow: Readonly<Record<AddedLexicon['how'], string>> = {
  new: 'Added',
  replaced: 'Replaced',
  merged: 'Put together with what was there:',
}

function addedText({ info, kept, skipped, bytes, how }: AddedLexicon): string {
  const left = skipped.reduce((sum, one) => sum + one.count, 0)
  const lines = [
    `${addedHow[how]} ${info.name}: ${info.languages.map(languageName).join(', ')}; ${info.level}, ${sizeText(bytes)}, licence ${info.licence ?? 'not stated'}`,
    `  ${number(kept + left)} ${kept + left === 1 ? 'entry' : 'entries'} read, ${number(kept)} kept, ${number(left)} left out`,
    ...skipped.map((one) => `  ${number(one.count)} × ${one.reason} (first: ${one.first})`),
    ...(info.languages.length > 1 ? [] : ['  It has one language: add the file of another one, and they meet.']),
  ]
  return `${lines.join('\n')}\n`
}

function listText(rows: readonly LexiconRow[], pair: readonly [string, string] | undefined, io: Io): string {
  if (pair !== undefined && rows.length === 0)
    return `No lexicon links ${languageName(pair[0])} and ${languageName(pair[1])}: names, numbers and equal words still do.\n`
  const heads = ['name', 'weight', pair === undefined ? 'languages' : 'links', 'entries', 'size', 'licence']
  const cells = rows.map((row) => [
    row.name,
    row.level,
    pair === undefined ? row.languages.join(', ') : linksText(row),
    number(row.entries),
    sizeText(row.bytes),
    row.licence ?? 'not stated',
  ])
  const widths = heads.map((head, i) => Math.max(widthOf(head), ...cells.map((row) => widthOf(row[i] ?? ''))))
  const line = (row: readonly string[]): string =>
    row
      .map((cell, i) => pad(cell, widths[i] ?? 0))
      .join('  ')
      .trimEnd()
  const total = `${count(rows.length, 'lexicon')}${io.dataFolder === undefined ? '' : `; what is added is kept in ${io.dataFolder}`}`
  return [createPaint(io.hasColour).strong(line(heads)), ...cells.map(line), '', total, ''].join('\n')
}

/** `directly`, and `through English with cedict_ts`. */
function linksText({ entries, through = [] }: LexiconRow): string {
  const ways = through.map(
    ({ lexicon, languages }) => `through ${languages.map(languageName).join(', ')} with ${lexicon}`,
  )
  return [...(entries > 0 ? ['directly'] : []), ...ways].join('; ')
}
