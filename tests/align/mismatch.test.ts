import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { confidenceOfMatch } from '../../src/align/confidence.ts'
import { searchWeights } from '../../src/align/confidence-weights.ts'
import { isVetoed, relationOfComparable } from '../../src/align/relation.ts'
import { mismatch } from '../../src/align/scorers/mismatch.ts'
import type { AnalysedDocument, Entity, EntityKind, Link, LinkedPair } from '../../src/core/types.ts'
import { documentOf, pairOf } from './made.ts'

type Segment = readonly (readonly [surface: string, key: string])[]

/** A document whose segments are what they name, far enough from each other to make no ranges unless `gap` is short. */
function naming(segments: readonly Segment[], gap = '–––––––'): AnalysedDocument {
  const words = segments.map((segment) => segment.flatMap(([surface]) => [surface, gap]))
  const document = documentOf(words)
  const analyses = document.analyses.map((analysis, i) => {
    let at = document.segments[i]?.span.start ?? 0
    const entities = (segments[i] ?? []).map(([surface, key]): Entity => {
      const span = { start: at, end: at + surface.length }
      at = span.end + gap.length + 2
      return { kind: kindOf(key), span, key, by: 'made' }
    })
    return { ...analysis, entities }
  })
  return { ...document, analyses }
}

const kinds: Readonly<Record<string, EntityKind>> = { percent: 'percent', money: 'money', number: 'number' }
const kindOf = (key: string): EntityKind => kinds[key.slice(0, key.indexOf(':'))] ?? 'date'

const pairNaming = (
  source: readonly Segment[],
  target: readonly Segment[],
  links: readonly Link[] = [],
): LinkedPair => ({
  ...pairOf([], [], links),
  source: naming(source),
  target: naming(target),
})

const named = (...keys: readonly string[]): Segment => keys.map((key) => [key, key])
const scoreOf = (source: Segment, target: Segment): number =>
  mismatch.prepare(pairNaming([source], [target])).score(0, 1, 0, 1)

describe('quantities that agree', () => {
  test.each([
    [['date:2021-09-03'], ['date:2021-09-03']],
    [['date:2021-09-03'], ['date:2021-09']],
    [['date:2021-09-03'], ['date:2021']],
    [['date:2021-09-03'], ['date:--09-03']],
    [['date:2021-09'], ['date:--09-03']],
    [['date:--09'], ['date:--09-03']],
    [['date:1994'], ['date:199X']],
    [['date:2023-11-27'], ['date:2023-Q4']],
    [['date:2021'], ['date:--09-03']],
    [['fiscal:2023'], ['date:2022-10']],
    [['lunar:--01-01'], ['date:2024-02-10']],
    [['number:1.25e10'], ['number:1.247e10']],
    [['number:300'], ['number:296']],
    [['money:JPY:1e11'], ['number:1e11']],
    [['money:JPY:1e11'], ['money:EUR:616000000']],
    [['percent:25'], ['percent:24.8']],
    [['percent:25', 'percent:31'], ['percent:31']],
    [['time:14:30'], ['time:02:30']],
    [['duration:P18M'], ['duration:P78W']],
    [['duration:P6M'], ['number:6']],
    [['section:5'], ['ordinal:5']],
    [['number:2023'], ['date:2023', 'number:5']],
  ])('%s and %s', (source, target) => {
    expect(scoreOf(named(...source), named(...target))).toBe(0)
    expect(scoreOf(named(...target), named(...source))).toBe(0)
  })

  test('both ends of a range hold what lies between them', () => {
    const ends = [
      ['10', 'percent:10'],
      ['15 procent', 'percent:15'],
    ] as const
    const close = { ...pairNaming([[]], [named('percent:12')]), source: naming([ends], '–') }
    expect(mismatch.prepare(close).score(0, 1, 0, 1)).toBe(0)
    expect(scoreOf(ends, named('percent:12'))).toBeLessThan(-1)
  })

  test('kinds that only one side names say nothing', () => {
    expect(scoreOf(named('date:2021-09-03'), named('percent:12'))).toBe(0)
    expect(scoreOf([], named('percent:12'))).toBe(0)
  })

  test('of lists and tables nothing tells what belongs to what', () => {
    const many = (from: number): Segment =>
      named(...Array.from({ length: 11 }, (_, i) => `number:${(from + i) * 1013}`))
    expect(scoreOf(many(1), many(20))).toBe(0)
  })
})

