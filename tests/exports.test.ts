import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { runInProcess } from './cli/run-in-process.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const fresh = mkdtempSync(join(tmpdir(), 'zinpaar-exports-'))
afterAll(() => rmSync(fresh, { recursive: true }))

/** The words of `npm start` after the program, so that this test cannot part from it. */
const startWords = (): readonly string[] => {
  const { scripts }: { readonly scripts: { readonly start: string } } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  )
  return scripts.start.split('main.js ')[1]?.split(' ') ?? []
}
const contentOf = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(folder)
      .sort()
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  )

test('the exports are what npm start writes now, to the byte', async () => {
  const words = startWords().map((word) =>
    word === 'exports' ? fresh : word === 'corpus/pairs.tsv' ? join(root, word) : word,
  )
  expect((await runInProcess(words)).exitCode).toBe(0)
  const [committed, made] = [contentOf(join(root, 'exports')), contentOf(fresh)]
  expect([...committed.keys()], 'run npm start and commit exports/').toEqual([...made.keys()])
  const changed = [...made].filter(([name, text]) => committed.get(name) !== text).map(([name]) => name)
  expect(changed, 'run npm start and look at the change in exports/').toEqual([])
})

test('an alignment that is read and written again is the same, to the byte', async () => {
  for (const name of readdirSync(join(root, 'exports')).filter((each) => each.endsWith('.json'))) {
    const path = join(root, 'exports', name)
    await runInProcess(['align', path, '-o', join(fresh, `again-${name}`), '--quiet'])
    expect(readFileSync(join(fresh, `again-${name}`), 'utf8'), name).toBe(readFileSync(path, 'utf8'))
  }
})

test('reasons leave out everyday words that only these texts put together', () => {
  for (const name of readdirSync(join(root, 'exports')).filter((each) => /^(?:nl|en)-.*treaty\.json$/.test(each)))
    expect(readFileSync(join(root, 'exports', name), 'utf8')).not.toMatch(/"note":"(?:de|het|the) = /)
})

test('every export holds at least one unit', () => {
  const marks: readonly (readonly [ending: string, unit: RegExp])[] = [
    ['.tmx', /<tu[\s>]/],
    ['.xlf', /<(?:trans-)?unit[\s>]/],
    ['.csv', /\n[^\n]+\n/],
    ['.json', /"relation":\s?"(?:translation|partial)"/],
  ]
  const holdsUnit = (name: string, text: string): boolean =>
    marks.some(([ending, unit]) => name.endsWith(ending) && unit.test(text))
  const empty = [...contentOf(join(root, 'exports'))].filter(([name, text]) => !holdsUnit(name, text))
  expect(empty.map(([name]) => name)).toEqual([])
})
