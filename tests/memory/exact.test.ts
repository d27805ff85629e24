import { rmSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import type { Run, TranslationUnit } from '../../src/core/types.ts'
import { createMemory, type Memory } from '../../src/memory/memory.ts'
import type { NewUnit } from '../../src/memory/prepared.ts'
import { openSqliteStore } from '../../src/memory/sqlite/store.ts'
import type { Store } from '../../src/memory/store.ts'
import { foldText, printOf } from '../../src/memory/text/fold.ts'
import type { Match, SearchQuery, UnitFilter } from '../../src/memory/types.ts'
import { madeUnit } from '../made-unit.ts'
import { quickFolder } from './quick-folder.ts'

const folder = quickFolder()
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const state = { files: 0 }

const texts = ['de zee', 'De zee', 'de\u00a0 zee', 'de zee.', '海', '‘海’', '* *', '']
const languages = ['nl', 'nl-BE', 'zh', 'zh-Hant']
const code: Run = { kind: 'code', role: 'single', id: '1', data: '<br/>' }

const someText = fc.constantFrom(...texts)
const someContent: fc.Arbitrary<readonly Run[]> = fc
  .tuple(someText, fc.constantFrom('none', 'before', 'after'))
  .map(([text, place]) => {
    const run: Run = { kind: 'text', text }
    return place === 'none' ? [run] : place === 'before' ? [code, run] : [run, code]
  })

const someUnit: fc.Arbitrary<NewUnit> = fc
  .record({
    variants: fc.array(fc.record({ language: fc.constantFrom(...languages), content: someContent }), {
      minLength: 2,
      maxLength: 3,
    }),
    state: fc.constantFrom('proposed', 'accepted', 'rejected'),
    confidence: fc.constantFrom(undefined, 0.4, 0.95),
    changed: fc.constantFrom('20100101T000000Z', undefined),
    before: fc.constantFrom(undefined, 'Kalm is'),
  })
  .map(({ variants, state: decided, confidence, changed, before }) => {
    const unit: TranslationUnit = madeUnit('', '', {
      variants,
      sourceLanguage: variants[0]?.language ?? '',
      decision: decided === 'proposed' ? { state: decided } : { state: decided as 'accepted', by: 'An', at },
      props: { 'x-client': 'acme', ...(changed === undefined ? {} : { '@changedate': changed }) },
      ...(confidence === undefined ? {} : { confidence }),
    })
    return { unit, context: before === undefined ? {} : { before: printOf(foldText(before)) } }
  })

const at = '2026-01-31T10:00:00Z'
const step = (kind: 'import' | 'delete') => ({ kind, label: 'made', by: 'tests', at })

type Act =
  | { readonly kind: 'add'; readonly memory: string; readonly units: readonly NewUnit[] }
  | { readonly kind: 'remove' | 'use'; readonly keys: readonly number[] }
  | { readonly kind: 'undo' | 'redo' | 'rebuild' | 'purge' }

const someKeys = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 })
const someAct: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('add' as const),
      memory: fc.constantFrom('main', 'other'),
      units: fc.array(someUnit, { minLength: 1, maxLength: 12 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('remove' as const, 'use' as const), keys: someKeys }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('undo' as const, 'redo' as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constantFrom('rebuild' as const, 'rebuild' as const, 'purge' as const) }),
  },
)

async function doAct(memory: Memory, act: Act): Promise<void> {
  if (act.kind === 'add') await memory.add(act.memory, step('import'), act.units)
  else if (act.kind === 'remove') await memory.remove(step('delete'), await living(memory, act.keys))
  else if (act.kind === 'use') await memory.use(await living(memory, act.keys))
  // Nothing to take back, or to do again, is no matter here.
  else await memory[act.kind]().catch(() => undefined)
}

const living = async (memory: Memory, keys: readonly number[]): Promise<readonly number[]> =>
  (await memory.unitsOf([...new Set(keys)])).flatMap((unit) => unit?.key ?? [])

const someFilter: fc.Arbitrary<UnitFilter> = fc.record(
  {
    memories: fc.subarray(['main', 'other']),
    states: fc.subarray(['proposed', 'accepted', 'rejected'] as const),
    minConfidence: fc.constant(0.5),
    since: fc.constant('2005-01-01'),
    languages: fc.constantFrom(['zh'], ['nl-BE']),
    fields: fc.constantFrom({ client: 'Acme' }, { client: 'other' }),
    step: fc.constantFrom(1, 2),
  },
  { requiredKeys: [] },
)
const someQuery: fc.Arbitrary<Omit<SearchQuery, 'min'>> = fc
  .record(
    {
      text: someText,
      isCoded: fc.boolean(),
      sourceLanguage: fc.constantFrom(...languages, ...languages, 'und', 'ja'),
      targetLanguage: fc.constantFrom(...languages),
      before: fc.constantFrom('Kalm is', 'kalm'),
      filter: someFilter,
      limit: fc.constantFrom(1, 3),
      memoryPenalties: fc.constant({ other: 5 }),
      now: fc.constant('2026-02-01'),
      foldScript: fc.boolean(),
    },
    { requiredKeys: ['text', 'isCoded', 'sourceLanguage', 'targetLanguage'] },
  )
  .map(({ isCoded, ...query }) => ({
    ...query,
    ...(isCoded ? { content: [code, { kind: 'text' as const, text: query.text }] } : {}),
  }))

