import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compilePattern, patternFinder } from '../../../src/memory/concordance/pattern.ts'
import { findIn, planQuery } from '../../../src/memory/concordance/plan.ts'
import { searchConcordance, streamConcordance } from '../../../src/memory/concordance/search.ts'
import type { ConcordanceHit, ConcordanceQuery } from '../../../src/memory/concordance/types.ts'
import { passesFilter } from '../../../src/memory/filter.ts'
import type { MemoryUnit } from '../../../src/memory/types.ts'
import { plainTextOf } from '../../../src/memory/variants.ts'
import { fakeSource, type Texts, unitOf } from './fake-source.ts'
import { hardText, plainText } from './texts.ts'

const query = (text: string, more: Partial<ConcordanceQuery> = {}): ConcordanceQuery => ({
  text,
  language: 'nl',
  kind: 'text',
  ...more,
})
const keysOf = (hits: readonly ConcordanceHit[]): readonly number[] => hits.map(({ unit }) => unit.key)
const sorted = (keys: readonly number[]): readonly number[] => [...keys].sort((a, b) => a - b)

const tag = fc.constantFrom('nl', 'nl-BE', 'nl', 'zh-TW', 'zh-TW', 'zh')
const texts: fc.Arbitrary<Texts> = fc.array(fc.tuple(tag, fc.oneof(plainText, hardText)), {
  minLength: 1,
  maxLength: 3,
})
const memory = fc
  .array(texts, { minLength: 4, maxLength: 24 })
  .map((all) => all.map((one, i) => unitOf(i + 1, one, i % 3 === 0 ? { relation: 'partial' } : {})))

/** Languages of the fields that a query for Dutch or traditional Chinese searches. */
const meant: Readonly<Record<string, readonly string[]>> = { nl: ['nl', 'nl-BE'], 'zh-Hant': ['zh-TW'] }

/** What is to be found, by looking at every unit. */
function expectedKeys(
  units: readonly MemoryUnit[],
  { language, filter = {} }: ConcordanceQuery,
  isIn: (text: string) => boolean,
): readonly number[] {
  return units
    .filter((unit) => passesFilter(unit, filter))
    .filter(({ unit }) =>
      unit.variants.some((variant) => meant[language]?.includes(variant.language) && isIn(plainTextOf(variant))),
    )
    .map(({ key }) => key)
}

const whole = { limit: Number.POSITIVE_INFINITY }
const options = fc.record({
  language: fc.constantFrom('nl', 'zh-Hant'),
  wholeWords: fc.boolean(),
  caseSensitive: fc.boolean(),
  filter: fc.constantFrom({}, { relations: ['partial' as const] }),
})

/** A text to look for in a memory, mostly part of one in it. */
const memoryAndText = fc
  .tuple(memory, fc.nat(), fc.nat(), fc.nat({ max: 6 }), hardText)
  .map(([units, a, b, c, any]) => {
    const { variants = [] } = units[a % Math.max(1, units.length)]?.unit ?? {}
    const text = variants[0] === undefined ? any : plainTextOf(variants[0])
    const from = b % (text.length + 1)
    return [units, text.slice(from, from + 1 + c)] as const
  })

describe('searchConcordance finds what brute force finds', () => {
  test('texts', async () => {
    let hits = 0
    const property = fc.asyncProperty(memoryAndText, options, async ([units, text], more) => {
      const asked = query(text, { ...more, ...whole })
      const plan = planQuery(asked)
      const page = await searchConcordance(fakeSource(units), asked)
      expect(sorted(keysOf(page.hits))).toEqual(expectedKeys(units, asked, (one) => findIn(one, plan).length > 0))
      hits += page.hits.length
    })
    await fc.assert(property, { numRuns: 600 })
    expect(hits).toBeGreaterThan(150)
  })

  test('regular expressions, narrowed by what they require', async () => {
    const quote = (text: string): string => text.replace(/[\^$\\.*+?()[\]{}|/]/g, '\\$&')
    const shapes: readonly ((text: string) => string)[] = [
      (text) => text,
      (text) => `^.*${text}`,
      (text) => `${text}.*(verdrag|国)`,
      (text) => `(${text}|EU-)+.`,
      (text) => `${text}?[a-z]`,
      (text) => `\\b${text}`,
    ]
    const property = fc.asyncProperty(
      memoryAndText,
      fc.constantFrom(...shapes),
      options,
      async ([units, text], shape, more) => {
        const asked = query(shape(quote(text)), { ...more, ...whole, kind: 'regex' })
        fc.pre(isValid(asked))
        const all = units.flatMap(({ unit }) => unit.variants.map(plainTextOf))
        const places = patternFinder(compilePattern(asked))(all)
        const matching = new Set(all.filter((_, i) => (places[i] ?? []).length > 0))
        const page = await searchConcordance(fakeSource(units), asked)
        expect(sorted(keysOf(page.hits))).toEqual(expectedKeys(units, asked, (one) => matching.has(one)))
      },
    )
    await fc.assert(property, { numRuns: 200 })
  })
})

