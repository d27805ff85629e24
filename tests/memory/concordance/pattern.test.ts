import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compilePattern, patternFinder } from '../../../src/memory/concordance/pattern.ts'
import { requiredLiterals } from '../../../src/memory/concordance/required-literals.ts'
import type { ConcordanceQuery } from '../../../src/memory/concordance/types.ts'
import { hardText } from './texts.ts'

type Options = Pick<ConcordanceQuery, 'wholeWords' | 'caseSensitive'>

const found = (source: string, text: string, options: Options = {}): readonly string[] =>
  (patternFinder(compilePattern({ text: source, ...options }))([text])[0] ?? []).map(({ start, end }) =>
    text.slice(start, end),
  )

describe('compilePattern', () => {
  test('finds what matches, in any case unless asked', () => {
    expect(found(String.raw`verdrag\w*`, 'Verdragen en een verdrag')).toEqual(['Verdragen', 'verdrag'])
    expect(found(String.raw`verdrag\w*`, 'Verdragen en een verdrag', { caseSensitive: true })).toEqual(['verdrag'])
    expect(found('第.条', '第五条和第十条')).toEqual(['第五条', '第十条'])
    expect(found(String.raw`\p{Script=Han}+`, '河内JICA办公室')).toEqual(['河内', '办公室'])
  })
  test('whole words', () => {
    expect(found('ver|drag', 'verdrag ver drag', { wholeWords: true })).toEqual(['ver', 'drag'])
    expect(found('(a)(b)\\2', 'abb abbe', { wholeWords: true })).toEqual(['abb'])
  })
  test('sees composed characters, and says where they stood', () => {
    expect(found('é.', 'he\u0301e\u0301n')).toEqual(['e\u0301e\u0301'])
    expect(found('e\u0301n', 'één')).toEqual(['én'])
    expect(found('^.$', '\u1112\u1161\u11ab')).toEqual(['\u1112\u1161\u11ab'])
  })
  test('what matches nothing is not found', () => expect(found('x*', 'axbxx')).toEqual(['x', 'xx']))
  test('falls back to sets of characters', () => {
    expect(found(String.raw`[\p{L}--[a-z]]+`, 'abc国def', { caseSensitive: true })).toEqual(['国'])
  })
  test.each(['(', '[z-a]', 'a{2,1}', '*', '(?<a>.)(?<a>.)', '\\', 'a)|(b'])('%s is none', (source) => {
    const act = () => compilePattern({ text: source, wholeWords: true })
    expect(act).toThrow(expect.objectContaining({ code: 'MEMORY_PATTERN' }))
    expect(act).toThrow(/^".*" is no regular expression: [A-Z\\a-z][^:]+$/)
  })
})

describe('time', () => {
  test('an expression that would go on for ever is stopped', () => {
    const find = patternFinder(compilePattern({ text: '(a+)+$' }), 50)
    const started = performance.now()
    expect(() => find(['kort', `${'a'.repeat(60)}b`])).toThrow(
      expect.objectContaining({ code: 'MEMORY_PATTERN', message: expect.stringMatching(/took too long.*aaa/) }),
    )
    expect(performance.now() - started).toBeLessThan(2_000)
  })
  test('an expression that the engine gives up is an error too', () => {
    const find = patternFinder(compilePattern({ text: '(?:a|b)*$' }), 60_000)
    expect(() => find(['ab'.repeat(5_000_000)])).toThrow(
      expect.objectContaining({ code: 'MEMORY_PATTERN', message: expect.stringMatching(/more than can be searched/) }),
    )
  })
})

