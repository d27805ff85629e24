import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { TranslationUnit } from '../../src/core/types.ts'
import { type Memory, openMemory } from '../../src/index.ts'
import type { UnitQuery } from '../../src/inspector/memory-protocol.ts'
import { createMemorySession, type MemorySession } from '../../src/inspector/server/memory/session.ts'
import type { MemoryUnit } from '../../src/memory-view.ts'
import { madeUnit } from '../made-unit.ts'

const all: UnitQuery = { text: '' }
const act = { kind: 'import', label: 'import of made.tmx', at: '2026-03-01T10:00:00.000Z', by: 'ana' } as const

const coded: TranslationUnit = {
  ...madeUnit('', '条约生效'),
  variants: [
    {
      language: 'nl',
      content: [
        { kind: 'text', text: 'Het ' },
        { kind: 'code', id: '1', role: 'open', data: '<b>' },
        { kind: 'text', text: 'verdrag' },
        { kind: 'code', id: '1', role: 'close', data: '</b>' },
        { kind: 'text', text: ' treedt in werking' },
      ],
    },
    { language: 'zh', content: [{ kind: 'text', text: '条约生效' }] },
  ],
}

const madeUnits: readonly TranslationUnit[] = [
  madeUnit('De haven ligt aan zee', '港口在海边', { props: { '@creationdate': '20260105T090000Z' } }),
  coded,
  madeUnit('De sluis gaat om acht uur open', '船闸八点开', {
    confidence: 0.72,
    relation: 'partial',
    decision: { state: 'accepted', by: 'bo', at: '2026-02-01T00:00:00.000Z' },
    props: { '@creationdate': '20260210T090000Z' },
  }),
  madeUnit('Het schip vaart naar de haven', '船驶向港口', { confidence: 0.96, relation: 'translation' }),
]

let folder: string
let memory: Memory
let session: MemorySession

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'memory-session-'))
  memory = await openMemory(join(folder, 'made.zmem'), { mode: 'create' })
  const units = madeUnits.map((unit) => ({ unit, context: {} }))
  await memory.add('main', act, units)
  session = await createMemorySession({
    memory,
    name: 'made.zmem',
    by: 'cas',
    now: () => new Date('2026-04-05T06:07:08.000Z'),
  })
})

afterEach(async () => {
  await session.close()
  rmSync(folder, { recursive: true, force: true })
})

const listed = async (query: UnitQuery = all): Promise<readonly MemoryUnit[]> =>
  (await session.units({ query, from: 0, size: 50 })).units
const textsOf = ({ unit }: MemoryUnit): readonly string[] =>
  unit.variants.map(({ content }) => content.map((run) => (run.kind === 'text' ? run.text : run.data)).join(''))
const snapshot = async (): Promise<string> =>
  JSON.stringify((await listed()).map(({ unit }) => unit).sort((a, b) => (a.id < b.id ? -1 : 1)))

