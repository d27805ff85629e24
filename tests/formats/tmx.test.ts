import fc from 'fast-check'
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

describe('what a file says beside the texts', () => {
  const roundTrip = async (content: string): Promise<readonly [TranslationUnit | undefined, string]> => {
    const [read] = await readUnits(format, inputOf(content))
    const written = await write(read === undefined ? [] : [read])
    expect(await readUnits(format, inputOf(written))).toEqual([read])
    return [read, written]
  }

  test('attributes that TMX has stay attributes, those that it has not become props, and both come back', async () => {
    const attributes =
      'segtype="block" o-tmf="Vault" datatype="html" o-encoding="x" vault:room="7" creationdate="yesterday" usagecount="3"'
    const [read, written] = await roundTrip(file(tu('brug', '桥', attributes)))
    expect(read?.props).toEqual({
      '@segtype': 'block',
      '@o-tmf': 'Vault',
      '@datatype': 'html',
      '@o-encoding': 'x',
      '@vault:room': '7',
      '@creationdate': 'yesterday',
      '@usagecount': '3',
    })
    expect(written).toContain('usagecount="3" o-encoding="x" datatype="html" o-tmf="Vault" segtype="block">')
    expect(written).toContain('<prop type="@vault:room">7</prop>')
    expect(written).toContain('<prop type="@creationdate">yesterday</prop>')
  })

  test('what the head of our files says anyway is not said again', async () => {
    const [read] = await roundTrip(file(tu('brug', '桥', 'segtype="sentence" datatype="plaintext"')))
    expect(read?.props).toEqual({})
  })

  test('of two variants in one language each keeps its own', async () => {
    const tuv = (text: string, by: string): string =>
      `<tuv xml:lang="zh-CN" changeid="${by}"><prop type="check">${by}</prop><seg>${text}</seg></tuv>`
    const [read, written] = await roundTrip(
      file(`<tu><tuv xml:lang="nl"><seg>brug</seg></tuv>${tuv('桥', 'ann')}${tuv('大桥', 'bob')}</tu>`),
    )
    expect(read?.props).toEqual({
      '@zh@changeid': 'ann',
      '@zh:check': 'ann',
      '@zh#2@changeid': 'bob',
      '@zh#2:check': 'bob',
    })
    expect(written).toMatch(/changeid="bob">\s*<prop type="check">bob<\/prop>\s*<seg>大桥/u)
  })

  test('a unit whose source is not that of the head says so', async () => {
    const [read, written] = await roundTrip(file(tu('brug', '桥', 'srclang="zh-CN"')))
    expect(read?.sourceLanguage).toBe('zh')
    expect(written).toContain(' srclang="zh-CN"')
  })

  test('a language tag that is none is kept as it stood', async () => {
    const body = '<tu><tuv xml:lang="nl"><seg>brug</seg></tuv><tuv xml:lang="Lingua 7"><seg>pontis</seg></tuv></tu>'
    const [read] = await roundTrip(file(body))
    expect(read?.variants[1]?.language).toBe('und')
    expect(read?.props).toEqual({ '@und@xml:lang': 'Lingua 7' })
  })

  test('fields of Trados stay as they are', async () => {
    const [, written] = await roundTrip(
      file(
        tu('brug', '桥').replace(
          '<tu >',
          '<tu><prop type="x-client:SingleString">Acme</prop><prop type="x-Origin">TM</prop>',
        ),
      ),
    )
    expect(written).toContain('<prop type="x-client:SingleString">Acme</prop>')
    expect(written).toContain('<prop type="x-Origin">TM</prop>')
  })

  test('elements that TMX has not are left out and named', async () => {
    const context = recorder()
    await readUnits(format, inputOf(file(tu('brug', '桥').replace('<tu >', '<tu><ude>x</ude>'))), context)
    expect(context.diagnostics).toMatchObject([{ code: 'READ_ELEMENTS_LEFT_OUT', level: 'info' }])
  })

  test('whatever attributes units and variants have, reading, writing and reading again is reading', async () => {
    const name = fc.constantFrom(
      'tuid',
      'creationdate',
      'changeid',
      'segtype',
      'datatype',
      'o-tmf',
      'x:y',
      'zh:y',
      'file',
      'constructor',
    )
    const value = fc.constantFrom('', '20310203T040506Z', 'ann & bob', 'sentence', 'block', 'plaintext', 'a  b', '<')
    const pairs = fc.uniqueArray(fc.tuple(name, value), { maxLength: 5, selector: ([one]) => one })
    const tuv = fc.record({
      language: fc.constantFrom('nl', 'nl-BE', 'zh-CN', 'zh-TW', 'en_us', 'q r'),
      attributes: pairs,
      props: pairs,
      text: fc.constantFrom('brug', '桥', ''),
    })
    const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
    const list = (all: readonly (readonly [string, string])[]): string =>
      all.map(([key, one]) => ` ${key}="${escaped(one)}"`).join('')
    const propList = (all: readonly (readonly [string, string])[]): string =>
      all.map(([key, one]) => `<prop type="${key}">${escaped(one)}</prop>`).join('')
    const unitText = fc
      .record({
        attributes: pairs,
        props: pairs,
        tuvs: fc.array(tuv, { minLength: 2, maxLength: 4 }),
        source: fc.constantFrom('', ' srclang="zh-CN"', ' srclang="*all*"'),
      })
      .map(({ attributes, props, tuvs, source }) => {
        const variants = tuvs.map(
          (one) =>
            `<tuv xml:lang="${one.language}"${list(one.attributes.filter(([key]) => key !== 'tuid'))}>${propList(one.props)}<seg>${one.text}</seg></tuv>`,
        )
        return `<tu${list(attributes)}${source}>${propList(props)}${variants.join('')}</tu>`
      })
    await fc.assert(
      fc.asyncProperty(unitText, async (content) => {
        const once = await readUnits(format, inputOf(file(content)))
        expect(await readUnits(format, inputOf(await write(once)))).toEqual(once)
      }),
      { numRuns: 200 },
    )
  })
})

