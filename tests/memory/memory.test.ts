import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { AppError } from '../../src/core/errors.ts'
import type { TranslationUnit } from '../../src/core/types.ts'
import { indexVersion } from '../../src/memory/index/check.ts'
import { createMemory, type Memory } from '../../src/memory/memory.ts'
import type { NewUnit } from '../../src/memory/prepared.ts'
import { openSqliteStore } from '../../src/memory/sqlite/store.ts'
import { baseSimilarity } from '../../src/memory/text/distance.ts'
import { foldText, printOf } from '../../src/memory/text/fold.ts'
import { tokensOf } from '../../src/memory/text/tokens.ts'
import { openMemory } from '../../src/open-memory.ts'
import { madeUnit } from '../made-unit.ts'
import { randomFrom } from '../random.ts'
import { remembered } from '../remembered.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zinpaar-memory-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const at = '2026-01-31T10:00:00Z'
const act = (kind: 'import' | 'delete' | 'edit', label = 'made') => ({ kind, label, by: 'tests', at })

const alone = (unit: TranslationUnit): NewUnit => ({ unit, context: {} })

const nlWords =
  'de het een schip haven verdrag minister zee kaart brug kade jaar 1982 2021 tekent opent sluit ligt'.split(' ')
const zhWords = [...'船港口条约部长海地图桥码头年签署开关在']

/** Sentences of few words, so that many are alike. */
function madeSentences(count: number, seed: number): readonly (readonly [string, string])[] {
  const random = randomFrom(seed)
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? ''
  return Array.from({ length: count }, (_, i) => {
    const length = 1 + Math.floor(random() * 8)
    const nl = Array.from({ length }, () => pick(nlWords)).join(' ')
    const zh = Array.from({ length: length + 1 }, () => pick(zhWords)).join('')
    return [`${nl}${i % 3 === 0 ? '.' : ''}`, `${zh}。`] as const
  })
}

const tokensIn = remembered(tokensOf)

/** Texts of every unit at or above a threshold, by comparing with each. */
function createModel(sentences: readonly (readonly [string, string])[]) {
  const distinct = [...new Map(sentences.map((pair) => [pair.join('\t'), pair]))]
  return (side: 0 | 1, text: string) => {
    const bases = distinct.map(([, pair]) => baseSimilarity(tokensIn(text), tokensIn(pair[side])))
    return (min: number): readonly string[] =>
      distinct.flatMap(([joined], i) => ((bases[i] ?? 0) >= min - 1e-9 ? [joined] : [])).sort()
  }
}

async function foundTexts(memory: Memory, side: 0 | 1, text: string, min: number) {
  const [sourceLanguage, targetLanguage] = side === 0 ? ['nl', 'zh'] : ['zh', 'nl']
  const matches = await memory.search({ text, sourceLanguage, targetLanguage, min })
  const textIn = ({ unit }: (typeof matches)[number]): string =>
    unit.unit.variants
      .map(({ content }) => content.map((run) => (run.kind === 'text' ? run.text : '')).join(''))
      .join('\t')
  return matches.map(textIn).sort()
}

