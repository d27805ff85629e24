import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  createSink,
  cursorAt,
  putFixed,
  putNumber,
  takeBytes,
  takeFixed,
  takeNumber,
  unitBytes,
  unitsAt,
  widthOf,
} from '../../../src/memory/index/bytes.ts'
import { findTerm, writeDictionary } from '../../../src/memory/index/dictionary-blocks.ts'
import { openOwners, writeOwners } from '../../../src/memory/index/owner-blocks.ts'
import { countPiece, createPostingWriter, readPiece } from '../../../src/memory/index/posting-blocks.ts'
import { blockOfPrint, documentsWithPrint, readPrints, writePrints } from '../../../src/memory/index/print-blocks.ts'
import { createSequenceWriter, openSequences } from '../../../src/memory/index/sequence-blocks.ts'
import { createTermTable } from '../../../src/memory/index/term-table.ts'

const edges = [0, 175, 176, 15_535, 15_536, 1_260_719, 1_260_720, 2 ** 24, 2 ** 31, 2 ** 32 - 1]
const number = fc.oneof(fc.constantFrom(...edges), fc.nat(300), fc.nat(20_000), fc.nat(2_000_000))

describe('bytes', () => {
  test('numbers come back, small ones from few bytes', () => {
    fc.assert(
      fc.property(fc.array(number, { maxLength: 40 }), (numbers) => {
        const sink = createSink(1)
        for (const value of numbers) {
          const before = sink.length
          putNumber(sink, value)
          expect(sink.length - before).toBe(value < 176 ? 1 : value < 15_536 ? 2 : value < 1_260_720 ? 3 : 5)
        }
        for (const value of numbers) putFixed(sink, value, widthOf(value))
        const cursor = cursorAt(takeBytes(sink))
        for (const value of numbers) expect(takeNumber(cursor)).toBe(value)
        for (const value of numbers) expect(takeFixed(cursor, widthOf(value))).toBe(value)
        expect(cursor.at).toBe(cursor.bytes.length)
      }),
    )
  })

  test('strings come back, and their bytes sort as they do', () => {
    const text = fc.array(fc.constantFrom('a', 'z', 'é', '߿', 'ࠀ', '中', '\ud800', '\udc00', '\u{20000}', '\uffff'), {
      maxLength: 6,
    })
    fc.assert(
      fc.property(text, text, (one, two) => {
        const [a, b] = [one.join(''), two.join('')]
        expect(unitsAt(unitBytes(a), 0, unitBytes(a).length)).toBe(a)
        expect(Math.sign(Buffer.compare(unitBytes(a), unitBytes(b)))).toBe(a < b ? -1 : a > b ? 1 : 0)
      }),
    )
  })
})

const documents = fc.oneof(
  fc.uniqueArray(fc.nat(5_000_000), { minLength: 1, maxLength: 60 }),
  fc
    .tuple(fc.nat(40_000), fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 1, max: 400 }))
    .map(([from, count, step]) => Array.from({ length: count }, (_, k) => from + k * step)),
)

test('posting lists come back, whole and by windows, and count what they hold', () => {
  fc.assert(
    fc.property(
      fc.array(documents, { minLength: 1, maxLength: 4 }),
      fc.nat(2_000_000),
      fc.nat(2_000_000),
      (lists, a, b) => {
        const sorted = lists.map((list) => Int32Array.from(list).sort())
        const writer = createPostingWriter()
        for (const list of sorted) writer.add(list, 0, list.length)
        const { blocks, pieces } = writer.finish()
        const names = createTermTable()
        for (let k = 0; k < sorted.length; k++) names.numberOf(`t${k}`, 0, 2)
        const dictionary = writeDictionary({
          terms: names.sort().terms,
          ids: Int32Array.from(sorted, (_, k) => k),
          documents: Int32Array.from(sorted, (list) => list.length),
          pieces,
        })
        const [from, to] = [Math.min(a, b), Math.max(a, b)]
        for (const [k, list] of sorted.entries()) {
          const entry = findTerm(dictionary.blocks[0] ?? new Uint8Array(0), `t${k}`)
          const read: number[] = []
          const within: number[] = []
          const counts = new Uint8Array(to - from)
          for (const piece of entry?.pieces ?? []) {
            const out = new Int32Array(1024)
            const block = blocks[piece.block] ?? new Uint8Array(0)
            read.push(...out.subarray(0, readPiece(block, piece, 0, 2 ** 31 - 1, out, 0)))
            within.push(...out.subarray(0, readPiece(block, piece, from, to, out, 0)))
            countPiece(block, piece, from, to, counts, 3)
          }
          expect(read).toEqual([...list])
          const expected = [...list].filter((document) => document >= from && document < to)
          expect(within).toEqual(expected)
          expect(counts.reduce((sum, count) => sum + count, 0)).toBe(expected.length * 3)
          expect(expected.every((document) => counts[document - from] === 3)).toBe(true)
        }
      },
    ),
    { numRuns: 40 },
  )
})

test('sequences come back from any place of their block', () => {
  const sequence = fc.oneof(
    fc.array(fc.nat(2_000_000), { maxLength: 9 }),
    fc.array(fc.nat(200), { maxLength: 400, size: 'max' }),
  )
  fc.assert(
    fc.property(fc.array(sequence, { minLength: 1, maxLength: 30 }), fc.nat(5), (sequences, step) => {
      const writer = createSequenceWriter()
      for (const ids of sequences) writer.add(Int32Array.from(ids), 0, ids.length)
      const { blocks, firsts } = writer.finish()
      const out = new Int32Array(400)
      for (const [k, block] of blocks.entries()) {
        const first = firsts[k] ?? 0
        const count = (firsts[k + 1] ?? sequences.length) - first
        const reader = openSequences(block, count)
        for (let at = 0; at < count; at += 1 + step)
          expect([...out.subarray(0, reader.read(at, out))]).toEqual(sequences[first + at])
      }
    }),
    { numRuns: 50 },
  )
})

test('owners and variants come back', () => {
  const owner = fc.oneof(fc.constant(0), fc.nat(300), fc.integer({ min: 2 ** 31, max: 2 ** 32 - 1 }))
  const variant = fc.oneof(fc.constant(1), fc.nat(3), fc.nat(70_000))
  fc.assert(
    fc.property(fc.array(fc.tuple(owner, variant), { minLength: 1, maxLength: 30 }), (rows) => {
      const [block] = writeOwners(
        Uint32Array.from(rows, ([one]) => one),
        Uint32Array.from(rows, ([, two]) => two),
      )
      const reader = openOwners(block ?? new Uint8Array(0), rows.length)
      expect(rows.map((_, k) => [reader.ownerOf(k), reader.variantOf(k)])).toEqual(rows)
    }),
  )
})

test('prints find their documents in whatever number of blocks', () => {
  for (const count of [1, 100, 9000]) {
    const prints = Uint32Array.from({ length: count }, (_, k) =>
      k % 10 === 3 ? 77 : Math.imul(k + 1, 0x9e3779b1) >>> 0,
    )
    const { blocks, bits } = writePrints(prints)
    expect(blocks.length).toBe(2 ** bits)
    expect(readPrints(blocks, bits, count)).toEqual(prints)
    const find = (print: number) =>
      documentsWithPrint(blocks[blockOfPrint(print, bits)] ?? new Uint8Array(0), print, bits)
    const expected = [...prints.keys()].filter((document) => prints[document] === 77)
    expect(find(77)).toEqual(expected)
    expect(find(prints[0] ?? 0)).toEqual([0])
    expect(find(78)).toEqual([])
  }
})
