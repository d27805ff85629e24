import { describe, expect, test } from 'vitest'
import type { TokenTable } from '../../src/core/types.ts'
import { indexColumn, type WordKnowledge } from '../../src/lexicon/column.ts'
import { coreConcepts, joinTables, parseConcepts } from '../../src/lexicon/concepts.ts'
import { glossaryConcepts } from '../../src/lexicon/glossary.ts'
import { foldLetters } from '../../src/lexicon/letters.ts'
import { meaningsOf } from '../../src/lexicon/meanings.ts'
import { termFinder } from '../../src/lexicon/terms.ts'
import { pairWords, type WordSide } from '../../src/lexicon/words.ts'

const table = parseConcepts(
  'made',
  1,
  [
    '# licence: CC0-1.0',
    'pos\taa\tbb',
    'n\thaven\t港口;港',
    'n\tbrug\t桥梁;大桥',
    'n\tverdrag;akkoord\t条约',
    'm\trecht van de zee\t海洋法',
    'n\tmeester\t长官',
    'n\thavenmeester\t港务长',
  ].join('\n'),
)

const spaced: WordKnowledge = {
  joiner: ' ',
  stem: (norm) => norm.replace(/(?:en|s)$/, ''),
  functionWords: new Set(['de', 'van']),
  compoundLinks: ['', 's'],
  words(text, span, visit) {
    for (const match of text.slice(span.start, span.end).matchAll(/\p{L}+/gu))
      visit(span.start + match.index, span.start + match.index + match[0].length, match[0].toLowerCase())
  },
}
const unspaced: WordKnowledge = {
  joiner: '',
  stem: (norm) => norm,
  functionWords: new Set(['的']),
  words(text, span, visit) {
    for (let at = span.start; at < span.end; at++) visit(at, at + 1, text.charAt(at))
  },
}

const columnOf = (language: string, words: WordKnowledge) => {
  const column = indexColumn(table, language, words)
  if (column === undefined) throw new Error('no such column')
  return column
}
const conceptsOf = (norm: string): readonly number[] =>
  meaningsOf(columnOf('aa', spaced), norm, spaced).map((meaning) => meaning.concept)

describe('a word means', () => {
  test('what its form says, before its stem, before its parts', () => {
    expect(conceptsOf('haven')).toEqual([0])
    expect(conceptsOf('verdragen')).toEqual([2])
    expect(conceptsOf('havenmeester')).toEqual([5])
    expect(conceptsOf('havenbrug')).toEqual([0, 1])
    expect(conceptsOf('verdragsbrug')).toEqual([2, 1])
    expect(conceptsOf('xhaven')).toEqual([])
  })

  test('the less, the less of it is known', () => {
    const trust = (norm: string): number => meaningsOf(columnOf('aa', spaced), norm, spaced)[0]?.trust ?? 0
    expect(trust('verdrag')).toBeGreaterThan(trust('akkoord'))
    expect(trust('verdrag')).toBeGreaterThan(trust('verdragen'))
    expect(trust('verdragen')).toBeGreaterThan(trust('havenbrug'))
  })

  test('what any form with its stem says, though a vowel is doubled in one of them', () => {
    const column = indexColumn(parseConcepts('made', 1, 'pos\taa\tbb\nn\toog\t眼睛\nn\tbeen\t腿'), 'aa', {
      ...spaced,
      stem: (norm) => ({ oog: 'og', ogen: 'og', been: 'ben', benen: 'ben' })[norm] ?? norm,
    })
    expect(column?.byStem('ogen')).toEqual([{ concept: 0, rank: 0 }])
    expect(column?.byStem('benen').map((sense) => sense.concept)).toEqual([1])
  })

  test('nothing in a language that the table lacks', () => {
    expect(indexColumn(table, 'cc', spaced)).toBeUndefined()
  })
})

describe('terms', () => {
  const find = (language: string, words: WordKnowledge, text: string): readonly string[] => {
    const found: string[] = []
    termFinder(columnOf(language, words), words)(text, { start: 0, end: text.length }, (start, end) =>
      found.push(text.slice(start, end)),
    )
    return found
  }
  test('stand anywhere in unspaced text', () => {
    expect(find('bb', unspaced, '新港口大桥和海洋法')).toEqual(['港口', '大桥', '海洋法'])
  })
  test('are phrases in spaced text', () => {
    expect(find('aa', spaced, 'het recht van de zee geldt')).toEqual(['recht van de zee'])
  })
})

test('words pair by shared concepts and by equal letters, never function words', () => {
  const side = (vocabulary: readonly string[], language: string, words: WordKnowledge): WordSide => ({
    tokens: { vocabulary } as unknown as TokenTable,
    words,
    column: columnOf(language, words),
  })
  const pairs = pairWords(
    side(['haven', 'de', 'Phạm', 'unesco'], 'aa', spaced),
    side(['港口', '的', 'unesco', 'Pham'], 'bb', unspaced),
  )
  expect(pairs.map(({ source, target }) => [source, target])).toEqual([
    [0, 0],
    [2, 3],
    [3, 2],
  ])
})

test('words in different forms of the same letters pair where a pack folds them', () => {
  const folding: WordKnowledge = { ...unspaced, fold: (norm) => norm.replaceAll('済', '济').replaceAll('経', '经') }
  const side = (vocabulary: readonly string[], words: WordKnowledge): WordSide => ({
    tokens: { vocabulary } as unknown as TokenTable,
    words,
    column: undefined,
  })
  const pairs = pairWords(side(['発展', '経済'], folding), side(['经济', '展'], unspaced))
  expect(pairs.map(({ source, target }) => [source, target])).toEqual([[1, 0]])
})

test('letters fold without their marks', () => {
  expect(foldLetters('Đặng Phạm'.toLowerCase())).toBe('dang pham')
})

describe('the vocabulary that ships', () => {
  const { rows, languages } = coreConcepts()
  test('has a column a language and no empty cell', () => {
    expect(languages.length).toBe(3)
    expect(rows.length).toBeGreaterThan(2000)
    expect(rows.filter((row) => row.length !== languages.length || row.some((cell) => cell.length === 0))).toEqual([])
  })
  test('has each form in the script of its column, without brackets or stray spaces', () => {
    const bad = rows.flatMap(([first = [], second = [], third = []]) => [
      ...first.filter((form) => !/^[\p{Script=Latin}\d' .&’-]+$/u.test(form) || form.trim() !== form),
      ...second.filter((form) => !/^[\p{Script=Han}\p{Script=Latin}\d·-]+$/u.test(form)),
      ...third.filter((form) => !/^[\p{Script=Latin}\d' .&’-]+$/u.test(form) || form.trim() !== form),
    ])
    expect(bad).toEqual([])
  })
})

describe('a glossary', () => {
  test('names its languages in its first row and joins the vocabulary by them', () => {
    const glossary = glossaryConcepts('own.tsv', [
      ['bb', 'aa'],
      ['守桥人; 桥梁管理员', 'brugwachter'],
      ['', 'alleen'],
    ])
    expect(glossary.rows).toEqual([[['守桥人', '桥梁管理员'], ['brugwachter']]])
    const joined = joinTables([glossary, table])
    expect(joined.languages).toEqual(['bb', 'aa'])
    expect(joined.rows.at(1)).toEqual([['港口', '港'], ['haven']])
    expect(joined.kinds.length).toBe(joined.rows.length)
  })

  test('without languages is refused in words', () => {
    expect(() =>
      glossaryConcepts('own.tsv', [
        ['woord', 'vertaling'],
        ['a', 'b'],
      ]),
    ).toThrow(/own\.tsv/)
  })
})
