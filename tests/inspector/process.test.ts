import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { writeNative } from '../../src/formats/native/write.ts'
import type { Sheet } from '../../src/inspector/protocol.ts'
import { openRanges } from '../../src/inspector/sheet-coding.ts'
import { accept, clientOf, note, talk, undo } from './served-alignment.ts'

const built = inject('builtProgram')
const main = join(built, 'cli/main.js')
const client = join(built, 'inspector/client')
const hadClient = existsSync(client)

let place = ''
beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'zinpaar-inspect-'))
  if (hadClient) return
  mkdirSync(client, { recursive: true })
  writeFileSync(join(client, 'index.html'), '<!doctype html><title>made</title>')
})
afterAll(() => {
  rmSync(place, { recursive: true })
  if (!hadClient) rmSync(client, { recursive: true })
})

interface Running {
  readonly child: ChildProcess
  readonly address: string
  readonly stderr: () => string
  readonly ended: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>
}

/** Starts the program; resolves when it has printed its address, or has ended. */
async function start(...words: readonly string[]): Promise<Running> {
  const child = spawn(process.execPath, [main, 'inspect', ...words, '--no-open'], { cwd: place })
  let [stdout, stderr] = ['', '']
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString()
  })
  const ended = new Promise<Awaited<Running['ended']>>((resolve) => {
    child.on('close', (code, signal) => resolve({ code, signal }))
  })
  await Promise.race([
    ended,
    new Promise<void>((resolve) => {
      child.stdout.on('data', (chunk: Buffer) => {
        stdout += chunk.toString()
        if (stdout.includes('\n')) resolve()
      })
    }),
  ])
  return { child, address: stdout.trim(), stderr: () => stderr, ended }
}

const newAlignment = (name: string): string => {
  writeFileSync(join(place, name), [...writeNative(talk())].join(''))
  return name
}

describe('the program', () => {
  test('loses nothing acknowledged when it is killed, and a broken last line is dropped', async () => {
    const name = newAlignment('killed.json')
    const first = await start(name)
    const page = clientOf(first.address)
    for (const [k, record] of [accept('0-1:0-1'), note('1-2:1-2', 'tien?'), undo].entries())
      expect((await page.edit(k, record)).status).toBe(200)
    first.child.kill('SIGKILL')
    expect((await first.ended).signal).toBe('SIGKILL')
    const file = join(place, 'killed.edits.json')
    writeFileSync(file, readFileSync(file, 'utf8').replace('\n]}', ',\n{"edit":"acc'))
    const second = await start(name)
    const { records } = await clientOf(second.address).json<Sheet>('api/sheet')
    expect(records).toEqual([accept('0-1:0-1'), note('1-2:1-2', 'tien?'), undo])
    expect(second.stderr()).toContain('EDITS_CUT_OFF')
    expect((await clientOf(second.address).edit(3, accept('2-3:2-3'))).status).toBe(200)
    expect(JSON.parse(readFileSync(file, 'utf8')).edits).toHaveLength(4)
    second.child.kill('SIGTERM')
    expect(await second.ended).toEqual({ code: 0, signal: null })
  })

  test('ends well at Ctrl-C, also while windows listen', async () => {
    const running = await start(newAlignment('ended.json'))
    const news = await clientOf(running.address).get('api/news')
    expect(news.status).toBe(200)
    running.child.kill('SIGINT')
    expect(await running.ended).toEqual({ code: 0, signal: null })
    expect(running.stderr()).toBe('Edits are kept in ended.edits.json. Ctrl-C ends.\n')
    await news.text().catch(() => undefined)
  })

  test('two of them on one alignment agree', async () => {
    const name = newAlignment('shared.json')
    const [one, two] = await Promise.all([start(name), start(name)])
    const [here, there] = [clientOf(one.address), clientOf(two.address)]
    const news = await there.get('api/news?revision=0')
    expect((await here.edit(0, accept('0-1:0-1'))).status).toBe(200)
    const reader = news.body?.getReader()
    let told = ''
    while (!told.includes('"accept"')) told += Buffer.from((await reader?.read())?.value ?? []).toString()
    await reader?.cancel()
    expect((await there.edit(0, accept('1-2:1-2'))).status).toBe(409)
    expect((await there.edit(1, accept('1-2:1-2'))).status).toBe(200)
    expect((await here.edit(1, undo)).status).toBe(409)
    for (const { child } of [one, two]) child.kill('SIGTERM')
    await Promise.all([one.ended, two.ended])
  })

  test('aligns two texts first, goes on with what it made, and leaves other files alone', async () => {
    const { source, target } = talk()
    writeFileSync(join(place, 'brief.nl.txt'), source.text)
    writeFileSync(join(place, 'brief.en.txt'), target.text)
    writeFileSync(join(place, 'brief.json'), '{"mine":true}')
    const first = await start('brief.nl.txt', 'brief.en.txt')
    expect(first.stderr()).toContain('aligned brief.nl.txt and brief.en.txt: kept in brief-2.json\n')
    const { beads } = await clientOf(first.address).json<Sheet>('api/sheet')
    const [from, to] = openRanges(beads.source)
    const id = `${from}-${to}:${openRanges(beads.target).slice(0, 2).join('-')}`
    expect((await clientOf(first.address).edit(0, accept(id))).status).toBe(200)
    first.child.kill('SIGINT')
    await first.ended
    const second = await start('brief.nl.txt', 'brief.en.txt')
    expect(second.stderr()).toContain('brief-2.json holds these two texts already: going on with it\n')
    expect((await clientOf(second.address).json<Sheet>('api/sheet')).records).toEqual([accept(id)])
    second.child.kill('SIGINT')
    await second.ended
    expect(readFileSync(join(place, 'brief.json'), 'utf8')).toBe('{"mine":true}')
    expect(
      readdirSync(place)
        .filter((name) => name.startsWith('brief'))
        .sort(),
    ).toEqual(['brief-2.edits.json', 'brief-2.json', 'brief.en.txt', 'brief.json', 'brief.nl.txt'])
  })

  test('says so when its port is in use', async () => {
    const server = await new Promise<Server>((resolve) => {
      const made = createServer().listen(0, '127.0.0.1', () => resolve(made))
    })
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : 0
    const { ended, stderr } = await start(newAlignment('port.json'), '--port', String(port))
    expect((await ended).code).toBe(2)
    expect(stderr()).toBe(
      `zinpaar: port ${port} is in use\nNext: Give another number with --port, or leave it out to have a free one chosen.\n(SERVE_FAILED)\n`,
    )
    server.close()
  })
})
