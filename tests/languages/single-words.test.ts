import { describe, expect, test } from 'vitest'
import { languages } from '../../src/languages/index.ts'
import { loadFold, loadNames, loadNumberWords } from '../../src/languages/single-words.ts'

const own = languages.filter(({ tag }) => tag !== 'und')

describe('what is known of single words without a pack', () => {
  test.each(own)('the fold of $tag is that of its pack', async (row) => {
    const [fold, pack] = [await loadFold(row.tag), await row.load()]
    expect(fold === undefined).toBe(pack.fold === undefined)
    for (const norm of ['經', '経', '经', '領', 'Đ', 'zee', '12']) expect(fold?.(norm)).toBe(pack.fold?.(norm))
  })

  test.each(own)('$tag has number words and names, as far as its writing has any', async ({ tag }) => {
    expect(await loadNames(tag)).toBeDefined()
    expect((await loadNumberWords(tag))?.('x')).toBeUndefined()
  })

  test('nothing is known of other languages', async () => {
    for (const tag of ['und', 'fy', 'x-own', ''])
      expect([await loadFold(tag), await loadNumberWords(tag), await loadNames(tag)]).toEqual([
        undefined,
        undefined,
        undefined,
      ])
  })
})

describe('number words', () => {
  test.each([
    ['nl', { drie: 3, vijfentwintig: 25, derde: 3, maart: 3, driehonderd: 300, een: undefined, schip: undefined }],
    ['nl-BE', { twaalf: 12 }],
    ['en', { three: 3, second: 2, january: 1, may: undefined, one: undefined, ship: undefined }],
    ['fr', { trois: 3, janvier: 1, mars: undefined, un: undefined }],
    ['de', { drei: 3, oktober: 10 }],
    ['es', { tres: 3, enero: 1 }],
  ] as const)('of %s', async (tag, words) => {
    const numberOf = await loadNumberWords(tag)
    expect(Object.fromEntries(Object.keys(words).map((word) => [word, numberOf?.(word)]))).toEqual(words)
  })

  test('are none in Chinese, whose numerals are characters', async () => {
    expect(await loadNumberWords('zh')).toBeUndefined()
  })
})

describe('names', () => {
  test.each([
    ['zh', ['北京', '越南', '海牙'], ['人民币', '大使', '经济', '的']],
    ['zh-Hant', ['北京', '越南', '荷蘭'], ['經濟']],
    ['nl', ['Vietnam', 'Rotterdam'], ['vietnam', 'Schip', 'euro', 'minister']],
    ['en', ['Vietnam'], ['Ship']],
  ] as const)('of %s', async (tag, names, words) => {
    const isName = await loadNames(tag)
    expect(names.filter((name) => isName?.(name) !== true)).toEqual([])
    expect(words.filter((word) => isName?.(word) !== undefined)).toEqual([])
  })
})
