import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Alignment, Bead, Entity, EntityKind, Evidence, EvidenceLink, Span } from '../src/core/types.ts'
import { readLexicon } from '../src/lexicon-reading.ts'
import { glossaryText } from '../src/term-files.ts'
import { defaultTermOptions, type TermOptions, termKinds, termsOf } from '../src/term-list.ts'
import { madeAlignment, madeBead, madeDocument } from './made-alignment.ts'

const quiet = { report: () => undefined }

/** What links a pair of lines: surfaces of both sides, with a key for things and none for words. */
type Made = readonly [kind: EntityKind | 'word', key: string | undefined, source: string, target: string]

interface MadePair {
  readonly source: string
  readonly target: string
  readonly links: readonly Made[]
  readonly confidence?: number
  readonly bead?: Partial<Bead>
}

/** An alignment line by line; entities stand where their surfaces are first found. */
function alignmentOf(pairs: readonly MadePair[], languages: readonly [string, string] = ['nl', 'zh']): Alignment {
  const source = madeDocument(
    `a.${languages[0]}.txt`,
    languages[0],
    pairs.map((pair) => pair.source),
  )
  const target = madeDocument(
    `a.${languages[1]}.txt`,
    languages[1],
    pairs.map((pair) => pair.target),
  )
  const place = (document: typeof source, line: number, surface: string): Span => {
    const start = document.text.indexOf(surface, document.segments[line]?.span.start)
    expect(start, surface).toBeGreaterThanOrEqual(0)
    return { start, end: start + surface.length }
  }
  const beads = pairs.map((pair, i): Bead => {
    const evidence = pair.links.map(([kind, key, left, right]): Evidence => {
      const links: readonly EvidenceLink[] = [{ source: place(source, i, left), target: place(target, i, right) }]
      return { scorer: 'entity', score: 2, note: '', kind, ...(key === undefined ? {} : { key }), links }
    })
    return { ...madeBead([i, i + 1], [i, i + 1], 'translation', pair.confidence ?? 0.9, evidence), ...pair.bead }
  })
  return madeAlignment(source, target, beads)
}

const formsOf = (alignments: readonly Alignment[], options: Partial<TermOptions> = {}): readonly string[] =>
  termsOf(alignments, { ...defaultTermOptions, ...options }).terms.map(
    ({ source, target }) =>
      `${source.map((form) => form.text).join(';')} = ${target.map((form) => form.text).join(';')}`,
  )

const bridge: MadePair = {
  source: 'De burgemeester opende de brug in Rotterdam.',
  target: '市长在鹿特丹为大桥剪彩。',
  links: [
    ['office', 'office:mayor', 'burgemeester', '市长'],
    ['place', 'place:rotterdam', 'Rotterdam', '鹿特丹'],
    ['word', undefined, 'brug', '大桥'],
  ],
}

