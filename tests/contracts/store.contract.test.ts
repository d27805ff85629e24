import { rmSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { openSqliteStore } from '../../src/memory/sqlite/store.ts'
import type { CarriedUses, Store, UnitRow, Writer } from '../../src/memory/store.ts'
import type { UnitFilter } from '../../src/memory/types.ts'
import { madePacked, somePacked } from '../memory/made-units.ts'
import { modelFilter } from '../memory/model-filter.ts'
import { createModelStore } from '../memory/model-store.ts'
import { quickFolder } from '../memory/quick-folder.ts'
import { doAct, showAll, someAct } from '../memory/store-acts.ts'

const folder = quickFolder()
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const state = { files: 0 }

/** Every kind of store there is, each made with nothing in it. */
const stores: Readonly<Record<string, () => Promise<Store>>> = {
  model: async () => createModelStore(),
  sqlite: () => openSqliteStore(join(folder, `${++state.files}.zinpaar`), { mode: 'create' }),
}

async function withStore<T>(open: () => Promise<Store>, run: (store: Store) => Promise<T>): Promise<T> {
  const store = await open()
  try {
    return await run(store)
  } finally {
    await store.close()
  }
}

const newStep = (writer: Writer): Promise<number> =>
  writer.addStep({ kind: 'import', label: 'x', at: '2024-01-01T00:00:00Z', by: 'An' })

/** Adds units by a step of their own; the step and the keys. */
const addAll = (
  store: Store,
  units: readonly ReturnType<typeof madePacked>[],
): Promise<{ readonly step: number; readonly keys: readonly number[]; readonly fresh: readonly boolean[] }> =>
  store.write(async (writer) => {
    const step = await newStep(writer)
    const added = await writer.add(await writer.memory('main'), step, units)
    return { step, keys: added.map(({ key }) => key), fresh: added.map(({ isNew }) => isNew) }
  })

const show = (store: Store): Promise<unknown> => store.read(showAll)

describe.each(Object.entries(stores))('store %s', (_, open) => {
  test('does what the plainest store does, whatever comes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(someAct, { minLength: 1, maxLength: 14 }), (acts) =>
        withStore(open, async (store) => {
          const model = createModelStore()
          for (const act of acts) {
            expect(await doAct(store, act)).toEqual(await doAct(model, act))
            expect(await show(store)).toEqual(await show(model))
          }
        }),
      ),
      { numRuns: open === stores.model ? 1 : 40 },
    )
  })

  test('says at once what a reader is told, or nothing', async () => {
    let told = 0
    const someKeys = fc.array(fc.array(fc.nat(8), { maxLength: 2 }), { minLength: 1, maxLength: 5 })
    await fc.assert(
      fc.asyncProperty(fc.array(someAct, { minLength: 1, maxLength: 10 }), someKeys, (acts, lists) =>
        withStore(open, async (store) => {
          for (const act of acts) {
            // A store may answer from what this has made it remember.
            const before = await store.read(async (view) => {
              await view.units(lists.flat())
              return view.generation()
            })
            await doAct(store, act)
            const outdated = lists.flatMap((keys) => store.unitsNow?.(keys, before) ?? [])
            const [generation, segments] = await store.read(async (view) => [
              await view.generation(),
              await view.segments(),
            ])
            if (before !== generation) expect(outdated).toEqual([])
            for (const keys of lists) {
              expect(await store.read(async () => store.unitsNow?.(keys, generation))).toBeUndefined()
              const now = store.unitsNow?.(keys, generation)
              if (now === undefined) continue
              told++
              expect(now).toEqual(await store.read((view) => view.units(keys)))
            }
            for (const { number } of segments)
              for (const place of [0, 1, 9]) {
                const block = store.blockNow?.(number, place)
                if (block !== undefined)
                  expect([block]).toEqual(await store.read((view) => view.blocks(number, [place])))
              }
          }
        }),
      ),
      { numRuns: 25 },
    )
    expect(told > 0).toBe(await withStore(open, async (store) => store.unitsNow !== undefined))
  })

  test('says nothing at once of another state than the one asked about, nor inside of a look', () =>
    withStore(open, async (store) => {
      const { keys } = await addAll(store, [madePacked('een'), madePacked('twee')])
      const look = (): Promise<number> =>
        store.read(async (view) => {
          await view.units(keys)
          return view.generation()
        })
      const [before] = await Promise.all([look(), look()])
      expect(await store.read(async () => store.unitsNow?.(keys, before))).toBeUndefined()
      await store.write((writer) => writer.use(keys.slice(0, 1)))
      for (const some of [keys, keys.slice(1), []]) expect(store.unitsNow?.(some, before)).toBeUndefined()
    }))

  test('steps taken back and done again in any order change nothing', async () => {
    const shuffled = fc
      .array(someAct, { minLength: 3, maxLength: 10 })
      .chain((acts) =>
        fc.tuple(fc.constant(acts), fc.shuffledSubarray([0, 1, 2, 3, 4, 5]), fc.shuffledSubarray([0, 1, 2, 3, 4, 5])),
      )
    await fc.assert(
      fc.asyncProperty(shuffled, ([acts, back]) =>
        withStore(open, async (store) => {
          for (const act of acts) await doAct(store, act)
          const before = await show(store)
          const steps = (await store.read((view) => view.steps())).filter(({ isUndone }) => !isUndone)
          const chosen = back.flatMap((place) => steps[place]?.number ?? [])
          for (const step of chosen) await store.write((writer) => writer.setUndone(step, true))
          for (const step of chosen.toSorted()) await store.write((writer) => writer.setUndone(step, false))
          expect(await show(store)).toEqual(before)
        }),
      ),
      { numRuns: 25 },
    )
  })

  test('the last step taken back leaves what was there before it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(somePacked, { maxLength: 6 }), fc.array(somePacked, { maxLength: 6 }), (first, last) =>
        withStore(open, async (store) => {
          const { keys } = await addAll(store, first)
          const living = (): Promise<unknown> => store.read((view) => view.scan({}, 0, 100))
          const before = await living()
          const { step } = await addAll(store, last)
          await store.write((writer) => writer.remove(step, keys.slice(0, 2)))
          await store.write((writer) => writer.setUndone(step, true))
          expect(await living()).toEqual(before)
          await store.write((writer) => writer.purge())
          expect(await living()).toEqual(before)
        }),
      ),
      { numRuns: 25 },
    )
  })

  test('a scan finds what its filter says', async () => {
    const someFilter: fc.Arbitrary<UnitFilter> = fc.record(
      {
        memories: fc.subarray(['main', 'other', 'none']),
        languages: fc.subarray(['nl', 'zh', 'zh-Hant', 'en', 'zh-TW']),
        relations: fc.subarray(['translation', 'partial', 'related'] as const),
        states: fc.subarray(['proposed', 'accepted', 'edited'] as const),
        minConfidence: fc.constantFrom(0, 0.5, 0.51),
        since: fc.constantFrom('2020-01-01', '2024-02-29T12:00:00Z', '2024-02-29T12:00:01Z'),
        until: fc.constantFrom('2019-12-31T23:59:59Z', '2024-02-29T12:00:00Z'),
        step: fc.constantFrom(1, 2, 3),
      },
      { requiredKeys: [] },
    )
    const batches = fc.array(fc.array(somePacked, { maxLength: 8 }), { minLength: 1, maxLength: 3 })
    await fc.assert(
      fc.asyncProperty(batches, fc.array(someFilter, { maxLength: 6 }), (units, filters) =>
        withStore(open, async (store) => {
          for (const batch of units) await addAll(store, batch)
          await store.read(async (view) => {
            const all = await view.scan({}, 0, 1000)
            for (const filter of filters) {
              expect(await view.scan(filter, 0, 1000)).toEqual(all.filter(modelFilter(filter)))
              expect(await view.scan(filter, 2, 2)).toEqual(
                all.filter((row) => row.key > 2 && modelFilter(filter)(row)).slice(0, 2),
              )
            }
          })
        }),
      ),
      { numRuns: 25 },
    )
  })

  test('a scan never misses a unit that has the document or the field asked for', () =>
    withStore(open, async (store) => {
      const origin = { sourceFile: 'Über "x".docx', targetFile: 'b', sourceSegments: '1', targetSegments: '1' }
      const made = { ...origin, shape: '1:1', evidence: [], signature: 's' }
      await addAll(store, [
        madePacked('a', 'a', { origin: made }),
        madePacked('b', 'b', { props: { 'x-client': 'Café "De Zon"' } }),
        madePacked('c', 'c', { props: { 'x-id': 'café' } }),
      ])
      const find = (filter: UnitFilter): Promise<readonly number[]> =>
        store.read(async (view) => (await view.scan(filter, 0, 9)).map(({ key }) => key))
      expect(await find({ origin: 'ÜBER "X"' })).toContain(1)
      expect(await find({ fields: { client: 'CAFÉ "de zon"' } })).toContain(2)
      expect(await find({ fields: { id: 'café' } })).toContain(3)
    }))

  test('a reader sees one state of the store, however often it looks', () =>
    withStore(open, async (store) => {
      await addAll(store, [madePacked('a')])
      await store.read(async (view) => {
        const generation = await view.generation()
        await addAll(store, [madePacked('b')])
        expect((await view.counts()).units).toBe(1)
        expect(await view.generation()).toBe(generation)
      })
      await store.read(async (view) => expect((await view.counts()).units).toBe(2))
    }))

  test('readers may read while they read, and all at once', () =>
    withStore(open, async (store) => {
      await addAll(store, [madePacked('a'), madePacked('b')])
      const counts = await Promise.all(
        Array.from({ length: 20 }, () =>
          store.read((outer) => store.read(async (inner) => [await outer.pending(), await inner.pending()])),
        ),
      )
      for (const count of counts)
        expect(count).toEqual([
          [1, 2],
          [1, 2],
        ])
    }))

  test('writers take turns, and one that fails leaves nothing', () =>
    withStore(open, async (store) => {
      const results = await Promise.allSettled(
        Array.from({ length: 12 }, (_, i) =>
          store.write(async (writer) => {
            const step = await newStep(writer)
            await writer.add(await writer.memory('main'), step, [madePacked(`tekst ${i}`)])
            await new Promise((resolve) => setTimeout(resolve, i % 3))
            if (i % 3 === 0) throw new Error(`no ${i}`)
            return step
          }),
        ),
      )
      expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(4)
      await store.read(async (view) => {
        expect((await view.counts()).units).toBe(8)
        expect(await view.steps()).toHaveLength(8)
      })
    }))

  test('the generation changes with each commit and with nothing else', () =>
    withStore(open, async (store) => {
      const generation = (): Promise<number> => store.read((view) => view.generation())
      const first = await generation()
      expect(await generation()).toBe(first)
      const { step } = await addAll(store, [madePacked('a')])
      const second = await generation()
      await store.write((writer) => writer.setUndone(step, true))
      expect(new Set([first, second, await generation()]).size).toBe(3)
    }))

  test('equal units of one batch are one unit, those of another memory are not', () =>
    withStore(open, async (store) => {
      const { keys, fresh } = await addAll(store, [madePacked('a'), madePacked('b'), madePacked('a')])
      expect([keys, fresh]).toEqual([
        [1, 2, 1],
        [true, true, false],
      ])
      const other = await store.write(async (writer) =>
        writer.add(await writer.memory('other'), await newStep(writer), [madePacked('a')]),
      )
      expect(other).toEqual([{ key: 3, isNew: true }])
    }))

  test('units with one identity and other contents are two', () =>
    withStore(open, async (store) => {
      const twin = { ...madePacked('b'), identity: madePacked('a').identity }
      const { keys } = await addAll(store, [madePacked('a'), twin, madePacked('a'), twin])
      expect(keys).toEqual([1, 2, 1, 2])
    }))

  test('a key is never used twice', () =>
    withStore(open, async (store) => {
      const { step } = await addAll(store, [madePacked('a'), madePacked('b')])
      await store.write((writer) => writer.setUndone(step, true))
      expect(await store.write((writer) => writer.purge())).toBe(2)
      expect((await addAll(store, [madePacked('a')])).keys).toEqual([3])
    }))

  test('a step that was purged while it went on takes nothing in any more', () =>
    withStore(open, async (store) => {
      const { step } = await addAll(store, [madePacked('a')])
      await store.write((writer) => writer.setUndone(step, true))
      await store.write((writer) => writer.purge())
      for (const units of [[madePacked('b')], []])
        await expect(
          store.write(async (writer) => writer.add(await writer.memory('main'), step, units)),
        ).rejects.toThrow(`no step ${step}`)
      await store.read(async (view) => {
        expect((await view.counts()).units).toBe(0)
        expect(await view.damage()).toEqual([])
      })
    }))

  test('a relation and a decision that come later fill in, and go with their step', () =>
    withStore(open, async (store) => {
      await addAll(store, [madePacked('a', 'a', { notes: ['mooi'] })])
      const decision = { state: 'accepted', by: 'An', at: '2024-01-01T00:00:00Z' } as const
      const again = madePacked('a', 'a', { relation: 'partial', confidence: 0.5, decision, notes: ['lelijk'] })
      const { step } = await addAll(store, [again])
      const row = (): Promise<unknown> => store.read(async (view) => (await view.units([1]))[0])
      expect(await row()).toMatchObject({ relation: 2, confidence: 5000, state: 1 })
      expect(await row()).toMatchObject({ body: expect.stringMatching(/mooi.*An/u) })
      const [sighting] = await store.read((view) => view.sightings(1))
      expect(sighting).toMatchObject({ step, unit: { decision, notes: ['lelijk'] } })
      await store.write((writer) => writer.setUndone(step, true))
      expect(await row()).toMatchObject({
        relation: 0,
        confidence: -1,
        state: 0,
        body: madePacked('a', 'a', { notes: ['mooi'] }).body,
      })
    }))

  test('what was taken back and comes again is one unit when it is done again', () =>
    withStore(open, async (store) => {
      const units = (): Promise<readonly UnitRow[]> => store.read((view) => view.scan({}, 0, 9))
      const first = await addAll(store, [madePacked('a', 'a', { notes: ['eerst'] })])
      await store.write((writer) => writer.setUndone(first.step, true))
      const second = await addAll(store, [madePacked('a', 'a', { notes: ['later'] })])
      expect([second.keys, second.fresh]).toEqual([first.keys, [true]])
      expect(await units()).toMatchObject([{ key: 1, step: second.step, body: expect.stringContaining('later') }])
      await store.write((writer) => writer.setUndone(first.step, false))
      expect(await units()).toMatchObject([{ key: 1, step: first.step, body: expect.stringContaining('eerst') }])
      const met = await store.read((view) => view.sightings(1))
      expect(met).toMatchObject([{ step: second.step, unit: { notes: ['later'] } }])
      expect((await store.read((view) => view.steps())).map(({ added }) => added)).toEqual([1, 1])
    }))

  test('what was removed and comes again is one unit, whatever is taken back', () =>
    withStore(open, async (store) => {
      const units = (): Promise<readonly UnitRow[]> => store.read((view) => view.scan({}, 0, 9))
      const first = await addAll(store, [madePacked('a', 'a', { notes: ['eerst'] })])
      const removal = await store.write(async (writer) => {
        const step = await newStep(writer)
        await writer.remove(step, [1])
        return step
      })
      expect(await units()).toEqual([])
      const { step } = await addAll(store, [madePacked('a', 'a', { notes: ['later'] })])
      expect(await units()).toMatchObject([{ key: 1, step, body: expect.stringContaining('later') }])
      expect(await store.read((view) => view.sightings(1))).toEqual([])
      await store.write((writer) => writer.setUndone(removal, true))
      expect(await units()).toMatchObject([{ key: 1, step: first.step, body: expect.stringContaining('eerst') }])
      await store.write((writer) => writer.setUndone(removal, false))
      await store.write((writer) => writer.setUndone(step, true))
      expect(await units()).toEqual([])
      await store.write((writer) => writer.setUndone(step, false))
      expect(await store.write((writer) => writer.purge())).toBe(0)
      expect(await units()).toMatchObject([{ key: 1, step, body: expect.stringContaining('later') }])
      expect((await store.read((view) => view.steps())).map(({ number }) => number)).toEqual([step])
    }))

  test('a unit that is removed and added by one step is there, once', () =>
    withStore(open, async (store) => {
      await addAll(store, [madePacked('a')])
      const step = await store.write(async (writer) => {
        const number = await newStep(writer)
        const again = madePacked('a', 'a', { notes: ['nieuw'] })
        for (const unit of [again, again]) {
          await writer.remove(number, [1])
          await writer.add(await writer.memory('main'), number, [unit])
        }
        return number
      })
      const units = await store.read((view) => view.scan({}, 0, 9))
      expect(units).toMatchObject([{ key: 1, step, body: expect.stringContaining('nieuw') }])
      expect(await store.read((view) => view.sightings(1))).toEqual([])
    }))

  test('uses that are carried over count once for each origin, and go with their step', () =>
    withStore(open, async (store) => {
      await addAll(store, [madePacked('a'), madePacked('b')])
      await store.write((writer) => writer.use([1, 1, 2]))
      const uses = (): Promise<readonly (number | undefined)[]> =>
        store.read(async (view) => (await view.units([1, 2])).map((row) => row?.uses))
      const carry = (carried: readonly CarriedUses[]): Promise<number> =>
        store.write(async (writer) => {
          const step = await newStep(writer)
          await writer.carry(step, carried)
          return step
        })
      const [own = []] = await store.read((view) => view.uses([1]))
      expect(own).toMatchObject([{ uses: 2 }])
      const first = await carry([...own.map((one) => ({ key: 2, ...one })), { key: 2, origin: 7, uses: 10 }])
      expect(await uses()).toEqual([2, 13])
      const second = await carry([
        { key: 2, origin: 7, uses: 12 },
        { key: 99, origin: 7, uses: 1 },
      ])
      expect(await uses()).toEqual([2, 15])
      await store.write((writer) => writer.setUndone(first, true))
      expect(await uses()).toEqual([2, 13])
      await store.write((writer) => writer.setUndone(second, true))
      expect(await uses()).toEqual([2, 1])
      await store.write((writer) => writer.setUndone(first, false))
      await store.write((writer) => writer.purge())
      expect(await uses()).toEqual([2, 13])
      await store.write((writer) => writer.use([2]))
      expect(await uses()).toEqual([2, 14])
    }))

  test('a unit has the neighbours of every living sighting', () =>
    withStore(open, async (store) => {
      const places = [
        { before: 5 },
        { after: 0xffff_fffe },
        {},
        { before: 5 },
        { before: 5, after: 6 },
        { before: 5, after: 6 },
      ]
      const steps: number[] = []
      for (const [i, place] of places.entries())
        steps.push((await addAll(store, [madePacked('a', 'a', { notes: [`${i}`] }, place)])).step)
      const row = (): Promise<unknown> => store.read(async (view) => (await view.units([1]))[0])
      const both = [
        { before: 0, after: 0xffff_fffe },
        { before: 5, after: 6 },
      ]
      expect(await row()).toMatchObject({ before: 5, after: 0, neighbours: both })
      const contexts = (await store.read((view) => view.sightings(1))).map(({ context }) => context)
      expect(contexts).toEqual(places.slice(1))
      for (const step of steps.slice(4)) await store.write((writer) => writer.setUndone(step, true))
      expect(await row()).toMatchObject({ neighbours: both.slice(0, 1) })
      await store.write((writer) => writer.setUndone(steps[1] ?? 0, true))
      expect(await row()).not.toHaveProperty('neighbours')
    }))

  test('a step whose removals were purged is final, as long as it is there', () =>
    withStore(open, async (store) => {
      await addAll(store, [madePacked('a'), madePacked('b'), madePacked('c')])
      const { step } = await addAll(store, [madePacked('d')])
      const alone = await store.write(async (writer) => {
        await writer.remove(step, [1])
        const number = await newStep(writer)
        await writer.remove(number, [2])
        return number
      })
      expect(await store.write((writer) => writer.purge())).toBe(2)
      const steps = await store.read((view) => view.steps())
      expect(steps.map(({ number }) => number)).not.toContain(alone)
      expect(steps.map(({ isFinal }) => isFinal)).toEqual([undefined, true])
      await store.write((writer) => writer.finishStep(step, 'done'))
      expect((await store.read((view) => view.steps()))[1]).toMatchObject({ isFinal: true, isWhole: true })
      await store.compact()
      expect((await store.read((view) => view.counts())).units).toBe(2)
    }))

  test('thousands of units are found again', () =>
    withStore(open, async (store) => {
      const count = open === stores.model ? 40 : 3000
      const units = Array.from({ length: count }, (_, i) => madePacked(`tekst ${i}`))
      const { keys } = await addAll(store, units)
      expect((await addAll(store, units.toReversed())).keys).toEqual(keys.toReversed())
      await store.read(async (view) => {
        expect(await view.damage()).toEqual([])
        expect(await view.pending()).toEqual(keys)
        expect((await view.units([count, 1])).map((row) => row?.body)).toEqual([units.at(-1)?.body, units[0]?.body])
      })
    }))

  test('after its time a view answers nothing', () =>
    withStore(open, async (store) => {
      if (open === stores.model) return
      const late = await store.read(async (view) => view)
      const writer = await store.write(async (one) => one)
      await expect(late.counts()).rejects.toThrow('after its time')
      await expect(writer.purge()).rejects.toThrow('after its time')
    }))
})
