import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { AppError, type ErrorCode } from '../../../src/core/errors.ts'
import { loadEngine } from '../../../src/memory/sqlite/engine.ts'
import { checkHeader } from '../../../src/memory/sqlite/file.ts'
import { createFrozenReaders } from '../../../src/memory/sqlite/frozen.ts'
import { applicationId, type Migration, migrate, migrations, versionOf } from '../../../src/memory/sqlite/schema.ts'
import { openSqliteStore } from '../../../src/memory/sqlite/store.ts'
import type { Store } from '../../../src/memory/store.ts'
import { randomFrom } from '../../random.ts'
import { madePacked } from '../made-units.ts'
import { quickFolder } from '../quick-folder.ts'

const folder = quickFolder()
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function addSome(store: Store, names: readonly string[]): Promise<void> {
  await store.write(async (writer) => {
    const step = await writer.addStep({ kind: 'import', label: 'x', at: '', by: '' })
    const units = names.map((name) => madePacked(name, `${name} `.repeat(40)))
    await writer.add(await writer.memory('main'), step, units)
  })
}

/** A memory of a few hundred units, to be spoilt. */
async function madeFile(name: string): Promise<string> {
  const path = join(folder, name)
  const store = await openSqliteStore(path, { mode: 'create' })
  await addSome(
    store,
    Array.from({ length: 300 }, (_, i) => `zin ${i}`),
  )
  await store.close()
  return path
}

const codeOf = (run: Promise<unknown>): Promise<ErrorCode | 'none'> =>
  run.then(
    () => 'none' as const,
    (error: unknown) => {
      if (error instanceof AppError) return error.code
      throw error
    },
  )

const modes = ['read', 'write', 'create'] as const
const opened = async (path: string, mode: (typeof modes)[number] = 'write'): Promise<void> =>
  (await openSqliteStore(path, { mode })).close()

describe('a path', () => {
  const names = [
    'a?mode=memory',
    'b#c',
    ':memory:',
    'file:d.db',
    'een spatie',
    'eind ',
    'tab\t',
    '大 ü%20',
    "it's;--",
    '😀',
  ]

  test.each(names)('%j is a name like any other', async (name) => {
    const place = mkdtempSync(join(folder, 'names-'))
    const path = join(place, name)
    const store = await openSqliteStore(path, { mode: 'create' })
    await addSome(store, ['een'])
    await store.close()
    expect(readdirSync(place)).toEqual([name])
    const again = await openSqliteStore(path, { mode: 'read' })
    expect((await again.read((view) => view.counts())).units).toBe(1)
    await again.close()
    expect(readdirSync(place)).toEqual([name])
  })

  test('may be relative', async () => {
    const here = process.cwd()
    process.chdir(folder)
    try {
      await opened(':memory:', 'create')
      expect(readdirSync(folder)).toContain(':memory:')
    } finally {
      process.chdir(here)
    }
  })
})

describe('what is no memory', () => {
  test('is told apart, and not touched', async () => {
    const text = join(folder, 'text.db')
    writeFileSync(text, 'SQLite is not what this is. '.repeat(20))
    const foreign = join(folder, 'foreign.db')
    const db = new Database(foreign)
    db.exec('CREATE TABLE unit(key INTEGER PRIMARY KEY)')
    db.close()
    const newer = await madeFile('newer.db')
    const later = new Database(newer)
    later.pragma(`user_version = ${migrations.length + 1}`)
    later.close()
    const expected = {
      [text]: 'MEMORY_NOT_ONE',
      [foreign]: 'MEMORY_NOT_ONE',
      [newer]: 'MEMORY_NEWER',
      [folder]: 'READ_FOLDER',
    }
    for (const [path, code] of Object.entries(expected)) {
      const before = path === folder ? Buffer.alloc(0) : readFileSync(path)
      for (const mode of modes) expect([path, await codeOf(opened(path, mode))]).toEqual([path, code])
      if (path !== folder) expect(readFileSync(path).equals(before)).toBe(true)
    }
  })

  test('is not made unless that is asked for', async () => {
    const path = join(folder, 'absent.db')
    expect(await codeOf(opened(path, 'read'))).toBe('MEMORY_NOT_FOUND')
    expect(await codeOf(opened(path, 'write'))).toBe('MEMORY_NOT_FOUND')
    expect(await codeOf(opened(join(folder, 'no folder', 'a.db'), 'create'))).toBe('MEMORY_NOT_FOUND')
    expect(readdirSync(folder)).not.toContain('absent.db')
  })

  test('an empty file becomes one when that is asked for', async () => {
    const path = join(folder, 'empty.db')
    writeFileSync(path, '')
    expect(await codeOf(opened(path, 'write'))).toBe('MEMORY_NOT_ONE')
    expect(await codeOf(opened(path, 'create'))).toBe('none')
    expect(await codeOf(opened(path, 'read'))).toBe('none')
  })

  test('many that make one memory at once make one', async () => {
    const path = join(folder, 'raced.db')
    const stores = await Promise.all(Array.from({ length: 6 }, () => openSqliteStore(path, { mode: 'create' })))
    await Promise.all(stores.map((store, i) => addSome(store, [`zin ${i}`])))
    expect((await stores[0]?.read((view) => view.counts()))?.units).toBe(6)
    for (const store of stores) await store.close()
    expect(readdirSync(folder).filter((name) => name.startsWith('raced'))).toEqual(['raced.db'])
  })
})

