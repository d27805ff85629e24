import { describe, expect, test } from 'vitest'
import { languageName, parseLanguage } from '../src/language-names.ts'

describe('languages as people type them', () => {
  test.each([
    ['nl', 'nl'],
    ['NL', 'nl'],
    ['nld', 'nl'],
    [' zh_CN ', 'zh-CN'],
    ['zh-hant', 'zh-Hant'],
    ['yue', 'yue'],
    ['xyz', 'xyz'],
    ['und', 'und'],
  ])('%s is %s', (typed, tag) => {
    expect(parseLanguage(typed)).toBe(tag)
  })
  test.each(['', 'Dutch', '中文', 'cn', 'jp', 'nl--be', 'x', 'x-klingon', 'n', 'nl nl', '../nl'])(
    '%j is refused',
    (typed) => {
      expect(() => parseLanguage(typed)).toThrow(expect.objectContaining({ code: 'LANGUAGE_BAD_TAG' }))
    },
  )
  test('names are English, also where the machine is not', () => {
    expect(['nl', 'zh', 'zh-Hant', 'und', 'xyz'].map(languageName)).toEqual([
      'Dutch',
      'Chinese',
      'Traditional Chinese',
      'language not known',
      'xyz',
    ])
  })
})
