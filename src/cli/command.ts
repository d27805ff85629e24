import type { Stock } from '../stock.ts'

/** 0 done, 1 done but a gate was not met, 2 could not do it. */
export type ExitCode = 0 | 1 | 2

/** One row of the table of commands; the command itself is loaded when it is asked for. */
export interface CommandRow {
  readonly name: string
  /** One line for the list of commands. */
  readonly summary: string
  load(): Promise<Command>
}

/** A command that is a family of commands: the next word says which (`zinpaar memory search`). */
export interface CommandGroup {
  readonly name: string
  /** One line for the list of commands. */
  readonly summary: string
  /** One paragraph for somebody who has never used a command line. */
  readonly about: string
  /** Their names are single words; the commands themselves are called `memory search`. */
  readonly actions: readonly CommandRow[]
}

/** What the table of commands holds. */
export type CommandEntry = CommandRow | CommandGroup

/** A command as data, from which the parser, the help and the tests are made, and the one function that runs it. */
export interface Command {
  /** As it is typed after `zinpaar`: `align`, `memory search`. */
  readonly name: string
  /** One paragraph for somebody who has never used a command line. */
  readonly about: string
  readonly arguments: readonly Argument[]
  readonly flags: readonly Flag[]
  /** The commonest use first. */
  readonly examples: readonly Example[]
  run(args: Args, io: Io): Promise<ExitCode>
}

/** A word after the name of a command that is no flag: nearly always a file. */
export interface Argument {
  readonly name: string
  readonly isRequired: boolean
  /** Any number of words; the last argument alone can be one. */
  readonly isRepeatable?: boolean
  readonly doc: string
}

/** `boolean` takes no value; a `list` is written with commas; a repeatable flag may be given again and again. */
export interface Flag {
  /** Without dashes, as it is typed: `source-lang`. */
  readonly name: string
  readonly short?: string
  readonly type: 'boolean' | 'string' | 'number' | 'list'
  /** What stands for the value in the help: `FILE`. */
  readonly value?: string
  /** The value when the flag is not given, in the words in which it is typed. */
  readonly default?: string
  readonly choices?: readonly string[]
  readonly isRepeatable?: boolean
  /** Smallest and largest number allowed. */
  readonly range?: readonly [number, number]
  /** The value may be left out: which words count as one, and what is taken when there is none. */
  readonly optional?: { readonly pattern: RegExp; readonly preset: string }
  /** Heading in the help. */
  readonly group: string
  readonly doc: string
}

/** A use of a command, as the help shows it. */
export interface Example {
  readonly does: string
  /** The whole line as it is typed. */
  readonly line: string
}

/** What was typed, checked against the records: every value is of the type and among the choices that its flag allows. */
export interface Args {
  readonly positionals: readonly string[]
  /** True when a flag without a value was given. */
  has(name: string): boolean
  /** The value of a flag, or its default. */
  text(name: string): string | undefined
  number(name: string): number | undefined
  /** Values of a repeatable flag or items of a list. */
  list(name: string): readonly string[]
}

/** The world outside, so that a command can run inside a test. */
export interface Io {
  readonly stdin: AsyncIterable<Uint8Array>
  /** Results. */
  out(text: string): Promise<void>
  /** Everything else. */
  err(text: string): void
  /** Colour on standard output. */
  readonly hasColour: boolean
  /** Width of the terminal; absent when standard output is none. */
  readonly columns?: number
  /** The terminal for a progress bar; absent when standard error is none. */
  readonly terminal?: NodeJS.WriteStream
  /** Folder of what the user gave the tool for good; absent: there is none, and nothing of the kind is used. */
  readonly dataFolder?: string
  /** Packs and lexicons that are loaded already; absent: each command loads its own. */
  readonly stock?: Stock
  /** Traces of unexpected errors are shown. */
  readonly isDebug: boolean
  now(): Date
}
