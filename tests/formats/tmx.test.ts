import { describe, expect, test } from 'vitest'
import { AppError } from '../../src/core/errors.ts'
import type { Run, TranslationUnit } from '../../src/core/types.ts'
import { format } from '../../src/formats/tmx/index.ts'
import { header } from './arbitrary-units.ts'
import { inputOf, readUnits, recorder, writeUnits } from './memory-input.ts'

const text = (content: string): Run => ({ kind: 'text', text: content })

const unit = (changes: Partial<TranslationUnit> = {}): TranslationUnit => ({
  id: '00000000000000aa',
  sourceLanguage: 'nl',
  variants: [
    { language: 'nl', content: [text('De brug is open.')] },
    { language: 'zh', content: [text('桥已开通。')] },
  ],
  decision: { state: 'proposed' },
  notes: [],
  props: {},
  ...changes,
})

const write = (units: readonly TranslationUnit[], changes: Partial<typeof header> = {}): Promise<string> =>
  writeUnits(format, units, { ...header, ...changes })

const file = (body: string, head = '<header srclang="nl"/>', declaration = ''): string =>
  `${declaration}<tmx version="1.4">${head}<body>${body}</body></tmx>`
const tu = (source: string, target: string, attributes = ''): string =>
  `<tu ${attributes}><tuv xml:lang="nl"><seg>${source}</seg></tuv><tuv xml:lang="zh-CN"><seg>${target}</seg></tuv></tu>`

describe('what clients ask for', () => {
  test('a header with its seven attributes, and no date unless one is given', async () => {
    const written = await write([unit()])
    expect(written).toContain(
      '<header creationtool="zinpaar" creationtoolversion="1.2.3" segtype="sentence" o-tmf="zinpaar" adminlang="en" srclang="nl" datatype="plaintext">',
    )
    expect(written).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n<tmx version="1\.4">/u)
    expect(written).not.toMatch(/date/u)
    expect(await write([unit()], { date: '2031-02-03T04:05:06.789Z' })).toContain(' creationdate="20310203T040506Z"')
  })

  test('Chinese is written by region and read back by script', async () => {
    const variants = [
      { language: 'zh', content: [text('简')] },
      { language: 'zh-Hant', content: [text('繁')] },
      { language: 'nl-BE', content: [text('brug')] },
    ]
    const written = await write([unit({ sourceLanguage: 'zh', variants })], { sourceLanguage: 'zh' })
    expect(written.match(/xml:lang="[^"]+"/gu)).toEqual(['xml:lang="zh-CN"', 'xml:lang="zh-TW"', 'xml:lang="nl-BE"'])
    expect((await readUnits(format, inputOf(written)))[0]?.variants).toEqual(variants)
  })

  test('each unit stands on lines of its own, without white space around or in its segments', async () => {
    const content = [
      text(' De\u00a0brug\n\tis  '),
      { kind: 'code', id: '1', role: 'single', data: '<br/>' },
      text(' open '),
    ] as const
    const written = await write([
      unit({
        variants: [
          { language: 'nl', content },
          { language: 'zh', content: [text('桥')] },
        ],
      }),
    ])
    expect(written).toContain(
      '\n      <tuv xml:lang="nl"><seg>De\u00a0brug is <ph x="1">&lt;br/&gt;</ph> open</seg></tuv>\n',
    )
  })

  test('a type that would tie a unit to one file travels under another name', async () => {
    const props = { file: 'a.txt', id: '7', 'x-prop-id': '8', client: 'ACME' }
    const written = await write([unit({ props })])
    expect(written).not.toMatch(/<prop type="(?:file|id|prev|next|path)">/u)
    expect((await readUnits(format, inputOf(written)))[0]?.props).toEqual(props)
  })

  test('ids can be left out, and no two units share one', async () => {
    expect(await write([unit()], { omitIds: true })).not.toContain('tuid')
    const written = await write([unit(), unit(), unit({ id: '00000000000000bb' })])
    expect(written.match(/tuid="[^"]+"/gu)).toEqual([
      'tuid="00000000000000aa"',
      'tuid="00000000000000aa-2"',
      'tuid="00000000000000bb"',
    ])
  })

  test('a partial pair is marked for review until somebody has decided on it', async () => {
    const partial = await write([unit({ relation: 'partial', confidence: 0.5 })])
    expect(partial).toContain('<prop type="x-alignment-status">needs-review</prop>')
    expect(partial).toContain('<note>Needs review:')
    const decision = { state: 'accepted', by: 'Noor', at: '2031-01-01T00:00:00.000Z' } as const
    const accepted = await write([unit({ relation: 'partial', confidence: 0.5, decision })])
    expect(accepted).toContain('<prop type="x-alignment-status">reviewed</prop>')
    expect(accepted).not.toContain('<note>')
  })

  test('codes keep their numbers in all variants, and pairs are counted for each segment', async () => {
    const code = (id: string, role: 'open' | 'close', data: string): Run => ({ kind: 'code', id, role, data })
    const source = [
      code('b', 'open', '<b>'),
      text('De'),
      code('b', 'close', '</b>'),
      code('i', 'open', '<i>'),
      text('brug'),
    ]
    const target = [code('i', 'open', '<i>'), text('桥'), code('i', 'close', '</i>')]
    const written = await write([
      unit({
        variants: [
          { language: 'nl', content: source },
          { language: 'zh', content: target },
        ],
      }),
    ])
    expect(written).toContain(
      '<bpt i="1" x="1">&lt;b&gt;</bpt>De<ept i="1">&lt;/b&gt;</ept><it pos="begin" x="2">&lt;i&gt;</it>brug',
    )
    expect(written).toContain('<bpt i="1" x="2">&lt;i&gt;</bpt>桥<ept i="1">&lt;/i&gt;</ept>')
  })
})

