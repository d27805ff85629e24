import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chartOf, everyMonth, everyTenth } from '../../src/inspector/client/memory/parts/chart.ts'
import { codedTextOf, contentOf, keepsCodes, moveCode } from '../../src/inspector/client/memory/parts/coded-text.ts'
import { createLatest } from '../../src/inspector/client/memory/store/latest.ts'
import { memoryLocales } from '../../src/inspector/locales/memory/locales.ts'
import type { Run } from '../../src/memory-view.ts'

const texts = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '1', '⟦', '⟧', '国', '😀'), minLength: 1, maxLength: 8 })
const code = fc.record({
  kind: fc.constant('code' as const),
  id: fc.string({ maxLength: 2 }),
  role: fc.constantFrom('open' as const, 'close' as const, 'single' as const),
  data: fc.string({ maxLength: 4 }),
})
/** Texts never stand side by side in a content. */
const contents = fc
  .array(fc.oneof(texts, code), { maxLength: 8 })
  .map((parts) =>
    parts
      .map((part): Run => (typeof part === 'string' ? { kind: 'text', text: part } : part))
      .filter((run, i, all) => run.kind === 'code' || all[i - 1]?.kind !== 'text'),
  )

describe('texts with inline codes', () => {
  test('a content comes back from its typed text', () => {
    fc.assert(
      fc.property(contents, (content) => {
        const coded = codedTextOf(content)
        expect(contentOf(coded.text, coded)).toEqual(content)
        expect(keepsCodes(coded.text, coded)).toBe(true)
      }),
    )
  })

  test('a code that is moved is there once, and the text stays', () => {
    fc.assert(
      fc.property(contents, fc.nat(), fc.nat(), (content, which, place) => {
        const coded = codedTextOf(content)
        const token = coded.codes[which % Math.max(1, coded.codes.length)]?.token
        if (token === undefined) return
        const plain = (text: string): string => text.replaceAll(token, '')
        const { text, end } = moveCode(coded.text, token, place % (coded.text.length + 1))
        expect(plain(text)).toBe(plain(coded.text))
        expect(text.slice(end - token.length, end)).toBe(token)
      }),
    )
  })

  test('a token that is cut, or doubled, is seen', () => {
    const coded = codedTextOf([
      { kind: 'text', text: 'een ' },
      { kind: 'code', id: '1', role: 'single', data: '<br/>' },
    ])
    expect(coded.text).toBe('een ⟦1⟧')
    expect(keepsCodes('een ⟦1', coded)).toBe(false)
    expect(keepsCodes('⟦1⟧ een ⟦1⟧', coded)).toBe(false)
    expect(keepsCodes('⟦1⟧ twee', coded)).toBe(true)
  })
})

describe('charts', () => {
  test('months and tenths without units have their place', () => {
    const months = everyMonth([
      { name: '2025-11', units: 2 },
      { name: '2026-02', units: 4 },
    ])
    expect(months.map(({ name, units }) => [name, units])).toEqual([
      ['2025-11', 2],
      ['2025-12', 0],
      ['2026-01', 0],
      ['2026-02', 4],
    ])
    expect(everyTenth([{ name: '70', units: 1 }])).toHaveLength(10)
    const { columns, height } = chartOf(months)
    expect(columns.map(({ y }) => height - y)).toEqual([height / 2, 0, 0, height])
  })
})

describe('what is asked while typing', () => {
  test('only the last answer counts, and one question is open at a time', async () => {
    const asked: string[] = []
    const taken: string[] = []
    const answers: ((text: string) => void)[] = []
    const latest = createLatest(
      (text: string) => {
        asked.push(text)
        return new Promise<string>((resolve) => answers.push(resolve))
      },
      (answer) => taken.push(answer),
      0,
      (run) => {
        run()
        return () => undefined
      },
    )
    latest.ask('v')
    latest.ask('ve')
    latest.ask('ver')
    expect(asked).toEqual(['v'])
    answers[0]?.('answer to v')
    await new Promise((resolve) => setTimeout(resolve))
    expect(asked).toEqual(['v', 'ver'])
    answers[1]?.('answer to ver')
    await new Promise((resolve) => setTimeout(resolve))
    expect(taken).toEqual(['answer to ver'])
  })
})

describe('words of the page', () => {
  test('every language has the same keys and places, and no text is empty', () => {
    const placesOf = (text: string): readonly string[] => [...text.matchAll(/\{\w+\}/gu)].map(([place]) => place).sort()
    const { en } = memoryLocales
    for (const [locale, own] of Object.entries(memoryLocales)) {
      expect(Object.keys(own).sort(), locale).toEqual(Object.keys(en ?? {}).sort())
      for (const [key, text] of Object.entries(own)) {
        expect(text, `${locale} ${key}`).not.toBe('')
        if (!key.endsWith('.one'))
          expect(placesOf(text), `${locale} ${key}`).toEqual(placesOf(en?.[key as keyof typeof en] ?? ''))
      }
    }
  })
})
