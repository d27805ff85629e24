import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  AppError,
  cleanMemory,
  exportMemory,
  findConcordance,
  importFiles,
  type Memory,
  memoryStats,
  openMemory,
  type TranslationUnit,
} from '../src/index.ts'
import { importInto } from '../src/memory-import.ts'
import { purgeFile } from '../src/memory-purge.ts'

/** The public functions as a program uses them: one handle that stays open. */
const silent = { report: () => undefined }
const act = { by: 'Mina', at: '2026-01-31T10:00:00Z' }
const look = { sourceLanguage: 'nl', targetLanguage: 'zh', min: 0.7 }

const pairs = [
  ['De boot vaart om 7 uur.', '船7点开。'],
  ['De loods komt aan boord.', '领航员登船。'],
  ['Het handelsverdrag is getekend.', '贸易条约已签署。'],
] as const
const tmx = `<?xml version="1.0"?>
<tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="nl" datatype="plaintext"/><body>
${pairs.map(([nl, zh]) => `<tu changedate="20250201T080000Z" changeid="Ruud"><prop type="x-job">44</prop><tuv xml:lang="nl"><seg>${nl}</seg></tuv><tuv xml:lang="zh-CN"><seg>${zh}</seg></tuv></tu>`).join('\n')}
</body></tmx>`

const unitOf = (nl: string, zh: string): TranslationUnit => ({
  id: '',
  sourceLanguage: 'nl',
  variants: [
    { language: 'nl', content: [{ kind: 'text', text: nl }] },
    { language: 'zh', content: [{ kind: 'text', text: zh }] },
  ],
  decision: { state: 'accepted', by: 'Mina', at: act.at },
  notes: ['Nieuw.'],
  props: { 'x-client': 'Acme' },
})

let folder = ''
let memory: Memory
const path = (name: string): string => join(folder, name)
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zinpaar-library-'))
  writeFileSync(path('a.tmx'), tmx)
  memory = await openMemory(path('work.zmem'), { mode: 'create' })
})
afterAll(async () => {
  await memory.close()
  rmSync(folder, { recursive: true })
})

