import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { constants, deflateRawSync, gunzipSync, gzipSync, inflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Input } from '../src/core/contracts.ts'
import { AppError } from '../src/core/errors.ts'
import { readDocument } from '../src/files.ts'
import { formatToRead } from '../src/format-choice.ts'
import { inputFrom, inputsFrom } from '../src/input.ts'
import { archiveOf, type PackedFile } from './formats/made-archive.ts'
import { rowsXml, workbookFiles, zipped } from './formats/made-workbook.ts'
import { recorder } from './formats/memory-input.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zinpaar-packed-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function written(name: string, bytes: Uint8Array | string): string {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}
/** What comes out of a stream, and the error that ends it, if one does. */
async function drained(input: Input): Promise<{ readonly text: string; readonly error?: unknown }> {
  const parts: Uint8Array[] = []
  try {
    for await (const part of input.stream()) parts.push(part)
    return { text: Buffer.concat(parts).toString() }
  } catch (error) {
    return { text: Buffer.concat(parts).toString(), error }
  }
}
async function all(
  path: string,
): Promise<{ readonly names: readonly string[]; readonly texts: readonly string[]; readonly error?: unknown }> {
  const names: string[] = []
  const texts: string[] = []
  try {
    for await (const input of inputsFrom(path)) {
      names.push(input.name.slice(folder.length + 1))
      texts.push((await drained(input)).text)
    }
    return { names, texts }
  } catch (error) {
    return { names, texts, error }
  }
}
const tmx = (word: string): string =>
  `<?xml version="1.0"?>\n<tmx version="1.4"><header srclang="nl"/><body><tu><tuv xml:lang="nl"><seg>${word}</seg></tuv></tu></body></tmx>\n`
/** Text that packs badly, so that cutting it anywhere cuts something off. */
const noise = Array.from({ length: 4000 }, (_, i) => `${(i * 2_654_435_761) % 4_294_967_296} brug\n`).join('')

