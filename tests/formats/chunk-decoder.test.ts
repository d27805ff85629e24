import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decoderOf } from '../../src/formats/_text/chunk-decoder.ts'

const text = fc.string({ unit: fc.constantFrom('a', 'é', '桥', '😀', '\ufeff', '\n') })

test.each(['utf-16le', 'utf-16be'] as const)(
  '%s in pieces is what it is as a whole, up to what is damaged',
  (encoding) => {
    const bytesOf = (some: string): Buffer => {
      const bytes = Buffer.from(some, 'utf16le')
      return encoding === 'utf-16le' ? bytes : bytes.swap16()
    }
    fc.assert(
      fc.property(
        text,
        fc.constantFrom('', '\ud800', '\udc00', '\udc00\ud800'),
        text,
        fc.integer({ min: 1, max: 7 }),
        (good, bad, more, size) => {
          const bytes = Buffer.concat([bytesOf(good), bytesOf(bad), bytesOf(more)])
          const decoder = decoderOf(encoding)
          let found = ''
          let isDamaged = false
          for (let at = 0; at <= bytes.length && !isDamaged; at += size) {
            const piece = decoder.decode(bytes.subarray(at, at + size), at + size > bytes.length)
            found += piece.text
            isDamaged = piece.isDamaged
          }
          expect(isDamaged).toBe(bad !== '')
          expect(found).toBe(new TextDecoder(encoding).decode(bytesOf(bad === '' ? good + more : good)))
        },
      ),
      { numRuns: 300 },
    )
  },
)
