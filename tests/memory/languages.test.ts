import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { LanguageKnowledge } from '../../src/memory/languages.ts'
import type { Memory } from '../../src/memory/memory.ts'
import { openMemory } from '../../src/open-memory.ts'
import { madeUnit } from '../made-unit.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zinpaar-languages-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const act = { kind: 'import', label: 'made', by: 'tests', at: '2026-01-31T10:00:00Z' } as const

async function memoryOf(
  name: string,
  pairs: readonly (readonly [nl: string, zh: string])[],
  languages?: LanguageKnowledge,
): Promise<Memory> {
  const memory = await openMemory(join(folder, `${name}.zmem`), { mode: 'create', ...(languages && { languages }) })
  await memory.add(
    'main',
    act,
    pairs.map(([nl, zh]) => ({ unit: madeUnit(nl, zh), context: {} })),
  )
  return memory
}

const fromDutch = { sourceLanguage: 'nl', targetLanguage: 'zh', min: 0.6 }
const fromChinese = { sourceLanguage: 'zh', targetLanguage: 'nl', min: 0.6 }

describe('words that are numbers', () => {
  test('keep a number from being put right where they may be meant', async () => {
    const memory = await memoryOf('three', [['drie schepen met 3 masten', '三艘船有3根桅杆']])
    const matches = await memory.search({ ...fromDutch, text: 'drie schepen met 4 masten' })
    expect(matches.map(({ base, suggestion }) => [base, suggestion])).toEqual([[0.8, undefined]])
    await memory.close()
  })

  test('and let it be put right where another number is theirs', async () => {
    const pairs = [['maart telt 30 dagen', '3月有30天']] as const
    const memory = await memoryOf('march', pairs)
    const query = { ...fromDutch, text: 'maart telt 31 dagen' }
    expect((await memory.search(query))[0]?.suggestion).toEqual([{ kind: 'text', text: '3月有31天' }])
    const untold = await memoryOf('march untold', pairs, {})
    expect((await untold.search(query))[0]?.suggestion).toBeUndefined()
    await Promise.all([memory.close(), untold.close()])
  })
})

describe('names', () => {
  test('that no capital shows are told by the gazetteer', async () => {
    const memory = await memoryOf('places', [
      ['zij wonen in Nanking', '他们住在南京'],
      ['zij wonen in een kamer', '他们住在书房'],
    ])
    const matches = await memory.search({ ...fromChinese, text: '他们住在北京' })
    const kinds = matches.map(({ differences }) => differences.map(({ kind }) => kind))
    expect(kinds).toEqual([['name'], ['name']])
    expect(matches[0]?.penalties.map(({ kind }) => kind)).toEqual(['name'])
    await memory.close()
  })

  test('are those of the language and script that a text is in', async () => {
    const memory = await openMemory(join(folder, 'scripts.zmem'), { mode: 'create' })
    const variants = [
      { language: 'zh-TW', content: [{ kind: 'text', text: '他住在荷蘭' }] },
      { language: 'nl', content: [{ kind: 'text', text: 'hij woont in Nederland' }] },
    ] as const
    await memory.add('main', act, [{ unit: madeUnit('', '', { sourceLanguage: 'zh-TW', variants }), context: {} }])
    const [match] = await memory.search({ ...fromChinese, text: '他住在这里', foldScript: true })
    expect(match?.differences.map(({ kind }) => kind)).toEqual(['name'])
    await memory.close()
  })

  test('at the start of a sentence, too', async () => {
    const memory = await memoryOf('countries', [['Vietnam tekent het verdrag', '越南签署条约']])
    const [match] = await memory.search({ ...fromDutch, text: 'Wie tekent het verdrag' })
    expect(match?.differences.map(({ kind }) => kind)).toEqual(['name'])
    await memory.close()
  })
})

describe('what is known of languages', () => {
  test('is asked for once, and only when a match needs it', async () => {
    const asked: string[] = []
    const ask = (what: string) => async (language: string) => {
      asked.push(`${what} ${language}`)
      return undefined
    }
    const memory = await memoryOf(
      'asked',
      [
        ['de haven van 1982', '1982年的港口'],
        ['het schip ligt er', '船在那里'],
        ['De Rijn ligt er', '莱茵河在那里'],
      ],
      { fold: ask('fold'), numberWords: ask('numbers'), names: ask('names') },
    )
    const nothing = async (text: string) => memory.search({ ...fromDutch, text })
    await nothing('de haven van 1982')
    await nothing('niets wat er staat')
    await nothing('het schip lag er')
    expect(asked).toEqual([])
    await Promise.all([nothing('de haven van 1983'), nothing('de haven van 1985')])
    await nothing('de haven van 1984')
    expect(asked).toEqual(['numbers nl-Latn', 'numbers zh-Hans'])
    await nothing('De Maas ligt er')
    expect(asked.slice(2)).toEqual([])
    await memory.search({ ...fromChinese, text: '他在那里' })
    await memory.search({ ...fromChinese, text: '他在那里', foldScript: true })
    await memory.search({ ...fromChinese, text: '他在那里', sourceLanguage: 'zh-Hant', foldScript: true })
    expect(asked.slice(2)).toEqual(['names zh-Hans', 'fold zh', 'names zh-Hant'])
    await memory.close()
  })
})