describe('packed files', () => {
  test('a gzip file is read as what it holds, under whatever name', async () => {
    for (const name of ['a.tmx.gz', 'a.tmx', 'a']) {
      const input = inputFrom(written(name, gzipSync(tmx('brug'))))
      expect([(await drained(input)).text, Buffer.from(await input.bytes()).toString()]).toEqual([
        tmx('brug'),
        tmx('brug'),
      ])
      expect((await formatToRead(input, ['readUnits']))?.name).toBe('tmx')
    }
    expect((await formatToRead(inputFrom(written('t.csv.gz', gzipSync('a,b'))), ['readUnits']))?.name).toBe('csv')
  })

  test('a gzip file of several members is read to its end, and from standard input too', async () => {
    const bytes = Buffer.concat([gzipSync('een '), gzipSync('twee')])
    expect(await drained(inputFrom(written('a.txt.gz', bytes)))).toEqual({ text: 'een twee' })
    const stdin = async function* (): AsyncIterable<Uint8Array> {
      for (const byte of bytes) yield Uint8Array.of(byte)
    }
    const input = inputFrom('-', stdin())
    expect([await drained(input), await drained(input)]).toEqual([{ text: 'een twee' }, { text: 'een twee' }])
  })

  test('a file alone in an archive is read as if it lay unpacked, and tells its format', async () => {
    const files = [
      { path: '__MACOSX/._memory.tmx', content: 'x' },
      { path: 'map/', content: '', isStored: true },
      { path: 'map/.hidden.tmx', content: 'x' },
      { path: 'map/readme.txt', content: 'lees mij' },
      { path: 'map/memory.tmx', content: tmx('brug') },
    ]
    for (const name of ['a.zip', 'a.tmx', 'a.tmx.zip']) {
      const input = inputFrom(written(name, archiveOf(files)))
      expect(await drained(input)).toEqual({ text: tmx('brug') })
      expect((await formatToRead(input, ['readUnits']))?.name).toBe('tmx')
      expect(await input.innerName?.()).toBe('map/memory.tmx')
    }
    const table = inputFrom(written('b.zip', archiveOf([{ path: 'tabel.csv', content: 'a,b' }])))
    expect((await formatToRead(table, ['readUnits']))?.name).toBe('csv')
    const text = inputFrom(written('c.zip', archiveOf([{ path: 'verhaal.txt', content: 'De brug is open.' }])))
    expect((await readDocument(text, { segmented: false }, recorder())).text).toBe('De brug is open.')
  })

  test('several files come one after another, in their order and by their names', async () => {
    const files: readonly PackedFile[] = [
      { path: 'z.tmx', content: tmx('een'), isStored: true },
      { path: 'map/a.tmx', content: tmx('twee'), hasDescriptor: true },
      { path: 'b.csv.gz', content: gzipSync('source,target'), isStored: true },
      { path: 'notes.doc', content: 'x' },
    ]
    const wanted = {
      names: ['m.zip/z.tmx', 'm.zip/map/a.tmx', 'm.zip/b.csv.gz'],
      texts: [tmx('een'), tmx('twee'), 'source,target'],
    }
    expect(await all(written('m.zip', archiveOf(files)))).toEqual(wanted)
    expect(await all(written('m.zip', archiveOf(files, true)))).toEqual(wanted)
    await expect(inputFrom(written('m.zip', archiveOf(files))).bytes()).rejects.toMatchObject({
      code: 'READ_BINARY',
      message: expect.stringContaining('z.tmx, map/a.tmx, b.csv.gz'),
    })
  })

  test('a plain file is one input, and so are a gzip file and an office document', async () => {
    expect(await all(written('a.tmx', tmx('brug')))).toEqual({ names: ['a.tmx'], texts: [tmx('brug')] })
    expect(await all(written('a.tmx.gz', gzipSync(tmx('brug'))))).toEqual({ names: ['a.tmx.gz'], texts: [tmx('brug')] })
    const workbook = zipped(workbookFiles({ sheets: { Blad1: rowsXml([['nl', 'zh']]) } }))
    const input = inputFrom(written('a.xls', workbook))
    expect(await input.bytes()).toEqual(workbook)
    expect((await formatToRead(input, ['readUnits']))?.name).toBe('xlsx')
  })

  test('a document of an office program is refused as before', async () => {
    for (const files of [
      { '[Content_Types].xml': 'x', 'word/document.xml': 'x' },
      { mimetype: 'x', 'META-INF/manifest.xml': 'x' },
    ])
      await expect(
        readDocument(inputFrom(written('a.docx', zipped(files))), { segmented: false }, recorder()),
      ).rejects.toMatchObject({ code: 'READ_BINARY', message: expect.stringContaining('office document') })
  })

  test.each([
    [
      'nothing that can be read',
      [
        { path: 'a.png', content: 'x' },
        { path: 'b.doc', content: 'y' },
      ],
      'READ_BINARY',
      'a.png, b.doc',
    ],
    ['nothing at all', [], 'READ_EMPTY', 'without any file'],
    ['a locked file', [{ path: 'a.tmx', content: tmx('x'), isEncrypted: true }], 'READ_NOT_READABLE', 'password'],
    ['an unknown method', [{ path: 'a.tmx', content: tmx('x'), method: 14 }], 'READ_NOT_READABLE', 'method 14'],
    ['a wrong check sum', [{ path: 'a.tmx', content: tmx('x'), checksum: 1 }], 'READ_MALFORMED', 'check sum'],
    ['a wrong size', [{ path: 'a.tmx', content: tmx('x'), size: 5 }], 'READ_MALFORMED', 'larger than'],
  ])('an archive with %s is refused by code', async (_, files, code, part) => {
    const input = inputFrom(written('a.zip', archiveOf(files)))
    await expect(input.bytes()).rejects.toMatchObject({ code, message: expect.stringContaining(part) })
  })

  test('names inside are labels: nothing is written or read by them', async () => {
    const files = ['../../out.tmx', '/etc/passwd.tmx', 'C:\\x.tmx', '\u001b[31mred.tmx'].map((path) => ({
      path,
      content: tmx(path.length.toString()),
    }))
    const { names } = await all(written('a.zip', archiveOf(files)))
    expect(names).toEqual(['a.zip/../../out.tmx', 'a.zip//etc/passwd.tmx', 'a.zip/C:/x.tmx', 'a.zip/\ufffd[31mred.tmx'])
    expect(readdirSync(folder)).toEqual(['a.zip'])
  })

  test('a gzip file that was cut off gives all that can be unpacked, then an error', async () => {
    const whole = gzipSync(noise)
    for (let cut = 0; cut < whole.length; cut += 997) {
      const bytes = whole.subarray(0, cut)
      const { text, error } = await drained(inputFrom(written('a.txt.gz', bytes)))
      const wanted = cut < 20 ? '' : gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH }).toString()
      if (cut > 3)
        expect([cut, text, error]).toEqual([cut, wanted, expect.objectContaining({ code: 'READ_MALFORMED' })])
    }
  })

  test('an archive that was cut off gives the files before the cut, and of the last what can be unpacked', async () => {
    for (const hasDescriptor of [false, true]) {
      const files = ['a', 'b', 'c'].map((path) => ({ path: `${path}.tmx`, content: noise + path, hasDescriptor }))
      const whole = archiveOf(files)
      const packed = deflateRawSync(`${noise}c`)
      const start = whole.lastIndexOf(packed.subarray(0, 64))
      const cut = whole.subarray(0, start + 20_000)
      const { names, texts, error } = await all(written('m.zip', cut))
      expect(names).toEqual(['m.zip/a.tmx', 'm.zip/b.tmx', 'm.zip/c.tmx'])
      const last = inflateRawSync(packed.subarray(0, 20_000), { finishFlush: constants.Z_SYNC_FLUSH }).toString()
      expect(texts).toEqual([`${noise}a`, `${noise}b`, last])
      expect(last.length).toBeGreaterThan(10_000)
      expect(error).toMatchObject({ code: 'READ_MALFORMED', message: expect.stringContaining('m.zip') })
    }
  })

  test('bombs are refused before they fill the memory', async () => {
    const megabyte = Buffer.alloc(2 ** 20)
    const zeros = gzipSync(Buffer.concat(Array.from({ length: 120 }, () => megabyte)), { level: 9 })
    // Two layers: what unpacks to a hundred megabytes does so to a hundred thousand in all.
    const layered = archiveOf([{ path: 'a.tmx.gz', content: zeros }])
    for (const [name, bytes] of [
      ['a.tmx.gz', zeros],
      ['a.zip', layered],
    ] as const) {
      const { error } = await drained(inputFrom(written(name, bytes)))
      expect([name, error]).toEqual([name, expect.objectContaining({ code: 'READ_TOO_LARGE' })])
    }
    const claim = archiveOf([{ path: 'a.tmx', content: 'x', size: 2 ** 31 }])
    await expect(inputFrom(written('b.zip', claim)).bytes()).rejects.toMatchObject({ code: 'READ_TOO_LARGE' })
  })

  test('damaged and random archives end with bytes or an AppError', async () => {
    const sound = [
      archiveOf([
        { path: 'a.tmx', content: tmx('een') },
        { path: 'b.tmx', content: tmx('twee'), hasDescriptor: true },
      ]),
      archiveOf([{ path: 'a.csv', content: 'nl,zh', isStored: true }], true),
      gzipSync(tmx('drie')),
    ]
    const change = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(255))
    const damaged = fc
      .tuple(
        fc.constantFrom(...sound),
        fc.array(change, { maxLength: 4 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.boolean(),
      )
      .map(([bytes, changes, cut, isCut]) => {
        const copy = Buffer.from(bytes)
        for (const [at, byte] of changes) copy[Math.floor(at * (copy.length - 1))] = byte
        return isCut ? copy.subarray(0, Math.ceil(cut * copy.length)) : copy
      })
    const random = fc
      .tuple(fc.constantFrom([0x50, 0x4b, 3, 4], [0x50, 0x4b, 5, 6], [0x1f, 0x8b, 8]), fc.uint8Array({ maxLength: 80 }))
      .map(([head, rest]) => Buffer.concat([Buffer.from(head), rest]))
    await fc.assert(
      fc.asyncProperty(fc.oneof(damaged, random), async (bytes) => {
        const path = written('a.zip', bytes)
        for (const error of [(await all(path)).error, (await drained(inputFrom(path))).error])
          if (error !== undefined) expect(error).toBeInstanceOf(AppError)
      }),
      { numRuns: 200, seed: 3 },
    )
  })
})
