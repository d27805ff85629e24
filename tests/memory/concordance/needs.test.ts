import { describe, expect, test } from 'vitest'
import { looseFor, needsOf } from '../../../src/memory/concordance/needs.ts'
import { searchConcordance } from '../../../src/memory/concordance/search.ts'
import { fakeSource, unitOf } from './fake-source.ts'

const phrases = (literal: string, isCaseSensitive = false): readonly (readonly string[])[] =>
  needsOf([[literal]], isCaseSensitive).flatMap((need) =>
    need.phrases.map((phrase) => phrase.map(({ norm, fit }) => `${fit} ${norm}`)),
  )

test('what the index is asked for', () => {
  expect(phrases('Verdrag')).toEqual([['part verdrag']])
  expect(phrases(' het Verdrag van')).toEqual([['end het', 'whole verdrag', 'start van']])
  expect(phrases('国，中')).toEqual([['whole 国', 'whole 中']])
  expect(phrases('。 -')).toEqual([])
  expect(needsOf([['a', '。']], true)).toEqual([])
})
test('characters that folding may join with others are left out', () => {
  expect(phrases('verＡdragen')).toEqual([['part dragen']])
  expect(phrases('ｶ国')).toEqual([['whole 国']])
})
test('sigma, which looks different at the end of a word, parts a word', () => {
  expect([phrases('νόμος'), phrases('ΝΌΜΟΣ', true), phrases('Σ')]).toEqual([[['part νόμο']], [['part νόμο']], []])
})

describe('letters that regular expressions take for each other', () => {
  test('are all known', () => {
    const missing: string[] = []
    for (let code = 0x80; code < 0x1_0000; code++) {
      if (code >= 0xd800 && code <= 0xdfff) continue
      const letter = String.fromCharCode(code)
      const lower = letter.toLowerCase()
      const usual = letter.toUpperCase().toLowerCase()
      if (usual === lower || letter.normalize('NFC') !== letter || usual.length !== 1) continue
      if (!new RegExp(`^${usual}$`, 'iu').test(lower) || usual === 'σ') continue
      if (!looseFor({ norm: usual, fit: 'part' }).includes(lower)) missing.push(`${usual} ${lower}`)
      if (!looseFor({ norm: lower, fit: 'part' }).includes(usual)) missing.push(`${lower} ${usual}`)
    }
    expect(missing).toEqual([])
  })
  test('are found by the index', async () => {
    const units = ['de ſtad', 'de stad', 'het ſelve', 'een dorp', 'ΝΌΜΟΣ', 'νόμος'].map((text, i) =>
      unitOf(i + 1, [['nl', text]]),
    )
    const search = async (text: string, caseSensitive = false): Promise<readonly number[]> => {
      const page = await searchConcordance(fakeSource(units, { segmentSize: 6 }), {
        text,
        caseSensitive,
        language: 'nl',
        kind: 'regex',
      })
      return page.hits.map(({ unit }) => unit.key).sort()
    }
    expect([await search('stad'), await search('stad', true), await search('νόμος$')]).toEqual([[1, 2], [2], [5, 6]])
  })
})
