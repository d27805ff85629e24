import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Block, blocksOf, type Case, caseOf, caseText, fits, fixtureOf, wordsOf } from '../cli/case-file.ts'
import { type Outcome, runInProcess } from '../cli/run-in-process.ts'

/** UPDATE=1 writes what came out into the case files; read the change before it is kept. */
const isUpdate = process.env.UPDATE === '1'
const folder = fileURLToPath(new URL('./cli', import.meta.url))
const files = readdirSync(folder).filter((name) => name.endsWith('.md'))
const home = process.cwd()

/** What is added to the tool lies beside the files of the case; `dataFolder` is a new one for every case file. */
async function run({ command, stdin }: Case, dataFolder: string): Promise<Outcome> {
  const [program = '', ...words] = wordsOf(command)
  const done = (stdout: string): Outcome => ({ stdout, stderr: '', exitCode: 0 })
  if (program === 'zinpaar') return runInProcess(words, stdin, { dataFolder })
  if (program === 'cat') return done(words.map((name) => readFileSync(name, 'utf8').replaceAll('\r\n', '\n')).join(''))
  if (program === 'ls') return done(readdirSync(words[0] ?? '.').sort().map((name) => `${name}\n`).join(''))
  throw new Error(`a case runs zinpaar, cat or ls, not ${program}`)
}

function rewrite(path: string, changes: readonly (readonly [Block, string])[]): void {
  let text = readFileSync(path, 'utf8')
  for (const [block, body] of [...changes].reverse()) text = text.slice(0, block.start) + body + text.slice(block.end)
  writeFileSync(path, text)
}

describe.each(files)('%s', (name) => {
  const path = join(folder, name)
  const blocks = blocksOf(readFileSync(path, 'utf8'))
  const changes: (readonly [Block, string])[] = []
  let place = ''
  beforeAll(() => {
    place = mkdtempSync(join(tmpdir(), 'zinpaar-case-'))
    for (const { name: file, bytes } of blocks.flatMap((block) => fixtureOf(block) ?? [])) {
      mkdirSync(dirname(join(place, file)), { recursive: true })
      writeFileSync(join(place, file), bytes)
    }
    process.chdir(place)
  })
  afterAll(() => {
    process.chdir(home)
    rmSync(place, { recursive: true })
    rmSync(`${place}-data`, { recursive: true, force: true })
    if (isUpdate) rewrite(path, changes)
  })

  const cases = blocks.flatMap((block) => {
    const found = caseOf(block)
    return found === undefined ? [] : [{ block, found, title: found.command }]
  })
  test.each(cases)('$title', async ({ block, found }) => {
    const outcome = await run(found, `${place}-data`)
    const actual: Case = { ...found, ...outcome }
    const isFit = fits(found.stdout, actual.stdout) && fits(found.stderr, actual.stderr) && found.exitCode === actual.exitCode
    if (isUpdate && !isFit) changes.push([block, caseText(actual)])
    else if (!isFit) expect(caseText(actual)).toBe(caseText(found))
  })
})
