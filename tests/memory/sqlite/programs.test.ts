import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, test } from 'vitest'
import { openSqliteStore } from '../../../src/memory/sqlite/store.ts'
import { openMemory } from '../../../src/open-memory.ts'
import { madeUnit } from '../../made-unit.ts'
import { randomFrom } from '../../random.ts'
import { madePacked } from '../made-units.ts'
import { createModelStore } from '../model-store.ts'
import { quickFolder } from '../quick-folder.ts'
import { doAct, showAll } from '../store-acts.ts'
import { actsOf } from './long-acts.ts'
import { runProgram } from './programs.ts'

const folder = quickFolder()
afterAll(() => {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) chmodSync(join(folder, name), 0o777)
  rmSync(folder, { recursive: true, force: true })
})

/** All that the store shows after so many acts of a life, and after one more. */
async function modelAfter(seed: number, acts: number): Promise<readonly unknown[]> {
  const model = createModelStore()
  for (const act of actsOf(seed).slice(0, acts)) await doAct(model, act)
  const shown = await model.read(showAll)
  for (const act of actsOf(seed).slice(acts, acts + 1)) await doAct(model, act)
  return [shown, await model.read(showAll)]
}

describe('a program that is killed', () => {
  const kills = process.env.RELIABILITY === 'full' ? 50 : 2
  const random = randomFrom(7)
  const moments = Array.from({ length: kills }, (_, i) => ({
    seed: i + 1,
    first: Math.floor(random() * 40),
    wait: random(),
  }))

  test('in the middle of a purge leaves what was to stay, and a file that is sound', async () => {
    const path = join(folder, 'purged.zinpaar')
    const memory = await openMemory(path, { mode: 'create' })
    const step = { kind: 'import', label: '', at: '', by: '' } as const
    for (const name of ['blijft', 'gaat']) {
      const units = Array.from({ length: 1500 }, (_, i) => ({ unit: madeUnit(`${name} ${i}`, `${i}`), context: {} }))
      await memory.add('main', step, units)
    }
    await memory.undo()
    await memory.close()
    const bytes = readFileSync(path)
    for (let kill = 0; kill < (kills === 50 ? 30 : 3); kill++) {
      writeFileSync(path, bytes)
      await runProgram('purge', path, '', (line, program) => {
        if (line === 'begun') void sleep(random() * 400).then(() => program.kill('SIGKILL'))
      })
      const after = await openMemory(path)
      expect(await after.check()).toMatchObject({ isSound: true, units: 1500 })
      const query = { text: 'blijft 7', sourceLanguage: 'nl', targetLanguage: 'zh', min: 1 }
      expect(await after.search(query)).toHaveLength(1)
      await after.purge()
      expect(await after.check()).toMatchObject({ isSound: true, units: 1500 })
      await after.close()
    }
  }, 300_000)

  test.each(moments)('leaves all it has told of, and nothing half done ($seed)', async ({ seed, first, wait }) => {
    const path = join(folder, `killed ${seed}.zinpaar`)
    // The moment is measured from an act on, so that it falls into the work and not into the start of the program.
    const { lines, code } = await runProgram('acts', path, String(seed), (line, program) => {
      if (line === String(first)) void sleep(wait * 20).then(() => program.kill('SIGKILL'))
    })
    expect(code).toBe(null)
    const told = Number(lines.at(-1))
    const store = await openSqliteStore(path)
    const shown = await store.read(showAll)
    expect(await store.read((view) => view.damage())).toEqual([])
    await store.close()
    // The last act may have been done and not told of.
    expect(await modelAfter(seed, told)).toContainEqual(shown)
    expect(existsSync(`${path}-wal`)).toBe(false)
  })
})

test('two programs that write at once both have their way', async () => {
  const path = join(folder, 'two.zinpaar')
  const ends = await Promise.all(['een', 'twee', 'een'].map((name) => runProgram('batches', path, name)))
  expect(ends.map(({ code }) => code)).toEqual([0, 0, 0])
  const added = ends.flatMap(({ lines }) => lines.map(Number))
  expect(added.reduce((sum, count) => sum + count, 0)).toBe(300)
  const store = await openSqliteStore(path, { mode: 'read' })
  await store.read(async (view) => {
    expect((await view.counts()).units).toBe(300)
    expect(await view.steps()).toHaveLength(45)
    expect(await view.damage()).toEqual([])
  })
  await store.close()
})

test.skipIf(process.platform === 'win32')('who may not write can read, and is told why writing fails', async () => {
  const place = join(folder, 'closed')
  /** Rights on a folder and on the file in it. */
  const rights = { file: [0o777, 0o444], folder: [0o555, 0o644], empty: [0o555, 0] } as const
  for (const [name, [folderMode, fileMode]] of Object.entries(rights)) {
    mkdirSync(join(place, name), { recursive: true })
    if (fileMode > 0) await makeTwo(join(place, name, 'a'), fileMode)
    chmodSync(join(place, name), folderMode)
  }
  chmodSync(folder, 0o755)
  // Root may do everything, whatever the rights say.
  const asNobody = process.getuid?.() === 0 ? { AS_NOBODY: '1' } : {}
  const { lines } = await runProgram('tries', place, 'file/a,folder/a,empty/a', undefined, asNobody)
  const facts = ['units: 2', 'again: 0', 'added: MEMORY_READ_ONLY']
  const seen = (name: string): string[] =>
    ['read', 'write', 'create'].flatMap((mode) => [...facts, `${name} ${mode}: read only`])
  const absent = ['read: MEMORY_NOT_FOUND', 'write: MEMORY_NOT_FOUND', 'create: MEMORY_READ_ONLY']
  expect(lines).toEqual([...seen('file/a'), ...seen('folder/a'), ...absent.map((line) => `empty/a ${line}`)])
  expect(['file', 'folder', 'empty'].map((name) => readdirSync(join(place, name)))).toEqual([['a'], ['a'], []])
})

async function makeTwo(path: string, mode: number): Promise<void> {
  const store = await openSqliteStore(path, { mode: 'create' })
  await store.write(async (writer) => {
    const step = await writer.addStep({ kind: 'import', label: 'x', at: '', by: '' })
    await writer.add(await writer.memory('main'), step, [madePacked('een'), madePacked('twee')])
  })
  await store.close()
  chmodSync(path, mode)
}
