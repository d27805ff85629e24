import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Run } from '../../../src/core/types.ts'
import { checks } from '../../../src/memory/clean/checks/index.ts'
import { writingOf } from '../../../src/memory/clean/letters.ts'
import { safeCheckIds } from '../../../src/memory/clean/plan.ts'
import { subjectOf, withUnit } from '../../../src/memory/clean/subject.ts'
import { createCleanTools } from '../../../src/memory/clean/tools.ts'
import type { MemoryUnit } from '../../../src/memory/types.ts'
import { findAll, planOf, type Sides, unitOf } from './made-units.ts'

const tools = createCleanTools()
const safe = { checks: checks.filter(({ isSafe }) => isSafe), tools }

/** Words that checks stumble over, so that groups and repairs come about. */
const pieces = [
  'de stad',
  'De stad',
  'cafÃ©',
  'â€™',
  'Â\u00a0',
  '\ufffd',
  '\u0092',
  '保存文件',
  '保存',
  'Ö±',
  'ÍøÂç',
  '  ',
  ' ',
  '.',
  '。',
  '?',
  '12',
  '3,5',
  '一百',
  '100亿',
  'IV',
  '{0}',
  '%s',
  'Nederland',
  '日本',
  'â€',
  'Ã',
  '\ud800',
  '\t',
  '',
  'ПривеÑ‚',
  'save file',
  '…',
]
const someText = fc.oneof(
  { weight: 3, arbitrary: fc.array(fc.constantFrom(...pieces), { maxLength: 5 }).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
)
const run: fc.Arbitrary<Run> = fc.oneof(
  { weight: 4, arbitrary: someText.map((text) => ({ kind: 'text' as const, text })) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('code' as const),
      id: fc.constantFrom('1', '2'),
      role: fc.constantFrom('open' as const, 'close' as const, 'single' as const),
      data: fc.constantFrom('', '<b>', '</b>'),
    }),
  },
)
const sides: fc.Arbitrary<Sides> = fc.array(
  fc.tuple(fc.constantFrom('nl', 'zh', 'zh-TW', 'und', 'ru', 'not a tag'), fc.array(run, { maxLength: 3 })),
  { maxLength: 3 },
)
const memory: fc.Arbitrary<readonly MemoryUnit[]> = fc
  .array(
    fc.tuple(
      sides,
      fc.record({
        changed: fc.constantFrom('20200101T000000Z', '20230101T000000Z', 'nonsense'),
        uses: fc.nat({ max: 2 }),
        memory: fc.constantFrom('a', 'b'),
      }),
    ),
    { maxLength: 8 },
  )
  .map((units) => units.map(([each, more], i) => unitOf(i + 1, each, more)))

/** The memory after a plan: what is replaced keeps its key here, which a store would not do. */
function carriedOut(
  units: readonly MemoryUnit[],
  { removes, replaces }: ReturnType<typeof planOf>,
): readonly MemoryUnit[] {
  const changed = new Map(replaces.map(({ key, unit }) => [key, unit]))
  return units
    .filter(({ key }) => removes.every((removal) => removal.key !== key))
    .map((each) => ({ ...each, unit: changed.get(each.key) ?? each.unit }))
}

test('any texts: no check throws, each unit has one finding of a check at most, places lie in their texts', async () => {
  await fc.assert(
    fc.asyncProperty(memory, async (units) => {
      const found = await findAll(units, { tools })
      expect(new Set(found.map(({ check, key }) => `${check} ${key}`)).size).toBe(found.length)
      for (const { places, texts, key } of found) {
        expect(units.some((unit) => unit.key === key)).toBe(true)
        for (const { variant, span } of places) {
          expect(span.start).toBeGreaterThanOrEqual(0)
          expect(span.end).toBeGreaterThanOrEqual(span.start)
          expect(span.end).toBeLessThanOrEqual(texts[variant]?.text.length ?? -1)
        }
      }
    }),
    { numRuns: 80, seed: 7 },
  )
})

test('a check mends nothing that it does not report, and mending twice changes nothing more', async () => {
  await tools.prepare(['languages'], 'nl')
  const menders = checks.flatMap((check) => (check.kind === 'unit' && check.mend !== undefined ? [check] : []))
  fc.assert(
    fc.property(memory, (units) => {
      for (const unit of units)
        for (const { find, mend } of menders) {
          const subject = subjectOf(unit, writingOf)
          const mended = mend?.(subject)
          if (mended === undefined) continue
          expect(find(subject, tools)).toBeDefined()
          if (mended !== 'remove') expect(mend?.(withUnit(subject, mended))).toBeUndefined()
        }
    }),
    { numRuns: 200, seed: 17 },
  )
})

test('fixing what is safe leaves nothing safe to fix, and touches each unit once', async () => {
  await fc.assert(
    fc.asyncProperty(memory, async (units) => {
      const plan = planOf(await findAll(units, safe))
      const touched = [...plan.removes, ...plan.replaces].map(({ key }) => key)
      expect(new Set(touched).size).toBe(touched.length)
      const again = planOf(await findAll(carriedOut(units, plan), safe))
      expect([...again.removes, ...again.replaces].map(({ key }) => key)).toEqual([])
    }),
    { numRuns: 250, seed: 11 },
  )
})

test('of units that are the same one always stays, whatever is fixed', async () => {
  const ids = checks.map(({ id }) => id)
  await fc.assert(
    fc.asyncProperty(memory, fc.subarray(ids), async (units, chosen) => {
      const plan = planOf(await findAll(units, { tools }), chosen)
      const gone = new Set(plan.removes.map(({ key }) => key))
      const found = await findAll(units, { tools })
      const betters = new Map<number, number[]>()
      const condemned = new Set<number>()
      for (const { key, others, fix } of found.filter((each) => chosen.includes(each.check))) {
        if (others.length > 0) betters.set(key, [...(betters.get(key) ?? []), ...others])
        else if (fix !== undefined) condemned.add(key)
      }
      // What goes for the sake of another leaves one of those that are better behind.
      for (const key of gone)
        if (!condemned.has(key)) expect([...reach(key, betters)].some((each) => !gone.has(each))).toBe(true)
    }),
    { numRuns: 60, seed: 13 },
  )
})

/** All units that a chain of better ones leads to. */
function reach(key: number, betters: ReadonlyMap<number, readonly number[]>): ReadonlySet<number> {
  const seen = new Set<number>()
  const open = [key]
  for (let next = open.pop(); next !== undefined; next = open.pop())
    for (const better of betters.get(next) ?? [])
      if (!seen.has(better)) {
        seen.add(better)
        open.push(better)
      }
  return seen
}

test('safe checks are those that say so', () => {
  expect(safeCheckIds).toEqual(['encoding', 'white-space', 'wrong-language', 'empty'])
})
