import { describe, expect, test } from 'vitest'
import type { Evidence } from '../src/core/types.ts'
import { summarise, viewPair } from '../src/summary.ts'
import { defaultSelection } from '../src/units.ts'
import { madeAlignment, madeBead, madeDocument } from './made-alignment.ts'

const source = madeDocument('a.txt', 'nl', ['# menu', 'In juli kwam er geld.', 'Het regende.', 'Dag.', 'Dag.'])
const target = madeDocument('b.txt', 'zh', ['七月，资金到账。', '下雨了。', '# 菜单', '再见。'])
const evidence: readonly Evidence[] = [
  {
    scorer: 'lexical',
    score: 2,
    note: 'geld = 资金',
    kind: 'word',
    links: [{ source: { start: 23, end: 27 }, target: { start: 3, end: 5 } }],
  },
  {
    scorer: 'lexical',
    score: 1,
    note: 'juli = 七月',
    kind: 'word',
    links: [{ source: { start: 10, end: 14 }, target: { start: 0, end: 2 } }],
  },
  {
    scorer: 'entity',
    score: 1.5,
    note: 'both name juli = 七月',
    kind: 'date',
    key: 'date:--07',
    links: [{ source: { start: 10, end: 14 }, target: { start: 0, end: 2 } }],
  },
  { scorer: 'entity', score: -1, note: 'only the source names Hanoi', kind: 'place', key: 'place:hanoi' },
  { scorer: 'length', score: -2, note: 'the lengths do not fit' },
]
const beads = [
  madeBead([0, 1], [0, 0], 'unaligned', 0),
  madeBead([1, 2], [0, 1], 'translation', 0.9, evidence),
  madeBead([2, 3], [1, 2], 'partial', 0.95),
  madeBead([3, 4], [2, 2], 'unaligned', 0),
  madeBead([4, 5], [3, 4], 'related', 0.4),
  madeBead([5, 5], [2, 3], 'unaligned', 0),
]
const alignment = madeAlignment(source, target, beads)

describe('an alignment in a few lines', () => {
  test('counts beads by relation and leaves page furniture out of what found no counterpart', () => {
    const summary = summarise(alignment, defaultSelection, 5)
    expect(summary.beads).toEqual({ translation: 1, partial: 1, related: 1, unaligned: 1 })
    expect([summary.source.furniture, summary.source.unaligned]).toEqual([1, 1])
    expect([summary.target.furniture, summary.target.unaligned]).toEqual([1, 0])
    expect(summary.exported).toMatchObject({ pairs: 2, units: 2, beads: { translation: 1, partial: 1, related: 0 } })
  })
  test('shows translations before partial pairs, and no more than asked for', () => {
    expect(summarise(alignment, defaultSelection, 5).pairs.map((pair) => pair.id)).toEqual(['1-2:0-1', '2-3:1-2'])
    expect(summarise(alignment, defaultSelection, 1).pairs).toHaveLength(1)
    expect(summarise(alignment, defaultSelection, 0).pairs).toEqual([])
  })
  test('shows related pairs when nothing else is left', () => {
    const none = { ...defaultSelection, minConfidence: 1 }
    expect(summarise(alignment, none, 5).pairs.map((pair) => pair.id)).toEqual(['4-5:3-4'])
  })
  test('passes between threads', () => {
    const summary = summarise(alignment, defaultSelection, 5)
    expect(structuredClone(summary)).toEqual(summary)
  })
})

describe('a pair as a person reads it', () => {
  const view = viewPair(alignment, beads[1] ?? madeBead([0, 0], [0, 0], 'unaligned'))
  test('things come before words, and words inside them are left out', () => {
    expect(view.reasons).toEqual([
      { kind: 'date', source: 'juli', target: '七月', key: 'date:--07' },
      { kind: 'word', source: 'geld', target: '资金' },
    ])
  })
  test('what speaks against it is said in words', () => {
    expect(view.doubts).toEqual(['only the source names Hanoi'])
  })
  test('marks lie in the text that is shown', () => {
    expect([view.source.text, view.source.line]).toEqual(['In juli kwam er geld.', 2])
    expect(view.source.marks.map(({ start, end }) => view.source.text.slice(start, end))).toEqual(['juli', 'geld'])
    expect(view.target.marks.map(({ start, end }) => view.target.text.slice(start, end))).toEqual(['七月', '资金'])
  })
  test('white space between segments is one space, and marks after it still fit', () => {
    const wide = madeDocument('c.txt', 'nl', ['een  twee', 'drie'])
    const link = { source: { start: 10, end: 14 }, target: { start: 0, end: 2 } }
    const joined = madeBead([0, 2], [0, 1], 'translation', 0.9, [
      { scorer: 'lexical', score: 1, note: 'x', kind: 'word', links: [link] },
    ])
    const { text, marks } = viewPair(madeAlignment(wide, target, [joined]), joined).source
    expect(text).toBe('een twee drie')
    expect(marks.map(({ start, end }) => text.slice(start, end))).toEqual(['drie'])
  })
})
