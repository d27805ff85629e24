import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Command, Flag } from '../../src/cli/command.ts'
import { commands } from '../../src/cli/commands/index.ts'
import { parseArguments } from '../../src/cli/parse.ts'
import { wordsOf } from './case-file.ts'
import { runInProcess } from './run-in-process.ts'

/** Commands, those of a family under both its words, with where they lie. */
const rows = commands.flatMap((entry) =>
  'actions' in entry ? entry.actions.map((row) => ({ ...row, name: `${entry.name} ${row.name}` })) : [entry],
)
const loaded: readonly (readonly [string, Command])[] = await Promise.all(
  rows.map(async (row) => [row.name, await row.load()] as const),
)
/** Commands whose input is a memory. */
const isOnMemory = (name: string): boolean => name.startsWith('memory ')
/** What else a command on a memory needs. */
const extraFor = (command: Command): readonly string[] => [
  ...(command.flags.some(({ name }) => name === 'target-lang') ? ['--source-lang', 'nl', '--target-lang', 'zh'] : []),
  ...(command.name === 'memory export' ? ['-o', join(place, 'x.tmx')] : []),
]
const groups = commands.flatMap((entry) => ('actions' in entry ? [entry] : []))
const flags: readonly (readonly [string, string, Flag])[] = loaded.flatMap(([name, command]) =>
  command.flags.map((flag) => [name, flag.name, flag] as const),
)

let place = ''
beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'zinpaar-conventions-'))
})
afterAll(() => rmSync(place, { recursive: true }))

describe('the table of commands', () => {
  test('names are single words, each once', () => {
    const names = commands.map((row) => row.name)
    expect(new Set(names).size).toBe(names.length)
    for (const name of names) expect(name).toMatch(/^[a-z]+$/)
  })
  test.each(groups.map((group) => [group.name, group]))(
    '%s, a family, says what it is for and what it can do',
    async (name, group) => {
      const { stdout, stderr, exitCode } = await runInProcess([name, '--help'])
      expect([stderr, exitCode]).toEqual(['', 0])
      for (const action of group.actions) expect(stdout).toContain(`${name} ${action.name}`)
      expect((await runInProcess(['help', name])).stdout).toBe(stdout)
      expect(await runInProcess([name])).toMatchObject({ stdout: '', exitCode: 2 })
      const wrong = await runInProcess([name, `${group.actions[0]?.name}x`])
      expect([wrong.stdout, wrong.exitCode]).toEqual(['', 2])
      expect(wrong.stderr).toContain(`Did you mean ${group.actions[0]?.name}?`)
    },
  )
  test.each([...commands, ...rows].map((row) => [row.name, row]))(
    '%s has a summary of one line that is a sentence',
    (_, row) => {
      expect(row.summary).toMatch(/^[A-Z].*\.$/)
      expect(row.summary.length).toBeLessThanOrEqual(76)
    },
  )
  test.each(loaded)('%s is called as its row says, and stands in a file of its name', (name, command) => {
    expect(command.name).toBe(name)
    const folder = fileURLToPath(new URL('../../src/cli/commands', import.meta.url))
    const [file = '', ...folders] = name.split(' ').reverse()
    expect(readdirSync(join(folder, ...folders.reverse()))).toContain(`${file}.ts`)
  })
  test.each(loaded)('%s says in one paragraph what it is for', (_, command) => {
    expect(command.about).toMatch(/^[A-Z][^\n]+\.$/)
    expect(command.about.length).toBeGreaterThan(150)
  })
  test.each(loaded)('%s has examples that its own parser takes', (name, command) => {
    expect(command.examples.length).toBeGreaterThanOrEqual(2)
    for (const { line, does } of command.examples) {
      const [tool, ...words] = wordsOf(line.replace(/ < .*$/, ''))
      expect([tool, ...words.splice(0, name.split(' ').length)]).toEqual(['zinpaar', ...name.split(' ')])
      expect(parseArguments(command, words), line).toMatchObject({ kind: 'run' })
      expect(does).toMatch(/^[A-Z].*\.$/)
    }
  })
  test.each(loaded)('%s has --quiet, and --json for its result', (_, command) => {
    expect(command.flags.map((flag) => flag.name)).toEqual(expect.arrayContaining(['json', 'quiet']))
  })
  test.each(loaded)('%s has a case file that shows it', (name) => {
    const folder = fileURLToPath(new URL('../cases/cli', import.meta.url))
    const text = readdirSync(folder)
      .map((file) => readFileSync(join(folder, file), 'utf8'))
      .join('\n')
    expect(text).toContain(`\n% zinpaar ${name} `)
  })
})

