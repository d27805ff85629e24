import { readDocument } from '../../files.ts'
import { inputFrom } from '../../input.ts'
import { type ListedHit, lineOf, listNames, type NameList } from '../../name-list.ts'
import type { Command, Io } from '../command.ts'
import { jsonFlag, quietFlag } from '../flags.ts'
import { pad } from '../layout.ts'
import { createPaint, type Paint } from '../paint.ts'
import { createReporter } from '../reporter.ts'
import { usageError } from '../usage.ts'

/** So many guesses are shown for a name that was not found. */
const mostGuesses = 3

/** `zinpaar names`: where a Chinese text names somebody. */
export const command: Command = {
  name: 'names',
  about:
    'Finds people in a text in Chinese characters by their names in Latin letters: Phạm Minh Chính stands there as 范明政, ' +
    'Kishida Fumio as 岸田文雄, Biden as 拜登. Names are recognised by how their characters are read (Vietnamese, Japanese, ' +
    'Korean, Chinese), by their sound, and by brackets in the text that have both forms.',
  arguments: [
    {
      name: 'NAME',
      isRequired: true,
      isRepeatable: true,
      doc: 'A name in Latin letters, in quotes if it has spaces, with accents or without.',
    },
  ],
  flags: [
    {
      name: 'in',
      type: 'string',
      value: 'FILE',
      group: 'The text',
      doc: 'The text in Chinese characters. `-` reads what another program sends.',
    },
    jsonFlag,
    quietFlag,
  ],
  examples: [
    { line: 'zinpaar names "Kishida Fumio" --in article.zh.txt', does: 'Show where the article names him.' },
    {
      line: 'zinpaar names Biden "Moon Jae-in" --in article.zh.txt --json',
      does: 'Look two people up, for another program: every place with its score.',
    },
  ],
  async run(args, io) {
    const path = args.text('in')
    if (path === undefined)
      throw usageError('there is no text to look in', 'Name it: zinpaar names "Kishida Fumio" --in article.zh.txt')
    const reporter = createReporter(io, { isQuiet: args.has('quiet'), isStrict: false })
    try {
      const document = await readDocument(inputFrom(path, io.stdin), { segmented: true }, reporter.context)
      const lists = listNames(args.positionals, document.text)
      reporter.finish()
      await io.out(args.has('json') ? `${JSON.stringify(lists)}\n` : namesText(lists, document.text, io))
    } finally {
      reporter.finish()
    }
    return 0
  },
}

function namesText(lists: readonly NameList[], text: string, io: Io): string {
  const paint = createPaint(io.hasColour)
  return lists.map((list) => `${nameText(list, text, paint)}\n`).join('\n')
}

function nameText({ name, hits }: NameList, text: string, paint: Paint): string {
  const accepted = groupHits(hits.filter((hit) => hit.accepted))
  const guesses = groupHits(hits.filter((hit) => !hit.accepted)).slice(0, mostGuesses)
  if (accepted.length > 0)
    return [paint.strong(name), ...accepted.map((group) => groupText(group, text, paint))].join('\n')
  const head = guesses.length === 0 ? 'not found' : 'not found; these come nearest:'
  return [`${paint.strong(name)}  ${head}`, ...guesses.map((group) => groupText(group, text, paint))].join('\n')
}

/** Hits of the same characters, together. */
function groupHits(hits: readonly ListedHit[]): readonly (readonly ListedHit[])[] {
  const groups = new Map<string, ListedHit[]>()
  for (const hit of hits) {
    const group = groups.get(hit.text)
    if (group === undefined) groups.set(hit.text, [hit])
    else group.push(hit)
  }
  return [...groups.values()]
}

function groupText(group: readonly ListedHit[], text: string, paint: Paint): string {
  const [best] = group
  if (best === undefined) return ''
  const lines = [...new Set(group.map((hit) => lineOf(hit, text)))].sort((a, b) => a - b)
  const shown = lines.slice(0, 5).join(', ')
  const place = `${lines.length === 1 ? 'line' : 'lines'} ${shown}${lines.length > 5 ? ' …' : ''}`
  const mark = best.accepted ? paint.good(pad(best.text, 16)) : paint.doubtful(pad(best.text, 16))
  return `  ${mark} ${pad(best.channel, 11)} ${best.score.toFixed(2)}  ${paint.faint(place)}`
}
