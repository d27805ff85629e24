import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Memory } from '../../src/memory/memory.ts'
import { openMemory } from '../../src/open-memory.ts'
import { madeUnit } from '../made-unit.ts'

/** Asked for, in the unit, without and with `foldScript`. */
const pairs = [
  ['nl', 'nl', 'exact 100', 'exact 100'],
  ['nl-NL', 'nl', 'exact 100', 'exact 100'],
  ['nl', 'nl-BE', 'exact 99 variant', 'exact 99 variant'],
  ['nl-BE', 'nl', 'exact 99 variant', 'exact 99 variant'],
  ['nl-NL', 'nl-BE', 'exact 95 variant', 'exact 95 variant'],
  ['nl', 'de', 'none', 'none'],
  ['nl', 'und', 'none', 'none'],
  ['zh-CN', 'zh', 'exact 100', 'exact 100'],
  ['zh-CN', 'zh-SG', 'exact 95 variant', 'exact 95 variant'],
  ['zh', 'zh-Hans', 'exact 100', 'exact 100'],
  ['zh-Hant', 'zh-TW', 'exact 100', 'exact 100'],
  ['zh-HK', 'zh-Hant', 'exact 99 variant', 'exact 99 variant'],
  ['zh-TW', 'zh-HK', 'exact 95 variant', 'exact 95 variant'],
  ['zh', 'zh-Hant', 'none', 'exact 90 script'],
  ['zh-TW', 'zh-CN', 'none', 'exact 90 script'],
  ['zh-Hant', 'zh', 'none', 'exact 90 script'],
  ['sr', 'sr-Cyrl', 'exact 100', 'exact 100'],
  ['sr-Latn', 'sr-Cyrl', 'none', 'exact 90 script'],
  ['sr', 'sr-Latn', 'none', 'exact 90 script'],
  ['und', 'und', 'exact 100', 'exact 100'],
  ['und', 'nl-BE', 'exact 100', 'exact 100'],
  ['und', 'zh-Hant', 'exact 100', 'exact 100'],
] as const

const act = { kind: 'import', label: 'made', by: 'tests', at: '2026-01-31T10:00:00Z' } as const

let folder = ''
let memories: readonly Memory[] = []
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zinpaar-variants-'))
  const own = [...new Set(pairs.map((row) => row[1]))]
  // With its units outside of the index, and in it.
  const [waiting, indexed] = [await memoryOf('waiting', own), await memoryOf('indexed', own)]
  await indexed.rebuild()
  memories = [waiting, indexed]
})
afterAll(async () => {
  for (const memory of memories) await memory.close()
  rmSync(folder, { recursive: true })
})

/** For each language a unit from it into one that nobody else has, and one the other way round. */
async function memoryOf(name: string, languages: readonly string[]): Promise<Memory> {
  const memory = await openMemory(join(folder, `${name}.zmem`), { mode: 'create' })
  const sides = languages.flatMap((language) => [
    [language, 'ga'],
    ['ga', language],
  ])
  await memory.add(
    'main',
    act,
    sides.map((tags) => ({
      unit: madeUnit('', '', {
        sourceLanguage: tags[0] ?? '',
        variants: tags.map((language, i) => ({ language, content: [{ kind: 'text', text: textOf(tags, i) }] })),
      }),
      context: {},
    })),
  )
  return memory
}

const textOf = (tags: readonly string[], side: number): string => `${tags.join('').replaceAll('-', '')}${side}`

/** Kind, score and kinds of penalty of the match of a unit with its very text; `none` when there is none. */
async function found(asked: readonly [string, string], tags: readonly [string, string], foldScript = false) {
  const query = { text: textOf(tags, 0), sourceLanguage: asked[0], targetLanguage: asked[1], foldScript }
  const said = new Set<string>()
  for (const memory of memories)
    for (const matches of [await memory.search({ ...query, min: 1 }), await memory.exact(query)])
      said.add(
        matches
          .map(({ kind, score, penalties }) => [kind, score, ...penalties.map((one) => one.kind)].join(' '))
          .join('; ') || 'none',
      )
  return [...said].join(' or ')
}

describe('languages of a query and of a unit', () => {
  test.each(pairs)('source asked in %s, unit in %s: %s; across scripts: %s', async (asked, own, plain, folded) => {
    expect(await found([asked, 'ga'], [own, 'ga'])).toBe(plain)
    expect(await found([asked, 'ga'], [own, 'ga'], true)).toBe(folded)
  })

  test.each(pairs)('target asked in %s, unit in %s: %s; across scripts: %s', async (asked, own, plain, folded) => {
    expect(await found(['ga', asked], ['ga', own])).toBe(plain)
    expect(await found(['ga', asked], ['ga', own], true)).toBe(folded)
  })
})
