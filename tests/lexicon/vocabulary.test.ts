import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { coreConcepts, parseConcepts } from '../../src/lexicon/concepts.ts'

const folder = new URL('../../src/lexicon/core/', import.meta.url)
const files = readdirSync(folder).filter((name) => name.endsWith('.tsv'))

interface Row {
  /** `file:line`, to find the row. */
  readonly at: string
  readonly cells: readonly string[]
}

const texts = new Map(files.map((file) => [file, readFileSync(new URL(file, folder), 'utf8')]))
const rows: readonly Row[] = [...texts].flatMap(([file, text]) =>
  text
    .replace(/\n$/u, '')
    .split('\n')
    .map((line, index) => ({ at: `${file}:${index + 1}`, cells: line.split('\t') }))
    .slice(2),
)
const written = ({ at, cells }: Row): string => `${at}: ${cells.join(' | ')}`
const rowsThat = (fails: (cells: readonly string[]) => boolean): readonly string[] =>
  rows.filter((row) => fails(row.cells)).map(written)

/** Columns that may hold each form: letters of the script, and what joins words of one form. */
const latin = /^'?[\p{Script=Latin}\p{Mn}]+(?:['’ -]+[\p{Script=Latin}\p{Mn}]+)*['’-]?$/u
const han = /^(?=.*\p{Script=Han})[\p{Script=Han}A-Za-z0-9]+$/u
/** Written otherwise in simplified Chinese; none of them is a simplified character too. */
const traditional =
  /[個們來這對說時會國學過還為見開關長門問間現東車轉運動產業經濟義務題實驗質車員財貨買賣貿費貝壞獎環響順須領頭顏顯風飛飯飲館馬駐驗鳥魚麥黃齊龍龜]/u

describe('every file of the vocabulary', () => {
  test.each([...texts])('%s starts with its licence and columns and ends with a line feed', (_file, text) => {
    expect(text.startsWith('# licence: CC0-1.0\npos\tnl\tzh\ten\n')).toBe(true)
    expect(text.endsWith('\n') && !text.endsWith('\n\n')).toBe(true)
    expect(/[\r\uFEFF]/u.test(text)).toBe(false)
    expect(text).toBe(text.normalize('NFC'))
  })

  test('is read: no row is lost on the way', () => {
    const table = coreConcepts()
    expect(table.rows).toHaveLength(rows.length)
    expect(table.languages).toEqual(['nl', 'zh', 'en'])
    const lengths = [...texts].map(([file, text]) => parseConcepts(file, 1, text).rows.length)
    expect(lengths.reduce((sum, length) => sum + length, 0)).toBe(rows.length)
  })
})

describe('every row of the vocabulary', () => {
  test('has a kind and three columns with something in them', () => {
    expect(rowsThat((cells) => cells.length !== 4 || cells.some((cell) => cell === ''))).toEqual([])
    expect(rowsThat(([kind = '']) => !/^[nvadpm]$/u.test(kind))).toEqual([])
  })

  test('has words in the script of their column, without brackets, stray spaces or empty forms', () => {
    const allMatch = (cell: string | undefined, form: RegExp): boolean =>
      (cell ?? '').split(';').every((word) => form.test(word))
    expect(rowsThat(([, nl]) => !allMatch(nl, latin))).toEqual([])
    expect(rowsThat(([, , zh]) => !allMatch(zh, han))).toEqual([])
    expect(rowsThat(([, , , en]) => !allMatch(en, latin))).toEqual([])
  })

  test('writes Chinese in simplified characters', () => {
    expect(rowsThat(([, , zh = '']) => traditional.test(zh))).toEqual([])
  })

  test('gives at most six renderings in Chinese, none of them twice', () => {
    expect(rowsThat(([, , zh = '']) => zh.split(';').length > 6)).toEqual([])
    expect(rowsThat((cells) => cells.slice(1).some(hasTwice))).toEqual([])
  })

  test('says what no other row says: one kind of word, one Dutch form and one Chinese form stand together once', () => {
    const first = new Map<string, string>()
    const twice: string[] = []
    for (const row of rows) {
      const [kind = '', nl = '', zh = ''] = row.cells
      for (const dutch of nl.split(';'))
        for (const chinese of zh.split(';')) {
          const pair = `${kind} ${dutch} ${chinese}`
          const before = first.get(pair)
          if (before === undefined) first.set(pair, row.at)
          else twice.push(`${written(row)} (${pair}, see ${before})`)
        }
    }
    expect(twice).toEqual([])
  })
})

const hasTwice = (cell: string): boolean => {
  const forms = cell.split(';')
  return new Set(forms).size < forms.length
}