describe('files of other tools', () => {
  test('attributes, notes and props of units and variants come back on export', async () => {
    const body = `<tu tuid="17" creationdate="20300101T000000Z" creationid="ann"><note>een</note><prop type="client">A</prop><prop type="client">B</prop>
      <tuv xml:lang="NL" changeid="bob" changedate="20300102T000000Z"><prop type="check">ok</prop><seg>De brug</seg></tuv>
      <tuv lang="en_us"><note>twee</note><seg>The bridge</seg></tuv></tu>`
    const [read] = await readUnits(format, inputOf(file(body)))
    expect(read?.variants.map((variant) => variant.language)).toEqual(['nl', 'en-US'])
    expect(read?.notes).toEqual(['een', 'twee'])
    expect(read?.props).toEqual({
      '@tuid': '17',
      '@creationdate': '20300101T000000Z',
      '@creationid': 'ann',
      client: 'A',
      'client#2': 'B',
      '@nl@changeid': 'bob',
      '@nl@changedate': '20300102T000000Z',
      '@nl:check': 'ok',
    })
    const written = await write(read === undefined ? [] : [read], { targetLanguage: 'en-US' })
    expect(written).toContain('<tu tuid="17" creationdate="20300101T000000Z" creationid="ann">')
    expect(written).toContain('<tuv xml:lang="nl" changedate="20300102T000000Z" changeid="bob">')
    expect(await readUnits(format, inputOf(written))).toEqual([read])
  })

  test('the source is the variant that the file names, else the first', async () => {
    const sourceOf = async (head: string, attributes = ''): Promise<string | undefined> =>
      (await readUnits(format, inputOf(file(tu('brug', '桥', attributes), head))))[0]?.sourceLanguage
    expect(await sourceOf('<header srclang="zh-CN"/>')).toBe('zh')
    expect(await sourceOf('<header srclang="ZH-TW"/>')).toBe('zh')
    expect(await sourceOf('<header srclang="en"/>')).toBe('nl')
    expect(await sourceOf('<header srclang="*all*"/>', 'srclang="zh-CN"')).toBe('zh')
    expect(await sourceOf('')).toBe('nl')
  })

  test('equal units have equal ids, whatever ids their files gave them', async () => {
    const units = await readUnits(
      format,
      inputOf(file(tu('brug', '桥', 'tuid="1"') + tu('brug', '桥', 'tuid="2"') + tu('kade', '码头'))),
    )
    expect(units[0]?.id).toBe(units[1]?.id)
    expect(units[0]?.id).not.toBe(units[2]?.id)
  })

  test.each([
    ['hi', 'De <hi type="x">brug</hi>', 'De brug'],
    ['ut', 'De <ut>{\\b}</ut>brug', 'De brug'],
    ['sub in a code', 'De <ph x="1">&lt;img alt="<sub>kade</sub>"&gt;</ph>brug', 'De brug'],
    ['CDATA', 'De <![CDATA[<b> & ]]>brug', 'De <b> & brug'],
  ])('%s keeps the text of its segment', async (_, seg, plain) => {
    const [read] = await readUnits(format, inputOf(file(tu(seg, '桥'))))
    expect(read?.variants[0]?.content.map((run) => (run.kind === 'text' ? run.text : '')).join('')).toBe(plain)
  })

  test.each([
    ['UTF-16LE with a mark', Buffer.from(`\ufeff${file(tu('één', '桥'))}`, 'utf16le')],
    ['UTF-16LE without one', Buffer.from(file(tu('één', '桥')), 'utf16le')],
    [
      'a declared windows-1252',
      Buffer.from(file(tu('één', '&#x6865;'), '<header/>', '<?xml version="1.0" encoding="Windows-1252"?>'), 'latin1'),
    ],
    [
      'UTF-8 that calls itself UTF-16',
      Buffer.from(file(tu('één', '桥'), '<header/>', '<?xml version="1.0" encoding="UTF-16"?>')),
    ],
  ])('%s is decoded, also in small pieces', async (_, bytes) => {
    for (const size of [1, 7, 100_000]) {
      const [read] = await readUnits(format, inputOf(new Uint8Array(bytes), 'x.tmx', size))
      expect(read?.variants.map((variant) => variant.content)).toEqual([[text('één')], [text('桥')]])
    }
  })
})

