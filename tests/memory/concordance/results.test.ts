import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { widthOf } from '../../../src/core/columns.ts'
import type { Span } from '../../../src/core/types.ts'
import { formsOf, renderingForms } from '../../../src/memory/concordance/forms.ts'
import { keywordInContext, type SortKey } from '../../../src/memory/concordance/lines.ts'
import { findIn, planQuery } from '../../../src/memory/concordance/plan.ts'
import { dateOf, documentOf } from '../../../src/memory/concordance/provenance.ts'
import { markRenderings } from '../../../src/memory/concordance/renderings.ts'
import { concordanceTsv } from '../../../src/memory/concordance/tsv.ts'
import type { ConcordanceHit, Renderings } from '../../../src/memory/concordance/types.ts'
import { plainTextOf } from '../../../src/memory/variants.ts'
import { unitOf } from './fake-source.ts'
import { hardText } from './texts.ts'

const origin = {
  sourceFile: 'wet.docx',
  targetFile: '法律.docx',
  sourceSegments: '1',
  targetSegments: '1',
  shape: '1:1',
  evidence: [],
  signature: '',
}

interface Made {
  readonly date?: string
  readonly document?: string
  readonly tag?: string
}

function hitOf(
  text: string,
  wanted: string,
  other?: string,
  { date, document, tag = 'nl' }: Made = {},
): ConcordanceHit {
  const unit = unitOf(1, [[tag, text], ...(other === undefined ? [] : ([['zh', other]] as const))], {
    ...(date === undefined ? {} : { props: { '@changedate': date } }),
    ...(document === undefined ? {} : { origin: { ...origin, sourceFile: document } }),
  })
  const [variant = { language: tag, content: [] }, translation] = unit.unit.variants
  return {
    unit,
    variant,
    spans: findIn(text, planQuery({ text: wanted })),
    isOtherScript: false,
    ...(translation === undefined ? {} : { other: { variant: translation, spans: [] } }),
  }
}

describe('keyword in context', () => {
  const lines = (text: string, wanted: string, columns: number): readonly (readonly [string, string, string])[] =>
    keywordInContext([hitOf(text, wanted)], { columns }).map(({ left, keyword, right }) => [left, keyword, right])

  test('a line for each place, cut to columns', () => {
    expect(lines('Het verdrag en het handelsverdrag gelden.', 'verdrag', 12)).toEqual([
      ['Het ', 'verdrag', ' en het han…'],
      ['…het handels', 'verdrag', ' gelden.'],
    ])
  })
  test('wide characters take two columns', () => {
    expect(lines('两国政府签署了经济合作协议。', '经济', 7)).toEqual([['…签署了', '经济', '合作协…']])
    expect(lines('两国政府签署了经济合作协议。', '经济', 8)).toEqual([['…签署了', '经济', '合作协…']])
    expect(lines('两国签署经济合作', '经济', 8)).toEqual([['两国签署', '经济', '合作']])
  })
  test('line ends and tabs are spaces', () => {
    expect(lines('een\n\nverdrag\tvan', 'verdrag', 9)).toEqual([['een ', 'verdrag', ' van']])
  })
  test('no side is wider than asked, and nothing is missing from one that was not cut', () => {
    fc.assert(
      fc.property(hardText, hardText, fc.integer({ min: 0, max: 12 }), (before, after, columns) => {
        for (const { left, right, span } of keywordInContext([hitOf(`${before} anker ${after}`, 'anker')], {
          columns,
        })) {
          for (const side of [left, right]) expect(widthOf(side)).toBeLessThanOrEqual(columns)
          const text = `${before} anker ${after}`.replace(/\n+/gu, '\n').replaceAll('\n', ' ')
          if (columns > 0 && !left.startsWith('…')) expect(text.startsWith(`${left}anker`)).toBe(true)
          if (columns > 0 && !right.endsWith('…')) expect(text.endsWith(`anker${right}`)).toBe(true)
          expect(span.end - span.start).toBe(5)
        }
      }),
    )
  })

  const sortedTexts = (texts: readonly string[], wanted: string, ...sort: readonly SortKey[]): readonly string[] =>
    keywordInContext(
      texts.map((text) => hitOf(text, wanted)),
      { columns: 40, sort },
    ).map(({ hit }) => plainTextOf(hit.variant))

  test('sorted by the nearest word before, then by the one before that', () => {
    const texts = ['dit oude verdrag', 'het verdrag', 'dat oude verdrag', 'Een verdrag', 'verdrag', 'één verdrag']
    expect(sortedTexts(texts, 'verdrag', 'left')).toEqual([
      'verdrag',
      'Een verdrag',
      'één verdrag',
      'het verdrag',
      'dat oude verdrag',
      'dit oude verdrag',
    ])
  })
  test('the first part of a compound is no context', () => {
    expect(sortedTexts(['zulke aardeverdragen', 'alle zeeverdragen'], 'verdrag', 'left')).toEqual([
      'alle zeeverdragen',
      'zulke aardeverdragen',
    ])
  })
  test('by what follows, in Chinese by characters', () => {
    expect(sortedTexts(['verdrag van Rome', 'verdragen met Rome', 'verdrag'], 'verdrag', 'right')).toEqual([
      'verdrag',
      'verdragen met Rome',
      'verdrag van Rome',
    ])
    const texts = ['合作b', '合作ab', '合作，a']
    expect(sortedTexts(texts, '合作', 'right')).toEqual(['合作，a', '合作ab', '合作b'])
  })
  test('by keyword, then by document and by date', () => {
    const hits = [
      hitOf('Verdragen', 'verdrag', undefined, { document: 'b.txt', date: '20200101T000000Z' }),
      hitOf('handelsverdrag', 'verdrag', undefined, { document: 'b.txt', date: '20190101T000000Z' }),
      hitOf('verdragen', 'verdrag', undefined, { document: 'a.txt', date: '20210101T000000Z' }),
    ]
    const order = (...sort: readonly SortKey[]): readonly string[] =>
      keywordInContext(hits, { columns: 20, sort }).map(({ hit }) => plainTextOf(hit.variant))
    expect(order('keyword', 'document')).toEqual(['handelsverdrag', 'verdragen', 'Verdragen'])
    expect(order('document', 'date')).toEqual(['verdragen', 'handelsverdrag', 'Verdragen'])
    expect(order('date')).toEqual(['handelsverdrag', 'Verdragen', 'verdragen'])
  })
  test('a language that no collation knows', () => {
    const hits = ['b x', 'a x'].map((text) => hitOf(text, 'x', undefined, { tag: 'not a tag' }))
    expect(keywordInContext(hits, { columns: 9, sort: ['left'] }).map(({ left }) => left)).toEqual(['a ', 'b '])
  })
})

