import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { AppError } from '../../src/core/errors.ts'
import { baseLanguage } from '../../src/core/tags.ts'
import type { Diagnostic } from '../../src/core/types.ts'
import type { ConceptTable } from '../../src/lexicon/concepts.ts'
import { readers } from '../../src/lexicon/read/index.ts'
import { type LexiconReading, readLexicon } from '../../src/lexicon-reading.ts'
import { type Sample, samples } from '../lexicon/reader-samples.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zinpaar-readers-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

interface Outcome {
  readonly reading?: LexiconReading
  readonly failure?: AppError
  readonly reports: readonly Diagnostic[]
}

async function read(files: Sample['files'], languages: readonly string[] = []): Promise<Outcome> {
  for (const [name, content] of files) writeFileSync(join(folder, name), content)
  const reports: Diagnostic[] = []
  try {
    const path = join(folder, files[0]?.[0] ?? '')
    return { reading: await readLexicon(path, languages, { report: (one) => void reports.push(one) }), reports }
  } catch (error) {
    if (error instanceof AppError) return { failure: error, reports }
    throw error
  }
}

/** `nl: kade, kaai | zh: 码头`, columns of one base language together, the later ones first as simplified before traditional. */
function rowTexts(table: ConceptTable): readonly string[] {
  return table.rows.map((row) => {
    const cells = new Map<string, string[]>()
    row.forEach((forms, c) => {
      const language = baseLanguage(table.languages[c] ?? '')
      if (language !== '') cells.set(language, [...forms, ...(cells.get(language) ?? [])])
    })
    return [...cells].map(([language, forms]) => `${language}: ${forms.join(', ')}`).join(' | ')
  })
}

const bytesOf = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? Buffer.from(content) : content
const withFirst = (sample: Sample, change: (bytes: Uint8Array) => Uint8Array): Sample['files'] =>
  sample.files.map(([name, content], i) => [name, i === 0 ? change(bytesOf(content)) : content])

test('every reader has a sample', () => {
  expect(new Set(samples.map((sample) => sample.reader))).toEqual(new Set(readers.map((reader) => reader.name)))
})

test.each(readers)('$name is named and described', ({ name, title, level }) => {
  expect(name).toMatch(/^[a-z]+$/)
  expect(title).toMatch(/^[A-Z]/)
  expect(['glossary', 'memory', 'dictionary']).toContain(level)
})

describe.each(samples.map((sample) => [`${sample.reader} (${sample.files[0]?.[0]})`, sample] as const))(
  '%s',
  (_, sample) => {
    test('is recognised, and gives its entries with their languages', async () => {
      const { reading, reports } = await read(sample.files)
      expect(reading?.format).toBe(sample.reader)
      expect(reports).toEqual([])
      expect(rowTexts(reading?.table ?? { name: '', version: 1, languages: [], rows: [], kinds: [] })).toEqual(
        sample.rows,
      )
      const languages = [...new Set(reading?.table.languages.filter((tag) => tag !== '').map(baseLanguage))]
      expect(languages).toEqual(sample.languages)
    })

    test('counts what it keeps and why it leaves out the rest', async () => {
      const { reading } = await read(sample.files)
      const left = reading?.skipped.reduce((sum, one) => sum + one.count, 0)
      expect(left).toBe(sample.skipped)
      expect(reading?.kept).toBeGreaterThanOrEqual(sample.rows.length)
      for (const { reason, first } of reading?.skipped ?? []) {
        expect(reason).toMatch(/^an? /)
        expect(first).not.toBe('')
      }
    })

    test('loses one entry to a bad entry, and no other', async () => {
      const [after, entry] = sample.bad
      const changed = withFirst(sample, (bytes) =>
        Buffer.from(
          Buffer.from(bytes)
            .toString()
            .replace(after, () => after + entry),
        ),
      )
      const { reading } = await read(changed)
      expect(rowTexts(reading?.table ?? { name: '', version: 1, languages: [], rows: [], kinds: [] })).toEqual(
        sample.rows,
      )
    })

    test('gives the entries before the place where it was cut off', async () => {
      const whole = bytesOf(sample.files[0]?.[1] ?? '')
      const cuts = Array.from({ length: 24 }, (_, i) => Math.floor((whole.length * (i + 1)) / 25))
      let most = 0
      for (const cut of cuts) {
        const { reading, failure, reports } = await read(
          withFirst(sample, (bytes) => bytes.subarray(0, cut)),
          sample.languages,
        )
        if (reading === undefined) {
          expect(failure?.code).toMatch(/^(?:READ|LEXICON)_/)
          continue
        }
        const rows = rowTexts(reading.table)
        most = Math.max(most, rows.length)
        if (reading.format !== sample.reader) continue
        expect(sample.rows.slice(0, Math.max(0, rows.length - 1))).toEqual(rows.slice(0, -1))
        const isXml = Buffer.from(whole).toString().startsWith('<?xml')
        if (isXml) expect(reports.map((report) => report.code)).toContain('LEXICON_BROKEN_OFF')
      }
      if (sample.rows.length > 1) expect(most).toBeGreaterThan(0)
    })

    test('is read when gzip has packed it', async () => {
      if (sample.reader === 'dictd') return
      const { reading } = await read(withFirst(sample, (bytes) => gzipSync(bytes)))
      expect(reading?.kept).toBeGreaterThan(0)
    })

    test('gives an error in words, or entries, whatever its bytes are', async () => {
      const name = sample.files[0]?.[0] ?? ''
      const others = sample.files.slice(1)
      await fc.assert(
        fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 200 }), async (bytes) => {
          const { failure } = await read([[name, bytes], ...others])
          if (failure !== undefined) expect(failure.code).toMatch(/^(?:READ|LEXICON)_/)
        }),
        { numRuns: 25 },
      )
      const whole = bytesOf(sample.files[0]?.[1] ?? '')
      await fc.assert(
        fc.asyncProperty(fc.nat(whole.length - 1), fc.uint8Array({ maxLength: 6 }), async (at, noise) => {
          const changed = Buffer.concat([whole.subarray(0, at), noise, whole.subarray(at + noise.length)])
          const { failure } = await read(withFirst(sample, () => changed))
          if (failure !== undefined) expect(failure.code).toMatch(/^(?:READ|LEXICON)_/)
        }),
        { numRuns: 25 },
      )
    })
  },
)

test('a dictionary whose text was cut off gives what is there, and says so', async () => {
  const sample = samples.find((one) => one.reader === 'dictd')
  const [index, text] = sample?.files ?? []
  if (index === undefined || text === undefined) throw new Error('no sample')
  let broken = 0
  for (const cut of [4, 30, 60, 90]) {
    const bytes = bytesOf(text[1])
    const { reading, reports, failure } = await read([index, [text[0], bytes.subarray(0, bytes.length - cut)]])
    if (failure !== undefined) expect(failure.code).toBe('LEXICON_EMPTY')
    if (reading === undefined || reading.kept > 1) continue
    broken++
    expect(reports.map((report) => report.code)).toEqual(['LEXICON_BROKEN_OFF'])
  }
  expect(broken).toBeGreaterThan(0)
  rmSync(join(folder, text[0]))
  expect((await read([index])).failure?.code).toBe('READ_NOT_FOUND')
})

test('a file of another kind is refused in words', async () => {
  expect(
    (await read([['picture.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])]])).failure?.code,
  ).toBe('LEXICON_UNKNOWN_FORMAT')
  expect((await read([['letter.txt', 'Geachte heer\n']])).failure?.code).toBe('LEXICON_UNKNOWN_FORMAT')
})
