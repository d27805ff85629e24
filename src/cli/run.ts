import { failureOf } from '../failure.ts'
import type { CommandRow, ExitCode, Io } from './command.ts'
import { failureText } from './failure-text.ts'

/**
 * Runs one command line and gives its exit code. Nothing is thrown: every failure becomes a block of lines on standard error,
 * except that of a closed pipe, which is a success: the reader has seen enough.
 */
export async function runCommandLine(
  words: readonly string[],
  commands: readonly CommandRow[],
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

async function runWords(words: readonly string[], commands: readonly CommandRow[], io: Io): Promise<ExitCode> {
  const [first = 'help', ...rest] = words
  if (['help', '--help', '-h'].includes(first)) return showHelp(rest[0], commands, io)
  const row = commands.find((command) => command.name === first)
  if (row === undefined) return refuseCommand(first, commands, io)
  const [command, { parseArguments }] = await Promise.all([row.load(), import('./parse.ts')])
  const parsed = parseArguments(command, rest)
  if (parsed.kind === 'help') return showHelp(command.name, commands, io)
  if (parsed.kind === 'run') return command.run(parsed.args, io)
  io.err(failureText({ code: 'USAGE', message: parsed.message, hint: parsed.hint }, io.isDebug))
  return 2
}

async function showHelp(name: string | undefined, commands: readonly CommandRow[], io: Io): Promise<ExitCode> {
  const { commandHelp, generalHelp } = await import('./help.ts')
  const row = commands.find((command) => command.name === name)
  if (name !== undefined && row === undefined) return refuseCommand(name, commands, io)
  await io.out(row === undefined ? generalHelp(commands) : commandHelp(await row.load()))
  return 0
}

async function refuseCommand(given: string, commands: readonly CommandRow[], io: Io): Promise<ExitCode> {
  const { unknownCommand } = await import('./parse.ts')
  const message = unknownCommand(
    commands.map((command) => command.name),
    given,
  )
  io.err(failureText({ code: 'USAGE', message, hint: 'See `zinpaar --help` for the commands.' }, io.isDebug))
  return 2
}

/** True for the error of writing to a program that has stopped reading, such as `head`. */
export const isClosedPipe = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED')
