import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Alignment, Bead, Decision, Pin, TranslationUnit } from '../src/core/types.ts'
import { writeNative } from '../src/formats/native/write.ts'
import { align, type Memory, openMemory } from '../src/index.ts'
import { storePairs } from '../src/memory-intake.ts'
import type { AlignOptions } from '../src/pipeline.ts'
import { defaultSelection } from '../src/units.ts'
import { runInProcess } from './cli/run-in-process.ts'
import { makeText } from './made-languages.ts'
import { sharedStock } from './shared-stock.ts'

const quiet = { report: () => undefined }
const at = '2026-01-31T10:00:00Z'
let folder = ''
let count = 0
const opened: Memory[] = []
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zinpaar-teaching-'))
})
afterAll(async () => {
  for (const memory of opened) await memory.close()
  rmSync(folder, { recursive: true })
})

const accepted: Decision = { state: 'accepted', by: 'Ada', at }
const rejected: Decision = { state: 'rejected', by: 'Ada', at }
const proposed: Decision = { state: 'proposed' }

interface Row {
  readonly texts: readonly [string, string]
  readonly decision?: Decision
  readonly confidence?: number
  readonly languages?: readonly [string, string]
}

const unitOf = ({ texts, decision = accepted, confidence, languages = ['qaa', 'qab'] }: Row): TranslationUnit => ({
  id: '',
  sourceLanguage: languages[0],
  variants: texts.map((text, i) => ({ language: languages[i] ?? 'und', content: [{ kind: 'text', text }] })),
  relation: 'translation',
  ...(confidence === undefined ? {} : { confidence }),
  decision,
  notes: [],
  props: {},
})

async function memoryOf(rows: readonly Row[]): Promise<Memory> {
  const memory = await openMemory(join(folder, `${++count}.zmem`), { mode: 'create' })
  opened.push(memory)
  const units = rows.map((row) => ({ unit: unitOf(row), context: {} }))
  if (units.length > 0) await memory.add('main', { kind: 'import', label: 'rows', by: 'tests', at }, units)
  return memory
}

const options: Partial<AlignOptions> = { sourceLanguage: 'qaa', targetLanguage: 'qab', segmented: true }
const run = (
  source: readonly string[],
  target: readonly string[],
  more: Partial<AlignOptions> = {},
  memory?: Memory,
): Promise<Alignment> =>
  align(source.join('\n'), target.join('\n'), { ...options, ...more }, quiet, {
    stock: sharedStock,
    ...(memory === undefined ? {} : { memory }),
  })

const fixed = ({ beads }: Alignment): readonly Bead[] =>
  beads.filter(({ evidence }) => evidence.some(({ scorer }) => scorer === 'memory'))
const idsOf = (beads: readonly Bead[]): readonly string[] => beads.map(({ id }) => id)
const rowsOf = (source: readonly string[], target: readonly string[], more: Partial<Row> = {}): readonly Row[] =>
  source.map((text, i) => ({ texts: [text, target[i] ?? ''], ...more }))

const source = ['badogi lume ro tan', 'velba me dogi lu', 'rotan velba gi me', 'lulume bado tanro']
const target = ['kashypo zinhu wef jo', 'naxka hu shypo zin', 'wefjo naxka po hu', 'zinzinhu kashy jowef']

