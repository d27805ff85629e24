import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Input } from '../src/core/contracts.ts'
import { inputFrom, inputOf } from '../src/input.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zinpaar-read-'))
})
afterEach(() => rmSync(folder, { recursive: true }))
const at = (name: string): string => join(folder, name)

async function* stdinOf(...parts: readonly string[]): AsyncIterable<Uint8Array> {
  for (const part of parts) yield new TextEncoder().encode(part)
}
async function streamed(input: Input): Promise<string> {
  const parts: Uint8Array[] = []
  for await (const part of input.stream()) parts.push(part)
  return Buffer.concat(parts).toString()
}
const text = async (input: Input): Promise<string> => Buffer.from(await input.bytes()).toString()

describe('inputs', () => {
  test('a file can be read as bytes and as a stream, any number of times', async () => {
    writeFileSync(at('a.txt'), 'een 二')
    const input = inputFrom(at('a.txt'), stdinOf())
    expect([await text(input), await streamed(input), await text(input)]).toEqual(['een 二', 'een 二', 'een 二'])
    expect(input.name).toBe(at('a.txt'))
  })
  test('standard input can be looked at and then read whole', async () => {
    const input = inputFrom('-', stdinOf('een ', 'twee ', 'drie'))
    for await (const head of input.stream()) {
      expect(Buffer.from(head).toString()).toBe('een ')
      break
    }
    expect([await streamed(input), await text(input), input.name]).toEqual(['een twee drie', 'een twee drie', 'stdin'])
  })
  test.skipIf(process.platform === 'win32')('a named pipe is read once and kept', async () => {
    execFileSync('mkfifo', [at('pipe')])
    const writer = spawn('sh', ['-c', `printf 'een twee' > '${at('pipe')}'`])
    const input = inputFrom(at('pipe'), stdinOf())
    expect([await streamed(input), await text(input)]).toEqual(['een twee', 'een twee'])
    writer.kill()
  })
  test('bytes held by a program are an input too', async () => {
    expect([await text(inputOf('x', 'één')), await streamed(inputOf('x', new Uint8Array([65])))]).toEqual(['één', 'A'])
  })
  test.each([
    ['a file that is not there', 'none.txt', 'READ_NOT_FOUND'],
    ['a folder', '.', 'READ_FOLDER'],
    ['a file inside a file', 'a.txt/b.txt', 'READ_NOT_FOUND'],
    ['a name with a zero byte', 'a\0b', 'READ_NOT_FOUND'],
    ['a name that is too long', 'x'.repeat(5000), 'READ_NOT_FOUND'],
  ])('%s fails by code, for bytes and for streams', async (_, name, code) => {
    writeFileSync(at('a.txt'), '')
    const input = inputFrom(at(name), stdinOf())
    await expect(input.bytes()).rejects.toMatchObject({ code })
    await expect(streamed(input)).rejects.toMatchObject({ code })
  })
  test('an address and an empty name are told apart from a missing file', async () => {
    await expect(inputFrom('https://example.org/a', stdinOf()).bytes()).rejects.toMatchObject({
      hint: expect.stringContaining('save the page'),
    })
    await expect(inputFrom('', stdinOf()).bytes()).rejects.toThrow('there is no file with an empty name')
  })
  test('a failing standard input passes its error on', async () => {
    async function* broken(): AsyncIterable<Uint8Array> {
      yield new Uint8Array([65])
      throw Object.assign(new Error('read'), { code: 'EIO' })
    }
    await expect(inputFrom('-', broken()).bytes()).rejects.toMatchObject({ code: 'READ_NOT_READABLE' })
  })
})
