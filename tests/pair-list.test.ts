import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parsePairList } from '../src/pair-list.ts'

const list = join('lists', 'pairs.tsv')
const names = (text: string): readonly string[] => parsePairList(text, list).map((pair) => pair.name)

describe('lists of pairs', () => {
  test('paths start at the folder of the list, and keep their own form for exports', () => {
    expect(parsePairList('a.txt\t../b.txt\tfirst\n/x/c.txt\td.txt\tsecond\n', list)).toEqual([
      {
        source: 'a.txt',
        target: '../b.txt',
        name: 'first',
        line: 1,
        sourcePath: join('lists', 'a.txt'),
        targetPath: 'b.txt',
      },
      {
        source: '/x/c.txt',
        target: 'd.txt',
        name: 'second',
        line: 2,
        sourcePath: '/x/c.txt',
        targetPath: join('lists', 'd.txt'),
      },
    ])
  })
  test('comments are passed over, as a line or as a fourth cell', () => {
    expect(names('# of two folders\na\tb\tfirst\t# 0.62: the same date\n#c\td\tsecond\n')).toEqual(['first', 'second'])
    expect(() => names('a\tb\tfirst\tmore\n')).toThrow(/4 columns/)
  })
  test('a byte order mark, blank lines and any line ends are passed over', () => {
    expect(names('\ufeffa\tb\tc\r\n\r\n  \t \r\nd\te\tf\rg\th\ti')).toEqual(['c', 'f', 'i'])
  })
  test('names may be in any script and hold spaces and dots', () => {
    expect(names('a\tb\t第 1.2 章\n')).toEqual(['第 1.2 章'])
  })
  test.each([
    ['too few columns', 'a\tb\tc\na\tb\n', 'pairs.tsv, line 2: there are 2 columns'],
    ['one column', 'a b c', 'line 1: there is one column'],
    ['too many columns', 'a\tb\tc\td', 'line 1: there are 4 columns'],
    ['an empty cell', 'a\t\tc', 'line 1: the target is empty'],
    ['a name that leaves the folder', 'a\tb\t../c', 'the name ../c has a folder in it'],
    ['a name that is absolute', 'a\tb\t/c', 'the name /c has a folder in it'],
    ['a name with a backslash', 'a\tb\tc\\d', 'has a folder in it'],
    ['a name that is a folder', 'a\tb\t..', 'has a folder in it'],
    ['a name with a zero byte', 'a\tb\tc\0d', 'has a control character'],
    ['a name that comes twice', 'a\tb\tc\n\nd\te\tc\n', 'line 3: the name c stands on line 1 already'],
    ['a name that comes twice in two spellings', 'a\tb\t\u00e9\nd\te\te\u0301\n', 'line 2'],
    ['nothing', '\n\n', 'it names no pairs'],
  ])('%s is refused with its line', (_, text, words) => {
    expect(() => parsePairList(text, list)).toThrow(words)
    expect(() => parsePairList(text, list)).toThrow(expect.objectContaining({ code: 'BATCH_BAD_LIST' }))
  })
  test('whatever is accepted names files of one folder, all different', () => {
    const cell = fc.stringMatching(/^[a-c./\\ é]{0,4}$/)
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 4 }), (rows) => {
        let pairs: readonly string[] = []
        try {
          pairs = names(rows.map((row) => row.join('\t')).join('\n'))
        } catch (error) {
          expect(error).toMatchObject({ code: 'BATCH_BAD_LIST' })
        }
        expect(new Set(pairs).size).toBe(pairs.length)
        for (const name of pairs) expect(join('out', `${name}.x`)).toBe(`${join('out', 'y').slice(0, -1)}${name}.x`)
      }),
    )
  })
})
