import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readSheet, type SheetKind, sheetBytes, sheetEndings, sheetKindOf } from '../src/edit-sheet.ts'
import { readRows, rowText } from '../src/formats/_table/cells.ts'
import { readSheets } from '../src/formats/xlsx/workbook.ts'
import type { Alignment, Diagnostic } from '../src/index.ts'
import { inputOf } from '../src/input.ts'
import { applyEdits } from '../src/review/edits/editing.ts'
import { madeAlignment, madeBead, madeDocument } from './made-alignment.ts'
import { randomFrom } from './random.ts'
import { ann, randomAlignment } from './review/made-edits.ts'

const alignment = madeAlignment(
  madeDocument('a.txt', 'und', ['=1+1', 'Two trees, "old".', 'Three', 'Four']),
  madeDocument('b.txt', 'und', ['-een', '二棵树', 'drie', 'vijf']),
  [
    madeBead([0, 1], [0, 1], 'translation'),
    madeBead([1, 3], [1, 3], 'partial', 0.456),
    madeBead([3, 4], [3, 3], 'unaligned', 0),
    madeBead([4, 4], [3, 4], 'unaligned', 0),
  ],
)

const bytesOf = (kind: SheetKind, of: Alignment = alignment): Promise<Uint8Array> =>
  sheetBytes(
    kind,
    of,
    { checksOf: ({ id }) => (id === '0-1:0-1' ? ['=numbers differ'] : []) },
    { report: () => undefined },
  )

/** Rows of a sheet as a program sees them, changed, and written as CSV again. */
async function changed(kind: SheetKind, change: (rows: string[][]) => readonly (readonly string[])[]): Promise<string> {
  const bytes = await bytesOf(kind)
  const rows =
    kind === '.xlsx'
      ? ((await readSheets(bytes, 'x'))[0]?.rows ?? [])
      : [...readRows(Buffer.from(bytes).toString('utf8').slice(1), kind === '.csv' ? ',' : '\t', 'x')].map(
          ({ cells }) => cells,
        )
  return change(rows.map((row) => [...row]))
    .map((row) => rowText(row, ';', '\n'))
    .join('')
}

async function read(content: string | Uint8Array, of: Alignment = alignment) {
  const said: Diagnostic[] = []
  const edits = await readSheet(inputOf('x.csv', content), of, ann, { report: (one) => said.push(one) })
  return { edits, said: said.map(({ code, message }) => `${code} ${message}`) }
}

const column = { bead: 0, source: 2, target: 4, relation: 5, decision: 7, comment: 9, print: 10 }
const set = (rows: string[][], row: number, name: keyof typeof column, text: string): void => {
  const cells = rows[row]
  if (cells !== undefined) cells[column[name]] = text
}

describe.each(sheetEndings)('a sheet as %s', (kind) => {
  test('has a row a bead, and what looks like a formula is a text', async () => {
    const text = await changed(kind, (rows) => rows)
    expect([...readRows(text, ';', 'x')].map(({ cells }) => cells.slice(0, 10))).toEqual([
      [
        'bead',
        'source_segments',
        'source',
        'target_segments',
        'target',
        'relation',
        'confidence',
        'decision',
        'checks',
        'comment',
      ],
      ['0-1:0-1', '1', '=1+1', '1', '-een', 'translation', '0.9', '', '=numbers differ', ''],
      [
        '1-3:1-3',
        '2–3',
        'Two trees, "old". Three',
        '2–3',
        expect.stringMatching(/^二棵树 ?drie$/u),
        'partial',
        '0.46',
        '',
        '',
        '',
      ],
      ['3-4:3-3', '4', 'Four', '', '', 'unaligned', '0', '', '', ''],
      ['4-4:3-4', '', '', '4', 'vijf', 'unaligned', '0', '', '', ''],
    ])
  })

  test('that comes back as it was is no edit, whatever the texts are', async () => {
    const odd = fc.string({
      unit: fc.constantFrom(
        'a',
        '=',
        "'",
        '-',
        '@',
        '"',
        ';',
        ',',
        '\t',
        '\n',
        '\r',
        '\0',
        '_x0041_',
        '桥',
        '😀',
        '\ud800',
        '&',
        '<',
        ' ',
      ),
      maxLength: 8,
    })
    await fc.assert(
      fc.asyncProperty(
        fc.nat(1e9),
        fc.array(fc.record({ source: odd, target: odd, comment: odd }), { maxLength: 6 }),
        async (seed, texts) => {
          const made = randomAlignment(randomFrom(seed), 6)
          const odds: Alignment = {
            ...made,
            beads: made.beads.map((bead, k) => {
              const { comment, ...text } = texts[k] ?? { comment: '' }
              return { ...bead, ...(k % 2 === 0 ? { text } : {}), comment }
            }),
          }
          expect(await read(await bytesOf(kind, odds), odds)).toEqual({ edits: [], said: [] })
        },
      ),
      { numRuns: kind === '.xlsx' ? 40 : 100 },
    )
  })

  test('is the same each time', async () => {
    expect(Buffer.from(await bytesOf(kind)).equals(Buffer.from(await bytesOf(kind)))).toBe(true)
  })

  test('that was changed comes back as edits', async () => {
    const text = await changed(kind, (rows) => {
      set(rows, 1, 'target', "'=een  en een")
      set(rows, 1, 'decision', 'Accepted ')
      set(rows, 2, 'decision', 'no')
      set(rows, 2, 'comment', 'not\nthis')
      return [rows[0], rows[2], rows[1], rows[4]].flatMap((row) => (row === undefined ? [] : [row]))
    })
    const { edits, said } = await read(text)
    expect(edits).toEqual([
      { edit: 'comment', bead: '1-3:1-3', note: 'not\nthis', ...ann },
      { edit: 'retext', bead: '0-1:0-1', side: 'target', text: "'=een  en een", ...ann },
      { edit: 'accept', beads: ['0-1:0-1'], ...ann },
      { edit: 'reject', beads: ['1-3:1-3'], ...ann },
    ])
    expect(said).toEqual(['SHEET_ROWS_MISSING x.csv has no row for one bead, which stay as they are'])
    const after = applyEdits(alignment, edits)
    expect((await read(text, after)).edits).toEqual([])
  })
})

