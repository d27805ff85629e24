import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldText } from '../../../src/memory/text/fold.ts'
import { tokensOf, visitTokens } from '../../../src/memory/text/tokens.ts'
import { trickyText } from './tricky-text.ts'

const wide = String.raw`(?=[\p{L}\p{N}])[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmr}\p{scx=Mymr}]`
const letter = String.raw`(?!${wide})[\p{L}\p{N}]`
const word = String.raw`${letter}(?:${letter}|\p{M})*`
const pattern = new RegExp(String.raw`${wide}\p{M}*|${word}(?:['\-]${word})*`, 'gu')

interface Token {
  readonly start: number
  readonly end: number
  readonly norm: string
}
function listTokens(text: string): readonly Token[] {
  const tokens: Token[] = []
  visitTokens(text, (start, end, norm) => tokens.push({ start, end, norm }))
  return tokens
}

describe('tokens', () => {
  test('are those of a pattern over the folded text', () => {
    fc.assert(
      fc.property(trickyText, (text) => {
        const expected = [...foldText(text).matchAll(pattern)].map((match) => match[0].toLowerCase())
        expect(tokensOf(text)).toEqual(expected)
      }),
      { numRuns: 3000 },
    )
  })

  test('stand in order, do not overlap, and their slices give the same token', () => {
    fc.assert(
      fc.property(trickyText, (text) => {
        let before = 0
        for (const { start, end, norm } of listTokens(text)) {
          expect(start).toBeGreaterThanOrEqual(before)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          expect(foldText(text.slice(start, end)).toLowerCase()).toBe(norm)
          before = end
        }
      }),
      { numRuns: 2000 },
    )
  })

  test.each([
    ['De foto’s van A-4 en B–5.', ['de', "foto's", 'van', 'a-4', 'en', 'b-5']],
    ['《联合国公约》第12条', ['联', '合', '国', '公', '约', '第', '12', '条']],
    ['ＡＢＣ１２３', ['abc123']],
    ['samen\u00adwerking', ['samenwerking']],
    ['een—twee', ['een', 'twee']],
    ['\u{20000}字', ['\u{20000}', '字']],
    ['... !? ——', []],
    ["'t is zo'n - dag", ['t', 'is', "zo'n", 'dag']],
  ])('%j', (text, tokens) => expect(tokensOf(text)).toEqual(tokens))

  test('offsets are those of the text as it stands', () => {
    const text = 'Cafe\u0301 \u00a0Straße, İzmir'
    expect(listTokens(text)).toEqual([
      { start: 0, end: 5, norm: 'café' },
      { start: 7, end: 13, norm: 'straße' },
      { start: 15, end: 20, norm: 'i\u0307zmir' },
    ])
  })
})
