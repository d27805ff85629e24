import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { TokenTable } from '../../src/core/types.ts'
import { createPack } from '../../src/languages/nl/index.ts'
import { createPack as createChinese } from '../../src/languages/zh/index.ts'
import { indexColumn } from '../../src/lexicon/column.ts'
import { joinTables, parseConcepts } from '../../src/lexicon/concepts.ts'
import { parsePairs } from '../../src/lexicon/learnt-pairs.ts'
import { minorKind } from '../../src/lexicon/source.ts'
import { pairWords, type WordSide } from '../../src/lexicon/words.ts'

const linesOf = (path: string): readonly string[] =>
  readFileSync(new URL(`../../src/lexicon/${path}`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')

describe('names and keywords of emojis', () => {
  const [notice = '', licence = '', head = '', ...rows] = linesOf('cldr/keywords.tsv')
  test('say whose they are', () => {
    expect(notice).toMatch(/Unicode, Inc\./)
    expect(licence).toContain('Unicode-3.0')
  })
  test('are rows of as many cells as there are languages, each pair once, in order', () => {
    const width = head.split('\t').length
    expect(rows.length).toBeGreaterThan(1000)
    expect(rows.filter((row) => row.split('\t').length !== width)).toEqual([])
    const pairs = rows.map((row) => row.split('\t').slice(1, 3).join('\t'))
    expect(new Set(pairs).size).toBe(pairs.length)
    expect([...rows].sort()).toEqual(rows)
  })
  test('have each form in the script of its column', () => {
    const scripts = [/^x$/, /^[\p{Script=Latin}\p{M}' ;-]+$/u, /^[\p{Script=Han};]+$/u]
    const bad = rows.filter((row) => !scripts.every((script, i) => script.test(row.split('\t')[i] ?? '')))
    expect(bad).toEqual([])
  })
  test('are small', () => expect(rows.join('\n').length).toBeLessThan(400_000))
})

describe('pairs learnt from LibreOffice', () => {
  const [notice = '', licence = '', head = '', ...rows] = linesOf('libreoffice/nl-zh.tsv')
  test('say whose they are', () => {
    expect(notice).toMatch(/LibreOffice 7\.4\.7/)
    expect(licence).toMatch(/MPL-2\.0.*https:\/\/mozilla\.org\/MPL\/2\.0\//)
  })
  test('are a word, a rendering and a probability, each once, the likeliest rendering first', () => {
    expect(head).toBe('nl\tzh\tprobability')
    expect(rows.length).toBeGreaterThan(1000)
    expect(rows.filter((row) => !/^[\p{Ll}\p{M}'-]{2,}\t\p{Script=Han}+\t(?:0\.\d\d|1\.00)$/u.test(row))).toEqual([])
    const cells = rows.map((row) => row.split('\t'))
    expect(new Set(cells.map(([a, b]) => `${a}\t${b}`)).size).toBe(rows.length)
    const unordered = cells.filter(([word = '', , p = ''], i) => {
      const [before = '', , q = ''] = cells[i - 1] ?? []
      return before > word || (before === word && q < p)
    })
    expect(unordered).toEqual([])
  })
})

test('pairs become one concept a word, with its renderings in order', () => {
  const table = parsePairs('made', 1, '# note\naa\tbb\tprobability\nrecht\t右\t0.5\nrecht\t直\t0.3\nmap\t文件夹\t0.9\n')
  expect(table.languages).toEqual(['aa', 'bb'])
  expect(table.rows).toEqual([
    [['recht'], ['右', '直']],
    [['map'], ['文件夹']],
  ])
  expect(table.kinds).toEqual([minorKind, minorKind])
})

describe('supplements', () => {
  const made = joinTables([
    parseConcepts('core', 1, 'pos\tnl\tzh\nn\trecht\t法律\nn\tzijkant\t右边;右'),
    parsePairs('learnt', 1, 'nl\tzh\tprobability\nrecht\t右\t0.5\nknop\t右\t0.5\nknop\t按钮\t0.4'),
  ])
  const probability = (nl: string, zh: string): number => {
    const side = (norm: string, language: string, pack: ReturnType<typeof createPack>): WordSide => ({
      tokens: { vocabulary: [norm] } as unknown as TokenTable,
      words: pack,
      column: indexColumn(made, language, pack),
    })
    return pairWords(side(nl, 'nl', createPack()), side(zh, 'zh', createChinese()))[0]?.probability ?? 0
  }
  test('pair words that the vocabulary lacks, and less surely', () => {
    expect(probability('recht', '法律')).toBe(1)
    expect(probability('knop', '按钮')).toBeGreaterThan(0.5)
    expect(probability('knop', '按钮')).toBeLessThan(0.9)
    expect(probability('knop', '右')).toBeLessThan(probability('knop', '按钮'))
  })
  test('say little of words that the vocabulary knows on both sides', () => {
    expect(probability('recht', '右')).toBeLessThan(0.3)
  })
})
