import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Context, Input } from '../../src/core/contracts.ts'
import { glossaryFormats } from '../../src/formats/_glossary/index.ts'
import type { Glossary, Term, TermKind } from '../../src/formats/_glossary/terms.ts'
import { readRows } from '../../src/formats/_table/cells.ts'
import { parseXml } from '../../src/formats/_xml/parse.ts'
import { elementsOf, textIn, type XmlElement } from '../../src/formats/_xml/tree.ts'
import { inputOf } from './memory-input.ts'

const quiet: Context = { report: () => undefined }

const glossaryOf = (terms: readonly Term[]): Glossary => ({
  sourceLanguage: 'nl',
  targetLanguage: 'zh-Hant',
  origins: ['a & b.nl.txt – <c>.zh.txt'],
  terms,
})

const unclos: Term = {
  kind: 'treaty',
  key: 'treaty:unclos',
  source: [
    { text: 'VN-Zeerechtverdrag', count: 2 },
    { text: 'UNCLOS', count: 1 },
  ],
  target: [{ text: '聯合國海洋法公約', count: 3 }],
  occurrences: 3,
  confidence: 0.987,
  example: { source: 'Het <verdrag> & meer.', target: '公約。' },
}

function write(name: string, glossary: Glossary, context: Context = quiet): string {
  const format = glossaryFormats.find((each) => each.name === name)
  expect(format).toBeDefined()
  return [...(format?.write(glossary, context) ?? [])].join('')
}

async function rootOf(text: string): Promise<XmlElement> {
  const input: Input = inputOf(text, 'terms.tbx')
  for await (const event of parseXml(input, quiet, (name) => name === 'martif'))
    if (event.kind === 'whole') return event.element
  throw new Error('no root')
}

const all = (element: XmlElement, name: string): readonly XmlElement[] =>
  elementsOf(element).flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)])
const text = (element: XmlElement | undefined): string => (element === undefined ? '' : textIn(element))

describe('TBX', () => {
  test('is TBX-Basic: a head, then an entry a term with both languages and all forms', async () => {
    const root = await rootOf(write('tbx', glossaryOf([unclos])))
    expect([root.name, root.attributes.type]).toEqual(['martif', 'TBX-Basic'])
    expect(elementsOf(root).map((child) => child.name)).toEqual(['martifHeader', 'text'])
    expect(text(all(root, 'sourceDesc')[0]).trim()).toBe('Linked in a & b.nl.txt – <c>.zh.txt')
    const [entry] = all(root, 'termEntry')
    expect(entry?.attributes.id).toBe('c1')
    expect(text(all(entry ?? root, 'note')[0])).toBe('Occurrences: 3; confidence: 0.99; key: treaty:unclos')
    const sets = all(entry ?? root, 'langSet')
    expect(sets.map((set) => set.attributes['xml:lang'])).toEqual(['nl', 'zh-TW'])
    expect(sets.map((set) => all(set, 'term').map(text))).toEqual([
      ['VN-Zeerechtverdrag', 'UNCLOS'],
      ['聯合國海洋法公約'],
    ])
    const statuses = all(sets[0] ?? root, 'termNote').filter((note) => note.attributes.type === 'administrativeStatus')
    expect(statuses.map(text)).toEqual(['preferredTerm-admn-sts', 'admittedTerm-admn-sts'])
    expect(sets.map((set) => all(set, 'descrip').map(text))).toEqual([['Het <verdrag> & meer.'], ['公約。']])
  })

  test('keeps to the order of elements that its document type demands', async () => {
    const root = await rootOf(write('tbx', glossaryOf([unclos, { ...unclos, kind: 'word' }])))
    for (const entry of all(root, 'termEntry')) {
      expect(elementsOf(entry).map((child) => child.name)).toEqual(['descrip', 'note', 'langSet', 'langSet'])
      for (const tig of all(entry, 'tig'))
        expect(
          elementsOf(tig)
            .map((child) => child.name)
            .join(' '),
        ).toMatch(/^term(?: termNote){1,2}(?: descrip)?$/)
    }
    expect(all(root, 'termEntry').map((entry) => entry.attributes.id)).toEqual(['c1', 'c2'])
  })
})

