import { chmod, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readRecord } from '../src/edit-records.ts'
import { alignmentHash, editsPathOf, openEditsFile, readEdits } from '../src/edits-file.ts'
import type { Bead, Diagnostic } from '../src/index.ts'
import { createEditing, takeRecord } from '../src/review/edits/editing.ts'
import type { EditRecord } from '../src/review/edits/types.ts'
import { replayEdits } from '../src/reviewed.ts'
import { madeAlignment, madeBead, madeDocument } from './made-alignment.ts'
import { randomFrom } from './random.ts'
import { ann, randomAlignment, randomEdit } from './review/made-edits.ts'

const alignment = madeAlignment(
  madeDocument('a.txt', 'und', ['één', '二', 'three']),
  madeDocument('b.txt', 'und', ['1', '2', '3']),
  [0, 1, 2].map((k) => madeBead([k, k + 1], [k, k + 1], 'translation')),
)
const note = (text: string): EditRecord => ({ edit: 'comment', bead: '0-1:0-1', note: text, ...ann })
const records = [note('één'), note('two "quoted"\n'), note('三 😀 ]}')]

let folder = ''
let path = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zinpaar-edits-'))
  path = join(folder, 'talk.edits.json')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function written(...all: readonly EditRecord[]): Promise<void> {
  const file = await openEditsFile(path, alignment)
  for (const record of all) await file.append([record], file.records.length)
}

describe('a file of edits', () => {
  test('is made with the first record, holds a record a line, and is JSON at any time', async () => {
    const file = await openEditsFile(path, alignment)
    await expect(stat(path)).rejects.toThrow('ENOENT')
    for (const [k, record] of records.entries()) {
      expect(await file.append([record], k)).toEqual({ isKept: true, revision: k + 1 })
      expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({
        format: 'zinpaar-edits',
        version: 1,
        alignment: 'talk.json',
        of: alignmentHash(alignment),
        edits: records.slice(0, k + 1),
      })
    }
    expect((await readFile(path, 'utf8')).split('\n').slice(1, -2)).toEqual(
      records.map((record, k) => JSON.stringify(record) + (k < 2 ? ',' : '')),
    )
    expect(await readdir(folder)).toEqual(['talk.edits.json'])
    expect(file.records).toEqual(records)
  })

  test('lies beside its alignment', () => {
    expect(editsPathOf('work/talk.json')).toBe('work/talk.edits.json')
    expect(editsPathOf('talk')).toBe('talk.edits.json')
  })

  test('takes several records at once, or none', async () => {
    const file = await openEditsFile(path, alignment)
    expect(await file.append([], 0)).toEqual({ isKept: true, revision: 0 })
    expect(await file.append(records, 0)).toEqual({ isKept: true, revision: 3 })
    expect(await readEdits(path, alignment)).toEqual(records)
  })

  test('keeps numbers without end, as an alignment may have them', async () => {
    const bead = { ...alignment.beads[0], score: Number.POSITIVE_INFINITY } as Bead
    const edit: EditRecord = { edit: 'realign', changes: [{ removed: ['0-1:0-1'], beads: [bead] }], ...ann }
    await written(edit, note('after'))
    expect(await readEdits(path, alignment)).toEqual([edit, note('after')])
  })

  test('cut off at any byte loses at most the last record, says so, and takes more', async () => {
    await written(...records.slice(0, 2))
    const before = (await stat(path)).size
    await written(records[2] ?? note(''))
    const whole = await readFile(path)
    for (let size = before - 4; size < whole.length; size++) {
      await writeFile(path, whole)
      await truncate(path, size)
      const said: Diagnostic[] = []
      const file = await openEditsFile(path, alignment, { context: { report: (one) => said.push(one) } })
      const isWhole = file.records.length === 3
      expect(file.records).toEqual(records.slice(0, isWhole ? 3 : 2))
      expect(isWhole).toBe(size >= whole.length - 4)
      const isBroken = size > before - 2 && !isWhole
      expect(said.map(({ code }) => code)).toEqual(isBroken ? ['EDITS_CUT_OFF'] : [])
      await file.append([note('more')], file.records.length)
      expect(JSON.parse(await readFile(path, 'utf8')).edits).toEqual([...file.records.slice(0, -1), note('more')])
    }
  })

  test('that was written over only in part keeps what was acknowledged', async () => {
    await written(records[0] ?? note(''))
    const one = await readFile(path)
    await written(records[1] ?? note(''))
    const two = await readFile(path)
    for (let k = 0; k < two.length - one.length; k++) {
      // The first k bytes of the second writing came to the disk.
      const end = one.length - 4
      await writeFile(path, Buffer.concat([two.subarray(0, end + k), one.subarray(Math.min(one.length, end + k))]))
      expect(await readEdits(path, alignment)).toEqual(records.slice(0, 1))
      const zeros = Buffer.alloc(two.length - Math.max(one.length, end + k))
      await writeFile(path, Buffer.concat([two.subarray(0, Math.max(one.length, end + k)), zeros]))
      expect((await readEdits(path, alignment)).slice(0, 1)).toEqual(records.slice(0, 1))
    }
  })

  test('of another alignment is refused with the next step', async () => {
    await written(...records)
    const other = { ...alignment, signature: 'made otherwise' }
    await expect(openEditsFile(path, other)).rejects.toMatchObject({
      code: 'EDITS_OTHER_ALIGNMENT',
      message: expect.stringContaining('talk.json'),
      hint: expect.stringContaining('Name the alignment'),
    })
    const [first, ...rest] = alignment.beads
    const reviewed =
      first === undefined ? [] : [{ ...first, decision: { state: 'accepted' as const, ...ann } }, ...rest]
    await expect(readEdits(path, { ...alignment, beads: reviewed })).rejects.toMatchObject({
      code: 'EDITS_OTHER_ALIGNMENT',
    })
  })

  test.skipIf(process.getuid?.() === 0)('that may not be written to says so and keeps what it has', async () => {
    await written(...records)
    await chmod(path, 0o444)
    const file = await openEditsFile(path, alignment)
    await expect(file.append([note('no')], 3)).rejects.toMatchObject({ code: 'WRITE_FAILED' })
    expect(await readEdits(path, alignment)).toEqual(records)
  })

  test('in a folder that is not there cannot be written', async () => {
    const file = await openEditsFile(join(folder, 'none', 'talk.edits.json'), alignment)
    await expect(file.append(records, 0)).rejects.toMatchObject({ code: 'WRITE_FAILED' })
    expect(file.records).toEqual([])
  })
})

