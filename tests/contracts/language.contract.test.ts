import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { LanguagePack } from '../../src/core/contracts.ts'
import { isSpace } from '../../src/core/text.ts'
import type { Entity, Span } from '../../src/core/types.ts'
import { joinerOf, languages, loadPack } from '../../src/languages/index.ts'

interface Example {
  readonly segments: readonly string[]
  /** Surface and key, or kind and form of what has no key; the segments may name more. */
  readonly entities?: readonly (readonly [string, string])[]
  readonly absent?: readonly string[]
  readonly absentKinds?: readonly string[]
}

const whole = (text: string): Span => ({ start: 0, end: text.length })
const sliceOf = (text: string, { start, end }: Span): string => text.slice(start, end)
const nameOf = ({ key, kind, form }: Entity): string => key ?? `${kind}:${form}`

/** Text made of what splitters and finders trip over. */
const pieces = fc.constantFrom(
  ...[
    'De ',
    'the ',
    'word',
    ' ',
    '  ',
    '\n',
    '\n\n',
    '. ',
    '.',
    '!',
    '? ',
    '…',
    '...',
    '"',
    '” ',
    '“',
    "'s ",
    '(',
    ')',
    '1',
    '1.',
    '2014. ',
    'dhr. ',
  ],
  ...[
    'J. ',
    'van ',
    'enz. ',
    'U.S. ',
    '- ',
    '\u00a0',
    '\u3000',
    '。',
    '！',
    '？',
    '……',
    '”',
    '「',
    '」',
    '《',
    '》',
    '（',
    '）',
    '(完)',
    '越',
    '日',
    '方',
  ],
  ...[
    '越南',
    '日本',
    '2021年9月',
    '中国人',
    'Vietnam',
    'ASEAN',
    'Ａ',
    'é',
    'e\u0301',
    '😀',
    '\ud83d',
    '।',
    '۔',
    'x.nl',
    ', ',
    ',',
    ';',
    ':',
    '-',
  ],
)
const texts = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(''))

describe.each(languages)('language $tag', (row) => {
  let pack: LanguagePack
  /** A second one, which has read all examples before it is compared with the first. */
  let other: LanguagePack | undefined
  beforeEach(async () => {
    pack ??= await row.load()
  })

  test('has the shape of a pack', () => {
    expect(pack.tag).toBe(row.tag)
    expect(row.scripts).toContain(pack.scripts[0])
    expect(pack.joiner).toBe(joinerOf(row.tag))
    expect(Number.isInteger(pack.version)).toBe(true)
    expect(pack.unitsPerCharacter).toBeGreaterThan(0)
    for (const word of pack.functionWords) expect(word).toBe(word.toLowerCase())
  })

  test('its furniture is in lower case and names nothing twice', () => {
    for (const list of Object.values(pack.furniture) as readonly (readonly string[])[]) {
      expect(new Set(list).size).toBe(list.length)
      for (const entry of list) expect(entry.trim() !== '' && entry === entry.toLowerCase(), entry).toBe(true)
    }
  })

  const examples: readonly Example[] = JSON.parse(
    readFileSync(new URL(`../../src/languages/${row.tag}/examples.json`, import.meta.url), 'utf8'),
  )

  test('has at least twenty examples', () => {
    expect(examples.length).toBeGreaterThanOrEqual(20)
  })

  test.each(examples)('example: $segments.0', ({ segments, entities = [], absent = [], absentKinds = [] }) => {
    const text = segments.join(pack.joiner)
    const spans = pack.segment(text, whole(text))
    expect(spans.map((span) => sliceOf(text, span))).toEqual(segments)
    const found = spans.flatMap((span) => pack.entities(text, span))
    const named = found.map((entity) => [sliceOf(text, entity.span), nameOf(entity)])
    for (const expected of entities) expect(named).toContainEqual(expected)
    const certain = found.filter(({ by }) => !by.includes(':if:'))
    expect(certain.map(nameOf).filter((name) => absent.includes(name))).toEqual([])
    expect(certain.map(({ kind }) => kind as string).filter((kind) => absentKinds.includes(kind))).toEqual([])
  })

  test('segments are in order, trimmed, and cover all that is no white space', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let at = 0
        for (const { start, end } of pack.segment(text, whole(text))) {
          expect(isBlank(text, at, start)).toBe(true)
          expect(end).toBeGreaterThan(start)
          expect(isSpace(text.charCodeAt(start)) || isSpace(text.charCodeAt(end - 1))).toBe(false)
          at = end
        }
        expect(isBlank(text, at, text.length)).toBe(true)
      }),
      { numRuns: 150 },
    )
  })

  test('a block is split alike wherever it stands in the text', () => {
    fc.assert(
      fc.property(texts, texts, (before, text) => {
        const shift = before.length
        const alone = pack.segment(text, whole(text))
        const inside = pack.segment(before + text + before, { start: shift, end: shift + text.length })
        expect(inside).toEqual(alone.map(({ start, end }) => ({ start: start + shift, end: end + shift })))
      }),
      { numRuns: 80 },
    )
  })

  test('words lie in the span, in order, with a norm in lower case', () => {
    fc.assert(
      fc.property(texts, fc.nat(20), (text, cut) => {
        const span = { start: Math.min(cut, text.length), end: text.length }
        let at = span.start
        pack.words(text, span, (start, end, norm) => {
          expect(start).toBeGreaterThanOrEqual(at)
          expect(end).toBeGreaterThan(start)
          expect(norm).toBe(norm.toLowerCase())
          expect(norm).not.toBe('')
          expect(typeof pack.stem(norm)).toBe('string')
          at = end
        })
        expect(at).toBeLessThanOrEqual(span.end)
      }),
      { numRuns: 80 },
    )
  })

  test('entities lie in the span, in order, have well-formed keys and do not overlap within a kind', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const segment of pack.segment(text, whole(text)))
          checkEntities(text, segment, pack.entities(text, segment))
      }),
      { numRuns: 80 },
    )
  })

  test.each(['a', 'a.', '"', '《', '. '])('100 kB of %j take no time', (piece) => {
    const text = piece.repeat(100_000 / piece.length)
    const segments = pack.segment(text, whole(text))
    pack.words(text, whole(text), () => {})
    for (const segment of segments) pack.entities(text, segment)
  })

  describe('prints nothing', () => {
    const streams = ['log', 'warn', 'error', 'info', 'debug'] as const
    beforeEach(() => {
      for (const name of streams) vi.spyOn(console, name)
    })
    afterEach(() => {
      vi.restoreAllMocks()
    })
    test('on the console', async () => {
      other = await row.load()
      for (const { segments } of examples) for (const text of segments) other.entities(text, whole(text))
      for (const name of streams) expect(console[name]).not.toHaveBeenCalled()
    })
  })

  test('two packs of one language share no state', async () => {
    other ??= await row.load()
    const text = 'Vietnam en ASEAN. 越南与日本。'
    other.entities('ASEAN 中越关系', { start: 0, end: 10 })
    expect(other.entities(text, whole(text))).toEqual(pack.entities(text, whole(text)))
  })
})

