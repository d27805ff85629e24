import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { commands } from '../../src/inspector/client/commands/table.ts'
import { createTranslate } from '../../src/inspector/client/text/translate.ts'
import { en, type TextKey } from '../../src/inspector/locales/en.ts'
import { chooseLocale, loadTexts, localeTags } from '../../src/inspector/locales/locales.ts'

const locales = Object.fromEntries(
  await Promise.all(localeTags.map(async (tag) => [tag, await loadTexts(tag)] as const)),
)
const client = fileURLToPath(new URL('../../src/inspector/client/', import.meta.url))
const code = readdirSync(client, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/u.test(file))
  .map((file) => readFileSync(client + file, 'utf8'))
  .join('\n')

const placesOf = (text: string): readonly string[] => [...new Set(text.match(/\{\w+\}/gu))].sort()

describe('texts of the page', () => {
  test.each(Object.entries(locales))('%s has all of them, with the same places', (_, texts) => {
    const places = (of: Readonly<Record<string, string>>) =>
      Object.entries(of).map(([key, text]) => [key, ...placesOf(text)])
    expect(Object.keys(texts).sort()).toEqual(Object.keys(en).sort())
    // A form for one may leave its number out, and so may a text that says it in words.
    const isLess = (part: readonly string[], whole: readonly string[]) => part.every((place) => whole.includes(place))
    const wanted = new Map(places(en).map(([key = '', ...rest]) => [key, rest]))
    const odd = places(texts).filter(([key = '', ...rest]) => !isLess(rest, wanted.get(key) ?? []))
    expect(odd).toEqual([])
  })

  test.each(Object.entries(locales))('%s says something everywhere, and leaves no place open', (locale, texts) => {
    const keys = Object.keys(en) as readonly TextKey[]
    const words = keys.filter((key) => !key.endsWith('joiner'))
    expect(words.filter((key) => texts[key] === '' || texts[key] !== texts[key].trim())).toEqual([])
    const t = createTranslate(locale, texts)
    const valuesOf = (key: TextKey) =>
      Object.fromEntries(placesOf(en[key]).map((place) => [place.slice(1, -1), place === '{count}' ? 1 : 'x']))
    expect(keys.filter((key) => /[{}]/u.test(t(key, valuesOf(key))))).toEqual([])
  })

  test('each of them is used', () => {
    const used = (key: string): boolean => {
      const plain = key.replace(/\.(?:zero|one|two|few|many|other)$/u, '')
      const stems = [...plain.matchAll(/\./gu)].map(({ index }) => `\`${plain.slice(0, index + 1)}$\{`)
      return [`'${plain}'`, `'${key}'`, ...stems].some((text) => code.includes(text))
    }
    expect(Object.keys(en).filter((key) => !used(key))).toEqual([])
  })

  test('numbers and forms are those of the language', () => {
    expect(createTranslate('nl', locales.nl ?? en)('said.shown', { count: 12345 })).toBe('12.345 paren getoond')
    expect(createTranslate('nl', locales.nl ?? en)('said.shown', { count: 1 })).toBe('1 paar getoond')
    expect(createTranslate('zh', locales.zh ?? en)('said.shown', { count: 1 })).toBe('显示 1 对')
  })

  test('the language of the page is the first that a person reads and the page knows', () => {
    expect(chooseLocale(['', 'fr-FR', 'zh-TW', 'nl'])).toBe('zh')
    expect(chooseLocale(['fr'])).toBe('en')
  })
})

describe('commands', () => {
  test('no key stands for two', () => {
    const keys = commands.flatMap((command) => command.keys)
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([])
  })
})