describe('a memory on a page', () => {
  test('lists all units, and those that pass a filter', async () => {
    expect(await listed()).toHaveLength(4)
    expect((await listed({ text: '', states: ['accepted'] })).map(textsOf)).toEqual([
      ['De sluis gaat om acht uur open', '船闸八点开'],
    ])
    expect(await listed({ text: '', since: '2026-02-01' })).toHaveLength(1)
    expect(await listed({ text: '', until: '2026-01-31' })).toHaveLength(1)
    expect(await listed({ text: '', minConfidence: 0.9 })).toHaveLength(1)
    expect(await listed({ text: '', relations: ['partial', 'translation'] })).toHaveLength(2)
    expect(await listed({ text: '', languages: ['zh'] })).toHaveLength(4)
    expect(await listed({ text: '', memories: ['other'] })).toHaveLength(0)
  })

  test('finds text in any case, across inline codes and in any language', async () => {
    expect(await listed({ text: 'HAVEN' })).toHaveLength(2)
    expect(await listed({ text: 'het verdrag treedt' })).toHaveLength(1)
    expect(await listed({ text: '港口' })).toHaveLength(2)
    expect(await listed({ text: 'haven', relations: ['translation'] })).toHaveLength(1)
  })

  test('gives pieces of a listing by number', async () => {
    const { units, count, isWhole } = await session.units({ query: all, from: 2, size: 1 })
    expect({ key: units[0]?.key, count, isWhole }).toEqual({ key: 3, count: 4, isWhole: true })
  })

  test('every edit is a step that can be taken back and done again', async () => {
    const states = [await snapshot()]
    const [first] = await listed()
    const target = { kind: 'text', text: '海港在海边' } as const
    const source = first?.unit.variants[0]?.content ?? []
    await session.change({ kind: 'retext', key: first?.key ?? 0, contents: [source, [target]] })
    states.push(await snapshot())
    await session.change({ kind: 'mark', keys: [3, 4], state: 'rejected' })
    states.push(await snapshot())
    await session.change({ kind: 'mark', keys: [3], state: 'proposed' })
    states.push(await snapshot())
    await session.change({ kind: 'delete', keys: [4] })
    states.push(await snapshot())
    expect(new Set(states).size).toBe(5)
    for (const state of states.slice(0, -1).reverse()) {
      await session.change({ kind: 'undo' })
      expect(await snapshot()).toBe(state)
    }
    expect((await session.change({ kind: 'undo' })).step).toBeUndefined()
    for (const state of states.slice(1)) {
      await session.change({ kind: 'redo' })
      expect(await snapshot()).toBe(state)
    }
    expect((await session.history()).map(({ by }) => by)).toEqual(['ana', 'cas', 'cas', 'cas', 'cas'])
  })

  test('a corrected unit stays in its place, with who corrected it', async () => {
    await session.units({ query: all, from: 0, size: 1 })
    const { heirs, steps } = await session.change({
      kind: 'retext',
      key: 1,
      contents: [[{ kind: 'text', text: 'De haven ligt aan de zee' }], [{ kind: 'text', text: '港口在海边' }]],
    })
    expect(heirs?.[0]?.[0]).toBe(1)
    expect(steps).toEqual({ undo: 'edit of “De haven ligt aan zee”' })
    const [first] = await listed()
    expect(first?.unit.decision).toEqual({ state: 'edited', by: 'cas', at: '2026-04-05T06:07:08.000Z' })
    expect(first?.unit.props).toMatchObject({ '@changedate': '20260405T060708Z', '@changeid': 'cas' })
    expect(first && textsOf(first)).toEqual(['De haven ligt aan de zee', '港口在海边'])
  })

  test('a text does not lose its inline codes', async () => {
    const change = session.change({
      kind: 'retext',
      key: 2,
      contents: [[{ kind: 'text', text: 'Het verdrag treedt in werking' }], [{ kind: 'text', text: '条约生效' }]],
    })
    await expect(change).rejects.toMatchObject({ code: 'MEMORY_CODES' })
    expect(await listed()).toHaveLength(4)
  })

  test('a unit that becomes equal to another one is one with it', async () => {
    await session.units({ query: all, from: 0, size: 1 })
    await session.change({
      kind: 'retext',
      key: 4,
      contents: [[{ kind: 'text', text: 'De haven ligt aan zee' }], [{ kind: 'text', text: '港口在海边' }]],
    })
    expect((await session.units({ query: all, from: 0, size: 50 })).count).toBe(3)
    await session.change({ kind: 'undo' })
    expect((await session.units({ query: all, from: 0, size: 50 })).count).toBe(4)
  })

  test('a unit that others removed is told of', async () => {
    await memory.remove({ ...act, kind: 'delete', label: 'away' }, [1])
    await expect(session.change({ kind: 'mark', keys: [1], state: 'accepted' })).rejects.toMatchObject({
      code: 'MEMORY_UNIT_GONE',
    })
  })

  test('a step of somebody else is taken back by its number alone', async () => {
    expect((await session.change({ kind: 'undo' })).step).toBeUndefined()
    expect(await session.change({ kind: 'undo', step: 1 })).toMatchObject({ units: 0 })
    expect(await listed()).toHaveLength(0)
    expect(await session.change({ kind: 'redo', step: 1 })).toMatchObject({ units: 4 })
    expect(await listed()).toHaveLength(4)
  })

  test('a memory that may only be read is shown, and says why nothing can be changed', async () => {
    const reading = await openMemory(memory.name, { mode: 'read' })
    const reader = await createMemorySession({ memory: reading, name: 'made.zmem', by: 'cas', now: () => new Date() })
    expect(await reader.sheet()).toMatchObject({ isReadOnly: true, units: 4 })
    const change = reader.change({ kind: 'delete', keys: [1] })
    await expect(change).rejects.toMatchObject({ code: 'MEMORY_READ_ONLY' })
    await reader.close()
  })

  test('counts units by what can be drawn', async () => {
    await session.units({ query: all, from: 0, size: 50 })
    const figures = await session.figures()
    expect(figures).toMatchObject({
      units: 4,
      byLanguages: [{ name: 'nl zh', units: 4 }],
      byOrigin: [{ name: 'step:1', units: 4 }],
      byMonth: [
        { name: '2026-01', units: 1 },
        { name: '2026-02', units: 1 },
        { name: '', units: 2 },
      ],
      byConfidence: [
        { name: '70', units: 1 },
        { name: '90', units: 1 },
        { name: '', units: 2 },
      ],
    })
  })

  test('finds what is alike, and words in their context', async () => {
    const { matches } = await session.fuzzy({
      text: 'Het schip vaart naar de kade',
      sourceLanguage: 'nl',
      targetLanguage: 'zh',
      min: 0.5,
      query: all,
    })
    expect(matches[0]).toMatchObject({ kind: 'fuzzy', differences: [{ kind: 'word' }] })
    const { lines, isAll } = await session.concordance({
      text: 'haven',
      language: 'nl',
      otherLanguage: 'zh',
      isRegex: false,
      wholeWords: false,
      caseSensitive: false,
      sort: '',
      skip: 0,
      marksRenderings: true,
      query: all,
    })
    expect(lines.map(({ keyword }) => keyword)).toEqual(['haven', 'haven'])
    expect(isAll).toBe(true)
  })
})
