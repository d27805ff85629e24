import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Decision } from '../../../src/core/types.ts'
import { orderMatches } from '../../../src/memory/match/index.ts'
import type { Match } from '../../../src/memory/types.ts'
import { chinese, dutch, unitOf, variantOf } from './made-units.ts'

interface Shape {
  readonly key: number
  readonly score?: number
  readonly kind?: Match['kind']
  readonly state?: Decision['state']
  readonly changed?: string
  readonly uses?: number
  readonly target?: string
}

function matchOf({
  key,
  score = 90,
  kind = 'fuzzy',
  state = 'proposed',
  changed,
  uses = 0,
  target = '海',
}: Shape): Match {
  const source = variantOf(dutch, 'zee')
  const variant = variantOf(chinese, target)
  const decision: Decision = state === 'proposed' ? { state } : { state, by: 'An', at: '2020-01-01T00:00:00Z' }
  const props: Record<string, string> = changed === undefined ? {} : { '@changedate': changed }
  const unit = unitOf([source, variant], { decision, props }, { key, uses })
  return { unit, source, target: variant, kind, base: 0.9, score, differences: [], penalties: [] }
}

const keysOf = (shapes: readonly Shape[]): readonly number[] =>
  orderMatches(shapes.map(matchOf)).map(({ unit }) => unit.key)

describe('order of matches', () => {
  test.each<readonly [string, readonly Shape[]]>([
    [
      'score',
      [
        { key: 9, score: 95 },
        { key: 1, score: 94, state: 'accepted' },
      ],
    ],
    [
      'kind',
      [
        { key: 9, kind: 'context' },
        { key: 8, kind: 'exact' },
        { key: 1, state: 'accepted' },
      ],
    ],
    [
      'decision',
      [{ key: 9, state: 'accepted' }, { key: 8 }, { key: 1, state: 'rejected', changed: '20260101T000000Z' }],
    ],
    [
      'age',
      [
        { key: 9, changed: '20250101T000000Z' },
        { key: 8, changed: '20240101T000000Z', uses: 5 },
        { key: 1, uses: 9 },
      ],
    ],
    [
      'use',
      [
        { key: 9, uses: 3 },
        { key: 1, uses: 2 },
      ],
    ],
    ['key', [{ key: 3 }, { key: 7 }, { key: 9 }]],
  ])('by %s', (_, shapes) => {
    const expected = shapes.map(({ key }) => key)
    expect(keysOf(shapes)).toEqual(expected)
    expect(keysOf(shapes.toReversed())).toEqual(expected)
  })

  test('by target, for several of one unit', () => {
    const [first, second] = [matchOf({ key: 1, target: '海' }), matchOf({ key: 1, target: '洋' })]
    expect(orderMatches([second, first])).toEqual(orderMatches([first, second]))
  })

  test('is one and the same however the matches came', () => {
    const shape = fc.record({
      key: fc.integer({ min: 1, max: 4 }),
      score: fc.constantFrom(90, 91),
      kind: fc.constantFrom('fuzzy', 'exact', 'context'),
      state: fc.constantFrom('proposed', 'accepted', 'rejected', 'edited'),
      changed: fc.constantFrom('20240101T000000Z', '20250101T000000Z', 'never'),
      uses: fc.integer({ min: 0, max: 1 }),
      target: fc.constantFrom('海', '洋'),
    })
    const shuffled = fc
      .array(shape, { maxLength: 12 })
      .chain((shapes) => fc.tuple(fc.constant(shapes), fc.shuffledSubarray(shapes, { minLength: shapes.length })))
    fc.assert(
      fc.property(shuffled, ([shapes, others]) => {
        expect(orderMatches(others.map(matchOf))).toEqual(orderMatches(shapes.map(matchOf)))
      }),
    )
  })
})