const kinds: readonly TermKind[] = ['treaty', 'person', 'date', 'word']
const wild = fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }).map((drawn) => `x${drawn}`)
const form = fc.record({ text: wild, count: fc.integer({ min: 1, max: 9 }) })
const term: fc.Arbitrary<Term> = fc.record(
  {
    kind: fc.constantFrom(...kinds),
    key: wild,
    source: fc.array(form, { minLength: 1, maxLength: 3 }),
    target: fc.array(form, { minLength: 1, maxLength: 3 }),
    occurrences: fc.integer({ min: 1, max: 99 }),
    confidence: fc.double({ min: 0, max: 1, noNaN: true }),
    example: fc.record({ source: wild, target: wild }),
  },
  { requiredKeys: ['kind', 'key', 'source', 'target', 'occurrences', 'confidence'] },
)
/** What is left of a text: white space as one space, nothing that no file may hold. */
const kept = (drawn: string): string =>
  drawn
    .replace(/[\s\u2028\u2029]+/gu, ' ')
    .trim()
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]/gu, '')

describe('any term, with mark-up and control characters in it', () => {
  test('makes well-formed TBX that holds its forms', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(term, { maxLength: 4 }), async (terms) => {
        const root = await rootOf(write('tbx', glossaryOf(terms)))
        const forms = all(root, 'term').map(text)
        expect(forms).toEqual(
          terms.flatMap(({ source, target }) => [...source, ...target].map((one) => kept(one.text))),
        )
      }),
      { numRuns: 100 },
    )
  })

  test('makes a CSV row of as many cells as the head has', () => {
    fc.assert(
      fc.property(fc.array(term, { maxLength: 4 }), (terms) => {
        const written = write('csv', glossaryOf(terms))
        expect(written.startsWith('\ufeff')).toBe(true)
        const [head, ...rows] = [...readRows(written.slice(1), ',', 'x')].map((row) => row.cells)
        expect(rows).toHaveLength(terms.length)
        for (const [i, row] of rows.entries()) {
          expect(row).toHaveLength(head?.length ?? 0)
          expect(row[0]?.split(';')).toEqual(terms[i]?.source.map((one) => kept(one.text).replaceAll(';', ',')))
        }
      }),
      { numRuns: 100 },
    )
  })

  test('makes OmegaT lines of three cells, every form with every form', () => {
    fc.assert(
      fc.property(fc.array(term, { maxLength: 4 }), (terms) => {
        const lines = write('utf8', glossaryOf(terms)).split('\n').slice(0, -1)
        expect(lines.map((line) => line.split('\t').length).every((cells) => cells === 3)).toBe(true)
        expect(lines).toHaveLength(terms.reduce((sum, one) => sum + one.source.length * one.target.length, 0))
      }),
      { numRuns: 100 },
    )
  })
})

describe('what no file may hold', () => {
  test.each(glossaryFormats.map((format) => format.name))('is left out of %s and reported', (name) => {
    const codes: string[] = []
    const bad = { ...unclos, source: [{ text: 'a\u0007b', count: 1 }] }
    const written = write(name, glossaryOf([bad]), { report: ({ code }) => codes.push(code) })
    expect(written).toContain('ab')
    expect(codes).toEqual(['WRITE_CHARACTERS_DROPPED'])
  })

  test('a form that would be a remark of OmegaT or a formula of a spreadsheet is none', () => {
    const hash = { ...unclos, source: [{ text: '#metoo', count: 1 }] }
    expect(write('utf8', glossaryOf([hash]))).toMatch(/^ #metoo\t/)
    expect(write('csv', glossaryOf([{ ...unclos, source: [{ text: '=1+1', count: 1 }] }]))).toContain("\n'=1+1,")
  })
})
