import { describe, expect, test } from 'vitest'
import type { Command, CommandRow, Io } from '../../src/cli/command.ts'
import { runCommandLine } from '../../src/cli/run.ts'
import { failureOf } from '../../src/failure.ts'
import { AppError } from '../../src/index.ts'

async function outcomeOf(
  run: Command['run'],
  isDebug = false,
): Promise<{ readonly code: number; readonly stderr: string }> {
  let stderr = ''
  const io: Io = {
    stdin: (async function* () {})(),
    out: async () => undefined,
    err: (text) => {
      stderr += text
    },
    hasColour: false,
    isDebug,
    now: () => new Date(0),
  }
  const command: Command = { name: 'try', about: 'Tries.', arguments: [], flags: [], examples: [], run }
  const rows: readonly CommandRow[] = [{ name: 'try', summary: 'Tries.', load: async () => command }]
  return { code: await runCommandLine(['try'], rows, io), stderr }
}
const failing =
  (error: unknown): Command['run'] =>
  () =>
    Promise.reject(error)

describe('what becomes of a failure', () => {
  test('a command gives its own exit code', async () => {
    expect(await outcomeOf(async () => 1)).toEqual({ code: 1, stderr: '' })
  })
  test('an expected failure is a block of message, next step and code', async () => {
    expect(await outcomeOf(failing(new AppError('READ_EMPTY', 'a.txt is empty')))).toEqual({
      code: 2,
      stderr: 'zinpaar: a.txt is empty\nNext: Check that it is the right file.\n(READ_EMPTY)\n',
    })
  })
  test('an unexpected one is a sentence with the code INTERNAL, without a trace', async () => {
    const { code, stderr } = await outcomeOf(failing(new TypeError('x is not a function\nmore')))
    expect(code).toBe(2)
    expect(stderr).toMatch(
      /^zinpaar: something went wrong inside the program: x is not a function\nNext: .*\n\(INTERNAL\)\n$/,
    )
  })
  test('the trace is shown on request', async () => {
    expect((await outcomeOf(failing(new TypeError('x')), true)).stderr).toMatch(/\(INTERNAL\)\n\nTypeError: x\n\s+at /)
  })
  test('things that are no errors are put into words, too', async () => {
    expect((await outcomeOf(failing('just a text'))).stderr).toContain('just a text')
    expect((await outcomeOf(failing(undefined))).stderr).toContain('undefined')
  })
  test('an error of the system without a hint is not shown raw', async () => {
    expect(failureOf(Object.assign(new Error('EMFILE: too many open files'), { code: 'EMFILE' })).code).toBe('INTERNAL')
  })
  test('a closed pipe is a success', async () => {
    expect(await outcomeOf(failing(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' })))).toEqual({
      code: 0,
      stderr: '',
    })
  })
})