describe('the other side', () => {
  /** Knows one word. */
  const renderings: Renderings = ({ text, span }, target) => {
    const start = target.text.indexOf('条约')
    return text.slice(span.start, span.end).toLowerCase() === 'verdrag' && start >= 0 ? [{ start, end: start + 2 }] : []
  }
  test('is marked where somebody knows what renders what was found', () => {
    const hit = markRenderings(hitOf('Een verdrag en nog een Verdrag', 'verdrag', '一项条约和另一项'), renderings)
    expect(hit.other?.spans).toEqual([{ start: 2, end: 4 }])
    expect(renderingForms([hit, hit])).toEqual([{ form: '条约', count: 2 }])
  })
  test('stays as it is where nobody knows, or there is none', () => {
    expect(markRenderings(hitOf('Een wet', 'wet', '条约'), renderings).other?.spans).toEqual([])
    const alone = hitOf('Een verdrag', 'verdrag')
    expect(markRenderings(alone, renderings)).toBe(alone)
    expect(renderingForms([alone])).toEqual([])
  })
  test('places are in order and do not overlap', () => {
    const spans: readonly Span[] = [
      { start: 4, end: 6 },
      { start: 0, end: 2 },
      { start: 1, end: 3 },
      { start: 3, end: 3 },
      { start: 8, end: 8 },
    ]
    expect(markRenderings(hitOf('verdrag', 'verdrag', '一二三四五六七'), () => spans).other?.spans).toEqual([
      { start: 0, end: 3 },
      { start: 4, end: 6 },
    ])
  })
  test('the languages are told', () => {
    const asked: string[] = []
    markRenderings(hitOf('verdrag', 'verdrag', '条约', { tag: 'nl-BE' }), (source, target) => {
      asked.push(source.language, target.language)
      return []
    })
    expect(asked).toEqual(['nl-BE', 'zh'])
  })
})

test('forms are counted by places, the commonest first', () => {
  const hits = [hitOf('Verdrag, verdrag en handels­verdrag', 'verdrag'), hitOf('Het Handelsverdrag', 'verdrag')]
  expect(formsOf(hits)).toEqual([
    { form: 'handelsverdrag', count: 2 },
    { form: 'verdrag', count: 2 },
  ])
  expect(formsOf([hitOf('经济合作组织', '济合')])).toEqual([{ form: '济合', count: 1 }])
})

test('where a hit comes from, and when', () => {
  const hit = hitOf('Een wet', 'wet', '法律', { date: '20240229T080910Z', document: 'wet.docx' })
  expect([documentOf(hit), dateOf(hit)]).toEqual(['wet.docx', '2024-02-29T08:09:10Z'])
  expect(documentOf({ ...hit, variant: hit.other?.variant ?? hit.variant })).toBe('法律.docx')
  expect(documentOf(hitOf('Een wet', 'wet', '法律', { document: '' }))).toBe('法律.docx')
  expect([documentOf(hitOf('Een wet', 'wet')), dateOf(hitOf('Een wet', 'wet'))]).toEqual(['', ''])
})

describe('TSV', () => {
  test('a row for each place under a row of names', () => {
    const hit = hitOf('Een wet\tis\r\neen wet.', 'wet', '法律\n是法律', { date: '20240229T080910Z', document: 'w.txt' })
    const unit = { ...hit.unit, unit: { ...hit.unit.unit, relation: 'partial' as const, confidence: 0.875 } }
    expect(concordanceTsv({ hits: [{ ...hit, unit }] })).toBe(
      [
        'left\tmatch\tright\tother\tunit\tmemory\tdocument\tdate\trelation\tconfidence',
        'Een \twet\t is een wet.\t法律 是法律\t1\tmain\tw.txt\t2024-02-29T08:09:10Z\tpartial\t0.875',
        'Een wet is een \twet\t.\t法律 是法律\t1\tmain\tw.txt\t2024-02-29T08:09:10Z\tpartial\t0.875',
        '',
      ].join('\n'),
    )
  })
  test('every row has every cell, whatever the texts', () => {
    fc.assert(
      fc.property(hardText, (text) => {
        const rows = concordanceTsv({ hits: [hitOf(`${text} wet`, 'wet')] }).split('\n')
        expect(rows.pop()).toBe('')
        for (const row of rows) expect(row.split('\t').length).toBe(10)
      }),
    )
  })
})