describe('profiles', () => {
  const decided = { state: 'accepted', by: 'Noor', at: '2031-02-03T04:05:06.000Z' } as const
  const props = { '@creationid': 'ann', 'x-client': 'Acme', 'x-domain:Integer': '7', 'x-Quality:Integer': '3' }
  const ours = unit({ confidence: 0.876, decision: decided, props })

  test('plain is what is written when nothing is said', async () => {
    expect(await write([ours], { profile: 'plain' })).toBe(await write([ours]))
  })

  test('OmegaT gets no ids, and authors and dates at the translation', async () => {
    const written = await write([ours], { profile: 'omegat' })
    expect(written).toContain('    <tu>\n')
    expect(written).toContain('<tuv xml:lang="nl"><seg>')
    expect(written).toContain(
      '<tuv xml:lang="zh-CN" creationid="ann" changedate="20310203T040506Z" changeid="Noor"><seg>',
    )
  })

  test('Trados gets its fields once, and those of the user with a type', async () => {
    const written = await write([ours], { profile: 'trados' })
    const types = [...written.matchAll(/<prop type="(x-[^"]*)">([^<]*)</gu)].map(
      ([, type, value]) => `${type}=${value}`,
    )
    expect(types).toContain('x-Quality:Integer=100')
    expect(types).not.toContain('x-Quality:Integer=3')
    expect(types).toContain('x-client:SingleString=Acme')
    expect(types).toContain('x-domain:Integer=7')
    expect(types).toContain('x-Origin=Alignment')
    expect(types).toContain('x-ConfirmationLevel=Translated')
    const draft = await write([unit({ confidence: 0.876 })], { profile: 'trados' })
    expect(draft).toContain('<prop type="x-Quality:Integer">88</prop>')
    expect(draft).toContain('<prop type="x-ConfirmationLevel">Draft</prop>')
  })

  test.each(['omegat', 'trados'] as const)('what was written for %s is read with all that we know', async (profile) => {
    const [back] = await readUnits(format, inputOf(await write([ours], { profile })))
    expect(back).toMatchObject({ confidence: 0.876, decision: decided, variants: ours.variants })
  })
})

describe('the import report', () => {
  test('each mended or skipped place is told with its line and column, in pieces of any size', async () => {
    const lines = [
      '<tmx version="1.4"><header srclang="nl"/><body>',
      `  ${tu('a\u000b\u0001b&#x1F;c', 'R & D')}${tu('kade', '')}`,
      `  ${tu('x&nbsp;y', 'z')}<tu`,
      '    tuid="9"><tuv xml:lang="nl"><seg>&</seg></tuv></tu>',
      '<tu><tuv><seg>a</seg></tuv><tuv xml:lang="nl"><seg>b</seg></tuv></tu></body></tmx>',
    ]
    const where = (line: number, part: string): { readonly line: number; readonly column: number } => ({
      line,
      column: (lines[line - 1]?.indexOf(part) ?? 0) + 1,
    })
    for (const lineEnd of ['\n', '\r\n', '\r'])
      for (const size of [1, 7, 64, 100_000]) {
        const context = recorder()
        await readUnits(format, inputOf(lines.join(lineEnd), 'x.tmx', size), context)
        const told = context.items.map(({ outcome, code, place }) => [outcome, code, place])
        const wanted = [
          ['repaired', 'READ_CHARACTERS_DROPPED', where(2, '\u000b')],
          ['repaired', 'READ_CHARACTERS_DROPPED', where(2, '&#x1F;')],
          ['repaired', 'READ_REPAIRED', where(2, '& D')],
          ['skipped', 'READ_UNITS_LEFT_OUT', where(2, tu('kade', ''))],
          ['repaired', 'READ_REPAIRED', { line: 3, column: where(3, '&nbsp;').column + 6 }],
          ['repaired', 'READ_REPAIRED', where(4, '&<')],
          ['skipped', 'READ_UNITS_LEFT_OUT', { line: 3, column: (lines[2]?.lastIndexOf('<tu') ?? 0) + 1 }],
          ['repaired', 'READ_NO_LANGUAGE', where(5, '<tuv>')],
        ]
        const sorted = (all: readonly unknown[]): readonly string[] => all.map((one) => JSON.stringify(one)).sort()
        expect([lineEnd, size, sorted(told)]).toEqual([lineEnd, size, sorted(wanted)])
        expect(context.items.every(({ reason }) => reason !== '')).toBe(true)
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
    ['utf-16le', '\ud800'],
    ['utf-16be', '\udc00'],
    ['windows-1252', '\x81'],
  ])('bytes that are no %s are refused with their line, after what is before them', async (encoding, wrong) => {
    const mark = encoding === 'windows-1252' ? '<?xml version="1.0" encoding="windows-1252"?>' : '\ufeff'
    const text = mark + file(`${tu('brug', 'x')}\n${tu('sluis', 'y').repeat(20)}\n${tu(wrong, 'z')}`)
    const bytes = Buffer.from(text, encoding === 'windows-1252' ? 'latin1' : 'utf16le')
    const { units, error } = await failing(new Uint8Array(encoding === 'utf-16be' ? bytes.swap16() : bytes))
    expect(units.length).toBe(21)
    expect(error.code).toBe('READ_ENCODING')
    expect(error.message).toContain('line 3')
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
