import { CommanderError, Option, Command as Parser } from 'commander'
import type { Args, Command, Flag } from './command.ts'
import { helpFlag } from './flags.ts'

/** What the words after the command mean. */
export type Parsed =
  | { readonly kind: 'run'; readonly args: Args }
  | { readonly kind: 'help' }
  | { readonly kind: 'failure'; readonly message: string; readonly hint: string }

/** Reads the words after the name of a command by its records. Nothing is printed and nothing thrown for bad words. */
export function parseArguments(command: Command, words: readonly string[]): Parsed {
  const parser = silentParser(command.name)
  for (const { name, isRequired, isRepeatable } of command.arguments) {
    const term = isRepeatable === true ? `${name}...` : name
    parser.argument(isRequired ? `<${term}>` : `[${term}]`)
  }
  const flags = [...command.flags, helpFlag]
  for (const flag of flags) parser.addOption(optionOf(flag))
  const hint = `See \`zinpaar ${command.name} --help\`.`
  if (asksForHelp(words)) return { kind: 'help' }
  try {
    parser.parse(fillOptionalValues(flags, words), { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    const message = messageOf(error)
    if (isPerhapsText(command, message)) return { kind: 'failure', message, hint: textHint }
    return { kind: 'failure', message, hint: hasTextInWords(command, error.code) ? quotesHint : hint }
  }
  const given = new Map(flags.map((flag) => [flag.name, valuesOf(flag, parser)]))
  const problem = flags.map((flag) => problemOf(flag, given.get(flag.name) ?? [])).find((found) => found !== undefined)
  if (problem !== undefined) return { kind: 'failure', message: problem, hint }
  return { kind: 'run', args: argsOf(parser.args, command.flags, given) }
}

const textHint = 'Where it is the text to look for, put `--` before it, after all options.'

/** Whether what was taken for an option may be the text that the command asks for. */
const isPerhapsText = ({ arguments: [first] }: Command, message: string): boolean =>
  first?.name === 'TEXT' && /^unknown option '-(?!-)/u.test(message)

const quotesHint = 'Put the text into quotes when it has several words.'

/** Whether the words of a text came one by one. */
const hasTextInWords = ({ arguments: [first, second] }: Command, code: string): boolean =>
  first?.name === 'TEXT' && second === undefined && code === 'commander.excessArguments'

/** The message for a command that does not exist, with the likeliest one that does. */
export function unknownCommand(names: readonly string[], given: string): string {
  const parser = silentParser('zinpaar')
  for (const name of names) parser.addCommand(silentParser(name))
  try {
    parser.parse([given], { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError) return messageOf(error)
    throw error
  }
  return `unknown command '${given}'`
}

function silentParser(name: string): Parser {
  return new Parser(name)
    .helpOption(false)
    .helpCommand(false)
    .exitOverride()
    .allowExcessArguments(false)
    .configureOutput({ writeOut: () => undefined, writeErr: () => undefined })
}

/** Help wins wherever it stands, unless it comes after `--`. */
function asksForHelp(words: readonly string[]): boolean {
  const end = words.indexOf('--')
  const before = end < 0 ? words : words.slice(0, end)
  return before.includes(`--${helpFlag.name}`) || before.includes(`-${helpFlag.short}`)
}

function optionOf(flag: Flag): Option {
  const value = flag.type === 'boolean' ? '' : ` <${flag.value ?? 'value'}>`
  const option = new Option(`${flag.short === undefined ? '' : `-${flag.short}, `}--${flag.name}${value}`)
  if (flag.type === 'boolean') return option
  return option.default([]).argParser((text: string, before: readonly string[]) => [...before, text])
}

/** Gives `--date` its preset unless the next word looks like a value of it, so that a file name is never swallowed. */
function fillOptionalValues(flags: readonly Flag[], words: readonly string[]): string[] {
  const end = words.indexOf('--')
  return words.map((word, i) => {
    const flag = flags.find((one) => one.optional !== undefined && word === `--${one.name}`)
    if (flag?.optional === undefined || (end >= 0 && i > end)) return word
    return flag.optional.pattern.test(words[i + 1] ?? '') ? word : `${word}=${flag.optional.preset}`
  })
}

function valuesOf(flag: Flag, parser: Parser): readonly string[] {
  // Commander keeps `--no-x` as x, on unless it was given.
  if (flag.type === 'boolean' && flag.name.startsWith('no-'))
    return parser.getOptionValue(camelCase(flag.name.slice(3))) === false ? ['true'] : []
  const value: unknown = parser.getOptionValue(camelCase(flag.name))
  if (value === true) return ['true']
  return Array.isArray(value) ? value.map(String) : []
}

const camelCase = (name: string): string => name.replace(/-([a-z])/gu, (_, letter: string) => letter.toUpperCase())

function problemOf(flag: Flag, values: readonly string[]): string | undefined {
  if (values.length > 1 && flag.isRepeatable !== true) return `--${flag.name} was given ${values.length} times`
  for (const value of values) {
    if (flag.type === 'number' && !isNumberIn(value, flag.range))
      return `--${flag.name} ${value}: ${rangeText(flag.range)}`
    const items = flag.type === 'list' ? itemsOf(value) : [value].filter((item) => item !== '')
    if (flag.type !== 'boolean' && items.length === 0) return `--${flag.name} has no value`
    const wrong = flag.choices === undefined ? undefined : items.find((item) => flag.choices?.includes(item) !== true)
    if (wrong !== undefined) return `--${flag.name} ${wrong}: it is one of ${flag.choices?.join(', ')}`
  }
  return undefined
}

function isNumberIn(
  text: string,
  range: readonly [number, number] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
): boolean {
  const number = Number(text)
  return text.trim() !== '' && Number.isFinite(number) && number >= range[0] && number <= range[1]
}

const rangeText = (range: readonly [number, number] | undefined): string =>
  range === undefined
    ? 'it is a number'
    : range[1] < Number.MAX_SAFE_INTEGER
      ? `it is a number from ${range[0]} to ${range[1]}`
      : `it is a number from ${range[0]} upwards`

const itemsOf = (list: string): readonly string[] =>
  list
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '')

function argsOf(
  positionals: readonly string[],
  flags: readonly Flag[],
  given: ReadonlyMap<string, readonly string[]>,
): Args {
  const valuesFor = (name: string): readonly string[] => {
    const values = given.get(name) ?? []
    if (values.length > 0) return values
    const preset = flags.find((flag) => flag.name === name)?.default
    return preset === undefined ? [] : [preset]
  }
  const text = (name: string): string | undefined => valuesFor(name).at(-1)
  return {
    positionals,
    has: (name) => given.get(name)?.length === 1,
    text,
    number: (name) => {
      const value = text(name)
      return value === undefined ? undefined : Number(value)
    },
    list: (name) => {
      const values = valuesFor(name)
      return flags.find((flag) => flag.name === name)?.type === 'list' ? values.flatMap(itemsOf) : values
    },
  }
}

/** One plain sentence of what commander says in one or two lines. */
function messageOf(error: CommanderError): string {
  const [first = '', ...rest] = error.message.replace(/^error: /u, '').split('\n')
  const suggestion = rest.join(' ').trim()
  return [first, suggestion].filter((part) => part !== '').join(' ')
}