/** A memory that has to ask its store by promises. */
async function openSlow(path: string): Promise<Memory> {
  const { unitsNow, blockNow, ...store } = await openSqliteStore(path, { mode: 'read' })
  return createMemory(store)
}

/** A memory as it is, and how often its store answered at once. */
async function openQuick(path: string): Promise<{ readonly memory: Memory; readonly told: () => number }> {
  let told = 0
  const store = await openSqliteStore(path, { mode: 'read' })
  const unitsNow: Store['unitsNow'] = (keys, generation) => {
    const units = store.unitsNow?.(keys, generation)
    if (units !== undefined) told++
    return units
  }
  return { memory: createMemory({ ...store, unitsNow }), told: () => told }
}

/** Matches of a general search that are exact. */
async function searched(memory: Memory, { limit, ...query }: Omit<SearchQuery, 'min'>): Promise<readonly Match[]> {
  const found = await memory.search({ ...query, min: 1 })
  return found.filter(({ kind, differences }) => kind !== 'fuzzy' || differences.length === 0).slice(0, limit)
}

test('look-ups that answer at once find what all others find, whatever another handle does in between', async () => {
  const counts = { told: 0, asked: 0 }
  await fc.assert(
    fc.asyncProperty(
      fc.array(someAct, { minLength: 1, maxLength: 8 }),
      fc.array(someQuery, { minLength: 4, maxLength: 8 }),
      async (acts, queries) => {
        const path = join(folder, `${++state.files}.zmem`)
        const writer = createMemory(await openSqliteStore(path, { mode: 'create' }))
        const slow = await openSlow(path)
        const quick = await openQuick(path)
        for (const act of acts) {
          await doAct(writer, act)
          for (const query of queries) {
            const expected = await slow.exact(query)
            expect(await quick.memory.exact(query)).toEqual(expected)
            expect(await quick.memory.exact(query)).toEqual(expected)
            expect(await searched(slow, query)).toEqual(expected)
            counts.asked += 2
          }
        }
        counts.told += quick.told()
        await slow.close()
        await quick.memory.close()
        await writer.close()
      },
    ),
    { numRuns: 40 },
  )
  expect(counts.told).toBeGreaterThan(counts.asked / 4)
})

test('a look-up across scripts is no other after one that answered at once', async () => {
  const path = join(folder, 'scripts.zmem')
  const memory = createMemory(await openSqliteStore(path, { mode: 'create' }))
  const variants = [
    { language: 'nl', content: [{ kind: 'text', text: 'de zee' }] },
    { language: 'zh-Hant', content: [{ kind: 'text', text: '海' }] },
  ] as const
  await memory.add('main', step('import'), [{ unit: madeUnit('', '', { variants }), context: {} }])
  await memory.rebuild()
  const query = { text: '海', sourceLanguage: 'zh', targetLanguage: 'nl' }
  expect(await memory.exact(query)).toEqual([])
  expect(await memory.exact(query)).toEqual([])
  expect(await memory.exact({ ...query, foldScript: true })).toHaveLength(1)
  await memory.close()
})

test('a look-up that is asked while the memory is changed sees it before or after', async () => {
  const path = join(folder, 'meanwhile.zmem')
  const memory = createMemory(await openSqliteStore(path, { mode: 'create' }))
  const units = Array.from({ length: 5 }, (_, i): NewUnit => ({ unit: madeUnit('de zee', `海${i}`), context: {} }))
  await memory.add('main', step('import'), units)
  await memory.rebuild()
  const look = () => memory.exact({ text: 'de zee', sourceLanguage: 'nl', targetLanguage: 'zh' })
  const removed = memory.remove(step('delete'), [1, 2, 3, 4, 5])
  const counts = new Set<number>()
  let isOver = false
  void removed.then(() => {
    isOver = true
  })
  while (!isOver) counts.add((await look()).length)
  counts.add((await look()).length)
  expect([...counts]).toEqual([5, 0])
  await memory.close()
})
