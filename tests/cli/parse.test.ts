import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Args, Command, Flag } from '../../src/cli/command.ts'
import { parseArguments, unknownCommand } from '../../src/cli/parse.ts'

const flag = (name: string, type: Flag['type'], more: Partial<Flag> = {}): Flag => ({
  name,
  type,
  ...(type === 'boolean' ? {} : { value: 'X' }),
  group: 'Group',
  doc: 'Does something.',
  ...more,
})
const command: Command = {
  name: 'try',
  about: 'Tries.',
  arguments: [
    { name: 'ONE', isRequired: true, doc: 'First.' },
    { name: 'TWO', isRequired: false, doc: 'Second.' },
  ],
  flags: [
    flag('output', 'string', { short: 'o', isRepeatable: true }),
    flag('level', 'number', { range: [0, 1], default: '0.5' }),
    flag('size', 'number', { range: [1, Number.POSITIVE_INFINITY] }),
    flag('kinds', 'list', { choices: ['a', 'b'], default: 'a' }),
    flag('date', 'string', { optional: { pattern: /^\d{4}-/, preset: 'now' } }),
    flag('no-ids', 'boolean'),
    flag('quiet', 'boolean', { short: 'q' }),
  ],
  examples: [],
  run: async () => 0,
}
function parse(...words: readonly string[]): Args {
  const parsed = parseArguments(command, words)
  if (parsed.kind !== 'run') throw new Error(JSON.stringify(parsed))
  return parsed.args
}
function refusal(...words: readonly string[]): string {
  const parsed = parseArguments(command, words)
  return parsed.kind === 'failure' ? parsed.message : parsed.kind
}

describe('reading a command line', () => {
  test('what was not given has its default, or nothing', () => {
    const args = parse('x')
    expect([args.positionals, args.has('quiet'), args.has('no-ids')]).toEqual([['x'], false, false])
    expect([args.text('output'), args.list('output'), args.text('date')]).toEqual([undefined, [], undefined])
    expect([args.number('level'), args.number('size'), args.list('kinds')]).toEqual([0.5, undefined, ['a']])
  })
  test('flags may stand anywhere, in long and short form, with = or a space', () => {
    const args = parse('-q', 'x', '--level=0.25', 'y', '-o', 'a', '--output', 'b', '--kinds', 'b, a', '--no-ids')
    expect(args.positionals).toEqual(['x', 'y'])
    expect([args.has('quiet'), args.has('no-ids'), args.number('level')]).toEqual([true, true, 0.25])
    expect([args.list('output'), args.list('kinds')]).toEqual([
      ['a', 'b'],
      ['b', 'a'],
    ])
  })
  test('a lone dash is a value or a file, not a flag', () => {
    const args = parse('-', '-o', '-')
    expect([args.positionals, args.list('output')]).toEqual([['-'], ['-']])
  })
  test('after two dashes everything is a file', () => {
    expect(parse('--', '--quiet', '--help').positionals).toEqual(['--quiet', '--help'])
  })
  test('a value that may be left out never swallows a file name', () => {
    expect([parse('--date', 'x').positionals, parse('--date', 'x').text('date')]).toEqual([['x'], 'now'])
    expect([parse('x', '--date').text('date'), parse('--date', '2026-01-31', 'x').text('date')]).toEqual([
      'now',
      '2026-01-31',
    ])
    expect(parse('--date=2025-05', 'x').text('date')).toBe('2025-05')
    expect(parse('--', '--date').positionals).toEqual(['--date'])
  })
  test.each([
    [['x', '--level', '2'], '--level 2: it is a number from 0 to 1'],
    [['x', '--size', '0'], '--size 0: it is a number from 1 upwards'],
    [['x', '--level', 'half'], '--level half: it is a number from 0 to 1'],
    [['x', '--level', ''], '--level : it is a number from 0 to 1'],
    [['x', '--kinds', 'a,c'], '--kinds c: it is one of a, b'],
    [['x', '--kinds', ','], '--kinds has no value'],
    [['x', '-o', ''], '--output has no value'],
    [['x', '--level', '0', '--level', '1'], '--level was given 2 times'],
    [['x', '--output'], "option '-o, --output <X>' argument missing"],
    [['x', '--levle', '1'], "unknown option '--levle' (Did you mean --level?)"],
    [[], "missing required argument 'ONE'"],
    [['x', 'y', 'z'], 'too many arguments. Expected 2 arguments but got 3.'],
  ])('%j is refused: %s', (words, message) => {
    expect(refusal(...words)).toBe(message)
  })
  test('help wins over every mistake', () => {
    for (const words of [['--help'], ['-h'], ['x', '--levle', '--help'], ['a', 'b', 'c', '-h']])
      expect(parseArguments(command, words).kind).toBe('help')
  })
  test('an unknown command is told from a similar one', () => {
    expect(unknownCommand(['align', 'list'], 'algin')).toBe("unknown command 'algin' (Did you mean align?)")
    expect(unknownCommand(['align', 'list'], 'zzz')).toBe("unknown command 'zzz'")
  })
  test('whatever is typed is understood or refused in words', () => {
    const word = fc.oneof(
      fc.string(),
      fc.constantFrom('--', '-', '-o', '--date', '--level', '--kinds=a', '-q', '--no-ids', '-h'),
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 6 }), (words) => {
        const parsed = parseArguments(command, words)
        if (parsed.kind === 'failure') expect(parsed.message).not.toBe('')
        if (parsed.kind !== 'run') return
        const level = parsed.args.number('level') ?? 0
        expect(level >= 0 && level <= 1).toBe(true)
        for (const kind of parsed.args.list('kinds')) expect(['a', 'b']).toContain(kind)
      }),
    )
  })
})
