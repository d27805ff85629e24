import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type MarkNode, type MarkSpan, nestMarks } from '../../src/inspector/client/rows/mark-tree.ts'

/** Each letter with the marks that it stands in. */
function lettersOf(nodes: readonly MarkNode[], open: readonly string[] = []): readonly (readonly [string, string])[] {
  return nodes.flatMap((node) =>
    'text' in node
      ? [...node.text].map((letter) => [letter, [...open].sort().join()] as const)
      : lettersOf(node.inside, [...open, node.mark]),
  )
}

const spanArbitrary: fc.Arbitrary<MarkSpan> = fc
  .tuple(fc.nat(30), fc.nat(12), fc.constantFrom('a', 'b', 'c'))
  .map(([start, length, mark]) => ({ start, end: start + length, mark }))

describe('marks', () => {
  test('every letter stands in all marks that cover it, once each, and no letter is lost', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 30, unit: fc.constantFrom('x', '<', '&', 'é', '国') }),
        fc.array(spanArbitrary, { maxLength: 8 }),
        fc.nat(10),
        fc.nat(30),
        (text, spans, from, length) => {
          const start = Math.min(from, text.length)
          const end = Math.min(start + length, text.length)
          const wanted = [...text.slice(start, end)].map((letter, at) => {
            const place = start + at
            const marks = spans.filter((span) => span.start <= place && place < span.end).map(({ mark }) => mark)
            return [letter, [...new Set(marks)].sort().join()] as const
          })
          expect(lettersOf(nestMarks(text, start, end, spans))).toEqual(wanted)
        },
      ),
    )
  })

  test('a mark within another one lies inside it', () => {
    const nodes = nestMarks('11 juni', 0, 7, [
      { start: 3, end: 7, mark: 'month' },
      { start: 0, end: 7, mark: 'date' },
    ])
    expect(nodes).toEqual([{ mark: 'date', inside: [{ text: '11 ' }, { mark: 'month', inside: [{ text: 'juni' }] }] }])
  })
})
