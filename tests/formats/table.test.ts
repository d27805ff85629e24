import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AppError } from '../../src/core/errors.ts'
import type { TranslationUnit } from '../../src/core/types.ts'
import { cellText, readRows, rowText } from '../../src/formats/_table/cells.ts'
import { createRowScanner, type RowScanner } from '../../src/formats/_table/rows.ts'
import { format as csv } from '../../src/formats/csv/index.ts'
import { format as tsv } from '../../src/formats/tsv/index.ts'
import { header, unitArbitrary } from './arbitrary-units.ts'
import { inputOf, readUnits, recorder, writeUnits } from './memory-input.ts'

const cell = fc.string({
  unit: fc.constantFrom('a', '桥', ',', ';', '\t', '"', "'", '=', '-', '+', '@', '\n', '\r\n', ' ', '1'),
  maxLength: 8,
})

test.each([',', '\t', ';'])('rows of any cells come back, with %j between them', (delimiter) => {
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 4 }),
      fc.constantFrom('\n', '\r\n'),
      (rows, end) => {
        const text = rows.map((cells) => rowText(cells, delimiter, end)).join('')
        expect([...readRows(text, delimiter, 'x.csv')].map((row) => row.cells)).toEqual(rows)
        expect([...readRows(text.slice(0, -end.length), delimiter, 'x.csv')].map((row) => row.cells)).toEqual(rows)
      },
    ),
    { numRuns: 200 },
  )
})

test.each([
  ['=1+1', "'=1+1"],
  ["'=1+1", "''=1+1"],
  ['- Ja', "'- Ja"],
  ['@naam', "'@naam"],
  ["'t is open", "'t is open"],
  ['a=b', 'a=b'],
  ['\trand', "'\trand"],
])('a spreadsheet never takes %j for a formula', (text, wanted) => {
  expect(cellText(text, ',')).toBe(wanted)
})

