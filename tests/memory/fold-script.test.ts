import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createVariantFolder } from '../../src/languages/_shared/variants.ts'
import type { Memory } from '../../src/memory/memory.ts'
import { baseSimilarity } from '../../src/memory/text/distance.ts'
import { createFieldNames, foldText } from '../../src/memory/text/fold.ts'
import { tokensOf } from '../../src/memory/text/tokens.ts'
import type { Match } from '../../src/memory/types.ts'
import { plainTextOf } from '../../src/memory/variants.ts'
import { openMemory } from '../../src/open-memory.ts'
import { madeUnit } from '../made-unit.ts'
import { randomFrom } from '../random.ts'
import { remembered } from '../remembered.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zinpaar-fold-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const fold = createVariantFolder()
const fieldOf = createFieldNames()
const tokensIn = remembered(tokensOf)
const foldedTokensIn = remembered((text) => tokensOf(text).map(fold))
const act = { kind: 'import', label: 'made', by: 'tests', at: '2026-01-31T10:00:00Z' } as const

type Text = readonly [tag: string, text: string]

/** A memory of these texts with a Dutch translation each; the last of them wait outside the index when there are many. */
async function memoryOf(name: string, texts: readonly Text[], parts: readonly number[]): Promise<Memory> {
  const memory = await openMemory(join(folder, `${name}.zmem`), { mode: 'create' })
  const units = texts.map(([language, text], i) => ({
    unit: madeUnit('', '', {
      sourceLanguage: language,
      variants: [
        { language, content: [{ kind: 'text', text }] },
        { language: 'nl', content: [{ kind: 'text', text: `zin ${i}` }] },
      ],
    }),
    context: {},
  }))
  let start = 0
  for (const size of [...parts, units.length]) {
    await memory.add('main', act, units.slice(start, start + size))
    start += size
  }
  return memory
}

const sourceOf = ({ source }: Match): string => `${source.language} ${plainTextOf(source)}`

/** Source and base of every unit at or above the threshold, by looking at each. */
function expectedMatches(texts: readonly Text[], [asked, query]: Text, min: number): readonly string[] {
  return texts
    .flatMap(([tag, text], i) => {
      const isOwn = fieldOf(tag) === fieldOf(asked)
      const tokens = isOwn ? tokensIn : foldedTokensIn
      const base = baseSimilarity(tokens(query), tokens(text))
      return base < min - 1e-9 ? [] : [`${tag} ${text} = ${base.toFixed(6)} zin ${i}`]
    })
    .sort()
}

async function foundMatches(memory: Memory, [language, text]: Text, min: number): Promise<readonly string[]> {
  const matches = await memory.search({ text, sourceLanguage: language, targetLanguage: 'nl', min, foldScript: true })
  return matches.map((match) => `${sourceOf(match)} = ${match.base.toFixed(6)} ${plainTextOf(match.target)}`).sort()
}

/** Characters in both forms, some the same in both, and words of other scripts. */
const simplified = [...'经济领海条约签国会议发东']
const traditional = [...'經濟領海條約簽國會議發東']
const others = ['部', '长', '１', '12', 'VN', ' Den Haag ', '，', '経']