function isValid(asked: ConcordanceQuery): boolean {
  try {
    compilePattern(asked)
    return true
  } catch {
    return false
  }
}

const laws = [
  'Het verdrag treedt morgen in werking.',
  'Beide handelsverdragen gelden nog.',
  'De minister tekende het vredesverdrag.',
  'Er is geen akkoord bereikt.',
  'Een verdrag, een verdrag en nog een Verdrag.',
  'De raad wijzigt het besluit.',
  'Verdragen worden bekrachtigd.',
].map((text, i) =>
  unitOf(i + 1, [
    ['nl', text],
    ['zh', `第${i}句`],
  ]),
)

describe('pages', () => {
  test('the first ones, whether there are more, and the next', async () => {
    const source = fakeSource(laws, { segmentSize: 2 })
    const all = await searchConcordance(source, query('verdrag'))
    expect([all.isAll, all.counted, sorted(keysOf(all.hits))]).toEqual([true, 5, [1, 2, 3, 5, 7]])
    const first = await searchConcordance(source, query('verdrag', { limit: 3 }))
    expect([first.isAll, first.counted, first.hits.length]).toEqual([false, 4, 3])
    const second = await searchConcordance(source, query('verdrag', { limit: 3, skip: 3 }))
    expect([second.isAll, second.counted]).toEqual([true, 5])
    expect(keysOf([...first.hits, ...second.hits])).toEqual(keysOf(all.hits))
    const exact = await searchConcordance(source, query('verdrag', { limit: 5 }))
    expect([exact.isAll, exact.counted]).toEqual([true, 5])
  })
  test('forms are the whole words found', async () => {
    const { forms } = await searchConcordance(fakeSource(laws), query('verdrag'))
    expect(forms).toEqual([
      { form: 'verdrag', count: 4 },
      { form: 'handelsverdragen', count: 1 },
      { form: 'verdragen', count: 1 },
      { form: 'vredesverdrag', count: 1 },
    ])
  })
  test('units that are gone are passed over, and others take their place', async () => {
    const source = fakeSource(laws, { segmentSize: 7, dead: new Set([1, 2]) })
    const page = await searchConcordance(source, query('verdrag', { limit: 3 }))
    expect([page.isAll, sorted(keysOf(page.hits))]).toEqual([true, [3, 5, 7]])
  })
  test('no more units are fetched than it takes', async () => {
    const many = Array.from({ length: 2_000 }, (_, i) =>
      unitOf(i + 1, [
        ['nl', `Verdrag nummer ${i}`],
        ['zh', '条约'],
      ]),
    )
    const source = fakeSource(many, { segmentSize: 1_000 })
    const page = await searchConcordance(source, query('verdrag'))
    expect([page.hits.length, page.isAll]).toEqual([100, false])
    expect(source.asked.units).toBeLessThan(200)
    expect((await searchConcordance(source, query('nummer 1999'))).hits.length).toBe(1)
    expect((await searchConcordance(source, query('verdrag', whole))).hits.length).toBe(2_000)
    expect(source.asked.scanned).toBe(0)
  })
  test('nothing to look for finds nothing', async () => {
    for (const text of ['', ' ', '\u00ad'])
      expect(await searchConcordance(fakeSource(laws), query(text))).toEqual({
        hits: [],
        isAll: true,
        counted: 0,
        forms: [],
      })
  })
})

describe('regular expressions', () => {
  test('a rare text that is required keeps the rest of the memory out', async () => {
    const many = Array.from({ length: 3_000 }, (_, i) => unitOf(i + 1, [['nl', `De regel ${i} van het reglement.`]]))
    many.push(unitOf(9_000, [['nl', 'De regel over zeldzaamheden van het reglement.']]))
    const source = fakeSource(many, { segmentSize: 3_001 })
    const page = await searchConcordance(source, query(String.raw`regel \D+ zeldzaam\w+ van`, { kind: 'regex' }))
    expect(keysOf(page.hits)).toEqual([9_000])
    expect([source.asked.scanned, source.asked.units]).toEqual([0, 1])
  })
  test('one that requires nothing goes through pages, and stops when there is enough', async () => {
    const many = Array.from({ length: 9_000 }, (_, i) => unitOf(i + 1, [['nl', `De regel ${i % 10}`]]))
    const source = fakeSource(many)
    const page = await searchConcordance(source, query('[a-z] [5-7]$', { kind: 'regex', limit: 10 }))
    expect([page.hits.length, page.isAll, source.asked.scanned]).toEqual([10, false, 200])
    const hits: ConcordanceHit[] = []
    for await (const hit of streamConcordance(source, query('[a-z] [5-7]$', { kind: 'regex' }))) hits.push(hit)
    expect(hits.length).toBe(2_700)
  })
  test('a bad one is an error', async () => {
    const act = searchConcordance(fakeSource(laws), query('ver(drag', { kind: 'regex' }))
    await expect(act).rejects.toThrow(expect.objectContaining({ code: 'MEMORY_PATTERN' }))
  })
})