describe('search', () => {
  test.each([300, 2500])('finds every unit at or above the threshold among %i, and no other', async (count) => {
    const sentences = madeSentences(count, count)
    const memory = await openMemory(join(folder, `recall-${count}.zmem`), { mode: 'create' })
    const part = Math.ceil(count / 3)
    for (let start = 0; start < count; start += part)
      await memory.add(
        'main',
        act('import'),
        sentences.slice(start, start + part).map((pair) => alone(madeUnit(...pair))),
      )
    const queries = [...sentences.slice(0, 12), ...madeSentences(12, 99)]
    const model = createModel(sentences)
    for (const query of queries)
      for (const side of [0, 1] as const) {
        const expectedTexts = model(side, query[side])
        for (const min of [0.5, 0.7, 1])
          expect(await foundTexts(memory, side, query[side], min)).toEqual(expectedTexts(min))
      }
    expect((await memory.check()).index).toEqual([])
    await memory.rebuild()
    for (const query of queries.slice(0, 6))
      expect(await foundTexts(memory, 0, query[0], 0.6)).toEqual(model(0, query[0])(0.6))
    expect(await memory.check()).toMatchObject({ isSound: true, damage: [], index: [] })
    await memory.close()
  })

  test('a text without any word is found by itself alone', async () => {
    const memory = await openMemory(join(folder, 'marks.zmem'), { mode: 'create' })
    await memory.add('main', act('import'), [alone(madeUnit('* * *', '＊＊＊')), alone(madeUnit('- - -', '———'))])
    const query = { sourceLanguage: 'nl', targetLanguage: 'zh', min: 0.7 }
    expect(await memory.search({ ...query, text: '* * *' })).toHaveLength(1)
    expect(await memory.search({ ...query, text: '+ + +' })).toHaveLength(0)
    await memory.close()
  })

  test('exact look-ups find what differs only in what is folded', async () => {
    const memory = await openMemory(join(folder, 'exact.zmem'), { mode: 'create' })
    await memory.add('main', act('import'), [alone(madeUnit('Artikel 12: de ‘zee’.', '第12条:海。'))])
    const exact = (text: string) => memory.exact({ text, sourceLanguage: 'nl', targetLanguage: 'zh' })
    for (const text of ["Artikel 12: de 'zee'.", 'Artikel\u00a012: de ‘zee’.', 'Ａrtikel １２: de ‘zee’.'])
      expect(await exact(text)).toMatchObject([{ kind: 'exact', score: 100, base: 1 }])
    expect(await exact("artikel 12: de 'zee'.")).toEqual([])
    await memory.close()
  })
})

describe('units with several variants in one language', () => {
  const textUnit = (...variants: readonly (readonly [string, string])[]): TranslationUnit => ({
    ...madeUnit('', ''),
    variants: variants.map(([language, text]) => ({ language, content: [{ kind: 'text', text }] })),
  })
  const query = { text: 'het schip ligt stil', sourceLanguage: 'nl', targetLanguage: 'zh', min: 0.7 }

  test('are found once for each of them, in an index or not', async () => {
    const memory = await openMemory(join(folder, 'variants.zmem'), { mode: 'create' })
    const unit = textUnit(['nl', 'het schip ligt stil'], ['nl', 'het schip ligt  stil'], ['zh', '船停着'])
    await memory.add('main', act('import'), [alone(unit)])
    const waiting = [await memory.search(query), await memory.exact(query)]
    expect(waiting.map((found) => found.length)).toEqual([2, 2])
    await memory.rebuild()
    expect([await memory.search(query), await memory.exact(query)]).toEqual(waiting)
    await memory.close()
  })

  test('keep their order, in which one of them is the source and their properties count them', async () => {
    const memory = await openMemory(join(folder, 'order.zmem'), { mode: 'create' })
    const both = textUnit(['nl', 'zee'], ['nl', 'oceaan'])
    await memory.add('main', act('import'), [alone({ ...both, props: { '@nl#2@changeid': 'Ruud' } })])
    for await (const { unit } of memory.units()) expect(unit.variants).toEqual(both.variants)
    await memory.close()
  })
})

test('an exact look-up stays in the script of its source language', async () => {
  const memory = await openMemory(join(folder, 'script.zmem'), { mode: 'create' })
  await memory.add('main', act('import'), [alone(madeUnit('de zee', '海'))])
  const query = { text: 'de zee', sourceLanguage: 'und', targetLanguage: 'zh' }
  const waiting = await memory.exact(query)
  expect(waiting).toEqual(await memory.search({ ...query, min: 1 }))
  await memory.rebuild()
  expect(await memory.exact(query)).toEqual(waiting)
  await memory.close()
})

