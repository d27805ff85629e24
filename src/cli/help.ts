import type { Argument, Command, CommandEntry, CommandGroup, Flag } from './command.ts'
import { helpFlag } from './flags.ts'
import { wrap } from './layout.ts'

/** Lines of help are no longer than this, so that they fit every terminal. */
const width = 88
const indent = '  '

/** Help of one command: what it is for, the commonest uses, then every argument and flag in groups. */
export function commandHelp(command: Command): string {
  const usage = [`zinpaar ${command.name}`, ...command.arguments.map(usageOf), '[options]'].join(' ')
  const examples = command.examples.map((example) => `${indent}${example.line}\n${indent}${indent}${example.does}`)
  const flags = [...command.flags, helpFlag]
  const groups = [...new Set(flags.map((flag) => flag.group))].map((group) =>
    section(group, rows(flags.filter((flag) => flag.group === group).map((flag) => [flagTerm(flag), flagDoc(flag)]))),
  )
  return [
    ...wrap(command.about, width),
    '',
    'Examples',
    examples.join('\n'),
    '',
    section('In general', [
      `${indent}${usage}`,
      ...rows(command.arguments.map((argument) => [argument.name, argument.doc])),
    ]),
    ...groups,
  ].join('\n')
}

/** Help of a family of commands: what they are for, and which there are. */
export function groupHelp({ name, about, actions }: CommandGroup): string {
  return [
    ...wrap(about, width),
    '',
    section('Commands', rows(actions.map((action) => [`${name} ${action.name}`, action.summary]))),
    section('More', rows([[`zinpaar ${name} COMMAND --help`, 'How to use one of them.']])),
  ].join('\n')
}

/** Help of the tool: what it is for, and its commands. */
export function generalHelp(commands: readonly CommandEntry[]): string {
  const about =
    'Zinpaar pairs the sentences of two texts in different languages, says why each pair belongs together, and keeps the ' +
    'pairs as a translation memory that other translation tools read.'
  return [
    ...wrap(about, width),
    '',
    'Try this first, with two texts of your own',
    `${indent}zinpaar align dutch.txt chinese.txt`,
    `${indent}${indent}Shows the languages, how many sentences belong together, and the best pairs.`,
    `${indent}zinpaar align dutch.txt chinese.txt -o memory.tmx`,
    `${indent}${indent}Writes the pairs to a file that OmegaT, Trados, memoQ and others open.`,
    '',
    section('Commands', rows(commands.map((command) => [command.name, command.summary]))),
    section('More', [
      ...rows([
        ['zinpaar COMMAND --help', 'How to use one command.'],
        ['zinpaar --version', 'Which version this is.'],
      ]),
    ]),
  ].join('\n')
}

const section = (heading: string, lines: readonly string[]): string => `${[heading, ...lines].join('\n')}\n`

function usageOf({ name, isRequired, isRepeatable }: Argument): string {
  const term = isRepeatable === true ? `${name}…` : name
  return isRequired ? term : `[${term}]`
}

function flagTerm(flag: Flag): string {
  const value = flag.type === 'boolean' ? '' : ` ${flag.optional === undefined ? flag.value : `[${flag.value}]`}`
  return `${flag.short === undefined ? '    ' : `-${flag.short}, `}--${flag.name}${value}`
}

function flagDoc(flag: Flag): string {
  const choices = flag.choices === undefined ? [] : [`One of ${flag.choices.join(', ')}.`]
  const preset = flag.default === undefined ? [] : [`Default: ${flag.default}.`]
  const repeatable = flag.isRepeatable === true ? ['Can be given more than once.'] : []
  return [flag.doc, ...choices, ...repeatable, ...preset].join(' ')
}

/** Two columns; a term that is too long for the first stands on a line of its own. */
function rows(pairs: readonly (readonly [term: string, doc: string])[]): readonly string[] {
  const longest = Math.max(...pairs.map(([term]) => term.length))
  const column = Math.min(longest, 28) + 2
  return pairs.flatMap(([term, doc]) => {
    const lines = wrap(doc, width - indent.length - column).map((line) => `${indent}${' '.repeat(column)}${line}`)
    if (term.length > column - 2) return [`${indent}${term}`, ...lines]
    const [first = '', ...rest] = lines
    return [`${indent}${term.padEnd(column)}${first.slice(indent.length + column)}`, ...rest]
  })
}
