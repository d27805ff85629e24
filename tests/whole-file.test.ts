import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { isOwnPart, writeWhole } from '../src/whole-file.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zinpaar-write-'))
})
afterEach(() => rmSync(folder, { recursive: true }))
const at = (name: string): string => join(folder, name)

async function* failing(): AsyncIterable<string> {
  yield 'half'
  throw new Error('no more')
}

describe('writing a file whole', () => {
  test('all chunks arrive in order and nothing else is left in the folder', async () => {
    const chunks = Array.from({ length: 5000 }, (_, i) => `line ${i} 句子\n`)
    await writeWhole(at('out.txt'), chunks)
    expect(readFileSync(at('out.txt'), 'utf8')).toBe(chunks.join(''))
    expect(readdirSync(folder)).toEqual(['out.txt'])
  })
  test('an output without chunks is an empty file', async () => {
    await writeWhole(at('out.txt'), [])
    expect(readFileSync(at('out.txt'), 'utf8')).toBe('')
  })
  test('a failure halfway keeps the old file and leaves no other', async () => {
    writeFileSync(at('out.txt'), 'old')
    await expect(writeWhole(at('out.txt'), failing())).rejects.toThrow('no more')
    expect(readFileSync(at('out.txt'), 'utf8')).toBe('old')
    expect(readdirSync(folder)).toEqual(['out.txt'])
  })
  test('a failure halfway makes no new file', async () => {
    await expect(writeWhole(at('new.txt'), failing())).rejects.toThrow('no more')
    expect(readdirSync(folder)).toEqual([])
  })
  test('a longer old file is replaced, and its mode kept', async () => {
    writeFileSync(at('out.txt'), 'a much longer text')
    chmodSync(at('out.txt'), 0o640)
    await writeWhole(at('out.txt'), ['new'])
    expect(readFileSync(at('out.txt'), 'utf8')).toBe('new')
    expect(statSync(at('out.txt')).mode & 0o777).toBe(0o640)
  })
  test('a symbolic link stays, its target is replaced', async () => {
    writeFileSync(at('real.txt'), 'old')
    symlinkSync('real.txt', at('link.txt'))
    await writeWhole(at('link.txt'), ['new'])
    expect(lstatSync(at('link.txt')).isSymbolicLink()).toBe(true)
    expect(readFileSync(at('real.txt'), 'utf8')).toBe('new')
  })
  test('a link to a file that does not exist yet makes that file', async () => {
    symlinkSync('real.txt', at('link.txt'))
    await writeWhole(at('link.txt'), ['new'])
    expect(readFileSync(at('real.txt'), 'utf8')).toBe('new')
  })
  test('a name as long as the system allows can be written', async () => {
    const name = `${'句'.repeat(83)}.txt`
    await writeWhole(at(name), ['new'])
    expect(existsSync(at(name))).toBe(true)
  })
  test.each([
    ['a folder', '.', 'it is a folder'],
    ['a folder that does not exist', 'none/out.txt', 'there is no such folder'],
    ['a folder that is a file', 'file/out.txt', 'there is no such folder'],
    ['a link in a circle', 'circle', 'its links lead in a circle'],
  ])('%s is refused with the reason', async (_, name, reason) => {
    writeFileSync(at('file'), '')
    symlinkSync('circle', at('circle'))
    await expect(writeWhole(at(name), ['new'])).rejects.toMatchObject({
      code: 'WRITE_FAILED',
      message: expect.stringContaining(reason),
    })
  })
  test.runIf(existsSync('/dev/full'))('a full device is an error, not a silent loss', async () => {
    await expect(writeWhole('/dev/full', ['new'])).rejects.toMatchObject({
      code: 'WRITE_FAILED',
      message: '/dev/full could not be written: there is no room left',
    })
  })
  test.runIf(existsSync('/dev/null'))('a device is written, not replaced', async () => {
    await writeWhole('/dev/null', ['new'])
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true)
  })
  test.runIf(existsSync('/dev/shm'))('a file in shared memory is replaced, and never written on', async () => {
    const place = mkdtempSync('/dev/shm/zinpaar-write-')
    try {
      await writeWhole(join(place, 'out.txt'), ['a longer old text'])
      await writeWhole(join(place, 'out.txt'), ['new'])
      expect(readFileSync(join(place, 'out.txt'), 'utf8')).toBe('new')
    } finally {
      rmSync(place, { recursive: true })
    }
  })
  test('only unfinished files of this process are its own', () => {
    expect(isOwnPart(`.zinpaar-0123456789abcdef-${process.pid}-3.part`)).toBe(true)
    expect(isOwnPart(`.zinpaar-0123456789abcdef-${process.pid + 1}-3.part`)).toBe(false)
    expect(isOwnPart('out.txt')).toBe(false)
  })
})
