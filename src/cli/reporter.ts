import type { Context, Diagnostic } from '../index.ts'
import type { Io } from './command.ts'
import { createProgress } from './progress.ts'

/** Where the stages of a command report to, and what became of it. */
export interface Reporter {
  readonly context: Context
  /** Everything that was reported, in order. */
  readonly diagnostics: readonly Diagnostic[]
  hasWarnings(): boolean
  /** Takes the progress bar away for a line of output; it comes back with the next step. */
  clear(): void
  /** Takes the progress bar away for good and says how many repeated messages were held back. */
  finish(): void
}

/** How much is printed. */
export interface ReporterOptions {
  readonly isQuiet: boolean
  /** Warnings are shown even when quiet: they decide over the exit code. */
  readonly isStrict: boolean
}

/** A message of one kind is printed this many times; a memory with a thousand odd units does not fill the screen. */
const mostAlike = 5

/** Prints diagnostics to standard error as they come, and long work as a progress bar. */
export function createReporter(io: Io, { isQuiet, isStrict }: ReporterOptions): Reporter {
  const diagnostics: Diagnostic[] = []
  const counts = new Map<string, number>()
  const progress = createProgress(isQuiet ? undefined : io.terminal, () => io.now().getTime())
  const isShown = ({ level }: Diagnostic): boolean => level === 'error' || !isQuiet || (isStrict && level === 'warning')
  const context: Context = {
    report(diagnostic) {
      diagnostics.push(diagnostic)
      if (!isShown(diagnostic)) return
      const count = (counts.get(diagnostic.code) ?? 0) + 1
      counts.set(diagnostic.code, count)
      if (count > mostAlike) return
      progress.clear()
      io.err(diagnosticText(diagnostic))
    },
    progress: (what, done, total) => progress.show(what, done, total),
  }
  return {
    context,
    diagnostics,
    hasWarnings: () => diagnostics.some((diagnostic) => diagnostic.level !== 'info'),
    clear: () => progress.clear(),
    finish() {
      progress.clear()
      for (const [code, count] of counts) if (count > mostAlike) io.err(`… and ${count - mostAlike} more of ${code}\n`)
      counts.clear()
    },
  }
}

const levels: Readonly<Record<Diagnostic['level'], string>> = { info: 'note', warning: 'warning', error: 'error' }

/** `warning: what is the matter (CODE)`, and below it where, and what to do. */
export function diagnosticText(diagnostic: Diagnostic): string {
  const { document, place, message, code, hint } = diagnostic
  // Most messages name their file themselves.
  const file = document === undefined || message.includes(document) ? [] : [document]
  const where = [...file, ...(place === undefined ? [] : [`line ${place.line}, column ${place.column}`])].join(', ')
  const lines = [`${levels[diagnostic.level]}: ${message.replace(/\.$/u, '')} (${code})`]
  if (where !== '') lines.push(`  in ${where}`)
  if (hint !== undefined) lines.push(`  ${hint}`)
  return `${lines.join('\n')}\n`
}
