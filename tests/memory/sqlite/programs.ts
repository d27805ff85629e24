import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const script = fileURLToPath(new URL('child.ts', import.meta.url))

/** What a program printed, and how it ended. */
export interface Ended {
  readonly lines: readonly string[]
  /** Its exit code; null when it was killed. */
  readonly code: number | null
}

/** Runs `child.ts`; `onLine` sees each line as it comes. */
export function runProgram(
  task: string,
  path: string,
  argument = '',
  onLine: (line: string, program: ChildProcess) => void = () => undefined,
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const program = spawn(process.execPath, ['--import', 'tsx', script, task, path, argument], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  })
  const lines: string[] = []
  createInterface({ input: program.stdout }).on('line', (line) => {
    lines.push(line)
    onLine(line, program)
  })
  return new Promise((resolve, reject) => {
    program.on('error', reject)
    program.on('close', (code) => resolve({ lines, code }))
  })
}