describe('flags', () => {
  test.each(flags)('%s --%s is documented in a sentence, under a heading', (_, name, flag) => {
    expect(name).toMatch(/^[a-z]+(?:-[a-z]+)*$/)
    expect(flag.doc).toMatch(/^[\p{Lu}`].*[.…]$/u)
    expect(flag.group).not.toBe('')
  })
  test.each(flags)('%s --%s says what its value is, if it has one', (_, _name, flag) => {
    expect(flag.value === undefined).toBe(flag.type === 'boolean')
  })
  test.each(flags)('%s --%s has a default and a preset that it would take itself', (name, _, flag) => {
    const command = loaded.find(([one]) => one === name)?.[1]
    if (command === undefined) throw new Error('no such command')
    const required = command.arguments.filter((argument) => argument.isRequired).map(() => 'x')
    for (const value of [flag.default, flag.optional?.preset, ...(flag.choices ?? [])])
      if (value !== undefined)
        expect(parseArguments(command, [...required, `--${flag.name}=${value}`])).toMatchObject({ kind: 'run' })
  })
  test.each(loaded)('%s has each name and each letter once', (_, command) => {
    const names = command.flags.map((flag) => flag.name)
    const letters = command.flags.flatMap((flag) => flag.short ?? [])
    expect([new Set(names).size, new Set(letters).size]).toEqual([names.length, letters.length])
    expect(names).not.toContain('help')
  })
  test('a flag that several commands have is of one kind in all of them', () => {
    const kinds = new Map<string, string>()
    for (const [, name, flag] of flags) {
      if (name === 'to' || name === 'min') continue
      const kind = [flag.type, flag.short, flag.choices, flag.default].join()
      expect(kinds.get(name) ?? kind, name).toBe(kind)
      kinds.set(name, kind)
    }
  })
})

describe('every command', () => {
  test.each(loaded)('%s --help names every argument and every flag, and fits a terminal', async (name, command) => {
    const { stdout, stderr, exitCode } = await runInProcess([...name.split(' '), '--help'])
    expect([stderr, exitCode]).toEqual(['', 0])
    for (const { name: flag } of command.flags) expect(stdout).toContain(`--${flag}`)
    for (const argument of command.arguments) expect(stdout).toContain(argument.name)
    expect(stdout.indexOf(command.examples[0]?.line ?? '')).toBeLessThan(stdout.indexOf('In general'))
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(90)
    expect((await runInProcess(['help', ...name.split(' ')])).stdout).toBe(stdout)
    expect((await runInProcess([...name.split(' '), 'whatever', '-h'])).stdout).toBe(stdout)
  })
  test.each(loaded)(
    '%s refuses a flag that it does not know, with exit code 2 and nothing on standard output',
    async (name) => {
      const { stdout, stderr, exitCode } = await runInProcess([...name.split(' '), 'x', 'y', '--no-such-flag'])
      expect([stdout, exitCode]).toEqual(['', 2])
      expect(stderr).toBe(`zinpaar: unknown option '--no-such-flag'\nNext: See \`zinpaar ${name} --help\`.\n(USAGE)\n`)
    },
  )
  test.each(loaded.filter(([, command]) => command.arguments.some((argument) => argument.isRequired)))(
    '%s without its arguments says which is missing',
    async (name) => {
      const { stderr, exitCode } = await runInProcess(name.split(' '))
      expect(exitCode).toBe(2)
      expect(stderr).toMatch(/^zinpaar: missing required argument '[A-Z]+'\n/)
    },
  )
  test.each(loaded.filter(([name]) => name !== 'list'))(
    '%s with a file that is not there gives a code and the next step',
    async (name, command) => {
      const missing = join(place, 'missing.json')
      const words = [
        ...name.split(' '),
        ...(name === 'lexicon' ? ['add'] : []),
        ...(isOnMemory(name) && !command.arguments.some((argument) => argument.isRequired) ? [] : [missing]),
        ...(name === 'convert'
          ? [join(place, 'x.csv')]
          : name === 'evaluate'
            ? [missing]
            : name === 'align'
              ? ['-o', join(place, 'x.tmx')]
              : name === 'names'
                ? ['--in', missing]
                : isOnMemory(name)
                  ? ['--memory', join(place, 'no.zmem'), ...extraFor(command)]
                  : []),
      ]
      const { stdout, stderr, exitCode } = await runInProcess(words, '', { dataFolder: place })
      expect([stdout, exitCode]).toEqual(['', 2])
      expect(stderr).toMatch(/^zinpaar: .+\nNext: .+\n\((?:READ_NOT_FOUND|FORMAT_CANNOT_READ|MEMORY_NOT_FOUND)\)\n$/)
    },
  )
  test.each(loaded)('%s never shows a trace, whatever its arguments are', async (name) => {
    const file = join(place, 'junk.bin')
    writeFileSync(file, Buffer.from([0, 1, 2, 255, 254, 0, 9, 13]))
    for (const words of [
      [file, file],
      ['', ''],
      ['\0', file],
      [place, place],
      ['--', '--help'],
    ]) {
      const { stderr, exitCode } = await runInProcess([...name.split(' '), ...words])
      expect(exitCode).toBe(2)
      expect(stderr).not.toMatch(/\n\s+at /)
      expect(stderr).not.toContain('INTERNAL')
      expect(stderr).toMatch(/\([A-Z_]+\)\n$/)
    }
  })
})
