import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { evaluateFiles } from '../src/evaluation.ts'
import { defaultSelection } from '../src/units.ts'

/** The committed exports; another test holds them equal to what the aligner writes now. */
const evaluate = (gold: string, output: string) =>
  evaluateFiles(join('corpus/gold', gold), join('exports', output), defaultSelection, { report: () => undefined })

describe('quality on texts of our own', () => {
  test.each(['nl-zh', 'nl-en', 'zh-en'])('the treaty, %s: strict F1 of at least 0.90', async (pair) => {
    const { beads } = await evaluate(`treaty.${pair}.json`, `${pair}-treaty.json`)
    expect(beads?.strict.f1).toBeGreaterThanOrEqual(0.9)
  })

  test('the two articles: nine in ten exported pairs are right', async () => {
    const { spans } = await evaluate('news.nl-zh.json', 'nl-zh-news.json')
    expect(spans?.unit.precision).toBeGreaterThanOrEqual(0.9)
    expect(spans?.pairs).toBeGreaterThanOrEqual(6)
  })
})