describe('steps', () => {
  test('an import and a removal are taken back and done again, and searches follow', async () => {
    const memory = await openMemory(join(folder, 'steps.zmem'), { mode: 'create' })
    const search = (text: string) => memory.search({ text, sourceLanguage: 'nl', targetLanguage: 'zh', min: 0.7 })
    await memory.add('main', act('import'), [alone(madeUnit('het schip ligt in de haven', '船在港口'))])
    const [unit] = await search('het schip ligt in de haven')
    await memory.remove(act('delete'), [unit?.unit.key ?? 0])
    expect(await search('het schip ligt in de haven')).toEqual([])
    expect(await memory.undo()).toMatchObject({ kind: 'delete', isUndone: true })
    expect(await search('het schip ligt in de haven')).toHaveLength(1)
    expect(await memory.undo()).toMatchObject({ kind: 'import', isUndone: true })
    expect(await search('het schip ligt in de haven')).toEqual([])
    await expect(memory.undo()).rejects.toMatchObject({ code: 'MEMORY_UNKNOWN_NAME' })
    expect(await memory.redo()).toMatchObject({ kind: 'import' })
    expect(await search('het schip ligt in de haven')).toHaveLength(1)
    await memory.close()
  })

  test('an edited unit takes the place of the old one, with its neighbours', async () => {
    const memory = await openMemory(join(folder, 'edit.zmem'), { mode: 'create' })
    await memory.add('main', act('import'), [{ unit: madeUnit('de zee', '海'), context: { before: 7, after: 8 } }])
    const [match] = await memory.exact({ text: 'de zee', sourceLanguage: 'nl', targetLanguage: 'zh' })
    const step = await memory.replace(act('edit'), [{ key: match?.unit.key ?? 0, unit: madeUnit('de zee', '海洋') }])
    const after = await memory.exact({ text: 'de zee', sourceLanguage: 'nl', targetLanguage: 'zh' })
    expect(after).toMatchObject([
      { target: { content: [{ text: '海洋' }] }, unit: { context: { before: 7, after: 8 }, step } },
    ])
    await memory.close()
  })
})

test('an index that is built anew holds what is undone, so that nobody goes past it each time', async () => {
  const memory = await openMemory(join(folder, 'undone.zmem'), { mode: 'create' })
  for (const text of ['de zee', 'het schip']) await memory.add('main', act('import'), [alone(madeUnit(text, text))])
  await memory.undo(1)
  const told: (readonly number[])[] = []
  await memory.rebuild((done, total) => told.push([done, total]))
  expect(told).toEqual([[2, 2]])
  const query = { text: 'de zee', sourceLanguage: 'nl', targetLanguage: 'zh' }
  expect(await memory.exact(query)).toEqual([])
  expect(await memory.redo()).toMatchObject({ number: 1 })
  expect((await memory.counts()).pending).toBe(0)
  expect(await memory.exact(query)).toHaveLength(1)
  expect(await memory.check()).toMatchObject({ isSound: true, units: 2 })
  await memory.close()
})

test('an index that is being built is missed by nobody, and one that is broken off was never begun', async () => {
  const path = join(folder, 'broken-off.zmem')
  const memory = await openMemory(path, { mode: 'create' })
  const units = madeSentences(9000, 3).map((pair, i) => alone(madeUnit(`${pair[0]} ${i}`, pair[1])))
  await memory.add('main', act('import'), units)
  const broken = memory.rebuild(() => {
    throw new Error('broken off')
  })
  await expect(broken).rejects.toThrow('broken off')
  expect((await memory.counts()).pending).toBeLessThan(600)
  expect((await memory.check()).index).toEqual([])
  await memory.close()
})

test('a change that was kept is no failure because the index cannot be merged', async () => {
  const store = await openSqliteStore(join(folder, 'full.zmem'), { mode: 'create' })
  let writes = 0
  const memory = createMemory({
    ...store,
    write: async (run) => {
      writes++
      if (writes > 8) throw new AppError('MEMORY_FULL', 'no room')
      return store.write(run)
    },
  })
  for (let part = 0; part < 8; part++) {
    const units = madeSentences(600, part).map((pair, i) => alone(madeUnit(`${pair[0]} ${part} ${i}`, pair[1])))
    expect(await memory.add('main', act('import'), units)).toMatchObject({ added: 600 })
  }
  expect(writes).toBe(9)
  expect((await memory.check()).index).toEqual([])
  await memory.close()
})

