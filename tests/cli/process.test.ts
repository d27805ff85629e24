import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { version } from '../../src/version.ts'

const main = join(inject('builtProgram'), 'cli/main.js')

let place = ''
beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'zinpaar-process-'))
})
afterAll(() => rmSync(place, { recursive: true }))

interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}
/** Starts the program as a shell would; `meddle` gets the running process. */
function start(
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
  meddle: (child: ReturnType<typeof spawn>) => void = (child) => child.stdin?.end(),
): Promise<Ended> {
  return new Promise((resolve) => {
    const { NO_COLOR, FORCE_COLOR, ...clean } = process.env
    const child = spawn(process.execPath, [main, ...words], {
      cwd: place,
      env: { ...clean, ...env },
    })
    let stdout = ''
    let stderr = ''
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString()
    })
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString()
    })
    child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr }))
    meddle(child)
  })
}

describe.concurrent('the program', () => {
  test('prints its version', async () => {
    expect(await start(['--version'])).toEqual({ code: 0, signal: null, stdout: `${version}\n`, stderr: '' })
  })
  test('keeps colours to terminals, unless told otherwise', async () => {
    const [plain, forced, both] = await Promise.all([
      start(['list', 'scorers']),
      start(['list', 'scorers'], { FORCE_COLOR: '1' }),
      start(['list', 'scorers'], { FORCE_COLOR: '1', NO_COLOR: '1' }),
    ])
    expect(plain.stdout).not.toContain('\u001b')
    expect(forced.stdout).toContain('\u001b[1m')
    expect(both.stdout).toBe(plain.stdout)
  })
  test('ends well when its reader has seen enough', async () => {
    const ended = await start(['list', 'errors'], {}, (child) => child.stdout?.destroy())
    expect([ended.code, ended.stderr]).toEqual([0, ''])
  })
  test('shows a failure as a block, and the trace only on request', async () => {
    const [plain, debug] = await Promise.all([
      start(['entities', 'none.txt']),
      start(['entities', 'none.txt'], { ZINPAAR_DEBUG: '1' }),
    ])
    expect(plain).toMatchObject({
      code: 2,
      stdout: '',
      stderr: 'zinpaar: there is no file none.txt\nNext: Check the path.\n(READ_NOT_FOUND)\n',
    })
    expect(debug.stderr).toMatch(/\n\s+at /)
  })
  test('ends although standard input stays open', async () => {
    const junk = (child: ReturnType<typeof spawn>): void => void child.stdin?.write('no format\n'.repeat(1000))
    const ended = await start(['convert', '-', 'x.csv'], {}, junk)
    expect([ended.code, ended.stderr]).toEqual([2, expect.stringContaining('(FORMAT_CANNOT_READ)')])
  })
  test.skipIf(process.platform === 'win32')('leaves nothing half-written when it is interrupted', async () => {
    writeFileSync(join(place, 'old.tsv'), 'old')
    const head = '<tmx version="1.4"><header srclang="nl"/><body>'
    const unit = '<tu><tuv xml:lang="nl"><seg>een</seg></tuv><tuv xml:lang="en"><seg>one</seg></tuv></tu>\n'
    const words = ['convert', '-', 'old.tsv', '--from', 'tmx', '--source-lang', 'nl', '--target-lang', 'en']
    const ended = await start(words, {}, (child) => {
      child.stdin?.write(head + unit.repeat(2000))
      const watch = setInterval(() => {
        if (!readdirSync(place).some((name) => name.endsWith('.part'))) return
        clearInterval(watch)
        child.kill('SIGINT')
      }, 20)
    })
    expect([ended.code, ended.stdout]).toEqual([130, ''])
    expect(readdirSync(place).sort()).toEqual(['old.tsv'])
  })
})
