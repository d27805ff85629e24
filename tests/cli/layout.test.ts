import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pad, widthOf, wrap, wrapPieces } from '../../src/cli/layout.ts'

describe('layout for terminals', () => {
  test('wide characters take two columns, marks none', () => {
    expect(['abc', '汉字', 'é', 'e\u0301', '𠀀', '（）', ''].map(widthOf)).toEqual([3, 4, 1, 1, 2, 4, 0])
  })
  test('padding counts columns', () => {
    expect([pad('汉', 4), pad('abcd', 2)]).toEqual(['汉  ', 'abcd'])
  })
  test('Latin text breaks at spaces', () => {
    expect(wrap('one two three four', 9)).toEqual(['one two', 'three', 'four'])
  })
  test('a word that is too long stands alone, whole', () => {
    expect(wrap('a verylongword b', 6)).toEqual(['a', 'verylongword', 'b'])
  })
  test('Chinese text breaks between characters, but no line begins with its closing mark', () => {
    expect(wrap('二月十日，大桥开通。', 8)).toEqual(['二月十', '日，大桥', '开通。'])
  })
  test('Latin words inside Chinese text stay whole', () => {
    expect(wrap('河内的JICA办公室', 9)).toEqual(['河内的', 'JICA办公', '室'])
  })
  test('an empty text is one empty line', () => {
    expect(wrap('', 10)).toEqual([''])
  })
  test('nothing is lost but white space, and lines keep to the width where words allow', () => {
    const text = fc.stringMatching(/^[ab 汉字，。“]{0,60}$/)
    fc.assert(
      fc.property(text, fc.integer({ min: 4, max: 20 }), (given, columns) => {
        const lines = wrap(given, columns)
        expect(lines.join('').replaceAll(' ', '')).toBe(given.replaceAll(' ', ''))
        for (const line of lines)
          if (widthOf(line) > columns) expect(line).toMatch(/^(?:[^\s汉字，。]+|[汉字“][，。]*|[，。]+)$/u)
      }),
    )
  })
  test('pieces keep what hangs on them', () => {
    const pieces = [
      { text: 'one tw', colour: 1 },
      { text: 'o three', colour: 2 },
    ]
    expect(wrapPieces(pieces, 7)).toEqual([
      [
        { text: 'one ', colour: 1 },
        { text: 'tw', colour: 1 },
        { text: 'o', colour: 2 },
      ],
      [{ text: 'three', colour: 2 }],
    ])
  })
})
