import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { alignBatch, type BatchOptions } from '../src/batch.ts'
import type { JobResult } from '../src/job.ts'
import { defaultOutputOptions } from '../src/outputs.ts'
import { parsePairList } from '../src/pair-list.ts'
import { sharedStock } from './shared-stock.ts'

const texts: Readonly<Record<string, string>> = {
  'a.nl.txt': 'Op 3 maart 2024 opende de burgemeester de brug.\nDe bouw kostte 48 miljoen euro.\n',
  'a.zh.txt': '2024年3月3日，市长为大桥剪彩。\n工程耗资4800万欧元。\n',
  'b.nl.txt': 'In 2019 voer een schip tegen de oude brug.\nDe schade bedroeg 3 miljoen euro.\n',
  'b.zh.txt': '2019年，一艘船撞上旧桥。\n损失为300万欧元。\n',
}
let place = ''
beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'zinpaar-batch-'))
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(place, name), text)
})
afterAll(() => rmSync(place, { recursive: true }))

const list = 'a.nl.txt\ta.zh.txt\tfirst\nb.nl.txt\tmissing.txt\tbad\nb.nl.txt\tb.zh.txt\tsecond\n'
const pairs = (text: string) => parsePairList(text, join(place, 'pairs.tsv'))
const optionsFor = (folder: string, jobs: number): BatchOptions => ({
  align: { sourceLanguage: 'nl', targetLanguage: 'zh' },
  output: defaultOutputOptions,
  outputFolder: join(place, folder),
  extensions: ['tmx', '.json', 'spans.json'],
  learn: true,
  resume: false,
  shownPairs: 1,
  jobs,
})
/** In threads the program runs as it is built. */
async function run(text: string, options: BatchOptions): Promise<readonly JobResult[]> {
  const results: JobResult[] = []
  const built: typeof import('../src/batch.ts') = await import(join(inject('builtProgram'), 'batch.js'))
  const runBatch = options.jobs > 1 ? built.alignBatch : alignBatch
  for await (const result of runBatch(pairs(text), options, { report: () => undefined }, sharedStock))
    results.push(result)
  return results
}
const filesIn = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(join(place, folder))
      .sort()
      .map((name) => [name, readFileSync(join(place, folder, name), 'utf8')]),
  )

describe('a batch', () => {
  test('one thread or several: the same results in the same order, the same bytes, and nothing else', async () => {
    const alone = await run(list, optionsFor('alone', 1))
    const together = await run(list, optionsFor('together', 2))
    const comparable = (results: readonly JobResult[]) =>
      results.map(({ outputs, failure, ...rest }) => ({
        ...rest,
        failure: failure?.message,
        outputs: outputs.map((path) => basename(path)),
      }))
    expect(comparable(together)).toEqual(comparable(alone))
    expect(filesIn('together')).toEqual(filesIn('alone'))
    expect(Object.keys(filesIn('alone'))).toEqual([
      'first.json',
      'first.spans.json',
      'first.tmx',
      'second.json',
      'second.spans.json',
      'second.tmx',
    ])
    expect(alone.map((result) => [result.pair.name, result.failure?.code])).toEqual([
      ['first', undefined],
      ['bad', 'READ_NOT_FOUND'],
      ['second', undefined],
    ])
    expect(alone[0]?.summary?.pairs).toHaveLength(1)
  })
  test('exports name the texts as the list does, wherever the list lies', async () => {
    expect(filesIn('alone')['first.tmx']).not.toContain(place)
    expect(filesIn('alone')['first.tmx']).toContain('a.nl.txt')
  })
  test.each([
    ['an unknown format', list, { extensions: ['docx'] }, 'FORMAT_UNKNOWN'],
    ['a format that cannot be written', list, { extensions: ['txt'] }, 'FORMAT_CANNOT_WRITE'],
    [
      'two outputs of one name',
      'a.nl.txt\ta.zh.txt\tx\na.nl.txt\ta.zh.txt\tx.21\n',
      { extensions: ['xlf', '21.xlf'] },
      'BATCH_BAD_LIST',
    ],
  ])('%s is refused before anything is made', async (_, text, more, code) => {
    await expect(run(text, { ...optionsFor('refused', 1), ...more })).rejects.toMatchObject({ code })
    expect(readdirSync(place)).not.toContain('refused')
  })
  test('a text of the list is never written over', async () => {
    writeFileSync(join(place, 'x.tmx'), 'x')
    const own = { ...optionsFor('.', 1), extensions: ['tmx'] }
    await expect(run('x.tmx\ta.zh.txt\tx\n', own)).rejects.toMatchObject({ code: 'BATCH_BAD_LIST' })
  })
  test('a folder that cannot be made is said before any work', async () => {
    await expect(run(list, optionsFor('a.nl.txt/out', 1))).rejects.toMatchObject({ code: 'WRITE_FAILED' })
  })
})
