import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { AppError } from '../../../src/core/errors.ts'
import { planPurge, purgeMemory } from '../../../src/memory/purge.ts'
import { openSqliteStore } from '../../../src/memory/sqlite/store.ts'
import type { Store } from '../../../src/memory/store.ts'
import { madePacked } from '../made-units.ts'
import { quickFolder } from '../quick-folder.ts'

const folder = quickFolder()
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const addBatch = (store: Store, name: string, units: number): Promise<unknown> =>
  store.write(async (writer) => {
    const step = await writer.addStep({ kind: 'import', label: name, at: '', by: '' })
    const batch = Array.from({ length: units }, (_, i) => madePacked(`${name} ${i}`, 'x'.repeat(500)))
    return writer.add(await writer.memory('main'), step, batch)
  })

/** Adds batches until one fails; how many were added, and the failure. */
async function fill(store: Store): Promise<{ readonly batches: number; readonly error: unknown }> {
  for (let batches = 0; ; batches++) {
    const error = await addBatch(store, `reeks ${batches}`, 200).then(
      () => undefined,
      (thrown: unknown) => thrown,
    )
    if (error !== undefined || batches > 200) return { batches, error }
  }
}

async function expectWhole(path: string, units: number): Promise<void> {
  const store = await openSqliteStore(path)
  await store.read(async (view) => {
    expect((await view.counts()).units).toBe(units)
    expect(await view.damage()).toEqual([])
  })
  await store.close()
}

test('without room a write fails as a whole, and what was there before stays', async () => {
  const path = join(folder, 'full.zinpaar')
  const store = await openSqliteStore(path, { mode: 'create', maxPages: 120 })
  const { batches, error } = await fill(store)
  expect(error).toMatchObject({ code: 'MEMORY_FULL', message: expect.stringContaining(path) })
  expect(batches).toBeGreaterThan(1)
  expect((await store.read((view) => view.counts())).units).toBe(batches * 200)
  await addBatch(store, 'reeks 0', 3)
  await store.close()
  await expectWhole(path, batches * 200)
})

