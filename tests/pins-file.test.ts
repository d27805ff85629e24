import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AppError } from '../src/core/errors.ts'
import type { SegmentRange } from '../src/core/types.ts'
import { parsePins } from '../src/pins-file.ts'

const ranges = (text: string): readonly (readonly [SegmentRange, SegmentRange])[] =>
  parsePins(text, 'pins.tsv').map(({ source, target }) => [source, target])
const none = { from: 0, to: 0 }

describe('lists of pins', () => {
  test('count segments from 1, and hold ranges and empty sides', () => {
    expect(ranges('3\t5-7\n2 - 4\t1\n-\t9\n8\t\n')).toEqual([
      [
        { from: 2, to: 3 },
        { from: 4, to: 7 },
      ],
      [
        { from: 1, to: 4 },
        { from: 0, to: 1 },
      ],
      [none, { from: 8, to: 9 }],
      [{ from: 7, to: 8 }, none],
    ])
  })

  test('may have comments, blank lines, a byte order mark, any line end and further cells', () => {
    expect(ranges('\ufeff# why\r\n\r\n1\t2\tas the author says\r3\t4')).toEqual([
      [
        { from: 0, to: 1 },
        { from: 1, to: 2 },
      ],
      [
        { from: 2, to: 3 },
        { from: 3, to: 4 },
      ],
    ])
  })

  test.each([
    ['1', 'no tab'],
    ['0\t1', '0 is no number of a segment'],
    ['5-3\t1', '5-3 is no number'],
    ['one\t1', 'one is no number'],
    ['1,2\t1', '1,2 is no number'],
    ['-\t', 'neither side has a segment'],
    ['1\t99999999999', 'no number'],
  ])('%j is refused with its line', (line, message) => {
    expect(() => parsePins(`1\t1\n${line}\n`, 'pins.tsv')).toThrow(AppError)
    expect(() => parsePins(`1\t1\n${line}\n`, 'pins.tsv')).toThrow(/^pins\.tsv, line 2: /)
    expect(() => parsePins(`1\t1\n${line}\n`, 'pins.tsv')).toThrow(message)
  })

  test('of any text are pins or a complaint, never a crash', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        try {
          for (const { source, target } of parsePins(text, 'x')) {
            expect(source.from).toBeLessThanOrEqual(source.to)
            expect(target.from).toBeLessThanOrEqual(target.to)
          }
        } catch (error) {
          expect(error).toMatchObject({ code: 'PINS_BAD_LIST' })
        }
      }),
    )
  })
})