describe('damaged files', () => {
  const failing = async (content: string | Uint8Array) => {
    const units: TranslationUnit[] = []
    const context = recorder()
    try {
      for await (const one of format.readUnits?.(inputOf(content, 'x.tmx', 50), context) ?? []) units.push(one)
    } catch (error) {
      if (error instanceof AppError) return { units, error, context }
      throw error
    }
    throw new Error('nothing was thrown')
  }

  test.each([
    ['a tag that is not closed', file('<tu><tuv xml:lang="nl"><seg>x</tuv></tu>')],
    ['a cut file', file(tu('x', 'y')).slice(0, -12)],
    ['two roots', `${file('')}<tmx/>`],
  ])('%s: the units before it come out, then an error with line and column', async (_, content) => {
    const { units, error } = await failing(content.replace('<body>', `<body>${tu('brug', '桥')}\n`))
    expect(units.length).toBeGreaterThan(0)
    expect(error.code).toBe('READ_MALFORMED')
    expect(error.message).toMatch(/x\.tmx, line 2, column \d+/u)
  })

  test('entities of its own are refused, so that no bomb and no file of the machine is read', async () => {
    const doctype = '<!DOCTYPE tmx [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/hostname">]>'
    const { units, error } = await failing(file(tu('&a;&b;', 'x'), '<header/>', doctype))
    expect(units).toEqual([])
    expect(error.message).toContain('entities')
  })

  test('elements that nest without end are refused', async () => {
    const { error } = await failing(file(tu('<hi>'.repeat(20_000), 'x')))
    expect(error.message).toContain('nested')
  })

  test('Latin-1 under a UTF-8 declaration is refused with its line, after what is before it', async () => {
    const bytes = Buffer.from(file(`${tu('brug', 'x')}\n${tu('\xe9\xe9n', 'y')}`), 'latin1')
    const { units, error } = await failing(new Uint8Array(bytes))
    expect(units.length).toBe(1)
    expect(error.code).toBe('READ_ENCODING')
    expect(error.message).toContain('line 2')
  })

  test.each([
    ['other XML', '<html/>', 'READ_MALFORMED'],
    ['no XML', 'De brug is open.', 'READ_MALFORMED'],
    ['a zip archive', 'PK\u0003\u0004 more', 'READ_BINARY'],
    ['nothing', '', 'READ_EMPTY'],
    ['an unknown encoding', file('', '<header/>', '<?xml version="1.0" encoding="x-klingon"?>'), 'READ_ENCODING'],
  ])('%s is refused', async (_, content, code) => {
    expect((await failing(content)).error.code).toBe(code)
  })

  test('forbidden characters are left out and stray ampersands kept, both counted with their place', async () => {
    const context = recorder()
    const body = `${tu('a\u000bb&#x1F;c', 'R & D')}\n${tu('x&nbsp;y &#12', '<![CDATA[a & b &#0;]]>')}`
    for (const size of [1, 13, 10_000]) {
      const units = await readUnits(format, inputOf(file(body), 'x.tmx', size), size === 1 ? context : recorder())
      expect(units.map((one) => one.variants.map((variant) => variant.content))).toEqual([
        [[text('abc')], [text('R & D')]],
        [[text('x&nbsp;y &#12')], [text('a & b &#0;')]],
      ])
    }
    expect(context.diagnostics).toMatchObject([
      { code: 'READ_CHARACTERS_DROPPED', level: 'warning', place: { line: 1 } },
      { code: 'READ_REPAIRED', level: 'warning', place: { line: 1 } },
      { code: 'READ_REPAIRED', level: 'warning', place: { line: 2 } },
    ])
    expect(context.diagnostics[0]?.message).toMatch(/: 2 characters .*U\+000B on line 1/u)
    expect(context.diagnostics[1]?.message).toMatch(/: 2 stray ampersands/u)
  })

  test('units without two filled sides and ids used twice are counted', async () => {
    const context = recorder()
    const lone = '<tu><tuv xml:lang="nl"><seg>brug</seg></tuv></tu>'
    const body = `${lone}${tu('brug', '')}<tu><tuv xml:lang="nl"/><tuv xml:lang="en"><seg>x</seg></tuv></tu>${tu('a', 'b', 'tuid="q"')}${tu('c', 'd', 'tuid="q"')}`
    expect((await readUnits(format, inputOf(file(body)), context)).length).toBe(2)
    expect(context.codes()).toEqual(['READ_UNITS_LEFT_OUT', 'READ_DUPLICATE_IDS'])
    expect(context.diagnostics[0]?.message).toContain('(3, first: line 1)')
  })
})