describe('uses and neighbours', () => {
  const query = { text: 'de zee', sourceLanguage: 'nl', targetLanguage: 'zh' }
  const print = (text: string): number => printOf(foldText(text))

  test('go over to what takes the place of a unit, and back', async () => {
    const memory = await openMemory(join(folder, 'heirs.zmem'), { mode: 'create' })
    const units = ['海', '大海', '海 ', '洋'].map((zh) => alone(madeUnit('de zee', zh)))
    await memory.add('main', act('import'), units)
    const uses = async () => (await Promise.all([1, 2, 3, 4, 5].map((key) => memory.unit(key)))).map((one) => one?.uses)
    await memory.use([1, 1, 2, 3, 3, 3])
    const change = [{ key: 1, unit: madeUnit('de zee', '海洋') }]
    await memory.replace(act('edit'), change, [{ key: 2 }, { key: 3, heir: 1 }, { key: 4, heir: 1 }])
    expect(await uses()).toEqual([undefined, undefined, undefined, undefined, 5])
    await memory.use([5])
    expect((await memory.unit(5))?.uses).toBe(6)
    await memory.undo()
    expect(await uses()).toEqual([2, 1, 3, 0, undefined])
    await memory.redo()
    expect((await memory.unit(5))?.uses).toBe(6)
    await memory.replace(act('edit'), [{ key: 5, unit: { ...madeUnit('de zee', '海洋'), notes: ['Nagekeken.'] } }])
    expect(await memory.unit(5)).toMatchObject({ uses: 6, unit: { notes: ['Nagekeken.'] } })
    await memory.close()
  })

  test.each(['sighting', 'edit'])('of every place where a unit was met make a context match (%s)', async (kind) => {
    const memory = await openMemory(join(folder, `places ${kind}.zmem`), { mode: 'create' })
    const unit = madeUnit('de zee', '海')
    await memory.add('main', act('import'), [{ unit, context: { before: print('Kalm is') } }])
    await memory.add('main', act('import'), [{ unit, context: { before: print('Ruw was'), after: print('toen.') } }])
    const [found] = await memory.exact(query)
    if (kind === 'edit')
      await memory.replace(act('edit'), [{ key: found?.unit.key ?? 0, unit: madeUnit('de zee', '大海') }])
    const look = (before: string, after: string) => memory.exact({ ...query, before, after })
    expect(await look('Kalm is', 'nu.')).toMatchObject([{ kind: 'context', score: 101 }])
    expect(await look('Ruw was', 'toen.')).toMatchObject([{ kind: 'context', score: 102 }])
    expect(await memory.search({ ...query, min: 0.7, before: 'Ruw was' })).toMatchObject([
      { kind: 'context', score: 101 },
    ])
    // Half of one place and half of another are no place.
    expect(await look('Kalm is', 'toen.')).toMatchObject([{ kind: 'context', score: 101 }])
    expect(await look('Wild is', 'nu.')).toMatchObject([{ kind: 'exact', score: 100 }])
    if (kind === 'sighting') {
      await memory.undo(2)
      expect(await look('Ruw was', 'toen.')).toMatchObject([{ kind: 'exact' }])
    }
    await memory.close()
  })
})

test('an import that is taken back, made again and done again leaves each unit once, in the index too', async () => {
  const memory = await openMemory(join(folder, 'thrice.zmem'), { mode: 'create' })
  const units = madeSentences(1500, 6).map((pair, i) => alone(madeUnit(`${pair[0]} ${i}`, pair[1])))
  await memory.add('main', act('import'), units.slice(0, 900))
  await memory.undo()
  await memory.rebuild()
  expect(await memory.add('main', act('import'), units)).toMatchObject({ added: 1500, merged: 0 })
  expect((await memory.counts()).pending).toBeLessThan(513)
  await memory.redo()
  expect(await memory.counts()).toMatchObject({ units: 1500, removed: 0 })
  expect(await memory.check()).toMatchObject({ isSound: true })
  expect(
    await foundTexts(
      memory,
      0,
      units[0]?.unit.variants[0]?.content.map((run) => (run.kind === 'text' ? run.text : '')).join('') ?? '',
      1,
    ),
  ).toHaveLength(1)
  await memory.undo(2)
  expect(await memory.counts()).toMatchObject({ units: 900 })
  await memory.close()
})

