#!/usr/bin/env node
import { dataFolder } from '../data-folder.ts'
import { failureOf } from '../failure.ts'
import { version } from '../version.ts'
import type { Io } from './command.ts'
import { commands } from './commands/index.ts'
import { failureText } from './failure-text.ts'
import { isClosedPipe, runCommandLine } from './run.ts'

const { env, stdout, stderr } = process
const isSet = (value: string | undefined): boolean => value !== undefined && value !== '' && value !== '0'

function processIo(): Io {
  const folder = dataFolder(env, process.platform)
  return {
    get stdin() {
      return process.stdin
    },
    out: (text) =>
      new Promise((resolve, reject) => {
        stdout.write(text, (error) => (error ? reject(error) : resolve()))
      }),
    err: (text) => void stderr.write(text),
    hasColour: wantsColour(stdout.isTTY === true),
    ...(stdout.isTTY === true ? { columns: stdout.columns } : {}),
    ...(stderr.isTTY === true ? { terminal: stderr } : {}),
    ...(folder === undefined ? {} : { dataFolder: folder }),
    isDebug: isSet(env.ZINPAAR_DEBUG),
    now: () => new Date(),
  }
}

/** NO_COLOR wins, then FORCE_COLOR; otherwise a terminal that is not `dumb` has colour. */
function wantsColour(isTerminal: boolean): boolean {
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return false
  return isSet(env.FORCE_COLOR) || (isTerminal && env.TERM !== 'dumb')
}

async function main(words: readonly string[]): Promise<void> {
  const io = processIo()
  stdout.on('error', (error) => process.exit(isClosedPipe(error) ? 0 : 2))
  stderr.on('error', () => undefined)
  process.on('uncaughtException', (error) => {
    io.err(failureText(failureOf(error), io.isDebug))
    process.exit(2)
  })
  process.exitCode = await runCommandLine(words, commands, io)
  // A program at the other end that still holds standard input open must not keep this one alive.
  process.stdin.destroy()
}

const words = process.argv.slice(2)
if (words[0] === '--version' || words[0] === '-V') stdout.write(`${version}\n`)
else await main(words)
