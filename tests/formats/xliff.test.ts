import { describe, expect, test } from 'vitest'
import { AppError } from '../../src/core/errors.ts'
import type { Run, TranslationUnit } from '../../src/core/types.ts'
import { formatByName, formatOfPath } from '../../src/formats/index.ts'
import { format as xliff } from '../../src/formats/xliff/index.ts'
import { writeXliff12 } from '../../src/formats/xliff/write.ts'
import { format as xliff21 } from '../../src/formats/xliff21/index.ts'
import { header } from './arbitrary-units.ts'
import { inputOf, readUnits, recorder, writeUnits } from './memory-input.ts'

const text = (content: string): Run => ({ kind: 'text', text: content })
const code = (id: string, role: 'open' | 'close' | 'single', data: string): Run => ({ kind: 'code', id, role, data })

const unit = (changes: Partial<TranslationUnit> = {}): TranslationUnit => ({
  id: '00000000000000aa',
  sourceLanguage: 'nl',
  variants: [
    { language: 'nl', content: [text('De brug is open.')] },
    { language: 'zh', content: [text('桥已开通。')] },
  ],
  relation: 'translation',
  confidence: 0.9,
  decision: { state: 'proposed' },
  notes: [],
  props: {},
  ...changes,
})

const accepted = { state: 'accepted', by: 'Noor', at: '2031-01-01T00:00:00.000Z' } as const

const file12 = (body: string, attributes = 'source-language="nl" target-language="zh-CN"'): string =>
  `<xliff version="1.2"><file original="a" ${attributes}><body>${body}</body></file></xliff>`
const file2 = (body: string, attributes = 'srcLang="nl" trgLang="zh-CN"'): string =>
  `<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" ${attributes}><file id="f">${body}</file></xliff>`

const read = (content: string, context = recorder()): Promise<readonly TranslationUnit[]> =>
  readUnits(xliff, inputOf(content, 'x.xlf'), context)
const contentsOf = async (content: string): Promise<readonly (readonly (readonly Run[])[])[]> =>
  (await read(content)).map((one) => one.variants.map((variant) => variant.content))

describe('XLIFF 1.2', () => {
  test('languages stand on the file and on both sides, and Chinese has its region', async () => {
    const written = await writeUnits(xliff, [unit()], header)
    expect(written).toContain('source-language="nl" target-language="zh-CN" datatype="plaintext" tool-id="zinpaar"')
    expect(written).toContain('<source xml:lang="nl">De brug is open.</source>')
    expect(written).toContain('<target xml:lang="zh-CN" state="needs-review-translation">桥已开通。</target>')
    expect(written).not.toMatch(/\bdate=|state-qualifier|alt-trans/u)
  })

  test('only what somebody decided on is approved', async () => {
    const written = await writeUnits(xliff, [unit({ decision: accepted })], header)
    expect(written).toContain('<trans-unit id="00000000000000aa" approved="yes">')
    expect(written).toContain('state="translated"')
  })

  test('segments marked in a unit are units of their own', async () => {
    const mrk = (mid: number, body: string): string => `<mrk mtype="seg" mid="${mid}">${body}</mrk>`
    const body = `<trans-unit id="7"><source>Een. Twee. Drie.</source>
      <seg-source>${mrk(1, 'Een.')} <g id="1">${mrk(2, 'Twee.')}</g> ${mrk(3, 'Drie.')}</seg-source>
      <target>${mrk(2, '二。')}${mrk(1, '一。')}</target></trans-unit>`
    expect(await contentsOf(file12(body))).toEqual([
      [[text('Een.')], [text('一。')]],
      [[text('Twee.')], [text('二。')]],
    ])
  })

  test('every inline element keeps its text, and its code word for word', async () => {
    const source =
      'A<g id="1" ctype="bold">b</g><x id="2" equiv-text="{n}"/><bx id="3" rid="9"/>c<ex id="4" rid="9"/><bpt id="5">&lt;i&gt;</bpt>d<ept id="5">&lt;/i&gt;</ept><ph id="6">{0}</ph><it id="7" pos="open">&lt;u&gt;</it><mrk mtype="term">e</mrk>'
    const [pair] = await contentsOf(
      file12(`<trans-unit id="1"><source>${source}</source><target>x</target></trans-unit>`),
    )
    expect(pair?.[0]).toEqual([
      text('A'),
      code('1', 'open', '<g id="1" ctype="bold">'),
      text('b'),
      code('1', 'close', '</g>'),
      code('2', 'single', '<x id="2" equiv-text="{n}"/>'),
      code('9', 'open', '<bx id="3" rid="9"/>'),
      text('c'),
      code('9', 'close', '<ex id="4" rid="9"/>'),
      code('5', 'open', '<i>'),
      text('d'),
      code('5', 'close', '</i>'),
      code('6', 'single', '{0}'),
      code('7', 'open', '<u>'),
      text('e'),
    ])
  })

  test('state, name, id and contexts of other tools come back on export', async () => {
    const body =
      '<trans-unit id="menu.open" resname="Open" approved="yes"><source>Open</source><target state="signed-off">打开</target><context-group purpose="location"><context context-type="sourcefile">a.c</context></context-group><note>kort</note></trans-unit>'
    const [foreign] = await read(file12(body))
    expect(foreign?.decision).toEqual({ state: 'accepted', by: 'x.xlf', at: '' })
    expect(foreign?.props).toEqual({
      '@id': 'menu.open',
      '@resname': 'Open',
      '@state': 'signed-off',
      sourcefile: 'a.c',
    })
    const written = await writeUnits(xliff, foreign === undefined ? [] : [foreign], header)
    expect(written).toContain('<trans-unit id="menu.open" resname="Open" approved="yes">')
    expect(written).toContain('state="signed-off"')
    expect(await read(written)).toEqual([foreign])
  })
})