describe('pairs of the memory that stand in both texts', () => {
  test('are kept, and say that the memory has them', async () => {
    const memory = await memoryOf(rowsOf(source.slice(1, 2), target.slice(2, 3)))
    const found = await run(source, target, { mode: 'parallel' }, memory)
    expect(idsOf(fixed(found))).toEqual(['1-2:2-3'])
    const [bead] = fixed(found)
    expect(bead).toMatchObject({ relation: 'translation', confidence: 0.99, decision: { state: 'proposed' } })
    expect(bead?.evidence.at(-1)).toEqual({
      scorer: 'memory',
      score: 10,
      note: 'an accepted pair of the memory main',
      key: 'memory:main',
    })
    expect(bead?.score).toBeCloseTo(bead?.evidence.reduce((sum, { score }) => sum + score, 0) ?? 0, 9)
    expect(bead?.evidence.some(({ scorer }) => scorer === 'pin')).toBe(false)
    expect(found.signature).toMatch(/\|memory:[0-9a-f]{16}\|/)
  })
  test('are found whatever their spaces, widths and quotes', async () => {
    const memory = await memoryOf([{ texts: [' badogi\u00a0lume  ro tan', 'ｋashypo zinhu wef jo'] }])
    expect(idsOf(fixed(await run(source, target, { mode: 'parallel' }, memory)))).toEqual(['0-1:0-1'])
  })
  test.each<readonly [string, readonly Row[]]>([
    ['rejected', rowsOf(source, target, { decision: rejected })],
    ['doubtful proposals', rowsOf(source, target, { decision: proposed, confidence: 0.8 })],
    ['in another language', rowsOf(source, target, { languages: ['qac', 'qab'] })],
    ['in another script', rowsOf(source, target, { languages: ['qaa-Cyrl', 'qab'] })],
  ])('are not fixed when they are %s', async (_, rows) => {
    expect(fixed(await run(source, target, { mode: 'parallel' }, await memoryOf(rows)))).toEqual([])
  })
  test('are fixed without a decision when they are sure', async () => {
    const memory = await memoryOf(rowsOf(source, target, { decision: proposed, confidence: 0.95 }))
    const found = await run(source, target, { mode: 'parallel' }, memory)
    expect(idsOf(fixed(found))).toEqual(['0-1:0-1', '1-2:1-2', '2-3:2-3', '3-4:3-4'])
    expect(fixed(found)[0]?.evidence.at(-1)?.note).toBe('a pair of the memory main')
  })
  test('are not fixed when they are short, stand twice, or contradict each other', async () => {
    const here = ['bado lume', 'velba me dogi lu', 'velba me dogi lu', 'lulume bado tanro']
    const there = ['kashy zinhu', 'naxka hu shypo zin', 'zinzinhu kashy jowef', 'jowef wefjo hu']
    const memory = await memoryOf([...rowsOf(here, there), { texts: ['lulume bado tanro', 'zinzinhu kashy jowef'] }])
    expect(fixed(await run(here, there, { mode: 'parallel' }, memory))).toEqual([])
  })
  test('give way to pins of a person, and do not cross them or the most of each other', async () => {
    const memory = await memoryOf(rowsOf(source, target))
    const range = (from: number) => ({ from, to: from + 1 })
    const pins: readonly Pin[] = [{ source: range(0), target: range(1) }]
    expect(idsOf(fixed(await run(source, target, { mode: 'parallel', pins }, memory)))).toEqual(['2-3:2-3', '3-4:3-4'])
    const moved = await memoryOf(rowsOf(source, [target[3] ?? '', ...target.slice(1, 3), target[0] ?? '']))
    expect(idsOf(fixed(await run(source, target, { mode: 'parallel' }, moved)))).toEqual(['1-2:1-2', '2-3:2-3'])
    const free = await run(source, target, { mode: 'comparable' }, moved)
    expect(idsOf(fixed(free))).toEqual(['0-1:3-4', '1-2:1-2', '2-3:2-3', '3-4:0-1'])
  })
})

describe('words', () => {
  const here = ['Bij Wierum ligt de gorzelaar.', 'Het water staat hoog.', 'De dijk is oud.']
  const there = ['水位很高。', '堤坝很旧。', '人们称它为维鲁姆格尔泽拉。']
  const languages = { sourceLanguage: 'nl', targetLanguage: 'zh', mode: 'comparable' } as const
  test('of short units are looked up as those of a glossary, and make a pair found', async () => {
    const terms: readonly Row[] = [
      { texts: ['gorzelaar', '格尔泽拉'], languages: ['nl', 'zh'] },
      { texts: ['Wierum', '维鲁姆'], languages: ['nl', 'zh'] },
    ]
    const pairOf = ({ beads }: Alignment) => beads.find(({ source: { from, to } }) => from === 0 && to === 1)
    expect(pairOf(await run(here, there, languages))?.target).toEqual({ from: 0, to: 0 })
    expect(pairOf(await run(here, there, languages, await memoryOf(terms)))?.target).toEqual({ from: 2, to: 3 })
  })
  test('of sentences are learnt', async () => {
    const lessons = makeText(260, 7)
    const rows = lessons.pairs.map(([s, t]): Row => ({ texts: [lessons.source[s] ?? '', lessons.target[t] ?? ''] }))
    const text = makeText(14, 99)
    const hits = ({ beads }: Alignment): number =>
      text.pairs.filter(([s, t]) => beads.some(({ id }) => id === `${s}-${s + 1}:${t}-${t + 1}`)).length
    const without = await run(text.source, text.target, { mode: 'comparable' })
    const taught = await run(text.source, text.target, { mode: 'comparable' }, await memoryOf(rows))
    expect(hits(taught)).toBeGreaterThan(hits(without))
    expect(hits(taught)).toBeGreaterThanOrEqual(text.pairs.length - 1)
  })
})

