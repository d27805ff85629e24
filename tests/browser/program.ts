import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

export const root = fileURLToPath(new URL('../..', import.meta.url))
const main = join(root, 'dist/cli/main.js')
const env = { ...process.env, ZINPAAR_DATA: '/nonexistent/zinpaar', NO_COLOR: '1' }

/** Runs the built program to its end; gives what it printed. Fails when the program does. */
export async function runZinpaar(words: readonly string[], folder: string): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [main, ...words], { cwd: folder, env })
  return stdout
}

/** A page that the program serves. */
export interface Served {
  readonly address: string
  /** Ends the program as Ctrl-C does, or at once. */
  stop(signal?: 'SIGINT' | 'SIGKILL'): Promise<void>
}

/** Starts `zinpaar inspect`, or another command that serves a page, and waits for its address. */
export async function serve(
  words: readonly string[],
  folder: string,
  command: readonly string[] = ['inspect'],
): Promise<Served> {
  const child = spawn(process.execPath, [main, ...command, ...words, '--no-open'], { cwd: folder, env })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  return {
    address: await addressOf(child),
    stop: async (signal = 'SIGINT') => {
      child.kill(signal)
      await ended
    },
  }
}

function addressOf(child: ChildProcess): Promise<string> {
  let out = ''
  let err = ''
  return new Promise((resolve, reject) => {
    child.stderr?.on('data', (piece) => {
      err += piece
    })
    child.stdout?.on('data', (piece) => {
      out += piece
      if (out.includes('\n')) resolve(out.trim())
    })
    child.once('exit', () => reject(new Error(err)))
  })
}