describe('a memory in a program', () => {
  test('takes files in and says what became of them', async () => {
    const report = await importFiles(
      memory,
      [path('a.tmx'), path('b.tmx')],
      { ...act, fields: { 'x-client': 'Acme' } },
      silent,
    )
    expect(report).toMatchObject({ outcome: 'partly', step: 1, read: 3, kept: 3, added: 3, merged: 0, skipped: 0 })
    expect(report.files[1]).toMatchObject({ outcome: 'not read', failure: { code: 'READ_NOT_FOUND' } })
  })

  test('finds what is alike while it stays open', async () => {
    const [match] = await memory.search({ ...look, text: 'De boot vaart om 9 uur.' })
    expect(match).toMatchObject({ kind: 'fuzzy', base: 5 / 6, suggestion: [{ kind: 'text', text: '船9点开。' }] })
    expect(await memory.exact({ ...look, text: 'De loods komt aan boord.' })).toHaveLength(1)
    expect(
      await memory.search({ ...look, text: '领航员登船。', sourceLanguage: 'zh', targetLanguage: 'nl' }),
    ).toHaveLength(1)
    expect(await memory.search({ ...look, text: pairs[0][0], filter: { fields: { client: 'nobody' } } })).toEqual([])
  })

  test('shows words where they stand, in compounds too', async () => {
    const query = { text: 'verdrag', kind: 'text', language: 'nl', otherLanguage: 'zh' } as const
    const { lines, tsv } = await findConcordance(memory, query, { columns: 40, sort: ['left'], marksRenderings: false })
    expect(lines.map(({ left, keyword, right }) => left + keyword + right)).toEqual(['Het handelsverdrag is getekend.'])
    expect(tsv).toContain('\t贸易条约已签署。\t')
    await expect(memory.concordance({ ...query, text: '(', kind: 'regex' })).rejects.toMatchObject({
      code: 'MEMORY_PATTERN',
    })
  })

  test('adds units, found at once, and takes them back', async () => {
    const text = 'De sluiswachter groet.'
    const added = await memory.add('own', { ...act, kind: 'edit', label: 'typed' }, [
      { unit: unitOf(text, '船闸管理员打招呼。'), context: {} },
    ])
    expect(added).toEqual({ step: 2, added: 1, merged: 0 })
    const [match] = await memory.search({ ...look, text })
    expect(match).toMatchObject({
      score: 100,
      unit: { memory: 'own', unit: { notes: ['Nieuw.'], decision: { state: 'accepted' } } },
    })
    expect(await memory.undo()).toMatchObject({ number: 2, isUndone: true })
    expect(await memory.search({ ...look, text })).toEqual([])
    await memory.redo()
    expect(await memory.search({ ...look, text })).toHaveLength(1)
    expect((await memory.history()).map(({ label }) => label)).toEqual([
      `import of ${path('a.tmx')} and 1 more`,
      'typed',
    ])
  })

  test('is read by others while it is open, who cannot write', async () => {
    const reader = await openMemory(path('work.zmem'), { mode: 'read' })
    expect(reader.isReadOnly).toBe(true)
    expect(await memoryStats(reader)).toMatchObject({
      units: 4,
      byMemory: { main: 3, own: 1 },
      byLanguages: { 'nl zh': 4 },
    })
    await expect(reader.undo()).rejects.toMatchObject({ code: 'MEMORY_READ_ONLY' })
    await reader.close()
  })

  test.each(['plain', 'omegat', 'trados'] as const)('knows what it exported for %s', async (profile) => {
    const to = path(`${profile}.tmx`)
    const written = await exportMemory(memory, to, { filter: {}, omitIds: false, profile }, silent)
    expect(written).toEqual({ paths: [to], units: 4, sourceLanguage: 'nl', targetLanguage: 'zh' })
    expect(readFileSync(to, 'utf8')).toContain('changeid="Ruud"')
    const again = await importFiles(memory, [to], { ...act, into: 'main' }, silent)
    expect(again).toMatchObject({ outcome: 'whole', kept: 4 })
    await memory.undo(again.step)
  })

  test('merges with another one: names, dates, fields, decisions and where else units were met', async () => {
    const other = await openMemory(path('other.zmem'), { mode: 'create' })
    const merged = await importFiles(other, [path('work.zmem')], act, silent)
    expect(merged).toMatchObject({ outcome: 'whole', read: 4, kept: 4, added: 4, merged: 0 })
    expect((await other.counts()).byMemory).toEqual({ main: 3, own: 1 })
    const [match] = await other.search({ ...look, text: 'De loods komt aan boord.' })
    expect(match?.unit.unit.props).toMatchObject({ '@changeid': 'Ruud', 'x-job': '44', 'x-client': 'Acme' })
    expect((await other.history())[0]).toMatchObject({ kind: 'merge', label: `merge of ${path('work.zmem')}` })
    expect(await importFiles(other, [path('work.zmem')], act, silent)).toMatchObject({ added: 0, merged: 4 })
    expect(await importFiles(other, [path('other.zmem')], act, silent)).toMatchObject({ outcome: 'nothing' })
    const one = await importFiles(other, [path('work.zmem')], { ...act, into: 'team' }, silent)
    expect([one.added, (await other.counts()).byMemory]).toEqual([4, { main: 3, own: 1, team: 4 }])
    await other.close()
  })

  test('carries over where else a unit was met', async () => {
    const names = (unit: { readonly props: Readonly<Record<string, string>> }) => unit.props['@changeid']
    writeFileSync(path('again.tmx'), tmx.replaceAll('Ruud', 'Wen'))
    const first = await openMemory(path('first.zmem'), { mode: 'create' })
    await importFiles(first, [path('a.tmx')], act, silent)
    await importFiles(first, [path('again.tmx')], act, silent)
    await first.close()
    const second = await openMemory(path('second.zmem'), { mode: 'create' })
    expect(await importFiles(second, [path('first.zmem')], act, silent)).toMatchObject({ read: 3, added: 3, merged: 0 })
    for await (const { key, unit } of second.units()) {
      expect(names(unit)).toBe('Ruud')
      expect((await second.sightings(key)).map(({ unit: seen }) => names(seen))).toEqual(['Wen'])
    }
    await second.close()
  })

  test('carries over uses once, however often it is merged, and neighbours', async () => {
    const first = await openMemory(path('used.zmem'), { mode: 'create' })
    const at = (before: number) => [{ unit: unitOf('De zee.', '海。'), context: { before } }]
    for (const before of [5, 6]) await first.add('main', { ...act, kind: 'edit', label: 'typed' }, at(before))
    await first.use([1, 1])
    await first.close()
    const second = await openMemory(path('uses.zmem'), { mode: 'create' })
    await second.add('main', { ...act, kind: 'edit', label: 'typed' }, at(7))
    await second.use([1])
    const uses = async (): Promise<number | undefined> => (await second.unit(1))?.uses
    const merge = async () =>
      (await importFiles(second, [path('used.zmem')], { ...act, fields: { 'x-a': 'b' } }, silent)).step
    await merge()
    expect(await uses()).toBe(3)
    expect((await second.unit(1))?.otherContexts).toEqual([{ before: 5 }, { before: 6 }])
    const again = await merge()
    expect(await uses()).toBe(3)
    await second.undo(again)
    expect(await uses()).toBe(3)
    await second.undo()
    expect(await uses()).toBe(1)
    await second.redo()
    await second.close()
    const back = await openMemory(path('used.zmem'))
    expect(await importFiles(back, [path('uses.zmem')], act, silent)).toMatchObject({ merged: 1 })
    expect((await back.unit(1))?.uses).toBe(3)
    await back.close()
  })

  test('a duplicate that goes leaves its uses to the one that stays', async () => {
    const twice = await openMemory(path('twice.zmem'), { mode: 'create' })
    const units = ['De zee is kalm vandaag.', 'de zee is  kalm vandaag', 'De zee is kalm vandaag. '].map((nl) => ({
      unit: unitOf(nl, '今天大海平静。'),
      context: {},
    }))
    await twice.add('main', { ...act, kind: 'edit', label: 'typed' }, units)
    await twice.use([1, 2, 2, 3, 3, 3])
    const options = { filter: {}, fix: true, samples: 0, ...act }
    expect(await cleanMemory(twice, { ...options, checks: ['duplicate', 'white-space'] }, silent)).toMatchObject({
      step: 2,
    })
    const left = []
    for await (const { uses } of twice.units()) left.push(uses)
    expect(left).toEqual([6])
    await twice.undo()
    expect(await Promise.all([1, 2, 3].map(async (key) => (await twice.unit(key))?.uses))).toEqual([1, 2, 3])
    await twice.close()
  })

  test('removes for good what was taken back, and then says what can no longer be undone', async () => {
    const name = path('purged.zmem')
    const purged = await openMemory(name, { mode: 'create' })
    const step = { kind: 'edit', label: 'typed', ...act } as const
    await purged.add('main', step, [{ unit: unitOf('De zee.', '海。'), context: {} }])
    await purged.add('main', step, [{ unit: unitOf('Het meer.', '湖。'), context: {} }])
    await purged.replace(step, [{ key: 1, unit: unitOf('De zee.', '大海。') }])
    await purged.undo(2)
    await purged.close()
    expect(await purgeFile(name, false)).toMatchObject({
      isDone: false,
      units: 2,
      steps: [{ number: 2 }, { number: 3 }],
    })
    expect(await purgeFile(name, true)).toMatchObject({ isDone: true, units: 2, steps: [{ number: 2 }, { number: 3 }] })
    expect(await purgeFile(name, false)).toMatchObject({ units: 0, steps: [] })
    const after = await openMemory(name)
    expect(await after.history()).toMatchObject([{ number: 3, isFinal: true }])
    await expect(after.undo(3)).rejects.toMatchObject({ code: 'MEMORY_PURGED' })
    await expect(after.undo()).rejects.toMatchObject({ code: 'MEMORY_UNKNOWN_NAME' })
    expect(await after.search({ ...look, text: 'De zee.' })).toHaveLength(1)
    expect(await after.check()).toMatchObject({ isSound: true, units: 1 })
    await after.close()
  })

  test('keeps the whole units of a file that ends in the middle, the last of them too', async () => {
    const cut = tmx.slice(0, tmx.indexOf('handelsverdrag'))
    writeFileSync(path('cut.tmx'), cut)
    const fresh = await openMemory(path('fresh.zmem'), { mode: 'create' })
    const report = await importFiles(fresh, [path('cut.tmx')], act, silent)
    expect(report).toMatchObject({
      outcome: 'partly',
      kept: 2,
      added: 2,
      files: [{ failure: { code: 'READ_MALFORMED' } }],
    })
    expect(await fresh.search({ ...look, text: 'De loods komt aan boord.' })).toHaveLength(1)
    await fresh.close()
  })

  test('of two scripts of one language is written with both', async () => {
    const scripts = await openMemory(path('scripts.zmem'), { mode: 'create' })
    const made = unitOf('国家', '國家')
    const variants = made.variants.map((variant, i) => ({ ...variant, language: ['zh', 'zh-Hant'][i] ?? '' }))
    const step = { kind: 'edit', label: 'made', ...act } as const
    await scripts.add('main', step, [{ unit: { ...made, sourceLanguage: 'zh', variants }, context: {} }])
    const written = await exportMemory(scripts, path('scripts.csv'), { filter: {}, omitIds: false }, silent)
    expect(written).toMatchObject({ units: 1, sourceLanguage: 'zh', targetLanguage: 'zh-Hant' })
    await scripts.close()
  })

  test('that another program makes meanwhile is not taken away by an import of nothing', async () => {
    const name = path('meanwhile.zmem')
    const stdin = async function* () {
      const other = await openMemory(name, { mode: 'create' })
      await other.add('main', { kind: 'edit', label: 'made', ...act }, [{ unit: unitOf('zee', '海'), context: {} }])
      await other.close()
      yield Buffer.from('no file of pairs')
    }
    const report = await importInto(name, ['-'], { ...act, from: 'tmx' }, silent, stdin())
    expect(report.outcome).toBe('nothing')
    const there = await openMemory(name)
    expect((await there.counts()).units).toBe(1)
    await there.close()
  })

  test('is cleaned when told so', async () => {
    const before = await memory.counts()
    const report = await cleanMemory(memory, { filter: {}, fix: false, samples: 1, ...act }, silent)
    expect(report).toMatchObject({ looked: before.units, removed: 0, replaced: 0 })
    expect(await memory.check()).toMatchObject({ isSound: true, units: before.units })
  })

  test('that is none fails with a code and the next step', async () => {
    const failure = await openMemory(path('a.tmx')).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(AppError)
    expect(failure).toMatchObject({ code: 'MEMORY_NOT_ONE', hint: expect.stringContaining('zinpaar memory import') })
    await expect(openMemory(path('nowhere/x.zmem'), { mode: 'create' })).rejects.toMatchObject({
      code: 'MEMORY_NOT_FOUND',
    })
  })
})
