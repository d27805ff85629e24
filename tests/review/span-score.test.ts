import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseGold, parseSpanPairs, type SpanPair } from '../../src/review/gold.ts'
import { evaluateSpans } from '../../src/review/span-score.ts'

const sourceText = 'Een twee drie. Vier vijf zes.\nZeven acht negen.\nReclame'
const targetText = '一二三。四五六。\n七八九。\n广告'
const units = [
  { source: { start: 0, end: 14 }, target: { start: 0, end: 4 } },
  { source: { start: 15, end: 29 }, target: { start: 4, end: 8 } },
  { source: { start: 30, end: 47 }, target: { start: 9, end: 13 } },
]
const gold = { sourceText, targetText, units }
const pair = (s0: number, s1: number, t0: number, t1: number, score?: number): SpanPair => ({
  source: [{ start: s0, end: s1 }],
  target: [{ start: t0, end: t1 }],
  ...(score === undefined ? {} : { score }),
})
const perfect = units.map((unit) => ({ source: [unit.source], target: [unit.target] }))

describe('pairs of stretches against gold units', () => {
  test('the units themselves are perfect', () => {
    const result = evaluateSpans(gold, perfect)
    expect([result.unit.f1, result.characters.f1, result.exact.f1]).toEqual([1, 1, 1])
  })
  test('a stray space or character at a border does no harm', () => {
    expect(evaluateSpans(gold, [pair(0, 15, 0, 4), pair(14, 29, 4, 9), pair(29, 47, 8, 13)]).unit.f1).toBe(1)
  })
  test('a pair that holds two units on both sides is right and covers both', () => {
    const result = evaluateSpans(gold, [pair(0, 29, 0, 8)])
    expect([result.correct, result.covered]).toEqual([1, 2])
  })
  test('a pair that holds a unit on one side only is wrong', () => {
    expect(evaluateSpans(gold, [pair(0, 29, 0, 4)]).correct).toBe(0)
  })
  test('text that belongs to no unit makes a pair wrong', () => {
    expect(evaluateSpans(gold, [pair(30, 55, 9, 13)]).correct).toBe(0)
  })
  test('more units than allowed make a pair wrong', () => {
    const all = [pair(0, 47, 0, 13)]
    expect(evaluateSpans(gold, all).correct).toBe(1)
    expect(evaluateSpans(gold, all, { maxUnits: 2, minScore: 0 }).correct).toBe(0)
  })
  test('an empty side is ignored, not wrong', () => {
    const result = evaluateSpans(gold, [...perfect, { source: [{ start: 0, end: 5 }], target: [] }])
    expect([result.ignored, result.unit.precision]).toEqual([1, 1])
  })
  test('half a unit is right, and covered only from half its characters on', () => {
    const result = evaluateSpans(gold, [pair(0, 4, 0, 1)])
    expect([result.correct, result.covered]).toEqual([1, 0])
  })
  test('scores rank the pairs and find the best threshold', () => {
    const ranked = evaluateSpans(gold, [
      pair(0, 14, 0, 4, 0.9),
      pair(15, 29, 4, 8, 0.8),
      pair(30, 47, 0, 4, 0.1),
    ]).ranked
    expect(ranked?.best.threshold).toBe(0.8)
    expect(ranked?.averagePrecision).toBeCloseTo(2 / 3)
  })
  test('pairs below the lowest score take no part', () => {
    const result = evaluateSpans(gold, [pair(0, 14, 0, 4, 0.9), pair(15, 29, 0, 4, 0.1)], {
      maxUnits: 3,
      minScore: 0.5,
    })
    expect([result.pairs, result.unit.precision]).toEqual([1, 1])
  })
  test('spans outside the text are cut to it', () => {
    expect(evaluateSpans(gold, [pair(30, 900, 9, 900)]).pairs).toBe(1)
    expect(evaluateSpans(gold, [pair(800, 900, 9, 900)]).ignored).toBe(1)
  })
  test('any pairs whatever give fractions', () => {
    const span = fc.tuple(fc.nat(70), fc.nat(70)).map(([start, end]) => ({ start, end }))
    const side = fc.array(span, { maxLength: 3 })
    const pairs = fc.array(fc.record({ source: side, target: side, score: fc.double({ min: 0, max: 1, noNaN: true }) }))
    fc.assert(
      fc.property(pairs, (given) => {
        const { unit, characters, exact } = evaluateSpans(gold, given)
        for (const value of [unit.precision, unit.recall, characters.recall, exact.f1]) {
          expect(value).toBeGreaterThanOrEqual(0)
          expect(value).toBeLessThanOrEqual(1)
        }
      }),
    )
  })
})

describe('gold and system files', () => {
  test('units, beads and file names are read', () => {
    const text = '{"src":"a.txt","units":[[0,1,2,3]],"beads":[{"source":[[0,1]],"target":[]}]}'
    expect(parseGold(text, 'gold.json')).toEqual({
      sourceFile: 'a.txt',
      targetFile: 'trg.zh.txt',
      units: [{ source: { start: 0, end: 1 }, target: { start: 2, end: 3 } }],
      beads: [{ source: [{ start: 0, end: 1 }], target: [] }],
    })
  })
  test('a bare list is taken for the units', () => {
    expect(parseGold('[[0,1,2,3]]', 'gold.json').units).toHaveLength(1)
  })
  test('a side may be one stretch, several, or null', () => {
    const text = '[{"src":[0,1],"trg":[[0,1],[2,3]],"score":0.5},{"src":null,"trg":[4,5]}]'
    expect(parseSpanPairs(text, 'x.spans.json')).toEqual([
      {
        source: [{ start: 0, end: 1 }],
        target: [
          { start: 0, end: 1 },
          { start: 2, end: 3 },
        ],
        score: 0.5,
      },
      { source: [], target: [{ start: 4, end: 5 }] },
    ])
  })
  test.each([
    ['not JSON', '{', 'is not valid JSON'],
    ['neither units nor beads', '{}', 'it has neither units nor beads'],
    ['a unit of three numbers', '{"units":[[1,2,3]]}', 'unit 1 is not four numbers'],
    ['a bead that is no object', '{"beads":[7]}', 'bead 1 is not'],
    ['a side that is no list', '{"beads":[{"source":"x"}]}', 'bead 1 has a side that is no list'],
    ['a negative offset', '{"beads":[{"source":[[-1,2]]}]}', 'bead 1 has a stretch'],
  ])('%s is refused in plain words', (_, text, words) => {
    expect(() => parseGold(text, 'gold.json')).toThrow(words)
  })
  test('a system file that is no list is refused', () => {
    expect(() => parseSpanPairs('{"a":1}', 'x.json')).toThrow('it is not a list of pairs')
    expect(() => parseSpanPairs('[1]', 'x.json')).toThrow('pair 1 is not')
  })
})
