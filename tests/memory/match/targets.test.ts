import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judgeMatches, prepareQuery, targetsFor } from '../../../src/memory/match/index.ts'
import { kinshipOf } from '../../../src/memory/match/targets.ts'
import { dutch, queryOf, unitOf, variantOf } from './made-units.ts'

describe('kinship of languages', () => {
  test.each([
    ['nl', 'nl', 'same'],
    ['nl', 'nl-NL', 'same'],
    ['nl', 'nl-BE', 'near'],
    ['nl-BE', 'nl', 'near'],
    ['nl-NL', 'nl-BE', 'region'],
    ['zh', 'zh-CN', 'same'],
    ['zh-Hant', 'zh-TW', 'same'],
    ['zh-Hant', 'zh-HK', 'near'],
    ['zh-TW', 'zh-HK', 'region'],
    ['zh', 'zh-Hant', 'script'],
    ['zh-TW', 'zh-CN', 'script'],
    ['de', 'de-1996', 'near'],
    ['nl', 'af', 'other'],
    ['und', 'nl-BE', 'same'],
    ['nl', 'und', 'other'],
    ['nl', 'not a tag', 'other'],
  ])('%s and %s', (asked, found, expected) => {
    expect(kinshipOf(asked, found)).toBe(expected)
  })

  test('is the same from both sides where both are known', () => {
    const tag = fc.constantFrom(
      'nl',
      'nl-NL',
      'nl-BE',
      'zh',
      'zh-Hant',
      'zh-TW',
      'zh-HK',
      'zh-CN',
      'sr-Latn',
      'sr',
      'en-GB',
    )
    fc.assert(
      fc.property(tag, tag, (a, b) => {
        expect(kinshipOf(a, b)).toBe(kinshipOf(b, a))
      }),
    )
  })
})

describe('targets of a unit', () => {
  const source = variantOf(dutch, 'zee')
  const { unit } = unitOf([
    source,
    variantOf('zh-HK', '海一'),
    variantOf('zh-TW', '海二'),
    variantOf('zh', '海三'),
    variantOf('zh-CN', '海四'),
    variantOf('zh', '海五'),
    variantOf('und', '海六'),
  ])
  const textsFor = (language: string, foldScript = false): readonly string[] =>
    targetsFor(unit, language, { source, foldScript }).map(({ content: [run] }) =>
      run?.kind === 'text' ? run.text : '',
    )

  test('the very tag comes first, all variants of a language count, another script does not', () => {
    expect(textsFor('zh')).toEqual(['海三', '海五', '海四'])
    expect(textsFor('zh-CN')).toEqual(['海四', '海三', '海五'])
    expect(textsFor('zh-Hant')).toEqual(['海二', '海一'])
    expect(textsFor('fr')).toEqual([])
  })
  test('other scripts come last when they are asked for', () => {
    expect(textsFor('zh-HK', true)).toEqual(['海一', '海二', '海三', '海四', '海五'])
  })
  test('every other variant is a target for a language that nobody knows', () => {
    expect(textsFor('und')).toHaveLength(6)
  })

  test('each target is a match of its own, with what its language costs', () => {
    const matches = judgeMatches(prepareQuery(queryOf('zee', { targetLanguage: 'zh-HK', foldScript: true })), {
      ...unitOf([]),
      unit,
    })
    expect(matches.map(({ target, score }) => [target.language, score])).toEqual([
      ['zh-HK', 100],
      ['zh-TW', 95],
      ['zh', 90],
      ['zh-CN', 90],
      ['zh', 90],
    ])
    expect(matches[1]?.penalties).toEqual([
      { kind: 'variant', points: 5, note: expect.stringMatching(/target is in .*\(zh-TW\), not in .*\(zh-HK\)/u) },
    ])
    expect(matches[2]?.penalties.map(({ kind }) => kind)).toEqual(['script'])
  })

  test('a source in another script is found only when it is asked for, and marked', () => {
    const traditional = unitOf([variantOf('zh-Hant', '海'), variantOf(dutch, 'zee')])
    const query = queryOf('海', { sourceLanguage: 'zh', targetLanguage: dutch })
    expect(judgeMatches(prepareQuery(query), traditional)).toEqual([])
    const [match] = judgeMatches(prepareQuery({ ...query, foldScript: true }), traditional)
    expect(match).toMatchObject({ kind: 'exact', score: 90, penalties: [{ kind: 'script', points: 10 }] })
  })

  test('either side of a unit can be looked up', () => {
    const both = unitOf([variantOf(dutch, 'zee'), variantOf('zh', '海')])
    const [match] = judgeMatches(prepareQuery(queryOf('海', { sourceLanguage: 'zh', targetLanguage: dutch })), both)
    expect(match?.target.language).toBe(dutch)
  })
})
