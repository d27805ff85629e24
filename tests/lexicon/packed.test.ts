import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { AppError } from '../../src/core/errors.ts'
import { indexColumn, type Sense, stackColumn } from '../../src/lexicon/column.ts'
import type { ConceptTable } from '../../src/lexicon/concepts.ts'
import { fileBytes } from '../../src/lexicon/file-bytes.ts'
import type { PackedColumn } from '../../src/lexicon/packed-column.ts'
import { bytesIn, packedSource, packTable, unpackTable } from '../../src/lexicon/packed-file.ts'
import { type ShippedRow, shippedRows, shippedTable } from '../../src/lexicon/shipped.ts'
import { type Source, tableSource, type VersionedWords } from '../../src/lexicon/source.ts'
import { wordsFor } from '../../src/lexicon-folder.ts'
import { sharedStock } from '../shared-stock.ts'
import { anyTable, spaced, tableWith, unspaced, wordsOf } from './made-tables.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zinpaar-packed-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const normOf = (form: string, words: VersionedWords): string => {
  const norms: string[] = []
  words.words(form, { start: 0, end: form.length }, (_start, _end, norm) => norms.push(norm))
  return words.joiner === '' ? form : norms.join(' ')
}

/** What a column has to say, by the plainest means. */
function plainMap(table: ConceptTable, at: number, words: VersionedWords): ReadonlyMap<string, readonly Sense[]> {
  const map = new Map<string, Sense[]>()
  table.rows.forEach((row, concept) => {
    row[at]?.forEach((form, rank) => {
      const norm = normOf(form, words)
      const list = map.get(norm) ?? []
      if (!list.some((sense) => sense.concept === concept)) map.set(norm, [...list, { concept, rank }])
    })
  })
  return map
}

const columnOf = (source: Source, language: string) => {
  const packed = source.column(language, wordsOf(language))
  return packed === undefined
    ? undefined
    : stackColumn([{ packed, facts: source.facts(), firstConcept: 0 }], wordsOf(language))
}

test('unpacking gives the rows, kinds, probabilities and keys that were packed', () => {
  fc.assert(
    fc.property(anyTable, fc.boolean(), (made, hasKeys) => {
      const table = hasKeys ? { ...made, keys: made.rows.map((_, row) => `key-${row}`) } : made
      const back = unpackTable(bytesIn(packTable(table, wordsOf)), 'made')
      const norms = table.rows.map((row) =>
        row.map((forms, c) => [...new Set(forms.map((form) => normOf(form, c === 0 ? spaced : unspaced)))]),
      )
      expect(back).toEqual({ ...table, rows: norms, level: 'shipped' })
    }),
  )
})

test('a lookup in the arrays is a lookup in a plain map', () => {
  fc.assert(
    fc.property(anyTable, fc.array(fc.string({ unit: 'grapheme', maxLength: 4 })), (table, strangers) => {
      for (const [at, language] of table.languages.entries()) {
        const words = wordsOf(language)
        const column = indexColumn(table, language, words)
        const plain = plainMap(table, at, words)
        for (const norm of [...plain.keys(), ...strangers]) {
          expect(column?.exact.get(norm)).toEqual(plain.get(norm))
          expect(column?.hasForm(`<${norm}>`, 1, norm.length + 1)).toBe(plain.has(norm))
          if (plain.has(norm) && norm.length > 1)
            expect(column?.mayBegin(norm.charCodeAt(0), norm.charCodeAt(1))).toBe(true)
        }
        expect(column?.longest).toBe(Math.max(1, ...[...plain.keys()].map((norm) => norm.length)))
      }
    }),
  )
})

test('a word finds every form that begins with its letters and shares its stem', () => {
  const word = fc.string({ unit: fc.constantFrom('o', 'g', 'e', 'n', 's', 'é'), minLength: 2, maxLength: 6 })
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 20 }), (words) => {
      const column = indexColumn(tableWith(words.map((one) => [[one], ['港']])), 'aa', spaced)
      for (const one of words) {
        const expected = words.flatMap((other, concept) =>
          spaced.stem(other) === spaced.stem(one) && other[0] === one[0] && other[1] === one[1] ? [concept] : [],
        )
        expect(column?.byStem(one).map((sense) => sense.concept)).toEqual(expect.arrayContaining(expected))
      }
    }),
  )
})

test('a packed file, bytes in memory and the table itself answer alike', () => {
  fc.assert(
    fc.property(anyTable, (table) => {
      const bytes = packTable(table, wordsOf)
      const path = join(folder, 'made.zlx')
      writeFileSync(path, bytes)
      const sources = [tableSource(table), packedSource(bytesIn(bytes), 'made'), packedSource(fileBytes(path), path)]
      for (const language of ['aa', 'bb', 'cc'])
        expect(new Set(sources.map((source) => JSON.stringify(source.column(language, wordsOf(language))))).size).toBe(
          1,
        )
      for (const source of sources) {
        expect(source.info.concepts).toBe(table.rows.length)
        table.kinds.forEach((kind, row) => {
          expect(source.facts().kindOf(row)).toBe(kind)
          expect(source.facts().trustOf(row)).toBeCloseTo(table.trusts?.[row] ?? 1, 6)
        })
      }
      expect(packTable(table, wordsOf)).toEqual(bytes)
    }),
    { numRuns: 40 },
  )
})

