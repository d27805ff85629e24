import { readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { createLookup } from '../../src/languages/_shared/name-data.ts'
import { hanNameContext, nameChannels, readHanVariants } from '../../src/languages/names.ts'

const folder = new URL('../../src/languages/', import.meta.url)
const files = [
  'ja/given-names.tsv',
  'ja/readings.tsv',
  'ja/surnames.tsv',
  'ko/readings.tsv',
  'ko/spellings.tsv',
  'ko/surnames.tsv',
  'vi/readings.tsv',
  'vi/surnames.tsv',
  'zh/cantonese-spellings.tsv',
  'zh/cantonese.tsv',
  'zh/known-names.tsv',
  'zh/readings.tsv',
  'zh/sounds.tsv',
  'zh/spellings.tsv',
  'zh/surnames.tsv',
  'zh/variants.tsv',
]
const read = (file: string): string => readFileSync(new URL(file, folder), 'utf8')
const rowsOf = (file: string): readonly (readonly string[])[] =>
  read(file)
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'))

describe.each(files)('%s', (file) => {
  test('says its licence, and who made it or what rebuilds it', () => {
    const [first = ''] = read(file).split('\n')
    expect(first).toMatch(/^# licence: (?:CC0-1\.0|Unicode-3\.0|IPADIC)/)
    const script = /rebuilt by (\S+)|learnt .* by (\S+)/.exec(first)
    const path = script?.[1] ?? script?.[2]
    if (path === undefined) expect(first).toContain('own list')
    else expect(statSync(fileURLToPath(new URL(`../../${path}`, import.meta.url))).isFile()).toBe(true)
    if (first.includes('Unicode-3.0')) expect(first).toContain('unicode-notice.txt')
    if (first.includes('IPADIC')) expect(read(file)).toContain('ICOT')
  })
  test('has rows of one form, each once', () => {
    const rows = rowsOf(file)
    const width = rows[0]?.length ?? 0
    const keyLength = width > 3 || file.endsWith('spellings.tsv') || file === 'zh/sounds.tsv' ? 2 : 1
    const keys = rows.map((row) => row.slice(0, keyLength).join('\t'))
    expect(width).toBeGreaterThan(1)
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([])
  })
})

test('the data of names is small enough to ship', () => {
  const bytes = files.reduce((sum, file) => sum + statSync(new URL(file, folder)).size, 0)
  expect(bytes).toBeLessThan(900_000)
})

test('every channel loads, and ids are unique', () => {
  for (const channel of nameChannels) expect(channel.load()).toBeDefined()
  const ids = nameChannels.map((channel) => channel.id)
  expect(new Set(ids).size).toBe(ids.length)
})

test('the own list of Vietnamese readings has at least 600 characters', () => {
  const characters = rowsOf('vi/build/name-syllables.tsv')
    .map(([, forms = '']) => forms)
    .join('')
  expect(new Set(characters).size).toBeGreaterThanOrEqual(600)
})

test('sorted files are sorted, and every key is found by halving', () => {
  for (const file of ['ja/surnames.tsv', 'ja/given-names.tsv']) {
    const lookup = createLookup(read(file))
    for (const [key = '', value = ''] of rowsOf(file).filter((_, i) => i % 37 === 0)) expect(lookup(key)).toBe(value)
    expect(lookup('zzz')).toBeUndefined()
    expect(lookup('')).toBeUndefined()
  }
})

test('every other form of a character is folded to one form, and that one is not folded on', () => {
  const variants = readHanVariants()
  const forms = [...variants.values()].join('')
  expect(new Set(forms).size).toBe(forms.length)
  expect([...variants.keys()].filter((target) => forms.includes(target))).toEqual([])
})

test('no word of the context is both a support and an edge', () => {
  const { before, after, edgesBefore, edgesBehind } = hanNameContext
  expect(edgesBefore.filter((word) => before.includes(word))).toEqual([])
  expect(edgesBehind.filter((word) => after.includes(word))).toEqual([])
})

test('a listed name has Latin spellings and Han forms, and no spelling is listed twice', () => {
  const rows = rowsOf('zh/known-names.tsv')
  const spellings = rows.flatMap(([names = '']) => names.split(';'))
  expect(spellings.filter((name) => !/^\p{Lu}[\p{Script=Latin}\p{M}' -]+$/u.test(name))).toEqual([])
  expect(spellings.filter((name, i) => spellings.indexOf(name) !== i)).toEqual([])
  const forms = rows.flatMap(([, list = '']) => list.split(';'))
  expect(forms.filter((form) => !/^[\p{Script=Han}·-]+$/u.test(form))).toEqual([])
})