describe('two writers', () => {
  test('the second is told what the first one wrote, and can then go on', async () => {
    const [one, two] = [await openEditsFile(path, alignment), await openEditsFile(path, alignment)]
    await one.append(records.slice(0, 2), 0)
    expect(await two.append([note('late')], 0)).toEqual({ isKept: false, revision: 2, records: records.slice(0, 2) })
    expect(await two.append([note('late')], 2)).toEqual({ isKept: true, revision: 3 })
    expect(await one.append([note('later')], 2)).toEqual({ isKept: false, revision: 3, records: [note('late')] })
    expect(await readEdits(path, alignment)).toEqual([...records.slice(0, 2), note('late')])
  })

  test('that write at the same time lose nothing', async () => {
    const files = await Promise.all([1, 2, 3].map(() => openEditsFile(path, alignment)))
    await Promise.all(
      files.map(async (file, writer) => {
        for (let k = 0; k < 8; k++) {
          let on = file.records.length
          for (let kept = false; !kept; ) {
            const answer = await file.append([note(`${writer} ${k}`)], on)
            kept = answer.isKept
            on = answer.revision
          }
        }
      }),
    )
    const found = await readEdits(path, alignment)
    const expected = [0, 1, 2].flatMap((writer) => Array.from({ length: 8 }, (_, k) => `${writer} ${k}`))
    expect(found.map((record) => (record.edit === 'comment' ? record.note : '')).sort()).toEqual(expected)
  })

  test('a file that lost records, or was replaced, is not written over', async () => {
    await written(...records)
    const file = await openEditsFile(path, alignment)
    await rm(path)
    await written(note('other'))
    await expect(file.append([note('mine')], 3)).rejects.toMatchObject({ code: 'EDITS_REPLACED' })
    expect(await readEdits(path, alignment)).toEqual([note('other')])
  })
})