/** Only root may mount; elsewhere the test above has to do. */
const disk = join(folder, 'disk')
function mountSmall(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || process.env.RELIABILITY !== 'full') return false
  try {
    mkdirSync(disk)
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', disk], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
const isMounted = mountSmall()
afterAll(() => {
  if (isMounted) execFileSync('umount', [disk])
})

test.skipIf(!isMounted)('a full disk is told of, and what was there before stays', async () => {
  const path = join(disk, 'full.zinpaar')
  const store = await openSqliteStore(path, { mode: 'create' })
  const { batches, error } = await fill(store)
  expect(error).toMatchObject({ code: 'MEMORY_FULL' })
  expect(batches).toBeGreaterThan(0)
  await store.close()
  await expectWhole(path, batches * 200)
})

test('what was purged gives its room back, whoever reads meanwhile', async () => {
  const path = join(folder, 'purged.zinpaar')
  const store = await openSqliteStore(path, { mode: 'create' })
  for (const name of ['blijft', 'gaat', 'gaat ook']) await addBatch(store, name, 1000)
  for (const step of [2, 3]) await store.write((writer) => writer.setUndone(step, true))
  await store.compact()
  const before = statSync(path).size
  await store.read(async (view) => {
    expect(await store.write((writer) => writer.purge())).toBe(2000)
    await store.compact()
    expect((await view.counts()).removed).toBe(2000)
  })
  await store.compact()
  expect(statSync(path).size).toBeLessThan(before / 2)
  expect(statSync(`${path}-wal`).size).toBe(0)
  const reader = await openSqliteStore(path, { mode: 'read' })
  await expect(reader.compact()).rejects.toMatchObject({ code: 'MEMORY_READ_ONLY' })
  await reader.close()
  await store.close()
  await expect(store.compact()).rejects.toThrow('closed')
  await expectWhole(path, 1000)
})

test('a purge that lacks the room to move things about is a purge all the same', async () => {
  const path = join(folder, 'tight.zinpaar')
  const store = await openSqliteStore(path, { mode: 'create' })
  for (const name of ['blijft', 'gaat']) await addBatch(store, name, 200)
  await store.write((writer) => writer.setUndone(2, true))
  const full = { ...store, compact: () => Promise.reject(new AppError('MEMORY_FULL', 'no room')) }
  expect(await planPurge(full)).toMatchObject({ units: 200, steps: [{ number: 2 }] })
  expect(await purgeMemory(full)).toMatchObject({ units: 200, steps: [{ number: 2 }] })
  expect(await planPurge(store)).toEqual({ units: 0, steps: [] })
  await store.close()
  await expectWhole(path, 200)
})

test('a purge whose index cannot be built anew is a purge all the same', async () => {
  const path = join(folder, 'tight index.zinpaar')
  const store = await openSqliteStore(path, { mode: 'create' })
  for (const name of ['blijft', 'gaat']) await addBatch(store, name, 200)
  await store.write((writer) => writer.setUndone(2, true))
  let writes = 0
  const busy: Store = {
    ...store,
    write: (run) => (writes++ === 0 ? store.write(run) : Promise.reject(new AppError('MEMORY_BUSY', 'another writes'))),
  }
  expect(await purgeMemory(busy)).toMatchObject({ units: 200, steps: [{ number: 2 }] })
  await store.close()
  await expectWhole(path, 200)
})

test('a writer that does not get its turn says so', async () => {
  const path = join(folder, 'busy.zinpaar')
  const first = await openSqliteStore(path, { mode: 'create' })
  const second = await openSqliteStore(path, { mode: 'write', patienceMs: 60 })
  await first.write(async (writer) => {
    await writer.memory('held')
    await expect(addBatch(second, 'a', 1)).rejects.toMatchObject({ code: 'MEMORY_BUSY' })
    // Reading goes on.
    expect(await second.read((view) => view.memories())).toEqual([])
  })
  await second.write(async () => {
    await expect(second.write(async () => 1)).rejects.toMatchObject({ code: 'MEMORY_BUSY' })
  })
  await addBatch(second, 'a', 1)
  expect(await first.read((view) => view.memories())).toHaveLength(2)
  await second.close()
  await first.close()
})

test('a store that was closed says so, and takes the last readers along', async () => {
  const store = await openSqliteStore(join(folder, 'closed.zinpaar'), { mode: 'create' })
  await addBatch(store, 'a', 5)
  const slow = store.read(async (view) => {
    await sleep(20)
    return (await view.counts()).units
  })
  await store.close()
  expect(await slow).toBe(5)
  await expect(store.read((view) => view.counts())).rejects.toThrow('closed')
  await expect(store.write((writer) => writer.purge())).rejects.toThrow('closed')
})

test('the log of writes does not grow without end while readers come and go', async () => {
  const path = join(folder, 'log.zinpaar')
  const store = await openSqliteStore(path, { mode: 'create', largeLog: 2 ** 20, hugeLog: 2 ** 21 })
  const state = { isDone: false, reads: 0 }
  // Two readers that overlap: there is never a moment without one.
  const reader = async (): Promise<void> => {
    while (!state.isDone) {
      await store.read(async (view) => {
        await sleep(3)
        await store.read(async () => view.counts())
      })
      state.reads++
    }
  }
  const readers = [reader(), sleep(1).then(reader)]
  const sizes: number[] = []
  for (let batch = 0; batch < 40; batch++) {
    await addBatch(store, `reeks ${batch}`, 200)
    sizes.push(statSync(`${path}-wal`).size)
  }
  state.isDone = true
  await Promise.all(readers)
  expect(state.reads).toBeGreaterThan(5)
  expect(Math.max(...sizes)).toBeLessThan(4 * 2 ** 20)
  await store.close()
  await expectWhole(path, 8000)
})