describe('XLIFF 2', () => {
  test('a unit of ours has its state, metadata and codes, and its ids are name tokens', async () => {
    const content = [code('1', 'open', '<b>'), text('brug'), code('1', 'close', '</b>')]
    const odd = unit({
      id: 'geen naam',
      relation: 'partial',
      variants: [
        { language: 'nl', content },
        { language: 'zh', content },
      ],
    })
    const written = await writeUnits(xliff21, [odd, odd], header)
    expect(written).toContain('version="2.1" srcLang="nl" trgLang="zh-CN"')
    expect(written.match(/<unit id="[^"]+"/gu)).toEqual(['<unit id="u"', '<unit id="u-2"'])
    expect(written).toContain('<mda:meta type="x-alignment-score">0.9000</mda:meta>')
    expect(written).toContain('<segment id="s1" state="translated" subState="zinpaar:needs-review">')
    expect(written).toContain('<pc id="1" dataRefStart="d1" dataRefEnd="d2">brug</pc>')
    expect(await writeUnits(xliff21, [unit({ decision: accepted })], header)).toContain('state="reviewed"')
  })

  test('every segment of a unit is a unit, and ignorable parts are none', async () => {
    const body =
      '<group id="g"><unit id="u"><segment id="a"><source>Een.</source><target>一。</target></segment><ignorable><source> </source></ignorable><segment><source>Twee.</source><target>二。</target></segment><segment><source>Drie.</source></segment></unit></group>'
    const context = recorder()
    const units = await read(file2(body), context)
    expect(units.map((one) => one.variants.map((variant) => variant.content))).toEqual([
      [[text('Een.')], [text('一。')]],
      [[text('Twee.')], [text('二。')]],
    ])
    expect(new Set(units.map((one) => one.id)).size).toBe(2)
    expect(context.codes()).toEqual(['READ_UNITS_LEFT_OUT'])
  })

  test('codes are found in the original data, characters in their code points', async () => {
    const body = `<unit id="u"><originalData><data id="d1">&lt;b&gt;</data><data id="d2">&lt;/b&gt;<cp hex="0007"/></data></originalData><segment>
      <source>A<pc id="1" dataRefStart="d1" dataRefEnd="d2">b</pc><sc id="2" dataRef="d1"/>c<ec startRef="2" dataRef="d2"/><ph id="3" equiv="{n}"/><cp hex="001B"/><mrk id="m" type="term">e</mrk></source>
      <target>x</target></segment></unit>`
    const [pair] = await contentsOf(file2(body))
    expect(pair?.[0]).toEqual([
      text('A'),
      code('1', 'open', '<b>'),
      text('b'),
      code('1', 'close', '</b>\u0007'),
      code('2', 'open', '<b>'),
      text('c'),
      code('2', 'close', '</b>\u0007'),
      code('3', 'single', '<ph id="3" equiv="{n}"/>'),
      text('\u001be'),
    ])
  })

  test('candidates and glossaries are no translations: they are left out and named', async () => {
    const body =
      '<unit id="u"><mtc:matches xmlns:mtc="m"><mtc:match ref="#s"><source>no</source><target>no</target></mtc:match></mtc:matches><segment id="s"><source>Een.</source><target>一。</target></segment></unit>'
    const context = recorder()
    expect((await read(file2(body), context)).length).toBe(1)
    expect(context.diagnostics).toMatchObject([{ code: 'READ_ELEMENTS_LEFT_OUT', level: 'info' }])
    expect(context.diagnostics[0]?.message).toContain('mtc:matches')
  })
})

describe('files of translation tools', () => {
  const mrk = (mid: string, body: string): string => `<mrk mtype="seg" mid="${mid}">${body}</mrk>`
  const trados = (targets: string, definitions: string): string =>
    file12(`<group id="g"><sdl:cxts xmlns:sdl="s"/><trans-unit id="0f"><source>Een. Twee. Drie.</source>
      <seg-source>${mrk('1', 'Een.')} ${mrk('2', 'Twee.')} ${mrk('3', 'Drie.')}</seg-source><target>${targets}</target>
      <sdl:seg-defs>${definitions}</sdl:seg-defs></trans-unit></group>`)

  test('Trados: each segment is a unit, with what the file says of it', async () => {
    const context = recorder()
    const units = await read(
      trados(
        mrk('1', '一。') + mrk('2', '二。') + mrk('3', ''),
        `<sdl:seg id="1" conf="ApprovedSignOff" origin="tm" percent="98"><sdl:value key="last_modified_by">Noor</sdl:value><sdl:value key="modified_on">02/03/2031 04:05:06</sdl:value></sdl:seg>
         <sdl:seg id="2" conf="RejectedTranslation" locked="true"/><sdl:seg id="3"/>`,
      ),
      context,
    )
    expect(units.map((one) => one.variants.map((variant) => variant.content))).toEqual([
      [[text('Een.')], [text('一。')]],
      [[text('Twee.')], [text('二。')]],
    ])
    expect(units.map((one) => one.decision)).toEqual([
      { state: 'accepted', by: 'Noor', at: '2031-02-03T04:05:06Z' },
      { state: 'rejected', by: 'x.xlf', at: '' },
    ])
    expect(units[0]?.props).toEqual({
      '@id': '0f',
      'sdl:conf': 'ApprovedSignOff',
      'sdl:origin': 'tm',
      'sdl:percent': '98',
      'sdl:last_modified_by': 'Noor',
      'sdl:modified_on': '02/03/2031 04:05:06',
    })
    expect(context.items).toEqual([
      {
        outcome: 'skipped',
        code: 'READ_UNITS_LEFT_OUT',
        reason: 'a segment without a translation was left out',
        place: { line: 1, column: expect.any(Number) },
      },
    ])
    expect(context.codes()).toEqual(['READ_UNITS_LEFT_OUT'])
  })

  test.each([
    ['Phrase', 'm:confirmed="1"', 'accepted'],
    ['Phrase, not yet', 'm:confirmed="0"', 'proposed'],
    ['memoQ, proofread', 'mq:status="Proofread"', 'accepted'],
    ['memoQ, rejected', 'mq:status="Rejected"', 'rejected'],
    ['memoQ, begun', 'mq:status="PartiallyEdited"', 'proposed'],
  ])('%s: what a person decided is a decision, and the attribute is kept', async (_, attribute, state) => {
    const [one] = await read(
      file12(`<trans-unit id="1" ${attribute}><source>a</source><target>b</target></trans-unit>`),
    )
    expect(one?.decision.state).toBe(state)
    const [name = '', value] = attribute.replaceAll('"', '').split('=')
    expect(one?.props[`@${name}`]).toBe(value)
  })

  test.each([
    [
      'xliff',
      xliff,
      file12(
        '<trans-unit id="a" restype="button" maxwidth="20" size-unit="char" v:y="2" xml:space="preserve"><source>a</source><target state="translated" state-qualifier="fuzzy-match" phase-name="p" v:z="3">b</target></trans-unit>',
      ),
      {
        '@id': 'a',
        '@restype': 'button',
        '@maxwidth': '20',
        '@size-unit': 'char',
        '@v:y': '2',
        '@state': 'translated',
        '@target:state-qualifier': 'fuzzy-match',
        '@target:phase-name': 'p',
        '@target:v:z': '3',
      },
    ],
    [
      'xliff21',
      xliff21,
      file2(
        '<unit id="a" name="n" canResegment="no" fs:fs="b"><segment id="s" state="translated" subState="v:y"><source>a</source><target>b</target></segment></unit>',
      ),
      {
        '@id': 'a',
        '@resname': 'n',
        '@canResegment': 'no',
        '@fs:fs': 'b',
        '@state': 'translated',
        '@subState': 'v:y',
      },
    ],
  ] as const)(
    '%s: attributes of units, segments and targets survive a round trip',
    async (_, format, content, props) => {
      const [one] = await read(content)
      expect(one?.props).toEqual(props)
      const written = await writeUnits(format, one === undefined ? [] : [one], header)
      expect(await read(written)).toEqual([one])
    },
  )

  test('each segment of XLIFF 2 has its own state', async () => {
    const segment = (state: string, name: string): string =>
      `<segment state="${state}"><source>${name}</source><target>${name}</target></segment>`
    const units = await read(file2(`<unit id="u">${segment('final', 'a')}${segment('translated', 'b')}</unit>`))
    expect(units.map((one) => [one.decision.state, one.props['@state']])).toEqual([
      ['accepted', 'final'],
      ['proposed', 'translated'],
    ])
  })

  test.each([
    ['a percentage that is none', 'ref="#s" matchQuality="933"', 'matchQuality'],
    ['a segment that is not there', 'ref="#t" matchQuality="93.5"', 'no part'],
  ])('candidates with %s are told', async (_, attributes, wanted) => {
    const context = recorder()
    const match = `<mtc:matches><mtc:match ${attributes}><source>x</source></mtc:match></mtc:matches>`
    await read(
      file2(`<unit id="u">${match}<segment id="s"><source>a</source><target>b</target></segment></unit>`),
      context,
    )
    expect(context.diagnostics.find(({ level }) => level === 'warning')?.message).toContain(wanted)
  })

  test.each(['.sdlxliff', '.mxliff', '.mqxliff', '.xliff', '.XLF'])('%s is XLIFF', (extension) => {
    expect(formatOfPath(`a.b${extension}`).name).toBe('xliff')
  })
})

test('units in JSON that are left out are named by their ids, since JSON has no lines', async () => {
  const context = recorder()
  const file = { resources: { f: { one: { source: 'a' }, two: { source: 'a', target: 'b' } } }, sourceLanguage: 'nl' }
  expect((await readUnits(formatByName('xliff-json'), inputOf(JSON.stringify(file)), context)).length).toBe(1)
  expect(context.items).toMatchObject([{ outcome: 'skipped', code: 'READ_UNITS_LEFT_OUT', unit: 'one' }])
})

describe('both', () => {
  test('indents of pretty-printers are taken out, unless white space is preserved', async () => {
    const source = '<source>\n   De\n   <g id="1">brug</g>\n </source><target>x</target>'
    const plain = await contentsOf(file12(`<trans-unit id="1">${source}</trans-unit>`))
    expect(plain[0]?.[0]?.map((run) => (run.kind === 'text' ? run.text : ''))).toEqual(['De ', '', 'brug', ''])
    const kept = await contentsOf(file12(`<trans-unit id="1" xml:space="preserve">${source}</trans-unit>`))
    expect(kept[0]?.[0]?.[0]).toEqual(text('\n   De\n   '))
  })

  test('prefixes on the elements of XLIFF do no harm', async () => {
    const body =
      '<x:xliff xmlns:x="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><x:file source-language="nl" target-language="zh"><x:body><x:trans-unit id="1"><x:source>brug</x:source><x:target>桥</x:target></x:trans-unit></x:body></x:file></x:xliff>'
    expect(await contentsOf(body)).toEqual([[[text('brug')], [text('桥')]]])
  })

  test('each file has its own languages and signature', async () => {
    const body =
      '<xliff version="1.2"><file source-language="nl" target-language="zh-TW"><header><note>alignment signature: zinpaar|v:9</note></header><body><trans-unit id="1"><source>a</source><target>b</target><context-group><context context-type="x-source-file">s</context></context-group></trans-unit></body></file><file source-language="en" target-language="nl"><body><trans-unit id="1"><source>c</source><target>d</target></trans-unit></body></file></xliff>'
    const context = recorder()
    const units = await read(body, context)
    expect(units.map((one) => one.variants.map((variant) => variant.language))).toEqual([
      ['nl', 'zh-Hant'],
      ['en', 'nl'],
    ])
    expect(units[0]?.origin?.signature).toBe('zinpaar|v:9')
    expect(context.codes()).toEqual([])
  })

  test.each([
    ['a version of the future', '<xliff version="3.0"/>', /version 3\.0/u],
    ['other XML', '<tmx version="1.4"/>', /not XLIFF/u],
  ])('%s is refused', async (_, content, message) => {
    await expect(read(content)).rejects.toThrow(AppError)
    await expect(read(content)).rejects.toThrow(message)
  })

  test.each([
    ['1.2', file12('<trans-unit id="1"><source>a</source><target>b</target></trans-unit>', '')],
    ['2.0', file2('<unit id="1"><segment><source>a</source><target>b</target></segment></unit>', 'srcLang="nl"')],
  ])('a file of version %s that does not say its languages is read with a warning', async (_, content) => {
    const context = recorder()
    expect((await read(content, context)).length).toBe(1)
    expect(context.codes()).toEqual(['READ_NO_LANGUAGE'])
  })

  test.each([
    ['xliff', xliff],
    ['xliff21', xliff21],
    ['xliff-json', formatByName('xliff-json')],
  ] as const)('%s: units keep the regions of their languages', async (_, format) => {
    const pairs = [
      ['nl', 'zh'],
      ['nl-BE', 'zh'],
      ['nl', 'zh-SG'],
      ['nl-BE', 'zh'],
    ] as const
    const units = pairs.map(([source, target], i) =>
      unit({
        id: `00000000000000a${i}`,
        sourceLanguage: source,
        variants: [
          { language: source, content: [text(`Brug ${i}.`)] },
          { language: target, content: [text(`桥 ${i}。`)] },
        ],
      }),
    )
    const written = await writeUnits(format, units, header)
    const back = await readUnits(format, inputOf(written, 'x'))
    const byId = back.toSorted((a, b) => a.id.localeCompare(b.id))
    expect(byId.map(({ variants }) => variants)).toEqual(units.map(({ variants }) => variants))
    expect(byId.map(({ sourceLanguage }) => sourceLanguage)).toEqual(units.map(({ sourceLanguage }) => sourceLanguage))
    expect(byId.map(({ props }) => props)).toEqual(units.map(({ props }) => props))
    if (format === xliff) expect(written.match(/<file /gu)?.length).toBe(3)
  })

  test.each(['xliff', 'xliff21', 'xliff-json'])(
    '%s: a property that is named like a language is none',
    async (name) => {
      const format = formatByName(name)
      const one = unit({ props: { 'x-source-language': 'nl', 'x-target-language': 'fr' } })
      const back = await readUnits(format, inputOf(await writeUnits(format, [one], header), 'x'))
      expect(back.map(({ variants, props }) => [variants, props])).toEqual([[one.variants, one.props]])
    },
  )

  test('units in other languages do not wait in memory without end', async () => {
    const units = (['nl', 'nl-BE', 'nl-BE', 'nl'] as const).map((language, i) =>
      unit({
        id: `00000000000000a${i}`,
        sourceLanguage: language,
        variants: [
          { language, content: [text(`Brug ${i}.`)] },
          { language: 'zh', content: [text(`桥 ${i}。`)] },
        ],
      }),
    )
    let written = ''
    for await (const part of writeXliff12(units, header, recorder(), 10)) written += part
    expect(written.match(/<file /gu)?.length).toBe(3)
    const back = await readUnits(xliff, inputOf(written, 'x'))
    expect(back.map(({ id, sourceLanguage }) => [id, sourceLanguage])).toEqual(
      units.map(({ id, sourceLanguage }) => [id, sourceLanguage]),
    )
  })

  test('a traditional text never stands in for a simplified one', async () => {
    const context = recorder()
    const traditional = unit({
      variants: [
        { language: 'nl-BE', content: [text('brug')] },
        { language: 'zh-Hant', content: [text('橋')] },
      ],
    })
    expect(await read(await writeUnits(xliff, [traditional], header, context))).toEqual([])
    expect(context.codes()).toEqual(['WRITE_UNITS_LEFT_OUT'])
    const [back] = await read(await writeUnits(xliff, [traditional], { ...header, targetLanguage: 'zh-Hant' }))
    expect(back?.variants.map((variant) => variant.language)).toEqual(['nl-BE', 'zh-Hant'])
  })

  test('of several targets the last, preferred one is written and the loss is reported', async () => {
    const context = recorder()
    const several = unit({
      variants: [
        { language: 'nl', content: [text('brug')] },
        { language: 'zh', content: [text('大桥')] },
        { language: 'zh', content: [text('桥')] },
      ],
    })
    const [back] = await read(await writeUnits(xliff, [several], header, context))
    expect(back?.variants[1]?.content).toEqual([text('桥')])
    expect(context.codes()).toEqual(['WRITE_VARIANTS_LEFT_OUT'])
  })
})
