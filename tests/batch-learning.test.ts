import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { alignBatch, type BatchOptions } from '../src/batch.ts'
import { readLadder } from '../src/formats/ladder/index.ts'
import type { JobResult } from '../src/job.ts'
import { readLearnt } from '../src/learnt-file.ts'
import { defaultOutputOptions } from '../src/outputs.ts'
import { parsePairList } from '../src/pair-list.ts'
import { sendVectors, startServer } from './embedding-server.ts'
import { makeText } from './made-languages.ts'
import { sharedStock } from './shared-stock.ts'

const texts = Array.from({ length: 60 }, (_, i) => makeText(14, 1000 + 7 * i))
let place = ''
beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'zinpaar-learning-'))
  texts.forEach(({ source, target }, i) => {
    writeFileSync(join(place, `${i}.a`), `${source.join('\n')}\n`)
    writeFileSync(join(place, `${i}.b`), `${target.join('\n')}\n`)
  })
})
afterAll(() => rmSync(place, { recursive: true }))

const quiet = { report: () => undefined }
const listOf = (count: number) =>
  parsePairList(
    texts
      .slice(0, count)
      .map((_, i) => `${i}.a\t${i}.b\tt${i}\n`)
      .join(''),
    join(place, 'pairs.tsv'),
  )
const align = { sourceLanguage: 'qaa', targetLanguage: 'qab', segmented: true, mode: 'parallel' } as const
const optionsFor = (folder: string, more: Partial<BatchOptions> = {}): BatchOptions => ({
  align,
  output: defaultOutputOptions,
  outputFolder: join(place, folder),
  extensions: ['ladder', 'json'],
  learn: true,
  resume: false,
  shownPairs: 0,
  jobs: 1,
  ...more,
})
/** In threads the program runs as it is built. */
async function run(options: BatchOptions, count = texts.length): Promise<readonly JobResult[]> {
  const results: JobResult[] = []
  const built: typeof import('../src/batch.ts') = await import(join(inject('builtProgram'), 'batch.js'))
  const runBatch = options.jobs > 1 ? built.alignBatch : alignBatch
  for await (const result of runBatch(listOf(count), options, quiet, sharedStock)) results.push(result)
  return results
}
const filesIn = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(join(place, folder)).map((name) => [name, readFileSync(join(place, folder, name), 'utf8')]),
  )

/** F1 of the beads with two sides. */
function scoreOf(folder: string): number {
  let [right, found, all] = [0, 0, 0]
  texts.forEach(({ pairs }, i) => {
    const beads = readLadder(readFileSync(join(place, folder, `t${i}.ladder`), 'utf8'))
    const keys = new Set(
      beads
        .filter((bead) => bead.source.length > 0 && bead.target.length > 0)
        .map((bead) => `${bead.source}:${bead.target}`),
    )
    right += pairs.filter(([source, target]) => keys.has(`${source}:${target}`)).length
    found += keys.size
    all += pairs.length
  })
  return (2 * right) / (found + all)
}

describe('learning over a batch', () => {
  const learntFile = () => join(place, 'words.tsv')
  let results: readonly JobResult[] = []
  beforeAll(async () => {
    await run(optionsFor('alone', { learn: false }))
    results = await run(optionsFor('together', { learntFile: learntFile() }))
  })

  test('many short texts teach what none of them can', () => {
    expect(scoreOf('alone')).toBeLessThan(0.92)
    expect(scoreOf('together')).toBeGreaterThan(0.95)
  })
  test('results come in the order of the list, and their signatures name what was learnt', () => {
    expect(results.map((result) => result.pair.name)).toEqual(texts.map((_, i) => `t${i}`))
    const learnt = new Set(
      results.map((result) => /\|learnt:([0-9a-f]{16})\|/.exec(result.summary?.signature ?? '')?.[1]),
    )
    expect(learnt.size).toBe(1)
    expect([...learnt]).not.toContain(undefined)
    expect(readFileSync(join(place, 'alone', 't0.json'), 'utf8')).not.toContain('learnt:')
  })
  test('two threads give the same bytes', async () => {
    await run(optionsFor('threads', { jobs: 2, learntFile: join(place, 'threads.tsv') }))
    expect(filesIn('threads')).toEqual(filesIn('together'))
    expect(readFileSync(join(place, 'threads.tsv'), 'utf8')).toBe(readFileSync(learntFile(), 'utf8'))
  })
  test('what was kept gives the same bytes in one sweep', async () => {
    const learnt = await readLearnt(learntFile(), quiet)
    await run(optionsFor('loaded', { learn: false, align: { ...align, learnt } }))
    expect(filesIn('loaded')).toEqual(filesIn('together'))
  })
  test('too little is not learnt from: the first result stands', async () => {
    await run(optionsFor('few'), 5)
    const few = filesIn('few')
    expect(few).toEqual(Object.fromEntries(Object.entries(filesIn('alone')).filter(([name]) => name in few)))
  })
})

