import { writeSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { AppError } from '../../../src/core/errors.ts'
import { purgeMemory } from '../../../src/memory/purge.ts'
import { openSqliteStore } from '../../../src/memory/sqlite/store.ts'
import type { Store } from '../../../src/memory/store.ts'
import { madePacked } from '../made-units.ts'
import { doAct } from '../store-acts.ts'
import { actsOf } from './long-acts.ts'

/** A program of its own that works on a store, for tests of what other programs see of it. Each line it prints is a fact. */
const [, , task = '', path = '', argument = ''] = process.argv

/** Past the buffers of this process, which may be killed at any moment. */
const say = (line: string): void => {
  writeSync(1, `${line}\n`)
}

const tasks: Readonly<Record<string, () => Promise<void>>> = {
  /** Does one act after another; each line is the number of those that are done. */
  acts: async () => {
    const store = await openSqliteStore(path, { mode: 'create' })
    say('0')
    for (const [i, act] of actsOf(Number(argument)).entries()) {
      await doAct(store, act)
      say(String(i + 1))
    }
    await store.close()
  },
  /** Adds batches of ten units, each by a step of its own. */
  batches: async () => {
    const store = await openSqliteStore(path, { mode: 'create' })
    for (let batch = 0; batch < 15; batch++) say(String(await addBatch(store, `${argument} ${batch}`)))
    await store.close()
  },
  /** Purges the memory. */
  purge: async () => {
    const store = await openSqliteStore(path)
    say('begun')
    await purgeMemory(store)
    await store.close()
    say('purged')
  },
  /** Tries to read and to write each of some files; each line is what came of it. */
  tries: async () => {
    const attempt = async (what: string, run: () => Promise<unknown>): Promise<void> => {
      const outcome = await run().catch((error: unknown) => (error instanceof AppError ? error.code : String(error)))
      say(`${what}: ${String(outcome)}`)
    }
    for (const name of argument.split(','))
      for (const mode of ['read', 'write', 'create'] as const)
        await attempt(`${name} ${mode}`, async () => {
          const store = await openSqliteStore(join(path, name), { mode })
          await attempt('units', async () => (await store.read((view) => view.counts())).units)
          await attempt('again', () => store.read((view) => store.read(async () => (await view.damage()).length)))
          await attempt('added', () => addBatch(store, 'nieuw'))
          await store.close()
          return store.isReadOnly ? 'read only' : 'open'
        })
  },
}

const addBatch = (store: Store, name: string): Promise<number> =>
  store.write(async (writer) => {
    const step = await writer.addStep({ kind: 'import', label: name, at: '', by: '' })
    const units = Array.from({ length: 10 }, (_, i) => madePacked(`${name} ${i}`))
    return (await writer.add(await writer.memory('main'), step, units)).filter(({ isNew }) => isNew).length
  })

fc.configureGlobal({ seed: 1 })
// Rights are given up here, as the loader of this program may not be readable with them.
if (process.env.AS_NOBODY === '1') {
  process.setgid?.(65_534)
  process.setuid?.(65_534)
}
await tasks[task]?.()
