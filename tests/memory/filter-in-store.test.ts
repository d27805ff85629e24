import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decisionStates, relations } from '../../src/core/relations.ts'
import type { TranslationUnit } from '../../src/core/types.ts'
import { passesFilter } from '../../src/memory/filter.ts'
import { packUnit, unpackUnit } from '../../src/memory/packed.ts'
import { rowFilter } from '../../src/memory/sqlite/filter.ts'
import type { UnitRow } from '../../src/memory/store.ts'
import type { UnitFilter } from '../../src/memory/types.ts'

const tag = fc.constantFrom('nl', 'nl-BE', 'nl-NL', 'zh', 'zh-TW', 'zh-Hant', 'zh-Hans-SG', 'en')
const name = fc.constantFrom('client', 'x-client', 'x-Client:SingleString', 'domain', 'x-context')
const value = fc.constantFrom('Acme', 'acme', 'Law "2"', 'Gemeente Één')
const date = fc.constantFrom('20190531T120000Z', '20200101T000000Z', '20201231T235959Z', 'soon')
const document = fc.constantFrom('Besluit-2020.docx', 'besluit.txt', '決定.docx')

const unit: fc.Arbitrary<TranslationUnit> = fc
  .record({
    tags: fc.array(tag, { minLength: 2, maxLength: 3 }),
    relation: fc.option(fc.constantFrom(...relations)),
    confidence: fc.option(fc.integer({ min: 0, max: 10_000 })),
    state: fc.constantFrom(...decisionStates),
    props: fc.dictionary(name, value, { maxKeys: 3 }),
    changed: fc.option(date),
    made: fc.option(date),
    files: fc.option(fc.tuple(document, document)),
  })
  .map(({ tags, relation, confidence, state, props, changed, made, files }) => ({
    id: 'u',
    sourceLanguage: tags[0] ?? 'und',
    variants: tags.map((language, i) => ({ language, content: [{ kind: 'text', text: `tekst ${i}` }] })),
    ...(relation === null ? {} : { relation }),
    ...(confidence === null ? {} : { confidence: confidence / 10_000 }),
    decision: state === 'proposed' ? { state } : { state, by: 'anna', at: '2020-06-01T00:00:00Z' },
    ...(files === null
      ? {}
      : {
          origin: {
            sourceFile: files[0],
            targetFile: files[1],
            sourceSegments: '1',
            targetSegments: '1',
            shape: '1:1',
            evidence: [],
            signature: 's',
          },
        }),
    notes: [],
    props: {
      ...props,
      ...(changed === null ? {} : { '@changedate': changed }),
      ...(made === null ? {} : { [`@${tags[0]}@creationdate`]: made }),
    },
  }))

const time = fc.constantFrom('2019', '2019-05', '2019-05-31', '2019-05-31T12:00:00Z', '2020-01-01', '2020-12', '2020')
const filter: fc.Arbitrary<UnitFilter> = fc.record(
  {
    memories: fc.subarray(['main', 'other']),
    languages: fc.array(tag, { maxLength: 2 }),
    relations: fc.subarray([...relations], { minLength: 1 }),
    states: fc.subarray([...decisionStates], { minLength: 1 }),
    minConfidence: fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100),
    origin: fc.constantFrom('besluit', '.DOCX', '2020', '決'),
    since: time,
    until: time,
    user: fc.constantFrom('Anna', 'bart'),
    fields: fc.dictionary(fc.constantFrom('client', 'Client', 'domain', 'context'), value, { maxKeys: 1 }),
    step: fc.constantFrom(3, 4),
  },
  { requiredKeys: [] },
)

test('a store leaves out no unit that passes', () => {
  let passing = 0
  fc.assert(
    fc.property(unit, filter, (one, wanted) => {
      const row: UnitRow = { ...packUnit(one), key: 1, memory: 'main', step: 3, uses: 0 }
      for (const [member, value] of Object.entries(wanted)) {
        const part: UnitFilter = { [member]: value }
        if (!passesFilter(unpackUnit(row), part)) continue
        passing++
        expect([part, rowFilter(part)(row)]).toEqual([part, true])
      }
    }),
    { numRuns: 500 },
  )
  expect(passing).toBeGreaterThan(100)
})

test('what is packed passes the same filters as before', () => {
  fc.assert(
    fc.property(unit, filter, (one, wanted) => {
      const row: UnitRow = { ...packUnit(one), key: 1, memory: 'main', step: 3, uses: 0 }
      const before = { ...unpackUnit(row), unit: one }
      for (const [member, value] of Object.entries(wanted))
        expect(passesFilter(unpackUnit(row), { [member]: value })).toBe(passesFilter(before, { [member]: value }))
    }),
    { numRuns: 200 },
  )
})
