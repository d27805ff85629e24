import { describe, expect, test } from 'vitest'
import type { Sheet } from '../../src/inspector/protocol.ts'
import { createSheetAnswers, sheetOf } from '../../src/inspector/server/sheet.ts'
import { openRanges } from '../../src/inspector/sheet-coding.ts'
import { madeAlignment, madeBead, madeDocument } from '../made-alignment.ts'

const many = 100_000
const frame = { name: 'big.json', isEditable: true, by: '', folder: '/' }

describe('the sheet of 100,000 beads', () => {
  const lines = (word: string) => Array.from({ length: many }, (_, k) => `${word} ${k} ${'x'.repeat(k % 60)}`)
  const [here, there] = [madeDocument('a', 'nl', lines('Regel')), madeDocument('b', 'zh', lines('行'))]
  const beads = here.segments.map((_, k) => madeBead([k, k + 1], [k, k + 1], 'translation', (k % 1000) / 1000))
  const alignment = madeAlignment(here, there, beads)

  test('is made once, and then costs what its records cost', async () => {
    const begun = performance.now()
    const textOf = createSheetAnswers(await sheetOf(alignment, frame), true).sheet
    const first = textOf([])
    const made = performance.now()
    const [again, third] = [textOf([]), textOf([{ edit: 'undo', by: '', at: '' }])]
    const sent = performance.now()
    expect(again[0]).toBe(first[0])
    expect(third[0]).toBe(first[0])
    const size = first.reduce((sum, piece) => sum + piece.length, 0)
    const read: Sheet = JSON.parse(Buffer.concat(third).toString())
    expect(read.records).toEqual([{ edit: 'undo', by: '', at: '' }])
    expect(read.beads.confidence.length).toBe(many)
    expect([...openRanges(read.beads.source).slice(-2)]).toEqual([many - 1, many])
    // Bounds that a busy machine keeps too; alone it takes about 150 ms, and nothing.
    expect(made - begun).toBeLessThan(5000)
    expect(sent - made).toBeLessThan(100)
    expect(size / many).toBeLessThan(30)
  })
})
