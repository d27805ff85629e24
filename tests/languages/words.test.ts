import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { LanguagePack } from '../../src/core/contracts.ts'
import { createSpacedWordFinder } from '../../src/languages/_shared/words.ts'
import { loadPack } from '../../src/languages/index.ts'

const packs = new Map<string, LanguagePack>()
beforeAll(async () => {
  for (const tag of ['nl', 'en', 'zh', 'und', 'ja']) packs.set(tag, await loadPack(tag))
})

function wordsOf(tag: string, text: string): readonly (readonly [string, string])[] {
  const words: [string, string][] = []
  packs
    .get(tag)
    ?.words(text, { start: 0, end: text.length }, (start, end, norm) => words.push([text.slice(start, end), norm]))
  return words
}
const norms = (tag: string, text: string): readonly string[] => wordsOf(tag, text).map(([, norm]) => norm)

describe('words', () => {
  test('Dutch hyphens part, apostrophes join', () => {
    expect(norms('nl', 'De Vietnamees-Japanse top')).toEqual(['de', 'vietnamees', 'japanse', 'top'])
    expect(norms('nl', "Zo'n foto's uit 's-Gravenhage, ’t is 'n feest")).toEqual([
      "zo'n",
      "foto's",
      'uit',
      "'s",
      'gravenhage',
      "'t",
      'is',
      "'n",
      'feest',
    ])
  })

  test('numbers stay whole, letters and digits stay together', () => {
    expect(norms('nl', 'G20 in 2021: 1.500,75 m, 14:30 en COVID-19')).toEqual([
      'g20',
      'in',
      '2021',
      '1.500,75',
      'm',
      '14:30',
      'en',
      'covid',
      '19',
    ])
  })

  test('the English possessive is cut off, contractions are not', () => {
    expect(wordsOf('en', "Japan's and workers' rights don't change")).toEqual([
      ['Japan', 'japan'],
      ['and', 'and'],
      ['workers', 'workers'],
      ['rights', 'rights'],
      ["don't", "don't"],
      ['change', 'change'],
    ])
  })

  test('norms are lower case, composed and of half width, with their diacritics', () => {
    expect(norms('zh', 'ＡＳＥＡＮ１２')).toEqual(['asean12'])
    expect(norms('nl', 'Azie\u0308 CAFÉ')).toEqual(['azië', 'café'])
  })

  test('Chinese words, with Latin ones between them', () => {
    expect(norms('zh', '越南国防部与ADMM在2021年合作。')).toEqual(
      expect.arrayContaining(['越南', '与', 'admm', '2021', '年', '合作']),
    )
    expect(
      wordsOf('ja', '東京でMeetingを')
        .map(([word]) => word)
        .join(''),
    ).toBe('東京でMeetingを')
  })

  test('a span cuts words at its ends', () => {
    const found: string[] = []
    packs.get('nl')?.words('xxHuis aan zeexx', { start: 2, end: 14 }, (_, __, norm) => found.push(norm))
    expect(found).toEqual(['huis', 'aan', 'zee'])
  })

  test('every letter and digit is in a word', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        let seen = ''
        packs.get('und')?.words(text, { start: 0, end: text.length }, (start, end) => {
          seen += text.slice(start, end)
        })
        const wanted = text.match(/[\p{L}\p{N}]/gu)?.join('') ?? ''
        expect(seen.match(/[\p{L}\p{N}]/gu)?.join('') ?? '').toBe(wanted)
      }),
    )
  })

  test('Han text without any mark is done in proportion to its length', () => {
    expect(norms('zh', '发展合作'.repeat(50_000)).length).toBe(100_000)
  })
})

describe('stems', () => {
  test('inflected words meet', () => {
    const [nl, en, zh] = ['nl', 'en', 'zh'].map((tag) => packs.get(tag)?.stem ?? String)
    expect(nl?.('landen')).toBe(nl?.('land'))
    expect(nl?.("foto's")).toBe(nl?.('foto'))
    expect(en?.('agreements')).toBe(en?.('agreement'))
    expect(zh?.('协议')).toBe('协议')
  })
})

test('words of a sentence are the same whoever asked for which one before', () => {
  const text = "Zij kondigde het plan aan; hij niet. Foto's, 1.200 euro en 北京. "
  const place = fc.nat({ max: text.length })
  const kept = createSpacedWordFinder()
  const wordsBy = (find: typeof kept, of: string, start: number, end: number): readonly unknown[] => {
    const words: unknown[] = []
    find(of, { start, end }, (...word) => words.push(word))
    return words
  }
  fc.assert(
    fc.property(fc.array(fc.tuple(place, place, fc.boolean()), { maxLength: 6 }), (asked) => {
      for (const [a, b, isOther] of [...asked, ...asked]) {
        const [start, end] = [Math.min(a, b), Math.max(a, b)]
        const of = isOther ? text.toUpperCase() : text
        expect(wordsBy(kept, of, start, end)).toEqual(wordsBy(createSpacedWordFinder(), of, start, end))
      }
    }),
  )
})
