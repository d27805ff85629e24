import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { baseSimilarity, tokenDistance } from '../../../src/memory/text/distance.ts'
import { distanceByTable } from './distance-table.ts'

const tokens = (maxLength: number) => fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength, size: 'max' })

describe('tokenDistance', () => {
  test('is that of the whole table', () => {
    fc.assert(
      fc.property(fc.oneof(tokens(8), tokens(130)), fc.oneof(tokens(8), tokens(130)), (a, b) => {
        expect(tokenDistance(a, b)).toBe(distanceByTable(a, b))
      }),
      { numRuns: 300 },
    )
  })

  test('with a bound it is exact up to the bound and above the bound beyond', () => {
    fc.assert(
      fc.property(tokens(70), tokens(70), fc.integer({ min: 0, max: 70 }), (a, b, max) => {
        const distance = distanceByTable(a, b)
        for (const bound of [max, distance, Math.max(0, distance - 1)]) {
          const bounded = tokenDistance(a, b, bound)
          if (distance <= bound) expect(bounded).toBe(distance)
          else expect(bounded).toBeGreaterThan(bound)
        }
      }),
      { numRuns: 300 },
    )
  })
})

test('base similarity is 1 less the distance by the longer length', () => {
  expect(baseSimilarity(['a', 'b', 'c', 'd'], ['a', 'x', 'c'])).toBeCloseTo(0.5)
  expect(baseSimilarity(['a'], ['a'])).toBe(1)
  expect(baseSimilarity([], ['a'])).toBe(0)
  expect(baseSimilarity([], [])).toBe(0)
})
