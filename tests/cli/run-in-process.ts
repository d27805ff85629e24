import type { Io } from '../../src/cli/command.ts'
import { commands } from '../../src/cli/commands/index.ts'
import { runCommandLine } from '../../src/cli/run.ts'
import { sharedStock } from '../shared-stock.ts'

/** What a command did. */
export interface Outcome {
  readonly stdout: string
  readonly stderr: string
  readonly exitCode: number
}

/** Runs the command line in this process, away from any terminal and at a fixed time. */
export async function runInProcess(
  words: readonly string[],
  stdin: string | Uint8Array = '',
  io: Partial<Io> = {},
): Promise<Outcome> {
  let stdout = ''
  let stderr = ''
  const exitCode = await runCommandLine(words, commands, {
    stdin: (async function* () {
      if (stdin.length > 0) yield typeof stdin === 'string' ? Buffer.from(stdin) : stdin
    })(),
    out: async (text) => {
      stdout += text
    },
    err: (text) => {
      stderr += text
    },
    hasColour: false,
    isDebug: false,
    stock: sharedStock,
    now: () => new Date('2026-01-31T10:00:00Z'),
    ...io,
  })
  return { stdout, stderr, exitCode }
}
