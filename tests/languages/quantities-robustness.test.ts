import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { EntityKind } from '../../src/core/types.ts'
import { createQuantityFinder } from '../../src/languages/_shared/quantities/finder.ts'
import { quantities as english } from '../../src/languages/en/quantities.ts'
import { quantities as japanese } from '../../src/languages/ja/quantities.ts'
import { quantities as korean } from '../../src/languages/ko/quantities.ts'
import { quantities as dutch } from '../../src/languages/nl/quantities.ts'
import { quantities as chinese } from '../../src/languages/zh/quantities.ts'
import type { QuantityFinder } from './quantity-table.ts'

const finders: readonly (readonly [string, QuantityFinder])[] = [
  ['Dutch', createQuantityFinder(dutch)],
  ['English', createQuantityFinder(english)],
  ['Chinese', createQuantityFinder(chinese)],
  ['Japanese', createQuantityFinder(japanese)],
  ['Korean', createQuantityFinder(korean)],
]

const pieces =
  '1|2|9|21|09|98|100|2021|1 000|1.5|1,5|12.000|3/4|15:30| |  |\n\n|\t|.|,|-|–|/|:|%|€|$|(|)|’|½|+31 |een|twee|vijfentwintig|half|honderd|miljoen|september|mei|procent|euro|jaren|eeuw|tussen|en|tot|van|in|artikel|lid|derde|uur|one|two|twenty|and|a|hundred|million|May|of|percent|the|between|to|Article|second|pm|一|二|两|十|百|千|万|亿|零|点|半|年|月|日|第|条|次|个|百分之|分之|成|元|日元|上世纪|年代|世纪|农历|正月|初|令和|几|数|多|至|下午|时|分|国|天|周|円|ドル|割|令和|年度|か月|から|일|이|두|스물|열|백|만|억|년|월|제|조|차|명|시간|분의|퍼센트|원|은|에서|A|x|COVID|http://a.b/|\ud800|e\u0301|İ'.split(
    '|',
  )
/** Any code points and halves of such, and texts that trip over what JavaScript gives every object. */
const anyText = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.array(fc.nat(0x10ffff), { maxLength: 60 }).map((codes) => String.fromCodePoint(...codes)),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 60 }) },
)
const hostileText = fc.array(fc.constantFrom(...pieces), { maxLength: 24 }).map((parts) => parts.join(''))
const keyForm =
  /^(?:date:(?:-?\d{4}(?:-\d\d(?:-\d\d)?|-[QH]\d)?|--\d\d(?:-\d\d)?|---\d\d|--[QH]\d|\d{3}X|\d\dXX)|lunar:-.*|fiscal:\d{4}|time:\d\d:\d\d|duration:PT?[\d.e]+[YMWDHS]|(?:number|percent):\d[\d.e-]*|money:[A-Z]{3}:\d[\d.e-]*|ordinal:\d[\de.]*|section:[\d.]+[a-z]?)$/
const kindOfPrefix: Readonly<Record<string, EntityKind>> = {
  date: 'date',
  lunar: 'date',
  fiscal: 'date',
  time: 'date',
  duration: 'date',
  number: 'number',
  percent: 'percent',
  money: 'money',
  ordinal: 'ordinal',
  section: 'ordinal',
}

describe.each(finders)('%s', (_name, find) => {
  test('gives entities in order, apart, inside the span, with a key of a known form', () => {
    fc.assert(
      fc.property(hostileText, fc.nat(8), fc.nat(8), (text, cutStart, cutEnd) => {
        const start = Math.min(cutStart, text.length)
        const end = Math.max(start, text.length - cutEnd)
        let last = start
        for (const { span, key, kind, by } of find(text, { start, end })) {
          expect(span.start).toBeGreaterThanOrEqual(last)
          expect(span.end).toBeGreaterThan(span.start)
          expect(span.end).toBeLessThanOrEqual(end)
          expect(text.slice(span.start, span.end).trim()).toBe(text.slice(span.start, span.end))
          expect(key).toMatch(keyForm)
          expect(kind).toBe(kindOfPrefix[key?.split(':')[0] ?? ''])
          expect(by).toBe('quantities')
          last = span.end
        }
      }),
      { numRuns: 500 },
    )
  })

  test('sees nothing outside its span', () => {
    fc.assert(
      fc.property(hostileText, hostileText, hostileText, (before, text, after) => {
        const alone = find(text, { start: 0, end: text.length })
        const start = before.length
        const inside = find(before + text + after, { start, end: start + text.length })
        const moved = inside.map((entity) => ({
          ...entity,
          span: { start: entity.span.start - start, end: entity.span.end - start },
        }))
        expect(moved).toEqual(alone)
      }),
      {
        numRuns: 300,
        examples: [
          ['', '1', 'een'],
          ['', '1', 'e'],
          ['', '1 000', '0'],
          ['', 'a@', 'b 5'],
          ['', '两', '百'],
        ],
      },
    )
  })

  test('never throws on any string', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        find(text, { start: 0, end: text.length })
      }),
      { numRuns: 200 },
    )
  })

  test.each(['1', '1,', ',', ' ', '1 ', '一', '一万', '一〇', '이', '만 ', '3억 ', 'a'])(
    'reads 100 kB of %j in a moment',
    (piece) => {
      const text = piece.repeat(Math.ceil(100_000 / piece.length))
      expect(find(text, { start: 0, end: text.length }).every((entity) => entity.span.end <= text.length)).toBe(true)
    },
  )

  test.each([
    ...'. - + ( ½ 万 第 半 A é a. a- a@b http:// een mei'.split(' '),
    ...['1.', '1-', '1:', '1/', '0 ', '１，', '一点', '百分之', '2021年9月3日至', '2021, ', '几十', '1 000 ', 'een '],
    ...['honderd en ', 'vijfentwintig', 'twenty ', 'half a ', '1 tot ', '€ 1 ', '1%-', '(1', "'1", '1\t', '\ud800'],
    ...['e\u0301', 'jaren ', 'third ', 'the second ', '第一条和'],
  ])('reads 10 kB of %j in a moment', (piece) => {
    const text = piece.repeat(Math.ceil(10_000 / piece.length))
    expect(find(text, { start: 0, end: text.length }).every((entity) => entity.span.end <= text.length)).toBe(true)
  })
})