function madeTexts(count: number, seed: number): readonly Text[] {
  const random = randomFrom(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  return Array.from({ length: count }, (_, i) => {
    const tag = pick(['zh', 'zh-Hans', 'zh-CN', 'zh-Hant', 'zh-TW', 'zh-HK', 'ja'])
    const isTraditional = fieldOf(tag) === 'zh-Hant'
    const own = isTraditional ? traditional : simplified
    const length = 1 + Math.floor(random() * 9)
    const text = Array.from({ length }, () => {
      const chance = random()
      // Some texts are written in both ways.
      if (chance < 0.1) return pick(isTraditional ? simplified : traditional)
      return chance < 0.25 ? pick(others) : pick(own)
    }).join('')
    return [tag, `${text}${i}`] as const
  })
}

describe('search in both scripts', () => {
  test.each([
    ['outside of the index', 250, [100]],
    ['in two segments and outside', 1300, [560, 560]],
  ] as const)('finds what comparing folded words with every unit finds: %s', async (name, count, parts) => {
    const texts = madeTexts(count, count).filter(([tag]) => tag !== 'ja')
    const memory = await memoryOf(`all ${name}`, texts, parts)
    const random = randomFrom(5)
    let others = 0
    for (let i = 0; i < 12; i++) {
      const [, text] = texts[Math.floor(random() * texts.length)] ?? ['zh', '']
      // Without the number at its end, and with a character more.
      const query: Text = [i % 2 === 0 ? 'zh' : 'zh-Hant', `${text.replace(/\d+$/u, '')}${i % 3 === 0 ? '海' : ''}`]
      if (tokensOf(query[1]).length === 0) continue
      for (const min of [0.4, 0.7, 1]) {
        const expected = expectedMatches(texts, query, min)
        expect(await foundMatches(memory, query, min)).toEqual(expected)
        others += expected.filter((line) => fieldOf(line.split(' ')[0] ?? '') !== fieldOf(query[0])).length
      }
    }
    expect(others).toBeGreaterThan(20)
    await memory.close()
  })

  test('and for any texts', async () => {
    const characters = fc.constantFrom(...simplified, ...traditional, '部', 'a', '1', ' ', '。')
    const text = fc.string({ unit: characters, minLength: 1, maxLength: 8 })
    const tag = fc.constantFrom('zh', 'zh-TW')
    let run = 0
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.tuple(tag, text), {
          minLength: 1,
          maxLength: 30,
          selector: (one) => foldText(one.join(' ')),
        }),
        fc.tuple(tag, text),
        fc.constantFrom(0.3, 0.5, 0.75, 1),
        async (texts, query, min) => {
          fc.pre(tokensOf(query[1]).length > 0)
          const memory = await memoryOf(`any ${run++}`, texts, [Math.floor(texts.length / 2)])
          await memory.rebuild()
          expect(await foundMatches(memory, query, min)).toEqual(expectedMatches(texts, query, min))
          await memory.close()
        },
      ),
      { numRuns: 15 },
    )
  })

  const few: readonly Text[] = [
    ['zh', '领海的经济'],
    ['zh-Hant', '領海的經濟'],
    ['zh-TW', '領海的經濟。'],
    ['zh-TW', '領海的法律'],
    ['ja', '領海的経済'],
  ]

  test('marks what it finds there, and finds nothing there unless asked', async () => {
    const memory = await memoryOf('marks', few, [2])
    const query = { text: '领海的经济', sourceLanguage: 'zh', targetLanguage: 'nl', min: 0.6 }
    expect((await memory.search(query)).map(sourceOf)).toEqual(['zh 领海的经济'])
    const matches = await memory.search({ ...query, foldScript: true })
    expect(matches.map((match) => [sourceOf(match), match.kind, match.base, match.score])).toEqual([
      ['zh 领海的经济', 'exact', 1, 100],
      ['zh-Hant 領海的經濟', 'fuzzy', 1, 90],
      ['zh-TW 領海的經濟。', 'fuzzy', 1, expect.closeTo(89, 0)],
      ['zh-TW 領海的法律', 'fuzzy', 0.6, expect.any(Number)],
    ])
    expect(matches.map(({ penalties }) => penalties.some(({ kind }) => kind === 'script'))).toEqual([
      false,
      true,
      true,
      true,
    ])
    expect(matches[1]?.differences).toEqual([])
    expect(matches[2]?.differences.map(({ kind }) => kind)).toEqual(['punctuation'])
    const [difference, ...more] = matches[3]?.differences ?? []
    expect([difference?.kind, difference?.match, more]).toEqual(['word', { start: 3, end: 5 }, []])
    await memory.close()
  })

  test('exact look-up gives what is the same across scripts, and says that it is not the same text', async () => {
    for (const [name, parts] of [
      ['pending', [2]],
      ['indexed', [5]],
    ] as const) {
      const memory = await memoryOf(`exact ${name}`, few, parts)
      if (name === 'indexed') await memory.rebuild()
      const query = { text: '領海的經濟', sourceLanguage: 'zh-HK', targetLanguage: 'nl' }
      expect((await memory.exact(query)).map(sourceOf)).toEqual(['zh-Hant 領海的經濟'])
      const matches = await memory.exact({ ...query, foldScript: true })
      expect(matches.map((match) => [sourceOf(match), match.kind])).toEqual([
        ['zh-Hant 領海的經濟', 'exact'],
        ['zh 领海的经济', 'fuzzy'],
      ])
      await memory.close()
    }
  })

  test('numbers are put right in what is found there', async () => {
    const memory = await openMemory(join(folder, 'numbers.zmem'), { mode: 'create' })
    await memory.add('main', act, [
      {
        unit: madeUnit('', '', {
          sourceLanguage: 'zh-Hant',
          variants: [
            { language: 'zh-Hant', content: [{ kind: 'text', text: '經濟條約第12條' }] },
            { language: 'nl', content: [{ kind: 'text', text: 'artikel 12 van het economisch verdrag' }] },
          ],
        }),
        context: {},
      },
    ])
    const [match] = await memory.search({
      text: '经济条约第15条',
      sourceLanguage: 'zh',
      targetLanguage: 'nl',
      min: 0.7,
      foldScript: true,
    })
    expect(match?.suggestion).toEqual([{ kind: 'text', text: 'artikel 15 van het economisch verdrag' }])
    expect(match?.differences.map(({ kind }) => kind)).toEqual(['number'])
    await memory.close()
  })

  test('targets in the other script come only when asked for', async () => {
    const memory = await openMemory(join(folder, 'targets.zmem'), { mode: 'create' })
    await memory.add('main', act, [
      {
        unit: madeUnit('', '', {
          variants: [
            { language: 'nl', content: [{ kind: 'text', text: 'de zee' }] },
            { language: 'zh-Hant', content: [{ kind: 'text', text: '領海' }] },
          ],
        }),
        context: {},
      },
    ])
    const query = { text: 'de zee', sourceLanguage: 'nl', targetLanguage: 'zh', min: 0.7 }
    expect(await memory.search(query)).toEqual([])
    const [match] = await memory.search({ ...query, foldScript: true })
    expect(match?.penalties.map(({ kind }) => kind)).toEqual(['script'])
    await memory.close()
  })
})