describe('the memory', () => {
  test('gives the same bytes every time, and without it nothing changes', async () => {
    const memory = await memoryOf(rowsOf(source, target))
    const text = async (alignment: Alignment): Promise<string> => {
      let all = ''
      for await (const chunk of writeNative(alignment)) all += chunk
      return all
    }
    const first = await text(await run(source, target, {}, memory))
    expect(await text(await run(source, target, {}, memory))).toBe(first)
    const without = await run(source, target)
    expect(await text(await run(source, target, {}, await memoryOf([])))).toBe(await text(without))
    expect(without.signature).not.toContain('memory:')
  })
  test('helps by its file as it does open, up to a step', async () => {
    const memory = await memoryOf(rowsOf(source.slice(0, 1), target.slice(0, 1)))
    await memory.add(
      'main',
      { kind: 'import', label: 'later', by: 'tests', at },
      rowsOf(source.slice(1), target.slice(1)).map((row) => ({ unit: unitOf(row), context: {} })),
    )
    const path = memory.name
    const all = await run(source, target, { mode: 'parallel', memory: { path } })
    expect(all).toEqual(await run(source, target, { mode: 'parallel' }, memory))
    expect(fixed(all)).toHaveLength(4)
    expect(idsOf(fixed(await run(source, target, { mode: 'parallel', memory: { path, lastStep: 1 } })))).toEqual([
      '0-1:0-1',
    ])
    expect(fixed(await run(source, target, { mode: 'parallel', memory: { path, lastStep: 0 } }))).toEqual([])
  })
  test('takes in what an alignment lets out, and knows it the next time', async () => {
    const path = join(folder, 'kept.zmem')
    const made = await run(source, target, { mode: 'parallel', pins: pinsOf(4) })
    const into = { path, by: 'Ada', at }
    expect(await storePairs(made, defaultSelection, into)).toEqual({ path, step: 1, added: 4, merged: 0 })
    expect(await storePairs(made, defaultSelection, into)).toEqual({ path, step: 2, added: 0, merged: 4 })
    expect(fixed(await run(source, target, { mode: 'parallel', memory: { path } }))).toHaveLength(4)
    expect(await storePairs(made, { ...defaultSelection, relations: [] }, into)).toEqual({ path, added: 0, merged: 0 })
  })
})

const pinsOf = (rows: number): readonly Pin[] =>
  Array.from({ length: rows }, (_, i) => ({ source: { from: i, to: i + 1 }, target: { from: i, to: i + 1 } }))

describe('a batch', () => {
  test('keeps the pairs of every document once, by threads or not, though it sweeps twice', async () => {
    const texts = [3, 4].map((seed) => makeText(8, seed))
    texts.forEach((text, i) => {
      writeFileSync(join(folder, `${i}.a`), `${text.source.join('\n')}\n`)
      writeFileSync(join(folder, `${i}.b`), `${text.target.join('\n')}\n`)
    })
    writeFileSync(join(folder, 'pairs.tsv'), '0.a\t0.b\tzero\n1.a\t1.b\tone\n')
    const into = join(folder, 'batch.zmem')
    const words = ['align', '--batch', join(folder, 'pairs.tsv'), '--out-dir', join(folder, 'out'), '--to', 'json']
    const flags = ['--source-lang', 'qaa', '--target-lang', 'qab', '--segmented', '--mode', 'parallel', '--into', into]
    const first = await runInProcess([...words, ...flags])
    expect([first.stderr, first.exitCode]).toEqual(['', 0])
    const memory = await openMemory(into, { mode: 'read' })
    opened.push(memory)
    const history = await memory.history()
    expect(history.map(({ number, kind, isWhole }) => [number, kind, isWhole])).toEqual([
      [1, 'align', true],
      [2, 'align', true],
    ])
    const { units } = await memory.counts()
    expect(first.stdout.split('\n').at(-2)).toBe(`kept ${units} pairs in ${into}: ${units} new (steps 1–2)`)
    const again = await runInProcess([...words, ...flags, '--memory', into, '--json'])
    const report: unknown = JSON.parse(again.stdout)
    expect(report).toMatchObject({ stored: { path: into, added: 0, merged: units, steps: [3, 4] } })
  })
  test.each([
    ['--memory', 'nowhere.zmem', 'MEMORY_NOT_FOUND'],
    ['--into', 'pairs.tsv', 'MEMORY_NOT_ONE'],
    ['--into', 'no/such/folder.zmem', 'WRITE_FAILED'],
  ])('with %s %s fails before anything is done', async (flag, file, code) => {
    const words = ['align', '--batch', join(folder, 'pairs.tsv'), '--out-dir', join(folder, 'none'), '--to', 'json']
    const { stdout, stderr, exitCode } = await runInProcess([...words, flag, join(folder, file)])
    expect([stdout, exitCode]).toEqual(['', 2])
    expect(stderr).toContain(code)
  })
})
