import { beforeAll, describe, expect, test } from 'vitest'
import { createPartJoiner, partsOf } from '../../src/alignment-parts.ts'
import { readRecord } from '../../src/edit-records.ts'
import { createEditing, takeRecord } from '../../src/editing.ts'
import type { Alignment, Editing, EditRecord } from '../../src/index.ts'
import { align, createAligner } from '../../src/index.ts'
import { createRealigning, type Realigning } from '../../src/realign-records.ts'
import { createRealigner } from '../../src/realigner.ts'
import { madeTexts } from '../made-texts.ts'
import { sharedStock } from '../shared-stock.ts'

const { source, target } = madeTexts
const options = { sourceLanguage: 'nl', targetLanguage: 'en', segmented: true, mode: 'parallel' } as const
const context = { report: () => undefined }
const plugIns = { stock: sharedStock }
const act = { by: 'tester', at: '2026-01-31T10:00:00.000Z' }
const range = (from: number, to = from + 1) => ({ from, to })

let alignment: Alignment
let opened = 0
beforeAll(async () => {
  alignment = await align(source.join('\n'), target.join('\n'), options, context, plugIns)
})

const realigning = (): Realigning => {
  opened = 0
  return createRealigning(alignment, {
    reopen: (now) => {
      opened++
      return createAligner(options, plugIns).reopen(now, context)
    },
    open: (now, mode, pins) =>
      createAligner({ ...options, mode, pins }, plugIns).openAnalysed(now.source, now.target, context),
  })
}
const replay = (records: readonly EditRecord[]): Alignment =>
  records.reduce<Editing<Alignment>>(takeRecord, createEditing(alignment)).pair
const covers = ({ beads }: Alignment, side: 'source' | 'target'): readonly number[] =>
  beads
    .flatMap((bead) => Array.from({ length: bead[side].to - bead[side].from }, (_, k) => bead[side].from + k))
    .sort((a, b) => a - b)

/** Two sentences linked wrongly on purpose, so that something has to give way. */
const wrong: EditRecord = { edit: 'link', ...act, source: range(2), target: range(3) }

describe('realigning', () => {
  test('pins a pair that is right already, and changes nothing else', async () => {
    const records = await realigning().realign(['2-3:2-3'], act)
    expect(records.map(({ edit }) => edit)).toEqual(['pin'])
  })
  test('frees what links have left over, and the records replay to the same', async () => {
    const open = realigning()
    const right: EditRecord = { edit: 'link', ...act, source: range(2), target: range(2) }
    const loose = replay([wrong, right]).beads.filter(({ relation }) => relation === 'unaligned')
    expect(loose.map(({ id }) => id).sort()).toEqual(['3-3:3-4', '3-4:4-4'])
    open.take([wrong, right])
    const made = await open.realign(['2-3:2-3'], act)
    expect(made[0]).toEqual({ edit: 'pin', ...act, bead: '2-3:2-3' })
    const after = replay([wrong, right, ...made])
    expect(after.beads.find(({ id }) => id === '2-3:2-3')).toMatchObject({
      confidence: 1,
      decision: { state: 'accepted', by: 'tester' },
    })
    expect(after.beads.find(({ id }) => id === '3-4:3-4')?.decision).toEqual({ state: 'proposed' })
    expect(covers(after, 'source')).toEqual([0, 1, 2, 3, 4, 5])
    expect(covers(after, 'target')).toEqual([0, 1, 2, 3, 4, 5])
  })
  test('leaves what was decided, and what was said to have no counterpart', async () => {
    const open = realigning()
    const unlink: EditRecord = { edit: 'unlink', ...act, at: '2026-01-31T09:00:00.000Z', bead: '0-1:0-1' }
    const accept: EditRecord = { edit: 'accept', ...act, beads: ['5-6:5-6'] }
    const before = [unlink, accept, wrong]
    open.take(before)
    const after = replay([...before, ...(await open.realign(['2-3:3-4'], act))])
    const lone = after.beads.filter(({ decision }) => decision.state === 'edited' && decision.at === unlink.at)
    expect(lone.map(({ source: s, target: t }) => [s.to - s.from, t.to - t.from]).sort()).toEqual([
      [0, 1],
      [1, 0],
    ])
    expect(after.beads.find(({ id }) => id === '5-6:5-6')?.decision.state).toBe('accepted')
  })
  test('knows of segments that were cut since', async () => {
    const open = realigning()
    await open.warmUp()
    const cut: EditRecord = { edit: 'cut', ...act, side: 'source', segment: 1, offset: 41 }
    open.take([cut])
    const made = await open.realign(['6-7:5-6'], act)
    expect(opened).toBe(2)
    expect(covers(replay([cut, ...made]), 'source')).toEqual([0, 1, 2, 3, 4, 5, 6])
  })
  test('fails in plain words for a bead that is not there', async () => {
    await expect(realigning().realign(['7-8:7-8'], act)).rejects.toMatchObject({ code: 'EDITS_MISFIT' })
  })
  test('says of a pair that a person made what the texts say', async () => {
    const open = realigning()
    open.take([wrong])
    const evidence = await open.explain('2-3:3-4')
    expect(evidence.length).toBeGreaterThan(0)
  })
})

