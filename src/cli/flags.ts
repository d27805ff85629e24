import type { Flag } from './command.ts'

const everywhere = 'Everywhere'

/** `--json`: every command that prints a result has it. */
export const jsonFlag: Flag = {
  name: 'json',
  type: 'boolean',
  group: everywhere,
  doc: 'Print the result as JSON, for other programs.',
}

/** `--quiet`: every command has it. */
export const quietFlag: Flag = {
  name: 'quiet',
  short: 'q',
  type: 'boolean',
  group: everywhere,
  doc: 'Print only what was asked for and errors: no notes, warnings, progress or summary.',
}

/** `--strict`: commands that report warnings have it. */
export const strictFlag: Flag = {
  name: 'strict',
  type: 'boolean',
  group: everywhere,
  doc: 'Treat warnings as a failure: everything is still done, but the exit code is 1.',
}

/** `--help`: added to every command by the parser. */
export const helpFlag: Flag = {
  name: 'help',
  short: 'h',
  type: 'boolean',
  group: everywhere,
  doc: 'Show this page.',
}
