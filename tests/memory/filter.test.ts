import { describe, expect, test } from 'vitest'
import type { TranslationUnit } from '../../src/core/types.ts'
import { changedRange, isLanguage, passesFilter } from '../../src/memory/filter.ts'
import type { UnitFilter } from '../../src/memory/types.ts'
import { unitOf } from './concordance/fake-source.ts'

const unit = (more: Partial<TranslationUnit>) =>
  unitOf(
    7,
    [
      ['nl-BE', 'Het schepencollege besliste gisteren.'],
      ['zh-TW', '市政委員會昨天作出決定。'],
    ],
    more,
  )
const passes = (filter: UnitFilter, more: Partial<TranslationUnit> = {}): boolean => passesFilter(unit(more), filter)
const withProps = (filter: UnitFilter, props: Readonly<Record<string, string>>): boolean => passes(filter, { props })

describe('languages', () => {
  test.each([
    ['nl', 'nl', true],
    ['nl-BE', 'nl', true],
    ['nl', 'nl-NL', true],
    ['nl', 'nl-BE', false],
    ['nl-BE', 'nl-NL', false],
    ['zh-TW', 'zh', true],
    ['zh-TW', 'zh-Hant', true],
    ['zh-TW', 'zh-Hans', false],
    ['zh-Hant', 'zh-TW', true],
    ['zh-HK', 'zh-TW', false],
    ['zh', 'zh-CN', true],
    ['zh', 'zh-Hant', false],
    ['sr-Latn', 'sr-Cyrl', false],
    ['sr', 'sr-Cyrl', true],
    ['und', 'und', true],
    ['und', 'en', false],
    ['en', 'und', false],
    ['not a tag', 'nl', false],
    ['not a tag', 'not a tag', true],
  ])('%s is %s: %s', (tag, wanted, expected) => expect(isLanguage(tag, wanted)).toBe(expected))

  test('a unit needs a variant in each of them', () => {
    expect([passes({ languages: ['nl', 'zh-Hant'] }), passes({ languages: ['nl', 'en'] })]).toEqual([true, false])
    expect(passes({ languages: [] })).toBe(true)
  })
})

test('an empty filter lets all pass', () => expect(passes({})).toBe(true))

test('memories, steps, relations, states and confidence', () => {
  expect([passes({ memories: ['main', 'b'] }), passes({ memories: ['b'] })]).toEqual([true, false])
  expect([passes({ step: 1 }), passes({ step: 2 })]).toEqual([true, false])
  expect([passes({ relations: ['partial'] }, { relation: 'partial' }), passes({ relations: ['partial'] })]).toEqual([
    true,
    false,
  ])
  expect([passes({ states: ['proposed'] }), passes({ states: ['accepted', 'edited'] })]).toEqual([true, false])
  expect([0.9, 0.5].map((confidence) => passes({ minConfidence: 0.9 }, { confidence }))).toEqual([true, false])
  expect(passes({ minConfidence: 0 })).toBe(false)
})

test('a document is found by part of its name on either side, in any case', () => {
  const origin = {
    sourceFile: 'Besluiten-2021.docx',
    targetFile: '決定.docx',
    sourceSegments: '3',
    targetSegments: '3',
    shape: '1:1',
    evidence: [],
    signature: '',
  }
  expect(['besluit', '決定', '.DOCX', 'q'].map((part) => passes({ origin: part }, { origin }))).toEqual([
    true,
    true,
    true,
    false,
  ])
  expect(passes({ origin: '' })).toBe(false)
})

describe('time of the last change', () => {
  const changed = { '@creationdate': '20190101T000000Z', '@nl-BE@changedate': '20210531T120000Z' }
  test.each<[UnitFilter, boolean]>([
    [{ since: '2021-05-31' }, true],
    [{ since: '2021-05-31T12:00:00Z' }, true],
    [{ since: '2021-05-31T12:00:01Z' }, false],
    [{ since: '2021-06' }, false],
    [{ until: '2021-05-31' }, true],
    [{ until: '2021-05-30' }, false],
    [{ until: '2021-05' }, true],
    [{ until: '2021' }, true],
    [{ until: '2020' }, false],
    [{ until: '2021-05-31T12:00' }, true],
    [{ until: '2021-05-31T14:00:00+02:00' }, true],
    [{ until: '2021-05-31T13:59:59+02:00' }, false],
    [{ since: '2021-05-31T11:00', until: '2021-05-31T13:00' }, true],
  ])('%o: %s', (filter, expected) => expect(withProps(filter, changed)).toBe(expected))

  test('creation counts where nothing was changed, and a unit without any date passes neither way', () => {
    expect(withProps({ since: '2019' }, { '@nl-BE@creationdate': '20190101T000000Z' })).toBe(true)
    expect([withProps({ since: '1900' }, {}), withProps({ until: '2100' }, { '@changedate': 'soon' })]).toEqual([
      false,
      false,
    ])
  })
  test('months end when the next one starts', () => {
    expect(changedRange({ until: '2021-12' }).to).toBe(Date.UTC(2022, 0) / 1000 - 1)
    expect(changedRange({ until: '2024-02' }).to).toBe(Date.UTC(2024, 2) / 1000 - 1)
  })
  test.each(['yesterday', '2021-13', '31-05-2021', '', '2021-05-31T'])('"%s" is no date', (since) => {
    expect(() => changedRange({ since })).toThrow(expect.objectContaining({ code: 'USAGE' }))
  })
})

test('whoever made, changed or edited it, of the unit or of a variant', () => {
  const props = { '@creationid': 'Anna', '@zh-TW@changeid': 'bart' }
  expect(['anna', 'BART', 'ann', 'carl'].map((user) => withProps({ user }, props))).toEqual([true, true, false, false])
  const by = { by: 'carl', at: '2021-05-31T12:00:00Z' }
  expect(passes({ user: 'carl' }, { decision: { state: 'edited', ...by } })).toBe(true)
  expect(passes({ user: 'carl' }, { decision: { state: 'accepted', ...by } })).toBe(false)
  expect(withProps({ user: 'anna' }, { '@lastusageid': 'anna', changeid: 'anna' })).toBe(false)
})

describe('fields', () => {
  test.each([
    ['client', { client: 'Acme' }],
    ['client', { 'x-client': 'acme' }],
    ['Client', { 'x-Client:SingleString': 'ACME' }],
    ['x-client', { client: 'acme' }],
    ['client', { client: 'other', 'client#2': 'acme' }],
    ['client', { 'x-client:MultipleString': 'other', 'x-client:MultipleString#2': 'acme' }],
    ['client', { '@nl-BE:x-client': 'acme' }],
    ['source file', { 'x-Source File:SingleString': 'acme' }],
  ])('%s in %o', (name, props) => expect(withProps({ fields: { [name]: 'acme' } }, props)).toBe(true))
  test.each([
    ['client', { client: 'acme bv' }],
    ['client', { clients: 'acme' }],
    ['client', {}],
    ['creationid', { '@creationid': 'acme' }],
  ])('%s not in %o', (name, props) => expect(withProps({ fields: { [name]: 'acme' } }, props)).toBe(false))
  test('each of them must hold', () => {
    const props = { client: 'acme', domain: 'law' }
    expect(withProps({ fields: { client: 'acme', domain: 'Law' } }, props)).toBe(true)
    expect(withProps({ fields: { client: 'acme', domain: 'trade' } }, props)).toBe(false)
  })
})
