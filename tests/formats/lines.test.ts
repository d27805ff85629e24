import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createLineSplitter } from '../../src/formats/_text/lines.ts'

test('lines are those of the whole text, in pieces of any size', () => {
  const text = fc.array(fc.constantFrom('a', '桥', '', '\n', '\r', '\r\n'), { maxLength: 20 })
  fc.assert(
    fc.property(text, fc.boolean(), (pieces, isCut) => {
      const splitter = createLineSplitter()
      const given = isCut ? [...pieces.join('')] : pieces
      const lines = [...given.flatMap((piece) => splitter.add(piece, false)), ...splitter.add('', true)]
      const wanted = pieces.join('').split(/\r\n|\n|\r/u)
      expect(lines).toEqual(wanted.at(-1) === '' ? wanted.slice(0, -1) : wanted)
    }),
  )
})

test('a line without end comes in parts of some length, and small pieces of it cost no more than large ones', () => {
  const splitter = createLineSplitter()
  const started = performance.now()
  let length = 0
  let count = 0
  for (let i = 0; i <= 40_000; i++)
    for (const line of splitter.add('x'.repeat(i === 40_000 ? 1 : 256), i === 40_000)) {
      length += line.length
      count++
    }
  expect(length).toBe(40_000 * 256 + 1)
  expect(count).toBe(3)
  expect(performance.now() - started).toBeLessThan(4000)
})