describe('languages', () => {
  const units = [
    unitOf(1, [
      ['nl', 'Een schepen.'],
      ['zh', '经济合作'],
      ['zh-TW', '經濟合作'],
    ]),
    unitOf(2, [
      ['nl-BE', 'De schepenen.'],
      ['zh-TW', '台北合作'],
    ]),
    unitOf(3, [
      ['zh-Hans-SG', '新加坡合作'],
      ['en', 'An alderman.'],
    ]),
    unitOf(4, [
      ['zh', '市长'],
      ['nl-BE', 'schepen A'],
      ['nl', 'schepen B'],
      ['nl-BE', 'schepen C'],
    ]),
  ]
  const search = async (text: string, more: Partial<ConcordanceQuery>): Promise<readonly ConcordanceHit[]> =>
    (await searchConcordance(fakeSource(units, { segmentSize: 3 }), query(text, more))).hits

  test('regions are one, scripts are not', async () => {
    expect(sorted(keysOf(await search('schepen', {})))).toEqual([1, 2, 4])
    expect(sorted(keysOf(await search('合作', { language: 'zh' })))).toEqual([1, 3])
    expect(sorted(keysOf(await search('合作', { language: 'zh-HK' })))).toEqual([1, 2])
  })
  test('the other script is searched when asked, and marked', async () => {
    const hits = await search('合作', { language: 'zh', foldScript: true })
    expect(new Map(hits.map(({ unit, isOtherScript }) => [unit.key, isOtherScript]))).toEqual(
      new Map([
        [1, false],
        [2, true],
        [3, false],
      ]),
    )
  })
  test('the other side is in the language asked for, in its script', async () => {
    const others = async (otherLanguage: string): Promise<readonly (readonly [number, string | undefined])[]> =>
      (await search('schepen', { otherLanguage }))
        .map(({ unit, other }) => [unit.key, other && plainTextOf(other.variant)] as const)
        .sort(([a], [b]) => a - b)
    expect(await others('zh')).toEqual([
      [1, '经济合作'],
      [4, '市长'],
    ])
    expect(await others('zh-Hant')).toEqual([
      [1, '經濟合作'],
      [2, '台北合作'],
    ])
    expect(await others('en')).toEqual([])
  })
  test('of several texts the last in exactly this language is preferred', async () => {
    const other = async (otherLanguage: string): Promise<string | undefined> => {
      const [hit] = await search('市长', { language: 'zh', otherLanguage })
      return hit?.other && plainTextOf(hit.other.variant)
    }
    expect([await other('nl'), await other('nl-BE'), await other('nl-NL')]).toEqual([
      'schepen B',
      'schepen C',
      'schepen C',
    ])
  })
  test('without a language asked for it is the first text in another one', async () => {
    const [hit] = await search('schepen C', {})
    expect(hit?.other && plainTextOf(hit.other.variant)).toBe('市长')
  })
  test('scans keep to the languages too', async () => {
    expect(sorted(keysOf(await search('^.+$', { kind: 'regex', otherLanguage: 'zh-TW' })))).toEqual([1, 2])
  })
})

describe('parts of words with more terms than are looked up at once', () => {
  const many = Array.from({ length: 400 }, (_, i) =>
    unitOf(i + 1, [['nl', `Schepen ${i % 2 === 0 ? 'voer' : 'zag'} ver${i}heid aan.`]]),
  )
  test.each([
    ['heid', 400],
    ['ver1', 111],
    ['voer ver', 200],
    ['zag ver1', 56],
    ['schepen voer ver39', 5],
    ['9heid aan', 0],
    ['r39', 11],
  ])('%s: %i', async (text, expected) => {
    const page = await searchConcordance(fakeSource(many, { segmentSize: 400 }), query(text, whole))
    expect(page.hits.length).toBe(expected)
  })
})