describe('a file written by hand', () => {
  test('may be a plain list, or ours in another layout; what is added keeps it', async () => {
    const head = { format: 'zinpaar-edits', version: 1, alignment: 'talk.json', of: alignmentHash(alignment) }
    for (const value of [records, { ...head, edits: records }]) {
      await writeFile(path, JSON.stringify(value, undefined, 2))
      expect(await readEdits(path, alignment)).toEqual(records)
      await written(note('more'))
      expect(await readEdits(path, alignment)).toEqual([...records, note('more')])
      expect((await readFile(path, 'utf8')).split('\n').length).toBe(7)
    }
  })

  const line = (text: string): string =>
    `{"format":"zinpaar-edits","version":1,"alignment":"talk.json","edits":[\n${JSON.stringify(note('1'))},\n${text},\n${JSON.stringify(note('3'))}\n]}\n`
  test.each([
    ['no JSON', line('accept 3'), 'line 3: not JSON'],
    ['a kind that is not', line('{"edit":"agree"}'), 'line 3: $.edit must be one of accept'],
    ['nobody', line('{"edit":"undo","at":"now"}'), 'line 3: $.by must be a text, but is missing'],
    [
      'a number for ids',
      line('{"edit":"accept","beads":[3],"by":"a","at":"b"}'),
      'line 3: $.beads[0] must be a text, but is 3',
    ],
    [
      'half a segment',
      line('{"edit":"move","side":"source","segment":1.5,"to":"x","by":"a","at":"b"}'),
      'line 3: $.segment must be a whole number',
    ],
    ['a list in a list', line('[]'), 'line 3: $ must be an object'],
    ['null', line('null'), 'line 3: $ must be an object'],
    ['another version', line('').replace('"version":1', '"version":2'), 'version 2'],
    ['another format', '{"format":"zinpaar-alignment"}', 'no file of edits'],
    ['no list', '{"format":"zinpaar-edits","version":1}', '"edits" is no list'],
    ['prose', 'accept everything', 'line 1: not JSON'],
    ['a plain list with nonsense', '[{"edit":"pin"}]', 'edit 1: $.by must be a text'],
  ])('with %s is refused with the place', async (_, text, message) => {
    await writeFile(path, text)
    await expect(readEdits(path, alignment)).rejects.toMatchObject({
      code: 'EDITS_MALFORMED',
      message: expect.stringContaining(message),
    })
  })

  test('that is empty holds nothing yet', async () => {
    await writeFile(path, '\n')
    expect(await readEdits(path, alignment)).toEqual([])
    await written(...records)
    expect(await readEdits(path, alignment)).toEqual(records)
  })
})

test('any record is read as it was written', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e9 }), (seed) => {
      const draw = randomFrom(seed)
      const record = randomEdit(draw, randomAlignment(draw, 8))
      expect(readRecord(JSON.parse(JSON.stringify(record)), 'x')).toEqual(record)
    }),
    { numRuns: 300 },
  )
})

test('nonsense in the place of any value is refused, as a record or where it is replayed', () => {
  const nonsense = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom(-1, 1.5, 1e300, '', '0-1', '0-1:0-1', '99-1:5-2', { from: 3, to: 1 }, { from: 0, to: 1e15 }),
  )
  fc.assert(
    fc.property(fc.nat(1e9), fc.nat(9), nonsense, (seed, place, value) => {
      const draw = randomFrom(seed)
      const pair = randomAlignment(draw, 8)
      const record = Object.entries(randomEdit(draw, pair))
      const changed = record.map(([key, old], k) => [key, k === place % record.length ? value : old] as const)
      try {
        takeRecord(createEditing(pair), readRecord(JSON.parse(JSON.stringify(Object.fromEntries(changed))), 'x'))
      } catch (error) {
        expect(error).toMatchObject({ code: expect.stringMatching(/^EDITS_M(?:ALFORMED|ISFIT)$/u) })
      }
    }),
    { numRuns: 1000 },
  )
})

test('a misfit names the file and the edit', () => {
  const redo: EditRecord = { edit: 'redo', ...ann }
  expect(() => replayEdits(alignment, [note('1'), redo], 'talk.edits.json')).toThrow(
    'talk.edits.json, edit 2: there is nothing to do again',
  )
})