describe('quantities that differ', () => {
  test.each([
    ['date:2023-11-27', 'date:2023-11-23'],
    ['date:--11-27', 'date:--11-23'],
    ['date:2021-09', 'date:2021-10'],
    ['date:2019', 'date:2021-10-03'],
    ['date:2021', 'date:199X'],
    ['percent:12', 'percent:15'],
    ['money:EUR:5000000', 'money:EUR:8000000'],
    ['number:12500', 'number:13900'],
    ['time:14:30', 'time:15:00'],
    ['section:5', 'section:6'],
    ['duration:P3W', 'duration:P3M'],
  ])('%s and %s', (source, target) => {
    const score = scoreOf(named(source), named(target))
    expect(score).toBeLessThan(-0.5)
    expect(score).toBeGreaterThanOrEqual(-3)
    expect(scoreOf(named(target), named(source))).toBe(score)
  })

  test('days and amounts say more than small numbers and ordinals', () => {
    const day = scoreOf(named('date:--11-27'), named('date:--11-23'))
    const small = scoreOf(named('number:3'), named('number:5'))
    expect(day).toBeLessThan(scoreOf(named('date:2019'), named('date:2021')))
    expect(day).toBeLessThan(3 * small)
    expect(scoreOf(named('ordinal:3'), named('ordinal:5'))).toBe(small)
    expect(scoreOf(named('number:3'), named('number:8000'))).toBe(small)
  })

  test('the note says which, in the words of the texts', () => {
    const pair = pairNaming([[['27 november', 'date:--11-27']]], [[['11月23日', 'date:--11-23']]])
    const range = { from: 0, to: 1 }
    expect(mismatch.prepare(pair).explain(range, range)).toMatchObject([
      { scorer: 'mismatch', kind: 'date', note: '27 november against 11月23日' },
    ])
  })

  test('what the other text names elsewhere counts less: the entity score has it already', () => {
    const source = [named('date:2021-09-03')]
    const target = [named('date:2022-10-04'), named('date:2021-09-03')]
    const mention = (segment: number, document: AnalysedDocument) => ({
      segment,
      span: document.analyses[segment]?.entities[0]?.span ?? { start: 0, end: 0 },
    })
    const free = pairNaming(source, target)
    const links: readonly Link[] = [
      {
        key: 'date:2021-09-03',
        kind: 'date',
        confidence: 1,
        by: 'key',
        source: [mention(0, free.source)],
        target: [mention(1, free.target)],
      },
    ]
    const linked = mismatch.prepare({ ...free, links }).score(0, 1, 0, 1)
    expect(linked).toBeCloseTo(mismatch.prepare(free).score(0, 1, 0, 1) / 2)
  })

  test('lower the confidence, and make a translation of comparable texts none', () => {
    const range = { from: 0, to: 1 }
    const match = { source: range, target: range, score: 40, margin: 20, ratio: 1 }
    const coverage = { source: 0.9, target: 0.9, sourceCount: 8, targetCount: 8 }
    const slight = [{ scorer: 'mismatch', score: -1.2, note: '' }]
    const heavy = [{ scorer: 'mismatch', score: -2.5, note: '' }]
    const rest = { words: 8, foreign: 0, isWhole: true, paired: 0, level: 'sentences' as const }
    const confidence = (evidence: typeof slight): number =>
      confidenceOfMatch({ match, coverage, lengthScore: 0, evidence, ...rest }, searchWeights.sentences)
    expect(confidence(slight)).toBeLessThan(confidence([]))
    expect(confidence(heavy)).toBeLessThan(confidence(slight))
    expect(relationOfComparable(0.95, coverage, 0, [])).toBe('translation')
    expect(relationOfComparable(0.95, coverage, 0, slight)).toBe('partial')
    expect(relationOfComparable(0.95, coverage, 0, heavy)).toBe('related')
  })

  test('veto a pair of comparable texts unless something specific is in common', () => {
    const treaty = { scorer: 'entity', score: 4, kind: 'treaty' as const, key: 'treaty:made', note: '' }
    const otherDay = { scorer: 'mismatch', score: -2.5, note: '' }
    const otherCountry = { scorer: 'clash', score: -2.5, note: '' }
    expect(isVetoed([])).toBe(false)
    expect(isVetoed([treaty])).toBe(false)
    expect(isVetoed([otherDay])).toBe(true)
    expect(isVetoed([otherCountry])).toBe(true)
    expect(isVetoed([treaty, otherDay])).toBe(false)
    expect(relationOfComparable(0.999, undefined, 0, [otherCountry])).toBe('related')
  })
})

const key = fc.oneof(
  fc
    .tuple(fc.integer({ min: 2019, max: 2022 }), fc.integer({ min: 1, max: 12 }))
    .map(([y, m]) => `date:${y}-${two(m)}`),
  fc.integer({ min: 1, max: 12 }).map((m) => `date:--${two(m)}-11`),
  fc.integer({ min: 2019, max: 2022 }).map((year) => `date:${year}`),
  fc.integer({ min: 1, max: 3000 }).map((n) => `number:${n}`),
  fc.integer({ min: 1, max: 99 }).map((n) => `percent:${n}`),
  fc.integer({ min: 1, max: 99 }).map((n) => `money:EUR:${n * 1000}`),
  fc.integer({ min: 1, max: 30 }).map((n) => `duration:P${n}D`),
  fc.constantFrom('lunar:--01-01', 'place:VN', 'time:10:30', 'time:22:45', 'section:5', 'ordinal:2', 'number:odd', 'x'),
)
const two = (n: number): string => String(n).padStart(2, '0')
const segments = fc.array(fc.array(key, { maxLength: 4 }), { minLength: 1, maxLength: 4 })

describe('the score of differing quantities', () => {
  test('mirrors when the sides are swapped, never rewards, is bounded, and is what it explains', () => {
    fc.assert(
      fc.property(segments, segments, (source, target) => {
        const [left, right] = [source.map((keys) => named(...keys)), target.map((keys) => named(...keys))]
        const there = mismatch.prepare(pairNaming(left, right))
        const back = mismatch.prepare(pairNaming(right, left))
        for (let s = 0; s < left.length; s++)
          for (let t = 0; t < right.length; t++) {
            const score = there.score(s, left.length, t, right.length)
            expect(back.score(t, right.length, s, left.length)).toBe(score)
            expect(score).toBeLessThanOrEqual(0)
            expect(score).toBeGreaterThanOrEqual(-3)
            const told = there.explain({ from: s, to: left.length }, { from: t, to: right.length })
            expect(told.reduce((sum, item) => sum + item.score, 0)).toBe(score)
          }
      }),
      { numRuns: 200 },
    )
  })
})
