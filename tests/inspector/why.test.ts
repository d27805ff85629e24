import { describe, expect, test } from 'vitest'
import type { Evidence } from '../../src/editing.ts'
import { createTranslate } from '../../src/inspector/client/text/translate.ts'
import { en } from '../../src/inspector/locales/en.ts'
import { loadTexts, localeTags } from '../../src/inspector/locales/locales.ts'

const locales = Object.fromEntries(
  await Promise.all(localeTags.map(async (tag) => [tag, await loadTexts(tag)] as const)),
)

import { matchesOf } from '../../src/inspector/client/why/matches.ts'
import { whySentence } from '../../src/inspector/client/why/sentence.ts'
import type { BeadDetail } from '../../src/inspector/protocol.ts'
import { placedBead } from './made-beads.ts'

const source = 'In september 2021 kwam Vietnam naar Leiden.'
const target = '2021年9月，越南来到莱顿。'
const span = (text: string, part: string) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length })
const link = (here: string, there: string) => ({ links: [{ source: span(source, here), target: span(target, there) }] })

const evidence: readonly Evidence[] = [
  { scorer: 'translation', kind: 'word', score: 0.9, note: 'kwam = 来到', ...link('kwam', '来到') },
  { scorer: 'translation', kind: 'word', score: 1.9, note: '2021 = 2021', ...link('2021', '2021') },
  { scorer: 'entity', kind: 'place', key: 'place:VN', score: 2.1, note: 'both name x', ...link('Vietnam', '越南') },
  {
    scorer: 'entity',
    kind: 'date',
    key: 'date:2021-09',
    score: 4.2,
    note: 'x',
    ...link('september 2021', '2021年9月'),
  },
  { scorer: 'entity', kind: 'place', key: 'place:leiden', score: 1.8, note: 'x', ...link('Leiden', '莱顿') },
  { scorer: 'length', score: 0.4, note: 'the lengths fit' },
  { scorer: 'entity', kind: 'person', key: 'person:x', score: -1.5, note: 'only the target names 王明' },
]
const detail: BeadDetail = { id: '0-1:0-1', evidence, checks: [], words: { known: 3, all: 5 } }
const bead = placedBead([0, 1], [0, 1])

const sentence = (locale: string, of = detail, which = bead): string =>
  whySentence(which, of, {
    locale,
    t: createTranslate(locale, locales[locale] ?? en),
    source: { text: source, language: 'nl' },
    target: { text: target, language: 'zh' },
  }).replace(/[\u2066-\u2069]/gu, '')

describe('the sentence that says why', () => {
  test('is in the language of the page, names too', () => {
    expect(sentence('en')).toBe(
      'Both name September 2021, Vietnam and Leiden; 3 of 5 words known; the lengths fit; only the target names 王明.',
    )
    expect(sentence('nl')).toBe(
      'Beide noemen september 2021, Vietnam en Leiden; 3 van 5 woorden bekend; de lengtes passen; alleen het doel noemt 王明.',
    )
    expect(sentence('zh')).toBe('两侧都提到2021年9月、越南和莱顿；5 个词中有 3 个对应；长度相符；只有译文提到王明。')
  })

  test('says that a side is missing', () => {
    expect(sentence('en', detail, placedBead([0, 0], [0, 1]))).toBe('Nothing in the source belongs with this.')
  })

  test('has something to say when there is no evidence', () => {
    const bare: BeadDetail = { ...detail, evidence: [], words: { known: 0, all: 0 } }
    expect(sentence('en', bare)).toBe('Nothing speaks for or against this pair.')
  })
})

describe('matches', () => {
  test('are numbered by weight, names first, without words that names hold', () => {
    expect(matchesOf(detail).map(({ number, evidence: { note, key } }) => `${number} ${key ?? note}`)).toEqual([
      '1 date:2021-09',
      '2 place:VN',
      '3 place:leiden',
      '4 kwam = 来到',
    ])
  })
})
