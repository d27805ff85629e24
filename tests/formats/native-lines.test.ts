import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Alignment } from '../../src/core/types.ts'
import { readNative, readNativeLines } from '../../src/formats/native/read.ts'
import { writeNative } from '../../src/formats/native/write.ts'
import { alignmentArbitrary } from './arbitrary-alignment.ts'

const textOf = (alignment: Alignment): string => [...writeNative(alignment)].join('')
const inLines = (text: string, pieceBytes?: number): Alignment | undefined =>
  readNativeLines(Buffer.from(text), 'a.json', pieceBytes)

/** What the other way of reading makes of it; undefined for what it refuses. */
function inOne(text: string): Alignment | undefined {
  try {
    return readNative(text, 'a.json')
  } catch {
    return undefined
  }
}

describe('an alignment that is read in pieces', () => {
  test('is what it is when it is read as a whole, however long the pieces are', () => {
    fc.assert(
      fc.property(alignmentArbitrary, fc.nat({ max: 400 }), (alignment, pieceBytes) => {
        const text = textOf(alignment)
        expect(inLines(text, pieceBytes)).toEqual(readNative(text, 'a.json'))
      }),
    )
  })

  test('never is what reading it as a whole refuses, or makes something else of', () => {
    const scrap = fc.constantFrom(
      '',
      ',',
      '\n',
      ',\n',
      ']',
      '\n]',
      '[',
      '[]',
      '{',
      '}',
      '"',
      '1',
      '"id":"x",',
      '\ufeff',
      'é',
    )
    const change = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), cut: fc.nat({ max: 12 }), put: scrap })
    let accepted = 0
    fc.assert(
      fc.property(alignmentArbitrary, change, fc.nat({ max: 60 }), (alignment, { at, cut, put }, pieceBytes) => {
        const text = textOf(alignment)
        const from = Math.floor(at * text.length)
        const changed = text.slice(0, from) + put + text.slice(from + cut)
        const read = inLines(changed, pieceBytes)
        if (read === undefined) return
        accepted++
        expect(read).toEqual(inOne(changed))
      }),
      { numRuns: 1500 },
    )
    expect(accepted).toBeGreaterThan(0)
  })

  test('never is one whose lines were doubled, left out or swapped, unless that is no matter', () => {
    fc.assert(
      fc.property(alignmentArbitrary, fc.nat(), fc.nat(), fc.nat({ max: 2 }), (alignment, first, second, how) => {
        const lines = textOf(alignment).split('\n')
        const [i, j] = [first % lines.length, second % lines.length]
        const [one = '', other = ''] = [lines[i], lines[j]]
        if (how === 0) lines.splice(i, 0, one)
        else if (how === 1) lines.splice(i, 1)
        else [lines[i], lines[j]] = [other, one]
        const changed = lines.join('\n')
        const read = inLines(changed, 0)
        if (read !== undefined) expect(read).toEqual(inOne(changed))
      }),
      { numRuns: 500 },
    )
  })

  test('has one comma between two items, wherever a piece ends', () => {
    fc.assert(
      fc.property(alignmentArbitrary, fc.nat({ max: 80 }), (alignment, pieceBytes) => {
        const text = textOf(alignment)
        for (const { index } of [...text.matchAll(/,\n(?=[{"])/gu)].slice(0, 12))
          expect(inLines(`${text.slice(0, index)},\n${text.slice(index)}`, pieceBytes)).toBeUndefined()
      }),
      { numRuns: 30 },
    )
  })

  test('must be laid out as ours are: any other JSON is read as a whole', () => {
    fc.assert(
      fc.property(alignmentArbitrary, (alignment) => {
        const text = textOf(alignment)
        expect(inLines(JSON.stringify(JSON.parse(text)))).toBeUndefined()
        expect(inLines(`\ufeff${text}`)).toBeUndefined()
        expect(inLines(`${text} `)).toBeUndefined()
      }),
      { numRuns: 20 },
    )
  })

  test('is no text with half a character', () => {
    const [alignment] = fc.sample(alignmentArbitrary, { numRuns: 1, seed: 1 })
    if (alignment === undefined) throw new Error('there is no alignment')
    const text = textOf({ ...alignment, modeReason: 'é' })
    const bytes = Buffer.from(text)
    const at = bytes.lastIndexOf('é')
    expect(readNativeLines(bytes, 'a.json')).toBeDefined()
    expect(readNativeLines(Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]), 'a.json')).toBeUndefined()
  })
})
