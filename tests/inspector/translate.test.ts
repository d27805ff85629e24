import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { createTranslate } from '../../src/inspector/client/text/translate.ts'
import { en } from '../../src/inspector/locales/en.ts'

const client = fileURLToPath(new URL('../../src/inspector/client/', import.meta.url))
const code = readdirSync(client, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/u.test(file))
  .map((file) => readFileSync(client + file, 'utf8'))
  .join('\n')

describe('texts of the page', () => {
  test('each of them is used', () => {
    const used = (key: string): boolean => {
      const plain = key.replace(/\.(?:zero|one|two|few|many|other)$/u, '')
      const stems = [...plain.matchAll(/\./gu)].map(({ index }) => `\`${plain.slice(0, index + 1)}$\{`)
      return [`'${plain}'`, `'${key}'`, ...stems].some((text) => code.includes(text))
    }
    expect(Object.keys(en).filter((key) => !used(key))).toEqual([])
  })

  test('numbers and forms are those of the language', () => {
    expect(createTranslate('nl')('said.shown', { count: 12345 })).toBe('12.345 paren getoond')
    expect(createTranslate('nl')('said.shown', { count: 1 })).toBe('1 paar getoond')
    expect(createTranslate('zh')('said.shown', { count: 1 })).toBe('显示 1 对')
  })
})
