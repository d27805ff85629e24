import { describe, expect, test } from 'vitest'
import type { TranslationUnit } from '../../../src/core/types.ts'
import type { MemoryUnit, Penalty, SearchQuery } from '../../../src/memory/types.ts'
import { chinese, codeRun, dutch, matchOf, queryOf, textRun, unitOf, variantOf } from './made-units.ts'

const variants = [variantOf(dutch, 'De zee is diep.'), variantOf(chinese, '海很深。')]

function judged(
  unit: Partial<TranslationUnit>,
  query: Partial<SearchQuery> = {},
  rest: Partial<MemoryUnit> = {},
): { readonly score: number; readonly penalties: readonly (readonly [Penalty['kind'], number])[] } {
  const { score, penalties } = matchOf(queryOf('De zee is diep.', query), unitOf(variants, unit, rest))
  expect(penalties.every(({ note }) => note.length > 0)).toBe(true)
  return { score, penalties: penalties.map(({ kind, points }) => [kind, points]) }
}

describe('what a unit itself costs', () => {
  test('nothing, as a rule', () => {
    expect(judged({ relation: 'translation', confidence: 0.95 })).toEqual({ score: 100, penalties: [] })
  })
  test.each([
    ['partial', 5],
    ['related', 15],
    ['unaligned', 25],
  ] as const)('the relation %s', (relation, points) => {
    expect(judged({ relation })).toEqual({ score: 100 - points, penalties: [['relation', points]] })
  })
  test.each([
    [0.9, 0],
    [0.89, 1],
    [0.8, 1],
    [0.5, 4],
    [0, 9],
  ])('a confidence of %f', (confidence, points) => {
    expect(judged({ confidence }).score).toBe(100 - points)
  })
  test('a confidence of the aligner means nothing once a person has accepted the pair', () => {
    const decision = { state: 'accepted', by: 'An', at: '2024-01-01T00:00:00Z' } as const
    expect(judged({ confidence: 0.4, decision }).score).toBe(100)
  })
  test('its memory, by name alone', () => {
    expect(judged({}, { memoryPenalties: { main: 7, other: 3 } })).toEqual({ score: 93, penalties: [['memory', 7]] })
    expect(judged({}, { memoryPenalties: { other: 3 } }).score).toBe(100)
    expect(judged({}, { memoryPenalties: {} }, { memory: 'constructor' }).score).toBe(100)
    expect(judged({}, { memoryPenalties: { main: 400 } }).score).toBe(0)
  })
  test.each([
    ['20240103T120000Z', 0],
    ['20220103T120000Z', 1],
    ['20210103T120000Z', 2],
    ['19990103T120000Z', 5],
    ['no date', 0],
  ])('its age when it was changed at %s', (date, points) => {
    const now = '2026-06-01T00:00:00Z'
    expect(judged({ props: { '@changedate': date } }, { now }).score).toBe(100 - points)
    expect(judged({ props: { '@changedate': date } }).score).toBe(100)
  })
  test('the change counts, not the creation', () => {
    const props = { '@creationdate': '20000101T000000Z', '@changedate': '20260101T000000Z' }
    expect(judged({ props }, { now: '2026-06-01T00:00:00Z' }).score).toBe(100)
  })
})

describe('what differences cost', () => {
  const pointsOf = (query: string, source: string, target = '海'): readonly (readonly [string, number])[] =>
    matchOf(queryOf(query), unitOf([variantOf(dutch, source), variantOf(chinese, target)])).penalties.map(
      ({ kind, points }) => [kind, points],
    )
  test('numbers, less when they were put right', () => {
    expect(pointsOf('bijlage 5', 'bijlage 6', '附件6')).toEqual([['number', 1]])
    expect(pointsOf('bijlage 5', 'bijlage 6', '附件')).toEqual([['number', 2]])
    expect(pointsOf('1 en 2 en 3 en 4', '5 en 6 en 7 en 8')).toEqual([['number', 6]])
  })
  test('names, case and punctuation', () => {
    expect(pointsOf('ik zag Jansen daar', 'ik zag Bakker daar')).toEqual([['name', 1]])
    expect(pointsOf('De Zee, Diep!', 'de zee diep')).toEqual([
      ['case', 2],
      ['punctuation', 2],
    ])
  })
  test('codes, five points at most', () => {
    const codes = Array.from({ length: 9 }, (_, i) => codeRun('single', `<br${i}/>`))
    const { score, penalties } = matchOf(
      queryOf('zee', { content: [textRun('zee'), ...codes] }),
      unitOf([variantOf(dutch, 'zee'), variantOf(chinese, '海')]),
    )
    expect(score).toBe(95)
    expect(penalties).toEqual([{ kind: 'tag', points: 5, note: '9 inline codes differ' }])
  })
  test('all of it comes off the score, none of it off base', () => {
    const unit = unitOf(variants, { relation: 'partial' })
    const { base, score } = matchOf(queryOf('De zee is Diep!', { memoryPenalties: { main: 10 } }), unit)
    expect([base, score]).toEqual([1, 100 - 2 - 5 - 10])
  })
})
