import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hashOf } from '../src/core/hash.ts'

test('long texts have the hash that they would have if they were put together', () => {
  const part = fc.tuple(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(1, 7, 30_000),
    fc.constantFrom('', '\ud83d', '\ude00'),
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 4 }), (made) => {
      const parts = made.map(([text, times, half]) => half + text.repeat(times) + half)
      const whole = parts.map((text) => `${text.length}:${text}`).join('')
      expect(hashOf(...parts)).toBe(createHash('sha256').update(whole).digest('hex').slice(0, 16))
    }),
    { numRuns: 60 },
  )
})