test('changes that others made since stay, where the reviewer changed nothing', async () => {
  const text = await changed('.csv', (rows) => {
    set(rows, 1, 'comment', 'from the sheet')
    return rows
  })
  const since = applyEdits(alignment, [
    { edit: 'accept', beads: ['0-1:0-1', '1-3:1-3'], ...ann },
    { edit: 'retext', bead: '0-1:0-1', side: 'source', text: 'one and one', ...ann },
    { edit: 'comment', bead: '1-3:1-3', note: 'from the page', ...ann },
  ])
  expect((await read(text, since)).edits).toEqual([
    { edit: 'comment', bead: '0-1:0-1', note: 'from the sheet', ...ann },
  ])
})

test('a decision can be taken away, and a text be given back', async () => {
  const decided = applyEdits(alignment, [
    { edit: 'retext', bead: '0-1:0-1', side: 'source', text: 'one', ...ann },
    { edit: 'accept', beads: ['0-1:0-1'], ...ann },
  ])
  const rows = [
    ['bead', 'source', 'decision'],
    ['0-1:0-1', '=1+1', ''],
  ]
  const { edits } = await read(rows.map((row) => rowText(row, ',', '\n')).join(''), decided)
  expect(edits).toEqual([
    { edit: 'retext', bead: '0-1:0-1', side: 'source', ...ann },
    { edit: 'reopen', beads: ['0-1:0-1'], ...ann },
  ])
  expect(applyEdits(decided, edits).beads[0]).toEqual(alignment.beads[0])
})

test('what cannot be taken over is said with its row', async () => {
  const text = await changed('.tsv', (rows) => {
    set(rows, 1, 'bead', '7-8:7-8')
    set(rows, 2, 'decision', 'perhaps')
    set(rows, 2, 'source', ' ')
    set(rows, 3, 'target', 'vier')
    return [...rows, rows[4] ?? []]
  })
  const { edits, said } = await read(text)
  expect(edits).toEqual([])
  expect(said).toEqual([
    'SHEET_UNKNOWN_BEAD x.csv, row 2: there is no bead 7-8:7-8 now',
    'SHEET_TEXT_EMPTY x.csv, row 3: the source of the bead 1-3:1-3 was emptied: it stays as it is',
    'SHEET_UNKNOWN_DECISION x.csv, row 3: "perhaps" is no decision on the bead 1-3:1-3: write accepted or rejected',
    'SHEET_TEXT_WITHOUT_SIDE x.csv, row 4: the bead 3-4:3-3 has no target to which this text could belong',
    'SHEET_ROW_TWICE x.csv, row 6: the bead 4-4:3-4 has another row before this one',
    'SHEET_ROWS_MISSING x.csv has no row for one bead, which stay as they are',
  ])
})

test('a text that is too long for a cell stays as it is', async () => {
  const long = madeAlignment(madeDocument('a', 'und', ['x'.repeat(40_000)]), madeDocument('b', 'und', ['y']), [
    madeBead([0, 1], [0, 1], 'translation'),
  ])
  expect(Buffer.from(await bytesOf('.csv', long)).toString()).toContain('a text of 40000 characters is too long')
  expect((await read(await bytesOf('.csv', long), long)).edits).toEqual([])
})

test('a workbook that is packed in pieces holds every row', async () => {
  const lines = Array.from({ length: 300 }, (_, k) => `${k} 𠀀`.repeat(1500))
  const here = madeDocument('a', 'und', lines)
  const beads = lines.map((_, k) => madeBead([k, k + 1], [k, k + 1], 'translation'))
  const of = madeAlignment(here, { ...here, id: 'b' }, beads)
  const rows = (await readSheets(await bytesOf('.xlsx', of), 'x'))[0]?.rows ?? []
  expect(rows.slice(1).map((row) => row[2])).toEqual(lines)
})

test('another table is refused', async () => {
  await expect(read('source,target\na,b\n')).rejects.toMatchObject({ code: 'EDITS_MALFORMED' })
})

test('the name says what a file is', () => {
  expect(['a.CSV', 'a.tsv', 'a.xlsm', 'a.json', 'a'].map(sheetKindOf)).toEqual([
    '.csv',
    '.tsv',
    '.xlsx',
    undefined,
    undefined,
  ])
})
