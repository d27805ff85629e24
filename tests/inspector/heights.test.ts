import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { carryHeights, createHeights } from '../../src/inspector/client/rows/heights.ts'
import { createRowWindow } from '../../src/inspector/client/rows/row-window.ts'

const heightsArbitrary = fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 60 })

describe('heights', () => {
  test('starts are sums, before and after rows are measured', () => {
    const changes = fc.array(fc.tuple(fc.nat(59), fc.integer({ min: 1, max: 300 })), { maxLength: 20 })
    fc.assert(
      fc.property(heightsArbitrary, changes, (given, measured) => {
        const heights = createHeights(Float64Array.from(given))
        const plain = [...given]
        for (const [row, height] of measured) {
          heights.setHeight(row, height)
          if (row < plain.length) plain[row] = height
        }
        const starts = plain.map((_, row) => plain.slice(0, row).reduce((sum, height) => sum + height, 0))
        expect(plain.map((_, row) => heights.startOf(row))).toEqual(starts)
        expect(heights.total()).toBe(plain.reduce((sum, height) => sum + height, 0))
      }),
    )
  })

  test('the row at a place is the one that covers it', () => {
    fc.assert(
      fc.property(heightsArbitrary, fc.double({ min: 0, max: 1, noNaN: true }), (given, share) => {
        const heights = createHeights(Float64Array.from(given))
        const place = share * heights.total() * 1.1
        const row = heights.rowAt(place)
        expect(heights.startOf(row)).toBeLessThanOrEqual(place)
        if (row < given.length - 1) expect(heights.startOf(row + 1)).toBeGreaterThan(place)
      }),
    )
  })

  test('rows that stay keep their heights wherever they go', () => {
    const names = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), { maxLength: 30 })
    fc.assert(
      fc.property(names, names, names, names, (head, old, fresh, tail) => {
        const distinct = (rows: readonly string[], mark: string) => rows.map((row) => mark + row)
        const before = [...distinct(head, 'a'), ...distinct(old, 'b'), ...distinct(tail, 'c')]
        const after = [...distinct(head, 'a'), ...distinct(fresh, 'd'), ...distinct(tail, 'c')]
        const heights = createHeights(Float64Array.from(before, (_, row) => 10 + row))
        const rows = { count: after.length, keyAt: (row: number) => after[row] }
        const carried = carryHeights({ count: before.length, keyAt: (row) => before[row], heights }, rows, () => 1)
        const wanted = after.map((row) => (before.includes(row) ? 10 + before.indexOf(row) : 1))
        expect(after.map((_, row) => carried.heights.heightOf(row))).toEqual(wanted)
      }),
    )
  })
})

describe('window', () => {
  const rowsOf = (count: number, name = 'r') => ({ count, keyAt: (row: number) => `${name}${row}` })

  test('a row that is revealed stands in the window', () => {
    fc.assert(
      fc.property(heightsArbitrary, fc.nat(59), fc.nat(5000), (given, wanted, scrolled) => {
        const row = wanted % given.length
        const window = createRowWindow()
        window.setRows(rowsOf(given.length), (at) => given[at] ?? 0)
        window.scrollTo(Math.min(scrolled, window.heights().total()))
        window.reveal(row, 500)
        const start = window.heights().startOf(row)
        expect(start).toBeGreaterThanOrEqual(window.top())
        expect(start + window.heights().heightOf(row)).toBeLessThanOrEqual(window.top() + 500)
        const [from, to] = window.range(500)
        expect(from <= row && row < to).toBe(true)
      }),
    )
  })

  test('what stands in the window stays there when rows above it turn out higher', () => {
    const window = createRowWindow()
    window.setRows(rowsOf(100), () => 40)
    window.scrollTo(2010)
    expect(window.measure([[10, 90]])).toBe(true)
    expect(window.top()).toBe(2060)
    expect(window.measure([[10, 90]])).toBe(false)
  })
})
