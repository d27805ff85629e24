import { describe, expect, test } from 'vitest'
import { commands } from '../../src/inspector/client/commands/table.ts'
import { createTranslate } from '../../src/inspector/client/text/translate.ts'
import { en, type TextKey } from '../../src/inspector/locales/en.ts'
import { chooseLocale, locales } from '../../src/inspector/locales/locales.ts'

const keys = Object.keys(en) as readonly TextKey[]
const placesOf = (text: string): readonly string[] =>
  [...text.matchAll(/\{(\w+)\}/gu)].map(([, name = '']) => name).sort()

describe.each(Object.entries(locales))('texts in %s', (locale, texts) => {
  test('are all there and no more', () => expect(Object.keys(texts).sort()).toEqual([...keys].sort()))
  test('say something, without space around it', () => {
    const words = keys.filter((key) => !key.endsWith('joiner'))
    expect(words.filter((key) => texts[key] === '' || texts[key] !== texts[key].trim())).toEqual([])
  })
  test('have the places of the English ones', () => {
    expect(keys.filter((key) => placesOf(texts[key]).join() !== placesOf(en[key]).join())).toEqual([])
  })
  test('a form for one stands beside one for many', () => {
    expect(keys.filter((key) => key.endsWith('.one') && !keys.includes(key.slice(0, -4) as TextKey))).toEqual([])
  })
  test('leave no place open where it is filled', () => {
    const t = createTranslate(locale)
    const left = keys.filter((key) => {
      const values = Object.fromEntries(placesOf(en[key]).map((name) => [name, name === 'count' ? 1 : 'x']))
      return /[{}]/u.test(t(key, values))
    })
    expect(left).toEqual([])
  })
})

describe('locale', () => {
  test('the first that is known wins', () => {
    const [first = '', second = ''] = Object.keys(locales)
    expect(chooseLocale(['xx-YY', `${second}-Latn`, first])).toBe(second)
    expect(chooseLocale([])).toBe(first)
  })
})

describe('commands', () => {
  test('each has a name in every language, and no key stands for two', () => {
    const names = commands.map(({ name }) => name)
    expect(names.filter((name) => !keys.includes(name))).toEqual([])
    const all = commands.flatMap((command) => command.keys)
    expect(all.filter((key, at) => all.indexOf(key) !== at)).toEqual([])
  })
})