describe('terms of alignments', () => {
  test('are the things that link pairs, places before offices; words on request', () => {
    expect(formsOf([alignmentOf([bridge])])).toEqual(['Rotterdam = 鹿特丹', 'burgemeester = 市长'])
    expect(formsOf([alignmentOf([bridge])], { kinds: ['word'] })).toEqual(['brug = 大桥'])
  })

  test('pool over files, the most usual form first, with places counted', () => {
    const short: MadePair = {
      source: 'Het VN-Zeerechtverdrag geldt.',
      target: '《海洋法公约》适用。',
      links: [['treaty', 'treaty:unclos', 'VN-Zeerechtverdrag', '海洋法公约']],
    }
    const long: MadePair = {
      source: 'UNCLOS geldt.',
      target: '联合国海洋法公约适用。',
      links: [['treaty', 'treaty:unclos', 'UNCLOS', '联合国海洋法公约']],
    }
    const { terms, origins } = termsOf([alignmentOf([short, long]), alignmentOf([short])])
    expect(origins).toHaveLength(2)
    expect(terms).toEqual([
      {
        kind: 'treaty',
        key: 'treaty:unclos',
        source: [
          { text: 'VN-Zeerechtverdrag', count: 2 },
          { text: 'UNCLOS', count: 1 },
        ],
        target: [
          { text: '海洋法公约', count: 2 },
          { text: '联合国海洋法公约', count: 1 },
        ],
        occurrences: 3,
        confidence: 0.99,
      },
    ])
  })

  test('an acronym comes after the name when both are as usual', () => {
    const pair = (form: string): MadePair => ({
      source: `De ${form} vergadert.`,
      target: '世贸组织开会。',
      links: [['organisation', 'org:wto', form, '世贸组织']],
    })
    expect(formsOf([alignmentOf([pair('WTO'), pair('Wereldhandelsorganisatie')])])).toEqual([
      'Wereldhandelsorganisatie;WTO = 世贸组织',
    ])
  })

  test('alignments the other way round pool, other languages do not', () => {
    const turned = alignmentOf(
      [
        {
          source: '市长来了。',
          target: 'De burgemeester kwam.',
          links: [['office', 'office:mayor', '市长', 'burgemeester']],
        },
      ],
      ['zh', 'nl'],
    )
    expect(termsOf([alignmentOf([bridge]), turned]).terms.map((term) => term.occurrences)).toEqual([1, 2])
    expect(() => termsOf([turned, alignmentOf([bridge], ['nl', 'en'])])).toThrow(/nl and en/)
  })

  test('a capital that only stands at the head of sentences is folded where the text has a small letter', () => {
    const head: MadePair = {
      source: '“Minister van Handel” was zijn ambt.',
      target: '他曾任贸易部长。',
      links: [['office', 'office:trade', 'Minister van Handel', '贸易部长']],
    }
    const other = (text: string): MadePair => ({ source: text, target: '是。', links: [] })
    expect(formsOf([alignmentOf([head])])).toEqual(['Minister van Handel = 贸易部长'])
    expect(formsOf([alignmentOf([head, other('De minister van Handel sprak.')])])).toEqual([
      'minister van Handel = 贸易部长',
    ])
    expect(formsOf([alignmentOf([head, other('De staatsminister van Handel sprak.')])])).toEqual([
      'Minister van Handel = 贸易部长',
    ])
    const middle: MadePair = { ...head, source: 'Hij was Minister van Handel, geen minister van Handelszaken.' }
    expect(formsOf([alignmentOf([middle])])).toEqual(['Minister van Handel = 贸易部长'])
  })

  test('inflected words come together by their stems; parts of names are left out', () => {
    const pair = (form: string): MadePair => ({
      source: `Rond het ${form} staat water.`,
      target: '王宫四周有水。',
      links: [
        ['word', undefined, form, '王宫'],
        ['word', undefined, 'water', '水'],
      ],
    })
    const palaces = alignmentOf([pair('paleis'), pair('paleis'), pair('paleizen')])
    const stems = [(norm: string) => norm.replace(/izen$/, 'is'), (norm: string) => norm] as const
    expect(formsOf([palaces], { kinds: ['word'], stems })).toEqual(['paleis;paleizen = 王宫', 'water = 水'])
    const inside: MadePair = {
      source: 'De Zuid-Chinese Zee.',
      target: '南海。',
      links: [
        ['place', 'place:south-china-sea', 'Zuid-Chinese Zee', '南海'],
        ['word', undefined, 'Zee', '海'],
      ],
    }
    expect(formsOf([alignmentOf([inside])], { kinds: termKinds })).toEqual(['Zuid-Chinese Zee = 南海'])
  })

  test('what is only implied is no form of a term', () => {
    const pair: MadePair = {
      source: 'In september 2021 en op 3 september 2021.',
      target: '2021年，9月3日。',
      links: [['date', 'date:2021', 'september 2021', '2021年']],
    }
    const made = alignmentOf([pair])
    const month: Entity = { kind: 'date', key: 'date:2021-09', span: { start: 3, end: 17 }, by: 'made' }
    const source = { ...made.source, analyses: [{ entities: [month], length: 10 }] }
    expect(formsOf([made])).toHaveLength(1)
    expect(formsOf([{ ...made, source }])).toEqual([])
    const days: MadePair = {
      source: 'Van 3 tot 5 september.',
      target: '9月3日至5日。',
      links: [['date', 'date:--09-03', '3', '9月3日']],
    }
    expect(formsOf([alignmentOf([days])])).toEqual([])
  })

  test('only exported beads count, a person decides, and rare terms can be left out', () => {
    const related = alignmentOf([{ ...bridge, bead: { relation: 'related' } }])
    expect(formsOf([related])).toEqual([])
    const decided = { state: 'accepted', by: 'Ans', at: '2026-01-01T00:00:00Z' } as const
    const accepted = alignmentOf([{ ...bridge, bead: { relation: 'related', decision: decided } }])
    expect(termsOf([accepted]).terms.map((term) => term.confidence)).toEqual([1, 1])
    expect(formsOf([alignmentOf([{ ...bridge, bead: { decision: { ...decided, state: 'rejected' } } }])])).toEqual([])
    expect(formsOf([alignmentOf([bridge])], { minOccurrences: 2 })).toEqual([])
  })

  test('the example is the most certain pair of sentences', () => {
    const better = { ...bridge, source: 'De burgemeester van Rotterdam zag de brug.', confidence: 0.95 }
    const { terms } = termsOf([alignmentOf([bridge, better])], { ...defaultTermOptions, hasExamples: true })
    expect(terms[0]?.example).toEqual({ source: better.source, target: better.target })
    expect(terms[0]?.confidence).toBe(0.99)
    expect(terms[0]?.occurrences).toBe(2)
  })
})

describe('a glossary as CSV', () => {
  test('is taken back as a lexicon, all forms of each side and nothing else', async () => {
    const pairs: readonly MadePair[] = [
      bridge,
      {
        source: 'De "Hoop; en Vrees", +1 of meer, van het VN-Zeerechtverdrag.',
        target: '《希望》、《海洋法公约》。',
        links: [
          ['title', 'title:hoop', 'Hoop; en Vrees', '希望'],
          ['treaty', 'treaty:unclos', 'VN-Zeerechtverdrag', '海洋法公约'],
        ],
      },
      {
        source: 'UNCLOS bleef.',
        target: '公约继续有效。',
        links: [['treaty', 'treaty:unclos', 'UNCLOS', '公约']],
      },
    ]
    const options = { ...defaultTermOptions, kinds: termKinds, hasExamples: true }
    const glossary = termsOf([alignmentOf(pairs)], options)
    const path = join(mkdtempSync(join(tmpdir(), 'zinpaar-')), 'terms.csv')
    writeFileSync(path, [...glossaryText(glossary, 'csv', quiet)].join(''))
    const { table } = await readLexicon(path, [], quiet)
    expect(table.languages.filter((language) => language !== '')).toEqual(['nl', 'zh'])
    const rows = table.rows.map((row) => [row[0], row[1]])
    expect(rows).toEqual([
      [
        ['VN-Zeerechtverdrag', 'UNCLOS'],
        ['公约', '海洋法公约'],
      ],
      [['Rotterdam'], ['鹿特丹']],
      [['burgemeester'], ['市长']],
      [['Hoop, en Vrees'], ['希望']],
      [['brug'], ['大桥']],
    ])
  })
})
