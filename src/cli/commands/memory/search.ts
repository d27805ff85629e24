import type { Match, Memory, SearchQuery } from '../../../index.ts'
import { parseLanguage } from '../../../language-names.ts'
import type { Args, Command, Io } from '../../command.ts'
import { jsonFlag, quietFlag } from '../../flags.ts'
import { matchJson, matchText } from '../../match-text.ts'
import { filterFlags, filterFrom, languageFlags, memoryFlag, memoryPath } from '../../memory-flags.ts'
import { isBlank, notesInVain } from '../../memory-notes.ts'
import { number } from '../../numbers.ts'
import { createPaint } from '../../paint.ts'
import { usageError } from '../../usage.ts'

const lookGroup = 'What to find'

/** `zinpaar memory search`. */
export const command: Command = {
  name: 'memory search',
  about:
    'Finds every unit whose source is like a sentence: the same, the same between the same neighbours, or so many per cent of ' +
    'its words the same (characters, in Chinese). What differs is shown, costs points and orders the matches, but hides none; ' +
    'where numbers alone differ, the translation is shown with the numbers put right.',
  arguments: [{ name: 'TEXT', isRequired: true, doc: 'The sentence to look up.' }],
  flags: [
    memoryFlag,
    ...languageFlags,
    {
      name: 'min',
      type: 'number',
      value: 'PERCENT',
      range: [1, 100],
      default: '70',
      group: lookGroup,
      doc: 'How much must be the same, in per cent of the words.',
    },
    {
      name: 'limit',
      type: 'number',
      value: 'N',
      range: [1, Number.MAX_SAFE_INTEGER],
      group: lookGroup,
      doc: 'Only the N best; otherwise all in JSON, and the ten best on the screen.',
    },
    {
      name: 'before',
      type: 'string',
      value: 'TEXT',
      group: lookGroup,
      doc: 'The sentence before it, for matches in context.',
    },
    { name: 'after', type: 'string', value: 'TEXT', group: lookGroup, doc: 'The sentence after it.' },
    {
      name: 'fold-script',
      type: 'boolean',
      group: lookGroup,
      doc: 'Also look among units in the other script of the language, simplified or traditional; they are marked.',
    },
    {
      name: 'penalty',
      type: 'string',
      value: 'NAME=POINTS',
      isRepeatable: true,
      group: lookGroup,
      doc: 'Takes points off the matches from one of the memories in the file, as in --penalty public=10.',
    },
    ...filterFlags,
    jsonFlag,
    quietFlag,
  ],
  examples: [
    {
      line: 'zinpaar memory search "Zij tekenen." -m work.zmem --source-lang nl --target-lang zh',
      does: 'Find Dutch sentences like this one, with their Chinese.',
    },
    {
      line: 'zinpaar memory search "他们签署。" -m w.zmem --source-lang zh --target-lang nl --json',
      does: 'The other way round, for another program.',
    },
  ],
  async run(args, io) {
    const query = queryFrom(args, io)
    const { withMemory } = await import('../../../open-memory.ts')
    const [matches, notes] = await withMemory(memoryPath(args), { mode: 'read' }, async (memory) => {
      const found = await memory.search(query)
      const isInVain = found.length === 0 && !args.has('json')
      return [found, isInVain ? await inVain(memory, query) : ''] as const
    })
    if (notes !== '' && !args.has('quiet')) io.err(notes)
    if (args.has('json')) await io.out(`${JSON.stringify(jsonOf(query, matches), undefined, 2)}\n`)
    else await io.out(textOf(matches, query, args, io))
    return 0
  },
}

function queryFrom(args: Args, io: Io): SearchQuery {
  const [text = ''] = args.positionals
  const [source, target] = [args.text('source-lang'), args.text('target-lang')]
  if (source === undefined || target === undefined)
    throw usageError(
      `there is no --${source === undefined ? 'source' : 'target'}-lang`,
      'Say both languages, as in --source-lang nl --target-lang zh.',
    )
  if (isBlank(text)) throw usageError('there is no text to look up', 'Put it into quotes.')
  const [before, after, limit] = [args.text('before'), args.text('after'), args.number('limit')]
  return {
    text,
    sourceLanguage: parseLanguage(source),
    targetLanguage: parseLanguage(target),
    min: (args.number('min') ?? 70) / 100,
    foldScript: args.has('fold-script'),
    filter: filterFrom(args),
    memoryPenalties: penaltiesFrom(args.list('penalty')),
    now: io.now().toISOString(),
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    ...(limit === undefined ? {} : { limit }),
  }
}

const inVain = (memory: Memory, { sourceLanguage, targetLanguage, filter }: SearchQuery): Promise<string> =>
  notesInVain(memory, [sourceLanguage, targetLanguage], filter)

function penaltiesFrom(pairs: readonly string[]): Readonly<Record<string, number>> {
  return Object.fromEntries(
    pairs.map((pair): readonly [string, number] => {
      const [, name, points] = /^(.+)=(\d+(?:\.\d+)?)$/u.exec(pair) ?? []
      if (name !== undefined) return [name, Number(points)]
      throw usageError(`--penalty ${pair} is no penalty`, 'Write it like public=10.')
    }),
  )
}

const jsonOf = ({ text, sourceLanguage, targetLanguage, min }: SearchQuery, matches: readonly Match[]) => ({
  text,
  sourceLanguage,
  targetLanguage,
  min: Math.round(min * 100),
  matches: matches.map(matchJson),
})

/** At most so many matches on the screen. */
const mostShown = 10

function textOf(matches: readonly Match[], query: SearchQuery, args: Args, io: Io): string {
  if (matches.length === 0) return `No unit is ${Math.round(query.min * 100)} % like this.\n`
  const shown = matches.slice(0, query.limit ?? mostShown)
  const paint = createPaint(io.hasColour)
  const options = {
    paint,
    query: query.text,
    ...(io.columns === undefined ? {} : { columns: Math.max(40, io.columns) }),
  }
  const rest = matches.length - shown.length
  const more =
    rest > 0 && !args.has('quiet') ? `${number(rest)} more ${rest === 1 ? 'match' : 'matches'}; see --limit\n` : ''
  return `${shown.map((match, i) => matchText(match, i + 1, options)).join('\n')}${more === '' ? '' : `\n${more}`}`
}