describe('aligning anew', () => {
  test.each(['comparable', 'parallel', 'auto'] as const)('as %s keeps what was decided', async (mode) => {
    const open = realigning()
    const accept: EditRecord = { edit: 'accept', ...act, beads: ['0-1:0-1'] }
    const said: EditRecord = { edit: 'retext', ...act, bead: '4-5:4-5', side: 'target', text: 'Twenty cows were sold.' }
    const unlink: EditRecord = { edit: 'unlink', ...act, bead: '5-6:5-6' }
    const before = [wrong, accept, said, unlink]
    open.take(before)
    const made = await open.rerun(mode, act)
    expect(JSON.parse(JSON.stringify(made))).toEqual(made)
    const after = replay([...before, ...made])
    for (const bead of replay(before).beads.filter(({ decision }) => decision.state !== 'proposed')) {
      const { id, source: s, target: t, ...rest } = bead
      const same = after.beads.find((other) =>
        s.from < s.to
          ? other.source.from === s.from && other.source.to === s.to
          : t.from < t.to && other.target.from === t.from,
      )
      expect(same).toMatchObject(rest)
      if (s.from < s.to && t.from < t.to) expect(same?.id).toBe(id)
    }
    expect(covers(after, 'source')).toEqual([0, 1, 2, 3, 4, 5])
    expect(covers(after, 'target')).toEqual([0, 1, 2, 3, 4, 5])
  })
  test('says in the record which mode holds from then on, and undo takes that back', async () => {
    const open = realigning()
    const made = await open.rerun('comparable', act)
    const fresh = await align(
      source.join('\n'),
      target.join('\n'),
      { ...options, mode: 'comparable' },
      context,
      plugIns,
    )
    const making = ({ mode, modeReason, signature }: Alignment) => ({ mode, modeReason, signature })
    expect(making(alignment).mode).toBe('parallel')
    expect(making(replay(made))).toEqual(making(fresh))
    const [record] = made.map((one) => readRecord(JSON.parse(JSON.stringify(one)), 'x'))
    expect(record).toEqual(made[0])
    const undo: EditRecord = { edit: 'undo', ...act }
    expect(making(replay([...made, undo]))).toEqual(making(alignment))
    expect(making(replay([...made, undo, { edit: 'redo', ...act }]))).toEqual(making(fresh))
  })
  test('in another mode is what later pins are searched in, and an undone one is not', async () => {
    const open = realigning()
    open.take(await open.rerun('comparable', act))
    await open.explain('0-1:0-1')
    expect(opened).toBe(0)
    open.take([{ edit: 'undo', ...act }])
    await open.explain('0-1:0-1')
    expect(opened).toBe(1)
  })
  test('with the same settings changes little', async () => {
    const made = await realigning().rerun('parallel', act)
    expect(made).toEqual([])
  })
})

test('an alignment in parts is put together again, without evidence', () => {
  const joiner = createPartJoiner()
  const wholes = [...partsOf(alignment)].map((part) => joiner.add(structuredClone(part)))
  expect(wholes.slice(0, -1).every((whole) => whole === undefined)).toBe(true)
  expect(wholes.at(-1)).toEqual({
    ...alignment,
    beads: alignment.beads.map((bead) => ({ ...bead, evidence: [] })),
  })
})

test('a thread of its own gives the same records', async () => {
  const realigner = createRealigner(alignment, options)
  const open = realigning()
  await open.warmUp()
  open.take([wrong])
  const here = await open.realign(['2-3:3-4'], act)
  expect(await realigner.realign([wrong], ['2-3:3-4'], act)).toEqual(here)
  await expect(realigner.realign([wrong], ['9-9:9-9'], act)).rejects.toMatchObject({
    code: 'EDITS_MISFIT',
    hint: expect.any(String),
  })
  expect(await realigner.explain([wrong], '2-3:3-4')).toEqual(await open.explain('2-3:3-4'))
  await realigner.close()
  await expect(realigner.realign([wrong], ['2-3:3-4'], act)).rejects.toThrow()
})
