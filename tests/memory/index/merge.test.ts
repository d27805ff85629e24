import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mergePlan, mergePlans, mergeSegments, ownersOf, withOwners } from '../../../src/memory/index/merge.ts'
import { mergeParcel, parcelOf } from '../../../src/memory/merge-parcels.ts'
import { build, documentsOf, merge, numbered, open, readerOf, smallCorpus, written } from './made-segments.ts'

describe('merging', () => {
  test('gives what building from all documents gives, byte for byte', async () => {
    await fc.assert(
      fc.asyncProperty(smallCorpus, fc.integer({ min: 2, max: 9 }), async (corpus, every) => {
        const batches = numbered(corpus)
        const isAlive = (owner: number): boolean => owner % every !== 0
        const merged = await merge(batches.map(build), isAlive)
        expect(written(merged)).toEqual(written(build(batches.flat().filter(({ owner }) => isAlive(owner)))))
      }),
      { numRuns: 60 },
    )
  })

  test('in another thread gives the same', async () => {
    await fc.assert(
      fc.asyncProperty(smallCorpus, async (corpus) => {
        const batches = numbered(corpus).map(build)
        const merged = await mergeSegments(batches.map(readerOf), async (name, readers) =>
          structuredClone(await mergeParcel(structuredClone(await parcelOf(name, readers)))),
        )
        expect(written(merged)).toEqual(written(await merge(batches)))
      }),
      { numRuns: 30 },
    )
  })

  test('of lists that go over several pieces and blocks, too', async () => {
    const texts = Array.from(
      { length: 9000 },
      (_, k) => `de ${k % 3 === 0 ? 'x' : 'y'} ${k % 50 === 0 ? 'z z' : ''} w${k % 7000}`,
    )
    const all = documentsOf(texts)
    const halves = [build(all.slice(0, 4100)), build(all.slice(4100))]
    expect(written(await merge(halves))).toEqual(written(build(all)))
    const field = (await open(build(all))).field('nl-Latn')
    expect(await field?.frequency('de')).toBe(9000)
    expect((await field?.phrase([['z'], ['z'], ['w350']], 100))?.found).toEqual(
      all.flatMap(({ owner, variant, text }) => (text.endsWith('z z w350') ? [{ owner, variant }] : [])),
    )
  })
})

describe('owners', () => {
  test('are put in place of the places of a batch', async () => {
    await fc.assert(
      fc.asyncProperty(smallCorpus, fc.integer({ min: 1, max: 0xffff_0000 }), async (corpus, base) => {
        const documents = numbered(corpus).flat()
        const owners = Uint32Array.from(documents, (_, k) => (k % 4 === 1 ? 0 : base + k * 3))
        const built = build(documents)
        const renamed = withOwners(built, owners)
        expect(written(renamed)).toEqual(
          written(build(documents.map((document) => ({ ...document, owner: owners[document.owner - 1] ?? 0 })))),
        )
        expect((await ownersOf(readerOf(renamed))).toSorted()).toEqual(owners.toSorted())
      }),
      { numRuns: 40 },
    )
  })
})

describe('the plan', () => {
  test('merges eight of like size, the small ones first', () => {
    expect(mergePlan([])).toBeUndefined()
    expect(mergePlan(Array.from({ length: 7 }, () => 65_000))).toBeUndefined()
    expect(mergePlan([500_000, ...Array.from({ length: 8 }, () => 65_000)])).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  })

  test('ends with few segments, none above the cap, and each document is merged a few times', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 70_000 }), { minLength: 1, maxLength: 200 }), (batches) => {
        const segments: { readonly size: number; readonly times: number }[] = []
        for (const size of batches) {
          segments.push({ size, times: 0 })
          for (let plan = mergePlan(segments.map((one) => one.size)); plan; ) {
            const chosen = plan.flatMap((k) => segments[k] ?? [])
            for (const one of chosen) segments.splice(segments.indexOf(one), 1)
            segments.push({
              size: chosen.reduce((sum, one) => sum + one.size, 0),
              times: Math.max(...chosen.map((one) => one.times)) + 1,
            })
            plan = mergePlan(segments.map((one) => one.size))
          }
        }
        expect(segments.every(({ size }) => size <= 2 ** 20)).toBe(true)
        expect(segments.length).toBeLessThanOrEqual(7 * 7)
        expect(Math.max(...segments.map(({ times }) => times))).toBeLessThanOrEqual(12)
      }),
      { numRuns: 50 },
    )
  })

  test('names at once the merges that do not wait for each other', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 300_000 }), { minLength: 1, maxLength: 200 }),
        fc.boolean(),
        (sizes, isLast) => {
          const plans = mergePlans(sizes, isLast)
          expect(plans[0]).toEqual(mergePlan(sizes, isLast))
          const places = plans.flat()
          expect(new Set(places).size).toBe(places.length)
          for (const plan of plans) {
            expect(plan.length).toBeGreaterThan(1)
            expect(plan.reduce((sum, place) => sum + (sizes[place] ?? Number.NaN), 0)).toBeLessThanOrEqual(2 ** 20)
          }
        },
      ),
    )
    const batches = Array.from({ length: 122 }, () => 2 ** 14)
    expect(mergePlans(batches, true).map(({ length }) => length)).toEqual([64, 58])
  })
})