describe('a damaged file', () => {
  test('is known as such wherever it was cut off', async () => {
    const whole = await madeFile('whole.db')
    const { length } = readFileSync(whole)
    for (const size of [50, 99, 100, 4096, 8192, 20_000, length - 8192, length - 1]) {
      const path = join(folder, `cut ${size}.db`)
      copyFileSync(whole, path)
      truncateSync(path, size)
      for (const mode of modes) expect([size, await codeOf(opened(path, mode))]).toEqual([size, 'MEMORY_DAMAGED'])
    }
  })

  test('is told of, or read as it is, but never brings the program down', async () => {
    const whole = readFileSync(await madeFile('sound.db'))
    const random = randomFrom(3)
    const spoil = (): Buffer => {
      const bytes = Buffer.from(whole)
      const at = 100 + Math.floor(random() * (bytes.length - 600))
      for (let i = 0; i < 500; i++) bytes[at + i] = Math.floor(random() * 256)
      return bytes
    }
    const outcomes = new Set<string>()
    for (let i = 0; i < 25; i++) {
      const path = join(folder, 'spoilt.db')
      writeFileSync(path, spoil())
      outcomes.add(await codeOf(useAll(path)))
    }
    for (const outcome of outcomes) expect(['none', 'found', 'MEMORY_DAMAGED']).toContain(outcome)
    expect(outcomes.size).toBeGreaterThan(0)
  })

  test('what contradicts itself is found', async () => {
    const spoilers = {
      'units without their lot': 'UPDATE unit SET lot = 99 WHERE key = 7',
      'cannot be found by its contents': 'DELETE FROM bucket',
      'removals of no unit': 'INSERT INTO removal VALUES(999, 1, 0)',
      'never there': 'UPDATE pending SET last = 999',
      'of its 2 blocks': 'INSERT INTO segment(documents, version, blocks) VALUES(1, 1, 2)',
      'belong to no segment': "INSERT INTO block VALUES(4294967296, x'00')",
      'lots of no step': 'DELETE FROM step',
    }
    for (const [words, sql] of Object.entries(spoilers)) {
      const path = await madeFile(`wrong ${words}.db`)
      const db = new Database(path)
      db.exec(sql)
      db.close()
      const store = await openSqliteStore(path, { mode: 'read' })
      expect((await store.read((view) => view.damage())).join('\n')).toContain(words)
      await store.close()
    }
  })
})

/** Asks a store for everything, and writes to it. */
async function useAll(path: string): Promise<void> {
  const store = await openSqliteStore(path)
  try {
    await store.read(async (view) => {
      const all = [
        view.damage(),
        view.scan({}, 0, 1000),
        view.units([1, 150, 300]),
        view.counts(),
        view.pending(),
        view.steps(),
      ]
      await Promise.allSettled(all)
      await Promise.all(all)
    })
    await addSome(store, ['zin 3', 'iets nieuws'])
  } finally {
    await store.close()
  }
}

