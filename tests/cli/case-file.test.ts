import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blocksOf, type Case, caseOf, caseText, fits, fixtureOf, wordsOf } from './case-file.ts'

const block = (body: string, info = '') => ({ info, body, start: 0, end: body.length })

describe('case files', () => {
  test('blocks know their place', () => {
    const text = 'a\n```\n% x\n```\nb\n````file y\n```\n````\n'
    expect(blocksOf(text).map(({ info, start, end }) => [info, text.slice(start, end)])).toEqual([
      ['', '% x\n'],
      ['file y', '```\n'],
    ])
  })
  test('a case has input, output, errors and a code', () => {
    expect(caseOf(block('% zinpaar x\nin\n^D\nout\n2> bad\n2>\n=> 2\n'))).toEqual({
      command: 'zinpaar x',
      stdin: 'in\n',
      stdout: 'out\n',
      stderr: 'bad\n\n',
      exitCode: 2,
    })
    expect(caseOf(block('prose\n'))).toBeUndefined()
  })
  test('what is written reads back', () => {
    const line = fc.stringMatching(/^[a-z …]{0,6}[a-z]$/)
    const lines = fc.array(line, { maxLength: 3 }).map((all) => all.map((one) => `${one}\n`).join(''))
    fc.assert(
      fc.property(lines, lines, lines, fc.nat(2), (stdin, stdout, stderr, exitCode) => {
        const given: Case = { command: 'zinpaar', stdin, stdout, stderr, exitCode }
        expect(caseOf(block(caseText(given)))).toEqual(given)
      }),
    )
  })
  test('an ellipsis stands for anything on a line, alone for any lines', () => {
    expect(fits('a …\nb\n', 'a 12 %\nb\n')).toBe(true)
    expect(fits('a\n…\nz\n', 'a\nb\nc\nz\n')).toBe(true)
    expect(fits('a\n…\nz\n', 'a\nz\n')).toBe(true)
    expect(fits('a …\n', 'a b\nc\n')).toBe(false)
    expect(fits('a.b\n', 'axb\n')).toBe(false)
  })
  test('words may be quoted', () => {
    expect(wordsOf(`zinpaar 'a b' --x="c d" e`)).toEqual(['zinpaar', 'a b', '--x=c d', 'e'])
  })
  test('fixtures come in encodings', () => {
    expect(fixtureOf(block('00 ff\n', 'file x.bin hex'))?.bytes).toEqual(Buffer.from([0, 255]))
    expect(fixtureOf(block('a\n', 'file x.txt utf-16le'))?.bytes).toEqual(Buffer.from([255, 254, 97, 0, 10, 0]))
    expect(fixtureOf(block('a\n', 'file x.txt crlf'))?.bytes).toEqual(Buffer.from('a\r\n'))
    expect(fixtureOf(block('% x\n'))).toBeUndefined()
  })
})
