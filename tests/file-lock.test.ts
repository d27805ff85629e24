import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, inject, test, vi } from 'vitest'
import { openEditsFile, readEdits } from '../src/edits-file.ts'
import { withFileLock } from '../src/file-lock.ts'
import { writeNative } from '../src/formats/native/write.ts'
import { madeAlignment, madeBead, madeDocument } from './made-alignment.ts'
import { randomFrom } from './random.ts'

let folder = ''
let path = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zinpaar-lock-'))
  path = join(folder, 'talk.edits.json')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))
const moduleNamed = (name: string): string => JSON.stringify(`file://${join(inject('builtProgram'), name)}`)

/** Runs a program of ours; `said` has what it printed up to now. */
function start(program: string): { readonly child: ChildProcess; said(): string; readonly ended: Promise<unknown> } {
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let text = ''
  child.stdout?.on('data', (chunk: Buffer) => {
    text += chunk.toString()
  })
  return { child, said: () => text, ended: new Promise((resolve) => child.on('close', resolve)) }
}

/** Undefined for a file that is not there. */
function textOfFile(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

/** Leaves the lock of a program that was killed while it held it. */
async function leaveLock(): Promise<void> {
  const { ended } = start(`
    import { withFileLock } from ${moduleNamed('file-lock.js')}
    await withFileLock(${JSON.stringify(path)}, async () => process.kill(process.pid, 'SIGKILL'))`)
  await ended
  expect(await readdir(folder)).toEqual(['talk.edits.json.lock'])
}

/** So many at once count; gives back how often one was at it while another one was. */
async function countTogether(many: number, watchMs?: number): Promise<number> {
  let [busy, clashes] = [0, 0]
  const work = async (): Promise<void> => {
    if (busy > 0) clashes++
    busy++
    await pause(2)
    busy--
  }
  await Promise.all(Array.from({ length: many }, () => withFileLock(path, work, watchMs)))
  return clashes
}

describe('a file lock', () => {
  test('lets one at a time, and leaves nothing behind', async () => {
    expect(await countTogether(12)).toBe(0)
    expect(await readdir(folder)).toEqual([])
  })

  test('of a program that was killed is taken over at once, by one of all who wait', async () => {
    for (let times = 0; times < 3; times++) {
      await leaveLock()
      const start = performance.now()
      expect(await countTogether(12)).toBe(0)
      expect(performance.now() - start).toBeLessThan(5_000)
      expect(await readdir(folder)).toEqual([])
    }
  })

  /** Where this process runs, as its locks have it. */
  const placeHere = (): Promise<string> =>
    withFileLock(path, async () => (await readFile(`${path}.lock`, 'utf8')).split(' ').slice(1).join(' '))

  test.each([
    ['says nothing', async () => ''],
    ['comes from another machine', async () => '1-abc elsewhere'],
    ['belongs to a program that hangs', async () => `${process.pid}-abc ${await placeHere()}`],
  ])('that %s is taken over by one, when it was watched for long', async (_, textOf) => {
    await writeFile(`${path}.lock`, await textOf())
    const start = performance.now()
    expect(await countTogether(8, 300)).toBe(0)
    expect(performance.now() - start).toBeGreaterThan(300)
    expect(await readdir(folder)).toEqual([])
  })

  test('says whose it is as soon as it is there', async () => {
    const { child, ended } = start(`
      import { withFileLock } from ${moduleNamed('file-lock.js')}
      for (;;) await withFileLock(${JSON.stringify(path)}, async () => undefined)`)
    const seen = new Set<string>()
    const until = performance.now() + 10_000
    while (seen.size < 200 && !seen.has('') && performance.now() < until) {
      const text = textOfFile(`${path}.lock`)
      if (text === undefined) await pause(0)
      else seen.add(text)
    }
    child.kill('SIGKILL')
    await ended
    expect(seen.size).toBe(200)
    expect(seen).not.toContain('')
  })

  test('is not taken over where a clock is put on', async () => {
    let [isBusy, clashes] = [false, 0]
    const first = withFileLock(path, async () => {
      isBusy = true
      await pause(250)
      isBusy = false
    })
    const others = [0, 1].map(() =>
      withFileLock(path, async () => {
        if (isBusy) clashes++
      }),
    )
    await pause(60)
    const later = Date.now() + 3_600_000
    const clock = vi.spyOn(Date, 'now').mockReturnValue(later)
    try {
      await Promise.all([first, ...others])
    } finally {
      clock.mockRestore()
    }
    expect(clashes).toBe(0)
  })

  test('that was held for too long is no leave to write', async () => {
    const late = withFileLock(
      path,
      async (holdsStill) => {
        holdsStill()
        await pause(80)
        holdsStill()
      },
      100,
    )
    await expect(late).rejects.toMatchObject({ code: 'WRITE_FAILED' })
    expect(await readdir(folder)).toEqual([])
  })

  test('passes on what goes wrong with the work, and is given back', async () => {
    await expect(withFileLock(path, () => Promise.reject(new Error('mine')))).rejects.toThrow('mine')
    expect(await readdir(folder)).toEqual([])
  })
})

test('programs that are killed at any time lose nothing that was acknowledged', async () => {
  const alignment = madeAlignment(madeDocument('a.txt', 'und', ['one']), madeDocument('b.txt', 'und', ['1']), [
    madeBead([0, 1], [0, 1], 'translation'),
  ])
  const alignmentPath = join(folder, 'talk.json')
  await writeFile(alignmentPath, [...writeNative(alignment)].join(''))
  const program = (name: string): string => `
    import { openEditsFile } from ${moduleNamed('edits-file.js')}
    import { readAlignment } from ${moduleNamed('files.js')}
    import { inputFrom } from ${moduleNamed('input.js')}
    const silent = { report: () => undefined }
    const alignment = await readAlignment(inputFrom(${JSON.stringify(alignmentPath)}), silent)
    const file = await openEditsFile(${JSON.stringify(path)}, alignment, { context: silent })
    for (let k = 0, on = file.records.length; ; ) {
      const note = '${name} ' + k
      const record = { edit: 'comment', bead: '0-1:0-1', note, by: 'a', at: 'b' }
      const answer = await file.append([record], on)
      on = answer.revision
      if (!answer.isKept) continue
      process.stdout.write(note + '\\n')
      k++
    }`
  const draw = randomFrom(7)
  const runs = [0, 1, 2].map((k) => start(program(`w${k}`)))
  const all = [...runs]
  const until = performance.now() + 2_500
  for (let next = 3; performance.now() < until; next++) {
    await pause(150 + Math.floor(draw() * 200))
    const at = Math.floor(draw() * runs.length)
    runs[at]?.child.kill('SIGKILL')
    const fresh = start(program(`w${next}`))
    runs[at] = fresh
    all.push(fresh)
  }
  for (const { child } of runs) child.kill('SIGKILL')
  await Promise.all(all.map(({ ended }) => ended))
  const acknowledged = all.flatMap(({ said }) => said().split('\n').slice(0, -1))
  const found = (await readEdits(path, alignment)).map((record) => (record.edit === 'comment' ? record.note : ''))
  expect(acknowledged.length).toBeGreaterThan(50)
  expect(new Set(found).size).toBe(found.length)
  expect(acknowledged.filter((note) => !found.includes(note))).toEqual([])
  const file = await openEditsFile(path, alignment)
  expect(await file.append([{ edit: 'undo', by: 'a', at: 'b' }], found.length)).toMatchObject({ isKept: true })
})
