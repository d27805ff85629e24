#!/usr/bin/env node
import { version } from '../version.ts'
import type { Io } from './command.ts'
import { commands } from './commands/index.ts'
import { isClosedPipe, runCommandLine } from './run.ts'

/** Exit code of a fault that no command could catch. */
const faultCode = 2

function processIo(): Io {
  const { env, stdout, stderr, stdin } = process
  return {
    stdin,
    out: (text) =>
      new Promise((resolve, reject) => {
        stdout.write(text, (error) => (error ? reject(error) : resolve()))
      }),
    err: (text) => void stderr.write(text),
    hasColour: wantsColour(env, stdout.isTTY === true),
    ...(stdout.isTTY === true ? { columns: stdout.columns } : {}),
    ...(stderr.isTTY === true ? { terminal: stderr } : {}),
    isDebug: isSet(env.ZINPAAR_DEBUG),
    now: () => new Date(),
  }
}

/** NO_COLOR wins, then FORCE_COLOR; otherwise a terminal that is not `dumb` has colour. */
function wantsColour(env: NodeJS.ProcessEnv, isTerminal: boolean): boolean {
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return false
  return isSet(env.FORCE_COLOR) || (isTerminal && env.TERM !== 'dumb')
}

const isSet = (value: string | undefined): boolean => value !== undefined && value !== '' && value !== '0'

async function main(words: readonly string[]): Promise<void> {
  if (words.length === 1 && (words[0] === '--version' || words[0] === '-V')) {
    process.stdout.write(`${version}\n`)
    return
  }
  process.stdout.on('error', (error) => process.exit(isClosedPipe(error) ? 0 : faultCode))
  process.exitCode = await runCommandLine(words, commands, processIo())
}

await main(process.argv.slice(2))