describe('an index of another version', () => {
  const query = { text: 'het schip ligt in de haven', sourceLanguage: 'nl', targetLanguage: 'zh', min: 0.7 }
  const concordance = { text: 'schip', kind: 'text', language: 'nl' } as const

  async function madeWith(name: string, version: number): Promise<string> {
    const path = join(folder, name)
    const memory = await openMemory(path, { mode: 'create' })
    const units = madeSentences(900, 8).map((pair, i) => alone(madeUnit(`${pair[0]} ${i}`, pair[1])))
    await memory.add('main', act('import'), [alone(madeUnit(query.text, '船在港口')), ...units])
    await memory.close()
    const db = new Database(path)
    db.prepare('UPDATE segment SET version = ?').run(version)
    db.close()
    return path
  }

  test('is built anew when the memory is opened to be changed, and until then no reader is led astray', async () => {
    const path = await madeWith('old-index.zmem', indexVersion - 1)
    const reader = await openMemory(path, { mode: 'read' })
    const failure = { code: 'MEMORY_OLD_INDEX', message: expect.stringContaining(path) }
    await expect(reader.search(query)).rejects.toMatchObject(failure)
    await expect(reader.exact(query)).rejects.toMatchObject(failure)
    await expect(reader.concordance(concordance)).rejects.toMatchObject(failure)
    expect((await reader.check()).index).toEqual(['it was made by an older version of Zinpaar'])
    expect(await reader.counts()).toMatchObject({ units: 901 })
    const progress: number[] = []
    const writer = await openMemory(path, { progress: (done) => progress.push(done) })
    expect(progress).toEqual([901])
    expect(await writer.check()).toMatchObject({ isSound: true })
    expect(await reader.search(query)).toEqual(await writer.search(query))
    expect(await reader.search(query)).toHaveLength(1)
    await reader.close()
    await writer.close()
  })

  test('is left alone when that version is newer', async () => {
    const path = await madeWith('new-index.zmem', indexVersion + 1)
    const before = readFileSync(path)
    await expect(openMemory(path)).rejects.toMatchObject({ code: 'MEMORY_NEWER' })
    const reader = await openMemory(path, { mode: 'read' })
    await expect(reader.search(query)).rejects.toMatchObject({ code: 'MEMORY_NEWER' })
    await reader.close()
    expect(readFileSync(path).equals(before)).toBe(true)
  })
})

test('what is done again is in the index again, when that was built in between', async () => {
  const memory = await openMemory(join(folder, 'again.zmem'), { mode: 'create' })
  const units = madeSentences(900, 4).map((pair, i) => alone(madeUnit(`${pair[0]} ${i}`, pair[1])))
  await memory.add('main', act('import'), units)
  await memory.undo()
  await memory.rebuild()
  await memory.redo()
  expect(await memory.counts()).toMatchObject({ units: 900, pending: 0 })
  expect((await memory.check()).index).toEqual([])
  await memory.close()
})

test('two handles see what the other one writes', async () => {
  const path = join(folder, 'two.zmem')
  const one = await openMemory(path, { mode: 'create' })
  const two = await openMemory(path)
  const query = { text: 'de brug ligt in zee', sourceLanguage: 'nl', targetLanguage: 'zh', min: 0.7 }
  expect(await two.search(query)).toEqual([])
  await one.add('main', act('import'), [alone(madeUnit('de brug ligt in zee', '桥在海'))])
  expect(await two.search(query)).toHaveLength(1)
  await two.add(
    'main',
    act('import'),
    madeSentences(900, 5).map((pair) => alone(madeUnit(...pair))),
  )
  expect((await one.counts()).units).toBe((await two.counts()).units)
  expect(await one.search(query)).toEqual(await two.search(query))
  await one.close()
  await two.close()
})
