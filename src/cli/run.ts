import { failureOf } from '../failure.ts'
import type { CommandEntry, CommandGroup, ExitCode, Io } from './command.ts'
import { failureText } from './failure-text.ts'

/**
 * Runs one command line and gives its exit code. Nothing is thrown: every failure becomes a block of lines on standard error,
 * except that of a closed pipe, which is a success: the reader has seen enough.
 */
export async function runCommandLine(
  words: readonly string[],
  commands: readonly CommandEntry[],
  io: Io,
): Promise<ExitCode> {
  try {
    return await runWords(words, commands, io)
  } catch (error) {
    if (isClosedPipe(error)) return 0
    io.err(failureText(failureOf(error), io.isDebug))
    return 2
  }
}

async function runWords(words: readonly string[], entries: readonly CommandEntry[], io: Io): Promise<ExitCode> {
  const [first = 'help', ...rest] = words
  if (isHelp(first)) return rest.length === 0 ? showGeneralHelp(entries, io) : showHelp(rest, entries, io)
  const [entry, after] = findEntry(entries, [first, ...rest])
  if (entry === undefined) return refuseCommand(words, entries, io)
  if ('actions' in entry) return refuseAction(entry, after, io)
  const [command, { parseArguments }] = await Promise.all([entry.load(), import('./parse.ts')])
  const parsed = parseArguments(command, after)
  if (parsed.kind === 'help') return showHelp(words, entries, io)
  if (parsed.kind === 'run') return command.run(parsed.args, io)
  io.err(failureText({ code: 'USAGE', message: parsed.message, hint: parsed.hint }, io.isDebug))
  return 2
}

const isHelp = (word: string): boolean => ['help', '--help', '-h'].includes(word)

/** The command that the first word, or the first two, name, and the words after it. A group comes back when the second word names none of its commands. */
function findEntry(
  entries: readonly CommandEntry[],
  [first, ...rest]: readonly string[],
): readonly [CommandEntry | undefined, readonly string[]] {
  const entry = entries.find(({ name }) => name === first)
  if (entry === undefined || !('actions' in entry)) return [entry, rest]
  const action = entry.actions.find(({ name }) => name === rest[0])
  return action === undefined ? [entry, rest] : [action, rest.slice(1)]
}

async function showGeneralHelp(entries: readonly CommandEntry[], io: Io): Promise<ExitCode> {
  const { generalHelp } = await import('./help.ts')
  await io.out(generalHelp(entries))
  return 0
}

async function showHelp(words: readonly string[], entries: readonly CommandEntry[], io: Io): Promise<ExitCode> {
  const { commandHelp, groupHelp } = await import('./help.ts')
  const [entry] = findEntry(entries, words)
  if (entry === undefined) return refuseCommand(words, entries, io)
  await io.out('actions' in entry ? groupHelp(entry) : commandHelp(await entry.load()))
  return 0
}

/** After the name of a group comes help, or a word that names none of its commands. */
async function refuseAction(group: CommandGroup, [given]: readonly string[], io: Io): Promise<ExitCode> {
  if (given !== undefined && isHelp(given)) return showHelp([group.name], [group], io)
  const hint = `See \`zinpaar ${group.name} --help\` for what it can do.`
  const { unknownCommand } = await import('./parse.ts')
  const names = group.actions.map(({ name }) => name)
  const message = given === undefined ? `say what to do: ${names.join(', ')}` : unknownCommand(names, given)
  io.err(failureText({ code: 'USAGE', message, hint }, io.isDebug))
  return 2
}

async function refuseCommand(
  [given = '']: readonly string[],
  entries: readonly CommandEntry[],
  io: Io,
): Promise<ExitCode> {
  const { unknownCommand } = await import('./parse.ts')
  const message = unknownCommand(
    entries.map(({ name }) => name),
    given,
  )
  io.err(failureText({ code: 'USAGE', message, hint: 'See `zinpaar --help` for the commands.' }, io.isDebug))
  return 2
}

/** True for the error of writing to a program that has stopped reading, such as `head`. */
export const isClosedPipe = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED')
