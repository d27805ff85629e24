import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { changedRows, spareChangedSheet, writeSheet } from '../src/edit-sheet.ts'
import { changedRowsAside } from '../src/sheet-changes.ts'
import { madeAlignment, madeBead, madeDocument } from './made-alignment.ts'

const alignment = madeAlignment(
  madeDocument('a.txt', 'und', ['een', 'twee', 'drie']),
  madeDocument('b.txt', 'und', ['one', 'two', 'three']),
  [0, 1, 2].map((k) => madeBead([k, k + 1], [k, k + 1], 'translation')),
)

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zinpaar-sheet-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('changed rows of a sheet', () => {
  const here = (path: string) => changedRowsAside(path)
  const inThread = (path: string) => changedRowsAside(path, -1)

  test.each([
    ['here', here],
    ['in a thread', inThread],
  ])('are those that a reviewer has touched, read %s', async (_, rowsIn) => {
    const path = join(folder, 'sheet.csv')
    await writeSheet(path, alignment, {}, { report: () => undefined })
    expect(await rowsIn(path)).toEqual([])
    await writeFile(path, (await readFile(path, 'utf8')).replace('two', 'too'))
    const rows = await rowsIn(path)
    expect(rows).toMatchObject([{ bead: '1-2:1-2', target: 'too', line: 3 }])
    expect(rows).toEqual(await changedRows(path))
    await expect(spareChangedSheet(path, alignment, rowsIn)).rejects.toMatchObject({ code: 'WRITE_FAILED' })
    const taken = alignment.beads.map((bead, k) => (k === 1 ? { ...bead, text: { target: 'too' } } : bead))
    await spareChangedSheet(path, { ...alignment, beads: taken }, rowsIn)
  })

  test.each([
    ['here', here],
    ['in a thread', inThread],
  ])('are none where there is no sheet, read %s', async (_, rowsIn) => {
    const other = join(folder, 'other.xlsx')
    await writeFile(other, 'PK\u0003\u0004 no workbook')
    expect(await rowsIn(other)).toEqual([])
    expect(await rowsIn(join(folder, 'missing.xlsx'))).toEqual([])
  })
})
