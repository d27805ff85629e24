import { describe, expect, test } from 'vitest'
import { unitIdOf } from '../../src/core/content.ts'
import type { Run } from '../../src/core/types.ts'
import { createCharacterFilter } from '../../src/formats/_text/characters.ts'
import { oneByOne } from '../../src/formats/_units/batches.ts'
import { matesOf, uniqueCodeIds } from '../../src/formats/_units/codes.ts'
import { tidyContent } from '../../src/formats/_units/content.ts'
import { createIdAllocator } from '../../src/formats/_units/ids.ts'
import { propertiesOf, recordOf } from '../../src/formats/_units/record.ts'
import { createSeenIds } from '../../src/formats/_units/seen.ts'
import { content2, createDataStore } from '../../src/formats/xliff21/content.ts'

const text = (content: string): Run => ({ kind: 'text', text: content })
const code = (id: string, role: 'open' | 'close' | 'single', data = ''): Run => ({ kind: 'code', id, role, data })

test('no two ids of a file are equal, whatever is asked for', () => {
  const allocate = createIdAllocator()
  const wanted = ['a', 'a-2', 'a', 'a', 'a-2', 'b', 'a-3']
  const given = wanted.map(allocate)
  expect(given.slice(0, 3)).toEqual(['a', 'a-2', 'a-3'])
  expect(new Set(given).size).toBe(wanted.length)
})

test('an id is known to have been seen', () => {
  const isSeen = createSeenIds()
  expect(['a', 'b', 'a', 'ab', 'ba', 'ab'].map(isSeen)).toEqual([false, false, true, false, false, true])
})

test('a hundred thousand ids are told apart', () => {
  const isSeen = createSeenIds()
  const ids = Array.from({ length: 100_000 }, (_, i) => `u${i * 7919}`)
  expect(ids.filter(isSeen)).toEqual([])
  expect(ids.every(isSeen)).toBe(true)
  expect(isSeen('')).toBe(false)
  expect(isSeen('')).toBe(true)
})

describe('batches handed out one by one', () => {
  async function* batches(log: string[]): AsyncGenerator<readonly number[]> {
    try {
      yield [1, 2]
      yield []
      yield [3]
      throw new Error('damage')
    } finally {
      log.push('closed')
    }
  }

  test('everything before a failure comes out, in order', async () => {
    const seen: number[] = []
    const read = async (): Promise<void> => {
      for await (const one of oneByOne(async () => batches([]))) seen.push(one)
    }
    await expect(read()).rejects.toThrow('damage')
    expect(seen).toEqual([1, 2, 3])
  })

  test('who stops early closes what was opened', async () => {
    const log: string[] = []
    for await (const one of oneByOne(async () => batches(log))) if (one === 1) break
    expect(log).toEqual(['closed'])
  })

  test('requests that do not wait for one another lose nothing', async () => {
    const iterator = oneByOne(async () => batches([]))[Symbol.asyncIterator]()
    const found = await Promise.allSettled(Array.from({ length: 5 }, () => iterator.next()))
    expect(found.map((one) => (one.status === 'fulfilled' ? one.value.value : 'damage'))).toEqual([
      1,
      2,
      3,
      'damage',
      undefined,
    ])
  })
})

test('halves of pairs find the nearest one that is still open', () => {
  const content = [
    code('1', 'open'),
    code('1', 'open'),
    code('1', 'close'),
    code('1', 'close'),
    code('1', 'close'),
    code('2', 'open'),
  ]
  expect(matesOf(content)).toEqual([3, 2, 1, 0, -1, -1])
  expect(uniqueCodeIds(content, matesOf(content), () => true)).toEqual(['1', '3', '3', '1', '4', '2'])
})

test('in XLIFF 2 only pairs that another one cuts through are taken apart', () => {
  const content = [
    code('z', 'open'),
    code('a', 'open'),
    code('b', 'open'),
    text('x'),
    code('a', 'close'),
    code('b', 'close'),
    code('z', 'close'),
  ]
  expect(content2(content, createDataStore())).toBe('<pc id="z"><sc id="a"/><pc id="b">x<ec startRef="a"/></pc></pc>')
})

test.each([
  [[text(' a'), text(' b ')], [text('a b')]],
  [[text('a '), text(' b')], [text('a b')]],
  [
    [code('1', 'single'), text(' a '), code('2', 'single', '{0}'), text(' ')],
    [code('1', 'single'), text('a '), code('2', 'single', '{0}')],
  ],
  [[text('\u3000a\u00a0b\u00a0')], [text('a\u00a0b')]],
  [[text('a\v\0 b')], [text('a b')]],
  [[text(' \n ')], []],
])('content is tidied: %j', (content, wanted) => {
  expect(tidyContent(content, createCharacterFilter(), 'u')).toEqual(wanted)
})

test('repeated properties keep their order and their names', () => {
  const pairs = [
    ['a', '1'],
    ['a', '2'],
    ['b#2', '3'],
    ['a', '4'],
  ] as const
  expect(recordOf(pairs)).toEqual({ a: '1', 'a#2': '2', 'b#2': '3', 'a#3': '4' })
  expect(propertiesOf(recordOf(pairs))).toEqual(pairs)
})

test('the id of a unit tells languages and contents apart', () => {
  const id = (language: string, content: string): string =>
    unitIdOf([
      { language: 'nl', content: [text('brug')] },
      { language, content: [text(content)] },
    ])
  expect(new Set([id('zh', '桥'), id('zh-Hant', '桥'), id('zh', '橋')]).size).toBe(3)
  expect(id('zh', '桥')).toBe(id('zh', '桥'))
})