function isBlank(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (!isSpace(text.charCodeAt(i))) return false
  return true
}

function checkEntities(text: string, segment: Span, entities: readonly Entity[]): void {
  const last = new Map<string, Span>()
  let at = segment.start
  for (const { kind, span, key, form, by } of entities) {
    expect(span.start).toBeGreaterThanOrEqual(at)
    expect(span.end).toBeGreaterThan(span.start)
    expect(span.end).toBeLessThanOrEqual(segment.end)
    expect(sliceOf(text, span).trim()).not.toBe('')
    if (key === undefined) expect(form).not.toBe('')
    else expect(key).toMatch(/^[a-z]+:[\w:./+-]+$/)
    expect(by).not.toBe('')
    const before = last.get(kind)
    const isSamePlace = before?.start === span.start && before.end === span.end
    if (before !== undefined && !isSamePlace) expect(span.start).toBeGreaterThanOrEqual(before.end)
    last.set(kind, span)
    at = span.start
  }
}

describe('loadPack', () => {
  test.each([
    ['nl-BE', 'Latn', ' '],
    ['nld', 'Latn', ' '],
    ['en-GB', 'Latn', ' '],
    ['zh', 'Hans', ''],
    ['zh-CN', 'Hans', ''],
    ['zh-Hant', 'Hant', ''],
    ['zh-TW', 'Hant', ''],
    ['zh-HK', 'Hant', ''],
    ['vi', 'Latn', ' '],
    ['ja', 'Jpan', ''],
    ['ko', 'Kore', ' '],
    ['it', 'Latn', ' '],
    ['yue', 'Hant', ''],
    ['ar', 'Arab', ' '],
  ])('%s has script %s', async (tag, script, joiner) => {
    const pack = await loadPack(tag)
    expect(pack.scripts).toEqual([script])
    expect(pack.joiner).toBe(joiner)
    expect(joinerOf(tag)).toBe(joiner)
  })

  test('keeps the tag, in canonical form, and gives und for what is none', async () => {
    expect((await loadPack('nl-BE')).tag).toBe('nl-BE')
    expect((await loadPack('zh_hant')).tag).toBe('zh-Hant')
    expect((await loadPack('not a tag')).tag).toBe('und')
  })

  test('knows the countries and organisations of a language without a pack', async () => {
    const pack = await loadPack('it')
    const text = 'Il Giappone e la Germania nella NATO.'
    expect(pack.entities(text, whole(text)).map(({ key }) => key)).toEqual(['place:JP', 'place:DE', 'org:nato'])
  })

  test('a right-to-left language says so', async () => {
    expect((await loadPack('ar')).direction).toBe('rtl')
    expect((await loadPack('it')).direction).toBe('ltr')
  })
})
