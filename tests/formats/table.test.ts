import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AppError } from '../../src/core/errors.ts'
import type { TranslationUnit } from '../../src/core/types.ts'
import { cellText, readRows, rowText } from '../../src/formats/_table/cells.ts'
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

  test('a row without text on both sides is left out with its line', async () => {
    const context = recorder()
    const units: readonly TranslationUnit[] = await readUnits(
      csv,
      inputOf('source,target\n"a\nb",c\n,d\ne\n\nf,g\n'),
      context,
    )
    expect(units.length).toBe(2)
    expect(context.diagnostics).toMatchObject([{ code: 'READ_UNITS_LEFT_OUT', place: { line: 4 } }])
  })

  test.each([
    ['no columns', 'nl,zh\nbrug,桥\n', /line 1/u],
    ['a quote that is never closed', 'source,target\na,b\n"c,d\n', /line 3/u],
  ])('%s is refused with its line', async (_, text, message) => {
    await expect(readUnits(csv, inputOf(text))).rejects.toThrow(AppError)
    await expect(readUnits(csv, inputOf(text))).rejects.toThrow(message)
  })
})

test('TSV has no byte order mark, tabs and line feeds', async () => {
  const text = await writeUnits(tsv, fc.sample(unitArbitrary, 3), header)
  expect(text.startsWith('source\ttarget\t')).toBe(true)
  expect(text).not.toContain('\r\n')
})