test('forms are taken apart anew for a pack of another version', () => {
  const bytes = packTable(tableWith([[['Sluis-deur'], ['闸门']]]), wordsOf)
  const split: VersionedWords = {
    ...spaced,
    version: 2,
    words: (text, span, visit) => spaced.words(text.replaceAll('-', ' '), span, visit),
  }
  const column = packedSource(bytesIn(bytes), 'made').column('aa', split)
  const opened =
    column === undefined
      ? undefined
      : stackColumn([{ packed: column, facts: { kindOf: () => 'n', trustOf: () => 1 }, firstConcept: 0 }], split)
  expect(opened?.exact.get('sluis deur')).toEqual([{ concept: 0, rank: 0 }])
  expect(opened?.exact.get('sluis-deur')).toBeUndefined()
})

describe('a damaged packed lexicon', () => {
  const whole = packTable(
    tableWith([
      [['haven'], ['港口']],
      [['brug'], ['桥']],
    ]),
    wordsOf,
  )
  const answer = (bytes: Uint8Array): void => {
    const source = packedSource(bytesIn(bytes), 'made')
    for (const language of ['aa', 'bb']) columnOf(source, language)?.exact.get('haven')
    unpackTable(bytesIn(bytes), 'made')
  }
  const isRefusal = (bytes: Uint8Array): boolean => {
    try {
      answer(bytes)
      return false
    } catch (error) {
      if (error instanceof AppError && error.code === 'LEXICON_DAMAGED') return true
      throw error
    }
  }
  test('is refused when it is cut off anywhere', () => {
    for (let length = 0; length < whole.length - 3; length++)
      expect(isRefusal(whole.subarray(0, length)), `${length}`).toBe(true)
  })
  test('is refused or read when bytes are changed, and never anything else', () => {
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), (at, byte) => {
        const bytes = whole.slice()
        bytes[at] = byte
        isRefusal(bytes)
      }),
      { numRuns: 300 },
    )
    fc.assert(fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => isRefusal(bytes)))
  })
})

/** Every shipped source, packed once: the large ones take half a second. */
const packedRows = new Map<string, Promise<Uint8Array>>()
function packRow(row: ShippedRow): Promise<Uint8Array> {
  const known = packedRows.get(row.name)
  if (known !== undefined) return known
  const table = shippedTable(row)
  const packed = wordsFor(table.languages, sharedStock).then((words) => packTable(table, words))
  packedRows.set(row.name, packed)
  return packed
}

/** Names of the arrays in which two columns differ; `toEqual` takes seconds for their hundred thousands of numbers. */
function differenceOf(a: PackedColumn | undefined, b: PackedColumn | undefined): readonly string[] {
  const bytesOf = (array: ArrayBufferView): Buffer => Buffer.from(array.buffer, array.byteOffset, array.byteLength)
  const names = [...new Set([...Object.keys(a ?? {}), ...Object.keys(b ?? {})])] as readonly (keyof PackedColumn)[]
  return names.filter((name) => {
    const [left, right] = [a?.[name], b?.[name]]
    if (left === undefined || right === undefined || left.constructor !== right.constructor) return true
    return !bytesOf(left).equals(bytesOf(right))
  })
}

describe.each(shippedRows)('$name, which ships', (row) => {
  test('says its licence at the head of each file', async () => {
    const { readFileSync } = await import('node:fs')
    for (const file of row.files) {
      const text = readFileSync(new URL(`../../src/lexicon/${file}`, import.meta.url), 'utf8')
      const head = text.slice(0, text.search(/^[^#]/mu))
      expect(head).toContain(`licence: ${row.licence}`)
    }
  })
  test('is the same packed, as it is built, and from its readable files', async () => {
    const table = shippedTable(row)
    const words = await wordsFor(table.languages, sharedStock)
    const packed = packedSource(bytesIn(await packRow(row)), row.name)
    const readable = tableSource(table)
    expect(packed.info).toEqual(readable.info)
    for (const language of readable.info.languages) {
      const [a, b] = [packed, readable].map((source) => source.column(language, words(language)))
      expect(a?.ends.length).toBeGreaterThan(0)
      expect(differenceOf(a, b), language).toEqual([])
    }
  })
})

test('what ships weighs less than 3 MB packed', async () => {
  const packed = await Promise.all(shippedRows.map(packRow))
  expect(packed.reduce((sum, bytes) => sum + bytes.length, 0)).toBeLessThan(3_000_000)
})