describe('requiredLiterals', () => {
  test('repetitions of repetitions are not written out', () => {
    const source = Array.from({ length: 20 }).reduce((inner: string) => `(?:${inner}){8}`, 'a')
    expect(requiredLiterals(source).flat().join('').length).toBeLessThan(10_000)
  })

  test.each<[string, readonly (readonly string[])[]]>([
    ['verdrag', [['verdrag']]],
    ['^Artikel \\d+$', [['Artikel ']]],
    ['handels(verdrag|akkoord)en', [['handels'], ['verdrag', 'akkoord'], ['en']]],
    ['a|bc|d', [['a', 'bc', 'd']]],
    ['a|.', []],
    ['a|', []],
    ['(a|)b', [['b']]],
    ['ab?c', [['a'], ['c']]],
    ['ab+c', [['ab'], ['bc']]],
    ['ab{2}c', [['abbc']]],
    ['ab{2,}c', [['abb'], ['bc']]],
    ['ab{0,2}c', [['a'], ['c']]],
    ['(ab){2}c', [['ababc']]],
    ['a{20}', [['aaaaaaaa'], ['a']]],
    ['(?:ab)*c', [['c']]],
    ['(?<naam>ab)c\\k<naam>', [['abc']]],
    ['(?=ver)x', [['x']]],
    ['(?!ver)x(?<=y)z(?<!w)', [['x'], ['z']]],
    ['a\\.b\\/c', [['a.b/c']]],
    ['\\u{56fd}\\x41\\u4e2d', [['国A中']]],
    ['a\\u0020b', [['a'], ['b']]],
    ['\\ud83d\\ude00a', [['a']]],
    ['a\\wb\\p{L}c\\1()', [['a'], ['b'], ['c']]],
    ['[ab]c[\\]d]e', [['c'], ['e']]],
    ['a+?b*?c??', [['a'], ['a']]],
    ['', []],
  ])('%s', (source, expected) => {
    expect(new RegExp(source, 'u')).toBeDefined()
    expect(requiredLiterals(source)).toEqual(expected)
  })

  test('what is not understood requires nothing', () => {
    expect(['(?i:a)b', 'a)b', '(a', '[a', 'a\\'].map((source) => requiredLiterals(source))).toEqual([
      [],
      [],
      [],
      [],
      [],
    ])
  })

  /** Expressions made of everything that is understood, and some things that are not. */
  const expression = fc.letrec<{ whole: string; term: string }>((tie) => ({
    whole: fc
      .array(
        fc.array(tie('term'), { maxLength: 3 }).map((terms) => terms.join('')),
        { minLength: 1, maxLength: 2 },
      )
      .map((branches) => branches.join('|')),
    term: fc
      .tuple(
        fc.oneof(
          { depthSize: 'small' },
          fc.constantFrom(
            'a',
            'b',
            'ab',
            '国',
            '.',
            '[ab]',
            '[^a]',
            '\\w',
            '\\.',
            '\\u{61}',
            '\\x62',
            '\\p{L}',
            ' ',
            'é',
          ),
          tie('whole').map((inner) => `(?:${inner})`),
          tie('whole').map((inner) => `(${inner})`),
          tie('whole').map((inner) => `(?=${inner})`),
          tie('whole').map((inner) => `(?<!${inner})`),
        ),
        fc.constantFrom('', '', '', '?', '*', '+', '{2}', '{1,2}', '{0,1}', '{2,}?'),
      )
      .map(([atom, times]) => (/^\(\?(?:=|<!)/.test(atom) ? atom : atom + times)),
  })).whole
  const subject = fc.array(fc.constantFrom('a', 'b', 'aa', 'ab', '国', '.', ' ', 'é', 'c'), { maxLength: 10 })

  test('every match holds one of each list', () => {
    let matches = 0
    fc.assert(
      fc.property(expression, subject, (source, parts) => {
        const text = parts.join('')
        const needs = requiredLiterals(source)
        for (const [match] of text.matchAll(new RegExp(source, 'gu'))) {
          matches++
          for (const list of needs) expect(list.some((literal) => match.includes(literal))).toBe(true)
        }
      }),
      { numRuns: 600 },
    )
    expect(matches).toBeGreaterThan(300)
  })
  test('no text as an expression makes it fail', () => {
    fc.assert(fc.property(fc.oneof(hardText, fc.string()), (source) => Array.isArray(requiredLiterals(source))))
    expect(requiredLiterals(`${'(?:'.repeat(20_000)}a${')'.repeat(20_000)}`)).toEqual([])
  })
})
