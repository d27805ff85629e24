import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { alignBatch } from '../src/batch.ts'
import { evaluateFiles } from '../src/evaluation.ts'
import { defaultOutputOptions } from '../src/outputs.ts'
import { parsePairList } from '../src/pair-list.ts'
import { defaultSelection } from '../src/units.ts'

const quiet = { report: () => undefined }
let folder = ''

/** What `npm start` does. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zinpaar-corpus-'))
  const pairs = parsePairList(readFileSync('corpus/pairs.tsv', 'utf8'), 'corpus/pairs.tsv')
  const options = {
    align: {},
    output: defaultOutputOptions,
    outputFolder: folder,
    extensions: ['.tmx', '.xlf', '.21.xlf', '.json', '.csv', '.spans.json'],
    learn: true,
    shownPairs: 0,
    jobs: 1,
  }
  for await (const result of alignBatch(pairs, options, quiet)) expect(result.failure).toBeUndefined()
})
afterAll(() => rmSync(folder, { recursive: true }))

test('the committed exports are what a fresh run gives, byte for byte', () => {
  const names = readdirSync('exports').sort()
  expect(
    readdirSync(folder)
      .filter((name) => !name.endsWith('.spans.json'))
      .sort(),
  ).toEqual(names)
  for (const name of names)
    expect(readFileSync(join(folder, name), 'utf8') === readFileSync(join('exports', name), 'utf8'), name).toBe(true)
})

const evaluate = (gold: string, output: string) =>
  evaluateFiles(join('corpus/gold', gold), join(folder, output), defaultSelection, quiet)

describe('quality on texts of our own', () => {
  test.each(['nl-zh', 'nl-en', 'zh-en'])('the treaty, %s: strict F1 of at least 0.90', async (pair) => {
    const { beads } = await evaluate(`treaty.${pair}.json`, `${pair}-treaty.json`)
    expect(beads?.strict.f1).toBeGreaterThanOrEqual(0.9)
  })

  test('the two articles: nine in ten exported pairs are right', async () => {
    const { spans } = await evaluate('news.nl-zh.json', 'nl-zh-news.spans.json')
    expect(spans?.unit.precision).toBeGreaterThanOrEqual(0.9)
    expect(spans?.pairs).toBeGreaterThanOrEqual(6)
  })
})