describe('CSV', () => {
  test('has the columns in their order, a byte order mark for Excel, and CRLF', async () => {
    const text = await writeUnits(csv, [], header)
    expect(text).toBe(
      '\ufeffsource,target,relation,confidence,decision,evidence,source_segments,target_segments,source_file,target_file,source_language,target_language,id,notes,decided_by,decided_at,comment\r\n',
    )
  })

  test('ranges of segments are not taken for dates', async () => {
    const [unit] = fc.sample(unitArbitrary, 1)
    const origin = {
      sourceFile: 'a',
      targetFile: 'b',
      sourceSegments: '3-4',
      targetSegments: '7',
      shape: '2:1',
      evidence: [],
      signature: '',
    }
    const text = await writeUnits(csv, unit === undefined ? [] : [{ ...unit, origin }], header)
    expect(text).toContain(',3..4,7,')
    expect((await readUnits(csv, inputOf(text)))[0]?.origin).toEqual(origin)
  })

  test.each([
    [
      'semicolons and Dutch commas',
      'source;target;confidence;source_language;target_language\nbrug;bridge;0,75;nl;en\n',
    ],
    ['tabs', 'source\ttarget\tconfidence\tsource_language\ttarget_language\r\nbrug\tbridge\t0.75\tnl\ten'],
    [
      'other orders and capitals',
      'Target_Language,Source,Confidence,Source_Language,Target,x\nen,brug,0.75,nl,bridge,y',
    ],
  ])('is read with %s', async (_, text) => {
    const [unit] = await readUnits(csv, inputOf(text))
    expect(unit).toMatchObject({
      sourceLanguage: 'nl',
      confidence: 0.75,
      decision: { state: 'proposed' },
      variants: [
        { language: 'nl', content: [{ kind: 'text', text: 'brug' }] },
        { language: 'en', content: [{ kind: 'text', text: 'bridge' }] },
      ],
    })
  })

  test('rows that are no pair are left out with their lines, blank ones quietly', async () => {
    const context = recorder()
    const units = await readUnits(csv, inputOf('source,target\n"a\nb",c\n,d\ne\n\n,\nf,g\n'), context)
    expect(units.map(textsOf)).toEqual([
      ['a\nb', 'c'],
      ['f', 'g'],
    ])
    expect(context.diagnostics).toMatchObject([
      { code: 'READ_UNITS_LEFT_OUT', place: { line: 4, column: 1 } },
      { code: 'READ_UNITS_LEFT_OUT', place: { line: 5, column: 1 } },
    ])
  })

  test('a row with more cells than columns is left out with the place of the first that is too many', async () => {
    const context = recorder()
    const units = await readUnits(csv, inputOf('source,target\na,b,,\n"x\ny",c, en d\ne,f\n'), context)
    expect(units.map(textsOf)).toEqual([
      ['a', 'b'],
      ['e', 'f'],
    ])
    expect(context.diagnostics).toMatchObject([{ code: 'READ_UNITS_LEFT_OUT', place: { line: 4, column: 6 } }])
  })

  test.each([
    ['a quote that is never closed', 'source,target\na,b\n"c,d\ne,f\n', { line: 3, column: 1 }],
    ['text after a closed quote', 'source,target\na,b\nx,"c"d\ne,f\n', { line: 3, column: 6 }],
    ['a stray quote that swallows lines', 'source,target\na,b\n"c,d\ne,f\n"g",h\n', { line: 5, column: 2 }],
  ])('%s costs its own line alone', async (_, text, place) => {
    const context = recorder()
    const units = await readUnits(csv, inputOf(text), context)
    expect(units.map(textsOf)).toEqual(
      expect.arrayContaining([
        ['a', 'b'],
        ['e', 'f'],
      ]),
    )
    expect(context.diagnostics).toMatchObject([{ code: 'READ_UNITS_LEFT_OUT', place }])
  })

  test('columns that are not ours become properties, and so does what makes no sense in ours', async () => {
    const text = 'ID,Source,Client name,Target,confidence,comment\n7,brug,Acme,桥,high,nakijken\n8,kade,,码头,,\n'
    const units = await readUnits(csv, inputOf(text))
    expect(units).toMatchObject([
      { props: { id: '7', confidence: 'high', 'Client name': 'Acme' }, notes: ['nakijken'] },
      { props: { id: '8' }, notes: [] },
    ])
  })

  test.each([
    ['tags', 'nl;zh-CN;en', ['nl', 'zh', 'en']],
    ['tags with underlines and capitals', 'NL_be,ZH_TW,domain', ['nl-BE', 'zh-Hant']],
    ['English names', 'Flemish,Chinese (Traditional),Key', ['nl-BE', 'zh-Hant']],
    ['names in the languages themselves', '中文\tNederlands', ['zh', 'nl']],
    ['names in the language of another column', 'Nederlands;Chinees;Engels', ['nl', 'zh', 'en']],
    ['sides and tags', 'source (nl),target_zh-Hant', ['nl', 'zh-Hant']],
    ['tags beside an identifier', 'id,nl,zh', ['nl', 'zh']],
    ['a language that is written like an identifier', 'id,nl', ['id', 'nl']],
  ])('columns may be called by %s', async (_, names, languages) => {
    const delimiter = /[,;\t]/u.exec(names)?.[0] ?? ','
    const row = names
      .split(delimiter)
      .map((name) => `tekst ${name}`)
      .join(delimiter)
    const [unit] = await readUnits(csv, inputOf(`${names}\n${row}\n`))
    expect(unit?.variants.map((variant) => variant.language)).toEqual(languages)
    expect(unit?.sourceLanguage).toBe(languages[0])
  })

  test('a row of several languages holds those that it has', async () => {
    const units = await readUnits(csv, inputOf('en,nl,zh\nbridge,,桥\n,,码头\n'))
    expect(units.map((unit) => unit.variants.map((variant) => variant.language))).toEqual([['en', 'zh']])
  })

  const languages = { sourceLanguage: 'zh', targetLanguage: 'nl' }

  test('what the user says counts where the table says nothing', async () => {
    const read = async (text: string): Promise<readonly (readonly string[])[]> => {
      const units: TranslationUnit[] = []
      for await (const unit of csv.readUnits?.(inputOf(text), recorder(), languages) ?? []) units.push(unit)
      return units.map((unit) => [unit.sourceLanguage, ...unit.variants.map((one) => one.language), ...textsOf(unit)])
    }
    expect(await read('桥,brug\n码头,"kade, oud"\n')).toEqual([
      ['zh', 'zh', 'nl', '桥', 'brug'],
      ['zh', 'zh', 'nl', '码头', 'kade, oud'],
    ])
    expect(await read('桥，大,het is groot; echt\t一座桥\n'.replace('\t', ';'))).toHaveLength(1)
    expect(await read('source,target,source_language\n桥,brug,zh-TW\n')).toEqual([
      ['zh-Hant', 'zh-Hant', 'nl', '桥', 'brug'],
    ])
    expect(await read('nl,zh\nbrug,桥\n')).toEqual([['zh', 'zh', 'nl', '桥', 'brug']])
  })

  test.each([
    ['the line by which Excel names the delimiter', 'sep=;\r\nsource;target\r\na,b;c\r\n', 'utf8'],
    ['a byte order mark', '\ufeffsource;target\na,b;c', 'utf8'],
    ['UTF-16 with a mark', '\ufeffsource\ttarget\r\na,b\tc\r\n', 'utf16le'],
    ['old line ends', 'source\ttarget\ra,b\tc\r', 'utf8'],
  ] as const)('is read with %s', async (_, text, encoding) => {
    const units = await readUnits(csv, inputOf(new Uint8Array(Buffer.from(text, encoding))))
    expect(units.map(textsOf)).toEqual([['a,b', 'c']])
  })

  test('a table without names and languages is refused with what to do', async () => {
    await expect(readUnits(csv, inputOf('brug,桥\n'))).rejects.toMatchObject({
      code: 'READ_MALFORMED',
      message: expect.stringContaining('line 1'),
      hint: expect.stringContaining('--source-lang'),
    })
  })

  test('a large table is read in pieces, and what stands before bytes that make no sense comes out', async () => {
    const line = `${'woord '.repeat(20)},${'词'.repeat(20)}\n`
    const lines = Math.ceil((9 * 2 ** 20) / Buffer.byteLength(line))
    const input = {
      name: 'groot.csv',
      bytes: () => Promise.reject(new Error('the whole file is never asked for')),
      async *stream() {
        yield Buffer.from('source,target\n')
        for (let i = 0; i < lines; i += 1000) yield Buffer.from(line.repeat(Math.min(1000, lines - i)))
        yield Buffer.from([0x61, 0x2c, 0x62, 0x0a, 0xff, 0xff])
      },
    }
    let count = 0
    const reading = async (): Promise<void> => {
      for await (const _ of csv.readUnits?.(input, recorder()) ?? []) count++
    }
    await expect(reading()).rejects.toMatchObject({
      code: 'READ_ENCODING',
      message: expect.stringContaining(`line ${lines + 3}`),
    })
    expect(count).toBe(lines + 1)
  })

  test('random tables end with units or an AppError', async () => {
    const table = fc.string({
      unit: fc.constantFrom(...'a,;\t"\'\n\r=x', 'source', 'target', 'nl', 'zh', 'sep='),
      maxLength: 40,
    })
    await fc.assert(
      fc.asyncProperty(table, async (text) => {
        await readUnits(csv, inputOf(text)).catch((error: unknown) => expect(error).toBeInstanceOf(AppError))
      }),
      { numRuns: 300, seed: 5 },
    )
  })

  test('rows are the same in whatever pieces the text comes', () => {
    const text = fc.string({ unit: fc.constantFrom('a', ',', '"', '""', '\n', '\r\n', '\r'), maxLength: 30 })
    const rowsOf = (scanner: RowScanner, pieces: readonly string[]) => [
      ...pieces.flatMap((piece) => [...scanner.add(piece, false)]),
      ...scanner.add('', true),
    ]
    const plain = (rows: ReturnType<typeof rowsOf>) =>
      rows.map((row) => ('cells' in row ? [row.line, ...row.cells] : [row.place, row.text]))
    fc.assert(
      fc.property(text, (text) => {
        expect(plain(rowsOf(createRowScanner(','), [...text]))).toEqual(plain(rowsOf(createRowScanner(','), [text])))
      }),
      { numRuns: 500, seed: 6 },
    )
  })

  test('small pieces of a row that does not end cost no more than large ones', () => {
    const scanner = createRowScanner(',')
    const started = performance.now()
    for (let i = 0; i < 60_000; i++) expect([...scanner.add('"" , ""'.slice(i % 2), false)]).toEqual([])
    expect(performance.now() - started).toBeLessThan(3000)
  })

  test('what is left of a line that is too long is no row', () => {
    const scanner = createRowScanner(',')
    const pieces = ['a,b\n', 'x'.repeat(1.2e6), 'x,y', 'z,q\n', 'c,d\n']
    const rows = [...pieces.flatMap((piece) => [...scanner.add(piece, false)]), ...scanner.add('', true)]
    expect(rows.map((row) => ('cells' in row ? [row.line, ...row.cells] : row.problem))).toEqual([
      [1, 'a', 'b'],
      'long',
      [3, 'c', 'd'],
    ])
  })

  test('whole rows come out before the error of a large file that breaks off', async () => {
    const input = {
      ...inputOf(''),
      async *stream() {
        yield Buffer.from(`nl,zh\n${`x,${'y'.repeat(2 ** 11)}\n`.repeat(2 ** 12)}"${'twee '.repeat(100)}`)
        yield Buffer.from('",a\n')
        yield Buffer.from('b,c\nd,')
        throw new AppError('READ_MALFORMED', 'the file breaks off')
      },
    }
    const found: TranslationUnit[] = []
    await expect(async () => {
      for await (const unit of csv.readUnits?.(input, recorder()) ?? []) found.push(unit)
    }).rejects.toThrow('breaks off')
    expect(found.map(textsOf).at(-1)).toEqual(['b', 'c'])
  })
})

const textsOf = (unit: TranslationUnit): readonly string[] =>
  unit.variants.map((variant) => variant.content.map((run) => (run.kind === 'text' ? run.text : '')).join(''))

test('TSV has no byte order mark, tabs and line feeds', async () => {
  const text = await writeUnits(tsv, fc.sample(unitArbitrary, 3), header)
  expect(text.startsWith('source\ttarget\t')).toBe(true)
  expect(text).not.toContain('\r\n')
})
