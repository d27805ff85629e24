import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Context, UnitReadOptions } from '../../src/core/contracts.ts'
import { AppError } from '../../src/core/errors.ts'
import type { TranslationUnit } from '../../src/core/types.ts'
import { format } from '../../src/formats/xlsx/index.ts'
import { rowsXml, workbookFiles, zipped } from './made-workbook.ts'
import { inputOf, recorder } from './memory-input.ts'

async function read(
  bytes: Uint8Array,
  context: Context = recorder(),
  options: UnitReadOptions = {},
): Promise<readonly TranslationUnit[]> {
  const units: TranslationUnit[] = []
  for await (const unit of format.readUnits?.(inputOf(bytes, 'x.xlsx'), context, options) ?? []) units.push(unit)
  return units
}
const textsOf = (unit: TranslationUnit): readonly string[] =>
  unit.variants.map((variant) => variant.content.map((run) => (run.kind === 'text' ? run.text : '')).join(''))

const oneSheet = (rows: string): Buffer => zipped(workbookFiles({ sheets: { Blad1: rows } }))

describe('XLSX', () => {
  test('columns are those of a table, and cells are read as they show', async () => {
    const names = rowsXml([['Dutch', 'Chinese', 'Client', 'since', 'price', 'sum', 'checked', 'met', 'fault']])
    const cells = [
      '<c r="A2" t="s"><v>0</v></c>',
      '<c r="B2" t="s"><v>1</v></c>',
      '<c r="C2" t="inlineStr"><is><t>Acme &amp; zn</t></is></c>',
      '<c r="D2" s="1"><v>44454</v></c>',
      '<c r="E2"><v>1.1000000000000001</v></c>',
      '<c r="F2"><f>1+1</f><v>2</v></c>',
      '<c r="G2" t="b"><v>1</v></c>',
      '<c r="H2" s="2"><v>44454.5</v></c>',
      '<c r="I2" t="e"><f>1/0</f><v>#DIV/0!</v></c>',
    ]
    const strings = [
      '<r><t>De </t></r><r><rPr><b/></rPr><t xml:space="preserve">brug &amp; kade</t></r>',
      '<t xml:space="preserve"> 桥梁 </t><rPh sb="0" eb="1"><t>qiao</t></rPh>',
    ]
    const bytes = zipped(workbookFiles({ sheets: { Blad1: `${names}<row r="2">${cells.join('')}</row>` }, strings }))
    expect(await read(bytes)).toMatchObject([
      {
        sourceLanguage: 'nl',
        variants: [
          { language: 'nl', content: [{ kind: 'text', text: 'De brug & kade' }] },
          { language: 'zh', content: [{ kind: 'text', text: ' 桥梁 ' }] },
        ],
        props: {
          Client: 'Acme & zn',
          since: '2021-09-15',
          price: '1.1',
          sum: '2',
          checked: 'TRUE',
          met: '2021-09-15T12:00:00Z',
        },
      },
    ])
  })

  test('rows that are no pair are named by their row in the sheet', async () => {
    const context = recorder()
    const rows = rowsXml(
      [
        ['source', 'target'],
        ['a', 'b'],
        ['', ''],
        ['alleen', ''],
        ['c', 'd'],
        ['e', 'f', 'g'],
      ],
      3,
    )
    expect((await read(oneSheet(rows), context)).map(textsOf)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ])
    expect(context.diagnostics).toMatchObject([
      { code: 'READ_UNITS_LEFT_OUT', place: { line: 6 } },
      { code: 'READ_UNITS_LEFT_OUT', place: { line: 8, column: 3 } },
    ])
  })

  test('every sheet with columns of two languages is read, the others are named', async () => {
    const context = recorder()
    const sheets = {
      Terms: rowsXml([
        ['nl', 'en'],
        ['brug', 'bridge'],
      ]),
      Notes: rowsXml([['Made by', 'somebody']]),
      Empty: '',
      More: rowsXml([
        ['en', 'nl'],
        ['quay', 'kade'],
        ['lock', ''],
      ]),
    }
    const units = await read(zipped(workbookFiles({ sheets })), context)
    expect(units.map(textsOf)).toEqual([
      ['brug', 'bridge'],
      ['quay', 'kade'],
    ])
    expect(context.diagnostics.map((one) => one.message)).toEqual([
      expect.stringMatching(/: Notes$/u),
      expect.stringMatching(/^x\.xlsx, sheet More: .*line 3/u),
    ])
  })

  test('a sheet without names is read in the languages that the user gives', async () => {
    const bytes = oneSheet(
      rowsXml([
        ['brug', '桥'],
        ['kade', '码头'],
      ]),
    )
    const units = await read(bytes, recorder(), { sourceLanguage: 'nl', targetLanguage: 'zh' })
    expect(units.map((unit) => [unit.sourceLanguage, ...textsOf(unit)])).toEqual([
      ['nl', 'brug', '桥'],
      ['nl', 'kade', '码头'],
    ])
    await expect(read(bytes)).rejects.toMatchObject({
      code: 'READ_MALFORMED',
      message: expect.stringContaining('row 1'),
    })
  })

  test('a long sheet is whole', async () => {
    const rows = Array.from({ length: 5000 }, (_, i) => [`regel ${i} & zo < ${'x'.repeat(i % 90)}`, `第${i}行`])
    const units = await read(oneSheet(rowsXml([['nl', 'zh'], ...rows])))
    expect(units.map(textsOf)).toEqual(rows)
  })

  test.each([
    ['a row far away', '<row r="1000000000"><c r="A1000000000"><v>1</v></c></row>', 'READ_MALFORMED'],
    [
      'a wide sheet',
      '<row r="1"><c r="XFD1"><v>1</v></c></row><row r="1048576"><c r="A1048576"><v>1</v></c></row>',
      'READ_TOO_LARGE',
    ],
    ['a place in disguise', '<row r="&#57;9999999999"><c><v>1</v></c></row>', 'READ_MALFORMED'],
    ['a string that is not there', '<row r="1"><c r="A1" t="s"><v>7</v></c></row>', 'READ_MALFORMED'],
    ['a sheet that is no XML', '<row r="1"><c r="A1"', 'READ_MALFORMED'],
  ])('%s is refused in no time', async (_, rows, code) => {
    await expect(read(oneSheet(rows))).rejects.toMatchObject({ code })
  })

  test.each([
    ['no archive', Buffer.from('nl,zh\n'), 'READ_MALFORMED'],
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), 'READ_BINARY'],
    ['a Word document', zipped({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' }), 'READ_MALFORMED'],
    ['a binary workbook', zipped({ '[Content_Types].xml': '<Types/>', 'xl/workbook.bin': 'x' }), 'READ_MALFORMED'],
    ['a workbook without sheets', zipped(workbookFiles({ sheets: {} })), 'READ_MALFORMED'],
    ['a workbook of an empty sheet', oneSheet(''), 'READ_EMPTY'],
    ['nothing', Buffer.alloc(0), 'READ_EMPTY'],
    [
      'a workbook that was cut off',
      oneSheet(
        rowsXml([
          ['nl', 'zh'],
          ['a', 'b'],
        ]),
      ).subarray(0, 1500),
      'READ_MALFORMED',
    ],
  ])('%s is refused', async (_, bytes, code) => {
    await expect(read(bytes)).rejects.toMatchObject({ code })
  })

  test('damage of any kind ends with units or an AppError', async () => {
    const files = workbookFiles({
      sheets: {
        Blad1: rowsXml([
          ['nl', 'zh'],
          ['a', '桥'],
          ['b', '码头'],
        ]),
      },
      strings: ['<t>x</t>'],
    })
    const paths = Object.keys(files)
    const change = fc.record({
      path: fc.constantFrom(...paths),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.nat(12),
      piece: fc.constantFrom(
        '',
        '<',
        '>',
        '"',
        '&',
        '&#0;',
        '<c',
        '<row>',
        '</row>',
        ' r="A0"',
        't="s"',
        'é',
        '\0',
        '999999',
      ),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
        const damaged = { ...files }
        for (const { path, at, length, piece } of changes) {
          const text = damaged[path] ?? ''
          const start = Math.floor(at * text.length)
          damaged[path] = text.slice(0, start) + piece + text.slice(start + length)
        }
        await read(zipped(damaged)).catch((error: unknown) => expect(error).toBeInstanceOf(AppError))
      }),
      { numRuns: 150, seed: 11 },
    )
  })
})