describe('versions of the schema', () => {
  test('an older file is brought forward, once, with what is in it', () => {
    const path = join(folder, 'older.db')
    const old: Migration = (db) => db.exec("CREATE TABLE note(text TEXT); INSERT INTO note VALUES('oud')")
    const next: Migration = (db) => db.exec("ALTER TABLE note ADD COLUMN language TEXT DEFAULT 'nl'")
    const db = new Database(path)
    db.pragma(`application_id = ${applicationId}`)
    migrate(db, path, [old])
    expect(versionOf(db)).toBe(1)
    const failing: Migration = (one) => one.exec('DELETE FROM note; SELECT * FROM nothing')
    expect(() => migrate(db, path, [old, next, failing])).toThrow()
    expect([versionOf(db), db.prepare('SELECT * FROM note').all()]).toEqual([1, [{ text: 'oud' }]])
    migrate(db, path, [old, next])
    migrate(db, path, [old, next])
    expect([versionOf(db), db.prepare('SELECT * FROM note').all()]).toEqual([2, [{ text: 'oud', language: 'nl' }]])
    expect(() => migrate(db, path, [old])).toThrow(expect.objectContaining({ code: 'MEMORY_NEWER' }))
    db.close()
  })

  /** A file of the first version: `een` was used three times, `twee` was met again and then removed. */
  function madeFirst(name: string): string {
    const path = join(folder, name)
    const db = new Database(path)
    db.pragma(`application_id = ${applicationId}`)
    migrate(db, path, migrations.slice(0, 1))
    db.exec(`INSERT INTO memory VALUES(1, 'main');
      INSERT INTO step(kind, label, at, person, removed) VALUES('import', 'a', '', '', 0), ('import', 'b', '', '', 0), ('delete', 'c', '', '', 1);
      INSERT INTO shared VALUES(1, 0, ''); INSERT INTO counter VALUES('unit', 2), ('sighting', 1), ('entries', 0);
      INSERT INTO lot VALUES(1, 1, 1, 1, 'nl zh', 'nl', 0, 0, 2), (2, 2, 1, 1, 'nl zh', 'nl', 0, 0, 0);
      INSERT INTO sighting VALUES(2, 2, -1, 0, 0, 0, '', 1); INSERT INTO removal VALUES(2, 3); INSERT INTO usage VALUES(1, 3);
      INSERT INTO pending VALUES(1, 2)`)
    const insert = db.prepare('INSERT INTO unit VALUES(?, 1, NULL, NULL, 0, 0, 0, ?)')
    for (const [i, text] of ['een', 'twee'].entries()) insert.run(i + 1, madePacked(text).body)
    db.close()
    return path
  }

  test('a file of the first version opens, with what was used and removed', async () => {
    const store = await openSqliteStore(madeFirst('first.db'))
    const rows = (): Promise<unknown> => store.read((view) => view.units([1, 2]))
    expect(await rows()).toMatchObject([{ uses: 3 }, undefined])
    await store.write((writer) => writer.use([1]))
    await store.write((writer) => writer.setUndone(3, true))
    expect(await rows()).toMatchObject([{ uses: 4 }, { step: 1 }])
    expect(await store.read((view) => view.sightings(2))).toHaveLength(1)
    await addSome(store, ['een'])
    await store.close()
  })

  test('who may only read a file of the first version reads it', async () => {
    const readers = createFrozenReaders(madeFirst('first frozen.db'), await loadEngine())
    expect(await readers.read((view) => view.units([1, 2]))).toMatchObject([{ uses: 3 }, undefined])
    expect(await readers.read((view) => view.uses([1]))).toMatchObject([[{ uses: 3 }]])
    await readers.close()
  })
})

test('without its engine it says what to install', async () => {
  const missing = (): Promise<never> => Promise.reject(new Error('Cannot find package'))
  await expect(loadEngine(missing)).rejects.toMatchObject({ code: 'MEMORY_NO_ENGINE' })
})

test('the header of any bytes is judged without a fall', async () => {
  const path = join(folder, 'any bytes')
  const start = Buffer.from('SQLite format 3\0')
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), fc.boolean(), async (bytes, isLike) => {
      writeFileSync(path, isLike ? Buffer.concat([start, bytes]) : bytes)
      const code = await codeOf(checkHeader(path))
      expect(['none', 'MEMORY_NOT_ONE', 'MEMORY_DAMAGED', 'MEMORY_NEWER']).toContain(code)
    }),
    { numRuns: 100 },
  )
})

test('who may only read sees what others write, and leaves nothing beside the file', async () => {
  const place = mkdtempSync(join(folder, 'frozen-'))
  const path = join(place, 'a')
  const writer = (): Promise<Store> => openSqliteStore(path, { mode: 'create' })
  const writeAlone = async (name: string): Promise<void> => {
    const store = await writer()
    await addSome(store, [name])
    await store.close()
  }
  await writeAlone('een')
  const readers = createFrozenReaders(path, await loadEngine())
  const units = (): Promise<number> => readers.read(async (view) => (await view.counts()).units)
  expect([await units(), readdirSync(place)]).toEqual([1, ['a']])
  await writeAlone('twee')
  expect([await units(), readdirSync(place)]).toEqual([2, ['a']])
  const store = await writer()
  await addSome(store, ['drie'])
  expect(await units()).toBe(3)
  await addSome(store, ['vier'])
  expect(await units()).toBe(4)
  await readers.close()
  await store.close()
  expect(readdirSync(place)).toEqual(['a'])
})
