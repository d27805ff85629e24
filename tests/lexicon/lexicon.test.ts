import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TokenTable } from '../../src/core/types.ts'
import { type ConceptTable, mergeByKey, parseConcepts } from '../../src/lexicon/concepts.ts'
import { createLexicon, type Lexicon } from '../../src/lexicon/lexicon.ts'
import { tableSource } from '../../src/lexicon/source.ts'
import { pairWords, type WordSide } from '../../src/lexicon/words.ts'
import { anyTable, tableWith, wordsOf } from './made-tables.ts'

const lexiconOf = (...tables: readonly ConceptTable[]): Lexicon =>
  createLexicon(tables.map((table) => tableSource(table)))

const sideOf = (lexicon: Lexicon, vocabulary: readonly string[], language: string): WordSide => ({
  tokens: { vocabulary } as unknown as TokenTable,
  words: wordsOf(language),
  column: lexicon.column(language, wordsOf(language)),
})

/** Probability of each pair of words, `haven=港口`. */
function pairsOf(
  lexicon: Lexicon,
  left: readonly string[],
  right: readonly string[],
): Readonly<Record<string, number>> {
  const bridges = lexicon.pivotLanguages('aa', 'bb').map((pivot) => lexicon.bridge('aa', 'bb', pivot, wordsOf(pivot)))
  const pairs = pairWords(sideOf(lexicon, left, 'aa'), sideOf(lexicon, right, 'bb'), { ...lexicon, bridges })
  return Object.fromEntries(pairs.map((pair) => [`${left[pair.source]}=${right[pair.target]}`, pair.probability]))
}

const shipped = tableWith([
  [['haven'], ['港口', '港']],
  [['brug'], ['桥梁']],
])

describe('sources are stacked by weight', () => {
  const glossary = tableWith([[['haven'], ['码头']]], { name: 'own', level: 'glossary' })
  const left = ['haven', 'brug']

  test('what the user wrote comes before what ships, where both texts hold it', () => {
    const pairs = pairsOf(lexiconOf(shipped, glossary), left, ['港口', '码头', '桥梁'])
    expect(pairs['haven=码头']).toBe(1)
    expect(pairs['haven=港口']).toBe(0.5)
    expect(pairs['brug=桥梁']).toBe(1)
  })
  test('what ships counts in full where the texts lack the word of the user', () => {
    expect(pairsOf(lexiconOf(shipped, glossary), left, ['港口', '桥梁'])).toEqual({ 'haven=港口': 1, 'brug=桥梁': 1 })
  })
  test('a memory counts more than a dictionary, a dictionary more than the texts at hand', () => {
    const trust = (level: ConceptTable['level']): number =>
      pairsOf(
        lexiconOf(tableWith([[['kade'], ['码头', '河岸', '岸']]], { level: level ?? 'shipped' })),
        ['kade'],
        ['岸'],
      )['kade=岸'] ?? 0
    const order = (['glossary', 'memory', 'shipped', 'dictionary', 'texts'] as const).map(trust)
    expect(order).toEqual([...order].sort((a, b) => b - a))
    expect(new Set(order).size).toBe(5)
  })
  test('a learnt pair counts as much as it is likely', () => {
    const learnt = tableWith([[['kade'], ['码头']]], { trusts: [0.4] })
    expect(pairsOf(lexiconOf(learnt), ['kade'], ['码头'])).toEqual({ 'kade=码头': 0.4 })
  })
  test('no probability exceeds 1', () => {
    fc.assert(
      fc.property(anyTable, fc.constantFrom('glossary', 'memory', 'texts'), (table, level) => {
        const [left, right] = [0, 1].map((c) => [
          ...new Set(table.rows.flatMap((row) => row[c] ?? []).map((form) => form.toLowerCase())),
        ])
        for (const probability of Object.values(pairsOf(lexiconOf({ ...table, level }), left ?? [], right ?? [])))
          expect(probability).toBeLessThanOrEqual(1)
      }),
    )
  })
})

test('the order in which sources are given changes nothing', () => {
  const levels = ['glossary', 'memory', 'shipped', 'dictionary'] as const
  fc.assert(
    fc.property(fc.array(anyTable, { minLength: 2, maxLength: 4 }), (made) => {
      const tables = made.map((table, i) => ({ ...table, name: `made-${i}`, level: levels[i] ?? ('texts' as const) }))
      const all = tables.flatMap((table) => table.rows)
      const [left, right] = [0, 1].map((c) => [
        ...new Set(all.flatMap((row) => row[c] ?? []).map((form) => form.toLowerCase())),
      ])
      expect(pairsOf(lexiconOf(...tables), left ?? [], right ?? [])).toEqual(
        pairsOf(lexiconOf(...[...tables].reverse()), left ?? [], right ?? []),
      )
    }),
  )
})

test('of phrases with the same stems in two sources, the same one is found in any order', () => {
  const one = tableWith([[['rechten van de zee'], ['海洋法']]], { name: 'one' })
  const two = tableWith([[['recht van de zee'], ['海洋权']]], { name: 'two' })
  const phrases = (lexicon: Lexicon) =>
    lexicon
      .column('aa', wordsOf('aa'))
      ?.phrasesFrom('recht')
      .map((phrase) => phrase.norm)
  expect(phrases(lexiconOf(one, two))).toEqual(['rechten van de zee', 'recht van de zee'])
  expect(phrases(lexiconOf(two, one))).toEqual(phrases(lexiconOf(one, two)))
})

