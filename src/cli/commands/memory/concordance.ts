import type { ConcordanceQuery, Memory } from '../../../index.ts'
import { parseLanguage } from '../../../language-names.ts'
import type { Args, Command } from '../../command.ts'
import { concordanceJson, concordanceText } from '../../concordance-text.ts'
import { jsonFlag, quietFlag } from '../../flags.ts'
import { filterFlags, filterFrom, languageFlags, memoryFlag, memoryPath } from '../../memory-flags.ts'
import { isBlank, notesInVain } from '../../memory-notes.ts'
import { usageError } from '../../usage.ts'

const lookGroup = 'What to find'
const sortKeys = ['left', 'right', 'keyword', 'document', 'date'] as const

/** `zinpaar memory concordance`. */
export const command: Command = {
  name: 'memory concordance',
  about:
    'Shows where words stand in a memory, each place on a line with the text before and after it, and with its translation. A ' +
    'word is found inside longer words, too, such as verdrag in handelsverdrag; Chinese is found wherever it stands. With ' +
    '--regex the text is a regular expression.',
  arguments: [{ name: 'TEXT', isRequired: true, doc: 'The word, the words or the expression to look for.' }],
  flags: [
    memoryFlag,
    ...languageFlags,
    { name: 'regex', type: 'boolean', group: lookGroup, doc: 'TEXT is a regular expression as JavaScript has it.' },
    { name: 'whole-words', type: 'boolean', group: lookGroup, doc: 'Words count only as a whole.' },
    { name: 'case', type: 'boolean', group: lookGroup, doc: 'Capitals count.' },
    {
      name: 'fold-script',
      type: 'boolean',
      group: lookGroup,
      doc: 'Also look among units in the other script of the language, simplified or traditional; they are marked.',
    },
    {
      name: 'limit',
      type: 'number',
      value: 'N',
      range: [1, Number.MAX_SAFE_INTEGER],
      group: lookGroup,
      doc: 'At most so many units; 100 when it is not given.',
    },
    {
      name: 'skip',
      type: 'number',
      value: 'N',
      range: [0, Number.MAX_SAFE_INTEGER],
      group: lookGroup,
      doc: 'Pass over the first N units, to go on where the last page ended.',
    },
    {
      name: 'sort',
      type: 'list',
      value: 'KEYS',
      choices: sortKeys,
      group: lookGroup,
      doc: 'Order of the lines: by the words before or after, by the word found, by document or date.',
    },
    { name: 'tsv', type: 'boolean', group: 'Output', doc: 'Print a table with tabs, for a spreadsheet.' },
    ...filterFlags,
    jsonFlag,
    quietFlag,
  ],
  examples: [
    {
      line: 'zinpaar memory concordance verdrag -m work.zmem --source-lang nl --target-lang zh',
      does: 'Every place with verdrag, also in compounds, with its Chinese.',
    },
    {
      line: 'zinpaar memory concordance 领海 -m work.zmem --source-lang zh --sort right --tsv',
      does: 'A table for a spreadsheet, in the order of what follows.',
    },
    {
      line: 'zinpaar memory concordance "artikel \\\\d+" --regex -m work.zmem --source-lang nl',
      does: 'Places that match a regular expression.',
    },
  ],
  async run(args, io) {
    const query = queryFrom(args)
    const [{ withMemory }, { findConcordance }] = await Promise.all([
      import('../../../open-memory.ts'),
      import('../../../memory-concordance.ts'),
    ])
    const sort = args.list('sort').flatMap((key) => sortKeys.find((one) => one === key) ?? [])
    const options = {
      columns: Math.max(20, ((io.columns ?? 120) - 20) >> 1),
      sort,
      dataFolder: io.dataFolder,
      stock: io.stock,
      marksRenderings: !args.has('tsv'),
    }
    const [found, notes] = await withMemory(memoryPath(args), { mode: 'read' }, async (memory) => {
      const page = await findConcordance(memory, query, options)
      return [page, page.lines.length === 0 ? await inVain(memory, query) : ''] as const
    })
    if (notes !== '' && !args.has('quiet') && !args.has('json')) io.err(notes)
    if (args.has('tsv')) await io.out(found.tsv)
    else if (args.has('json')) await io.out(`${JSON.stringify(concordanceJson(query, found), undefined, 2)}\n`)
    else await io.out(concordanceText(found, io, args.has('quiet')))
    return 0
  },
}

const inVain = (memory: Memory, { language, otherLanguage, filter }: ConcordanceQuery): Promise<string> =>
  notesInVain(memory, otherLanguage === undefined ? [language] : [language, otherLanguage], filter)

function queryFrom(args: Args): ConcordanceQuery {
  const [text = ''] = args.positionals
  const [language, other] = [args.text('source-lang'), args.text('target-lang')]
  if (language === undefined)
    throw usageError('there is no --source-lang', 'Say the language of the text, as in --source-lang nl.')
  if (isBlank(text)) throw usageError('there is nothing to look for', 'Put the text into quotes.')
  const [limit, skip] = [args.number('limit'), args.number('skip')]
  return {
    text,
    kind: args.has('regex') ? 'regex' : 'text',
    language: parseLanguage(language),
    ...(other === undefined ? {} : { otherLanguage: parseLanguage(other) }),
    wholeWords: args.has('whole-words'),
    caseSensitive: args.has('case'),
    foldScript: args.has('fold-script'),
    filter: filterFrom(args),
    ...(limit === undefined ? {} : { limit }),
    ...(skip === undefined ? {} : { skip }),
  }
}
