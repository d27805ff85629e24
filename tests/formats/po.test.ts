import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Context, UnitReadOptions } from '../../src/core/contracts.ts'
import { AppError } from '../../src/core/errors.ts'
import type { TranslationUnit } from '../../src/core/types.ts'
import { format } from '../../src/formats/po/index.ts'
import { madeUnit } from '../made-unit.ts'
import { header } from './arbitrary-units.ts'
import { inputOf, recorder, writeUnits } from './memory-input.ts'

const head = (...fields: readonly string[]): string =>
  ['msgid ""', 'msgstr ""', ...fields.map((field) => `"${field}\\n"`), '', ''].join('\n')
const dutch = head('Content-Type: text/plain; charset=UTF-8', 'Language: nl')

async function read(
  content: string | Uint8Array,
  name = 'x.po',
  context: Context = recorder(),
  options: UnitReadOptions = {},
): Promise<readonly TranslationUnit[]> {
  const units: TranslationUnit[] = []
  for await (const unit of format.readUnits?.(inputOf(content, name), context, options) ?? []) units.push(unit)
  return units
}
const textsOf = (unit: TranslationUnit): readonly string[] =>
  unit.variants.map((variant) => variant.content.map((run) => (run.kind === 'text' ? run.text : '')).join(''))
const languagesOf = (unit: TranslationUnit | undefined): readonly string[] =>
  unit?.variants.map((variant) => variant.language) ?? []

describe('PO', () => {
  test('an entry is a unit with all that is said about it', async () => {
    const text = `${dutch}# Kort houden.
#
# Knop
#. Shown at the top.
#: src/bridge.c:12 src/quay.c:3
#: src/lock.c
#, c-format, no-wrap
#| msgid "Open the "
#| "bridges"
msgctxt "menu"
msgid "Open %d "
"bridge\\n"
msgstr "Open %d "
  "brug\\n"
`
    expect(await read(text)).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f]{16}$/u),
        sourceLanguage: 'en',
        variants: [
          { language: 'en', content: [{ kind: 'text', text: 'Open %d bridge\n' }] },
          { language: 'nl', content: [{ kind: 'text', text: 'Open %d brug\n' }] },
        ],
        decision: { state: 'proposed' },
        notes: ['Kort houden.\n\nKnop'],
        props: {
          'x-po-context': 'menu',
          'x-po-references': 'src/bridge.c:12 src/quay.c:3 src/lock.c',
          'x-po-flags': 'c-format, no-wrap',
          'x-po-autocomment': 'Shown at the top.',
          'x-po-previous': 'Open the bridges',
        },
      },
    ])
  })

  test('a plural gives its first and its last form', async () => {
    const entry = 'msgid "%d lock"\nmsgid_plural "%d locks"\nmsgstr[0] "%d slot"\nmsgstr[1] "%d sloten"\n'
    expect((await read(dutch + entry)).map(textsOf)).toEqual([
      ['%d lock', '%d slot'],
      ['%d locks', '%d sloten'],
    ])
    const one = 'msgid "%d lock"\nmsgid_plural "%d locks"\nmsgstr[0] "%d 把锁"\n'
    expect((await read(head('Language: zh_CN') + one)).map(textsOf)).toEqual([
      ['%d lock', '%d 把锁'],
      ['%d locks', '%d 把锁'],
    ])
  })

  test('a fuzzy entry is a partial pair', async () => {
    const [unit] = await read(`${dutch}#, fuzzy, c-format\nmsgid "gate"\nmsgstr "deur"\n`)
    expect(unit).toMatchObject({ relation: 'partial', props: { 'x-po-flags': 'c-format' } })
  })

  test('obsolete, untranslated and damaged entries are left out, each with its place; the rest goes on', async () => {
    const context = recorder()
    const text = `${dutch}#~ msgid "old"
#~ msgstr "oud"

msgid "empty"
msgstr ""

msgid "no end
msgstr "geen eind"
msgid "still the bad one"
msgstr "x"

msgid "a" x
msgstr "b"
#: next.c
msgid "good"
msgstr "goed"
msgid "close by"
msgstr "vlakbij"

msgstr "alone"

rubbish

msgid "twice"
msgid "twice"
msgstr "x"

msgid "bad form"
msgstr[999] "x"

msgid "last"
msgstr "laatste"`
    const units = await read(text, 'x.po', context)
    expect(units.map(textsOf)).toEqual([
      ['good', 'goed'],
      ['close by', 'vlakbij'],
      ['last', 'laatste'],
    ])
    // An `msgstr` out of place is met twice and reported once.
    const places = context.diagnostics.map((one) => [one.code, one.place?.line, one.place?.column])
    expect(places).toEqual([
      ['READ_UNITS_LEFT_OUT', 6, 4],
      ['READ_UNITS_LEFT_OUT', 9, 1],
      ['READ_UNITS_LEFT_OUT', 12, 7],
      ['READ_UNITS_LEFT_OUT', 17, 11],
      ['READ_UNITS_LEFT_OUT', 25, 1],
      ['READ_UNITS_LEFT_OUT', 27, 1],
      ['READ_UNITS_LEFT_OUT', 30, 1],
    ])
  })

  test.each([
    ['its header', head('Language: zh_TW', 'X-Source-Language: nl'), 'nl.po', {}, ['nl', 'zh-Hant']],
    ['a script after @', head('Language: sr@latin'), 'x.po', {}, ['en', 'sr-Latn']],
    ['its name', head('Language: '), 'locale/nl_BE.po', {}, ['en', 'nl-BE']],
    ['the end of its name', '', 'django-nl.po', {}, ['en', 'nl']],
    ['its folder', '', 'locale/zh_CN/LC_MESSAGES/app.po', {}, ['en', 'zh']],
    ['the user', '', 'nl.po', { sourceLanguage: 'fr', targetLanguage: 'de' }, ['fr', 'de']],
    ['nothing', '', 'messages.po', {}, ['en', 'und']],
  ])('the languages come from %s', async (_, header, name, options, languages) => {
    const context = recorder()
    const [unit] = await read(`${header}msgid "a"\nmsgstr "b"\n`, name, context, options)
    expect(languagesOf(unit)).toEqual(languages)
    expect(context.codes()).toEqual(languages.includes('und') ? ['READ_NO_LANGUAGE'] : [])
  })

  test('the header says the encoding', async () => {
    const text = `${head('Content-Type: text/plain; charset=GB2312', 'Language: zh_CN')}msgid "bridge"\nmsgstr "`
    const bytes = Buffer.concat([Buffer.from(text), Buffer.from([0xc7, 0xc5]), Buffer.from('"\n')])
    expect((await read(bytes)).map(textsOf)).toEqual([['bridge', '桥']])
    const western = `${head('Content-Type: text/plain; charset=ISO-8859-1', 'Language: nl')}msgid "one"\nmsgstr "\u00e9\u00e9n"\n`
    expect((await read(Buffer.from(western, 'latin1'))).map(textsOf)).toEqual([['one', 'één']])
    await expect(read(head('Content-Type: text/plain; charset=klingon'))).rejects.toMatchObject({
      code: 'READ_ENCODING',
    })
  })

  test('line ends of any system, a byte order mark and escapes are understood', async () => {
    const text = `${dutch}msgid "a\\tb\\"c\\\\d\\x41\\101"\nmsgstr "é"\n`
    const wanted = [['a\tb"c\\dAA', 'é']]
    for (const end of ['\n', '\r\n', '\r'])
      expect((await read(`\ufeff${text.replaceAll('\n', end)}`)).map(textsOf)).toEqual(wanted)
  })

  test('a template has nothing but entries without translations', async () => {
    const context = recorder()
    const text = head('Content-Type: text/plain; charset=CHARSET', 'Language: ')
    expect(await read(`${text}msgid "a"\nmsgstr ""\n\nmsgid "b"\nmsgstr ""\n`, 'nl.pot', context)).toEqual([])
    expect(context.diagnostics[0]?.message).toContain('(2, first: line 6)')
  })

  test('what is no PO file at all is refused', async () => {
    await expect(read('De brug is open.\n')).rejects.toMatchObject({ code: 'READ_MALFORMED' })
    await expect(read('')).rejects.toMatchObject({ code: 'READ_EMPTY' })
  })

  test('any lines end with units or an AppError', async () => {
    const line = fc.constantFrom(
      'msgid "a"',
      'msgid ""',
      'msgstr "b"',
      'msgstr[0] "b"',
      'msgstr[1] "c"',
      'msgid_plural "d"',
      'msgctxt "e"',
      '"f"',
      '"g',
      '\\',
      '#, fuzzy',
      '#~ msgid "h"',
      '#~| msgid "h"',
      '#| msgid "i"',
      '#',
      '',
      'x',
      '"Language: nl\\n"',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 14 }), async (lines) => {
        await read(lines.join('\n')).catch((error: unknown) => expect(error).toBeInstanceOf(AppError))
      }),
      { numRuns: 300, seed: 7 },
    )
  })
})

