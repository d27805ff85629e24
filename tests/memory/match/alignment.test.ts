import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createAligner } from '../../../src/memory/match/alignment.ts'
import { characterSimilarity, likenessOf, maskOf } from '../../../src/memory/match/likeness.ts'
import { piecesOf } from '../../../src/memory/match/pieces.ts'
import { tokenDistance } from '../../../src/memory/text/distance.ts'
import { foldText } from '../../../src/memory/text/fold.ts'

/** One for all tests: what it keeps from one call to the next must not matter. */
const alignPieces = createAligner()

const word = fc.stringMatching(/^[a-eé]{1,9}$/u)
const words = fc.array(word, { maxLength: 25 })

describe('likeness', () => {
  test('of texts is symmetric, 1 for equal ones alone, and between 0 and 1', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        const similarity = characterSimilarity(a, b)
        expect(characterSimilarity(b, a)).toBe(similarity)
        expect(similarity >= 0 && similarity <= 1).toBe(true)
        expect(similarity === 1).toBe(a === b)
      }),
    )
  })
  test('of words is what it is defined as, masks or no masks', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        fc.pre(a !== b)
        const longer = Math.max(a.length, b.length)
        const expected = Math.max(0, 1 - (2 * tokenDistance(Array.from(a), Array.from(b))) / longer)
        expect(likenessOf(a, maskOf(a), b, maskOf(b))).toBeCloseTo(expected, 9)
      }),
    )
  })
  test('inflected forms are alike, other words are not', () => {
    const likeness = (a: string, b: string): number => likenessOf(a, maskOf(a), b, maskOf(b))
    expect(likeness('verdrag', 'verdragen')).toBeGreaterThan(0.5)
    expect(likeness('verdrag', 'fiets')).toBe(0)
    expect(likeness('a'.repeat(100), `${'a'.repeat(99)}b`)).toBeCloseTo(0.98, 9)
  })
})

describe('alignment of pieces', () => {
  /** The plain definition, cell by cell. */
  function costOf(a: readonly string[], b: readonly string[]): number {
    let above = Array.from({ length: b.length + 1 }, (_, j) => 1000 * j)
    for (const [i, own] of a.entries()) {
      const row = [1000 * (i + 1)]
      for (const [j, other] of b.entries()) {
        const likeness = own === other ? 1 : likenessOf(own, maskOf(own), other, maskOf(other))
        const change = own === other ? 0 : 1000 - Math.round(800 * likeness)
        row.push(Math.min((above[j] ?? 0) + change, (above[j + 1] ?? 0) + 1000, (row[j] ?? 0) + 1000))
      }
      above = row
    }
    return above.at(-1) ?? 0
  }

  test('costs what the plain definition costs, with and without the distance, and its steps add up to it', () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        const [own, other] = [piecesOf(a.join(' ')).pieces, piecesOf(b.join(' ')).pieces]
        const { steps, cost } = alignPieces(own, other)
        expect(cost).toBe(costOf(a, b))
        expect(alignPieces(own, other, tokenDistance(a, b)).cost).toBe(cost)
        const sum = steps.reduce((total, step) => {
          const [x, y] = [a[step.query], b[step.match]]
          if (x === undefined || y === undefined) return total + 1000
          return total + (x === y ? 0 : 1000 - Math.round(800 * likenessOf(x, maskOf(x), y, maskOf(y))))
        }, 0)
        expect(sum).toBe(cost)
      }),
    )
  })
  test('each piece of both sides is in one step, in order', () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        const { steps } = alignPieces(piecesOf(a.join(' ')).pieces, piecesOf(b.join(' ')).pieces)
        expect(steps.map(({ query }) => query).filter((i) => i >= 0)).toEqual(a.map((_, i) => i))
        expect(steps.map(({ match }) => match).filter((i) => i >= 0)).toEqual(b.map((_, i) => i))
      }),
    )
  })
  test('of equal costs the one with more equal pieces wins', () => {
    const { steps } = alignPieces(piecesOf('xx boom').pieces, piecesOf('boom zz').pieces)
    expect(steps).toContainEqual({ query: 1, match: 0 })
  })
})

describe('pieces', () => {
  test('lie in order, and the text of each folds to its norm', () => {
    const text = fc.array(
      fc.oneof(
        fc.string({ maxLength: 4 }),
        fc.constantFrom(
          'e\u0301é',
          'ＡＢ',
          '\u00ad',
          'か\u3099',
          '한글',
          '「',
          '’s',
          '1.250,5',
          '３',
          '三十',
          ' ',
          '2021-05',
          "1'000",
        ),
      ),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(text, (parts) => {
        const own = parts.join('')
        let last = 0
        for (const { start, end, norm } of piecesOf(own).pieces) {
          expect(start >= last && end > start && end <= own.length).toBe(true)
          last = end
          expect(foldText(own.slice(start, end)).toLowerCase()).toBe(norm)
        }
      }),
    )
  })
})