describe('concordance in both scripts', () => {
  /** Units with the text, by folding every text. */
  const expectedUnits = (texts: readonly Text[], [asked, wanted]: Text): readonly string[] => {
    const folded = (text: string): string => Array.from(foldText(text).toLowerCase(), fold).join('')
    return texts
      .filter(([tag, text]) =>
        fieldOf(tag) === fieldOf(asked)
          ? foldText(text).toLowerCase().includes(foldText(wanted).toLowerCase())
          : folded(text).includes(folded(wanted)),
      )
      .map((text) => text.join(' '))
      .sort()
  }

  test('finds what looking through every folded text finds', async () => {
    const texts = madeTexts(1200, 77).filter(([tag]) => tag !== 'ja')
    const memory = await memoryOf('concordance', texts, [560])
    let others = 0
    for (const wanted of ['领海', '領', '经济', '條約', '国会议', '會議', '部长', 'vn', '海12', '，领', '経']) {
      for (const language of ['zh', 'zh-Hant']) {
        const page = await memory.concordance({ text: wanted, kind: 'text', language, foldScript: true, limit: 5000 })
        const expected = expectedUnits(texts, [language, wanted])
        expect(page.hits.map(({ variant }) => `${variant.language} ${plainTextOf(variant)}`).sort()).toEqual(expected)
        for (const { variant, spans, isOtherScript } of page.hits) {
          expect(isOtherScript).toBe(fieldOf(variant.language) !== fieldOf(language))
          if (isOtherScript) others++
          for (const { start, end } of spans)
            expect(Array.from(foldText(plainTextOf(variant).slice(start, end)).toLowerCase(), fold).join('')).toBe(
              Array.from(foldText(wanted), fold).join(''),
            )
        }
      }
    }
    expect(others).toBeGreaterThan(100)
    await memory.close()
  })

  test('and nothing in the other script unless asked', async () => {
    const memory = await memoryOf(
      'concordance plain',
      [
        ['zh-Hant', '領海'],
        ['zh', '领海'],
      ],
      [],
    )
    const query = { text: '领海', kind: 'text', language: 'zh' } as const
    expect((await memory.concordance(query)).hits.map(({ variant }) => variant.language)).toEqual(['zh'])
    const both = await memory.concordance({ ...query, foldScript: true })
    expect(both.hits.map(({ variant, isOtherScript }) => [variant.language, isOtherScript])).toEqual(
      expect.arrayContaining([
        ['zh', false],
        ['zh-Hant', true],
      ]),
    )
    await memory.close()
  })
})