describe('a third language', () => {
  const left = (rows: readonly (readonly [string, readonly string[]])[]): ConceptTable =>
    tableWith(
      rows.map(([word, forms]) => [[word], forms]),
      { name: 'left', languages: ['aa', 'cc'], level: 'dictionary' },
    )
  const right = (rows: readonly (readonly [string, readonly string[]])[]): ConceptTable =>
    tableWith(
      rows.map(([word, forms]) => [[word], forms]),
      { name: 'right', languages: ['bb', 'cc'], level: 'dictionary' },
    )

  test('links words that share a rendering, less surely than a source of both languages', () => {
    const pairs = pairsOf(lexiconOf(left([['haven', ['port']]]), right([['港口', ['port']]])), ['haven'], ['港口'])
    expect(pairs['haven=港口']).toBeGreaterThan(0.5)
    expect(pairs['haven=港口']).toBeLessThan(0.9)
  })
  test('works either way round', () => {
    const lexicon = lexiconOf(left([['haven', ['port']]]), right([['港口', ['port']]]))
    expect(lexicon.pivotLanguages('bb', 'aa')).toEqual(lexicon.pivotLanguages('aa', 'bb'))
    const [bridge] = ['cc'].map((pivot) => lexicon.bridge('bb', 'aa', pivot, wordsOf(pivot)))
    expect(bridge?.(1).map((reached) => reached.concept)).toEqual([0])
  })
  test('says the less, the more ways lead through a word', () => {
    const many = (count: number): number => {
      const others = Array.from({ length: count }, (_, i) => [`手${i}`, ['hand']] as const)
      return (
        pairsOf(lexiconOf(left([['hand', ['hand']]]), right([['手', ['hand']], ...others])), ['hand'], ['手'])[
          'hand=手'
        ] ?? 0
      )
    }
    expect(many(0)).toBeGreaterThan(many(3))
    expect(many(3)).toBeGreaterThan(many(12))
    expect(many(80)).toBe(0)
  })
  test('is not followed through a word with very many uses', () => {
    const reached = (count: number): number => {
      const others = Array.from({ length: count }, (_, i) => [`手${i}`, ['hand']] as const)
      return lexiconOf(left([['hand', ['hand']]]), right(others)).bridge('aa', 'bb', 'cc', wordsOf('cc'))(0).length
    }
    expect(reached(20)).toBe(20)
    expect(reached(200)).toBe(0)
  })
  test('says nothing through function words, and something through phrases that are alike', () => {
    const lexicon = lexiconOf(
      left([
        ['aan', ['van']],
        ['zeerecht', ['law of the sea']],
      ]),
      right([
        ['于', ['van']],
        ['海洋法', ['law of the sea']],
      ]),
    )
    expect(Object.keys(pairsOf(lexicon, ['aan', 'zeerecht'], ['于', '海洋法']))).toEqual(['zeerecht=海洋法'])
  })
  test('adds nothing to two words that a direct table pairs with others', () => {
    const lexicon = lexiconOf(shipped, left([['haven', ['bridge']]]), right([['桥梁', ['bridge']]]))
    expect(pairsOf(lexicon, ['haven', 'brug'], ['港口', '桥梁'])).toEqual({ 'haven=港口': 1, 'brug=桥梁': 1 })
  })
  test('is not looked for where every source has both languages', () => {
    const both = tableWith([[['haven'], ['港口'], ['port']]], { languages: ['aa', 'bb', 'cc'] })
    expect(lexiconOf(both, { ...both, name: 'other' }).pivotLanguages('aa', 'bb')).toEqual([])
  })
})

test('sources that ship are bridged only where none of them has both languages', () => {
  const partial = tableWith([[['kade'], ['quay']]], { name: 'partial', languages: ['aa', 'cc'] })
  const full = tableWith([[['haven'], ['港口'], ['port']]], { languages: ['aa', 'bb', 'cc'] })
  const other = tableWith([[['码头'], ['quay']]], { name: 'other', languages: ['bb', 'cc'] })
  expect(lexiconOf(partial, full).pivotLanguages('aa', 'bb')).toEqual([])
  expect(lexiconOf(partial, other).pivotLanguages('aa', 'bb')).toEqual(['cc'])
  expect(lexiconOf({ ...partial, level: 'dictionary' }, full).pivotLanguages('aa', 'bb')).toEqual(['cc'])
})

test('a table with a column of probabilities gives them to its pairs', () => {
  const table = parseConcepts('learnt', 1, '# licence: CC0-1.0\npos\taa\tbb\tprobability\n\tkade\t码头\t0.35\n')
  expect(table).toMatchObject({ languages: ['aa', 'bb'], rows: [[['kade'], ['码头']]], trusts: [0.35] })
  expect(pairsOf(lexiconOf(table), ['kade'], ['码头'])).toEqual({ 'kade=码头': 0.35 })
})

test('the signature names what ships and what links the two languages', () => {
  const other = tableWith([[['a'], ['b']]], { name: 'other', languages: ['aa', 'dd'], level: 'glossary' })
  const lexicon = lexiconOf(other, shipped)
  expect(lexicon.signatures('aa', 'bb')).toEqual(['made.1'])
  expect(lexicon.signatures('aa', 'dd')).toEqual(['other.1', 'made.1'])
})

test('rows of one key become one, whatever the order of the files', () => {
  const one = tableWith([[['haven']], [['kade']]], { languages: ['aa'], keys: ['1-n', '2-n'] })
  const two = tableWith([[['码头']], [['港口', '港']], [['船']]], { languages: ['bb'], keys: ['2-n', '1-n', '3-n'] })
  expect(mergeByKey([one, two]).rows).toEqual([
    [['haven'], ['港口', '港']],
    [['kade'], ['码头']],
    [[], ['船']],
  ])
  expect(new Set(mergeByKey([two, one]).rows.map((row) => JSON.stringify([row[1], row[0]])))).toEqual(
    new Set(mergeByKey([one, two]).rows.map((row) => JSON.stringify(row))),
  )
})
