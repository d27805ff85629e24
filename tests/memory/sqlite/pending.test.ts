import { rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, expect, test } from 'vitest'
import { openMemory } from '../../../src/open-memory.ts'
import { madeUnit } from '../../made-unit.ts'
import { quickFolder } from '../quick-folder.ts'

const folder = quickFolder()
afterAll(() => rmSync(folder, { recursive: true }))

const act = (kind: 'import' | 'delete') => ({ kind, label: 'made', by: 'tests', at: '2026-01-31T10:00:00Z' })

test('keys of units that are gone for good wait for no index', async () => {
  const path = join(folder, 'gone.zmem')
  const memory = await openMemory(path, { mode: 'create' })
  const units = Array.from({ length: 900 }, (_, i) => ({ unit: madeUnit(`tekst ${i}`, `文 ${i}`), context: {} }))
  await memory.add('main', act('import'), units)
  await memory.remove(
    act('delete'),
    units.flatMap((_, i) => (i % 3 === 1 ? i + 1 : [])),
  )
  expect(await memory.purge()).toMatchObject({ units: 300 })
  expect((await memory.check()).index).toEqual([])
  await memory.close()
  const db = new Database(path, { readonly: true })
  const runs = db.prepare('SELECT count(*) FROM pending').pluck().get()
  db.close()
  expect(runs).toBeLessThan(3)
})
