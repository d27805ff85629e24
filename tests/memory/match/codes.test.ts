import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Run } from '../../../src/core/types.ts'
import { codesOf } from '../../../src/memory/match/tags.ts'
import { foldText } from '../../../src/memory/text/fold.ts'
import { trickyText } from '../text/tricky-text.ts'

const code: Run = { kind: 'code', id: '1', role: 'single', data: '<br/>' }
const part = fc.oneof(
  trickyText,
  fc.constantFrom(
    '\u0301',
    '\u200b\u0301',
    '\u1161',
    '\u11ab',
    '\uff9e',
    '\ufe0f',
    '\u115f',
    ' ',
    '\u3000',
    'e',
    'か',
    '하',
  ),
)

test('a code stands behind the folded characters of all text before it', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(part, fc.constant(undefined)), { maxLength: 12 }), (parts) => {
      const runs = parts.map((text): Run => (text === undefined ? code : { kind: 'text', text }))
      const before = runs.flatMap((run, i) =>
        run.kind === 'code' ? [(parts.slice(0, i) as readonly (string | undefined)[]).join('')] : [],
      )
      expect(codesOf(runs).map(({ offset, place }) => [offset, place])).toEqual(
        before.map((text) => [text.length, foldText(text).replaceAll(' ', '').length]),
      )
    }),
    { numRuns: 2000 },
  )
})

test.each(['de brug ', '\u0301', '한 '])('many codes between %j take no more than their number', (text) => {
  const runs = Array.from({ length: 40_000 }, (_, i): Run => (i % 2 === 0 ? { kind: 'text', text } : code))
  const started = performance.now()
  expect(codesOf(runs)).toHaveLength(20_000)
  expect(performance.now() - started).toBeLessThan(1500)
})

test('many codes behind a long text take no more than their number', () => {
  const codes = Array.from({ length: 20_000 }, () => code)
  const started = performance.now()
  expect(codesOf([{ kind: 'text', text: 'de brug '.repeat(2000) }, ...codes])).toHaveLength(20_000)
  expect(performance.now() - started).toBeLessThan(1500)
})