describe('written PO', () => {
  test('is what gettext expects', async () => {
    const units = [
      madeUnit('zeg "ja" \\ nee', '说', {
        notes: ['een\ntwee'],
        props: { 'x-po-references': 'a.c:1', 'x-po-context': 'menu' },
      }),
      madeUnit('brug', '桥', { relation: 'partial', confidence: 0.5 }),
      madeUnit('brug', '桥梁', { props: { client: 'Acme' } }),
    ]
    const context = recorder()
    const text = await writeUnits(format, units, header, context)
    expect(text).toBe(`msgid ""
msgstr ""
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Language: zh_CN\\n"
"X-Source-Language: nl\\n"
"X-Generator: zinpaar 1.2.3\\n"
"X-Alignment-Signature: zinpaar:1.2.3|mode:parallel|scorers:length.1\\n"

# een
# twee
#: a.c:1
msgctxt "menu"
msgid "zeg \\"ja\\" \\\\ nee"
msgstr "说"

#. x-alignment-score: 0.5000
#. x-alignment-status: needs-review
#. x-alignment-relation: partial
#, fuzzy
msgid "brug"
msgstr "桥"

msgctxt "zinpaar:00000000000000aa"
msgid "brug"
msgstr "桥梁"
`)
    expect(context.codes()).toEqual(['WRITE_PROPERTIES_LEFT_OUT'])
    const back = await read(text)
    expect(back.map((one) => [...textsOf(one), one.relation, one.notes, one.props])).toEqual([
      ['zeg "ja" \\ nee', '说', undefined, ['een\ntwee'], { 'x-po-context': 'menu', 'x-po-references': 'a.c:1' }],
      ['brug', '桥', 'partial', [], {}],
      ['brug', '桥梁', undefined, [], {}],
    ])
  })
})
