import { rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { openSqliteStore } from '../../../src/memory/sqlite/store.ts'
import type { Store } from '../../../src/memory/store.ts'
import { madePacked } from '../made-units.ts'
import { quickFolder } from '../quick-folder.ts'

const folder = quickFolder()
afterAll(() => rmSync(folder, { recursive: true }))
const state = { files: 0 }

/** Adds units of these numbers without ending the step; how many of them were new. */
const addNumbers = (store: Store, numbers: readonly number[]): Promise<number> =>
  store.write(async (writer) => {
    const step = await writer.addStep({ kind: 'import', label: 'x', at: '2024-01-01T00:00:00Z', by: 'An' })
    const units = numbers.map((number) => madePacked(`tekst ${number}`, `文 ${number}`))
    const added = await writer.add(await writer.memory('main'), step, units)
    return added.filter(({ isNew }) => isNew).length
  })

const finishAll = (store: Store): Promise<void> =>
  store.write(async (writer) => {
    for (const { number } of await writer.steps()) await writer.finishStep(number, 'x')
  })

function tailOf(path: string): number {
  const db = new Database(path, { readonly: true })
  const rows = db.prepare('SELECT count(*) FROM bucket WHERE number >= 4294967296').pluck().get()
  db.close()
  return Number(rows)
}

const someAct = fc.oneof(
  { weight: 4, arbitrary: fc.record({ first: fc.nat(4000), count: fc.constantFrom(1, 3, 40, 700, 1500) }) },
  { weight: 2, arbitrary: fc.constantFrom('finish' as const, 'reopen' as const) },
)

test('units are known again, whoever brought them, and whether or not their step came to its end', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.boolean(), someAct), { minLength: 1, maxLength: 8 }), async (acts) => {
      const path = join(folder, `${++state.files}.zmem`)
      // Two writers of one file, each of which holds in memory what it can.
      const stores = [await openSqliteStore(path, { mode: 'create' }), await openSqliteStore(path)]
      const known = new Set<number>()
      for (const [isSecond, act] of acts) {
        const place = isSecond ? 1 : 0
        const store = stores[place] as Store
        if (act === 'finish') {
          await finishAll(store)
          expect(tailOf(path)).toBe(0)
        } else if (act === 'reopen') {
          await store.close()
          stores[place] = await openSqliteStore(path)
        } else {
          const numbers = Array.from({ length: act.count }, (_, i) => act.first + i)
          expect(await addNumbers(store, numbers)).toBe(numbers.filter((number) => !known.has(number)).length)
          for (const number of numbers) known.add(number)
        }
      }
      expect(await (stores[0] as Store).read((view) => view.damage())).toEqual([])
      for (const store of stores) await store.close()
    }),
    { numRuns: 12 },
  )
})

test('what a transaction that failed has added is not taken to be there', async () => {
  const path = join(folder, 'failed.zmem')
  const store = await openSqliteStore(path, { mode: 'create' })
  const numbers = Array.from({ length: 300 }, (_, i) => i)
  await addNumbers(store, numbers.slice(0, 100))
  const failing = store.write(async (writer) => {
    const step = await writer.addStep({ kind: 'import', label: 'x', at: '2024-01-01T00:00:00Z', by: 'An' })
    await writer.add(
      await writer.memory('main'),
      step,
      numbers.map((number) => madePacked(`tekst ${number}`, `文 ${number}`)),
    )
    throw new Error('no more')
  })
  await expect(failing).rejects.toThrow('no more')
  expect(await addNumbers(store, numbers)).toBe(200)
  expect(await store.read((view) => view.damage())).toEqual([])
  await store.close()
})