describe('a run that goes on where an earlier one stopped', () => {
  const long = new Date(1e12)
  const path = (name: string): string => join(place, 'resumed', name)
  test('keeps what would come out the same, and makes the rest', async () => {
    const learnt = await readLearnt(join(place, 'words.tsv'), quiet)
    const options = optionsFor('resumed', { learn: false, align: { ...align, learnt } })
    await run(options, 3)
    rmSync(path('t1.json'))
    rmSync(path('t2.ladder'))
    for (const name of ['t0.json', 't2.json']) utimesSync(path(name), long, long)
    const again = await run({ ...options, resume: true }, 5)
    expect(again.map((result) => result.isKept)).toEqual([true, undefined, true, undefined, undefined])
    expect(statSync(path('t2.json')).mtime).toEqual(long)
    const all = filesIn('together')
    expect(filesIn('resumed')).toEqual(
      Object.fromEntries(Object.keys(filesIn('resumed')).map((name) => [name, all[name]])),
    )
  })
  test('aligns again what was made otherwise', async () => {
    const options = optionsFor('resumed', { learn: false, resume: true })
    expect((await run(options, 2)).map((result) => result.isKept)).toEqual([undefined, undefined])
    expect((await run(options, 2)).map((result) => result.isKept)).toEqual([true, true])
    const auto = { ...options, align: { ...align, mode: 'auto' as const } }
    expect((await run(auto, 1))[0]?.isKept).toBeUndefined()
    writeFileSync(path('t1.json'), '{"format":"zinpaar-alignment"')
    expect((await run(options, 2)).map((result) => result.isKept)).toEqual([undefined, undefined])
  })
  test('keeps what the same models helped with, without asking them again', async () => {
    const server = await startServer((asked, response) =>
      sendVectors(
        response,
        asked.map((text) => [1, text.length, text.charCodeAt(0)]),
      ),
    )
    try {
      const by = (model: string, resume: boolean) =>
        optionsFor('models', {
          learn: false,
          resume,
          align: { ...align, embedding: { address: server.address, model } },
        })
      await run(by('made', false), 2)
      const asked = server.requests.length
      expect((await run(by('made', true), 2)).map((result) => result.isKept)).toEqual([true, true])
      expect(server.requests.length).toBe(asked)
      expect((await run(by('other', true), 2)).map((result) => result.isKept)).toEqual([undefined, undefined])
    } finally {
      await server.close()
    }
  })
  test('keeps what the same machine translation helped with', async () => {
    const translationFile = join(place, 'translated.txt')
    const options = optionsFor('translated', { learn: false, resume: true, align: { ...align, translationFile } })
    const lines = texts[0]?.source ?? []
    writeFileSync(translationFile, `${lines.join('\n')}\n`)
    expect((await run(options, 1))[0]?.isKept).toBeUndefined()
    expect((await run(options, 1))[0]?.isKept).toBe(true)
    writeFileSync(translationFile, `${[...lines].reverse().join('\n')}\n`)
    expect((await run(options, 1))[0]?.isKept).toBeUndefined()
  })
  test('with learning, keeps what the whole batch teaches again', async () => {
    const options = optionsFor('again')
    cpSync(join(place, 'together'), join(place, 'again'), { recursive: true })
    rmSync(join(place, 'again', 't7.json'))
    const again = await run({ ...options, resume: true })
    expect(again.filter((result) => result.isKept !== true).map((result) => result.pair.name)).toEqual(['t7'])
    expect(filesIn('again')['t7.json']).toBe(filesIn('together')['t7.json'])
  })
})
