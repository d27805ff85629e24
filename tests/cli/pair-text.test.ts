import { describe, expect, test } from 'vitest'
import { createPaint } from '../../src/cli/paint.ts'
import { pairText } from '../../src/cli/pair-text.ts'
import type { PairView } from '../../src/index.ts'

const pair: PairView = {
  id: '0-1:0-1',
  relation: 'partial',
  confidence: 0.999,
  source: {
    text: 'In juli kwam er geld.',
    line: 4,
    marks: [
      { start: 3, end: 7, reason: 0 },
      { start: 16, end: 20, reason: 1 },
    ],
  },
  target: {
    text: '七月，资金到账。',
    line: 9,
    marks: [
      { start: 0, end: 2, reason: 0 },
      { start: 3, end: 5, reason: 1 },
    ],
  },
  reasons: [
    { kind: 'date', source: 'juli', target: '七月', key: 'date:--07' },
    { kind: 'word', source: 'geld', target: '资金' },
  ],
  doubts: ['only the source names Hanoi'],
}
const labels = ['nl', 'zh'] as const
/** Escape sequences written so that a reader sees them. */
const seen = (text: string): string => text.replaceAll('\u001b', '^')

describe('a pair as text', () => {
  test('without colour: one line a text, then the reasons and doubts', () => {
    expect(pairText(pair, 1, { paint: createPaint(false), labels })).toBe(
      [
        '1. partial, 99 %',
        '   nl       In juli kwam er geld.',
        '   zh       七月，资金到账。',
        '   because  date juli = 七月 · words geld = 资金',
        '   but      only the source names Hanoi',
        '',
      ].join('\n'),
    )
  })
  test('with colour: what matches has the same colour on both sides', () => {
    const text = seen(pairText(pair, 1, { paint: createPaint(true), labels }))
    const colourOf = (word: string): string | undefined => new RegExp(`\\^\\[(3\\d)m${word}\\^`).exec(text)?.[1]
    expect(colourOf('juli')).toBeDefined()
    expect(colourOf('juli')).toBe(colourOf('七月'))
    expect(colourOf('geld')).toBe(colourOf('资金'))
    expect(colourOf('geld')).not.toBe(colourOf('juli'))
  })
  test('colours survive the breaking of lines, and change nothing in the text', () => {
    const plain = pairText(pair, 1, { paint: createPaint(false), labels, columns: 24 })
    const coloured = pairText(pair, 1, { paint: createPaint(true), labels, columns: 24 })
    expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(plain)
    for (const line of plain.split('\n').slice(1, 4)) expect(line.length).toBeLessThanOrEqual(24)
  })
})
